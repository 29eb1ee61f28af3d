from __future__ import annotations

import time

import pytest

from scr_docs import engine, pipeline
from scr_docs.case import Case
from scr_docs.kinds import Reading
from scr_docs.plain import document
from tests.kinds.helpers import quotes, rule_of, tried
from tests.small_case import case_of

RULES = [rule for rule in pipeline.all_rules(()) if rule.pack == "consistency"]


def case() -> Case:
    return case_of(
        {"name": "Kezia Maud Rook", "relationship": "subject", "report_name": "Child K", "born": "2011-05-03"},
        {"name": "Bobbie Rook", "relationship": "brother", "report_name": "Sibling 1"},
        {"name": "Tamsin Rook", "relationship": "mother", "report_name": "Ms T"},
        {"name": "Owen Pike", "relationship": "mother's partner", "report_name": "MP"},
        reference="WM-2019-04",
        board={"name": "Westmoor Safeguarding Children Partnership"},
        review={"kind": "scr", "period": {"from": "2013-01-01", "to": "2015-11-30"}},
    )


def names(fault: str, *texts: tuple[str, str] | str, known: Case | None = None) -> list[str]:
    return quotes(tried(rule_of("report-names", fault=fault), *texts, case=known))


def of_case(fault: str, *texts: str) -> list[str]:
    return quotes(tried(rule_of("report-names-of-case", fault=fault), *texts, case=case()))


def times(what: str, *texts: tuple[str, str] | str, known: Case | None = None) -> list[str]:
    return quotes(tried(rule_of("dates-disagree", what=what), *texts, case=known))


OFTEN = "Child P came. Child P went. Child P ate. Child P slept. Child P left."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{OFTEN} Child B was happy.", ["Child B"]),
        (f"{OFTEN} Child B, Child B and Child B were happy.", []),
        ("Child P came. Child B was happy.", []),
        (f"{OFTEN} The review of Child B found the same.", []),
        (f"{OFTEN} A cousin (Child B) came.", []),
        (f"{OFTEN}\n| Name | Who |\n| Child B | Cousin |\nChild B came.", []),
        (f"{OFTEN} In child protection, A level was meant.", []),
        (f"{OFTEN} A child B vitamin.", []),
    ],
)
def test_a_letter_that_nobody_introduced_stands_out(text: str, told: list[str]) -> None:
    assert names("not-introduced", text) == told


def test_with_a_case_file_every_letter_that_it_does_not_hold_is_told() -> None:
    found = tried(rule_of("report-names", fault="not-introduced"), "Child B. Child B. Child B. Child K.", case=case())
    assert [finding.message for finding in found] == ["|Child K|{quote}"] * 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sibling 1 and Sibling 3 came.", ["Sibling 3"]),
        ("HV2 came.", ["HV2"]),
        ("Child A, Child B and Child D came.", ["Child D"]),
        ("Child A and Child K came.", []),
        ("Adult 2 of 3 came, and school 30 was open.", []),
    ],
)
def test_a_gap_in_a_series_is_told(text: str, told: list[str]) -> None:
    assert names("gap", text) == told


def test_two_ways_of_writing_one_name_are_told_once_and_an_explained_one_not() -> None:
    assert names("two-ways", "Sibling 1. Sibling 1. Sib 1 and sib.1 and Sib 1.") == ["Sib 1"]
    assert names("two-ways", "Health Visitor 1 (HV1) came. Health Visitor 1. HV1 left.") == []


def test_one_person_under_two_names_is_told_with_how_often() -> None:
    found = tried(
        rule_of("report-names-of-case", fault="two-names"),
        "Mother rang. Then Mother left. Mother's Partner came. Mother's Partner left. Mum said “Mother’s Partner”.",
        case=case(),
    )
    assert [(finding.text, finding.person, finding.message) for finding in found] == [
        ("Mother", "p3", "Ms T|2 times|{quote}"),
        ("Mother's Partner", "p4", "MP|2 times|{quote}"),
    ]
    assert of_case("two-names", "Her mother, and the Mother of another child, came.") == []


def test_a_pseudonym_that_is_a_brothers_real_name_is_told() -> None:
    assert of_case("real-name", "The child is called Bobbie in this report (a pseudonym).") == ["Bobbie"]
    assert of_case("real-name", "The child is called Rupert in this report (a pseudonym).") == []


def test_a_right_initial_is_told() -> None:
    assert set(of_case("real-initial", "Child K came. Mrs P rang Ms T. Mr Q came.")) == {"Child K", "Ms T", "Mrs P"}


def test_report_names_that_nobody_uses_are_told_of_the_subject_too() -> None:
    found = tried(rule_of("report-names-of-case", fault="unused"), "Sibling 1 came.", case=case())
    assert [finding.message for finding in found] == ["|Child K|{quote}"]


def test_another_cases_reference_and_another_board_are_told() -> None:
    rule = rule_of("other-case", what="reference")
    assert quotes(tried(rule, ("header", "WM-2018-11"), "WM-2019-04 and BSCB 2016-17/03", case=case())) == [
        "WM-2018-11",
        "BSCB 2016-17/03",
    ]
    assert quotes(tried(rule, "BSCB 2016-17/03. BSCB 2016-17/03.")) == []
    assert quotes(tried(rule, "BSCB 2016-17/03. BSCB 2016-17/03. BSCB 2014-15/01")) == ["BSCB 2014-15/01"]
    board = rule_of("other-case", what="board")
    assert quotes(tried(board, ("footer", "Hallam Bridge Safeguarding Children Board"), case=case())) == [
        "Hallam Bridge Safeguarding Children Board"
    ]
    assert quotes(tried(board, ("footer", "Westmoor Safeguarding Children Partnership"), case=case())) == []


def test_times_that_cannot_be_are_told() -> None:
    assert times("weekday", "On Monday 6 April 2019, and on Saturday 6 April 2019.") == ["Monday 6 April 2019"]
    assert times("age", "In June 2014 Child K, aged five, started school.", known=case()) == ["aged five"]
    assert (
        times("age", "In May 2014 Child K, aged two, was ill. In May 2014 Child K, aged three, was ill.", known=case())
        == []
    )
    assert times("age", "Child K was born in May 2011. In June 2014 Child K, aged five, started school.") == [
        "aged five"
    ]
    period = "The period under review is January 2012 to May 2015."
    assert times("period", period, known=case()) == ["period under review is January 2012 to May 2015"]
    assert times("period", period) == []
    assert len(times("period", period, "The review period was January 2012 to June 2015.")) == 1
    assert times("version", "Version 0.3\n# One", ("header", "v0.2")) == ["v0.2"]


def test_nothing_is_told_of_an_empty_document() -> None:
    for known in (None, case()):
        result = engine.run(Reading(document([]), known), RULES)
        assert result.broken == ()
        assert {finding.rule for finding in result.findings} <= {
            "consistency.unused-report-name",
            "consistency.real-initial",
        }


HOSTILE = (
    "Child A ", "Sibling 1 Sib 2 ", "[insert ", "((((", "1111 ", "X", "*", "? ", "6 April 2019 ", "aged five Child K May 2014 ",
    "A Safeguarding ", "period under review May 2014 ", "“", "Mr X", "official ", "not for ", "[name of ", "WM-2019-04 ",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_paragraph_takes_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    read = document([("body", text), ("header", text), ("footnote", text)])
    began = time.process_time()
    result = engine.run(Reading(read, case()), RULES)
    assert result.broken == ()
    assert time.process_time() - began < 10
