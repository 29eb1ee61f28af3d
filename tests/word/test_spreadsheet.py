"""Every text and number of a workbook is found, with the sheet and the cell in which a person finds it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_docs.model import Unread
from scr_docs.word.embedded import spreadsheet_cells
from scr_docs.word.embedded.spreadsheet import spreadsheet
from scr_docs.word.markup.found import Found
from tests.word.office_builder import SHEETS, opened, rels, workbook_parts

S = f'xmlns="{SHEETS}"'


def read(parts: dict[str, str | bytes]) -> list[tuple[str, str]]:
    return [(found.where, found.text) for found in spreadsheet(opened(parts)) if isinstance(found, Found)]


def unread(parts: dict[str, str | bytes]) -> list[tuple[str, str]]:
    return [(found.where, found.why) for found in spreadsheet(opened(parts)) if isinstance(found, Unread)]


def cell(reference: str, content: str, kind: str = "") -> str:
    return f'<c r="{reference}"{f" t={kind!r}" if kind else ""}>{content}</c>'


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (cell("B4", "<v>0</v>", "s"), "Kelly Thompson"),
        (cell("B4", "<v>1</v>", "s"), "Kelly’s mother"),
        (cell("B4", "<is><t>Kelly</t></is>", "inlineStr"), "Kelly"),
        (cell("B4", "<is><r><t>Kel</t></r><r><t>ly</t></r></is>", "inlineStr"), "Kelly"),
        (cell("B4", "<v>Kelly</v>", "str"), "Kelly"),
        (cell("B4", "<v>9434765919</v>"), "9434765919"),
        (cell("B4", "<v>9.434765919E9</v>"), "9434765919"),
        (cell("B4", "<v>0.5</v>", "n"), "0.5"),
        (cell("B4", "<v>2016-01-14</v>", "d"), "2016-01-14"),
    ],
)
def test_every_kind_of_cell_is_read(made: str, text: str) -> None:
    strings = "<si><t>Kelly Thompson</t></si><si><r><t>Kelly’s </t></r><r><t>mother</t></r></si>"
    assert ("sheet Income, cell B4", text) in read(workbook_parts(made, strings=strings))


def test_a_reading_aid_is_read_beside_the_text() -> None:
    parts = workbook_parts(cell("A1", "<v>0</v>", "s"), strings="<si><t>Kelly</t><rPh><t>Keri</t></rPh></si>")
    assert {("sheet Income, cell A1", "Kelly"), ("sheet Income, cell A1, reading aid", "Keri")} <= set(read(parts))


def test_what_a_formula_says_in_words_is_read() -> None:
    found = read(
        workbook_parts(cell("A1", '<f>IF(B1,"Kelly","")</f><v>1</v>'), cell("A2", "<f>SUM(A1:B1)</f><v>2</v>"))
    )
    assert ("sheet Income, cell A1, formula", 'IF(B1,"Kelly","")') in found
    assert not any(where == "sheet Income, cell A2, formula" for where, _ in found)


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_said_to_be_hidden(state: str) -> None:
    found = read(workbook_parts(cell("A1", "<v>7</v>"), state=state))
    assert {("name of a hidden sheet", "Income"), ("hidden sheet Income, cell A1", "7")} <= set(found)


def test_defined_names_and_the_name_of_the_sheet_are_read() -> None:
    assert {("name of a sheet", "Income"), ("defined names", "Kelly = Income!$A$1")} <= set(read(workbook_parts()))


def test_strings_that_no_cell_uses_are_read() -> None:
    parts = workbook_parts(cell("A1", "<v>0</v>", "s"), strings="<si><t>used</t></si><si><t>Kelly</t></si>")
    assert ("strings of the workbook, in none of its cells", "Kelly") in read(parts)
    assert [text for _, text in read(parts)].count("used") == 1


def test_what_stands_around_the_cells_is_read() -> None:
    more = (
        '<dataValidations><dataValidation type="list" prompt="which child?"><formula1>"Kelly,Sam"</formula1>'
        "</dataValidation></dataValidations><hyperlinks><hyperlink ref='A1' display='Kelly’s file'/></hyperlinks>"
        "<headerFooter><oddHeader>&amp;LKelly Thompson</oddHeader></headerFooter>"
    )
    assert {
        ("sheet Income, dataValidations", '"Kelly,Sam"'),
        ("sheet Income, dataValidations, prompt", "which child?"),
        ("sheet Income, hyperlinks, display", "Kelly’s file"),
        ("sheet Income, headerFooter", "&LKelly Thompson"),
    } <= set(read(workbook_parts(more=more)))


def test_comments_old_and_new_are_read_with_their_authors() -> None:
    parts = workbook_parts() | {
        "xl/worksheets/_rels/sheet1.xml.rels": rels(
            ("r1", "comments", "../comments1.xml"), ("r2", "threadedComment", "../threadedComments/t1.xml")
        ),
        "xl/comments1.xml": f"<comments {S}><authors><author>Jo Thompson</author></authors><commentList><comment ref='B4' "
        "authorId='0'><text><r><t>Kelly’s </t></r><r><t>aunt</t></r></text></comment></commentList></comments>",
        "xl/threadedComments/t1.xml": "<ThreadedComments xmlns='x'><threadedComment ref='C5' personId='p'>"
        "<text>ask Nan</text></threadedComment></ThreadedComments>",
        "xl/persons/person.xml": "<personList xmlns='x'><person id='p' displayName='Sam Jones'/></personList>",
    }
    assert {
        ("sheet Income, author of comments", "Jo Thompson"),
        ("sheet Income, comment on cell B4 by Jo Thompson", "Kelly’s aunt"),
        ("sheet Income, comment on cell C5 by Sam Jones", "ask Nan"),
        ("xl/persons/person.xml, displayName", "Sam Jones"),
    } <= set(read(parts))


def test_text_in_drawings_pivots_connections_links_and_properties_is_read() -> None:
    parts = workbook_parts() | {
        "xl/worksheets/_rels/sheet1.xml.rels": rels(("r1", "drawing", "../drawings/drawing1.xml")),
        "xl/drawings/drawing1.xml": "<d xmlns:a='y'><a:p><a:r><a:t>Kel</a:t></a:r><a:r><a:t>ly</a:t></a:r></a:p></d>",
        "xl/pivotCache/pivotCacheRecords1.xml": f"<pivotCacheRecords {S}><r><s v='kelly'/></r></pivotCacheRecords>",
        "xl/connections.xml": f"<connections {S}><connection sourceFile='\\\\srv\\Kelly.mdb'/></connections>",
        "xl/externalLinks/externalLink1.xml": "<externalLink/>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": rels(("r1", "x", "file:///Kelly.xlsx"), external=True),
        "docProps/core.xml": "<p xmlns:dc='d'><dc:creator>Jo Thompson</dc:creator></p>",
        "docProps/custom.xml": "<Properties xmlns='c'><property name='Child'><v>Kelly</v></property></Properties>",
    }
    assert {
        ("sheet Income, drawing1.xml", "Kelly"),
        ("xl/pivotCache/pivotCacheRecords1.xml, v", "kelly"),
        ("xl/connections.xml, sourceFile", "\\\\srv\\Kelly.mdb"),
        ("link in xl/externalLinks/externalLink1.xml", "file:///Kelly.xlsx"),
        ("docProps/custom.xml, name", "Child"),
        ("docProps/custom.xml", "Kelly"),
        ("docProps/core.xml", "Jo Thompson"),
    } <= set(read(parts))


def test_a_sheet_that_is_not_listed_is_read() -> None:
    parts = workbook_parts() | {
        "xl/worksheets/old.xml": f"<worksheet {S}><sheetData>{cell('A1', '<v>Kelly</v>', 'str')}</sheetData></worksheet>"
    }
    assert ("xl/worksheets/old.xml, a sheet that the workbook does not list, cell A1", "Kelly") in read(parts)


def test_a_part_that_cannot_be_read_is_told_and_the_rest_is_read() -> None:
    parts = workbook_parts(cell("A1", "<v>7</v>")) | {
        "docProps/core.xml": "<broken",
        "xl/comments1.xml": "<!DOCTYPE x>",
    }
    assert [where for where, _ in unread(parts)] == ["docProps/core.xml", "xl/comments1.xml"]
    assert ("sheet Income, cell A1", "7") in read(parts)
    for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"):
        assert [where for where, _ in unread(workbook_parts() | {name: "<broken"})] == [name]


def test_a_sheet_of_too_many_cells_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet_cells, "MAX_CELLS", 2)
    parts = workbook_parts(*(cell(f"A{row}", "<v>1</v>") for row in range(4)))
    assert unread(parts) == [("sheet Income", "it has more than 2 cells, of which the rest were not checked")]


def test_odd_numbers_and_references_do_no_harm() -> None:
    odd = [
        cell("A1", "<v>99</v>", "s"),
        cell("A2", "<v>x</v>", "s"),
        cell("A3", "<v>1e9999999</v>"),
        cell("A4", "<v>e</v>"),
    ]
    assert [text for where, text in read(workbook_parts(*odd)) if "cell" in where] == ["1e9999999", "e"]


@given(
    st.sampled_from(
        ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"]
    ),
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), max_size=6),
)
def test_damaged_parts_never_fail(name: str, changes: list[tuple[int, int]]) -> None:
    parts = workbook_parts(cell("A1", "<v>0</v>", "s"), strings="<si><t>Kelly</t></si>")
    damaged = bytearray(str(parts[name]).encode())
    for place, value in changes:
        damaged[place % len(damaged)] = value
    list(spreadsheet(opened(parts | {name: bytes(damaged)})))


@given(st.text(alphabet="<>/c rtv=\"'siKelly&;0123 ", max_size=200))
def test_odd_xml_never_fails(text: str) -> None:
    list(spreadsheet(opened(workbook_parts(text, strings=text) | {"xl/comments1.xml": text})))
