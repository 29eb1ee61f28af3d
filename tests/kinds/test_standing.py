"""Where a pattern stood last is only where to look first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_docs.kinds import standing
from scr_docs.kinds.standing import enough_stand, stands
from tests.kinds.helpers import rule_of, tried

PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (r"\bring\b", r"^dear", r"(?<!not )sorry", r"by .{0,10}post", r"him$", r"\Aa", r"a\Z", r"x(?=y)", "")
]
PIECES = [
    "ring",
    "spring",
    "Dear Ann",
    "not sorry",
    "sorry",
    "by the post",
    "by\npost",
    "him",
    "him too",
    "a",
    "xy",
    "x",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join) | st.lists(st.sampled_from(PIECES), max_size=8).map(
    "\n".join
)


@given(st.lists(TEXTS, min_size=1, max_size=6), st.integers(0, 4))
def test_the_answer_is_that_of_the_pattern_whatever_was_looked_at_before(texts: list[str], at_least: int) -> None:
    for text in texts:
        there = [pattern.search(text) is not None for pattern in PATTERNS]
        assert [stands(pattern, text) for pattern in PATTERNS] == there
        assert enough_stand(PATTERNS, text, at_least) == (sum(there) >= at_least)


@pytest.mark.parametrize(
    ("before", "after"),
    [("Ring Carol on Monday", "Bring Carol on Monday"), ("Ring Carol", "Ann, do not"), ("Ring", ""), ("", "Ring")],
)
def test_what_one_letter_says_does_not_stand_for_another(before: str, after: str) -> None:
    rule = rule_of("absent", patterns=[r"\bring\b"])
    for text in (before, after, before):
        assert bool(tried(rule, text)) is ("Ring" not in text)


def test_only_so_many_patterns_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "_MOST", 5)
    remembered: dict[re.Pattern[str], tuple[str, int]] = {}
    monkeypatch.setattr(standing, "_last", remembered)
    for number in range(40):
        assert stands(re.compile(f"a{number}b"), f"xx a{number}b")
        assert len(remembered) <= 5
