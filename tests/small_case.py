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
