"""Advice is about what is right and yet deserves a look; it names nobody and refuses nothing."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from scr_docs import case as cases
from scr_docs.case.advice import advice
from scr_docs.case.values import name_words
from tests.case.whole_case import LEAST, WHOLE, changed

TODAY = datetime.date(2016, 3, 20)
NEEDS = "one is none of interpreter, advocate, bsl or step-free"


def given(folder: Path, text: str) -> list[tuple[str, str]]:
    (folder / "case.yaml").write_text(text, "utf-8")
    return list(advice(cases.load(folder / "case.yaml"), TODAY))


def test_a_whole_case_needs_no_advice(tmp_path: Path) -> None:
    assert given(tmp_path, WHOLE) == []


def test_the_least_case_needs_a_subject_and_a_family(tmp_path: Path) -> None:
    assert given(tmp_path, LEAST) == [
        ("review.subject", "nobody is named as the person whom the review is about; letters and checks need to know"),
        ("people", "holds nobody of the family, so no check can look for their names"),
    ]


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        (
            changed("    greeting: Toby\n", ""),
            "people[child].greeting",
            "letters name this person as the family does; say here how",
        ),
        (
            changed("altruistic]", "because]"),
            "review.reasons_for_family_involvement",
            "one is none of the usual four: human-rights, child-centred, knowledge or altruistic",
        ),
        (
            changed("    report_name: Father\n", ""),
            "people[father].report_name",
            "is blank; the checks cannot tell whether the report speaks of this person",
        ),
        (
            changed("Hallam Bridge, HB2 4QX]", "HMP Aldermoor]"),
            "people[mother].address",
            "ends without a postcode, which is right for a prison or care of somebody",
        ),
        (changed("step-free]", "stepfree]"), "people[mother].contact.needs", f"{NEEDS}; did you mean step-free?"),
        (changed("step-free]", "a dog]"), "people[mother].contact.needs", NEEDS),
        (
            changed("      status: contributed\n", ""),
            "people[mother].involvement.status",
            "is blank; say whether they took part, and if not, why",
        ),
        (
            changed("status: declined, reason: own-choice,", "status: declined,"),
            "people[father].involvement.reason",
            "is blank, though they did not take part",
        ),
        (
            changed(
                "stage: first-notice}\nquestions",
                "stage: invitation}\nquestions",
                changed("status: declined, reason: own-choice,", "status: not-invited, reason: own-choice,"),
            ),
            "people[father].involvement.status",
            "is not “invited”, though the contacts say that the invitation has gone to them",
        ),
        (
            changed("status: declined, reason: own-choice,", "status: not-invited,"),
            "people[father].involvement.reason",
            "is blank; if they are not going to be invited, say why",
        ),
        (
            changed("date: 2016-02-01, person: father", "date: 2016-01-14, person: father"),
            "contacts",
            "are not in the order of their dates",
        ),
        (
            WHOLE.replace("id: father", "id: grace").replace("person: father", "person: grace"),
            "people[person-3].id",
            "is part of somebody's name; ids stand in results, so use a relationship such as “mother”",
        ),
    ],
)
def test_what_deserves_a_look_is_told(tmp_path: Path, text: str, place: str, told: str) -> None:
    assert given(tmp_path, text) == [(place, told)]


def test_a_report_name_of_two_people_is_told_of_both_and_not_repeated(tmp_path: Path) -> None:
    told = "stands here for somebody else as well; a reader could not tell them apart"
    assert given(tmp_path, changed("report_name: Father", "report_name: Mother")) == [
        ("people[mother].report_name", told),
        ("people[father].report_name", told),
    ]


@pytest.mark.parametrize("sample", ["hallam-bridge", "westmoor"])
def test_advice_on_the_samples_names_nobody(root: Path, sample: str) -> None:
    case = cases.load(root / "sample_reports" / sample / "case.yaml")
    said = name_words(*(f"{place} {told}" for place, told in advice(case)))
    assert not said & name_words(*(name for person in case.people for name in person.names))
