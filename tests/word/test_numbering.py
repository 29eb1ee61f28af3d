"""The number that Word counts is the one that a reader sees."""

from __future__ import annotations

import pytest

from scr_docs.word.numbers.number_formats import written
from tests.word.helpers import addresses, blocks, numbers
from tests.word.house_style import NUMBERING, STYLES, abstract, level, listed, num, start, style
from tests.word_builder import bullet, h, p, para, r, sub, tbl, textbox


def one(*levels: str, nums: str = "") -> str:
    """A numbering part with one list design, and list 1 of it."""
    return abstract(7, *levels) + num(1, 7) + nums


def items(*places: tuple[int, int]) -> list[str]:
    """Paragraphs at these lists and levels."""
    return [p("x", num=place) for place in places]


def test_chapters_paragraphs_and_sub_paragraphs_are_counted_by_their_styles() -> None:
    found = numbers(h("A"), para("x"), para("x"), sub("x"), sub("x"), para("x"), sub("x"), h("B"), para("x"))
    assert found == ["1", "1.1", "1.2", "(a)", "(b)", "1.3", "(a)", "2", "2.1"]


@pytest.mark.parametrize(
    ("format_", "shown"),
    [
        ("decimal", ["1", "2", "3"]),
        ("decimalZero", ["01", "02", "03"]),
        ("lowerLetter", ["a", "b", "c"]),
        ("upperLetter", ["A", "B", "C"]),
        ("lowerRoman", ["i", "ii", "iii"]),
        ("upperRoman", ["I", "II", "III"]),
        ("ordinal", ["1st", "2nd", "3rd"]),
        ("ordinalText", ["First", "Second", "Third"]),
        ("cardinalText", ["One", "Two", "Three"]),
        ("none", [None, None, None]),
        ("bullet", [None, None, None]),
    ],
)
def test_formats(format_: str, shown: list[str | None]) -> None:
    assert numbers(*items((1, 0), (1, 0), (1, 0)), numbering=one(level(0, "%1.", format_=format_))) == shown


@pytest.mark.parametrize(
    ("count", "format_", "shown"),
    [
        (27, "lowerLetter", "aa"), (28, "lowerLetter", "bb"), (0, "lowerLetter", ""), (1994, "upperRoman", "MCMXCIV"),
        (11, "ordinal", "11th"), (112, "ordinal", "112th"), (23, "ordinal", "23rd"),
        (21, "ordinalText", "Twenty-first"),
        (20, "ordinalText", "Twentieth"), (12, "ordinalText", "Twelfth"), (42, "cardinalText", "Forty-two"),
        (100, "cardinalText", "100"), (101, "ordinalText", "101st"), (30, "cardinalText", "Thirty"),
        (2**31, "lowerRoman", "2147483648"),
        (5, "chineseCounting", "5"),
    ],
)  # fmt: skip
def test_a_counter_is_written_as_word_writes_it(count: int, format_: str, shown: str) -> None:
    assert written(count, format_) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("%1.", "1"), ("%1)", "1)"), ("(%1)", "(1)"), ("Recommendation %1:", "Recommendation 1"), ("%1 \u2013 ", "1"),
        ("\u00a7 %1", "\u00a7 1"), ("Note", None), ("", None), ("%2", None),
    ],
)  # fmt: skip
def test_a_number_is_shown_without_the_sign_that_ends_it(text: str, shown: str | None) -> None:
    assert numbers(*items((1, 0)), numbering=one(level(0, text))) == [shown]


def test_uses_of_one_list_count_on_and_an_override_begins_anew_once() -> None:
    numbering = one(level(0, "%1."), nums=num(2, 7) + num(3, 7, start(0, 10)))
    assert numbers(*items((1, 0), (2, 0), (3, 0), (3, 0), (1, 0), (3, 0)), numbering=numbering) == [
        "1", "2", "10", "11", "12", "13",
    ]  # fmt: skip


def test_an_override_of_a_lower_level_holds_whenever_it_begins_anew() -> None:
    numbering = one(level(0, "%1"), level(1, "%1.%2"), nums=num(2, 7, start(1, 5)))
    assert numbers(*items((2, 0), (2, 1), (2, 1), (2, 0), (2, 1)), numbering=numbering) == [
        "1",
        "1.5",
        "1.6",
        "2",
        "2.5",
    ]


def test_an_override_may_bring_a_level_of_its_own() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "Finding %1", format_="upperLetter")}</w:lvlOverride>'
    assert numbers(*items((2, 0), (2, 0)), numbering=one(level(0, "%1"), nums=num(2, 7, override))) == [
        "Finding A",
        "Finding B",
    ]


def test_a_list_starts_where_its_level_says() -> None:
    first = level(0, "%1").replace('<w:start w:val="1"/>', '<w:start w:val="4"/>')
    assert numbers(*items((1, 0), (1, 0)), numbering=one(first)) == ["4", "5"]


def test_a_level_whose_parent_has_not_come_up_shows_the_parent_as_it_will_start() -> None:
    assert numbers(*items((1, 1), (1, 0), (1, 1)), numbering=one(level(0, "%1"), level(1, "%1.%2"))) == [
        "1.1",
        "1",
        "1.1",
    ]


@pytest.mark.parametrize(
    ("restart", "last"), [("", "(a)"), ('<w:lvlRestart w:val="0"/>', "(c)"), ('<w:lvlRestart w:val="1"/>', "(c)")]
)
def test_a_level_begins_anew_after_the_level_that_it_names(restart: str, last: str) -> None:
    numbering = one(level(0, "%1"), level(1, "%1.%2"), level(2, "(%3)", format_="lowerLetter", more=restart))
    places = items((1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2))
    assert numbers(*places, numbering=numbering)[-1] == last


