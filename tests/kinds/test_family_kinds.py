"""`mentioned`, `involvement` and `reason-given`: what the report as a whole says of its family."""

from __future__ import annotations

from typing import Any

import pytest

from scr_docs.case import Case
from tests.kinds.helpers import quotes, rule_of, tried
from tests.small_case import case_of, family_of

HEAD = "# Family involvement\n"


def family(**father: Any) -> Case:
    return family_of({"id": "a", "name": "Ann Price", "relationship": "aunt"}, report_name="Mr P", **father)


DECLINED = {"involvement": {"status": "declined"}}


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Mother and Mr P.", []),
        ("Mother.", ["f"]),
        ("The father.", ["m"]),
        ("Mother’s Partner and Mr Price.", ["m", "f"]),
        ("The parents came.", ["m", "f"]),
        ("", ["m", "f"]),
    ],
)
def test_whoever_has_a_report_name_must_be_mentioned(text: str, missing: list[str]) -> None:
    found = tried(rule_of("mentioned"), text, case=family())
    assert [finding.person for finding in found] == missing
    assert all(finding.location.block is None for finding in found)


def test_a_mention_that_no_reader_reads_does_not_count() -> None:
    found = tried(rule_of("mentioned"), "Mother", ("comment", "Mr P"), ("deleted", "Mr P"), case=family())
    assert [(finding.person, finding.message) for finding in found] == [("f", "Mr P||{quote}")]


def test_without_a_case_file_nobody_can_be_missing() -> None:
    assert tried(rule_of("mentioned"), "x") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD + "Mother met the reviewer.", False),
        (HEAD + "Father declined.", False),
        (HEAD + "None of the family took part.", False),
        ("Mother met the lead reviewer.", False),
        (HEAD + "Mother felt alone.", True),
        ("Mother told the health visitor that she was tired.", True),
        ("Mother met the nurse. Father declined an appointment.", True),
    ],
)
def test_a_report_says_whether_the_family_took_part(text: str, told: bool) -> None:
    assert bool(tried(rule_of("involvement"), text)) is told


@pytest.mark.parametrize(
    ("father", "text", "told"),
    [
        (DECLINED, "Father was not involved.", True),
        (DECLINED, "Mr P was not involved because of the trial.", False),
        (DECLINED, "Father was not involved. He was too ill to be seen.", False),
        (DECLINED, "Father lived elsewhere.", True),
        (DECLINED, "Mother met the reviewer.", False),  # told by "mentioned"
        (DECLINED, "Father met the reviewer.", False),  # the report knows better
        (DECLINED, "The family did not take part, on legal advice. Father lived elsewhere.", False),
        (DECLINED, "The family did not take part. Father lived elsewhere.", True),
        (DECLINED, "The family did not take part, on legal advice. Father was not involved.", True),
        ({"involvement": {"status": "contributed"}}, "Father was not involved.", False),
        ({}, "Father was not involved.", False),
        ({**DECLINED, "died": "2010-01-01"}, "Father was not involved.", False),
        ({"involvement": {"status": "not-invited", "reason": "deceased"}}, "Father was not involved.", False),
    ],
)
def test_by_the_case_file_whoever_did_not_take_part_is_owed_a_reason(
    father: dict[str, Any], text: str, told: bool
) -> None:
    found = tried(rule_of("reason-given"), HEAD + text, case=family(**father))
    assert [finding.person for finding in found] == (["f"] if told else [])


def test_a_missing_reason_is_told_at_its_sentence_or_for_the_whole_report() -> None:
    (placed,) = tried(rule_of("reason-given"), HEAD + "It rained. Mr P was not involved.", case=family(**DECLINED))
    assert (placed.text, placed.location.start, placed.message) == ("Mr P was not involved.", 11, "Mr P||{quote}")
    (nowhere,) = tried(rule_of("reason-given"), HEAD + "Mr P lived elsewhere.", case=family(**DECLINED))
    assert (nowhere.text, nowhere.location.block) == ("", None)


def test_somebody_without_a_report_name_is_called_by_relationship() -> None:
    case = case_of({"id": "a", "name": "Ann Price", "relationship": "aunt", "involvement": {"status": "no-reply"}})
    (found,) = tried(rule_of("reason-given"), HEAD + "The aunt was not involved.", case=case)
    assert (found.person, found.message) == ("a", "Aunt||{quote}")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Father was not involved.", ["Father was not involved."]),
        ("Father was not involved. Later Father was not contacted.", ["Father was not involved."]),
        ("Father was not involved. Mother met the reviewer. Father declined.", []),
        ("Father was not involved. Then Father met the reviewer.", []),
        ("Father was not involved. Mother was not involved.", ["Father was not involved.", "Mother was not involved."]),
        ("The family was not involved.", ["The family was not involved."]),
        ("Mother met the reviewer.", []),
    ],
)
def test_without_a_case_file_the_report_itself_says_who_is_owed_a_reason(text: str, told: list[str]) -> None:
    assert quotes(tried(rule_of("reason-given"), HEAD + text)) == told


def test_the_family_as_a_whole_is_called_so() -> None:
    (found,) = tried(rule_of("reason-given"), HEAD + "The family was not involved.")
    assert (found.person, found.message) == (None, "The family||{quote}")
