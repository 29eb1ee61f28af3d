from __future__ import annotations

import pytest

from scr_docs.model import Barrier
from scr_docs.word.layout.contrast import ratio
from tests.word.drawing_builder import anchored, inline, picture
from tests.word.helpers import document
from tests.word_builder import h, link, p, r, tbl, tc, textbox

LONG = "The review looks at how services worked with the family in the time that it looks at, and what they can learn. "
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
MEASURED = ("text-size", "line-spacing", "no-title", "no-language")


def barriers(*body: str, **around: object) -> list[Barrier]:
    return [found for found in document(*body, **around).barriers() if found.what not in MEASURED]


def kinds(*body: str, **around: object) -> list[str]:
    return [found.what for found in barriers(*body, **around)]


def measured(what: str, *body: str) -> list[float]:
    return [found.measure for found in document(*body).barriers() if found.what == what]


def test_plain_text_has_no_barrier() -> None:
    assert kinds(h("The birth"), p(LONG), p("Thank you.")) == []


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [("000000", "FFFFFF", 21), ("FFFFFF", "FFFFFF", 1), ("767676", "FFFFFF", 4.54), ("FF0000", "FFFFFF", 4.0)],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, told: float) -> None:
    found = ratio(one, other)
    assert found is not None
    assert abs(found - told) < 0.01
    assert ratio(one, other) == ratio(other, one)
    assert ratio("auto", other) is None


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (p(r("Pale words", color="AAAAAA")), True),
        (p(r("Dark words", color="333333")), False),
        (p(r("Yellow on white", color="FFFF00")), True),
        (p(r("Yellow on black", color="FFFF00", shade="000000")), False),
        (p(r("Red on green", color="FF0000"), props='<w:shd w:val="clear" w:color="auto" w:fill="00AA00"/>'), True),
        (tbl((tc(p(r("Grey on grey", color="777777")), '<w:shd w:val="clear" w:color="auto" w:fill="BBBBBB"/>'), "x")), True),
        (p(r("Red and large", color="FF0000", size=40)), False),
        (p(r("Words without a colour of their own", shade="000000")), False),
    ],
)  # fmt: skip
def test_faint_text_is_told_against_what_is_behind_it(body: str, *, told: bool) -> None:
    found = [one for one in barriers(body) if one.what == "low-contrast" and one.measure < 4.5]
    assert bool(found) is told


def test_faint_text_is_told_where_it_stands() -> None:
    text = document(p("Black words and ", r("pale ones", color="AAAAAA"), " and black."))
    (found,) = (one for one in text.barriers() if one.what == "low-contrast")
    assert found.block is not None
    assert text.blocks[found.block].text[found.start : found.end] == "pale ones"


def test_sizes_come_from_runs_styles_and_defaults() -> None:
    assert measured("text-size", p(r("Small words", size=16))) == [8]
    assert measured("text-size", p("Two ", r("much longer words stand here", size=32), " more")) == [16]
    assert measured("text-size", p("Words")) == measured("text-size", p(r("Words")))


@pytest.mark.parametrize(
    ("props", "told"),
    [
        ('<w:jc w:val="both"/>', ["justified"]),
        ('<w:jc w:val="left"/>', []),
        ('<w:jc w:val="center"/>', ["centred"]),
        ('<w:spacing w:line="180" w:lineRule="auto"/>', []),
    ],
)
def test_alignment_is_told_of_paragraphs_of_some_length(props: str, told: list[str]) -> None:
    assert kinds(p(LONG * 3, props=props)) == told
    assert kinds(p("A short title", props=props)) == []


