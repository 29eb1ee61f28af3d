from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_docs.case.model import Reason
from scr_docs.errors import PackError
from scr_docs.family import cues as module
from scr_docs.family import evidence, grammar, listeners, reasons, roles, sections
from scr_docs.family.cues import SIGNS, cues
from scr_docs.family.gate import needed, split, stem
from scr_docs.family.words import Phrases, small, spelled_out, words

SHIPPED = Path(module.__file__).with_name("statements.yaml")


def test_the_shipped_cues_load_once() -> None:
    assert cues() is cues()
    assert cues()["contribution"]


@pytest.mark.parametrize(
    "load",
    [
        grammar.grammar, listeners.listeners, reasons.shipped, roles.shipped, lambda: sections.section_of(["Family"]),
        lambda: evidence.evidence_of("two letters"),
    ],
)  # fmt: skip
def test_every_other_list_of_words_loads(load: object) -> None:
    assert callable(load)
    assert load() is not None


def test_reasons_are_those_of_the_case_file() -> None:
    known = {str(reason) for reason in Reason.__args__}  # type: ignore[attr-defined]
    file = reasons.shipped()
    assert {*file.anywhere, *file.told, *file.own, *file.last} == known


def test_no_pattern_repeats_a_group_without_an_end() -> None:
    patterns = [pattern.pattern for found in cues().patterns.values() for pattern in found]
    assert not [pattern for pattern in patterns if re.search(r"\)[+*]", pattern)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('  - "according to {who}"', '  - "according to {whom}"', "view[2]: holds 'whom', which is unknown"),
        (
            '  - "according to {who}"',
            '  - "according to ({who}"',
            "view[2]: is no pattern: missing ), unterminated subpattern",
        ),
        ("contribution_bare:", "contributions_bare:", "contributions_bare"),
        ('  - "according to {who}"', "  - {a: b}", "view[2]"),
    ],
)
def test_a_line_that_is_no_pattern_is_told_with_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    path = tmp_path / "statements.yaml"
    path.write_text(SHIPPED.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(PackError) as raised:
        module.load(path)
    text = str(raised.value)
    name, _, rest = told.partition("[2]")
    assert name in text
    assert rest in text
    assert re.search(r"statements\.yaml:\d+", text)


@given(st.text())
def test_small_letters_keep_their_places(text: str) -> None:
    assert len(small(text)) == len(text)


def test_small_letters_have_straight_apostrophes_and_plain_blanks() -> None:
    assert small("Mother’s\u00a0İ") == "mother's i"


def test_a_phrase_stands_for_all_its_choices_also_within_each_other() -> None:
    said = {"author of this", "author of the", "author of the draft"}
    assert set(spelled_out("(the |)author of (this|the (draft|))")) == said | {f"the {one}" for one in said}


def test_the_longest_phrase_counts_and_the_first_meaning_stays() -> None:
    phrases: Phrases[str] = Phrases()
    phrases.add("social worker", "service")
    phrases.add("social", "other")
    phrases.add("social worker", "later")
    assert phrases.get("social worker") == "service"
    assert phrases.at(words("a social worker"), 1) == (3, "service")
    assert phrases.at(words("a social club"), 1) == (2, "other")
    assert phrases.get("social workers") is None


SERVICE = SIGNS["service"]


@pytest.mark.parametrize(
    ("line", "stems"),
    [
        ("{who} took part", [{"took"}, {"part"}]),
        ("{who} (?:declined|refused)\\b", [{"decl", "refu"}]),
        ("{who} (?:very )?ill\\b", [{"ill"}]),
        ("{who} (?:ill\\w*|sick)", []),  # "ill\w*" may be any length, and so the group tells nothing
        ("(?:co-?operated) with {service}", [{"co", "coop"}, {SERVICE}]),
        ("{who} (?!the )was", [{"was"}]),
        ("{who} offers?\\b", [{"offe"}]),
        ("[{service}] said", [{SERVICE}, {"said"}]),
    ],
)
def test_what_a_pattern_needs_is_found_from_its_text(line: str, stems: list[set[str]]) -> None:
    found = needed(line, {"service": frozenset({SERVICE})})
    assert sorted(map(sorted, found)) == sorted(map(sorted, stems))


def test_alternatives_outside_brackets_are_patterns_of_their_own() -> None:
    assert list(split("a|(?:b|c)|[|]d")) == ["a", "(?:b|c)", "[|]d"]


def test_a_word_is_known_by_its_first_letters() -> None:
    assert [stem(word) for word in ("contributed", "pen portrait", "co-operate", "is")] == ["cont", "pen", "co", "is"]
