"""How each person was told of the review and reached since: what contacts, meetings and questions tell."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from scr_docs.case.model import Case, FamilyQuestion, Person

TOO_YOUNG = 5
"""Below this age in years, at the decision, nobody expects to be told of a review themselves."""

_READ_WITHOUT_HELP = ("en", "cy")
"""Languages in which a board can write by itself."""


@dataclass(frozen=True, slots=True)
class Told:
    """How one person was told and reached.

    `first` is the day of the first contact, `days` how many days after the decision that was (below 0: before it); both
    None where they are not known. `channels` are those of the contacts, and "meeting", in the order of use. `owed` is
    whether somebody should have been told: the dead, the untraceable and the very young could not be.
    """

    person: Person
    first: datetime.date | None
    days: int | None
    channels: tuple[str, ...]
    stages: frozenset[str]
    questions: tuple[FamilyQuestion, ...]
    owed: bool
    _notes: str

    @property
    def reached(self) -> bool:
        """Whether there was any contact."""
        return bool(self.channels)

    @property
    def one_way_only(self) -> bool:
        """Whether somebody who has given no answer, as far as is known, was asked in one way alone."""
        silent = self.person.involvement.status in {None, "invited", "no-reply"}
        return silent and len(self.channels) == 1 and "meeting" not in self.channels

    @property
    def unanswered(self) -> tuple[FamilyQuestion, ...]:
        """What this person asked and has no answer to."""
        return tuple(asked for asked in self.questions if asked.answered_on is None or not asked.answer)

    def needs(self, needs: Iterable[str]) -> bool:
        """Whether the case file notes one of these; a language other than English or Welsh needs an interpreter."""
        wanted = set(needs)
        foreign = self.person.contact.language.partition("-")[0].lower() not in _READ_WITHOUT_HELP
        return bool(wanted & set(self.person.contact.needs)) or (foreign and "interpreter" in wanted)

    def arranged(self, words: Iterable[re.Pattern[str]]) -> bool:
        """Whether a contact or a meeting with this person speaks of it."""
        return any(word.search(self._notes) for word in words)


def told(case: Case) -> tuple[Told, ...]:
    """How everybody in the family was told, in the order of the case file."""
    return tuple(_told(case, person) for person in case.family)


def _told(case: Case, person: Person) -> Told:
    contacts = [contact for contact in case.contacts if contact.person == person.id]
    meetings = [meeting for meeting in case.meetings if meeting.person == person.id]
    first = min((day for day in (*(c.date for c in contacts), *(m.on for m in meetings)) if day), default=None)
    decided = case.review.decided_on
    channels = [contact.channel or "a way not written down" for contact in contacts] + ["meeting"] * bool(meetings)
    notes = [contact.note or "" for contact in contacts]
    notes += [text for meeting in meetings for text in (*meeting.with_, *meeting.place)]
    return Told(
        person,
        first,
        (first - decided).days if first and decided else None,
        tuple(dict.fromkeys(channels)),
        frozenset(contact.stage for contact in contacts if contact.stage),
        tuple(asked for asked in case.questions if asked.person == person.id),
        _owed(case, person),
        "\n".join(notes),
    )


def _owed(case: Case, person: Person) -> bool:
    if person.has_died or person.involvement.reason == "not-traced":
        return False
    decided = case.review.decided_on
    return not (person.born and decided and (decided - person.born).days < TOO_YOUNG * 365.25)
