"""Headings are those that a reader sees as headings, whatever the author did to make them so."""

from __future__ import annotations

import pytest

from tests.word.helpers import blocks
from tests.word.house_style import STYLES, style
from tests.word_builder import bullet, h, p, para, r, tbl


def b(text: str) -> str:
    return p(r(text, bold=True))


def headings(*body: str, **around: object) -> list[tuple[str, int]]:
    """The headings with their levels."""
    return [(block.text, block.level) for block in blocks(*body, **around) if block.level]


def path(*body: str, **around: object) -> tuple[str, ...]:
    """The headings above the last block of the body."""
    return [block for block in blocks(*body, **around) if block.part in ("body", "table")][-1].headings


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ([h("Family"), "x"], ("1 Family",)),
        ([h("Family"), h("Mother", 2), "x"], ("1 Family", "Mother")),
        ([h("Family"), h("Mother", 2), h("Father", 2), "x"], ("1 Family", "Father")),
        ([h("Family"), h("Mother", 2), h("Analysis"), "x"], ("2 Analysis",)),
        ([h("Family"), h("Early", 3), h("Mother", 2), "x"], ("1 Family", "Mother")),
        ([h("Family"), b("Mother"), "x"], ("1 Family", "Mother")),
        ([h("Family"), b("Mother"), "x", b("Father"), "x"], ("1 Family", "Father")),
        ([h("Family"), h("Mother", 2), b("Her life"), "x", h("Father", 2), "x"], ("1 Family", "Father")),
        ([b("1 Family"), "1.1 One", "1.2 Two", b("Mother"), "1.3 Three"], ("1 Family", "Mother")),
        ([b("1 Family"), "1.1 One", b("Mother"), "1.2 Two", b("2 Analysis"), "2.1 Three"], ("2 Analysis",)),
        ([b("4\tAnalysis"), b("4.1\tThe home"), "4.1.1 One", "4.1.2 Two"], ("4 Analysis", "4.1 The home")),
        ([p("ANALYSIS"), "x", p(r("Mother", underline=True)), "x"], ("ANALYSIS", "Mother")),
        ([p(r("Analysis", bold=True, size=32)), "x", b("Mother"), "x", b("Father"), "x"], ("Analysis", "Father")),
        ([p(r("Analysis", caps=True)), "x"], ("Analysis",)),
        ([p("Report", style="Title"), "x"], ()),
        ([p("Contents", style="TOCHeading"), p("1 Family 3", style="TOC1")], ("Contents",)),
    ],
)  # fmt: skip
def test_the_path_of_headings(body: list[str], expected: tuple[str, ...]) -> None:
    assert path(*body) == expected


def test_a_heading_has_its_level_and_the_path_above_it() -> None:
    found = blocks(h("Family"), h("Mother", 2), para("x"))
    assert [(block.level, block.headings, block.number) for block in found] == [
        (1, (), "1"),
        (2, ("1 Family",), None),
        (None, ("1 Family", "Mother"), "1.1"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        p(r("Mother said this.", bold=True)),
        p(r("Mother said this;", bold=True)),
        p(r("One two three four five six seven eight nine ten eleven twelve thirteen", bold=True)),
        p(r("Mother", bold=True), " said"),
        bullet(r("Mother", bold=True)),
        p("Mother", style="Quote"),
        p("12"),
        p("GP"),
        p(r("123", bold=True)),
        p(r("Mother", bold=True), style="TOC1"),
        p(r("Figure 1", bold=True), style="Title"),
        tbl((b("Mother"), "x")),
        p("Mother", style="Plain", props='<w:outlineLvl w:val="9"/>'),
        p(" ".join(["word"] * 31), style="Heading1"),
        p("Mother said that she had told the nurse more than once about it.", style="Heading2"),
    ],
)
def test_a_line_that_is_no_heading(line: str) -> None:
    plain = style("heading 3", style_id="Plain")
    assert headings("First text", line, "More text", styles=STYLES + plain) == []


