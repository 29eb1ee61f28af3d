"""In which way something is hidden is told with it: of a stretch of text, and of what stands beside the text."""

from __future__ import annotations

import pytest

from scr_docs.model import Block, Trait
from tests.word.helpers import blocks
from tests.word.house_style import STYLES, style
from tests.word_builder import comment, dele, fn, ins, p, r, sdt, tbl, tc, textbox

DELETED = '<w:del w:id="1" w:author="R"/>'


def traits(block: Block) -> list[tuple[str, str, Trait | None]]:
    return [(block.text[mark.start : mark.end], mark.part, mark.trait) for mark in block.marks]


def run(properties: str, text: str = "Kelly") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


@pytest.mark.parametrize(
    ("piece", "part", "trait"),
    [
        (ins("Kelly"), "inserted", "inserted"),
        (ins("Kelly", tag="moveTo"), "inserted", "moved"),
        (r("Kelly", hidden=True), "hidden", "hidden-text"),
        (r("Kelly", style="Hidden"), "hidden", "hidden-text"),
        (run("<w:specVanish/>"), "hidden", "hidden-text"),
        (run("<w:webHidden/>"), "hidden", "hidden-text"),
        (run('<w:vanish/><w:specVanish w:val="0"/>'), "hidden", "hidden-text"),
        (r("Kelly", color="FFFFFF"), "hidden", "white-text"),
        (run('<w:color w:val="FFFFFF" w:themeColor="background1"/>'), "hidden", "white-text"),
        (run('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="FFFFFF"/>'), "hidden", "white-text"),
        (run('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'), "hidden", "white-text"),
        (run('<w:color w:val="FF0000"/><w:shd w:val="clear" w:fill="FE0101"/>'), "hidden", "white-text"),
        (r("Kelly", size=2), "hidden", "tiny-text"),
        (run('<w:w w:val="1"/>'), "hidden", "tiny-text"),
        (run('<w:fitText w:val="20"/>'), "hidden", "tiny-text"),
        (r("Kelly", highlight="black"), "covered", "covered-text"),
        (r("Kelly", shade="000000"), "covered", "covered-text"),
        (r("Kelly", color="000000", shade="000000"), "covered", "covered-text"),
        (run('<w:color w:val="222222"/><w:shd w:val="clear" w:fill="1F1F1F"/>'), "hidden", "white-text"),
        (run('<w:shd w:val="pct95" w:color="000000" w:fill="FFFFFF"/>'), "covered", "covered-text"),
        (run('<w:color w:val="000000" w:themeColor="text1"/><w:shd w:val="clear" w:themeFill="text1"/>'), "covered", "covered-text"),
        (run(font("Wingdings")), "covered", "symbol-font"),
        (run(font("Webdings")), "covered", "symbol-font"),
        (run(font("Symbol")), "covered", "symbol-font"),
        ("".join(f'<w:r><w:sym w:font="Wingdings" w:char="F0{ord(letter):02X}"/></w:r>' for letter in "Kelly"), "covered", "symbol-font"),
        (run("<w:vanish/>" + font("Wingdings")), "hidden", "hidden-text"),
    ],
)  # fmt: skip
def test_a_stretch_says_in_which_way_it_is_hidden(piece: str, part: str, trait: Trait) -> None:
    found = blocks(p("Then ", piece, " came."))[0]
    assert found.text == "Then Kelly came."
    assert traits(found) == [("Kelly", part, trait)]


@pytest.mark.parametrize(
    "piece",
    [
        run('<w:color w:val="FFFF00"/><w:shd w:val="clear" w:fill="000000"/>'),
        run('<w:color w:val="F2F2F2"/><w:shd w:val="clear" w:fill="000000"/>'),
        run('<w:shd w:val="pct10" w:color="000000" w:fill="FFFFFF"/>'),
        run('<w:w w:val="80"/>'),
        run('<w:fitText w:val="900"/>'),
        run(font("Arial")),
        run('<w:rFonts w:cs="Wingdings"/>'),
        run('<w:webHidden w:val="0"/>'),
        run('<w:color w:val="FFFFFF" w:themeColor="background1" w:themeShade="80"/>').replace('"FFFFFF"', '"7F7F7F"'),
    ],
)
def test_text_that_can_be_read_is_not_marked(piece: str) -> None:
    assert traits(blocks(p("Then ", piece))[0]) == []


def test_a_tick_a_bullet_and_an_arrow_hide_nothing() -> None:
    assert (
        traits(
            blocks(
                p(run(font("Wingdings"), "\xfc"), " done ", run(font("Symbol"), "\xb7"), run(font("Wingdings"), "l"))
            )[0]
        )
        == []
    )


def test_a_style_sets_text_in_signs() -> None:
    secret = style("Secret", run=font("Wingdings"))
    assert traits(blocks(p("Kelly", style="Secret"), styles=STYLES + secret)[0]) == [
        ("Kelly", "covered", "symbol-font")
    ]


def test_page_numbers_in_contents_are_shown_in_print() -> None:
    number = run("<w:webHidden/>", "7")
    contents = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>"
    contents += "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
    end = "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    found = [
        block
        for block in blocks(p(contents, "One ", number), p("Two ", number, end), p(number))
        if block.part == "body"
    ]
    assert [traits(block) for block in found] == [[], [], [("7", "hidden", "hidden-text")]]
    styles = STYLES + '<w:style w:type="paragraph" w:styleId="Inhalt"><w:name w:val="toc 2"/></w:style>'
    assert traits(blocks(p("One ", number, style="Inhalt"), styles=styles)[0]) == []


