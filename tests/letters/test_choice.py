"""What is made for whom: the channel and the formats of the case file, and where a letter would be wrong."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from scr_docs import pipeline
from scr_docs.case import Case
from scr_docs.errors import SelectionError
from scr_docs.letters.run import LetterRun
from tests.letters.own_stage import DAY, case_with, own_stage, people_with

FILES = {
    "easy-read.docx": ["Hello {{ person.greeting }}."],
    "young-person.docx": ["Hi {{ person.greeting }}."],
    "text-message.txt": "Hello {{ person.greeting }}, please ring {{ team.family_contact.name }}.",
    "call-script.txt": "Is it safe to talk?\nHello {{ person.greeting }}.",
}
ENTRY: dict[str, Any] = {"versions": {"easy-read": {"must_have": []}, "young-person": {"must_have": []}}}


def run(
    tmp_path: Path,
    case: Case,
    who: str,
    *formats: str,
    files: Any = FILES,
    day: datetime.date = DAY,
    **entry: Any,
) -> LetterRun:
    stage = own_stage(tmp_path, files=files, **(ENTRY | entry))
    return pipeline.make_letters(case, stage, people=[who], formats=formats, day=day)


def made(found: LetterRun) -> list[str]:
    return [letter.format for letter in found.letters]


@pytest.mark.parametrize(
    ("contact", "formats"),
    [
        ({}, ["standard"]),
        ({"formats": ["large-print", "html"]}, ["large-print", "html"]),
        ({"formats": ["easy-read", "plain-text", "read-aloud"]}, ["easy-read", "plain-text", "read-aloud"]),
        ({"channel": "email"}, ["email"]),
        ({"channel": "email", "formats": ["standard", "large-print"]}, ["email", "large-print"]),
        ({"channel": "text"}, ["text-message", "standard"]),
        ({"channel": "phone", "formats": ["large-print"]}, ["call-script", "large-print"]),
        ({"channel": "visit", "formats": ["easy-read"]}, ["call-script", "easy-read"]),
        ({"channel": "video"}, ["call-script", "standard"]),
        ({"safe_by_post": "false"}, ["call-script"]),
        ({"safe_by_post": "false", "channel": "email", "formats": ["standard"]}, ["call-script"]),
        ({"formats": ["young-person", "standard"]}, ["young-person", "standard"]),
    ],
)  # fmt: skip
def test_the_case_file_says_what_is_made_for_an_adult(
    tmp_path: Path, contact: dict[str, Any], formats: list[str]
) -> None:
    case = case_with(tmp_path, people=people_with("father", contact=contact))
    found = run(tmp_path, case, "father")
    assert made(found) == formats
    assert found.exit_status == 0


def test_a_letter_to_somebody_who_wants_to_hear_otherwise_waits(tmp_path: Path) -> None:
    for channel, first in (("text", "send the text message first"), ("visit", "speak with them first")):
        case = case_with(tmp_path, people=people_with("father", contact={"channel": channel}))
        notices = [notice for letter in run(tmp_path, case, "father").letters for notice in letter.notices]
        assert any(f"{first}, and keep the letter until they want it" in notice for notice in notices)


def test_only_a_call_script_is_made_where_a_letter_is_not_safe_even_if_a_letter_is_asked_for(tmp_path: Path) -> None:
    case = case_with(tmp_path)
    found = run(tmp_path, case, "aunt")
    assert made(found) == ["call-script"]
    assert any("ask first if it is safe to talk" in notice for notice in found.letters[0].notices)
    for format_ in ("standard", "email", "text-message", "html"):
        found = run(tmp_path, case, "aunt", format_)
        assert not found.letters
        assert "a letter is not safe for them (safe_by_post: false)" in found.without[0].why
        assert found.exit_status == 2
    found = run(tmp_path, case, "aunt", files={})
    assert not found.letters
    assert "this stage has no call script yet (call-script.txt)" in found.without[0].why


def test_a_hold_gives_nothing_and_a_note_until_when(tmp_path: Path) -> None:
    held = {"status": "deferred", "reason": "criminal-proceedings"}
    people = people_with("father", involvement=held)
    for revisit, said in (
        ("2016-09-01", "it is looked at again on 1 September 2016 (review.proceedings)"),
        ("2015-12-01", "it was to be looked at again on 1 December 2015, which is past: ask again now"),
        (None, "until when is not known: ask those who agreed it, and fill in revisit_on"),
    ):
        proceedings = [{"kind": "criminal", "status": "open", "agreed_with": "DCI Helen Marsh", "revisit_on": revisit}]
        review = {"kind": "scr", "subject": "child", "proceedings": proceedings}
        found = run(tmp_path, case_with(tmp_path, people=people, review=review), "father", "standard", "call-script")
        assert not found.letters
        (note,) = found.without
        assert "not written to now (criminal-proceedings); nothing goes to them from this stage" in note.why
        assert said in note.why
        assert "Marsh" not in note.why
        assert note.refused


def test_nothing_goes_to_somebody_who_has_died(tmp_path: Path) -> None:
    found = run(tmp_path, case_with(tmp_path), "grandfather", "call-script")
    assert [(one.why, one.refused) for one in found.without] == [("has died", True)]
    assert not found.letters


def test_somebody_under_18_gets_their_own_letter_only_where_the_case_file_says_so(tmp_path: Path) -> None:
    case = case_with(tmp_path)
    for formats in ((), ("standard",), ("young-person",)):
        found = run(tmp_path, case, "brother", *formats)
        assert not found.letters
        assert "add young-person to people[brother].contact.formats" in found.without[0].why
    wishes = {"formats": ["young-person", "large-print"], "channel": "text"}
    case = case_with(tmp_path, people=people_with("brother", contact=wishes))
    found = run(tmp_path, case, "brother")
    assert made(found) == ["young-person"]
    assert (
        "is under 18: the adult who looks after them must know of this letter before it goes"
        in found.letters[0].notices
    )
    assert "wants to hear by text, and that is worded for adults: ask who looks after them" in found.letters[0].notices
    for adult in ("standard", "call-script", "text-message", "email"):
        found = run(tmp_path, case, "brother", adult)
        assert not found.letters
        assert "only the young person’s letter goes to them" in found.without[0].why
    case = case_with(tmp_path, people=people_with("brother", contact=wishes | {"safe_by_post": "false"}))
    assert "a letter is not safe for them" in run(tmp_path, case, "brother").without[0].why


@pytest.mark.parametrize(("day", "young"), [("2020-12-31", True), ("2021-01-01", False)])
def test_the_day_of_the_letter_decides_who_is_a_child(tmp_path: Path, day: str, *, young: bool) -> None:
    found = run(tmp_path, case_with(tmp_path), "brother", day=datetime.date.fromisoformat(day))
    assert bool(found.letters) is not young


def test_a_child_without_a_date_of_birth_gets_no_letter_for_adults(tmp_path: Path) -> None:
    young: list[dict[str, Any]] = [
        {"id": "a", "name": "Al Quill", "relationship": "brother", "involvement": {"reason": "age"}},
        {
            "id": "b",
            "name": "Bo Quill",
            "relationship": "brother",
            "contact": {"formats": ["young-person", "standard"]},
        },
    ]
    case = case_with(tmp_path, people=[*people_with("child"), *young])
    assert not run(tmp_path, case, "a").letters
    assert made(run(tmp_path, case, "b")) == ["young-person"]


def test_the_person_whom_the_review_is_about_gets_only_a_letter_of_their_own(tmp_path: Path) -> None:
    review = {"kind": "sar", "subject": "child"}
    adult = people_with("child", born="1950-05-03", died=None, email="toby@example.org")
    case = case_with(tmp_path, people=adult, review=review)
    found = run(tmp_path, case, "child")
    assert not found.letters
    assert "this stage has no letter to them (subject.docx)" in found.without[0].why
    files = FILES | {"subject.docx": ["Dear {{ person.greeting }}, we look at the help that you had."]}
    entry: dict[str, Any] = {"versions": ENTRY["versions"] | {"subject": {"must_have": []}}}
    assert made(run(tmp_path, case, "child", "standard", "plain-text", files=files, **entry)) == [
        "standard",
        "plain-text",
    ]
    found = run(tmp_path, case, "child", "call-script", files=files, **entry)
    assert not found.letters
    assert "it cannot go to them" in found.without[0].why
    child = people_with("child", died=None)
    assert not run(tmp_path, case_with(tmp_path, people=child), "child", files=files, **entry).letters


def test_a_format_that_a_stage_lacks_is_said_with_its_file(tmp_path: Path) -> None:
    case = case_with(
        tmp_path, people=people_with("father", contact={"channel": "text", "formats": ["standard", "easy-read"]})
    )
    found = run(tmp_path, case, "father", files={})
    assert made(found) == ["standard"]
    assert found.letters[0].notices[:2] == (
        "wants text-message; this stage has none yet (text-message.txt): arrange it by hand",
        "wants easy-read; this stage has none yet (easy-read.docx): arrange it by hand",
    )
    case = case_with(tmp_path, people=people_with("father", contact={"formats": ["easy-read"]}))
    found = run(tmp_path, case, "father", files={})
    assert not found.letters
    assert found.exit_status == 2
    found = run(tmp_path, case, "father", "easy-read", "standard", files={})
    assert made(found) == ["standard"]
    assert found.exit_status == 2


def test_an_email_needs_an_address(tmp_path: Path) -> None:
    case = case_with(tmp_path, people=people_with("father", contact={"channel": "email"}, email=None))
    found = run(tmp_path, case, "father")
    assert not found.letters
    assert found.without[0].why == "the case file lacks people[father].email"


@pytest.mark.parametrize(
    ("channel", "formats"),
    [("text", ()), ("phone", ("call-script",)), ("letter", ("text-message",))],
)
def test_a_text_or_a_call_needs_a_number(tmp_path: Path, channel: str, formats: tuple[str, ...]) -> None:
    case = case_with(tmp_path, people=people_with("father", contact={"channel": channel}, phone=None))
    found = run(tmp_path, case, "father", *formats)
    assert made(found) == ([] if formats else ["standard"])
    told = [one.why for one in found.without] or found.letters[0].notices
    assert "the case file lacks people[father].phone" in told


@pytest.mark.parametrize(
    ("relationship", "young"),
    [
        ("sibling", True), ("half-brother", True), ("older sister", True), ("step-sister", True), ("cousin", True),
        ("niece", True), ("grandson", True), ("mother's son", True), ("school friend", True), ("friend of the child", True),
        ("child's best friend", True), ("father's child", True), ("teenage mother", True),
        ("mother", False), ("mother's partner", False), ("maternal aunt", False), ("mother's sister", False),
        ("adult brother", False), ("brother-in-law", False), ("brother's mother", False), ("grandfather", False),
        ("childminder", False), ("family friend", False), ("mother's boyfriend", False),
    ],
)  # fmt: skip
def test_who_may_be_a_child_gets_nothing_until_the_case_file_says_when_they_were_born(
    tmp_path: Path, relationship: str, *, young: bool
) -> None:
    case = case_with(tmp_path, people=people_with("father", relationship=relationship, born=None))
    found = run(tmp_path, case, "father")
    assert bool(found.letters) is not young
    if young:
        assert "the case file lacks people[father].born: fill it in" in found.without[0].why
    case = case_with(tmp_path, people=people_with("father", relationship=relationship))
    assert made(run(tmp_path, case, "father")) == ["standard"]


def test_a_friend_whose_age_is_not_known_is_pointed_out(tmp_path: Path) -> None:
    case = case_with(tmp_path, people=people_with("father", relationship="friend", born=None))
    found = run(tmp_path, case, "father")
    assert any("a friend whose age is not known" in notice for notice in found.letters[0].notices)


@pytest.mark.parametrize("reason", ["safety", "not-traced"])
@pytest.mark.parametrize("formats", [(), ("standard",), ("call-script",), ("email",)])
def test_nothing_goes_where_it_would_reach_somebody_else_whatever_the_stage_says(
    tmp_path: Path, reason: str, formats: tuple[str, ...]
) -> None:
    case = case_with(tmp_path, people=people_with("father", involvement={"reason": reason}))
    found = run(tmp_path, case, "father", *formats, fits={"statuses": ["not-invited"]})
    assert not found.letters
    assert f"not written to now ({reason})" in found.without[0].why


@pytest.mark.parametrize("year", ["0001", "1989", "2101", "9999"])
def test_no_letter_is_of_a_year_that_cannot_be(tmp_path: Path, year: str) -> None:
    with pytest.raises(SelectionError, match="No letter is of this date"):
        run(tmp_path, case_with(tmp_path), "father", day=datetime.date.fromisoformat(f"{year}-01-15"))


def test_a_letter_from_before_the_review_is_pointed_out(tmp_path: Path) -> None:
    case = case_with(tmp_path, review={"kind": "scr", "subject": "child", "decided_on": "2016-01-16"})
    assert any("dated before the review" in notice for notice in run(tmp_path, case, "father").letters[0].notices)


def test_an_address_of_e_mail_beyond_ascii(tmp_path: Path) -> None:
    case = case_with(tmp_path, people=people_with("father", email="declan@bücher.example"))
    content = run(tmp_path, case, "father", "email").letters[0].content
    assert b"To: declan@xn--bcher-kva.example\r\n" in content
    case = case_with(tmp_path, people=people_with("father", email="déclan@example.org"))
    found = run(tmp_path, case, "father", "email")
    assert not found.letters
    assert "People[father].email has letters with accents" in found.without[0].why
