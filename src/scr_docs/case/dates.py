"""Days of a case file that are possible each and odd together: a contact before there was a review, say."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from scr_docs.case.model import Case, Person

Told = Iterator[tuple[str, str]]

_WAITS = frozenset({"criminal-proceedings", "court-proceedings"})
_FOR_THE_DRAFT = frozenset({"talk", "read-draft"})
_FUTURE = "is in the future"


def odd_dates(case: Case, today: datetime.date) -> Told:
    """For each day that is worth a look, its place in the case file and why. Names nobody and repeats no day."""
    yield from _of_review(case, today)
    yield from _of_proceedings(case, today)
    for person in case.people:
        yield from ((f"people[{case.file_id(person)}].{key}", told) for key, told in _of_person(case, person, today))
    yield from _of_contacts(case, today)
    yield from _of_meetings(case)
    yield from _of_questions(case, today)


def _of_review(case: Case, today: datetime.date) -> Told:
    review, died = case.review, case.subject.died if case.subject else None
    decided, feedback, publish = review.decided_on, review.feedback_by, review.publish_on
    if decided and decided > today:
        yield "review.decided_on", _FUTURE
    if decided and died and decided < died:
        yield "review.decided_on", "is before the day on which the person died whom the review is about"
    if died and review.period.from_ and review.period.from_ > died:
        yield "review.period.from", "is after the day on which the person died whom the review is about"
    for key, day in (("feedback_by", feedback), ("publish_on", publish)):
        if day and decided and day < decided:
            yield f"review.{key}", "is before the day of the decision (review.decided_on)"
    if publish and feedback and publish <= feedback:
        yield "review.publish_on", "is not after the day until which the family can shape the report (feedback_by)"
    if publish and review.publication.until and review.publication.until < publish:
        yield "review.publication.until", "is before the day of publication (review.publish_on)"


def _of_proceedings(case: Case, today: datetime.date) -> Told:
    feedback, waits = case.review.feedback_by, any(one.involvement.reason in _WAITS for one in case.people)
    for number, one in enumerate(case.review.proceedings):
        key = f"review.proceedings[{number}].revisit_on"
        if one.status == "closed" or one.revisit_on is None:
            continue
        if one.revisit_on < today:
            yield key, "is past: ask again, and write down the next day, or that it is closed"
        elif feedback and waits and one.revisit_on > feedback:
            yield key, "is after feedback_by: whoever has to wait for it could not shape the report any more"


def _of_person(case: Case, person: Person, today: datetime.date) -> Told:
    decided = person.involvement.decided_on
    if person.died and person.died > today:
        yield "died", _FUTURE
    if decided and decided > today:
        yield "involvement.decided_on", _FUTURE
    if decided and case.review.decided_on and decided < case.review.decided_on:
        yield "involvement.decided_on", "is before the day of the decision to hold the review (review.decided_on)"


def _of_contacts(case: Case, today: datetime.date) -> Told:
    for number, contact in enumerate(case.contacts):
        key, person = f"contacts[{number}]", case.person(contact.person) if contact.person else None
        if contact.person is None:
            yield f"{key}.person", "is blank; it does not say who was reached"
        if contact.date is None:
            yield f"{key}.date", "is blank; letters and checks cannot tell when it was"
            continue
        if contact.date > today:
            yield f"{key}.date", f"{_FUTURE}; contacts are what was done already"
        if case.review.decided_on and contact.date < case.review.decided_on:
            yield f"{key}.date", "is before the day of the decision (review.decided_on): look at the year"
        if person and person.died and contact.date > person.died:
            yield f"{key}.date", "is after the day on which this person died"


def _of_meetings(case: Case) -> Told:
    review = case.review
    for number, meeting in enumerate(case.meetings):
        key = f"meetings[{number}].on"
        if meeting.on is None:
            continue
        if review.decided_on and meeting.on < review.decided_on:
            yield key, "is before the day of the decision (review.decided_on): look at the year"
        if meeting.purpose in _FOR_THE_DRAFT and review.publish_on and meeting.on >= review.publish_on:
            yield key, "is not before the day of publication (review.publish_on)"
        elif meeting.purpose in _FOR_THE_DRAFT and review.feedback_by and meeting.on > review.feedback_by:
            yield key, "is after feedback_by, until which the family can shape the report"


def _of_questions(case: Case, today: datetime.date) -> Told:
    for number, asked in enumerate(case.questions):
        for name, day in (("asked_on", asked.asked_on), ("answered_on", asked.answered_on)):
            if day and day > today:
                yield f"questions[{number}].{name}", _FUTURE
        if asked.asked_on and asked.answered_on and asked.answered_on < asked.asked_on:
            yield f"questions[{number}].answered_on", "is before the day on which it was asked"
