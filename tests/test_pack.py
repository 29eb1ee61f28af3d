"""A rule pack loads whole or not at all: whatever is wrong in it is told with file and line, and how to mend it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import pytest

from scr_docs import pack
from scr_docs.errors import PackError, SelectionError, one_of
from scr_docs.finding import Severity
from scr_docs.kinds import PARAMS
from scr_docs.model import PARTS, Hurdle, Trait
from scr_docs.names.days.dates import PLACEHOLDERS
from scr_docs.pack import Documents, Example, Rule
from tests.messages import LIST, blank, misfit, missing, no_key, no_name, none_of, other_key

PACK = """\
pack: own
about: What this board wants besides.
rules:
  - id: jargon
    kind: phrase
    patterns: ['section {number}', "isn't"]
    severity: note
    message: "Jargon: {quote}"
    scope: [body, footnote]
    why: Families read this.
    fix: Say it plainly.
    limits: Knows a few words only.
    source: the board's style guide
    bad:
      - This is section 47.
      - footnote: See section 17.
    good: [This is plain.]
    formerly: [big-words]
  - id: thanks
    kind: absent
    patterns: [thank]
    severity: check
    message: nobody is thanked
    why: They gave their time.
    fix: Thank them.
    source: the board's style guide
    bad: [Nothing.]
    good: [We thank the family.]
