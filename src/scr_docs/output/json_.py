"""`lint --format json`: the shape that users' own programs rely on."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from scr_docs.finding import FileReport, Finding, LintReport, Secrets

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
    secrets = Secrets(finding.text for finding in file.findings) if masked else None
    return {
        "path": secrets.hide(file.path) if secrets else file.path,
        "sha256": file.sha256,
        "words": file.words,
        "error": file.error,
        "findings": [_finding(finding.shown(secrets)) for finding in file.findings],
        "people": [asdict(person) for person in file.people],
        "questions": [asdict(question) for question in file.questions],
        "rules": {"run": file.rules_run, "off": file.rules_off},
    }


def _finding(finding: Finding) -> dict[str, Any]:
    data = asdict(finding)
    data["severity"] = str(finding.severity)
    return data
