"""What a letter may say: the fields of a template, filled from the case file for one recipient.

A template never sees the list of people, only its recipient and the subject, so that it cannot loop over the family. A
field that the case file lacks is false in a condition; printed, it is remembered, and the letter is refused.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from scr_docs.case import Case, Person, terms
from scr_docs.case.model import Meeting, MeetingPurpose
from scr_docs.letters.dates import ENGLISH, day_in, month_in
from scr_docs.letters.order import STAGES

_ITEMS: Mapping[str, tuple[str, ...]] = {
    "support": ("name", "what", "phone", "email", "website"),
    "review.proceedings": ("kind", "status", "agreed_with", "revisit_on"),
    "feedback": ("said", "decision", "why", "at", "paragraph"),
    "answers": ("question", "answer", "answered_on"),
}
_MEMBER = ("name", "role", "phone", "email", "hours")


class Missing:
    """A fact that the case file lacks. False in a condition; remembered by its case-file key when it is printed."""

    def __init__(self, key: str, wanted: list[str]) -> None:
        self._key = key
        self._wanted = wanted

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        self._remember()
        return ""

    def __iter__(self) -> Iterator[str]:
        self._remember()
        return iter(())

    def __len__(self) -> int:
        return 0

    def _remember(self) -> None:
        if self._key not in self._wanted:
            self._wanted.append(self._key)


@dataclass(frozen=True, slots=True)
class Facts:
    """The fields of one letter, and the case-file keys that were printed though the case file lacks them."""

    fields: Mapping[str, Any]
    wanted: list[str]


def facts(
    case: Case, person: Person, day: datetime.date, purpose: MeetingPurpose | None = None, language: str = ENGLISH
) -> Facts:
    """The fields of a letter to `person`, dated `day`; the meeting in it is the next one of this purpose.

    Days and months are in the language of the letter; all else stands as in the case file.
    """
    wanted: list[str] = []
    fields: dict[str, Any] = {}
    for path, (key, value) in _values(case, person, day, purpose, language).items():
        shown = _unbroken(value) if path.endswith(".phone") else _shown(value, language)
        _put(fields, path, Missing(key, wanted) if shown in (None, [], "") else shown)
    return Facts(fields, wanted)


def known_fields() -> frozenset[str]:
    """The dotted names of every field that a template may use; lists and their items' fields too ("support.phone")."""
    items = {f"{path}.{name}" for path, names in _ITEMS.items() for name in names}
    return frozenset(_example_values()) | items


@cache
def _example_values() -> Mapping[str, tuple[str, Any]]:
    """The fields for a case file that holds as little as it may."""
    example = Case.model_validate(
        {
            "schema": "scr-docs/case/1", "reference": "x", "review": {"kind": "scr"}, "board": {"name": "x"},
            "people": [{"id": "x", "name": "x", "relationship": "x"}],
        }
    )  # fmt: skip
    return _values(example, example.people[0], datetime.date(2000, 1, 1), None)


def known_lists() -> frozenset[str]:
    """The dotted names of the fields that are lists."""
    return frozenset(path for path, (_, value) in _example_values().items() if isinstance(value, (list, tuple)))


def next_meeting(case: Case, person: Person, day: datetime.date, purpose: MeetingPurpose | None) -> Meeting:
    """This person's next meeting of this purpose on or after the day; an empty one where there is none."""
    coming = [
        meeting
        for meeting in case.meetings
        if meeting.person == person.id and purpose and meeting.purpose == purpose and meeting.on and meeting.on >= day
    ]
    return min(coming, key=lambda meeting: meeting.on or day, default=Meeting())


def _values(
    case: Case, person: Person, day: datetime.date, purpose: MeetingPurpose | None, language: str = ENGLISH
) -> dict[str, tuple[str, Any]]:
    """Each field with the key of the case file that fills it and its value."""
    review, board, team, words = case.review, case.board, case.team, terms(case.review.kind)
    subject = case.subject
    own = f"people[{case.file_id(person)}]"
    values: dict[str, tuple[str, Any]] = {
        "person.name": (f"{own}.name", person.name),
        "person.greeting": (f"{own}.greeting", person.greeting or person.name),
        "person.in_custody": (f"{own}.address", person.in_custody),
        "person.address": (f"{own}.address", list(person.address)),
        "subject.greeting": ("people[the subject].greeting", subject.greeting if subject else None),
        "subject.died": ("people[the subject].died", bool(subject and subject.died)),
        "review.period.from": ("review.period.from", _month(review.period.from_, language)),
        "review.period.to": ("review.period.to", _month(review.period.to, language)),
        "review.decided_on": ("review.decided_on", review.decided_on),
        "review.feedback_by": ("review.feedback_by", review.feedback_by),
        "review.publish_on": ("review.publish_on", review.publish_on),
        "review.questions_for_family": ("review.questions_for_family", list(review.questions_for_family)),
        "review.not_covered": ("review.not_covered", list(review.not_covered)),
        "review.proceedings": ("review.proceedings", _items("review.proceedings", review.proceedings, language)),
        "support": ("support", _items("support", case.support, language)),
        "letter.date": ("--date", day),
        "letter.reference": ("reference", case.reference),
    }
    values |= _of_meeting(case, person, day, purpose) | _of_waiting(case, person, own)
    values |= _of_answers(case, person, language)
    for stage in STAGES:
        values[f"earlier.{stage.replace('-', '_')}"] = (f"contacts (stage {stage})", _last(case, person, stage, day))
    for name in type(review.publication).model_fields:
        values[f"publication.{name}"] = (f"review.publication.{name}", getattr(review.publication, name))
    for name in ("name", "short_name", "phone", "email", "website"):
        values[f"board.{name}"] = (f"board.{name}", getattr(board, name))
    values["board.address"] = ("board.address", list(board.address))
    for role, member in (("lead_reviewer", team.lead_reviewer), ("family_contact", team.family_contact)):
        for name in _MEMBER:
            values[f"team.{role}.{name}"] = (f"team.{role}.{name}", getattr(member, name))
    for name in type(words).model_fields:
        values[f"terms.{name}"] = (f"terms.{name}", getattr(words, name))
    return values


