"""What a case tells of its people: who the review is about, what a file may call somebody, who was reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from scr_docs import case as cases
from scr_docs.case import Case
from tests.case.whole_case import LEAST, WHOLE, changed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def load(folder: Path, text: str = WHOLE) -> Case:
    (folder / "case.yaml").write_text(text, "utf-8")
    return cases.load(folder / "case.yaml")


def people(*entries: tuple[str, str]) -> str:
    return (
        LEAST
        + "people:\n"
        + "".join(f"  - {{id: {id_}, name: {name}, relationship: friend}}\n" for id_, name in entries)
    )


def test_a_person_is_found_by_id(folder: Path) -> None:
    case = load(folder)
    found = case.person("mother")
    assert found is case.people[1]
    assert case.person("Mother") is None


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        changed("  subject: child\n", ""),
        changed("  subject: child\n", "  subject:\n"),
        changed("  subject: child\n", "").replace("relationship: subject", "relationship: Subject"),
    ],
)
def test_the_subject_is_told_by_the_review_or_else_by_the_relationship(folder: Path, text: str) -> None:
    case = load(folder, text)
    assert case.subject is case.people[0]
    assert case.family == case.people[1:]


def test_the_review_says_who_its_subject_is_whatever_the_relationships_say(folder: Path) -> None:
    case = load(folder, changed("  subject: child\n", "  subject: mother\n"))
    assert case.subject is case.people[1]


def test_without_a_subject_everybody_is_family(folder: Path) -> None:
    case = load(folder, people(("mother", "Kelly Thompson")))
    assert (case.subject, case.family) == (None, case.people)


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("HB-2016-02", "HB-2016-02"),
        ("HB/2016/02", "HB-2016-02"),
        ("../../HB 2016", "HB-2016"),
        ("HB: 2016?", "HB-2016"),
        ("Zoë", "Zo"),
        (".hidden.", "hidden"),
        ("???", "case"),
    ],
)
def test_a_reference_may_stand_in_a_file_name(folder: Path, reference: str, name: str) -> None:
    assert load(folder, changed("reference: HB-2016-02", f'reference: "{reference}"')).file_reference == name


@pytest.mark.parametrize(
    ("entries", "names"),
    [
        ([("mother", "Kelly Thompson"), ("sibling-1", "Mason Price")], ["mother", "sibling-1"]),
        ([("mother", "Kelly Thompson"), ("mason", "Mason Price")], ["mother", "person-2"]),
        ([("kelly-ann", "Toby Thompson"), ("mother", "Kelly Thompson")], ["person-1", "mother"]),
        ([("mother's sister", "Kelly Thompson")], ["mother-s-sister"]),
        ([("../../x", "Kelly Thompson")], ["x"]),
        ([("'??'", "Kelly Thompson")], ["person-1"]),
        ([("aunt 1", "Kelly Thompson"), ("aunt-1", "Mason Price")], ["person-1", "person-2"]),
        ([("Aunt", "Kelly Thompson"), ("aunt", "Mason Price")], ["person-1", "person-2"]),
    ],
)
def test_a_file_calls_a_person_by_id_unless_that_is_a_name_or_looks_like_another(
    folder: Path, entries: list[tuple[str, str]], names: list[str]
) -> None:
    case = load(folder, people(*entries))
    assert [case.file_id(person) for person in case.people] == names


def test_an_id_out_of_another_name_of_somebody_names_them_too(folder: Path) -> None:
    case = load(folder, WHOLE.replace("id: father", "id: price").replace("person: father", "person: price"))
    assert [case.id_names_someone(person) for person in case.people] == [False, False, True]


def test_who_was_reached_at_which_stage_is_told_by_the_contacts(folder: Path) -> None:
    case = load(folder)
    _, mother, father = case.people
    assert case.contacted(mother, "first-notice")
    assert case.contacted(father, "first-notice")
    assert not case.contacted(mother, "invitation")


def test_the_contacts_that_are_public_are_those_of_board_team_and_support(folder: Path) -> None:
    assert load(folder).public_contacts == (
        ("01632 960100", "board@example.org"),
        ("01632 960101", "jane@example.org"),
        ("01632 960102", "sam@example.org"),
        ("0808 157 0142", "lantern@example.org"),
    )
