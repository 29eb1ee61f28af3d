"""Small case files, built in a test out of what the test is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scr_docs.case import Case


def case_of(*people: Mapping[str, Any], **more: Any) -> Case:
    """A case of these people. Who has no relationship is a family friend; `more` are other keys of the case file."""
    return Case.model_validate(
        {
            "schema": "scr-docs/case/1",
            "reference": "X-1",
            "review": {"kind": "scr"},
            "board": {"name": "Westmoor Safeguarding Children Board"},
            "people": [{"id": f"p{n}", "relationship": "friend", **person} for n, person in enumerate(people, 1)],
            **more,
        }
    )


def family_of(*others: Mapping[str, Any], **father: Any) -> Case:
    """A child, a mother who took part, a father of whom this is so, and others."""
    child = {"id": "child", "name": "Toby Thompson", "relationship": "subject", "report_name": "Child K"}
    mother = {"id": "m", "name": "Kelly Thompson", "relationship": "mother", "report_name": "Mother"}
    took_part = {**mother, "involvement": {"status": "contributed"}}
    told = {"id": "f", "name": "Rob Price", "relationship": "father", "report_name": "Father", **father}
    return case_of(child, took_part, told, *others)