def test_legal_levels_show_digits_for_the_roman_chapter_above() -> None:
    numbering = one(level(0, "Part %1", format_="upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"), level(2, "%1.%3"))
    assert numbers(*items((1, 0), (1, 1), (1, 2)), numbering=numbering) == ["Part I", "1.1", "I.1"]


def test_number_zero_takes_a_paragraph_out_of_the_list_of_its_style() -> None:
    assert numbers(h("A"), p("x", style="NumberedParagraph", num=(0, 0)), para("x")) == ["1", None, "1.1"]


def test_bullets_have_no_number_and_do_not_disturb_the_count() -> None:
    assert numbers(h("A"), para("x"), bullet("x"), para("x")) == ["1", "1.1", None, "1.2"]


def test_a_style_inherits_its_list_and_its_level_may_be_its_own() -> None:
    styles = "".join((
        STYLES,
        style("Indented", based="NumberedParagraph"),
        style("Deeper", based="NumberedParagraph", props='<w:numPr><w:ilvl w:val="2"/></w:numPr>'),
        style("Out", based="NumberedParagraph", props=listed(0)),
    ))  # fmt: skip
    found = numbers(h("A"), p("x", style="Indented"), p("x", style="Deeper"), p("x", style="Out"), styles=styles)
    assert found == ["1", "1.1", "(a)", None]


def test_a_direct_level_moves_a_paragraph_within_the_list_of_its_style() -> None:
    direct = '<w:numPr><w:ilvl w:val="2"/></w:numPr>'
    assert numbers(h("A"), para("x"), p("x", style="NumberedParagraph", props=direct)) == ["1", "1.1", "(a)"]


def test_a_list_that_names_a_numbering_style_is_that_styles_list() -> None:
    design = abstract(8, level(0, "Section %1"), more='<w:styleLink w:val="Sections"/>')
    link = abstract(9, more='<w:numStyleLink w:val="Sections"/>')
    assert numbers(*items((2, 0), (1, 0)), numbering=design + link + num(1, 8) + num(2, 9)) == [
        "Section 1",
        "Section 2",
    ]


def test_a_numbering_style_is_followed_through_its_list_where_the_design_does_not_name_it() -> None:
    sections = style("Sections", kind="numbering", props=listed(1))
    link = abstract(9, more='<w:numStyleLink w:val="Sections"/>')
    numbering = abstract(8, level(0, "Section %1")) + link + num(1, 8) + num(2, 9)
    assert numbers(*items((2, 0)), numbering=numbering, styles=STYLES + sections) == ["Section 1"]


def test_empty_paragraphs_count_and_hidden_ones_do_not() -> None:
    hidden = p(r("x", hidden=True), style="NumberedParagraph", mark="<w:vanish/>")
    assert numbers(h("A"), para(), para("x"), hidden, para("x")) == ["1", "1.2", None, "1.3"]


def test_a_heading_that_runs_into_its_paragraph_by_a_style_separator_counts() -> None:
    assert numbers(p("Scope.", style="Heading1", mark="<w:vanish/><w:specVanish/>"), p(" The review")) == ["1", None]


def test_paragraphs_in_cells_count_with_the_body_and_those_in_text_boxes_for_themselves() -> None:
    found = numbers(h("A"), para("x"), tbl((para("x"),)), p("y", textbox(h("B"), para("x"))), para("x"))
    assert found == ["1", "1.1", "1.2", None, "1", "1.1", "1.3"]


@pytest.mark.parametrize("place", [(99, 0), (1, 8), (-1, 0), (1, 20)])
def test_lists_and_levels_that_do_not_exist_show_no_number(place: tuple[int, int]) -> None:
    assert numbers(p("x", num=place)) == [None]


def test_a_document_without_lists_or_with_damaged_ones_has_no_numbers() -> None:
    assert numbers(*items((1, 0)), numbering=None) == [None]
    assert numbers(*items((1, 0)), numbering="<w:num/><w:abstractNum/><w:num w:numId='x'/>") == [None]


def test_the_number_after_which_a_paragraph_stands_is_told_with_the_one_above_it() -> None:
    found = blocks(h("A"), para("x"), p("y"), sub("x"), p("y"), bullet("z"))
    assert [block.after for block in found] == [None, None, "1.1", None, "1.1 (a)", "1.1 (a)"]


def test_a_dependent_number_is_addressed_with_the_one_above_it() -> None:
    found = addresses(h("A"), para("x"), sub("x"), p("Do it", style="Recommendation"))
    assert found[2:] == ['body > "1 A" > para 1.1 (a)', 'body > "1 A" > Recommendation 1']


def test_the_house_numbering_is_what_the_builder_writes() -> None:
    assert "Recommendation %1:" in NUMBERING


def test_a_style_that_names_no_level_is_on_the_first() -> None:
    own = style("Own", props='<w:numPr><w:numId w:val="4"/></w:numPr>')
    assert numbers(p("x", style="Own"), p("y", num=(4, 1)), styles=STYLES + own) == ["1", "1.1"]


def test_a_format_that_word_keeps_in_alternative_content_is_read_or_counted_in_digits() -> None:
    for kept, shown in (("upperRoman", "I"), ("custom", "1")):
        choice = f'<mc:Choice Requires="w14"><w:numFmt w:val="{kept}"/></mc:Choice>'
        form = f"<mc:AlternateContent>{choice}</mc:AlternateContent>"
        design = level(0, "%1").replace('<w:numFmt w:val="decimal"/>', form)
        assert numbers(*items((1, 0)), numbering=one(design)) == [shown]
