from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scr_docs.case import Case
from scr_docs.kinds import Reading
from scr_docs.model import Document
from scr_docs.names.allowed.allow_lists import allow_lists
from scr_docs.names.allowed.names import Allowed
from scr_docs.plain import document
from tests.small_case import case_of


def found(read: Document, case: Case | None = None) -> list[Allowed]:
    reading = Reading(read, case)
    return [name for block in read.blocks for name in reading.allowed(block)]


def names(text: str, case: Case | None = None, part: str = "body") -> list[str]:
    return [name.name for name in found(document([(part, text)]), case)]


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("Independent lead reviewer: Philippa Garland", ["Philippa Garland"]),
        ("Report author: Dr Tariq Aziz, Independent Consultant", ["Dr Tariq Aziz"]),
        ("Written by\nPHILIPPA GARLAND\n# One", ["PHILIPPA GARLAND"]),
        ("The lead reviewer, Judith Penhallow, has led reviews since 2009.", ["Judith Penhallow"]),
        ("Anil Deshmukh has chaired the Board since 2014.", ["Anil Deshmukh"]),
        ("The Independent Chair of the Board, Anil Roe, agreed.", ["Anil Roe"]),
        ("The review panel was chaired by Sarah Bond OBE.", ["Sarah Bond"]),
        ("The panel comprised Ann Brook (Police), Tom Hill (CCG) and Liz Fry.", ["Ann Brook", "Tom Hill", "Liz Fry"]),
        ("Author: Jane Smith\nMs Smith met Mother. Jane’s son came.", ["Jane Smith", "Ms Smith"]),
        ("# Panel members\n| Name | Role |\n| Tom Hill | Head of Service |", ["Tom Hill"]),
        ("# Review panel\nAnn Brook, Designated Nurse\nThen Ann Brook spoke.", ["Ann Brook", "Ann Brook"]),
        ("The review was led by Ann Low and Jo Bede, both independent.", ["Ann Low", "Jo Bede"]),
        ("The LSCB appointed Ruth Pye as author and Al Cope as chair.", ["Ruth Pye", "Al Cope"]),
        ("# Panel\nDetective Inspector Tom Reid (Police)", ["Tom Reid"]),
        ("Yours sincerely\nMary Long", ["Mary Long"]),
    ],
)
def test_whom_the_report_presents_as_its_own_is_allowed_everywhere(text: str, allowed: list[str]) -> None:
    assert names(text) == allowed


@pytest.mark.parametrize(
    "text",
    [
        "The strategy meeting was chaired by Sarah Jones.",
        "The conference chair, Sarah Jones, said so.",
        "Sarah Jones, Chair of Governors, came.",
        "The letter was written by Kelly Thompson. The review followed.",
        "The assessment was completed by Sarah Jones.",
        "# Family composition\n| Name | Relationship |\n| Sally Hill | Mother |",
        "# Panel members\n| Name | Role |\n| Tom Hill | Head |\n# The family\n| Name | Relationship |\n| Sal Cob | Aunt |",
        "The panel comprised senior managers and considered Kelly Thompson’s account.",
        "The panel included views of Ronan O’Neill.",
        "The lead reviewer met Kelly Thompson and Declan Roe.",
        "# Independence\nKelly Thompson, the mother, was asked.",
        "The Chair of the Panel met the mother, Sian Prothero.",
        "The consultant, Dr Helena Roe, saw the child.",
    ],
)
def test_whom_the_report_only_speaks_of_is_not(text: str) -> None:
    assert set(names(text)) <= {"Tom Hill"}


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("The inquiry into the death of Victoria Climbié.", ["Victoria Climbié"]),
        ("Victoria said that Daniel left, and Wells, Taylor and Fox came.", []),
        ("Mr Fox rang the school.", []),
        ("Sarah’s Law was explained to Sarah.", ["Sarah’s Law"]),
        ("He was Gillick competent; see the Fraser guidelines.", ["Gillick competent", "Fraser guidelines"]),
        ("Lessons from the murder of Jessica Chapman", ["Jessica Chapman"]),
        ("Jessica Chapman collected the baby.", []),
        ("Brandon et al. (2012) found this (Sidebotham, 2011).", ["Brandon", "Sidebotham"]),
        ("As Munro (2011) notes, and Hargreaves (2014) argues.", ["Munro", "Hargreaves"]),
        ("She has two children, Niamh (2006) and Tomos (2018).", []),
        (
            "# References\nHolt, T. and Warren, C. (2008) Deaths.\n# Two\nHolt (2008)",
            ["Holt, T.", "Warren, C.", "Holt"],
        ),
        ("Child A and Mrs J came.", ["Child A", "Mrs J"]),
    ],
)
def test_the_shipped_list_needs_its_full_form_its_company_or_a_citation(text: str, allowed: list[str]) -> None:
    assert names(text) == allowed


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("The child is referred to as Bobbie (a pseudonym). Bobbie ran.", ["Bobbie", "Bobbie"]),
        ("To protect her identity she is called Sally in this report.", ["Sally"]),
        ("Names have been changed: Ann, Bob and Cid.", ["Ann", "Bob", "Cid"]),
        ("He is known as Max for the purposes of this review. Max’s bag.", ["Max", "Max"]),
        ("| Name in this report | Who |\n| Daisy | Child |\nDaisy ran.", ["Daisy", "Daisy"]),
        ("She was known as Kel at school.", []),
        ("She was known as Kel, and all names are anonymised.", []),
        ("Mother chose the name Isla for her baby.", []),
    ],
)
def test_a_pseudonym_is_a_name_that_the_report_says_is_one(text: str, allowed: list[str]) -> None:
    assert names(text) == allowed


