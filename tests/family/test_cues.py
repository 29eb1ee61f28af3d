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
from scr_docs.family.gate import Rare, needed, split, stem
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


@pytest.mark.parametrize(
    ("line", "text", "found"),
    [
        ("asked by", "unasked by her", False), ("asked by", "was asked by her", True),
        ("(?:very )?(?:sad|hurt)", "unhurt", False), ("(?:very )?(?:sad|hurt)", "was hurt", True),
        ("(?<!not )(?:asked|told)", "unasked", False), ("no {gap}(?:asked|told)", "no one was unasked", False),
        ("no {gap}(?:asked|told)", "no one was asked", True), ("no {gap}(?:{ours}|told)", "no one retold", False),
        ("no {gap}(?:{ours}|told)", f"no one of the {SIGNS['reviewer']}", True),
        ("no [^;]{0,9}(?:, told)", "no one, told", True), ("(?:un)?able", "enable unable", True),
    ],
)  # fmt: skip
def test_no_part_of_a_word_is_a_word(line: str, text: str, found: bool) -> None:
    assert bool(module.compile_pattern(line).search(text)) is found


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


def test_small_letters_have_no_accents_so_that_names_of_every_country_are_words() -> None:
    assert (
        small("Fiancé Łukasz Żak, Siân, Søren — and Nguyễn’s aunt")
        == "fiance lukasz zak, sian, soren — and nguyen's aunt"
    )
    assert words(small("Siân Ŵyn")).texts == ["sian", "wyn"]


def test_a_phrase_stands_for_all_its_choices_also_within_each_other() -> None:
    said = {"author of this", "author of the", "author of the draft"}
    assert set(spelled_out("(the |)author of (this|the (draft|))")) == said | {f"the {one}" for one in said}


def test_the_longest_phrase_counts_and_the_first_meaning_stays() -> None:
    phrases: Phrases[str] = Phrases()
    phrases.add("social worker", "service")
    phrases.add("social", "other")
    phrases.add("social worker", "later")
    assert phrases.get("social worker") == "service"
    assert phrases.at(words("a social worker").texts, 1) == (3, "service")
    assert phrases.at(words("a social club").texts, 1) == (2, "other")
    assert phrases.get("social workers") is None


@pytest.mark.parametrize("file", sorted(Path(module.__file__).parent.glob("*.yaml")), ids=lambda file: file.name)
def test_no_pattern_hangs_on_an_accent_since_small_letters_have_none(file: Path) -> None:
    for line in file.read_text("utf-8").splitlines():
        for word in re.findall(r"(?<!\[)[a-z]*[^\W\d_a-zA-Z][a-z]*(?!\])", line):
            assert small(word) in line


@given(st.lists(st.sampled_from(["a", "social", "worker", "club", "of", "the"]), max_size=12))
def test_phrases_are_found_wherever_one_begins(told: list[str]) -> None:
    phrases: Phrases[int] = Phrases()
    phrases.add_all(("social (worker|club)", "club", "the club of the", "of a"), 1)
    found = words(" ".join(told))
    each = {index: phrases.at(found.texts, index) for index in range(len(found))}
    assert phrases.hits(found) == {index: hit for index, hit in each.items() if hit is not None}


def test_a_word_of_speaking_is_sought_where_all_the_words_of_one_of_its_phrases_are() -> None:
    lists = ("say", "tell", "speak", "ask", "feel")
    for verb in (verb for name in lists for verb in cues().verbs[name]):
        stems = frozenset(stem(word) for word in verb.replace("-", " ").split())
        assert stem(verb) in cues().spoken(stems), verb
    assert cues().spoken(frozenset({"was", "told", "home"})) == ["told"]


def test_a_rare_pattern_needs_its_words_or_the_signs_of_its_listeners() -> None:
    rare = Rare(rf"\bmeetings?\b|[{SERVICE}] said")
    assert rare.search("two meetings", frozenset({"two", "meet"}))
    assert rare.search(f"the {SERVICE} said", frozenset({"the", SERVICE, "said"}))
    assert not rare.may_match(frozenset({"the", "home"}))


SERVICE = SIGNS["service"]


@pytest.mark.parametrize(
    ("line", "stems"),
    [
        ("{who} took part", [{"took"}, {"part"}]),
        ("{who} (?:declined|refused)\\b", [{"decl", "refu"}]),
        ("{who} (?:very )?ill\\b", [{"ill"}]),
        ("{who} (?:ill\\w*|sick)", []),  # "ill\w*" may be any length, and so the group tells nothing
        ("(?:co-?operated) with {service}", [{"co", "coop"}, {SERVICE}]),
        ("{service} (?:(?:ask|call)|told)\\w*", [{SERVICE}]),  # "asked" has other letters
        ("{service} (?:(?:ask|call)|told)\\b", [{SERVICE}, {"ask", "call", "told"}]),
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
