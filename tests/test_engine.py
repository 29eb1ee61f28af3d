from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scr_docs import engine, pack
from scr_docs.errors import PackError
from scr_docs.finding import Finding, Location
from scr_docs.kinds import KINDS, PARAMS, Kind, Reading
from scr_docs.model import Block, Document, Mark, Part
from scr_docs.pack import Rule
from scr_docs.plain import document
from tests.small_case import case_of

PACK = """
pack: test
about: Rules for the tests.
documents: {documents}
rules:
{rules}
"""
RULE = """
  - id: {name}
    kind: {kind}
    severity: {severity}
    message: "Found: {{quote}}"
    why: It matters to the family.
    fix: Take it out.
    source: this test
    bad: ["{bad}"]
    good: ["Nothing here."]
    {more}
"""


def rule(
    name: str = "word", severity: str = "check", kind: str = "phrase", more: str = "patterns: ['secret']", **told: str
) -> str:
    return RULE.format(name=name, kind=kind, severity=severity, bad=told.get("bad", "A secret."), more=more)


def load(folder: Path, *rules: str, documents: str = "reports") -> tuple[Rule, ...]:
    (folder / "test.yaml").write_text(PACK.format(documents=documents, rules="".join(rules)), "utf-8")
    return pack.load([folder], PARAMS)


def reading(*texts: tuple[Part, str], **more: Any) -> Reading:
    return Reading(document(texts), more.get("case"))


def test_findings_come_place_by_place_the_most_serious_first_and_the_whole_document_last(tmp_path: Path) -> None:
    rules = load(
        tmp_path,
        rule("a-note", "note"),
        rule("z-must", "must-fix"),
        rule("a-must", "must-fix"),
        rule("missing", "must-fix", kind="absent", more="patterns: ['never there']"),
    )
    found = engine.run(reading(("body", "A secret and a secret.\nAnother secret."), ("comment", "secret")), rules)
    assert [(one.rule, one.location.block, one.location.start) for one in found.findings] == [
        ("test.a-must", 0, 2), ("test.z-must", 0, 2), ("test.a-note", 0, 2),
        ("test.a-must", 0, 15), ("test.z-must", 0, 15), ("test.a-note", 0, 15),
        ("test.a-must", 1, 8), ("test.z-must", 1, 8), ("test.a-note", 1, 8),
        ("test.a-must", 2, 0), ("test.z-must", 2, 0), ("test.a-note", 2, 0),
        ("test.missing", None, None),
    ]  # fmt: skip
    assert (found.broken, found.need_case) == ((), ())


def test_two_runs_find_the_same(tmp_path: Path) -> None:
    rules = load(tmp_path, rule(), rule("other", "note"))
    text = "A secret. A secret."
    assert engine.run(reading(("body", text)), rules) == engine.run(reading(("body", text)), rules)


def broken(_rule: Rule, reading: Reading) -> Iterator[Finding]:
    yield Finding(rule="test.broken", severity=_rule.severity, message="first")
    raise ValueError("Kelly Thompson: " + reading.document.blocks[0].text)


def test_a_rule_that_breaks_is_told_without_a_word_of_the_text_and_the_others_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = load(tmp_path, rule("broken", kind="involvement", more=""), rule())
    monkeypatch.setitem(KINDS, "involvement", Kind(PARAMS["involvement"], broken))
    found = engine.run(reading(("body", "A secret of Kelly.")), rules)
    assert [one.rule for one in found.findings] == ["test.word", "test.broken"]
    (told,) = found.broken
    assert told.startswith("test.broken (ValueError in broken, line ")
    assert "Kelly" not in told


def test_an_error_without_a_traceback_has_no_place() -> None:
    assert engine._place(ValueError("Kelly")) == "an unknown place"


def test_a_rule_that_breaks_on_its_own_example_is_an_error_of_the_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = load(tmp_path, rule("broken", kind="involvement", more=""))
    monkeypatch.setitem(KINDS, "involvement", Kind(PARAMS["involvement"], broken))
    with pytest.raises(
        PackError, match=r"The rule test\.broken \(ValueError in broken, line \d+\) broke on its own example"
    ):
        list(engine.try_examples(rules, None))


