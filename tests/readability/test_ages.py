from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_docs.plain import document
from scr_docs.readability.ages import OLDEST, YOUNGEST, ages, band
from scr_docs.readability.passive import PASSIVE
from scr_docs.readability.prose import Counts, count, prose, words
from scr_docs.readability.syllables import syllables


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("letter", 2), ("services", 3), ("worked", 1), ("wanted", 2), ("little", 2), ("safeguarding", 3), ("people", 2),
        ("bereavement", 3), ("information", 4), ("coroner", 3), ("questions", 2), ("experience", 4), ("language", 2),
        ("anniversary", 5), ("previous", 3), ("association", 5), ("agreement", 3), ("didn’t", 2), ("face-to-face", 3),
        ("I", 1), ("Kelly’s", 2), ("fruit", 1), ("serious", 3), ("social", 2),
    ],
)  # fmt: skip
def test_syllables_are_those_that_are_said(word: str, number: int) -> None:
    assert syllables(word) == number


def test_the_formulas_give_what_was_published_of_them() -> None:
    found = ages(Counts(sentences=5, words=100, letters=450, syllables=150, long=10))
    grades = {name: round(age - 5, 2) for name, age in found.items()}
    assert grades == {
        "Flesch-Kincaid": round(0.39 * 20 + 11.8 * 1.5 - 15.59, 2),
        "Automated Readability Index": round(4.71 * 4.5 + 0.5 * 20 - 21.43, 2),
        "Coleman-Liau": round(0.0588 * 450 - 0.296 * 5 - 15.8, 2),
        "Gunning fog": round(0.4 * (20 + 10), 2),
    }
    long = ages(Counts(sentences=30, words=300, letters=1350, syllables=450, long=25))
    assert round(long["SMOG"] - 5, 2) == round(1.043 * 5 + 3.1291, 2)


def test_a_short_text_has_no_reading_age() -> None:
    assert band(count(["A short text has none."] * 3)) is None
    assert ages(count([])) == {}


def test_names_that_a_reader_knows_make_no_text_hard() -> None:
    text = ["Abimbola Oluwaseun will ring you on Monday."] * 20
    known = band(count(text, frozenset({"abimbola", "oluwaseun"})))
    unknown = band(count(text))
    assert known
    assert unknown
    assert known.middle < unknown.middle


def test_addresses_headings_and_rows_are_no_prose() -> None:
    lines = "# What happens next now\n14 Acacia Road, Hallam Bridge\nI will ring you on Monday.\nPhone\nHello."
    assert [block.text for block in prose(document([("body", lines)]).story())] == ["I will ring you on Monday."]
    assert words("Write to sam@example.org or see https://example.org/a-b now") == (
        "Write", "to", "or", "see", "now",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["It was decided.", "You will be contacted.", "Records have been fully examined."])
def test_a_passive_is_known_by_its_form(text: str) -> None:
    assert PASSIVE.search(text)


@pytest.mark.parametrize("text", ["We are worried.", "I am sorry.", "The bed is red."])
def test_a_state_is_no_passive(text: str) -> None:
    assert not PASSIVE.search(text)


@given(st.text(max_size=400))
def test_any_text_can_be_counted(text: str) -> None:
    found = count([text])
    assert found.long <= found.words <= found.syllables or not found.words
    assert all(YOUNGEST <= age <= OLDEST for age in ages(found).values())


@pytest.mark.parametrize("letter", ["a", "aA", "é-", "is ", "A@", "x.", "be be "])
def test_a_hundred_thousand_letters_in_a_row_take_no_time(letter: str) -> None:
    text = letter * (100_000 // len(letter))
    start = time.perf_counter()
    count([text])
    list(PASSIVE.finditer(text))
    assert time.perf_counter() - start < 5
