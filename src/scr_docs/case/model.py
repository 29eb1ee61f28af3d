"""The case file as data: what `case.yaml` may hold. It holds real names, and none of it may reach a log or message."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from scr_docs.case.values import check_email, check_language, check_time, is_secure, name_words, parse_date
from scr_docs.yaml_file import Strict, Text

Date = Annotated[datetime.date, BeforeValidator(parse_date)]
Email = Annotated[Text, BeforeValidator(check_email)]
Language = Annotated[Text, BeforeValidator(check_language)]
Time = Annotated[Text, BeforeValidator(check_time)]

ReviewKind = Literal["scr", "lcspr", "cpr", "sar", "dhr"]
Channel = Literal["letter", "email", "text", "phone", "visit", "video"]
Format = Literal["standard", "large-print", "easy-read", "young-person", "plain-text", "html", "read-aloud"]
Status = Literal["contributed", "invited", "declined", "no-reply", "deferred", "not-invited"]
Reason = Literal[
    "own-choice", "no-reply", "criminal-proceedings", "court-proceedings", "not-traced", "safety", "health", "capacity",
    "distress", "age", "legal-advice", "abroad", "deceased", "no-relationship", "late-identified", "other",
]  # fmt: skip


MeetingPurpose = Literal["talk", "read-draft", "answer-questions"]


class Period(Strict):
    """The time that the review looks at."""

    from_: Date | None = Field(None, alias="from")
    to: Date | None = None


class Proceedings(Strict):
    """A police, court or coroner's case that goes on beside the review."""

    kind: Text | None = None
    status: Text | None = None
    agreed_with: Text | None = None
    revisit_on: Date | None = None


class Publication(Strict):
    """What becomes of the report."""

    decision: Literal["full", "summary", "anonymous", "none"] | None = None
    where: Text | None = None
    until: Date | None = None
    spokesperson: Text | None = None
    reason: Text | None = None
    decided_by: Text | None = None


class Review(Strict):
    """The review itself: its kind, its subject, its questions and its dates."""

    kind: ReviewKind
    subject: Text | None = None
    period: Period = Period()
    decided_on: Date | None = None
    reasons_for_family_involvement: tuple[Text, ...] = ()
    questions_for_family: tuple[Text, ...] = ()
    not_covered: tuple[Text, ...] = ()
    proceedings: tuple[Proceedings, ...] = ()
    feedback_by: Date | None = None
    publish_on: Date | None = None
    publication: Publication = Publication()


class Board(Strict):
    """The board or partnership that holds the review."""

    name: Text
    short_name: Text | None = None
    address: tuple[Text, ...] = ()
    phone: Text | None = None
    email: Email | None = None
    website: Text | None = None


class TeamMember(Strict):
    """Somebody whom the family may ring or write to."""

    name: Text | None = None
    role: Text | None = None
    phone: Text | None = None
    email: Email | None = None
    hours: Text | None = None


class Team(Strict):
    """Who leads the review, and the one named person for the family."""

    lead_reviewer: TeamMember = TeamMember()
    family_contact: TeamMember = TeamMember()


class Support(Strict):
    """An organisation that can help: advocacy, bereavement, interpreting."""

    name: Text | None = None
    what: Text | None = None
    phone: Text | None = None
    email: Email | None = None
    website: Text | None = None


class ContactWishes(Strict):
    """How somebody wants to hear from the review, and what they need for it."""

    channel: Channel = "letter"
    language: Language = "en-GB"
    formats: tuple[Format, ...] = ()
    print_size: int | None = Field(None, ge=16, le=24)
    safe_by_post: bool = True
    needs: tuple[Text, ...] = ()


class Involvement(Strict):
    """Whether somebody took part, and if not, why."""

    status: Status | None = None
    reason: Reason | None = None
    detail: Text | None = None
    decided_by: Text | None = None
    decided_on: Date | None = None


