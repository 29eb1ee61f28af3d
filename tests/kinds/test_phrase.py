from __future__ import annotations

import re
import time

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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mother was hostile. The environment was not.", ["hostile"]),
        ("A hostile environment.", []),
        ("It is an environment. Mother was hostile.", ["hostile"]),
        ("hostile hostile, in the environment", []),
    ],
)
def test_words_of_the_same_sentence_show_that_something_else_is_meant(text: str, found: list[str]) -> None:
    assert quotes(tried(rule_of("phrase", patterns=("hostile",), unless=("environment",)), text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mother was hostile.", True),
        ("The notes call her “hostile”.", False),
        ("He wrote that “she was hostile to us” and left. She was hostile.", True),
        ("The GP's note, 'hostile again', was read out.", False),
        ("Mother was never hostile.", False),
        ("Mother was not at all hostile.", False),
        ("Mother did not come and was hostile.", True),
        ("The term hostile tells nothing.", False),
        ("We do not use words such as hostile.", False),
        ("The report avoids describing parents as hostile.", False),
        ("In the summer term she was hostile.", True),
    ],
)
def test_only_the_report_s_own_words_count_where_that_is_asked(text: str, *, found: bool) -> None:
    assert bool(tried(rule_of("phrase", patterns=("hostile",), own_words=True), text)) is found


def test_a_group_called_told_is_all_that_is_quoted() -> None:
    (found,) = tried(rule_of("phrase", patterns=(r"Child \w (?P<told>DNA'd)",)), "So Child P DNA’d twice.")
    assert (found.text, found.location.start, found.location.end) == ("DNA’d", 11, 16)


@pytest.mark.parametrize(
    ("instead", "suggestions"),
    [
        ("declined", ["declined", "declined"]),
        ({"refused": "declined"}, ["declined", None]),
        ({"refused": "declined", "": "no"}, ["declined", "no"]),
    ],
)
def test_what_to_write_instead_is_suggested(instead: object, suggestions: list[str | None]) -> None:
    rule = rule_of("phrase", patterns=("refus(?:ed|al)",), instead=instead)
    assert [finding.suggestion for finding in tried(rule, "She refused. Her refusal.")] == suggestions


@pytest.mark.parametrize("instead", [3, {}, {"x": 3}, ["x"]])
def test_what_to_write_is_words(instead: object) -> None:
    with pytest.raises(ValidationError, match="is neither words nor words by what they stand for"):
        Params.model_validate({"patterns": ("x",), "instead": instead})


def test_a_paragraph_full_of_hits_is_read_quickly() -> None:
    text = "she was not hostile and " * 4_000
    started = time.process_time()
    tried(rule_of("phrase", patterns=("hostile",), unless=("environment",), own_words=True), text)
    assert time.process_time() - started < 3
