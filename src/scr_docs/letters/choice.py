"""What is made for somebody: which formats, and where a letter would be wrong, what is right instead and why.

The words here are read by the office. They name keys of the case file and never its values, apart from days.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scr_docs.case import Case, Person
from scr_docs.case.terms import terms
from scr_docs.errors import one_of
from scr_docs.letters.order import DERIVED, OWN
from scr_docs.letters.stages import Stage

ADULT = 18

_WAITS_FOR_OTHERS = frozenset({"criminal-proceedings", "court-proceedings"})
_WAYS = {"text": "text-message", "phone": "call-script", "visit": "call-script", "video": "call-script"}
"""How somebody wants to hear from the review, and what is made for it beside the letter."""

_MAY_BE_YOUNG = re.compile(
    r"\b(?:half-?|step-?|foster |adopted |grand-?|great-?|god)?(?:siblings?|brother|sister|cousin|child|son|daughter|"
    r"nephew|niece|twin|triplet|baby|infant|toddler|boy|girl|teenager|pupil|classmate|school ?friend|ward)\b"
    r"(?!['’]s\b|[ -]in[ -]law|[ -]?minder)|\b(?:young|teenage|minor)\b|\bfriend of\b.{0,40}\b(?:child|subject|"
    r"sibling|brother|sister)\b|\b(?:child|subject|sibling|brother|sister)['’]s (?:[a-z]{1,8} )?(?:boy|girl)?friend\b"
)
"""Relationships that somebody under 18 can have."""

_GROWN_UP = re.compile(
    r"\b(?:adult|grown-?up)\b|\b(?:mother|father|parent|mum|dad|carer|uncle|aunt|grand\w{2,12})['’]s (?:[\w-]{1,12} )?"
    r"(?:brother|sister|sibling|twin)\b|\b(?:aunt|uncle)\b"
)
"""Relationships in which those words are said of somebody of a parent's age."""

_FRIEND = re.compile(r"^(?:(?:best|close|good|old) )?(?:friend|boyfriend|girlfriend)$")

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
        if person.has_died:
            return "has died"
        young = self.is_young(person)
        if person is self.case.subject and (young or not self.stage.version("subject")):
            return (
                "the review is about this person, and this stage has no letter to them (subject.docx); "
                "speak with them, or with the person who speaks for them"
            )
        if young and person.born is None and not self._told_young(person):
            return (
                f"may be under 18, and the case file lacks people[{self.case.file_id(person)}].born: fill it in; "
                "no letter for adults goes to a child"
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
        notices = (*self._days(), *self._way(person, formats))
        return Choice(tuple(formats), notices, tuple(dict.fromkeys(cannot)))

    def may_get(self, person: Person, format_: str) -> bool:
        """Whether this format, where it can be made, may go to this person."""
        return self._not_allowed(person, format_) is None

    def is_young(self, person: Person) -> bool:
        """Whether somebody is under 18, or must be taken to be: a sibling, say, without a date of birth."""
        if person.born:
            birthday = (person.born.month, person.born.day)
            return self.day.year - person.born.year - ((self.day.month, self.day.day) < birthday) < ADULT
        return self._told_young(person) or self._may_be_young(person)

    def _told_young(self, person: Person) -> bool:
        return person.involvement.reason == "age" or "young-person" in person.contact.formats

    def _may_be_young(self, person: Person) -> bool:
        """Whether the relationship is one that a child can have."""
        if person is self.case.subject:
            return terms(self.case.review.kind).subject_word == "child"
        relationship = person.relationship.casefold()
        return bool(_MAY_BE_YOUNG.search(relationship)) and not _GROWN_UP.search(relationship)

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
        rung = name == "text-message" or (name == "call-script" and person.contact.channel == "phone")
        if rung and not person.phone:
            return f"the case file lacks people[{self.case.file_id(person)}].phone"
        return None

    def _days(self) -> Iterator[str]:
        decided = self.case.review.decided_on
        if decided and decided > self.day:
            yield "the letter is dated before the review was decided on (review.decided_on): look at the year"
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
            first = "send the text message" if "text-message" in formats else "speak with them"
            yield f"wants to hear by {contact.channel}: {first} first, and keep the letter until they want it"
        if person.born is None and not self.is_young(person) and _FRIEND.search(person.relationship.casefold()):
            key = f"people[{self.case.file_id(person)}].born"
            yield f"is a friend whose age is not known: if they may be under 18, fill in {key}, and do not send this"
        if contact.channel == "letter" and contact.safe_by_post and paper and not person.address:
            key = f"people[{self.case.file_id(person)}].address"
            yield f"has no address in the case file: hand the letter over, or fill in {key}"


def _date(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"
