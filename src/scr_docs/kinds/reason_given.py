"""Kind `reason-given`: where somebody did not take part in the review, the report says why."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.case import Case, Person
from scr_docs.family.read import Placed
from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict


class Params(Strict):
    """Nothing to set."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding for each person without a reason: by the case file where there is one, else by the report itself."""
    away = [placed for placed in reading.statements if placed.statement.kind == "non-involvement"]
    if reading.case is None:
        yield from _without_case(rule, reading, away)
    else:
        yield from _by_case(rule, reading, reading.case, away)


def _by_case(rule: Rule, reading: Reading, case: Case, away: list[Placed]) -> Iterator[Finding]:
    took_part = {placed.statement.person for placed in reading.statements if placed.statement.kind == "contribution"}
    for person in case.family:
        if not _owes_a_reason(person) or person.id in took_part or not reading.mentioned(person):
            continue
        own = [placed for placed in away if placed.statement.person == person.id]
        own = own or [placed for placed in away if placed.statement.person is None]
        if not any(placed.statement.reason for placed in own):
            place = _where(own[0]) if own else None
            yield rule.finding(*_quote(own), location=place, person=person.id, called=person.called)


def _without_case(rule: Rule, reading: Reading, away: list[Placed]) -> Iterator[Finding]:
    explained = {placed.statement.person for placed in away if placed.statement.reason}
    took_part = {placed.statement.person for placed in reading.statements if placed.statement.kind == "contribution"}
    told: set[str | None] = set()
    for placed in away:
        person = placed.statement.person
        if person not in explained | took_part | told:
            told.add(person)
            yield rule.finding(*_quote([placed]), location=_where(placed), person=person, called=person or "the family")


def _owes_a_reason(person: Person) -> bool:
    """Whether the case file says that this living person did not, or not yet, take part."""
    return person.involvement.status not in {None, "contributed"} and not person.has_died


def _where(placed: Placed) -> Location:
    return Location.of(placed.block, placed.statement.start, placed.statement.end)


def _quote(placed: list[Placed]) -> tuple[str, ...]:
    return (placed[0].block.text[placed[0].statement.start : placed[0].statement.end],) if placed else ()
