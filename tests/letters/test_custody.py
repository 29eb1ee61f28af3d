"""Nobody can be rung in a prison: the letters do not promise it there, and the office is told what to arrange."""

from __future__ import annotations

from pathlib import Path

import pytest

from scr_docs import case as cases
from scr_docs import pipeline, word
from scr_docs.case import Case
from scr_docs.case.values import is_secure
from scr_docs.letters.run import LetterRun
from scr_docs.letters.stages import stage
from tests.letters.own_stage import DAY, whole_case_with

STAGES = ("first-notice", "support-offer", "meeting", "not-publishing", "publication", "read-draft")


@pytest.mark.parametrize(
    ("lines", "secure"),
    [
        (("HMP Aldermoor", "Aldermoor Lane"), True),
        (("A1234BC", "HM Prison Aldermoor"), True),
        (("Young Offenders’ Institution", "Westmark"), True),
        (("Hill House Secure Children's Home",), True),
        (("4 Prison Lane", "Westmoor"), False),
        (("The Old Prison House", "2 Prison Hill", "Westmoor"), False),
        (("The Old Prison Cottages", "Westmoor"), False),
        (("14 Acacia Road", "HB2 4QX"), False),
        ((), False),
    ],
)
def test_a_prison_is_known_by_what_it_is_called(lines: tuple[str, ...], secure: bool) -> None:
    assert is_secure(lines) is secure


def letters(tmp_path: Path, name: str, format_: str, address: list[str]) -> LetterRun:
    whole = whole_case_with(tmp_path, name).model_dump(mode="json", by_alias=True)
    for person in whole["people"]:
        if person["id"] == "father":
            person["address"] = address
    case: Case = cases.Case.model_validate(whole)
    return pipeline.make_letters(case, stage(name), people=["father"], formats=[format_], day=DAY)


@pytest.mark.parametrize("format_", ["standard", "easy-read"])
@pytest.mark.parametrize("name", STAGES)
def test_a_letter_to_a_prison_passes_its_checks_and_does_not_promise_to_ring(
    tmp_path: Path, name: str, format_: str
) -> None:
    inside = letters(tmp_path, name, format_, ["A1234BC", "HMP Aldermoor", "Aldermoor Lane", "Westmark"])
    assert [one.why for one in inside.without] == []
    (letter,) = inside.letters
    text = " ".join(block.text for block in word.read_bytes(letter.content, letter.name).story())
    assert "I will ring" not in text
    assert any("ask that your number is added" in notice for notice in letter.notices)
    (letter,) = letters(tmp_path, name, format_, ["14 Acacia Road", "HB2 4QX"]).letters
    text = " ".join(block.text for block in word.read_bytes(letter.content, letter.name).story())
    assert "I will ring" in text
    assert not any("prison" in notice for notice in letter.notices)
