"""The questions of quality marker 12: statuses, evidence with its places, and what is missing, in many kinds of report."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from scr_docs import case as cases
from scr_docs import engine, pack, word
from scr_docs.case import Case
from scr_docs.finding import Question
from scr_docs.kinds import PARAMS, Reading
from scr_docs.kinds.signs import split
from scr_docs.plain import document
from tests.conftest import ROOT
from tests.small_case import case_of, family_of

RULES = [rule for rule in pack.load([ROOT / "checks"], PARAMS) if rule.entry.kind in {"question", "informing-question"}]


def answers(reading: Reading) -> dict[str, Question]:
    result = engine.run(reading, RULES)
    assert result.broken == ()
    return {question.id: question for question in reading.answers.values()}


def of(text: str, case: Case | None = None) -> dict[str, Question]:
    return answers(Reading(document([("body", text)]), case))


def statuses(text: str, case: Case | None = None) -> dict[str, str]:
    return {number: question.status for number, question in of(text, case).items()}


@pytest.mark.parametrize("name", ["hallam-bridge", "westmoor"])
def test_the_samples_are_answered_as_a_careful_reviewer_would(name: str) -> None:
    folder = ROOT / "sample_reports" / name
    read = word.read_bytes((folder / "report.docx").read_bytes(), "report.docx")
    found = answers(Reading(read, cases.load(folder / "case.yaml")))
    expected = yaml.safe_load((folder / "expected.yaml").read_text("utf-8"))["questions"]
    assert {number: one.status for number, one in found.items()} == {one["id"]: one["status"] for one in expected}
    for one in expected:
        places = {piece.number for piece in found[one["id"]].evidence}
        assert set(one.get("at", ())) <= places, one["id"]
        assert bool(found[one["id"]].missing) == (one["status"] in {"partly", "absent"})


METHODOLOGY = """
# 1. Introduction
1.1 The names of family members have been replaced.
# 2. Methodology
2.1 The panel wanted the review to be informed by the experiences of relatives.
2.2 It considered which members of the family to ask.
2.3 Mother met the author twice, and was supported by an advocate.
2.4 Father was invited by letter in May 2016 and by telephone in June 2016 and declined to take part.
2.5 Mother was told what she would be asked.
2.6 Mother asked that the review look at housing, and this became question 4.
2.7 The author agreed with Mother how she would be named.
2.8 Mother read the draft and asked for two changes, which were made.
# 5. Key events
5.1 Mother told the health visitor that she was tired.
# 6. Analysis
6.1 Mother told the author that nobody had asked about the damp.
"""


def test_a_family_contact_under_methodology_with_typed_numbers_is_found() -> None:
    found = of(METHODOLOGY, family_of(involvement={"status": "declined", "reason": "own-choice"}))
    asked = {number: one.status for number, one in found.items() if number.startswith("QM12")}
    assert asked == {f"QM12.{number}": "evidenced" for number in range(1, 10)}
    assert "2.6" in [piece.number for piece in found["QM12.4"].evidence]
    (heard,) = (piece for piece in found["QM12.6"].evidence if piece.number == "6.1")
    assert heard.text == "Mother told the author that nobody had asked about the damp."


def test_without_a_case_file_the_roles_in_the_report_do() -> None:
    found = of(METHODOLOGY)
    assert set(found) == {f"QM12.{number}" for number in range(1, 10)}
    assert all(one.status == "evidenced" for one in found.values())


DHR = """
# Involvement of family, friends and colleagues
12 The Chair wrote to the family to explain why their help was wanted.
13 Her sister met the Chair in June 2021 with an advocate from a specialist service.
14 Her sister asked that the review consider the role of employers, and the terms of reference were changed.
15 The perpetrator was invited by letter and through his offender manager in July 2021 and declined to take part.
16 The pseudonym was chosen by her sister.
17 Her sister read the draft report and her comments were answered.
# Analysis
50 Her sister told the Chair that colleagues had noticed bruises.
"""


def test_a_domestic_homicide_review_is_answered_too() -> None:
    found = statuses(DHR)
    assert {number for number, status in found.items() if status == "absent"} <= {"QM12.5"}
    assert [found[f"QM12.{number}"] for number in (3, 4, 6, 9)] == ["evidenced"] * 4


def test_an_empty_report_evidences_nothing_and_a_document_without_family_neither() -> None:
    for text in ("", "# Introduction\nThe weather was fine."):
        assert set(statuses(text).values()) == {"absent"}


def test_what_was_said_to_services_at_the_time_is_no_evidence() -> None:
    text = "# Key events\nMother told the nurse that she needed an interpreter. Mother asked the nurse about the draft letter."
    found = of(text, family_of())
    assert found["QM12.3"].evidence == ()
    assert found["QM12.9"].status == "absent"


def test_words_that_blame_somebody_do_not_hear_them() -> None:
    text = "# Family involvement\nMother met the reviewer.\n# Analysis\nMother claimed that nobody had come."
    assert of(text, family_of())["QM12.6"].status == "absent"


def test_whoever_is_missing_is_named_as_in_the_report() -> None:
    found = of("# Family involvement\nMother met the reviewer.", family_of())
    assert found["QM12.2"].missing[1].endswith("(Father)")
    assert found["QM12.8"].missing[0].endswith("(Father)")


@pytest.mark.parametrize(
    ("father", "text", "status"),
    [
        ({"involvement": {"status": "contributed"}}, "Mother and Father met the reviewer.", "not-applicable"),
        ({"died": "2010-01-01"}, "Mother met the reviewer.", "not-applicable"),
        ({"involvement": {"status": "no-reply"}}, "Father did not answer three letters sent in May 2016.", "evidenced"),
        ({"involvement": {"status": "no-reply"}}, "It was not possible to engage Father.", "absent"),
        ({"involvement": {"status": "declined"}}, "Father chose not to take part.", "partly"),
    ],
)
def test_a_reason_is_needed_of_those_alone_who_are_alive_and_did_not_take_part(
    father: dict[str, Any], text: str, status: str
) -> None:
    assert of(f"# Family involvement\n{text}", family_of(**father))["QM12.8"].status == status


def test_a_question_of_the_analysis_does_not_arise_where_nobody_took_part() -> None:
    case = case_of({"id": "f", "name": "Rob Price", "relationship": "father", "report_name": "Father"})
    text = "# Family involvement\nFather declined to take part because it was too painful."
    assert of(text, case)["QM12.6"].status == "not-applicable"
    assert of("# Family involvement\nIt rained.", case)["QM12.6"].status == "absent"


def test_comments_and_deleted_words_are_no_evidence() -> None:
    reading = Reading(
        document([("comment", "Mother read the draft."), ("deleted", "Mother read the draft.")]), family_of()
    )
    assert answers(reading)["QM12.9"].status == "absent"


def test_the_answers_are_worked_out_only_where_a_rule_asks() -> None:
    reading = Reading(document([("body", METHODOLOGY)]), family_of())
    assert reading.answers == {}
    engine.run(reading, [rule for rule in RULES if rule.id == "family.qm12-4-no-say-in-focus"])
    assert list(reading.answers) == ["family.qm12-4-no-say-in-focus"]


def test_whoever_goes_by_a_first_name_is_family_too() -> None:
    text = """
