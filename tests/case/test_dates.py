"""Days that are possible each and odd together are told with their place; days as they should be are not."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from scr_docs import case as cases
from scr_docs.case.advice import advice
from scr_docs.case.dates import odd_dates
from tests.case.whole_case import WHOLE, changed

TODAY = datetime.date(2016, 3, 20)


def found(folder: Path, text: str, today: datetime.date = TODAY) -> list[tuple[str, str]]:
    (folder / "case.yaml").write_text(text, "utf-8")
    return list(odd_dates(cases.load(folder / "case.yaml"), today))


def test_days_in_order_are_not_told(tmp_path: Path) -> None:
    assert found(tmp_path, WHOLE) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "told"),
    [
        ("decided_on: 2016-01-14", "decided_on: 2016-03-21", "review.decided_on", "is in the future"),
        ("died: 2015-11-12", "died: 2016-01-15", "review.decided_on", "before the day on which the person died"),
        ("from: 2013-01-01", "from: 2015-11-13", "review.period.from", "is after the day on which the person died"),
        ("feedback_by: 2016-10-14", "feedback_by: 2016-01-13", "review.feedback_by", "before the day of the decision"),
        ("publish_on: 2016-11-30", "publish_on: 2016-10-14", "review.publish_on", "(feedback_by)"),
        ("until: 2017-11-30", "until: 2016-11-29", "review.publication.until", "before the day of publication"),
        ("revisit_on: 2016-09-01", "revisit_on: 2016-03-19", "review.proceedings[0].revisit_on", "is past: ask again"),
        ("decided_on: 2016-03-14", "decided_on: 2016-03-21", "people[father].involvement.decided_on", "in the future"),
        ("decided_on: 2016-03-14", "decided_on: 2016-01-13", "people[father].involvement.decided_on", "to hold the"),
        ("died: null", "died: 2016-03-21", "people[mother].died", "is in the future"),
        ("2016-01-15, person: mother", "2016-01-13, person: mother", "contacts[0].date", "before the day of the"),
        ("2016-01-15, person: mother", ", person: mother", "contacts[0].date", "is blank"),
        ("2016-02-01, person: father", "2016-03-21, person: father", "contacts[1].date", "is in the future"),
        ("2016-02-01, person: father", "2016-02-01", "contacts[1].person", "is blank"),
        ("died: null", "died: 2016-01-14", "contacts[0].date", "is after the day on which this person died"),
        ("on: 2016-03-01", "on: 2015-03-01", "meetings[0].on", "look at the year"),
        ("on: 2016-03-01", "on: 2016-11-30", "meetings[0].on", "is not before the day of publication"),
        ("on: 2016-03-01", "on: 2016-10-15", "meetings[0].on", "is after feedback_by"),
        ("asked_on: 2016-02-01", "asked_on: 2016-02-06", "questions[0].answered_on", "before the day on which it was"),
        ("answered_on: 2016-02-05", "answered_on: 2016-03-21", "questions[0].answered_on", "is in the future"),
    ],
)
def test_a_day_that_is_odd_beside_the_others_is_told(tmp_path: Path, old: str, new: str, place: str, told: str) -> None:
    assert any(where == place and told in why for where, why in found(tmp_path, changed(old, new)))


def test_proceedings_after_the_last_day_matter_where_somebody_waits_for_them(tmp_path: Path) -> None:
    late = changed("revisit_on: 2016-09-01", "revisit_on: 2016-10-15")
    assert found(tmp_path, late) == []
    waiting = changed("reason: own-choice", "reason: criminal-proceedings", late)
    assert [place for place, _ in found(tmp_path, waiting)] == ["review.proceedings[0].revisit_on"]
    assert found(tmp_path, changed("status: open", "status: closed", waiting)) == []


def test_what_is_told_of_days_is_part_of_the_advice_and_repeats_no_day(tmp_path: Path) -> None:
    text = changed("2016-01-15, person: mother", "2016-01-13, person: mother")
    (tmp_path / "case.yaml").write_text(text, "utf-8")
    told = list(advice(cases.load(tmp_path / "case.yaml"), TODAY))
    assert [place for place, _ in told] == ["contacts[0].date"]
    assert "2016" not in told[0][1]
