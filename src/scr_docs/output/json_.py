"""`lint --format json`: the shape that users' own programs rely on."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from scr_docs.finding import FileReport, Finding, LintReport, Question, Secrets, mask

SCHEMA = "scr-docs/lint/1"


def render(report: LintReport, *, masked: bool) -> str:
    """The report as JSON text. `masked` leaves only first letters and lengths of what was found."""
    data = {
        "schema": SCHEMA,
        "files": [_file(file, masked=masked) for file in report.files],
        "summary": report.summary(),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _file(file: FileReport, *, masked: bool) -> dict[str, Any]:
    secrets = Secrets.of(file.findings, file.secrets) if masked else None
    hide = secrets.hide if secrets else str
    return {
        "path": hide(file.path),
        "sha256": file.sha256,
        "words": file.words,
        "error": hide(file.error) if file.error is not None else None,
        "findings": [_finding(finding.shown(secrets)) for finding in file.findings],
        "people": [
            {**asdict(person), "sections_with_views": [hide(heading) for heading in person.sections_with_views]}
            for person in file.people
        ],
        "questions": [_question(question, masked=masked) for question in file.questions],
        "rules": {"run": file.rules_run, "off": file.rules_off},
    }


def _question(question: Question, *, masked: bool) -> dict[str, Any]:
    evidence = [
        {"number": piece.number, "text": mask(piece.text) if masked else piece.text} for piece in question.evidence
    ]
    return {"id": question.id, "status": question.status, "evidence": evidence}


def _finding(finding: Finding) -> dict[str, Any]:
    data = asdict(finding)
    data["severity"] = str(finding.severity)
    return data
