"""What must hold of every shipped rule, whatever it looks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from scr_docs import case as cases
from scr_docs import engine, pack
from scr_docs.case import Case
from scr_docs.finding import Severity
from scr_docs.kinds import KINDS, PARAMS, Reading
from scr_docs.pack import Example, Rule
from scr_docs.plain import document
from tests.conftest import ROOT

CHECKS = ROOT / "checks"
RULES = pack.load([CHECKS], PARAMS)
LETTERS = sorted((ROOT / "templates").glob("*/letter.yaml"))

EXPECTED: Mapping[str, frozenset[str]] = {"hidden": frozenset({"personal-data"})}
"""Packs whose examples may hold what another pack must tell too: a name in a comment is hidden, and is a name."""


@pytest.fixture(scope="module")
def case() -> Case:
    return cases.load(CHECKS / pack.EXAMPLE_CASE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_examples_of_a_rule_hold(rule: Rule, case: Case) -> None:
    assert [str(mistake) for mistake in engine.try_examples([rule], case)] == []


def test_identifiers_are_unique_and_never_a_former_one_of_another_rule() -> None:
    names = [rule.id for rule in RULES]
    names += [f"{rule.pack}.{former}" for rule in RULES for former in rule.entry.formerly]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_identifier_is_its_pack_and_a_name_that_says_what_is_wrong(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*", rule.id)
    assert rule.id.startswith(Path(rule.file).name.partition(".")[0] + ".")
    assert not re.match(r"(?:check|use|avoid|do-not|dont|never|must|should|require)-", rule.entry.id)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_explains_itself(rule: Rule) -> None:
    entry = rule.entry
    assert entry.kind in KINDS
    assert entry.bad
    assert entry.good
    assert min(len(entry.message), len(entry.why), len(entry.fix), len(entry.source)) >= 10
    assert not entry.message.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_is_uncertain_is_never_must_fix(rule: Rule) -> None:
    if getattr(rule.params, "sure", True) is False or rule.entry.kind == "reason-given":
        assert rule.severity is not Severity.MUST_FIX


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_examples_of_a_rule_trip_no_must_fix_of_another_pack(rule: Rule, case: Case) -> None:
    others = [other for other in RULES if other.documents == rule.documents and other.pack != rule.pack]
    others = [other for other in others if other.pack not in EXPECTED.get(rule.pack, ())]
    for example in (*rule.entry.bad, *rule.entry.good):
        assert _must_fix(example, others, rule, case) == []


def _must_fix(example: Example, rules: list[Rule], rule: Rule, case: Case) -> list[str]:
    """The rules that tell something at a place in the example. What a few lines lack as a whole report does not count."""
    recipient = case.family[0] if rule.documents == "letters" else None
    found = engine.run(Reading(document(example.texts), case, recipient), rules)
    assert found.broken == ()
    return [
        finding.rule
        for finding in found.findings
        if finding.severity is Severity.MUST_FIX and finding.location.block is not None
    ]


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.parent.name)
def test_each_must_have_of_a_letter_is_a_rule(path: Path) -> None:
    wanted = yaml.safe_load(path.read_text("utf-8"))["must_have"]
    rules = {rule.id for rule in RULES if rule.documents == "letters"}
    assert wanted
    assert set(wanted) <= rules
    assert len(wanted) == len(set(wanted))


def test_every_must_have_rule_of_letters_is_wanted_by_a_letter() -> None:
    wanted = {name for path in LETTERS for name in yaml.safe_load(path.read_text("utf-8"))["must_have"]}
    missing = {
        rule.id for rule in RULES if rule.documents == "letters" and rule.entry.kind in {"absent", "says"}
    } - wanted
    assert missing == set()


def test_the_packs_of_the_interface_that_are_built_are_there() -> None:
    assert {rule.pack for rule in RULES} >= {"personal-data", "family", "non-involvement", "letters"}
