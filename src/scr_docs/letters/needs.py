"""What each letter still needs, and to whom it has gone: case file, contacts and meetings held against the stages."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from scr_docs.case import Case, Person
from scr_docs.letters.choice import Chooser
from scr_docs.letters.facts import next_meeting
from scr_docs.letters.stages import Stage


@dataclass(frozen=True, slots=True)
class Needs:
    """One stage: what the case file still lacks for it, and the ids of those to whom the contacts say that it went."""

    lacks: tuple[str, ...]
    gone: tuple[str, ...]


def needs(stage: Stage, case: Case, today: datetime.date) -> Needs:
    """What this stage still needs for those whom it is for and who do not have it yet. People are called by their ids.

    Somebody who gets nothing now, as they have died or must not be written to, needs nothing.
    """
    chooser = Chooser(case, stage, today)
    fits = stage.entry.fits
    due = [
        person
        for person in case.family
        if (person.involvement.status or "not-invited") in fits.statuses
        and not (fits.once and case.contacted(person, stage.name))
        and not (chooser.nothing_for(person) or chooser.held(person))
    ]
    gone = tuple(case.file_id(person) for person in case.people if case.contacted(person, stage.name))
    return Needs((*stage.lacks(case), *_of_people(stage, case, due, today)), gone)


def _of_people(stage: Stage, case: Case, due: list[Person], today: datetime.date) -> Iterator[str]:
    for person in due:
        if person.contact.channel == "letter" and person.contact.safe_by_post and not person.address:
            yield f"people[{case.file_id(person)}].address"
    purpose = stage.entry.meeting
    if purpose and due and all(next_meeting(case, person, today, purpose).on is None for person in due):
        yield f"meetings (one to come, with the purpose {purpose})"
    for earlier in stage.entry.fits.after:
        if waiting := [case.file_id(person) for person in due if not case.contacted(person, earlier)]:
            yield f"contacts ({earlier} goes first, to {', '.join(waiting)})"
