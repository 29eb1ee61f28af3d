"""The kinds about not taking part: what the report as a whole tells of each reason."""

from __future__ import annotations

from typing import Any

import pytest

from scr_docs.case import Case
from tests.kinds.helpers import quotes, rule_of, tried
from tests.small_case import case_of

HEAD = "# Family involvement\n"


def family(**father: Any) -> Case:
    return case_of(
        {"id": "child", "name": "Toby Thompson", "relationship": "subject", "report_name": "Child K"},
        {"id": "m", "name": "Kelly Thompson", "relationship": "mother", "report_name": "Mother"},
        {"id": "f", "name": "Rob Price", "relationship": "father", "report_name": "Mr P", **father},
        review={"kind": "scr", "decided_on": "2016-01-14"},
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was not possible to engage Father.", ["It was not possible to engage Father."]),
        ("Father was not involved.", []),
        ("It was not possible to engage Father. He was in custody awaiting trial.", []),
        ("It was not possible to engage Father. Later Father met the reviewer.", []),
        ("Father was not involved. Father could not be involved due to circumstances.", ["Father could not be involved due to circumstances."]),
    ],
)  # fmt: skip
def test_words_that_explain_nothing_are_told_where_no_reason_is_given(text: str, told: list[str]) -> None:
    assert quotes(tried(rule_of("vague-reason"), HEAD + text)) == told


@pytest.mark.parametrize(
    ("any_of", "text", "told"),
    [
        (["how-asked"], "Father declined to take part.", True),
        (["how-asked"], "Father was invited by letter and declined to take part.", False),
        (["how-asked"], "Father declined to take part. The chair had rung him in May.", False),
        (["how-asked", "dates"], "Father declined to take part in May 2016.", False),
        (["two-attempts"], "Father was invited by letter and declined to take part.", True),
        (["two-attempts"], "Father was invited twice and declined to take part.", False),
        (["how-asked"], "Father was not involved because of the trial.", False),
    ],
)
def test_a_reason_comes_with_its_evidence(any_of: list[str], text: str, told: bool) -> None:
    rule = rule_of("reason-without", reasons=["own-choice"], any_of=any_of)
    assert bool(tried(rule, HEAD + text)) is told


def test_evidence_may_stand_in_another_paragraph_about_the_same_person() -> None:
    rule = rule_of("reason-without", reasons=["own-choice"], any_of=["how-asked"])
    assert tried(rule, HEAD + "A letter was sent to Father.\nMother met the reviewer.\nFather declined.") == []


@pytest.mark.parametrize(("born", "told"), [("2015-06-01", False), ("2009-06-01", True), (None, True)])
def test_a_baby_need_not_be_heard_by_another_way(born: str | None, told: bool) -> None:
    rule = rule_of("reason-without", reasons=["age"], any_of=["other-voice"], from_age=2)
    text = HEAD + "Mr P was not seen by the reviewer because of his age."
    assert bool(tried(rule, text, case=family(born=born))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Contact with Father was deferred until the trial ended.", True),
        ("Contact with Father was deferred until the trial ended. He was invited again in May.", False),
        ("Father will be invited once the trial has ended.", False),
        ("Father declined.", False),
    ],
)
def test_what_was_put_off_is_taken_up_again(text: str, told: bool) -> None:
    assert bool(tried(rule_of("deferral-without-re-offer"), HEAD + text)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mother lived alone. Father declined to take part.", ["mother"]),
        ("Father declined to take part.", []),
        ("Mother met the reviewer. Father declined to take part.", []),
        ("Mother was too ill to be seen by the reviewer. Father declined to take part.", []),
        ("Mother and Father were not involved.", []),
    ],
)
def test_both_parents_are_explained_or_neither(text: str, told: list[str]) -> None:
    assert [finding.person for finding in tried(rule_of("one-parent-explained"), HEAD + text)] == told


def test_by_the_case_file_a_parent_who_is_dead_needs_no_explanation() -> None:
    text = HEAD + "Mother lived alone. Mr P declined to take part."
    assert [one.person for one in tried(rule_of("one-parent-explained"), text, case=family())] == ["m"]
    assert tried(rule_of("one-parent-explained"), text, case=family(died="2010-01-01")) == []


@pytest.mark.parametrize(
    ("involvement", "text", "told"),
    [
        ({"status": "declined"}, "It was not possible to engage Mr P.", "the report says only that it could not be done, the case file says their own choice"),
        ({"status": "declined"}, "Mr P declined to take part.", None),
        ({"status": "declined", "reason": "distress"}, "Mr P declined to take part.", None),
        ({"status": "no-reply"}, "Mr P declined to take part.", "the report says their own choice, the case file says no reply"),
        ({"status": "declined"}, "Mr P could not be traced.", "the report says not traced, the case file says their own choice"),
        ({"status": "contributed"}, "Mr P declined to take part.", "the report says that they did not take part (their own choice), the case file says that they did"),
        ({"status": "not-invited"}, "Mr P declined to take part.", "the report says their own choice, the case file says that nobody asked them"),
        ({"status": "not-invited"}, "Mr P was not invited.", None),
        ({"status": "not-invited", "reason": "criminal-proceedings"}, "Mr P was not seen by the reviewer on legal advice.", None),
        ({}, "Mr P declined to take part.", None),
    ],
)  # fmt: skip
def test_the_reason_is_that_of_the_case_file(involvement: dict[str, Any], text: str, told: str | None) -> None:
    found = tried(rule_of("reason-contradicts"), HEAD + text, case=family(involvement=involvement))
    assert [finding.message for finding in found] == ([f"Mr P|{told}|{{quote}}"] if told else [])


def test_without_a_case_file_nothing_is_contradicted() -> None:
    assert tried(rule_of("reason-contradicts"), HEAD + "It was not possible to engage Father.") == []


def test_whoever_is_dead_by_the_case_file_needs_no_evidence() -> None:
    text = HEAD + "It was not possible to engage Mr P."
    assert tried(rule_of("vague-reason"), text, case=family(died="2010-01-01")) == []
