"""What each letter still needs looks at whom it is for, and at what the contacts and the meetings say already."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from scr_docs import case as cases
from scr_docs.letters.needs import needs
from scr_docs.letters.stages import stage
from tests.letters.own_stage import DAY, PEOPLE, case_with, people_with, whole_case_with


def sent(person: str, name: str) -> dict[str, Any]:
    return {"date": "2016-01-15", "person": person, "channel": "letter", "stage": name}


def test_an_address_is_needed_of_those_alone_who_are_still_to_get_the_letter(tmp_path: Path) -> None:
    people = [one | {"address": []} if one["id"] in {"mother", "father"} else one for one in PEOPLE]
    case = case_with(tmp_path, people=people, contacts=[sent("mother", "first-notice")])
    found = needs(stage("first-notice"), case, DAY)
    assert [key for key in found.lacks if key.endswith(".address")] == [
        "people[father].address",
        "people[friend].address",
    ]
    assert found.gone == ("mother",)


def test_the_dead_and_those_who_must_not_be_written_to_need_nothing(tmp_path: Path) -> None:
    away = people_with("father", address=[], involvement={"reason": "not-traced"})
    found = needs(stage("first-notice"), case_with(tmp_path, people=away), DAY)
    assert "people[father].address" not in found.lacks
    assert "people[grandfather].address" not in found.lacks


def test_what_has_to_go_first_is_told_with_those_to_whom_it_has_not_gone(tmp_path: Path) -> None:
    case = case_with(tmp_path, contacts=[sent("mother", "first-notice")])
    assert "contacts (first-notice goes first, to father, aunt, friend)" in needs(stage("invitation"), case, DAY).lacks


def test_a_letter_about_a_meeting_needs_one_that_is_to_come(tmp_path: Path) -> None:
    case = whole_case_with(tmp_path, "meeting")
    invited = case.model_dump(mode="json", by_alias=True)
    for person in invited["people"]:
        person["involvement"]["status"] = "invited"
    case = cases.Case.model_validate(invited)
    wanted = "meetings (one to come, with the purpose talk)"
    assert wanted not in needs(stage("meeting"), case, DAY).lacks
    assert wanted in needs(stage("meeting"), case, datetime.date(2016, 3, 2)).lacks