def test_a_line_that_stands_out_at_the_very_end_is_no_heading() -> None:
    assert headings(h("A"), "x", b("Signed")) == [("A", 1)]


def test_a_style_is_a_heading_by_its_name_in_any_language_of_word() -> None:
    german = style("heading 1", style_id="berschrift1")
    own = style("Our Heading", based="berschrift1", style_id="Own")
    outline = style("Out", props='<w:outlineLvl w:val="2"/>')
    body = [
        p("One", style="berschrift1"),
        p("Two", style="Own"),
        p("Three", style="Out"),
        p("Four", props='<w:outlineLvl w:val="1"/>'),
        "x",
    ]
    assert headings(*body, styles=STYLES + german + own + outline) == [
        ("One", 1),
        ("Two", 1),
        ("Three", 3),
        ("Four", 2),
    ]


def test_bold_by_style_stands_out_and_bold_taken_back_does_not() -> None:
    loud = style("Loud", run="<w:b/>")
    back = '<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Quiet</w:t></w:r>'
    assert headings("t", p("Loud", style="Loud"), "x", p(back, style="Loud"), "x", styles=STYLES + loud) == [
        ("Loud", 1)
    ]


def test_the_lines_of_a_title_page_are_not_chapters() -> None:
    title = [
        p(r(text, bold=True, size=size))
        for text, size in (("SERIOUS CASE REVIEW", 48), ("Child A", 36), ("Overview report", 28))
    ]
    assert path(*title, b("Introduction"), "x", b("Family"), "y") == ("Family",)


def test_a_numbered_bold_line_in_a_document_with_real_headings_is_below_them() -> None:
    assert path(h("Analysis"), b("1. Communication"), "x", b("2. Record keeping"), "y") == (
        "1 Analysis",
        "2. Record keeping",
    )


def test_a_deleted_heading_heads_nothing() -> None:
    mark = '<w:del w:id="1" w:author="R"/>'
    gone = p('<w:del w:id="2" w:author="R"><w:r><w:delText>Gone</w:delText></w:r></w:del>', style="Heading1", mark=mark)
    assert path(h("Kept"), gone, "x") == ("1 Kept",)


def test_a_heading_in_a_frame_of_one_column_heads_what_follows() -> None:
    assert path(tbl((h("Family"),)), "x") == ("1 Family",)


def test_a_bold_item_of_a_list_is_below_the_chapter_and_the_next_chapter_is_not() -> None:
    chapter = [b("4 Analysis"), "4.1 One", "4.2 Two", b("1. Communication"), "x", b("2. Record keeping"), "y"]
    assert path(*chapter) == ("4 Analysis", "2. Record keeping")
    assert path(*chapter, b("5 Recommendations"), "5.1 Three") == ("5 Recommendations",)


def test_chapters_that_word_counts_and_paragraphs_that_a_person_typed() -> None:
    def chapter(text: str) -> str:
        return p(r(text, bold=True), num=(4, 0))

    body = [chapter("Family"), "1.1 One", b("1.2 Mother"), "1.2.1 Two", chapter("Analysis"), "2.1 Three"]
    assert path(*body[:4]) == ("1 Family", "1.2 Mother")
    assert path(*body) == ("2 Analysis",)


def test_a_title_page_ends_at_the_first_chapter() -> None:
    title = [b("The Board"), b("SERIOUS CASE REVIEW"), "Lead reviewer: J", b("OFFICIAL")]
    assert headings(*title, h("Introduction"), "x") == [("Introduction", 1)]
    assert headings(*title, b("1. Introduction"), "1.1 One", "1.2 Two") == [("1. Introduction", 1)]
    foreword = [b("Foreword"), " ".join(["word"] * 101)]
    assert headings(*foreword, h("Introduction"), "x") == [("Foreword", 1), ("Introduction", 1)]
