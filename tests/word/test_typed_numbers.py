"""Numbers that a person typed are numbers; dates, times and quantities are not."""

from __future__ import annotations

import pytest

from scr_docs.word.numbers.typed_numbers import Line, typed_numbers
from tests.word.helpers import blocks, numbers
from tests.word_builder import h, p, r, tbl


def typed(*lines: str) -> list[str | None]:
    """The typed number of each line."""
    return [found.shown if found else None for found in typed_numbers([Line(line) for line in lines])]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["3.13 Mother said", "3.14 Mother said", "3.15 She left"], ["3.13", "3.14", "3.15"]),
        (["1.1. Text", "1.2. Text"], ["1.1", "1.2"]),
        (["1.1\tText", "1.2\tText", "2.1\tText"], ["1.1", "1.2", "2.1"]),
        (["1. Text", "2. Text", "3. Text"], ["1", "2", "3"]),
        (["1) Text", "2) Text", "3) Text"], ["1)", "2)", "3)"]),
        (["Para 1 Text", "Para 2 Text", "Paragraph 3 Text"], ["1", "2", "3"]),
        (
            ["1 Introduction", "1.1 The review", "1.2 The child", "2 Family", "2.1 Mother"],
            ["1", "1.1", "1.2", "2", "2.1"],
        ),
        (["1.1 The review", "plain", "1.2 The child", "1.4 The family"], ["1.1", None, "1.2", "1.4"]),
        (["1.1 Text", "1.1.1 Text", "1.1.2 Text", "1.2 Text"], ["1.1", "1.1.1", "1.1.2", "1.2"]),
        (["1.1 Text", "1.2 Text", "1.2 Text", "1.3 Text"], ["1.1", "1.2", "1.2", "1.3"]),
        (["1.1 Text", "1.2Text", "1.3 Text"], ["1.1", "1.2", "1.3"]),
        (["1.1 Text", "1.2 the mother", "1.3 Text"], ["1.1", "1.2", "1.3"]),
        (["4.12 Text", "4.13 Text", "4.14 Text", "4.15 Text", "4.16 Text"], ["4.12", "4.13", "4.14", "4.15", "4.16"]),
        (
            ["1.1 A", "1.2 B", "1. one", "2. two", "3. three", "1.3 C", "1.4 D"],
            ["1.1", "1.2", "1", "2", "3", "1.3", "1.4"],
        ),
        (["1. One", "2. Two", "Appendix", "1. One", "2. Two"], ["1", "2", None, "1", "2"]),
        (["10.1 Text", "10.2 Text", "11.1 Text"], ["10.1", "10.2", "11.1"]),
    ],
)
def test_typed_numbers_are_found_by_their_sequence(lines: list[str], expected: list[str]) -> None:
    assert typed(*lines) == expected


@pytest.mark.parametrize(
    "line",
    [
        "14 January 2015 Mother rang",
        "4 Jan 2014",
        "3.5.09 Mother rang",
        "10.30 Mother rang",
        "10.30 am Mother rang",
        "3.5 kg was his weight",
        "4 children lived there",
        "4 Children lived there",
        "2015 was a hard year",
        "16 weeks later",
        "100% of them",
        "1.9 million people",
        "14th January",
        "3/5/09 Mother rang",
        "24 hours later",
        "3.30pm She left",
        "12 Acacia Road",
        "1 in 4 families",
        "07700 900123",
        "4",
    ],
)
def test_dates_times_and_quantities_are_no_numbers(line: str) -> None:
    report = ["3 Family", "3.1 One lived", "3.2 Two lived", line, "3.3 Three lived", "4 Analysis", "4.1 Four"]
    expected = ["3", "3.1", "3.2", None, "3.3", "4", "4.1"]
    assert typed(*report) == expected
    assert typed(line) == [None]
    assert typed(*report[:3], "3.3 Three lived", line, "4 Analysis", "4.1 Four") == [
        "3",
        "3.1",
        "3.2",
        "3.3",
        None,
        "4",
        "4.1",
    ]


def test_a_chronology_of_dates_has_no_numbers() -> None:
    assert typed("14 January 2015 x", "15 January 2015 y", "16 January 2015 z") == [None] * 3
    assert typed("1.2.15 Mother rang", "1.3.15 Mother rang", "2.3.15 She left") == [None] * 3


def test_typed_numbers_follow_the_chapters_that_word_counts() -> None:
    lines = [
        Line("Family", "3"),
        Line("3.1 One"),
        Line("4 Children came"),
        Line("3.2 Two"),
        Line("Analysis", "4"),
        Line("4.1 Three"),
    ]
    assert [found and found.shown for found in typed_numbers(lines)] == ["3", "3.1", None, "3.2", "4", "4.1"]


def test_the_typed_number_stays_in_the_text_and_places_what_follows() -> None:
    found = blocks(p("4.1 Mother said"), p("more"), p("4.2\tFather said"), p(r("4.3"), r(" They left")))
    assert [(block.text, block.number, block.after) for block in found] == [
        ("4.1 Mother said", "4.1", None),
        ("more", None, "4.1"),
        ("4.2\tFather said", "4.2", None),
        ("4.3 They left", "4.3", None),
    ]
    assert found[0].address == "body > para 4.1"


def test_tables_of_contents_and_cells_have_no_typed_numbers_but_frames_of_one_column_have() -> None:
    contents = [p("1 Introduction 2", style="TOC1"), p("2 Family 3", style="TOC1"), p("3 Analysis 4", style="TOC1")]
    assert numbers(*contents) == [None] * 3
    assert numbers(tbl(("1. one", "2. two"), ("3. three", "4. four"))) == [None] * 4
    assert numbers(tbl(("1. One",), ("2. Two",))) == ["1", "2"]


def test_lists_within_a_report_do_not_become_chapters() -> None:
    body = [
        p(r("1 Introduction", bold=True)),
        "1.1 A",
        "1.2 B",
        "1. one",
        "2. two",
        "1.3 C",
        p(r("2 Family", bold=True)),
        "2.1 D",
    ]
    assert numbers(*body) == ["1", "1.1", "1.2", "1", "2", "1.3", "2", "2.1"]


def test_a_thousand_typed_paragraphs_take_no_time() -> None:
    lines = [Line(f"{chapter}.{number} Text") for chapter in range(1, 21) for number in range(1, 51)]
    assert all(found is not None for found in typed_numbers(lines))


def test_headings_of_word_with_typed_paragraphs() -> None:
    assert numbers(h("A"), "1.1 Text", "1.2 Text", h("B"), "2.1 Text") == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_contents_list_that_was_typed_is_no_sequence_of_paragraphs() -> None:
    contents = ["1. Introduction\t3", "2. Family ........ 5", "3. Analysis      12"]
    body = [*contents, p(r("1. Introduction", bold=True)), "1.1 A", "1.2 B", p(r("2. Family", bold=True)), "2.1 C"]
    assert numbers(*body) == [None, None, None, "1", "1.1", "1.2", "2", "2.1"]