# Pseudonyms
| Pseudonym | Relationship |
| Farah | Victim |
| Yasmin | Mother of Farah |
| Dina | Sister of Farah |
Names have been changed. Yasmin picked the names for her side of the family.
# Family involvement
Yasmin and Dina were asked about the years before the marriage.
"""
    found = of(text)
    assert {number: found[number].status for number in ("QM12.5", "QM12.7")} == {
        "QM12.5": "evidenced", "QM12.7": "evidenced",
    }  # fmt: skip
    assert found["QM12.5"].evidence[0].text == "Yasmin and Dina were asked about the years before the marriage."


@pytest.mark.parametrize("words", ["the panel wanted why ", "Mother asked the draft ", "questions at the suggestion "])
def test_a_paragraph_without_end_takes_no_time_to_speak_of(words: str) -> None:
    text = words * (100_000 // len(words))
    split(text)  # the sentences themselves are the business of language.py
    signs = [
        sign for rule in RULES if rule.entry.kind == "question" for sign in (*rule.params.needs, *rule.params.helps)
    ]
    start = time.perf_counter()
    for pattern in (pattern for sign in signs for pattern in sign.patterns):
        pattern.search(text[:1000])
    assert time.perf_counter() - start < 2


def test_the_folder_of_rules_holds_all_questions_of_both_markers() -> None:
    wanted = {f"QM12.{number}" for number in range(1, 10)} | {f"Informing.{number}" for number in range(1, 5)}
    assert {rule.params.question for rule in RULES} == wanted
    assert all(Path(rule.file).parent == ROOT / "checks" for rule in RULES)


def test_a_sentence_that_speaks_of_two_people_is_quoted_once_with_both() -> None:
    text = "# Family involvement\nMother and Father met the lead reviewer in March."
    rule = next(rule for rule in RULES if rule.id == "family.qm12-2-who-involved-unclear")
    reading = Reading(document([("body", text)]), None)
    engine.run(reading, [rule])
    (piece,) = (one for one in reading.answers[rule.id].evidence if one.text.startswith("Mother and Father"))
    assert sorted(piece.people) == ["father", "mother"]
