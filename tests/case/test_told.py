from __future__ import annotations

import re
from typing import Any

import pytest

from scr_docs.case import Case
from scr_docs.case.told import Told, told
from tests.small_case import case_of

DECIDED = {"kind": "scr", "decided_on": "2016-01-14"}


def case(*contacts: dict[str, Any], person: dict[str, Any] | None = None, **more: Any) -> Case:
    somebody = {"id": "m", "name": "Kelly Price", "relationship": "mother", **(person or {})}
    return case_of(somebody, review=DECIDED, contacts=[{"person": "m", **contact} for contact in contacts], **more)


def only(one: Case) -> Told:
    (found,) = told(one)
    return found


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        ([], None),
        (["2016-01-14"], 0),
        (["2016-02-01", "2016-01-15"], 1),
        (["2016-01-10"], -4),
    ],
)
def test_the_first_contact_is_counted_from_the_decision(dates: list[str], days: int | None) -> None:
    assert only(case(*({"date": date, "channel": "letter"} for date in dates))).days == days


def test_a_contact_without_a_day_is_a_contact() -> None:
    found = only(case({"channel": "phone"}))
    assert (found.first, found.days, found.reached, found.channels) == (None, None, True, ("phone",))


def test_a_meeting_is_a_way_of_reaching_somebody() -> None:
    found = only(case(meetings=[{"person": "m", "on": "2016-03-01"}]))
    assert (found.channels, found.days) == (("meeting",), 47)


@pytest.mark.parametrize(
    ("person", "owed"),
    [
        ({}, True),
        ({"born": "1990-01-01"}, True),
        ({"born": "2012-06-01"}, False),
        ({"born": "2010-06-01"}, True),
        ({"died": "2015-01-01"}, False),
        ({"involvement": {"status": "not-invited", "reason": "not-traced"}}, False),
        ({"involvement": {"status": "not-invited", "reason": "age"}}, True),
    ],
)
def test_whoever_could_be_told_is_owed_it(person: dict[str, Any], owed: bool) -> None:
    assert only(case(person=person)).owed is owed


@pytest.mark.parametrize(
    ("status", "channels", "one_way"),
    [
        ("no-reply", ["letter"], True),
        (None, ["letter", "letter"], True),
        ("no-reply", ["letter", "text"], False),
        ("declined", ["letter"], False),
        ("contributed", ["phone"], False),
        ("no-reply", [], False),
    ],
)
def test_one_way_is_too_few_only_for_those_who_have_given_no_answer(
    status: str | None, channels: list[str], one_way: bool
) -> None:
    found = only(case(*({"channel": channel} for channel in channels), person={"involvement": {"status": status}}))
    assert found.one_way_only is one_way


@pytest.mark.parametrize(
    ("contact", "needs", "wanted"),
    [
        ({"needs": ["interpreter"]}, ["interpreter", "bsl"], True),
        ({"needs": ["bsl"]}, ["interpreter", "bsl"], True),
        ({"needs": ["advocate"]}, ["interpreter", "bsl"], False),
        ({"language": "ur"}, ["interpreter"], True),
        ({"language": "ur"}, ["advocate"], False),
        ({"language": "cy"}, ["interpreter"], False),
    ],
)
def test_a_need_is_what_is_noted_and_another_language(contact: dict[str, Any], needs: list[str], wanted: bool) -> None:
    assert only(case(person={"contact": contact})).needs(needs) is wanted


def test_what_was_arranged_stands_in_notes_and_among_those_at_a_meeting() -> None:
    words = [re.compile("interpret")]
    assert only(case({"channel": "visit", "note": "With an interpreter."})).arranged(words)
    assert only(case(meetings=[{"person": "m", "with": ["an interpreter"]}])).arranged(words)
    assert not only(case({"channel": "visit"})).arranged(words)


def test_a_question_without_a_day_or_without_words_is_not_answered() -> None:
    asked = [
        {"person": "m", "question": "a", "answered_on": "2016-02-01", "answer": "b"},
        {"person": "m", "question": "c", "answered_on": "2016-02-01"},
        {"person": "m", "question": "d", "answer": "e"},
    ]
    assert [one.question for one in only(case(questions=asked)).unanswered] == ["c", "d"]