def test_rules_that_need_a_case_are_told_where_there_is_none(tmp_path: Path) -> None:
    rules = load(tmp_path, rule("name", kind="known", more="what: [person]"), rule())
    without = engine.run(reading(("body", "A secret of Kelly.")), rules)
    assert without.need_case == ("test.name",)
    assert [one.rule for one in without.findings] == ["test.word"]
    with_case = engine.run(reading(("body", "A secret of Kelly."), case=case_of({"name": "Kelly Thompson"})), rules)
    assert with_case.need_case == ()
    assert [one.text for one in with_case.findings] == ["secret", "Kelly"]


def test_examples_that_do_not_hold_are_mistakes_with_their_place(tmp_path: Path) -> None:
    rules = load(
        tmp_path, rule("never", bad="Nothing is wrong."), rule("always", more="patterns: ['nothing', 'secret']")
    )
    mistakes = [str(mistake) for mistake in engine.try_examples(rules, None)]
    assert len(mistakes) == 2
    assert "The example bad 1 of test.never is not found by its own rule" in mistakes[0]
    assert "The example good 1 of test.always is found by its own rule" in mistakes[1]
    assert all("test.yaml" in mistake for mistake in mistakes)


def test_an_example_of_a_letter_is_one_to_the_first_of_the_family(tmp_path: Path) -> None:
    case = case_of(
        {"id": "child", "name": "Toby Price", "relationship": "subject"},
        {"name": "Kelly Thompson"},
        {"name": "Rob Hughes"},
    )
    told = rule(
        "others",
        kind="known",
        more="what: [person]\n    of_others: true",
        bad="Dear Rob",
    )
    rules = load(tmp_path, told, documents="letters")
    assert list(engine.try_examples(rules, case)) == []
    kelly = pack.Example((("body", "Dear Kelly, we are sorry that Toby died."),))
    assert not engine.fires(rules[0], kelly, case)


@pytest.mark.parametrize("case", [None, case_of()])
def test_an_example_of_a_letter_has_no_recipient_where_the_case_has_nobody(tmp_path: Path, case: Any) -> None:
    rules = load(tmp_path, rule(), documents="letters")
    assert engine.fires(rules[0], pack.Example((("body", "A secret."),)), case)


def test_an_example_may_change_the_case_file(tmp_path: Path) -> None:
    told = rule("known", kind="known", more="what: [person]", bad="Kelly came")
    rules = load(tmp_path, told)
    case = case_of({"name": "Kelly Thompson"})
    other = "people: [{id: a, name: Rob Hughes, relationship: friend}]"
    assert not engine.fires(rules[0], pack.Example((("body", "Kelly came."),), other), case)
    assert engine.fires(rules[0], pack.Example((("body", "Rob came."),), other), case)
    with pytest.raises(PackError, match="contakts"):
        engine.fires(rules[0], pack.Example((), "contakts: []"), case)


def changed(text: str, *marks: tuple[int, int], part: Part = "deleted") -> Reading:
    """One paragraph as it was before its tracked changes, with marks over what was deleted."""
    block = Block(0, part, text, "para 1", marks=tuple(Mark(start, end, "deleted") for start, end in marks))
    return Reading(Document("x", "0", (block,)), None)


@pytest.mark.parametrize(
    ("text", "marks", "told"),
    [
        ("a secret", [], True),  # a deleted paragraph, with nothing around it that was kept
        ("a secret here", [(9, 13)], False),  # kept: told where it stands now
        ("a secret here", [(2, 8)], False),  # deleted alone: told by the block that holds the deletion
        ("a secret here", [(0, 13)], False),
        ("a secret here", [(2, 5)], True),  # half deleted: only this reading shows it whole
        ("a secret here", [(0, 4), (6, 8)], True),
        ("a secret here", [(5, 13)], True),
    ],
)
def test_a_tracked_change_is_not_told_twice(
    tmp_path: Path, text: str, marks: list[tuple[int, int]], told: bool
) -> None:
    found = engine.run(changed(text, *marks), load(tmp_path, rule()))
    assert [one.text for one in found.findings] == (["secret"] if told else [])


def test_marks_in_other_parts_hide_nothing(tmp_path: Path) -> None:
    found = engine.run(changed("a secret here", (2, 8), part="body"), load(tmp_path, rule()))
    assert [one.location.part for one in found.findings] == ["deleted"]


def test_a_finding_about_the_whole_document_stands_nowhere() -> None:
    assert Location().block is None
