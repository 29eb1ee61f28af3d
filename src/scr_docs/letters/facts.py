"""What a letter may say: the fields of a template, filled from the case file for one recipient.

A template never sees the list of people, only its recipient and the subject, so that it cannot loop over the family. A
field that the case file lacks is false in a condition; printed, it is remembered, and the letter is refused.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scr_docs.case import Case, Person, terms

_ITEMS: Mapping[str, tuple[str, ...]] = {
    "support": ("name", "what", "phone", "email", "website"),
    "review.proceedings": ("kind", "status", "agreed_with", "revisit_on"),
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

    def _remember(self) -> None:
        if self._key not in self._wanted:
            self._wanted.append(self._key)


@dataclass(frozen=True, slots=True)
class Facts:
    """The fields of one letter, and the case-file keys that were printed though the case file lacks them."""

    fields: Mapping[str, Any]
    wanted: list[str]


def facts(case: Case, person: Person, day: datetime.date) -> Facts:
    """The fields of a letter to `person`, dated `day`."""
    wanted: list[str] = []
    fields: dict[str, Any] = {}
    for path, (key, value) in _values(case, person, day).items():
        shown = _unbroken(value) if path.endswith(".phone") else _shown(value)
        _put(fields, path, Missing(key, wanted) if shown in (None, [], "") else shown)
    return Facts(fields, wanted)


def known_fields() -> frozenset[str]:
    """The dotted names of every field that a template may use; lists and their items' fields too ("support.phone")."""
    example = Case.model_validate(
        {
            "schema": "scr-docs/case/1", "reference": "x", "review": {"kind": "scr"}, "board": {"name": "x"},
            "people": [{"id": "x", "name": "x", "relationship": "x"}],
        }
    )  # fmt: skip
    fields = _values(example, example.people[0], datetime.date(2000, 1, 1))
    items = {f"{path}.{name}" for path, names in _ITEMS.items() for name in names}
    return frozenset(fields) | items


def _values(case: Case, person: Person, day: datetime.date) -> dict[str, tuple[str, Any]]:
    """Each field with the key of the case file that fills it and its value."""
    review, board, team, words = case.review, case.board, case.team, terms(case.review.kind)
    subject = case.subject
    own = f"people[{case.file_id(person)}]"
    values: dict[str, tuple[str, Any]] = {
        "person.name": (f"{own}.name", person.name),
        "person.greeting": (f"{own}.greeting", person.greeting or person.name),
        "person.address": (f"{own}.address", list(person.address)),
        "subject.greeting": ("people[the subject].greeting", subject.greeting if subject else None),
        "subject.died": ("people[the subject].died", bool(subject and subject.died)),
        "review.period.from": ("review.period.from", _month(review.period.from_)),
        "review.period.to": ("review.period.to", _month(review.period.to)),
        "review.decided_on": ("review.decided_on", review.decided_on),
        "review.feedback_by": ("review.feedback_by", review.feedback_by),
        "review.publish_on": ("review.publish_on", review.publish_on),
        "review.questions_for_family": ("review.questions_for_family", list(review.questions_for_family)),
        "review.not_covered": ("review.not_covered", list(review.not_covered)),
        "review.proceedings": ("review.proceedings", _items("review.proceedings", review.proceedings)),
        "support": ("support", _items("support", case.support)),
        "letter.date": ("--date", day),
        "letter.reference": ("reference", case.reference),
    }
    for name in ("name", "short_name", "phone", "email", "website"):
        values[f"board.{name}"] = (f"board.{name}", getattr(board, name))
    values["board.address"] = ("board.address", list(board.address))
    for role, member in (("lead_reviewer", team.lead_reviewer), ("family_contact", team.family_contact)):
        for name in _MEMBER:
            values[f"team.{role}.{name}"] = (f"team.{role}.{name}", getattr(member, name))
    for name in type(words).model_fields:
        values[f"terms.{name}"] = (f"terms.{name}", getattr(words, name))
    return values


def _items(path: str, items: Sequence[Any]) -> list[dict[str, Any]]:
    """The items of a list of the case file, without those that are wholly blank."""
    shown = [
        {
            name: _unbroken(getattr(item, name)) if name == "phone" else _shown(getattr(item, name)) or ""
            for name in _ITEMS[path]
        }
        for item in items
    ]
    return [item for item in shown if any(item.values())]


def _shown(value: Any) -> Any:
    return _day(value) if isinstance(value, datetime.date) else value


def _unbroken(number: str | None) -> str:
    """A telephone number that is never broken at the end of a line."""
    return (number or "").replace(" ", "\u00a0")


def _day(day: datetime.date) -> str:
    """A day as letters write it: "Thursday 14 January 2016" (NHS and GOV.UK style: no ordinals, no commas)."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def _month(day: datetime.date | None) -> str | None:
    return f"{day:%B %Y}" if day else None


def _put(fields: dict[str, Any], path: str, value: Any) -> None:
    *above, last = path.split(".")
    for step in above:
        fields = fields.setdefault(step, {})
    fields[last] = value
