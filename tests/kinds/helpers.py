"""One rule of one kind, made in a test and tried on a few lines of text."""

from __future__ import annotations

from typing import Any

from scr_docs.case import Case, Person
from scr_docs.finding import Finding
from scr_docs.kinds import KINDS, Reading
from scr_docs.model import PARTS
from scr_docs.pack import Documents, Example, Rule, RuleEntry
from scr_docs.plain import document

GOOD = (Example((("body", "x"),)),)


def rule_of(
    kind: str, *, message: str = "{person}|{words}|{quote}", documents: Documents = "reports", **params: Any
) -> Rule:
    """A rule of this kind with these keys of its own."""
    scope = params.pop("scope", PARTS)
    entry = RuleEntry.model_validate({
        "id": "tried", "kind": kind, "severity": "check", "message": message, "scope": scope,
        "why": "w", "fix": "f", "source": "s", "bad": ["b"], "good": ["g"],
    })  # fmt: skip
    return Rule(f"test.{kind}", documents, entry, KINDS[kind].params.model_validate(params), "test.yaml", 1)


def tried(
    rule: Rule, *texts: tuple[str, str] | str, case: Case | None = None, recipient: Person | None = None
) -> list[Finding]:
    """What the rule finds; a text alone stands in the body."""
    parts = [("body", text) if isinstance(text, str) else text for text in texts]
    return list(KINDS[rule.entry.kind].check(rule, Reading(document(parts), case, recipient)))


def quotes(found: list[Finding]) -> list[str]:
    """The words that were found."""
    return [finding.text for finding in found]