class Person(Strict):
    """A member of the family or its network, or the person whom the review is about."""

    id: Text
    name: Text
    also_known_as: tuple[Text, ...] = ()
    relationship: Text
    report_name: Text | None = None
    greeting: Text | None = None
    born: Date | None = None
    died: Date | None = None
    address: tuple[Text, ...] = ()
    phone: Text | None = None
    email: Email | None = None
    contact: ContactWishes = ContactWishes()
    involvement: Involvement = Involvement()

    @property
    def called(self) -> str:
        """What results call the person: by report name, otherwise by relationship; never by name."""
        return self.report_name or self.relationship

    @property
    def has_died(self) -> bool:
        """Whether the case file says that they have died, by the day or as the reason why they took no part."""
        return self.died is not None or self.involvement.reason == "deceased"

    @property
    def in_custody(self) -> bool:
        """Whether their address is a prison or another secure place."""
        return is_secure(self.address)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that this person is known by, the full name first."""
        return (self.name, *self.also_known_as)


class Professional(Strict):
    """Somebody who worked with the family."""

    name: Text | None = None
    role: Text | None = None
    agency: Text | None = None
    report_name: Text | None = None


class KnownPlace(Strict):
    """A school, a surgery, a home: a place that would tell who the family is."""

    name: Text | None = None
    kind: Text | None = None
    report_name: Text | None = None


class Identifier(Strict):
    """A number that identifies: NHS, case, crime or court number."""

    value: Text | None = None
    kind: Text | None = None
    person: Text | None = None


class Meeting(Strict):
    """A meeting with somebody, arranged or held."""

    person: Text | None = None
    purpose: MeetingPurpose | None = None
    on: Date | None = None
    at: Time | None = None
    place: tuple[Text, ...] = ()
    minutes: int | None = None
    with_: tuple[Text, ...] = Field((), alias="with")
    topics: tuple[Text, ...] = ()


class Feedback(Strict):
    """What somebody said of the draft, and what was done about it."""

    person: Text | None = None
    paragraph: Text | None = None
    said: Text | None = None
    decision: Literal["changed", "not-changed", "disagreement-recorded"] | None = None
    why: Text | None = None
    at: Text | None = None


class Contact(Strict):
    """Something that was done to reach somebody."""

    date: Date | None = None
    person: Text | None = None
    channel: Channel | None = None
    stage: Text | None = None
    note: Text | None = None


class FamilyQuestion(Strict):
    """What the family asked, and the answer."""

    person: Text | None = None
    asked_on: Date | None = None
    question: Text | None = None
    answered_on: Date | None = None
    answer: Text | None = None


class Case(Strict):
    """One review's case file."""

    schema_: Literal["scr-docs/case/1"] = Field(alias="schema")
    reference: Text
    review: Review
    board: Board
    team: Team = Team()
    support: tuple[Support, ...] = ()
    people: tuple[Person, ...] = ()
    professionals: tuple[Professional, ...] = ()
    places: tuple[KnownPlace, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    publishable: tuple[Text, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    changes: tuple[Text, ...] = ()
    contacts: tuple[Contact, ...] = ()
    questions: tuple[FamilyQuestion, ...] = ()

    @cached_property
    def subject(self) -> Person | None:
        """The person whom the review is about: by `review.subject`, else by the relationship "subject"."""
        for person in self.people:
            by_relationship = not self.review.subject and person.relationship.casefold() == "subject"
            if person.id == self.review.subject or by_relationship:
                return person
        return None

    @cached_property
    def family(self) -> tuple[Person, ...]:
        """Everybody in the case file but the subject."""
        return tuple(person for person in self.people if person is not self.subject)

    @cached_property
    def words_of_names(self) -> frozenset[str]:
        """The words, in small letters, of the names of people, board and helpers: those who read letters know them."""
        team = (self.team.lead_reviewer.name, self.team.family_contact.name)
        people = (name for person in self.people for name in (person.name, person.greeting, *person.also_known_as))
        told = (*team, *people, *(support.name for support in self.support), self.board.name, self.board.short_name)
        return frozenset(word.lower() for name in told if name for word in re.findall(r"[^\W\d_]+", name))

    @property
    def report_names(self) -> tuple[str, ...]:
        """What the report must call the people, the professionals and the places."""
        names = [person.report_name for person in self.people]
        names += [person.report_name for person in self.professionals]
        names += [place.report_name for place in self.places]
        return tuple(name for name in names if name)

    @property
    def public_contacts(self) -> tuple[tuple[str | None, str | None], ...]:
        """The telephone numbers and e-mail addresses of the board, its team and those who support families."""
        team = (self.team.lead_reviewer, self.team.family_contact)
        return (
            (self.board.phone, self.board.email),
            *((member.phone, member.email) for member in team),
            *((support.phone, support.email) for support in self.support),
        )

    def person(self, identifier: str) -> Person | None:
        """The person with this id."""
        return next((person for person in self.people if person.id == identifier), None)

    def contacted(self, person: Person, stage: str) -> bool:
        """Whether this person's contacts hold this stage."""
        return any(contact.person == person.id and contact.stage == stage for contact in self.contacts)

    def id_names_someone(self, person: Person) -> bool:
        """Whether this person's id holds part of anybody's name. Ids stand in results and file names."""
        return bool(name_words(person.id) & self.words_that_ids_avoid)

    @cached_property
    def words_that_ids_avoid(self) -> frozenset[str]:
        """The words of three letters or more in the names of everybody, in lower case."""
        return frozenset(name_words(*(name for somebody in self.people for name in somebody.names)))

    @property
    def file_reference(self) -> str:
        """The reference as it may stand in a file name."""
        return _plain(self.reference) or "case"

    @cached_property
    def ids_by_file_name(self) -> Mapping[str, frozenset[str]]:
        """The ids of people by how a file name would call them, in small letters."""
        found: dict[str, frozenset[str]] = {}
        for person in self.people:
            plain = _plain(person.id).casefold()
            found[plain] = found.get(plain, frozenset()) | {person.id}
        return found

    def file_id(self, person: Person) -> str:
        """The person as a file name may call them: by id, or by number where the id holds a name or is like another."""
        plain = _plain(person.id)
        taken = self.ids_by_file_name.get(plain.casefold(), frozenset()) - {person.id}
        if plain and not taken and not self.id_names_someone(person):
            return plain
        number = self.people.index(person) + 1
        names = (f"person-{number}{'x' * more}" for more in range(9))
        return next(name for name in names if name not in self.ids_by_file_name)


def _plain(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", text).strip("-.")


class FeedbackLog(Strict):
    """A feedback log in a file of its own, as `feedback read` writes it."""

    feedback: tuple[Feedback, ...] = ()