@pytest.mark.parametrize(
    ("table", "trait"),
    [
        (tbl((tc("Kelly", '<w:shd w:val="clear" w:fill="000000"/>'),)), "covered-text"),
        (tbl((tc(p(r("Kelly", color="FFFFFF")), '<w:shd w:val="clear" w:fill="000000"/>'),)), None),
        (tbl(("Kelly",), props='<w:shd w:val="clear" w:fill="000000"/>'), "covered-text"),
        (
            f'<w:tbl><w:tr><w:tblPrEx><w:shd w:val="clear" w:fill="000000"/></w:tblPrEx>{tc("Kelly")}</w:tr></w:tbl>',
            "covered-text",
        ),
        (f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>{tc('Kelly')}</w:tr></w:tbl>", "hidden-text"),
        (
            f'<w:tbl><w:tr><w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr>{tc("Kelly")}</w:tr></w:tbl>',
            "tiny-text",
        ),
        (f'<w:tbl><w:tr><w:trPr><w:trHeight w:val="1"/></w:trPr>{tc("Kelly")}</w:tr></w:tbl>', None),
        (tbl((p("Kelly", props='<w:spacing w:line="1" w:lineRule="exact"/>'),)), "tiny-text"),
        (tbl((p("Kelly", props='<w:spacing w:line="240" w:lineRule="exact"/>'),)), None),
        (tbl((p("Kelly", props='<w:framePr w:x="-30000" w:y="1"/>'),)), "off-page"),
        (tbl((p("Kelly", props='<w:framePr w:h="2" w:hRule="exact"/>'),)), "tiny-text"),
    ],
)
def test_cells_rows_and_lines_hide_text(table: str, trait: Trait | None) -> None:
    (found,) = blocks(table)
    part = "covered" if trait == "covered-text" else "hidden"
    assert traits(found) == ([("Kelly", part, trait)] if trait else [])


def test_what_is_deleted_moved_or_commented_says_so_as_a_whole() -> None:
    moved = f'<w:moveFrom w:id="1" w:author="R">{r("moved")}</w:moveFrom>'
    found = blocks(p("Then ", dele("gone"), moved, comment(0, "here")), comments={0: ("Sam", "Why?")})
    assert [(block.part, block.text, block.trait) for block in found] == [
        ("body", "Then here", None),
        ("deleted", "gone", "deleted"),
        ("deleted", "moved", "moved"),
        ("deleted", "Then gonemovedhere", None),
        ("comment", "Why?", "comment"),
        ("comment", "Sam", "author"),
        ("properties", "Reviewer", "author"),
        ("properties", "R", "author"),
    ]
    assert traits(found[3]) == [("gone", "deleted", "deleted"), ("moved", "deleted", "moved")]


def test_properties_and_people_say_so() -> None:
    found = blocks(
        "x", core={"title": "About Kelly", "creator": "Sam", "lastModifiedBy": "Jo", "keywords": "K", "language": "en-GB"},
        app={"Manager": "Al", "Company": "Board", "Template": "Normal.dotm"},
    )  # fmt: skip
    assert {block.text: block.trait for block in found[1:]} == {
        "About Kelly": "property", "Sam": "author", "Jo": "author", "K": "property", "en-GB": None,
        "Al": "author", "Board": "property", "Normal.dotm": None,
    }  # fmt: skip
    (template,) = blocks("x", app={"Template": r"C:\Users\sam\SCR Kelly.dotx"})[1:]
    assert template.trait == "template-path"


EVEN = "<w:evenAndOddHeaders/>"
NO_FIRST = '<w:titlePg w:val="0"/>'


@pytest.mark.parametrize(
    ("around", "trait"),
    [
        ({"header": "Kelly"}, None),
        ({"header": {"first": "Kelly"}}, None),
        ({"header": {"even": "Kelly"}}, "unused-header"),
        ({"header": {"even": "Kelly"}, "settings": EVEN}, None),
        ({"footer": {"even": "Kelly"}}, "unused-header"),
        ({"header": "Kelly", "extra": {"word/_rels/document.xml.rels": "<Relationships/>"}}, "unused-header"),
    ],
)
def test_a_header_that_no_page_shows_says_so(around: dict[str, object], trait: Trait | None) -> None:
    (found,) = (block for block in blocks("x", **around) if block.part in ("header", "footer"))
    assert found.trait == trait


def test_a_first_page_that_is_switched_off_is_not_shown_but_in_a_later_section() -> None:
    reference = '<w:headerReference w:type="first" r:id="header-even"/>'
    for title, trait in (("", "unused-header"), ("<w:titlePg/>", None), (NO_FIRST, "unused-header")):
        first = p("x", props=f"<w:sectPr>{reference}</w:sectPr>")
        found = blocks(first, "y", header={"even": "Kelly"}, section=title)
        assert [block.trait for block in found if block.part == "header"] == [trait]


def test_a_deletion_in_a_header_that_is_off_is_a_deletion_and_a_note_has_no_trait() -> None:
    found = blocks(p("x", fn(1)), footnotes={1: "note"}, header={"even": p("kept ", dele("gone"))})
    assert [(block.text, block.trait) for block in found if block.part in ("footnote", "deleted", "header")] == [
        ("note", None), ("kept ", "unused-header"), ("gone", "deleted"), ("kept gone", None),
    ]  # fmt: skip


def test_what_is_plain_has_no_trait() -> None:
    found = blocks("x", tbl(("a",)), sdt(p("b")), p(textbox("c")), header="d")
    assert [block.trait for block in found] == [None] * 5
    assert all(not block.marks for block in found)
