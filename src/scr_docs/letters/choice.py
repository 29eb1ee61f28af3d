"""What is made for somebody: which formats, and where a letter would be wrong, what is right instead and why.

The words here are read by the office. They name keys of the case file and never its values, apart from days.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scr_docs.case import Case, Person
from scr_docs.errors import one_of
from scr_docs.letters.order import DERIVED, OWN
from scr_docs.letters.stages import Stage

ADULT = 18

_WAITS_FOR_OTHERS = frozenset({"criminal-proceedings", "court-proceedings"})
_WAYS = {"text": "text-message", "phone": "call-script", "visit": "call-script", "video": "call-script"}
"""How somebody wants to hear from the review, and what is made for it beside the letter."""

_NOT_FOR_YOUNG = "is under 18: only the young person’s letter goes to them"
_UNSAFE = "a letter is not safe for them (safe_by_post: false)"


@dataclass(frozen=True, slots=True)
class Choice:
    """The formats to make for somebody, what the office has to know of it, and why others cannot be made."""

    formats: tuple[str, ...]
    notices: tuple[str, ...] = ()
    cannot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chooser:
    """Chooses for the people of one case, for one stage, on the date of the letters."""

    case: Case
    stage: Stage
    day: datetime.date

    def nothing_for(self, person: Person) -> str | None:
        """Why this person gets nothing at all, and what is right instead; None if they may get something."""
        if person.died or person.involvement.reason == "deceased":
            return "has died"
        young = self.is_young(person)
        if person is self.case.subject and (young or not self.stage.version("subject")):
            return (
                "the review is about this person, and this stage has no letter to them (subject.docx); "
                "speak with them, or with the person who speaks for them"
            )
        if young and not person.contact.safe_by_post:
            return f"is under 18, and {_UNSAFE}; speak with the adult who looks after them"
        if young and "young-person" not in person.contact.formats:
            key = f"people[{self.case.file_id(person)}].contact.formats"
            return (
                "is under 18 and gets no letter for adults; speak with the adult who looks after them, "
                f"and if a letter of their own is right, add young-person to {key}"
            )
        return None

    def held(self, person: Person) -> str | None:
        """The note for the office where nothing may go to this person now, and until when; None if it may."""
        why = self.stage.held(person)
        if why is None or person.involvement.reason not in _WAITS_FOR_OTHERS:
            return why
        until = [one.revisit_on for one in self.case.review.proceedings if one.status != "closed" and one.revisit_on]
        if not until:
            told = "until when is not known: ask those who agreed it, and fill in revisit_on (review.proceedings)"
        elif min(until) < self.day:
            told = f"it was to be looked at again on {_date(min(until))}, which is past: ask again now"
        else:
            told = (
                f"it is looked at again on {_date(min(until))} (review.proceedings), with those with whom it was agreed"
            )
        return f"{why}; nothing goes to them from this stage; {told}"

    def choose(self, person: Person, asked: Sequence[str]) -> Choice:
        """The formats of this person, or those asked for, as far as they may be made."""
        formats: list[str] = []
        cannot: list[str] = []
        for name in dict.fromkeys(asked or self._wanted(person)):
            why = self._not_allowed(person, name) or self._not_possible(person, name)
            if why is None:
                formats.append(name)
            elif asked or why != _NOT_FOR_YOUNG:
                cannot.append(why)
        notices = (*self._days(), *self._way(person, formats), *self._needs(person, formats))
        return Choice(tuple(formats), notices, tuple(dict.fromkeys(cannot)))

    def is_young(self, person: Person) -> bool:
        """Whether somebody is under 18, or must be taken to be, as nobody wrote down when they were born."""
        if person.born:
            birthday = (person.born.month, person.born.day)
            return self.day.year - person.born.year - ((self.day.month, self.day.day) < birthday) < ADULT
        return person.involvement.reason == "age" or "young-person" in person.contact.formats

    def _wanted(self, person: Person) -> tuple[str, ...]:
        contact = person.contact
        if not contact.safe_by_post:
            return ("call-script",)
        formats = contact.formats or ("standard",)
        if self.is_young(person) or person is self.case.subject:
            return formats
        if contact.channel == "email":
            return ("email", *(name for name in formats if name not in {"standard", "plain-text", "html"}))
        way = _WAYS.get(contact.channel)
        return (way, *formats) if way else formats

    def _not_allowed(self, person: Person, name: str) -> str | None:
        """Why this format must not go to this person; None if it may."""
        if self.is_young(person) and name != "young-person":
            return _NOT_FOR_YOUNG
        if person is self.case.subject and name not in DERIVED:
            return f"{name} speaks to others of the person whom the review is about; it cannot go to them"
        if not person.contact.safe_by_post and name != "call-script":
            return f"{_UNSAFE}; ring or meet them instead, and ask first if it is safe to talk"
        return None

    def _not_possible(self, person: Person, name: str) -> str | None:
        """What this format lacks; None if it can be made."""
        if name in OWN and self.stage.version(name) is None:
            if person.contact.safe_by_post:
                return f"wants {name}; this stage has none yet ({OWN[name]}): arrange it by hand"
            return (
                f"{_UNSAFE}, and this stage has no call script yet ({OWN[name]}); "
                "ring or meet them, and ask first if it is safe to talk"
            )
        if name == "email" and not person.email:
            return f"the case file lacks people[{self.case.file_id(person)}].email"
        return None

    def _days(self) -> Iterator[str]:
        for key in ("feedback_by", "publish_on"):
            due = getattr(self.case.review, key)
            if due and due < self.day:
                yield f"review.{key} in the case file is past on the date of this letter"

    def _way(self, person: Person, formats: Sequence[str]) -> Iterator[str]:
        """In which way, and in which order, what is made reaches this person."""
        contact = person.contact
        paper = [name for name in formats if name not in {"email", "text-message", "call-script"}]
        way = _WAYS.get(contact.channel)
        if not contact.safe_by_post:
            yield f"{_UNSAFE}: ring or meet them, and ask first if it is safe to talk"
        elif self.is_young(person):
            yield "is under 18: the adult who looks after them must know of this letter before it goes"
            if contact.channel != "letter":
                yield f"wants to hear by {contact.channel}, and that is worded for adults: ask who looks after them"
        elif "email" in formats and paper:
            yield f"attach {one_of(paper)} to the e-mail"
        elif way and paper:
            first = "send the text message" if way == "text-message" else "speak with them"
            yield f"wants to hear by {contact.channel}: {first} first, and keep the letter until they want it"
        elif contact.channel == "letter" and paper and not person.address:
            key = f"people[{self.case.file_id(person)}].address"
            yield f"has no address in the case file: hand the letter over, or fill in {key}"

    @staticmethod
    def _needs(person: Person, formats: Sequence[str]) -> Iterator[str]:
        if formats and not person.contact.language.startswith("en"):
            yield f"reads {person.contact.language}; the letter is in English, so arrange a translation"
        for need in person.contact.needs:
            if need in {"interpreter", "bsl"}:
                yield f"needs {need}: arrange it before you send this"


def _date(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"
