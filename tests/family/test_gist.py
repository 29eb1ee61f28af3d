from __future__ import annotations

import pytest

from scr_docs.family.gist import Count, counts, denies, stems


def test_words_that_mean_the_same_have_one_stem_and_common_words_none() -> None:
    assert stems("The school rang her about bruises") == stems("Schools telephoned about marks")
    assert stems("Mother said that she felt it") == frozenset()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rang only once", [Count("times", 1)]),
        ("on three occasions", [Count("times", 3)]),
        ("two home visits", [Count("times", 2)]),
        ("for 19 days", [Count("days", 19)]),
        ("two weeks", [Count("days", 14)]),
        ("seven years old", []),
        ("in 2015", []),
        ("three children", []),
    ],
)
def test_occasions_and_spans_of_time_are_counted(text: str, found: list[Count]) -> None:
    assert list(counts(text)) == found


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (Count("times", 1), Count("times", 3), True),
        (Count("times", 1), Count("times", 1), False),
        (Count("times", 3), Count("times", 99), False),
        (Count("times", 1), Count("times", 99), True),
        (Count("days", 19), Count("days", 91), True),
        (Count("days", 20), Count("days", 21), False),
        (Count("days", 2), Count("times", 5), False),
    ],
)
def test_counts_of_the_same_thing_may_clash(one: Count, other: Count, *, clash: bool) -> None:
    assert one.clashes(other) is clash
    assert other.clashes(one) is clash


def test_a_denial_is_seen() -> None:
    assert denies("Nobody rang")
    assert denies("she didn’t know")
    assert not denies("They rang and knocked")
