"""`lint --format json`: the shape that users' own programs rely on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from scr_docs.finding import AllowedName, FileReport, Finding, LintReport, Question, Secrets, mask
from scr_docs.output.groups import groups

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
        "findings": list(_findings(file.findings, secrets)),
        "people": [
            {**asdict(person), "sections_with_views": [hide(heading) for heading in person.sections_with_views]}
            for person in file.people
        ],
        "questions": [question(asked, secrets) for asked in file.questions],
        "engines": file.engines,
        "rules": {"run": file.rules_run, "off": file.rules_off, "need_case": file.needs_case},
        **({} if file.allowed is None else {"allowed": [_allowed(name, secrets) for name in file.allowed]}),
    }


def _allowed(name: AllowedName, secrets: Secrets | None) -> dict[str, Any]:
    return {
        "name": mask(name.name) if secrets else name.name,
        "why": name.why,
        "locations": [asdict(place.shown(secrets)) for place in name.places],
    }


def question(asked: Question, secrets: Secrets | None = None) -> dict[str, Any]:
    """A question of a quality marker with its answer, as data; with `secrets` whatever it quotes is masked."""
    evidence = [
        {
            "number": piece.number,
            "text": mask(piece.text) if secrets else piece.text,
            "where": secrets.hide(piece.where) if secrets else piece.where,
            "about": piece.about,
            "people": list(piece.people),
        }
        for piece in asked.evidence
    ]
    return {
        "id": asked.id,
        "status": asked.status,
        "asks": asked.asks,
        "evidence": evidence,
        "missing": list(asked.missing),
    }


def _findings(findings: Sequence[Finding], secrets: Secrets | None) -> Iterator[dict[str, Any]]:
    """Each finding; those that say the same of several places bear the number of their group, counted from 1."""
    several = [same for same in groups(findings) if len(same) > 1]
    group_of = {id(finding): number for number, same in enumerate(several, 1) for finding in same}
    for finding in findings:
        data = asdict(finding.shown(secrets))
        data["severity"] = str(finding.severity)
        if id(finding) in group_of:
            data["group"] = group_of[id(finding)]
        yield data
