"""Stages for tests: a folder with letter.yaml and whatever versions a test needs; and the small case they are for."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from scr_docs import case as cases
from scr_docs import pipeline
from scr_docs.case import Case, Person
from scr_docs.letters.make import Maker
from scr_docs.letters.order import STAGES as ALL_STAGES
from scr_docs.letters.stages import Stage, load
from tests import word_builder

DAY = datetime.date(2016, 1, 15)

PEOPLE: list[dict[str, Any]] = [
    {"id": "child", "name": "Toby Quill", "relationship": "subject", "greeting": "Toby", "born": "2011-05-03", "died": "2015-11-12"},
    {
        "id": "mother", "name": "Kelly Ann Quill", "relationship": "mother", "greeting": "Kelly", "born": "1991-05-02",
        "address": ["14 Acacia Road", "Hallam Bridge", "HB2 4QX"], "phone": "07700 900123", "email": "kelly@example.org",
        "contact": {"formats": ["large-print"]},
    },
    {
        "id": "father", "name": "Declan O'Marr", "relationship": "father", "greeting": "Declan", "born": "1989-02-03",
        "address": ["3 Mill Lane", "Westmoor", "WM1 2AB"], "phone": "07700 900456", "email": "declan@example.org",
    },
    {"id": "aunt", "name": "Grace Quill", "relationship": "aunt", "contact": {"safe_by_post": "false"}},
    {"id": "brother", "name": "Sam Quill", "relationship": "brother", "born": "2003-01-01", "address": ["14 Acacia Road"]},
    {"id": "grandfather", "name": "Ron Quill", "relationship": "paternal grandfather", "died": "2014-01-01"},
    {"id": "friend", "name": "Jo Bell", "relationship": "friend", "address": []},
]  # fmt: skip

LETTER = (
    "{{ person.name }}", "{%p for line in person.address %}", "{{ line }}", "{%p endfor %}", "Dear {{ person.greeting }}",
    "I am writing about {{ subject.greeting }}.", "Ring {{ team.family_contact.name }} on {{ team.family_contact.phone }}.",
)  # fmt: skip


def case_with(tmp_path: Path, **changes: Any) -> Case:
    """The small case with other values for these keys."""
    data: dict[str, Any] = {
        "schema": "scr-docs/case/1",
        "reference": "HB-2016-02",
        "review": {
            "kind": "scr", "subject": "child", "period": {"from": "2013-01-01", "to": "2015-11-30"},
            "questions_for_family": ["What help did you ask for?"], "not_covered": ["who is to blame", "the criminal trial"],
        },
        "board": {
            "name": "Hallam Bridge Safeguarding Children Board", "short_name": "HBSCB",
            "address": ["Civic Centre", "1 Bridge Street", "HB1 1AA"], "phone": "01632 960100",
        },
        "team": {
            "lead_reviewer": {"name": "Jane Example"},
            "family_contact": {"name": "Carol Winter", "role": "Family contact", "phone": "01632 960102", "hours": "9am to 5pm"},
        },
        "people": PEOPLE,
        **changes,
    }  # fmt: skip
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), "utf-8")
    return cases.load(path)


def whole_case_with(tmp_path: Path, stage: str) -> Case:
    """The small case with everything that the letters of this stage need for the mother and the father."""
    whom = ("mother", "father")
    purposes = ("talk", "read-draft", "answer-questions")
    decision = "none" if stage == "not-publishing" else "full"
    publication = {
        "decision": decision, "where": "https://example.org/reviews", "until": "2017-11-30", "spokesperson": "Anil Example",
        "reason": "It would show who the brothers are.", "decided_by": "The board",
    }  # fmt: skip
    held = {
        "status": "deferred",
        "reason": "criminal-proceedings",
        "decided_by": "The board",
        "decided_on": "2016-01-10",
    }
    return case_with(
        tmp_path,
        people=[one | ({"involvement": dict(held)} if stage == "deferred" and one["id"] in whom else {}) for one in PEOPLE],
        review={
            "kind": "scr", "subject": "child", "period": {"from": "2013-01-01", "to": "2015-11-30"},
            "questions_for_family": ["What help did you ask for?"], "not_covered": ["who is to blame", "the criminal trial"],
            "decided_on": "2016-01-14", "feedback_by": "2016-10-14", "publish_on": "2016-11-30", "publication": publication,
            "proceedings": [{"kind": "criminal", "status": "open", "agreed_with": "Senior Investigating Officer", "revisit_on": "2016-09-01"}],
        },
        support=[{"name": "Lantern", "what": "free support", "phone": "020 7946 0218", "email": "lantern@example.org"}],
        changes=["Every family has one named person to ring."],
        meetings=[
            {"person": person, "purpose": purpose, "on": "2016-03-01", "at": "10:30", "place": ["Lantern, 9 Priory Walk"],
             "minutes": 60, "with": ["Jane Example, lead reviewer"], "topics": ["what helped"]}
            for person in whom for purpose in purposes
        ],
        feedback=[
            {"person": person, "paragraph": "4.12", "said": "That was not so.", "decision": "changed", "why": "You were right.", "at": "4.12"}
            for person in whom
        ],
        questions=[
            {"person": person, "asked_on": "2016-01-10", "question": "Who decides?", "answered_on": "2016-01-12", "answer": "The board."}
            for person in whom
        ],
        contacts=[
            {"date": "2016-01-02", "person": person, "channel": "letter", "stage": name}
            for person in whom for name in ALL_STAGES if name != stage
        ],
    )  # fmt: skip


def people_with(identifier: str, **changes: Any) -> list[dict[str, Any]]:
    """The people of the small case, with other values for one of them."""
    return [person | (changes if person["id"] == identifier else {}) for person in PEOPLE]


def somebody(case: Case, identifier: str) -> Person:
    """The person with this id."""
    person = case.person(identifier)
    assert person is not None
    return person


def maker(case: Case, stage: Stage, day: datetime.date = DAY) -> Maker:
    """A maker of this stage's letters."""
    return Maker(case, stage, pipeline.all_rules(()), day)


def word_file(*paragraphs: str) -> bytes:
    """A Word file of these paragraphs; those that begin with "<" are XML."""
    return word_builder.build(*(one if one.startswith("<") else word_builder.p(one) for one in paragraphs))


def own_stage(
    tmp_path: Path,
    letter: Sequence[str] = LETTER,
    files: Mapping[str, str | Sequence[str]] | None = None,
    **entry: Any,
) -> Stage:
    """A stage "hello" with this letter; `files` are further ones by name, texts as they are, Word files by paragraphs."""
    folder = tmp_path / "hello"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    told: dict[str, Any] = {
        "stage": "hello", "title": "Hello", "about": "A letter for tests.", "must_have": [],
        "fits": {"statuses": ["not-invited"], "unless_reason": ["safety", "criminal-proceedings"]}, **entry,
    }  # fmt: skip
    (folder / "letter.yaml").write_text(yaml.safe_dump(told), "utf-8")
    for name, content in {"letter.docx": letter, **(files or {})}.items():
        if isinstance(content, str):
            (folder / name).write_text(content, "utf-8")
        else:
            (folder / name).write_bytes(word_file(*content))
    return load(folder)
