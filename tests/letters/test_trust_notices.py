"""What the office is told before a letter goes: the day, the address, what was not agreed or arranged; and the plan."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from scr_docs import pipeline
from scr_docs.case import Case
from scr_docs.letters.outbox import clearances, days
from scr_docs.letters.outbox.addresses import Homes, may_be_same_home, same_home
from scr_docs.letters.outbox.days import bank_holidays, on_the_way
from scr_docs.letters.outbox.plan import table
from tests.letters.own_stage import PEOPLE, case_with, own_stage, people_with, somebody

QUIET = datetime.date(2016, 2, 17)
"""A Wednesday on which nothing of the small case falls."""


def notices(case: Case, who: str = "mother", day: datetime.date = QUIET, *, by_post: bool = True) -> list[str]:
    """Everything that the office is told of a letter of this day to this person."""
    person = somebody(case, who)
    found = [*days.notices(case, person, day, by_post=by_post), *Homes(case).notices(person)]
    return [*found, *clearances.notices(case, person, day)]


def date(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


# gov.uk, UK bank holidays, and the proclamations of the years before.
HOLIDAYS = {
    2010: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2011: "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
    2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    2015: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
}


@pytest.mark.parametrize("year", HOLIDAYS)
def test_bank_holidays_are_those_of_england_and_wales(year: int) -> None:
    assert sorted(f"{day:%m-%d}" for day in bank_holidays(year)) == HOLIDAYS[year].split()


def test_post_arrives_on_days_of_delivery() -> None:
    told = on_the_way(date("2016-12-22"), by_post=True)
    assert [day.isoformat() for day in told] == ["2016-12-22", "2016-12-23", "2016-12-24", "2016-12-28"]
    assert on_the_way(date("2016-12-22"), by_post=False) == (date("2016-12-22"),)


@pytest.mark.parametrize(
    ("who", "day", "said"),
    [
        ("mother", "2016-05-03", "arrives on the birthday of the person whom the review is about (people[child].born)"),
        ("mother", "2016-04-22", "within a week of the birthday of the person whom the review is about"),
        ("mother", "2016-05-10", "within a week of the birthday of the person whom the review is about"),
        ("mother", "2016-05-12", None),
        ("mother", "2016-11-16", "within a week of the anniversary of the death of the person whom the review is about (people[child].died)"),
        ("mother", "2016-11-09", "arrives on the anniversary of the death of the person whom the review is about"),
        ("mother", "2015-11-18", None),  # its first return is a year later
        ("father", "2016-02-01", "arrives on the birthday of this recipient (people[father].born)"),
        ("father", "2016-01-28", "within three days of the birthday of this recipient"),
        ("mother", "2016-02-01", None),  # the father's
        ("father", "2016-12-30", "around Christmas and the New Year"),
        ("mother", "2016-12-15", "around Christmas and the New Year"),
        ("mother", "2016-03-23", "around a bank holiday"),
        ("mother", "2016-02-20", "is dated at a weekend"),
        ("mother", "2016-03-02", "within three days of Mother’s Day"),
        ("father", "2016-03-02", None),
        ("father", "2016-06-17", "within three days of Father’s Day"),
        ("friend", "2016-06-17", None),
        ("mother", "2016-02-17", None),
    ],
)  # fmt: skip
def test_a_day_on_which_no_letter_should_arrive_is_pointed_out(
    tmp_path: Path, who: str, day: str, said: str | None
) -> None:
    told = [one for one in notices(case_with(tmp_path), who, date(day)) if one.startswith("is dated")]
    assert any(said in one for one in told) if said else not told
    assert not any("1989" in one or "2011" in one or "Toby" in one for one in told)


def test_the_anniversary_of_anybody_of_the_family_who_has_died_is_pointed_out_to_all(tmp_path: Path) -> None:
    people = people_with("grandfather", died="2014-02-20")
    told = notices(case_with(tmp_path, people=people), "friend")
    assert any(
        "anniversary of the death of somebody of the family who has died (people[grandfather].died)" in one
        for one in told
    )


@pytest.mark.parametrize(
    "relationship", ["mother's partner", "maternal grandmother", "mother-in-law", "godmother", "aunt"]
)
def test_mothers_day_is_for_mothers(tmp_path: Path, relationship: str) -> None:
    people = people_with("mother", relationship=relationship)
    assert not any("Mother’s" in one for one in notices(case_with(tmp_path, people=people), day=date("2016-03-02")))
    people = people_with("mother", relationship="foster mother")
    assert any("Mother’s" in one for one in notices(case_with(tmp_path, people=people), day=date("2016-03-02")))


def test_what_does_not_go_by_post_arrives_at_once(tmp_path: Path) -> None:
    case, day = case_with(tmp_path), date("2016-04-25")
    assert [one for one in notices(case, day=day) if "birthday" in one]
    assert not [one for one in notices(case, day=day, by_post=False) if "birthday" in one]


def test_what_the_office_must_know_is_told_with_the_letter(tmp_path: Path) -> None:
    people = people_with(
        "mother",
        address=["c/o Mrs Lane", "3 Mill Lane", "WM1 2AB"],
        contact={"needs": ["advocate"], "formats": ["standard", "html"]},
    )
    run = pipeline.make_letters(
        case_with(tmp_path, people=people), own_stage(tmp_path), people=["mother"], day=date("2016-05-03")
    )
    posted, page = ("; ".join(letter.notices) for letter in run.letters)
    for said in (
        "arrives on the birthday",
        "is care of somebody else",
        "same address as people[father]",
        "needs advocate",
    ):
        assert said in posted
    assert "is dated on the birthday" in page
    assert "care of" not in page


HOME = ["14 Acacia Road", "Hallam Bridge", "HB2 4QX"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"address": ["HMP Aldermoor", "Aldermoor Lane", "Westmark"]}, "people[father].address is a prison or a secure place"),
        ({"address": ["c/o Mrs Lane", "3 Mill Lane", "WM1 2AB"]}, "is care of somebody else"),
        ({"address": ["3 Mill Lane", "Westmoor"]}, "ends without a postcode"),
        ({"address": ["14 Acacia Rd", "HB2 4QX"]}, "has the same address as people[mother] and people[brother]: each letter in an envelope of its own"),
        ({"address": []}, None),
        ({"address": ["14 Acacia Road", "HB9 4QX"]}, "has the same address as people[brother]: each"),  # who gave no postcode
        ({"address": ["Flat 14", "2 Acacia Road", "HB2 4QX"]}, None),
    ],
)  # fmt: skip
def test_an_address_that_needs_a_look_is_pointed_out(tmp_path: Path, changes: dict[str, Any], said: str | None) -> None:
    told = notices(case_with(tmp_path, people=people_with("father", **changes)), "father")
    told = [one for one in told if "address" in one]
    assert any(said in one for one in told) if said else not [one for one in told if "same address" in one]
    if said and "people[mother]" in said:
        assert any(
            "same address as people[father]" in one
            for one in notices(case_with(tmp_path, people=people_with("father", **changes)))
        )


def test_a_home_where_letters_are_not_safe_for_somebody_is_pointed_out(tmp_path: Path) -> None:
    people = [one | ({"address": HOME} if one["id"] == "aunt" else {}) for one in PEOPLE]
    told = notices(case_with(tmp_path, people=people))
    assert any(
        one.startswith("letters are not safe for somebody at this address (people[aunt], safe_by_post: false)")
        for one in told
    )
    held = {"address": HOME, "involvement": {"status": "deferred", "reason": "criminal-proceedings"}}
    told = notices(case_with(tmp_path, people=people_with("father", **held)))
    assert any(one.startswith("police or safety keep somebody at this address apart (people[father])") for one in told)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (["14 Acacia Road, Hallam Bridge, HB2 4QX"], ["14 Acacia Rd.", "HB2 4QX"], True),
        (["Flat 2", "61 Weir Street", "HB3 8DN"], ["Flat 2 61 Weir Street", "HB3 8DN"], True),
        (["Flat 2", "61 Weir Street", "HB3 8DN"], ["Flat 5, 61 Weir Street", "HB3 8DN"], False),
        (["Rose Cottage", "Holme", "QW3 6LT"], ["Rose Cottage", "Holme"], True),
        (["Rose Cottage", "Holme", "QW3 6LT"], ["Ivy Cottage", "Holme", "QW3 6LT"], False),
        (["HB2 4QX"], ["HB2 4QX"], False),
    ],
)
def test_one_home_is_known_however_it_is_written(one: list[str], other: list[str], same: bool) -> None:
    assert same_home(tuple(one), tuple(other)) is same
    assert same_home(tuple(other), tuple(one)) is same


@pytest.mark.parametrize(
    ("one", "other", "maybe"),
    [
        (["27 Larkrise Terrace", "WM1 2AB"], ["27 Larkrise Ter", "WM1 2AB"], True),
        (["27 Larkrise Terrace", "WM1 2AB"], ["No 27", "Lark Rise", "WM1 2AB"], True),
        (["27 Larkrise Terrace", "WM1 2AB"], ["27 Lark Rise", "wm1 2ab"], True),
        (["27 Larkrise Terrace", "WM1 2AB"], ["27 Lark Rise"], True),
        (["27 Larkrise Terrace", "WM1 2AB"], ["Larkrise Terrace", "WM1 2AB"], True),
        (["27 Larkrise Terrace", "WM1 2AB"], ["28 Larkrise Terrace", "WM1 2AB"], False),
        (["27 Larkrise Terrace", "WM1 2AB"], ["27 Larkrise Terrace", "HB1 2AB"], False),
        (["Flat 9", "40 Sallow Walk", "WM1 2AB"], ["40 Sallow Walk", "WM1 2AB"], True),
        (["40 Sallow Walk, Flat 9"], ["40 Sallow Walk", "WM1 2AB"], True),
        (["Flat 9, 40 Sallow Walk", "WM1 2AB"], ["Flat 8, 40 Sallow Walk", "WM1 2AB"], False),
        (["The Kiln Cottage", "Holme"], ["Kiln Cottage", "WM1 2AB"], True),
        (["Rose Cottage", "WM1 2AB"], ["Ivy Cottage", "WM1 2AB"], True),
        (["Rose Cottage", "Holme"], ["Ivy Cottage", "Holme"], False),
        (["5 Oak Av", "Holme"], ["5 Oak Avenue", "Westmoor"], True),
        ([], ["5 Oak Avenue", "WM1 2AB"], False),
    ],
)
def test_two_addresses_may_be_one_home(one: list[str], other: list[str], *, maybe: bool) -> None:
    for first, second in ((one, other), (other, one)):
        assert (same_home(tuple(first), tuple(second)) or may_be_same_home(tuple(first), tuple(second))) is maybe


def test_a_home_that_may_not_be_safe_and_is_written_in_another_way_is_pointed_out(tmp_path: Path) -> None:
    people = [one | ({"address": ["Acacia House", "HB2 4QX"]} if one["id"] == "aunt" else {}) for one in PEOPLE]
    (told,) = [one for one in notices(case_with(tmp_path, people=people)) if "may be the same home" in one]
    assert "that of people[aunt], written otherwise; for people[aunt] letters are not safe" in told
    assert "Acacia" not in told


@pytest.mark.parametrize(
    ("proceedings", "said"),
    [
        ({"status": "open"}, "review.proceedings[0] is open and does not say with whom it is agreed"),
        (
            {"status": "open", "agreed_with": "DCI Marsh", "revisit_on": "2016-01-01"},
            "review.proceedings[0].revisit_on is past",
        ),
        ({"status": "open", "agreed_with": "DCI Marsh", "revisit_on": "2016-09-01"}, None),
        ({"status": "closed"}, None),
    ],
)
def test_what_is_not_agreed_with_police_or_courts_is_pointed_out(
    tmp_path: Path, proceedings: dict[str, Any], said: str | None
) -> None:
    case = case_with(
        tmp_path, review={"kind": "scr", "subject": "child", "proceedings": [{"kind": "criminal", **proceedings}]}
    )
    told = [one for one in notices(case) if "proceedings" in one]
    assert any(said in one for one in told) if said else not told
    assert not any("Marsh" in one for one in told)


@pytest.mark.parametrize(
    ("need", "arranged"),
    [
        ("interpreter", "an interpreter"),
        ("bsl", "a British Sign Language interpreter"),
        ("advocate", "your advocate"),
        ("step-free", "a ramp to the door"),
    ],
)
def test_a_need_that_nothing_shows_as_met_is_pointed_out(tmp_path: Path, need: str, arranged: str) -> None:
    people = people_with("mother", contact={"needs": [need]})
    said = f"needs {need}: arrange it before you send this; no meeting or contact in the case file shows it"
    assert said in notices(case_with(tmp_path, people=people))
    meeting = {"purpose": "talk", "on": "2016-03-01", "with": [arranged]}
    assert said not in notices(case_with(tmp_path, people=people, meetings=[{"person": "mother", **meeting}]))
    assert said in notices(case_with(tmp_path, people=people, meetings=[{"person": "father", **meeting}]))
    contacts = [{"date": "2016-01-02", "person": "mother", "channel": "phone", "note": f"Booked {arranged}."}]
    assert said not in notices(case_with(tmp_path, people=people, contacts=contacts))


def test_the_plan_says_who_why_how_and_who_is_held_back(tmp_path: Path) -> None:
    people = people_with("father", involvement={"status": "deferred", "reason": "criminal-proceedings"})
    people[1]["contact"] = {"formats": ["standard"], "language": "ur"}
    case = case_with(tmp_path, people=people)
    run = pipeline.make_letters(case, own_stage(tmp_path), day=QUIET)
    head, *rows = table(run.plan)
    assert head.split() == ["WHO", "WHY", "CHANNEL", "FORMAT", "LANGUAGE", "WHAT"]
    by = {row.split()[0]: " ".join(row.split()) for row in rows}
    assert list(by) == ["child", "mother", "father", "aunt", "brother", "grandfather", "friend"]
    made = "mother not-invited letter standard en-GB (reads ur) HB-2016-02-hello-mother.docx"
    assert by["mother"] == f"{made}; the line in Urdu above the greeting has not been checked by a translator"
    assert by["father"].startswith("father deferred letter – en-GB held: the case file gives a reason")
    assert by["aunt"].startswith("aunt not-invited letter, not by post – en-GB not made: a letter is not safe for them")
    assert by["grandfather"].endswith("no letter: has died")
    assert len({row.index("HB-2016-02-hello-") for row in rows if "HB-2016-02-hello-" in row}) == 1


def test_the_plan_calls_nobody_by_an_id_that_is_a_name(tmp_path: Path) -> None:
    people = [one | ({"id": "Kelly"} if one["id"] == "mother" else {}) for one in PEOPLE]
    run = pipeline.make_letters(case_with(tmp_path, people=people), own_stage(tmp_path), day=QUIET)
    told = "\n".join(
        [
            *table(run.plan),
            *(one.name + one.person for one in run.letters),
            *(one.person + one.why for one in run.without),
        ]
    )
    assert "kelly" not in told.casefold()
    assert "person-2" in told