"""


def write(folder: Path, text: str = PACK, name: str = "own.yaml") -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder


def load(folder: Path, text: str = PACK, name: str = "own.yaml") -> tuple[Rule, ...]:
    return pack.load([write(folder, text, name)], PARAMS)


def changed(old: str, new: str, text: str = PACK) -> str:
    assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
    return text.replace(old, new)


def told(folder: Path, text: str = PACK, name: str = "own.yaml") -> list[str]:
    with pytest.raises(PackError) as caught:
        load(folder, text, name)
    return str(caught.value).replace(f"{folder}{os.sep}", "").replace(str(folder), "FOLDER").splitlines()


def test_a_pack_loads_as_rules_in_its_order(tmp_path: Path) -> None:
    jargon, thanks = load(tmp_path)
    assert (jargon.id, jargon.pack, jargon.documents, jargon.severity) == (
        "own.jargon",
        "own",
        "reports",
        Severity.NOTE,
    )
    assert (jargon.file, jargon.line, jargon.shipped) == (str(tmp_path / "own.yaml"), 4, True)
    assert jargon.entry.scope == ("body", "footnote")
    assert jargon.entry.limits == "Knows a few words only."
    assert jargon.entry.bad == (
        Example((("body", "This is section 47."),)),
        Example((("footnote", "See section 17."),)),
    )
    assert [pattern.search("It ISN’T in Section seven") is not None for pattern in jargon.params.patterns] == [
        True,
        True,
    ]
    assert (thanks.id, thanks.line, thanks.entry.scope, thanks.entry.limits) == ("own.thanks", 19, PARTS, "")
    assert thanks.params.at_least == 1


def test_a_finding_of_a_rule_carries_its_words(tmp_path: Path) -> None:
    rule, _ = load(tmp_path, changed('"Jargon: {quote}"', '"{words} of {person}: {quote}"'))
    found = rule.finding("Section 47", called="the mother", words="words", person="mother", suggestion="law")
    assert (found.rule, found.severity, found.message) == ("own.jargon", Severity.NOTE, "Words of the mother: {quote}")
    assert (found.text, found.person, found.suggestion) == ("Section 47", "mother", "law")
    assert (found.source, found.location.part) == ("the board's style guide", "body")


def test_the_packs_of_a_board_are_told_from_those_that_are_shipped(tmp_path: Path) -> None:
    assert not any(rule.shipped for rule in pack.load([write(tmp_path)], PARAMS, shipped=False))


def test_packs_load_in_the_order_of_their_folders_and_names(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
    write(tmp_path / "two", PACK.replace("pack: own", "pack: aaa"), "aaa.yaml")
    write(tmp_path / "one", PACK.replace("pack: own", "pack: zzz"), "zzz.yaml")
    write(tmp_path / "one", PACK)
    write(tmp_path / "one", "anything", pack.EXAMPLE_CASE)
    rules = pack.load([tmp_path / "one", tmp_path / "two"], PARAMS)
    assert list(dict.fromkeys(rule.pack for rule in rules)) == ["own", "zzz", "aaa"]


def test_the_shipped_packs_load(root: Path) -> None:
    rules = pack.load([root / "checks"], PARAMS)
    assert {rule.documents for rule in rules} == {"reports", "letters", "any"}
    pack.refuse_doubles(rules)


PARTS_SAID = one_of(PARTS)
KINDS = one_of(sorted(PARAMS))
PLACES = one_of([f"{{{name}}}" for name in sorted(PLACEHOLDERS)])
ENTRY = 'a text, or a text by the part it stands in ({comment: "…"})'


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        (
            "pack: own",
            "pack: other",
            ["1: pack: does not agree with the name of the file. Expected: pack: own, or a file other.yaml."],
        ),
        ("pack: own", "pack: Own Rules", [no_name("1: pack")]),
        ("pack: own\n", "", [missing("1", "pack")]),
        ("about: What this board wants besides.\n", "about:\n", [blank("2: about")]),
        ("about:", "abuot:", [missing("1", "about"), no_key("2: abuot", "about")]),
        ("rules:\n", "documents: letter\nrules:\n", [none_of("3: documents", "reports, letters or any", "letters")]),
        ("  - id: jargon", "  - just words\n  - id: jargon", [misfit("4: rules[0]", "lines of the form key: value")]),
        ("id: jargon", "id: Jargon!", [no_name("4: rules[0].id")]),
        ("id: jargon", "id: big_words", [no_name("4: rules[0].id")]),
        ("id: jargon", "id: own.jargon", [no_name("4: rules[0].id")]),
        ("formerly: [big-words]", "formerly: [Big]", [no_name("18: rules[0].formerly[0]")]),
        (
            "kind: phrase",
            "kind: phrases",
            [f"5: rules[0].kind: there is no such kind of rule. Expected: {KINDS}. Did you mean phrase?"],
        ),
        ("kind: phrase", "kind: magic", [f"5: rules[0].kind: there is no such kind of rule. Expected: {KINDS}."]),
        (
            "kind: phrase",
            "kind: [phrase]",
            [f"5: rules[0].kind: there is no such kind of rule. Expected: {KINDS}. Did you mean phrase?"],
        ),
        ("    kind: phrase\n", "", [f"4: rules[0].kind: is missing. Expected: {KINDS}."]),
        ("    kind: phrase\n", "    kind:\n", [f"5: rules[0].kind: is missing. Expected: {KINDS}."]),
        (
            "severity: note",
            "severity: must_fix",
            [none_of("7: rules[0].severity", "must-fix, check or note", "must-fix")],
        ),
        ("severity: note", "severity: error", [none_of("7: rules[0].severity", "must-fix, check or note")]),
        (
            "Jargon: {quote}",
            "Jargon: {qoute}",
            ["8: rules[0].message: holds a {…} that has no meaning here. Expected: {person}, {quote} or {words}."],
        ),
        (
            "Jargon: {quote}",
            "Jargon: {}",
            ["8: rules[0].message: holds a {…} that has no meaning here. Expected: {person}, {quote} or {words}."],
        ),
        ('message: "Jargon: {quote}"', "message: [a]", [misfit("8: rules[0].message", "a text")]),
        (
            "section {number}",
            "section {numbr}",
            [
                (
                    f"6: rules[0].patterns[0]: holds a {{…}} that stands for nothing. Expected: {PLACES}."
                    " Did you mean {number}?"
                )
            ],
        ),
        (
            "section {number}",
            "section {zzz}",
            [f"6: rules[0].patterns[0]: holds a {{…}} that stands for nothing. Expected: {PLACES}."],
        ),
        (
            "section {number}",
            "(a+)+",
            [
                (
                    "6: rules[0].patterns[0]: repeats a group without an end, which can take for ever."
                    " Expected: a bound, such as {0,5}."
                )
            ],
        ),
        (
            "section {number}",
            "(a|b){2,}",
            [
                (
                    "6: rules[0].patterns[0]: repeats a group without an end, which can take for ever."
                    " Expected: a bound, such as {0,5}."
                )
            ],
        ),
        (
            "section {number}",
            "(section",
            [
                (
                    "6: rules[0].patterns[0]: is no pattern: missing ), unterminated subpattern."
                    " Expected: words, or a regular expression."
                )
            ],
        ),
        ("patterns: ['section {number}', \"isn't\"]", "patterns: section", [misfit("6: rules[0].patterns", LIST)]),
        ("    patterns: ['section {number}', \"isn't\"]\n", "", [missing("4: rules[0]", "patterns", LIST)]),
        (
            "    patterns: ['section {number}'",
            "    pattern: ['section {number}'",
            [missing("4: rules[0]", "patterns", LIST), no_key("6: rules[0].pattern", "patterns")],
        ),
        (
            "scope: [body, footnote]",
            "scope: [body, footnotes]",
            [none_of("9: rules[0].scope[1]", PARTS_SAID, "footnote")],
        ),
        ("    why: Families read this.\n", "", [missing("4: rules[0]", "why")]),
        ("    fix: Say it plainly.\n", "    fix:\n", [blank("11: rules[0].fix")]),
        ("    fix: Say it plainly.\n", "    fix: '  '\n", [blank("11: rules[0].fix")]),
        (
            "    limits: Knows a few words only.\n    source: the board's style guide\n",
            "",
            [missing("4: rules[0]", "source")],
        ),
        ("    good: [This is plain.]\n", "", [missing("4: rules[0]", "good", LIST)]),
        ("    good: [This is plain.]\n", "    good:\n", [blank("17: rules[0].good", LIST)]),
        (
            "    good: [This is plain.]\n",
            "    good: []\n",
            ["17: rules[0].good: is an empty list. Expected: at least one entry."],
        ),
        ("    bad: [Nothing.]\n", "    bad: Nothing.\n", [misfit("27: rules[1].bad", LIST)]),
        (
            "    bad: [Nothing.]\n",
            "    bad: []\n",
            ["27: rules[1].bad: is an empty list. Expected: at least one entry."],
        ),
        ("    bad: [Nothing.]\n", "", [missing("19: rules[1]", "bad", LIST)]),
        ("    bad: [Nothing.]\n", "    bad: ['']\n", [f"27: rules[1].bad[0]: is no example. Expected: {ENTRY}."]),
        (
            "    bad: [Nothing.]\n",
            "    bad: [[Nothing]]\n",
            [f"27: rules[1].bad[0]: is no example. Expected: {ENTRY}."],
        ),
        ("    bad: [Nothing.]\n", "    bad: [{}]\n", [f"27: rules[1].bad[0]: is no example. Expected: {ENTRY}."]),
        (
            "footnote: See",
            "footnotes: See",
            [f"16: rules[0].bad[1]: names no part of a document. Expected: {PARTS_SAID}. Did you mean footnote?"],
        ),
        (
            "footnote: See",
            "picture/ink-blot: See",
            [
                f"16: rules[0].bad[1]: names no way of being hidden and no barrier. Expected: {one_of((*get_args(Trait), *get_args(Hurdle)))}."
            ],
        ),
        ("footnote: See", "zzz: See", [f"16: rules[0].bad[1]: names no part of a document. Expected: {PARTS_SAID}."]),
        (
            "kind: phrase",
            "kind: phrase\n    colour: red",
            [
                other_key(
                    "6: rules[0].…",
                    "bad, fix, formerly, good, id, instead, kind, limits, message, only_with, own_words, patterns, scope, severity, source, unless or why",
                )
            ],
        ),
        (
            "patterns: [thank]",
            "patterns: [thank]\n    at_least: some",
            [misfit("22: rules[1].at_least", "a whole number")],
        ),
        ("kind: phrase", "kind: phrase\n    kind: phrase", ["6: this key stands on line 5 already."]),
    ],
)
def test_a_mistake_in_a_pack_is_told_with_file_and_line(
    tmp_path: Path, old: str, new: str, messages: list[str]
) -> None:
    assert told(tmp_path, changed(old, new)) == [f"own.yaml:{message}" for message in messages]


def test_all_mistakes_of_a_pack_are_told_at_once(tmp_path: Path) -> None:
    text = changed(
        "pack: own", "pack: other", changed("severity: note", "severity: x", changed("kind: absent", "kind: x"))
    )
    assert [line.split(": ")[:2] for line in told(tmp_path, text)] == [
        ["own.yaml:1", "pack"], ["own.yaml:7", "rules[0].severity"], ["own.yaml:20", "rules[1].kind"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("pack: own\nabout: x\nrules: []\n", "own.yaml:3: rules: is an empty list. Expected: at least one entry."),
        ("pack: own\nabout: x\nrules:\n", blank("own.yaml:3: rules", LIST)),
        ("pack: own\nabout: x\n", missing("own.yaml:1", "rules", LIST)),
        ("- id: x\n", "own.yaml:1: This is not the rule pack. Expected: lines of the form key: value."),
        ("# to come\n", "own.yaml: The rule pack holds nothing but comments."),
        ("", "own.yaml: The rule pack is empty."),
    ],
)
def test_a_pack_without_rules_is_a_mistake(tmp_path: Path, text: str, message: str) -> None:
    assert told(tmp_path, text) == [message]


def test_a_folder_without_packs_is_a_mistake_and_never_all_clear(tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        pack.load([write(tmp_path, "anything", pack.EXAMPLE_CASE)], PARAMS)
    assert str(caught.value) == f"{tmp_path}: There is no rule pack in this folder. Expected: files ending in .yaml."


@pytest.mark.parametrize("name", ["more.yml", "more.YAML", "more.YML"])
def test_a_pack_whose_name_has_another_ending_is_not_passed_over(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    assert told(tmp_path, PACK, name) == [
        f"{name}: A rule pack has another ending and would not be read. Expected: the name more.yaml."
    ]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        pack.load([tmp_path / "nothing"], PARAMS)
    said = f"{tmp_path / 'nothing'}: There is no such folder of rule packs. Check the path after --checks."
    assert str(caught.value) == said


def test_every_double_is_told_once(tmp_path: Path) -> None:
    text = PACK + PACK[PACK.index("  - id: jargon") :].replace("jargon", "jargon", 1)
    path = tmp_path / "own.yaml"
    assert told(tmp_path, text) == [
        f"own.yaml:29: The rule own.{name} stands in own.yaml already. Give it a name of its own."
        for name in ("jargon", "big-words")
    ] + ["own.yaml:44: The rule own.thanks stands in own.yaml already. Give it a name of its own."]
    assert path.is_file()


def test_a_former_name_is_never_given_to_another_rule(tmp_path: Path) -> None:
    assert told(tmp_path, changed("id: thanks", "id: big-words")) == [
        "own.yaml:19: The rule own.big-words stands in own.yaml already. Give it a name of its own."
    ]


def test_a_pack_of_a_board_may_not_double_one_that_is_shipped(tmp_path: Path) -> None:
    (tmp_path / "board").mkdir()
    shipped = load(tmp_path)
    own = pack.load([write(tmp_path / "board")], PARAMS, shipped=False)
    with pytest.raises(PackError) as caught:
        pack.refuse_doubles((*shipped, *own))
    assert str(caught.value).splitlines()[0] == (
        f"{tmp_path / 'board' / 'own.yaml'}:4: The rule own.jargon stands in {tmp_path / 'own.yaml'} already."
        " Give it a name of its own."
    )


@pytest.fixture
def rules(tmp_path: Path) -> tuple[Rule, ...]:
    """own.jargon (formerly own.big-words), own.thanks, own-words.jargon …, and the rules of letters."""
    write(tmp_path)
    write(tmp_path, PACK.replace("pack: own", "pack: own-words"), "own-words.yaml")
    letters = changed("pack: own", "pack: letters\ndocuments: letters")
    write(tmp_path, letters.replace("id: jargon", "id: no-greeting").replace("[big-words]", "[]"), "letters.yaml")
    return pack.load([tmp_path], PARAMS)


@pytest.mark.parametrize(
    ("chosen", "ignored", "documents", "ids"),
    [
        ([], [], "reports", ["own.jargon", "own.thanks", "own-words.jargon", "own-words.thanks"]),
        ([], [], "letters", ["letters.no-greeting", "letters.thanks"]),
        (["own.jargon"], [], "reports", ["own.jargon"]),
        (["own.big-words"], [], "reports", ["own.jargon"]),
        (["own"], [], "reports", ["own.jargon", "own.thanks"]),
        (["own."], [], "reports", ["own.jargon", "own.thanks"]),
        (["own.thanks", "own.jargon", "own"], [], "reports", ["own.jargon", "own.thanks"]),
        (["own", "own-words.thanks"], [], "reports", ["own.jargon", "own.thanks", "own-words.thanks"]),
        (["letters"], [], "reports", ["letters.no-greeting", "letters.thanks"]),
        ([], ["own"], "reports", ["own-words.jargon", "own-words.thanks"]),
        ([], ["own.big-words", "own-words"], "reports", ["own.thanks"]),
        (["own"], ["own.thanks"], "reports", ["own.jargon"]),
        (["own"], ["own"], "reports", []),
        ([], ["letters"], "reports", ["own.jargon", "own.thanks", "own-words.jargon", "own-words.thanks"]),
    ],
)
def test_rules_are_selected_and_ignored_by_identifier_pack_and_former_name(
    rules: tuple[Rule, ...], chosen: list[str], ignored: list[str], documents: Documents, ids: list[str]
) -> None:
    assert [rule.id for rule in pack.select(rules, chosen, ignored, documents)] == ids


@pytest.mark.parametrize(
    ("selector", "near"),
    [
        ("own.jargn", " Did you mean own.jargon?"),
        ("owm", " Did you mean own?"),
        ("own.j", " Did you mean own?"),
        ("jargon", " Did you mean own.jargon?"),
        ("xyzzy", ""),
        ("", ""),
        (".", ""),
    ],
)
@pytest.mark.parametrize("how", ["select", "ignore"])
def test_a_selector_that_matches_nothing_is_a_mistake(
    rules: tuple[Rule, ...], selector: str, near: str, how: str
) -> None:
    chosen: Sequence[str] = [selector] if how == "select" else []
    ignored: Sequence[str] = [selector] if how == "ignore" else []
    with pytest.raises(SelectionError) as caught:
        pack.select(rules, chosen, ignored, "reports")
    expected = "Expected: an identifier such as personal-data.known-name, or a pack; “scr-docs rules” lists them."
    assert str(caught.value) == f"There is no rule or pack {selector!r}. {expected}{near}"


@pytest.mark.parametrize(
    ("identifier", "found"),
    [
        ("own.jargon", "own.jargon"),
        ("own.big-words", "own.jargon"),
        ("no-greeting", "letters.no-greeting"),
    ],
)
def test_a_rule_is_found_by_its_identifier_or_by_a_name_that_no_other_has(
    rules: tuple[Rule, ...], identifier: str, found: str
) -> None:
    assert pack.find(rules, identifier).id == found


def test_a_name_that_several_rules_have_is_not_guessed(rules: tuple[Rule, ...]) -> None:
    with pytest.raises(SelectionError) as caught:
        pack.find(rules, "jargon")
    assert (
        str(caught.value)
        == "2 rules are called 'jargon'. Expected: the whole identifier: own.jargon or own-words.jargon."
    )


@pytest.mark.parametrize(("identifier", "near"), [("no-greting", "letters.no-greeting"), ("own", None)])
def test_a_rule_that_is_not_there_is_told(rules: tuple[Rule, ...], identifier: str, near: str | None) -> None:
    with pytest.raises(SelectionError) as caught:
        pack.find(rules, identifier)
    assert str(caught.value).startswith(f"There is no rule or pack {identifier!r}.")
    assert near is None or str(caught.value).endswith(f"Did you mean {near}?")