def test_the_case_file_says_who_may_be_published() -> None:
    case = case_of({"name": "Kelly Thompson"}, publishable=["Jane Example"])
    assert names("Jane Example and Ms Example met Kelly.", case) == ["Jane Example", "Ms Example"]


LISTED = [name for entry in allow_lists().file.lists for name in entry.names if name[:1].isupper()]
FRAMES = (
    "Author: {0}\nThe review was written by {0}. {0} is an independent author.",
    "# Review panel\n| Name | Agency |\n| {0} | Police |\nThe panel comprised {0}, {0} and {0}.",
    "The child is referred to as {0} in this report (a pseudonym). {0} is a pseudonym.",
    "| Name in this report | Who |\n| {0} | Child |\nThen {0} came.",
    "# References\n{0}, T. (2008) Deaths. {0} et al. (2012) found; ({0}, 2012).",
    "The review of the death of {0} was published. {0}'s Law. The {0} Inquiry. Professor {0}.",
)
WORDS = st.sampled_from(
    ["Victoria", "Sarah", "Fox", "Taylor", "Climbié", "Munro", "Brandon", "Bobbie", "Daniel", "Zofia", "O'Neill"]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.sampled_from(LISTED), st.tuples(WORDS, WORDS).map(" ".join)), st.sampled_from(FRAMES), st.booleans()
)
def test_nothing_allowed_hides_a_name_of_the_case_file(name: str, frame: str, alone: bool) -> None:
    case = case_of({"name": name})
    written = name.rsplit(maxsplit=1)[-1] if alone else name
    reading = Reading(document([("body", frame.format(written))]), case)
    assert alone or any(reading.known(block) for block in reading.document.blocks)
    for block in reading.document.blocks:
        known = [(hit.start, hit.end) for hit in reading.known(block)]
        for allowed in reading.allowed(block):
            assert not any(start < allowed.end and allowed.start < end for start, end in known)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_allowed_names_stand_in_the_text_in_order(text: str) -> None:
    taken = 0
    for name in found(document([("comment", text)])):
        assert name.name == text[name.start : name.end]
        assert taken <= name.start < name.end
        taken = name.end


@pytest.mark.parametrize(
    "piece", ["Aa ", "Author: ", "Aa, Bb and ", "known as Aa ", "(2012) Aa et al. ", "the panel comprised Aa Bb ", "Aa"]
)
def test_a_hostile_paragraph_takes_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    began = time.process_time()
    names(text, part="footnote")
    names(text)
    assert time.process_time() - began < 6
