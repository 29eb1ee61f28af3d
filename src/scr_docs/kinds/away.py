"""What the kinds about not taking part share: whom they speak of, and how they show the place."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.family.absence import Absence, absences
from scr_docs.family.statement import Placed
from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule


def away(reading: Reading) -> Iterator[Absence]:
    """Those who did not take part; with a case file, nobody who is dead by it."""
    for absence in absences(reading.statements):
        person = reading.case.person(absence.person) if reading.case and absence.person else None
        if person is None or not person.has_died:
            yield absence


def called(reading: Reading, person: str | None) -> str:
    """What a person is called where results are shown (Person.called); None is the family as a whole."""
    if person is None:
        return "the family"
    known = reading.case.person(person) if reading.case else None
    return known.called if known else person


def said(word: str) -> str:
    """A word of the case file, such as a reason, as one says it."""
    return {"no-reply": "no reply", "own-choice": "their own choice"}.get(word, word.replace("-", " "))


def told_at(rule: Rule, reading: Reading, placed: Placed, person: str | None, *, words: str = "") -> Finding:
    """The finding at this statement."""
    statement = placed.statement
    place = Location.of(placed.block, statement.start, statement.end)
    return rule.finding(placed.quote, location=place, person=person, called=called(reading, person), words=words)
