"""Sentences and passages as reports write them, outside any section, each with all that it says.

A line is "kind person reason | text": c contribution, v view, h history, n non-involvement (with its reason, or "vague"),
i invitation, d deferral, r re-offer, s support, q scope, f draft-feedback, x contradiction, l loaded-language.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from scr_docs.case import Case
from scr_docs.family.cues import cues
from scr_docs.family.mark import mark, quotations
from scr_docs.family.people import People
from scr_docs.family.read import Statement, read_passage
from scr_docs.family.words import small, words
from tests.small_case import case_of

KINDS = {
    "c": "contribution", "v": "view", "h": "history", "n": "non-involvement", "i": "invitation", "d": "deferral", "r": "re-offer",
    "s": "support", "q": "scope", "f": "draft-feedback", "x": "contradiction", "l": "loaded-language",
}  # fmt: skip
LINES = [
    line.partition(" | ")
    for line in Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def said(one: Statement) -> str:
    letter = next(letter for letter, kind in KINDS.items() if kind == one.kind)
    reason = ("vague" if one.vague else one.reason or "") if one.kind == "non-involvement" else ""
    return f"{letter} {one.person} {reason}".strip()


@pytest.mark.parametrize(("expected", "_", "text"), LINES)
def test_a_sentence_alone(expected: str, _: str, text: str) -> None:
    assert sorted({said(one) for one in read_passage(text, People(None))}) == sorted(filter(None, expected.split(", ")))


def test_there_are_many_sentences_of_every_kind() -> None:
    told = [one for expected, _, _ in LINES for one in expected.split(", ")]
    assert len(LINES) >= 150
    assert all(sum(one.startswith(f"{letter} ") for one in told) >= 3 for letter in KINDS)
    assert sum(not expected for expected, _, _ in LINES) >= 15


@pytest.mark.parametrize("text", [text for _, _, text in LINES])
def test_the_gate_keeps_out_no_pattern_that_would_match(text: str) -> None:
    lowered = small(text)
    found = words(lowered)
    marked = mark(text, lowered, (0, len(text)), found, People(None).mentions_in(text, found), quotations(text))
    worth = cues().worth(marked.stems, marked.text)
    for name, patterns in cues().patterns.items():
        tried = set(worth[name])
        assert [one.pattern for one in patterns if one.search(marked.text) and one not in tried] == []


HOMICIDE = case_of(
    {"id": "victim", "name": "Denise Holt", "relationship": "subject", "report_name": "Sally"},
    {"id": "sister", "name": "Ann Foy", "relationship": "sister", "report_name": "Sally's sister"},
    {"id": "son", "name": "Liam Holt", "relationship": "son", "report_name": "Adam"},
    {"id": "husband", "name": "Paul Holt", "relationship": "husband", "report_name": "Martin"},
    {"id": "his-mother", "name": "Sheila Holt", "relationship": "husband's mother", "report_name": "Martin's mother"},
    {"id": "boss", "name": "A Bakery", "relationship": "employer", "report_name": "the employer"},
    {"id": "friend", "name": "Bev Stone", "relationship": "friend", "report_name": "Friend 1"},
)
ADULT = case_of(
    {"id": "adult", "name": "Edith Lock", "relationship": "subject", "report_name": "Adult B"},
    {"id": "daughter", "name": "Susan Lock", "relationship": "daughter", "report_name": "Adult B's daughter"},
    {"id": "husband", "name": "Frank Lock", "relationship": "husband", "report_name": "Mr Lacey"},
)


def told(text: str, case: Case | None = None) -> list[str]:
    return [said(one) for one in read_passage(text, People(case))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sally's sister met the Chair. She said that Sally had changed.", ["c sister", "v sister"]),
        ("Martin declined. His mother was not asked to take part.", ["n husband own-choice", "n his-mother"]),
        ("The Chair met Adam and the employer.", ["c son", "c boss"]),
        ("Friend 1 told the Chair that Sally was afraid.", ["c friend", "v friend"]),
        ("Denise Holt told her GP that she was afraid.", ["h victim"]),
        ("Martin's brother was not invited to contribute.", []),
        ("Sally’s family thanked the ward.", ["v None"]),
    ],
)
def test_a_homicide_review_with_pseudonyms(text: str, expected: list[str]) -> None:
    assert told(text, HOMICIDE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adult B was visited by the reviewer and took part with an advocate.", ["c adult", "s adult"]),
        ("Her daughter contributed to the review.", ["c daughter"]),
        (
            "Adult B's daughter met the reviewer. Her father was too unwell to take part.",
            ["c daughter", "n None health"],
        ),
        ("Mr Lacey told the district nurse that he could cope.", ["h husband"]),
    ],
)
def test_a_safeguarding_adults_review(text: str, expected: list[str]) -> None:
    found = told(text, ADULT)
    assert [one for one in found if " None" not in one] == [one for one in expected if " None" not in one]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Nobody is named beside what is told of the one before.
        ("Adam lives in Leeds. Three letters and two telephone calls met with no reply.", ["n son no-reply"]),
        (
            "Adam lives in Leeds. Two letters and a message left with the hall porter drew no response.",
            ["n son no-reply"],
        ),
        ("Adam was told of the review. Emails in March and in June brought no answer.", ["i son", "n son no-reply"]),
        ("Adam lives in Leeds. Letters from the school drew no response.", []),
        ("Adam met the chair. Two letters to the bank brought no answer.", ["c son"]),
        ("Adam and Sally's sister met the chair. Two letters brought no answer.", ["c sister", "c son"]),
        ("Adam met the chair twice. Childcare was paid for.", ["c son", "s son"]),
        ("Adam met the chair twice. His fares were refunded.", ["c son", "s son"]),
        ("Adam met the chair twice. An interpreter was arranged.", ["c son", "s son"]),
        ("Adam met the chair twice. The parking outside the school is poor.", ["c son"]),
        # A semicolon parts "her" from the name after it.
        ("Adam has suggested that the prize be named after her; Friend 1 would like that.", ["v friend", "v son"]),
        # What a relative says that another thought; "his cousin" is nobody of the case file.
        ("Adam, according to his cousin, assumed that the bruises were healing.", []),
        ("Martin, according to Friend 1, believed that Sally was safe.", ["v friend"]),
        ("According to Friend 1, Martin believed that Sally was safe.", ["v friend"]),
        ("Martin's solicitor replied to the panel that he did not want to take part.", ["n husband own-choice"]),
    ],
)
def test_whom_a_sentence_in_a_section_on_the_family_is_about(text: str, expected: list[str]) -> None:
    assert sorted(set(told(f"# Family involvement\n\n{text}", HOMICIDE))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Background\n\nMother wanted readers to know that he was funny.", {"v mother"}),
        ("# Background\n\nMother wanted the teachers to know that he was funny.", set()),
        (
            "# Scope\n\nThe review covers the year 2021. Mother asked whether it could begin with the move.",
            {"q mother"},
        ),
        ("# Recommendations\n\nThe Board should rewrite its leaflet, with the help of parents.", set()),
        ("# Tribute\n\nThese words were written by Mother on behalf of the family.", {"c mother"}),
    ],
)
def test_what_the_section_does_not_change(text: str, expected: set[str]) -> None:
    found = set(told(text))
    assert expected <= found
    assert bool(found) == bool(expected)


HER_DOCTOR = (
    "Mother met the reviewer. The maternal grandmother has dementia. {} wrote that a visit would upset her, and Mother,"
    " who holds power of attorney, agreed. The panel therefore did not approach her."
)


@pytest.mark.parametrize("doctor", ["Her GP", "Her psychiatrist", "Her social worker"])
def test_a_sentence_that_begins_with_her_doctor_is_about_her(doctor: str) -> None:
    found = told(f"# Family involvement\n\n{HER_DOCTOR.format(doctor)}")
    assert "n maternal grandmother capacity" in found
    assert "n mother capacity" not in found


def test_a_sentence_that_begins_with_somebody_of_the_family_is_about_them() -> None:
    text = "The maternal grandmother has dementia. Mother, who cares for her, was ill. The panel therefore did not ask her."
    assert told(f"# Family involvement\n\n{text}") == ["n mother health"]


def test_nobody_is_asked_through_somebody() -> None:
    text = (
        "Adam's therapist wrote to the chair on 3 May that he was not yet able to talk about that night and that to be"
        " asked would set back his recovery; the panel will ask again through Friend 1."
    )
    found = set(told(f"# Family involvement\n\n{text}", HOMICIDE))
    assert found in ({"d son", "n son health", "r son"}, {"d son", "n son distress", "r son"})


PASSAGE = """# 2. How the review was done
2.1 The panel met five times.
2.2 Mother met the reviewers in May with her sister beside her. She felt that nobody had read the file.
2.3 Letters were sent to Father in June and July. There was no reply.
# Father's contribution
He later wrote to the author. He wished that he had been told.
# 3. Chronology
3.1 In March 2014 Mother told the health visitor that she was tired. She felt low.
# Who was asked
| Who | Invited | Response |
| Mother | Letter, May | Met twice |
| Maternal grandmother | Telephone | Declined; too painful |
| Sibling 1 | No | Not invited because of his age |
"""


def test_a_report_without_a_heading_on_the_family_is_read_by_its_method_its_tables_and_its_chapters() -> None:
    found = {(said(one), PASSAGE[one.start : one.end].strip()[:28]) for one in read_passage(PASSAGE, People(None))}
    wanted = {
        ("c mother", "2.2 Mother met the reviewers"),
        ("v mother", "She felt that nobody had rea"),
        ("i father", "2.3 Letters were sent to Fat"),
        ("n father no-reply", "There was no reply."),
        ("c father", "He later wrote to the author"),
        ("v father", "He wished that he had been t"),
        ("h mother", "3.1 In March 2014 Mother tol"),
        ("i mother", "Letter, May"),
        ("c mother", "Met twice"),
        ("n maternal grandmother distress", "Declined; too painful"),
        ("n sibling age", "Not invited because of his a"),
    }
    assert wanted <= found
    assert not any(one.startswith("v") and text.startswith("She felt low") for one, text in found)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Father was invited by letter and by telephone in March and declined to take part.", {"media": ("letter", "telephone"), "attempts": 2, "dates": ("march",)}),
        ("Father was not approached because of the trial. The senior investigating officer advised this.", {"decided_by": ("Senior Investigating Officer",)}),
        ("Father could not be traced. Checks were made with the electoral roll.", {"search": True}),
        ("Sibling 1 was not seen by the reviewer because of his age. His teacher described his days.", {"other_voice": True}),
        ("Contact with Father was deferred until after the inquest, so he was not interviewed.", {"until": "the inquest"}),
        ("Maternal grandmother has dementia. Her GP advised in a letter of 12 June 2024 that an interview would confuse her, and Mother, who holds power of attorney, agreed. The reviewer therefore did not approach her.", {"dates": ("12 june 2024",), "assessment": True, "advocate": True}),
    ],
)  # fmt: skip
def test_what_a_passage_tells_of_an_absence_is_its_evidence(text: str, evidence: dict[str, object]) -> None:
    (absence,) = [one for one in read_passage(text, People(None)) if one.kind == "non-involvement"]
    assert {name: getattr(absence.evidence, name) for name in evidence} == evidence