def test_line_spacing_is_measured_in_lines() -> None:
    assert measured("line-spacing", p(LONG, props='<w:spacing w:line="180" w:lineRule="auto"/>')) == [0.75]
    assert measured("line-spacing", p(LONG, props='<w:spacing w:line="360" w:lineRule="auto"/>')) == [1.5]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ((h("One"), p(LONG), h("Two", 3), p(LONG)), ["heading-skipped"]),
        ((h("One"), p(LONG), h("Two", 2), p(LONG), h("Three"), p(LONG)), []),
        ((h("One"), h(""), p(LONG)), ["empty-heading"]),
        ((p(r("The birth", bold=True)), p(LONG)), ["heading-by-looks"]),
        ((p(r("Please ring us:", bold=True)), p(LONG)), []),
        ((p(r("The birth", bold=True)), p(r(LONG, bold=True))), []),
        ((p("- one"), p("- two"), p("- three")), ["typed-list"]),
        ((p("- one"), p("- two")), []),
        ((p("4.1 One"), p("4.2 Two"), p("4.3 Three")), []),
        ((p("One"), p(), p(), p("Two")), ["blank-paragraphs"]),
        ((p("One"), p(), p("Two")), []),
        ((p("Name:       Date"),), ["spaces-for-layout"]),
        ((p("Name\tDate"),), []),
        ((p(r("THE REVIEW IS NOW PRIVATE")),), ["capitals"]),
        ((p(r("the review is now private", caps=True)),), ["capitals"]),
        ((p("The NHS and the BBC"),), []),
        ((p(r("please read this letter", underline=True)),), ["underlined"]),
        ((p(r(LONG * 2, italic=True)),), ["italic-passage"]),
        ((p("The ", r("Guardian", italic=True)),), []),
    ],
)
def test_what_keeps_people_from_reading_is_told(body: tuple[str, ...], told: list[str]) -> None:
    assert kinds(*body) == told


def test_a_link_that_says_nothing_is_told() -> None:
    assert kinds(p("To read more, ", link(r("click here", underline=True), to="https://example.org"))) == ["vague-link"]
    assert kinds(p(link(r("the page of the board on reviews", underline=True), to="https://example.org"))) == []


def test_a_table_says_which_row_is_its_head() -> None:
    rows = (("Date", "What"), ("1 May", "A visit"))
    assert kinds(tbl(*rows)) == ["no-header-row"]
    assert kinds(tbl(*rows, head=True)) == []
    assert kinds(tbl(("Only one row", "x"))) == []
    assert kinds(tbl((tc("Date", '<w:gridSpan w:val="2"/>'), "What"), ("1", "2"), head=True)) == ["merged-cells"]


def test_a_table_without_lines_only_places_text() -> None:
    plain = "<w:tblBorders><w:top w:val='none'/><w:insideH w:val='nil'/></w:tblBorders>"
    assert kinds(tbl(("a", "b"), ("c", "d"), props=plain)) == []


@pytest.mark.parametrize(
    ("described", "inside", "told"),
    [
        ("", "", ["no-alt-text"]),
        ("descr=' '", "", ["no-alt-text"]),
        ("descr='image1.png'", "", ["file-name-as-alt-text"]),
        ("descr='Picture 3'", "", ["file-name-as-alt-text"]),
        ("descr='A family tree of three generations'", "", []),
        ("", DECORATIVE, []),
    ],
)
def test_a_picture_has_words_of_its_own(described: str, inside: str, told: list[str]) -> None:
    body = p("Text ", inline(picture(), described=described, inside=inside))
    assert kinds(body) == told


def test_a_picture_in_a_header_is_looked_at_too_and_one_that_floats_is_told() -> None:
    assert kinds(p("Text ", anchored(picture()))) == ["no-alt-text", "floating-picture"]


def test_a_text_box_is_told_once_whatever_it_is_written_in() -> None:
    assert kinds(p("Text ", textbox(p(LONG), fallback=p(LONG)))) == ["text-box"]


def test_a_long_document_wants_a_title_a_language_and_headings() -> None:
    assert {"no-headings"} <= set(kinds(*[p(LONG)] * 40))
    assert "no-headings" not in kinds(h("One"), *[p(LONG)] * 40)
    told = {found.what for found in document(*[p(LONG)] * 40).barriers()}
    titled = {found.what for found in document(*[p(LONG)] * 40, core={"title": "A report"}).barriers()}
    assert "no-title" in told
    assert "no-title" not in titled


def test_deleted_text_is_not_looked_at() -> None:
    assert (
        kinds(
            p(
                "<w:del w:id='9' w:author='x'><w:r><w:rPr><w:caps/></w:rPr><w:delText>a b c d e f</w:delText></w:r></w:del>x"
            )
        )
        == []
    )
