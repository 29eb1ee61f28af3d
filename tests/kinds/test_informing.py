"""How the family was told: single findings and the four questions, from case files alone."""

from __future__ import annotations

from typing import Any

import pytest

from scr_docs import engine, pack
from scr_docs.case import Case
from scr_docs.kinds import PARAMS, Reading
from scr_docs.plain import document
from tests.conftest import ROOT
from tests.small_case import case_of

RULES = [rule for rule in pack.load([ROOT / "checks"], PARAMS) if rule.id.startswith("informing.")]
REVIEW = {
    "kind": "scr",
    "decided_on": "2016-01-14",
    "period": {"from": "2013-01-01", "to": "2015-11-30"},
    "not_covered": ["who is to blame"],
}
TEAM = {"family_contact": {"name": "Sam Carey", "phone": "01632 960102"}}
TOLD = {"date": "2016-01-15", "channel": "letter", "stage": "first-notice"}


def case(*contacts: dict[str, Any], person: dict[str, Any] | None = None, **more: Any) -> Case:
    mother = {"id": "m", "name": "Kelly Price", "relationship": "mother", "report_name": "Mother", **(person or {})}
    all_ = {"review": REVIEW, "team": TEAM, "contacts": [{"person": "m", **contact} for contact in contacts], **more}
    return case_of(mother, **all_)


def found(one: Case | None) -> tuple[dict[str, str], list[str]]:
    """The answers by question, and the messages of the single findings."""
    reading = Reading(document([]), one)
    result = engine.run(reading, RULES)
    assert result.broken == ()
    told = [finding.message for finding in result.findings if ".marker-" not in finding.rule]
    return {question.id: question.status for question in reading.answers.values()}, told


def test_a_family_that_was_told_well_leaves_nothing_to_say() -> None:
    asked = {"person": "m", "question": "Who?", "asked_on": "2016-02-01", "answered_on": "2016-02-02", "answer": "I."}
    status = {"involvement": {"status": "contributed"}}
    answers, told = found(case(TOLD, {"date": "2016-02-01", "channel": "phone"}, person=status, questions=[asked]))
    assert answers == {f"Informing.{number}": "evidenced" for number in range(1, 5)}
    assert told == []


def test_without_a_case_file_nothing_is_answered() -> None:
    assert found(None) == ({}, [])


@pytest.mark.parametrize(
    ("one", "message"),
    [
        (case(), "The case file holds no contact with Mother"),
        (
            case({**TOLD, "date": "2016-01-22"}, person={"involvement": {"status": "declined"}}),
            "Mother was first contacted 8 days after the decision",
        ),
        (case(TOLD), "Mother has given no answer, and only one way of reaching them was tried: letter"),
        (
            case(TOLD, person={"contact": {"needs": ["bsl"]}, "involvement": {"status": "declined"}}),
            "Mother needs an interpreter, and no contact or meeting tells of one",
        ),
        (
            case(TOLD, person={"contact": {"needs": ["advocate"]}, "involvement": {"status": "declined"}}),
            "Mother needs an advocate, and no contact or meeting tells of one",
        ),
        (
            case(
                TOLD,
                person={"involvement": {"status": "declined"}},
                questions=[{"person": "m", "asked_on": "2016-02-01", "question": "Why Kelly?"}],
            ),
            "What Mother asked on 1 February 2016 has no answer in the case file",
        ),
    ],
)
def test_each_gap_is_told_alone_and_without_a_name(one: Case, message: str) -> None:
    assert found(one)[1] == [message]


def test_seven_days_are_in_time_and_before_the_decision_too() -> None:
    for date in ("2016-01-21", "2016-01-02"):
        answers, told = found(case({**TOLD, "date": date}, person={"involvement": {"status": "declined"}}))
        assert answers["Informing.1"] == "evidenced"
        assert told == []


def test_nobody_told_and_nothing_written_down_is_absent() -> None:
    answers, _ = found(case(review={"kind": "scr"}, team={}))
    assert answers == {f"Informing.{number}": "absent" for number in range(1, 5)}


def test_a_review_whose_decision_has_no_day_cannot_show_that_it_told_in_time() -> None:
    answers, told = found(case(TOLD, review={"kind": "scr"}, person={"involvement": {"status": "declined"}}))
    assert answers["Informing.1"] == "absent"
    assert told == []


def test_some_questions_answered_is_partly() -> None:
    asked = [
        {"person": "m", "question": "a", "answered_on": "2016-02-01", "answer": "b"},
        {"person": "m", "question": "c"},
    ]
    assert found(case(TOLD, questions=asked))[0]["Informing.4"] == "partly"
