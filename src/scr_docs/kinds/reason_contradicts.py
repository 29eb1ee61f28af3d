"""Kind `reason-contradicts`: the reason that the report gives is that of the case file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.case import Person
from scr_docs.family.absence import Absence
from scr_docs.finding import Finding
from scr_docs.kinds.away import away, said, told_at
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

_NEAR = (
    frozenset({"criminal-proceedings", "court-proceedings", "legal-advice"}),
    frozenset({"health", "capacity", "distress"}),
    frozenset({"own-choice", "distress", "legal-advice"}),
    frozenset({"not-traced", "abroad", "late-identified"}),
)
"""Reasons that two careful people may give for the same thing."""

_COULD_NOT = re.compile(
    r"\b(?:not (?:been )?possible|impossible|unable to|could not|hard to reach|attempts|efforts|without success)\b",
    re.IGNORECASE,
)


class Params(Strict):
    """Nothing to set."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding for each person of whom case file and report tell different things. {words} holds both."""
    if reading.case is None:
        return
    for absence in away(reading):
        person = reading.case.person(absence.person) if absence.person else None
        told = _contradiction(person, absence) if person else None
        if told:
            yield told_at(rule, reading, absence.at, absence.person, words=told)


def _contradiction(person: Person, absence: Absence) -> str | None:
    """What each of the two says, in words; None where they agree, or one of them is silent."""
    case = person.involvement
    if case.status == "contributed":
        why = f" ({said(absence.reason)})" if absence.reason else ""
        return f"the report says that they did not take part{why}, the case file says that they did"
    known: str | None = case.reason if case.reason != "other" else None
    if known is None:
        known = {"declined": "own-choice", "no-reply": "no-reply"}.get(case.status or "")
    if known is None:
        asked = case.status == "not-invited" and _says_asked(absence)
        return _both(absence, "that nobody asked them") if asked else None
    if absence.reason in {None, "other"}:
        answered = case.status == "declined" or (case.status is None and known == "own-choice")
        return (
            _both(absence, said(known)) if answered and absence.vague and _COULD_NOT.search(absence.at.quote) else None
        )
    agree = absence.reason == known or any({absence.reason, known} <= near for near in _NEAR)
    return None if agree else _both(absence, said(known))


def _both(absence: Absence, case: str) -> str:
    report = said(absence.reason) if absence.reason else "only that it could not be done"
    return f"the report says {report}, the case file says {case}"


def _says_asked(absence: Absence) -> bool:
    return absence.reason in {"own-choice", "no-reply"}