def _of_meeting(
    case: Case, person: Person, day: datetime.date, purpose: MeetingPurpose | None
) -> dict[str, tuple[str, Any]]:
    meeting = next_meeting(case, person, day, purpose)
    values = {
        "date": meeting.on,
        "time": meeting.at and _clock(meeting.at),
        "place": list(meeting.place),
        "minutes": meeting.minutes and str(meeting.minutes),
        "with": list(meeting.with_),
        "topics": list(meeting.topics),
    }
    keys = {"date": "on", "time": "at"}
    kind = f"meetings (for {case.file_id(person)}, purpose {purpose or 'talk'})"
    return {f"meeting.{name}": (f"{kind}.{keys.get(name, name)}", value) for name, value in values.items()}


def _of_waiting(case: Case, person: Person, own: str) -> dict[str, tuple[str, Any]]:
    """Why somebody has to wait: the open proceedings that fit their reason, and what was decided about this person."""
    criminal = person.involvement.reason == "criminal-proceedings"
    still_open = [one for one in case.review.proceedings if one.status != "closed"]
    still_open.sort(key=lambda one: (one.kind == "criminal") is not criminal)
    going_on = next(iter(still_open), None)
    values: dict[str, tuple[str, Any]] = {
        f"waiting.{name}": (f"{own}.involvement.{name}", getattr(person.involvement, name))
        for name in ("reason", "decided_by", "decided_on")
    }
    for name in ("kind", "agreed_with", "revisit_on"):
        values[f"waiting.{name}"] = (f"review.proceedings[open].{name}", going_on and getattr(going_on, name))
    return values


def _of_answers(case: Case, person: Person, language: str) -> dict[str, tuple[str, Any]]:
    """What this person said of the draft and asked, with what came of it; nobody else's."""
    said = [item for item in case.feedback if item.person == person.id]
    asked = [item for item in case.questions if item.person == person.id and item.answer]
    return {
        "feedback": ("feedback", _items("feedback", said, language)),
        "answers": ("questions", _items("answers", asked, language)),
        "changes": ("changes", list(case.changes)),
    }


def _last(case: Case, person: Person, stage: str, day: datetime.date) -> datetime.date | None:
    """The day on which this stage last went to this person before the day of the letter."""
    own = (one.date for one in case.contacts if one.person == person.id and one.stage == stage)
    return max((date for date in own if date and date < day), default=None)


def _clock(time: datetime.time | str) -> str:
    """A time of day as letters write it: "10:30am", "2pm" (NHS and GOV.UK style)."""
    if isinstance(time, str):
        time = datetime.time.fromisoformat(time)
    hour = time.hour % 12 or 12
    half = "am" if time.hour < 12 else "pm"
    return f"{hour}:{time.minute:02}{half}" if time.minute else f"{hour}{half}"


def _items(path: str, items: Sequence[Any], language: str) -> list[dict[str, Any]]:
    """The items of a list of the case file, without those that are wholly blank."""
    shown = [
        {
            name: _unbroken(getattr(item, name)) if name == "phone" else _shown(getattr(item, name), language) or ""
            for name in _ITEMS[path]
        }
        for item in items
    ]
    return [item for item in shown if any(item.values())]


def _shown(value: Any, language: str) -> Any:
    return day_in(value, language) if isinstance(value, datetime.date) else value


def _unbroken(number: str | None) -> str:
    """A telephone number that is never broken at the end of a line."""
    return (number or "").replace(" ", "\u00a0")


def _month(day: datetime.date | None, language: str) -> str | None:
    return month_in(day, language) if day else None


def _put(fields: dict[str, Any], path: str, value: Any) -> None:
    *above, last = path.split(".")
    for step in above:
        fields = fields.setdefault(step, {})
    fields[last] = value
