from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from scr_docs.kinds.phrase import Params, compile_pattern
from tests.kinds.helpers import quotes, rule_of, tried


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("hard to reach", "They were HARD to reach.", ["HARD to reach"]),
        ("mother's", "The mother’s view; the mother's view", ["mother’s", "mother's"]),
        ("born on {date}", "He was born on 3 May 2011.", ["born on 3 May 2011"]),
        ("{number} visits", "ten visits, 3 visits and many visits", ["ten visits", "3 visits"]),
        ("in {month}", "in May and in Maytime", ["in May"]),
        ("the {word} mother", "the young mother", ["the young mother"]),
        ("not{gap}told", "She was not, as far as is known, told. Not so. Told.", ["not, as far as is known, told"]),
        ("was {words}told", "She was then, again, told", ["was then, again, told"]),
        ("the [\\w'’]+ bag", "the mother’s bag", ["the mother’s bag"]),
        ("x{2,3}", "x xx xxxx", ["xx", "xxx"]),
    ],
)
def test_a_pattern_is_found_wherever_it_stands(pattern: str, text: str, found: list[str]) -> None:
    assert quotes(tried(rule_of("phrase", patterns=(pattern,)), text)) == found


def test_what_two_patterns_find_in_one_place_is_told_once() -> None:
    assert quotes(tried(rule_of("phrase", patterns=("secret", "a secret", "cret x")), "a secret x, secret")) == [
        "a secret",
        "secret",
    ]


def test_a_pattern_that_finds_nothing_at_all_is_not_told() -> None:
    assert tried(rule_of("phrase", patterns=("x?",)), "abc") == []


def test_only_the_parts_of_its_scope_are_read() -> None:
    rule = rule_of("phrase", patterns=("secret",), scope=("comment",))
    (found,) = tried(rule, "A secret.", ("comment", "secret"), ("header", "secret"))
    assert found.location.part == "comment"
    assert (found.location.start, found.location.end) == (0, 6)


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("born {dat}", "holds a {…} that stands for nothing"),
        ("(a|b)+", "repeats a group without an end"),
        ("(?:a b)*", "repeats a group without an end"),
        ("(a){2,}", "repeats a group without an end"),
        ("(", "is no pattern"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_told(pattern: str, told: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(told)):
        Params(patterns=(pattern,))


def test_what_is_no_text_is_left_to_the_reader_of_yaml() -> None:
    assert compile_pattern(3) == 3
