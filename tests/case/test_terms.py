"""Every kind of review has its own words, and all of them."""

from __future__ import annotations

from typing import get_args

import pytest

from scr_docs.case import terms
from scr_docs.case.model import ReviewKind


@pytest.mark.parametrize(
    ("kind", "review", "short", "subject"),
    [
        ("scr", "Serious Case Review", "SCR", "child"),
        ("lcspr", "Local Child Safeguarding Practice Review", "LCSPR", "child"),
        ("cpr", "Child Practice Review", "CPR", "child"),
        ("sar", "Safeguarding Adults Review", "SAR", "adult"),
        ("dhr", "Domestic Homicide Review", "DHR", "adult"),
    ],
)
def test_each_kind_has_its_words(kind: ReviewKind, review: str, short: str, subject: str) -> None:
    found = terms(kind)
    assert (found.review, found.short, found.subject_word) == (review, short, subject)
    assert all(found.model_dump().values())


def test_every_kind_that_a_case_may_have_has_words() -> None:
    assert len({terms(kind).review for kind in get_args(ReviewKind)}) == 5
