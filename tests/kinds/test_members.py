"""The members of a family: whoever the review is about is not looked for once they are dead."""

from __future__ import annotations

import pytest

from scr_docs.kinds import Reading
from scr_docs.kinds.members import members
from scr_docs.plain import document
from tests.small_case import case_of

CHILD = {"id": "child", "name": "Toby Thompson", "relationship": "subject", "report_name": "Child K"}


def looked_for(text: str, kind: str) -> list[str]:
    review = {"kind": kind, "subject": "child"}
    return [member.id for member in members(Reading(document([("body", text)]), case_of(CHILD, review=review)))]


@pytest.mark.parametrize(
    "text",
    [
        "Child K died in May.",
        "Child K, who was four, had sadly died.",
        "The panel met after Child K's death.",
        "This review is about the death of Child K.",
        "Child K was killed by a car.",
    ],
)
def test_a_report_may_tell_of_a_death_that_the_case_file_leaves_out(text: str) -> None:
    assert looked_for(text, "lcspr") == []


@pytest.mark.parametrize(
    "text",
    [
        "Child K is recovering.",
        "Child K was four when his grandmother died.",
        "Child K's grandmother died in May.",
        "He was charged with the attempted murder of Child K.",
        "Child K nearly died.",
    ],
)
def test_a_death_beside_somebody_is_not_theirs(text: str) -> None:
    assert looked_for(text, "lcspr") == ["child"]


def test_a_domestic_homicide_review_is_about_somebody_dead() -> None:
    assert looked_for("Child K lived with her husband.", "dhr") == []
