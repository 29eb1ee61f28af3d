"""Without a case file: the people whom a report introduces itself, and what is then read of them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scr_docs.family.introduced import SUBJECT, Introduced, introduced
from scr_docs.family.people import People
from scr_docs.family.read import read_document
from scr_docs.model import Document
from scr_docs.plain import document

HOMICIDE = """\
# Pseudonyms
| Pseudonym | Relationship | Age |
| Farah | Victim | 34 |
| Owen | Perpetrator, estranged husband of Farah | 39 |
| Yasmin | Mother of Farah | |
| Dina | Younger sister of Farah | |
| Sami | Son of Farah and Owen | 11 |
| Layla | Daughter of Farah and Owen | 6 |
| Carol | Mother of Owen | |
| Beth | Friend and colleague of Farah | |
"""


def report(text: str) -> Document:
    return document([("body", text)])


def related(text: str) -> dict[str, str]:
    return {one.id: one.relationship for one in introduced(report(text))}


def told(text: str) -> set[tuple[str, str | None, str | None]]:
    whole = report(text)
    placed = read_document(whole, People(None, introduced(whole)))
    return {(one.statement.kind, one.statement.person, one.statement.reason) for one in placed}


def test_a_table_of_pseudonyms_says_who_everybody_is() -> None:
    assert related(HOMICIDE) == {
        SUBJECT: "subject", "Owen": "estranged husband", "Yasmin": "mother", "Dina": "younger sister", "Sami": "son",
        "Layla": "daughter", "Carol": "estranged husband's mother", "Beth": "friend",
    }  # fmt: skip


def test_a_relative_of_a_parent_is_called_as_in_a_case_file() -> None:
    table = (
        "| Family member | Referred to as |\n| Subject child | Child Q |\n| Mother's sister | Aunt M |\n"
        "| Mother of Child Q | Ruth |\n| Ruth's brother | Leon |\n| Father of Ruth | Edwin |"
    )
    assert related(table) == {
        SUBJECT: "subject", "Aunt M": "maternal aunt", "Ruth": "mother", "Leon": "maternal uncle",
        "Edwin": "maternal grandfather",
    }  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        "# Pseudonyms used in this report\nFarah – the victim\nYasmin – her mother\nDina: Farah's sister",
        (
            "# Who is who\nThe pseudonyms Farah, Yasmin and Dina are used in this report.\n"
            "Farah: the victim, aged 34\nYasmin, mother of Farah\nDina is the sister of Farah"
        ),
    ],
)
def test_a_list_says_it_too(lines: str) -> None:
    assert related(lines) == {SUBJECT: "subject", "Yasmin": "mother", "Dina": "sister"}


@pytest.mark.parametrize(
    "text",
    [
        "| Name | Relationship |\n| Farah | Victim |\n| Yasmin | Mother |",
        "# The family\nYasmin – mother of the victim",
        "| Pseudonym | Agency |\n| Worker 1 | Health visitor |",
        "| Identifier | Relationship |\n| Farah | Victim |\n| Yasmin | Mother |",
        "# Anonymisation and family members\nBrenda Hartley – mother of the victim",
        "# Pseudonyms\nBrenda Hartley – mother of the victim\nHelen Carter, independent chair, spoke to the father.",
        "| Pseudonym | Relationship |\n| Brenda Hartley | Mother of the victim |",
        "| Pseudonym | Relationship |\n| None | Father |\n| Unknown | Mother |\n| TBC | Sister |\n| N/A | Aunt |",
        "| Pseudonym | Relationship |\n| Kim | Social worker for the mother |\n| Carol | Mother of the perpetrator |",
        "| Referred to as | Relationship |\n| Mother | mother of the child |\n| Mother's Partner | her partner |",
    ],
)
def test_what_may_be_a_real_name_and_what_is_a_role_introduces_nobody(text: str) -> None:
    assert related(text) == {}


def test_the_subject_is_who_died_and_no_child_beside_them() -> None:
    table = (
        "| Pseudonym | Notes | Relationship |\n| Layla | Lives with his mother | Child of Farah |\n"
        "| Owen | | Adult, brother of Farah |\n| Farah | | Deceased |"
    )
    assert related(table) == {"Owen": "adult brother", SUBJECT: "subject"}


def test_a_long_list_and_a_long_cell_take_no_time_to_speak_of() -> None:
    rows = "".join(f"| A{'bcdefghij'[n % 9]} {n % 90} | sister of A{'bcdefghij'[(n + 1) % 9]} |\n" for n in range(3000))
    started = time.process_time()
    assert len(introduced(report("| Pseudonym | Relationship |\n" + rows))) <= 200
    related("| Pseudonym | Relationship |\n| Farah | Victim |\n| Dina | " + "mother's " * 2000 + "|")
    assert time.process_time() - started < 5


def test_people_are_read_by_their_pseudonyms() -> None:
    found = told(
        HOMICIDE + "# Family involvement\n"
        "Yasmin met the chair in January. She feels that nobody listened to her.\n"
        "Sami was not spoken to because of his age. Carol declined to take part.\n"
        "Two letters to Dina brought no reply."
    )
    assert {
        ("contribution", "Yasmin", None), ("view", "Yasmin", None), ("non-involvement", "Sami", "age"),
        ("non-involvement", "Carol", "own-choice"), ("non-involvement", "Dina", "no-reply"),
    } <= found  # fmt: skip


def test_names_in_any_script_are_names() -> None:
    scripts = (
        HOMICIDE.replace("Farah", "Ґалина").replace("Yasmin", "Мария").replace("Carol", "小明").replace("Beth", "مريم")
    )
    found = told(
        scripts + "# Family involvement\nМария met the chair in January. 小明 declined to take part.\n"
        "Two letters to مريم brought no reply."
    )
    assert {
        ("contribution", "Мария", None), ("non-involvement", "小明", "own-choice"),
        ("non-involvement", "مريم", "no-reply"),
    } <= found  # fmt: skip


@settings(deadline=None)
@given(st.text(max_size=12), st.text(max_size=20))
def test_anybody_may_be_called_and_related_by_any_letters(name: str, relation: str) -> None:
    told(HOMICIDE.replace("Dina", name).replace("Younger sister", relation))
    people = People(None, [Introduced("one", name, relation, (name, relation))])
    list(people.mentions(f"{name} is {relation}'s family. Her {relation} {name}'s mother"))


def test_roles_stand_for_those_who_have_them() -> None:
    found = told(HOMICIDE + "# Family involvement\nHer mother met the chair. The children were not seen.")
    assert ("contribution", "Yasmin", None) in found
    assert {("non-involvement", "Sami", None), ("non-involvement", "Layla", None)} <= found


def test_a_role_that_nobody_was_introduced_for_is_its_own() -> None:
    found = told(HOMICIDE + "# Family involvement\nHer grandmother met the chair.")
    assert ("contribution", "grandmother", None) in found


def test_an_employer_is_nobody_of_the_family_that_was_introduced() -> None:
    found = told(
        HOMICIDE + "# Family involvement\nDina lives in Doha. A message left with her employer was not answered."
    )
    assert {person for _, person, _ in found} <= {"Dina"}


def test_adults_with_letters_are_no_subject_where_the_report_says_who_they_are() -> None:
    found = told(
        "| Pseudonym | Relationship |\n| Adult A | The deceased |\n| Adult B | Former partner of Adult A |\n"
        "# Family involvement\nAdult B did not reply to two letters."
    )
    assert ("non-involvement", "Adult B", "no-reply") in found
