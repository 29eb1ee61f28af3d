"""Document + rules + case → findings, in the order in which a reader meets them."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scr_docs import case as cases
from scr_docs.case import Case, Person
from scr_docs.errors import CaseError, Mistake, ModelError, PackError
from scr_docs.finding import Finding
from scr_docs.kinds import KINDS, Reading
from scr_docs.model import Document
from scr_docs.pack import Example, Rule
from scr_docs.plain import document as plain_document


@dataclass(frozen=True)
class Result:
    """What the rules found, which of them broke, and which could not be run for want of a case file."""

    findings: tuple[Finding, ...]
    broken: tuple[str, ...]
    need_case: tuple[str, ...]


def run(reading: Reading, rules: Iterable[Rule]) -> Result:
    """The findings of the rules on one reading. A rule that breaks is told, and the others still run."""
    findings: list[Finding] = []
    broken: list[str] = []
    need_case: list[str] = []
    for rule in rules:
        kind = KINDS[rule.entry.kind]
        if kind.needs_case and (reading.case is None or not reading.case.people):
            need_case.append(rule.id)
            continue
        try:
            findings += (
                finding for finding in kind.check(rule, reading) if not _told_elsewhere(reading.document, finding)
            )
        except Exception as error:  # noqa: BLE001  # whatever it is, the file is then "not checked", never "clean"
            broken.append(f"{rule.id} ({told(error)})")
    findings.sort(key=_order)
    return Result(tuple(findings), tuple(broken), tuple(need_case))


def try_examples(rules: Sequence[Rule], case: Case | None) -> Iterator[Mistake]:
    """What the rules' own examples show to be wrong: a `bad` that is not found, a `good` that is."""
    for rule in rules:
        for word, examples, wanted in (("bad", rule.entry.bad, True), ("good", rule.entry.good, False)):
            for number, example in enumerate(examples, 1):
                if fires(rule, example, case) is not wanted:
                    yield Mistake(
                        f"The example {word} {number} of {rule.id} is {'not ' if wanted else ''}found by its own rule",
                        rule.file,
                        rule.line,
                        mend="Change the example or what the rule looks for",
                    )


def fires(rule: Rule, example: Example, case: Case | None) -> bool:
    """Whether the rule finds something in its example. A letter of an example is to the case's first family member."""
    recipient: Person | None = case.family[0] if case and case.family and rule.documents == "letters" else None
    document: Document = plain_document(example.texts)
    given = case
    if case and example.case:
        try:
            given = cases.changed(case, example.case, Path(rule.file))
        except CaseError as error:
            raise PackError(*error.mistakes) from None
    result = run(Reading(document, given, recipient), [rule])
    if result.broken:
        raise PackError(Mistake(f"The rule {result.broken[0]} broke on its own example", rule.file, rule.line))
    return bool(result.findings)


def _told_elsewhere(document: Document, finding: Finding) -> bool:
    """Whether a finding in a paragraph's reading before its tracked changes is found in its other readings too.

    That reading is a "deleted" block with marks over what was deleted. Kept words are told where they stand now, and
    deleted ones by the block that holds them alone; only what reaches over both is told here.
    """
    place = finding.location
    if place.block is None:
        return False
    block = document.blocks[place.block]
    start, end = place.start or 0, place.end or 0
    if block.part != "deleted" or not block.marks:
        return False
    touched = [mark for mark in block.marks if mark.start < end and start < mark.end]
    return not touched or any(mark.start <= start and end <= mark.end for mark in touched)


def _order(finding: Finding) -> tuple[bool, int, int, int, str]:
    """Place by place; findings about the whole document come last."""
    place = finding.location
    return (place.block is None, place.block or 0, place.start or 0, finding.severity.rank, finding.rule)


def told(error: Exception) -> str:
    """What broke, and where in the program. The message of the error is left out: it may hold a value.

    That of a model that cannot be used holds none, and says how to mend it.
    """
    if isinstance(error, ModelError):
        return "; ".join(map(str, error.mistakes))
    return f"{type(error).__name__} in {_place(error)}"


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].name}, line {frames[-1].lineno}" if frames else "an unknown place"
