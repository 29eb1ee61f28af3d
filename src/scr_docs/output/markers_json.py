"""The two quality markers for other programs."""

from __future__ import annotations

import json
from typing import Any

from scr_docs.output.json_ import question
from scr_docs.output.markers import Markers, Member
from scr_docs.output.markers_words import PROMISE, other_findings

SCHEMA = "scr-docs/quality-markers/1"


def render(markers: Markers, *, masked: bool) -> str:
    """The markers as JSON text. `masked` hides every value of the case file and whatever the checks found."""
    shown = markers.shown(masked=masked)
    data = {
        "schema": SCHEMA,
        "reference": shown.reference or None,
        "report": {"path": shown.report.path, "sha256": shown.report.sha256, "words": shown.report.words}
        if shown.report.path
        else None,
        "error": shown.report.error,
        "not_looked_at": list(shown.not_looked_at),
        "questions": [question(asked) for asked in shown.report.questions],
        "people": [_member(member) for member in shown.members],
        "sections": [
            {
                "heading": section.heading,
                "family_should_be_heard": section.listens,
                "people": {
                    person: {"mentions": cell.mentions, "views": cell.views, "contributions": cell.contributions}
                    for person, cell in section.cells.items()
                },
            }
            for section in shown.sections
        ],
        "findings": [
            {"severity": severity, "message": message, "where": where or None}
            for severity, message, where in other_findings(shown)
        ],
        "masked": shown.masked,
        "note": PROMISE,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _member(member: Member) -> dict[str, Any]:
    summary, told = member.summary, member.told
    return {
        "id": member.id,
        "report_name": member.called,
        "in_report": None
        if summary is None
        else {"involved": summary.involved, "reason": summary.reason, "mentions": summary.mentions},
        "in_case_file": None
        if told is None
        else {"status": told.person.involvement.status, "reason": told.person.involvement.reason},
        "first_contact": told.first.isoformat() if told and told.first else None,
        "days_from_decision": told.days if told else None,
        "channels": list(told.channels) if told else [],
        "questions": [
            {"asked_on": asked.on, "question": asked.question, "answered": asked.answered} for asked in member.asked
        ],
    }
