"""Which letters a pattern needs: too few only cost time, one too many would lose a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from scr_docs.family import answered, around, aside, away, bystanders, heard, kinds_of, reasons, speech, unheard
from scr_docs.family import mark as marking
from scr_docs.family.cues import OBJECT, WHO, cues
from scr_docs.family.gate import Rare, split
from scr_docs.family.literal import Sieve, literals, needed
from scr_docs.family.mark import Marked
from scr_docs.family.people import People
from scr_docs.family.read import read_text

TEXTS = [
    line.partition("|")[2].strip().lower()
    for line in (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
]
MODULES = (answered, around, aside, away, bystanders, heard, kinds_of, marking, speech, unheard)
MORE = [
    "Father was not interviewed. Nobody asked Father about it because he was ill.",
    "The school did not take the chance to write for Mother. No one had seen Father at the nursery.",
    "The nurse was not asked about Mother. The GP, who knew Mother, declined to be interviewed.",
    "The court directed that Father should not be approached by the panel.",
]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"own li(?:fe|ves)\b", {"own li"}),
        (r"\bage\b|too young", {" age", "too young"}),
        (r"\b(?:age|(?:very )?young)\b", {" age", " young"}),
        (r"no (?:\w+ )?(?:wish|will)", {" wish", " will"}),
        (r"no (?:\w+)?(?:wish|will)", {"wish", "will"}),
        (r"[;,] ?(?:wish)", {" wish"}),
        (r"\w ?(?:wish)", {"wish"}),
        (r"visits?", {"visit"}),
        (r"(?:un)?well", {"well"}),
        (r"(?:abroad|overseas)\b", {"abroad", "overseas"}),
        (r"\w+|abroad", set()),
        (r"(?!abroad)[a-z]+", set()),
        (r"a{0,3}b{2}\d*", set()),
    ],
)
def test_a_pattern_needs_its_letters(pattern: str, words: set[str]) -> None:
    assert needed(pattern) == words


def test_every_group_of_words_must_be_there() -> None:
    patterns = [r"(?:drew up|settled) [^;]{0,60}?terms", r"ask(?:s|ed)", r"\w+"]
    sieve = Sieve([literals(one) for one in patterns])
    assert sieve.may_match("father settled the terms") == 0b101
    assert sieve.may_match("father settled in") == 0b100
    assert sieve.may_match("father asked") == 0b110
    assert sieve.may_match("") == 0b100


def test_a_word_may_have_to_stand_before_somebody() -> None:
    patterns = [rf"(?:to|for) (?P<who>[{WHO}{OBJECT}]\d+{WHO})", rf"spoke with (?P<who>(?:{WHO}\d+{WHO}|{OBJECT}\d))"]
    sieve = Sieve([literals(one) for one in patterns])
    assert sieve.may_match(f"the author spoke to {OBJECT}0{WHO}") == 0b01
    assert sieve.may_match(f"to whom {WHO}0{WHO} spoke with a nurse") == 0
    assert sieve.may_match(f"{WHO}0{WHO} spoke with {WHO}1{WHO}, and into {WHO}2{WHO}") == 0b11


def marked(texts: list[str]) -> list[Marked]:
    """The sentences of these texts as the reader marks them."""
    found: list[Marked] = []
    for text in texts:
        list(read_text(text, People(None), section="review", watch=lambda one, _: found.append(one)))
    return found


def test_no_pattern_of_rare_words_matches_without_one_of_them() -> None:
    patterns = [one for module in MODULES for one in vars(module).values() if isinstance(one, Rare)]
    assert len(patterns) > 40
    hits = 0
    for one in marked([*TEXTS, *MORE]):
        for rare in patterns:
            if rare.pattern.search(one.text):
                hits += 1
                assert rare.may_match(one.stems), (rare.pattern.pattern[:80], one.text)
    assert hits > 500


def test_no_pattern_of_a_statement_matches_without_what_it_needs() -> None:
    hits = 0
    for one in marked(TEXTS[::4]):
        worth = cues().worth(one.stems, one.text)
        for name, patterns in cues().patterns.items():
            found = [pattern for pattern in patterns if pattern.search(one.text)]
            hits += len(found)
            assert set(found) <= set(worth[name]), one.text
    assert hits > 250


def test_no_pattern_of_a_reason_matches_without_its_letters() -> None:
    file = reasons.shipped()
    lists = (file.surest, file.anywhere, file.told, file.own, file.last)
    every = [one for each in lists for patterns in each.values() for one in patterns]
    hits = 0
    for pattern in (*every, *file.plainly, *file.vague, *file.vaguest):
        sieve = Sieve([literals(one) for one in split(pattern.pattern)])
        for text in (text for text in TEXTS if pattern.search(text)):
            hits += 1
            assert sieve.may_match(text), text
    assert hits > 100
