from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from scr_docs.finding import (
    AllowedName,
    Evidence,
    FileReport,
    Finding,
    LintReport,
    Location,
    PersonSummary,
    Question,
    Severity,
    mask,
)
from scr_docs.model import Block
from scr_docs.output import json_, text
from tests.output.reports import MISSING, NAME, REPORT

WHOLE: dict[str, Any] = {
    "schema": "scr-docs/lint/1",
    "files": [
        {
            "path": "drafts/Thompson draft.docx",
            "sha256": "0" * 64,
            "words": 11873,
            "error": None,
            "findings": [
                {
                    "rule": "personal-data.known-name",
                    "severity": "must-fix",
                    "message": "A real name of the family is in the report: “Kelly Thompson”",
                    "text": "Kelly Thompson",
                    "person": "mother",
                    "location": {
                        "part": "body",
                        "heading": "4 Kelly’s views",
                        "number": "4.12",
                        "block": 212,
                        "start": 5,
                        "end": 19,
                        "context": "Then Kelly Thompson rang the surgery.",
                        "address": 'body > "4 Kelly’s views" > para 4.12',
                        "after": None,
                    },
                    "suggestion": "Mother",
                    "source": "quality marker 12, rationale",
                },
                {
                    "rule": "personal-data.postcode",
                    "severity": "check",
                    "message": "A postcode is in the report: “HB2 4QX”",
                    "text": "HB2 4QX",
                    "person": None,
                    "location": {
                        "part": "comment",
                        "heading": None,
                        "number": None,
                        "block": 300,
                        "start": 0,
                        "end": 7,
                        "context": "HB2 4QX",
                        "address": "comment 1 by “S”",
                        "after": None,
                    },
                    "suggestion": None,
                    "source": "gov.uk",
                },
                {
                    "rule": "hidden.comment",
                    "severity": "note",
                    "message": "A comment",
                    "text": "",
                    "person": None,
                    "location": {
                        "part": "comment",
                        "heading": None,
                        "number": None,
                        "block": 301,
                        "start": None,
                        "end": None,
                        "context": None,
                        "address": None,
                        "after": None,
                    },
                    "suggestion": None,
                    "source": None,
                },
                {
                    "rule": "family.member-not-mentioned",
                    "severity": "must-fix",
                    "message": "The report never speaks of Father",
                    "text": "",
                    "person": "father",
                    "location": {
                        "part": "body",
                        "heading": None,
                        "number": None,
                        "block": None,
                        "start": None,
                        "end": None,
                        "context": None,
                        "address": None,
                        "after": None,
                    },
                    "suggestion": None,
                    "source": "quality marker 12, question 2",
                },
            ],
            "people": [
                {
                    "id": "mother",
                    "report_name": "Mother",
                    "mentions": 41,
                    "involved": True,
                    "reason": None,
                    "views": 12,
                    "sections_with_views": ["4 Kelly’s views", "Analysis"],
                }
            ],
            "questions": [
                {
                    "id": "QM12.1",
                    "status": "evidenced",
                    "asks": "",
                    "evidence": [
                        {"number": "2.3", "text": "Kelly Thompson met us.", "where": "", "about": "", "people": []}
                    ],
                    "missing": [],
                }
            ],
            "engines": [],
            "rules": {
                "run": ["personal-data.known-name", "family.member-not-mentioned"],
                "off": ["hidden.macro"],
                "need_case": [],
            },
        },
        {
            "path": "old.doc",
            "sha256": None,
            "words": 0,
            "error": "this is an old Word file",
            "findings": [],
            "people": [],
            "questions": [],
            "engines": [],
            "rules": {"run": [], "off": [], "need_case": []},
        },
    ],
    "summary": {"must-fix": 2, "check": 1, "note": 1, "waived": 1, "files": 2, "unreadable": 1},
}


def test_a_whole_report_is_exactly_this() -> None:
    shown = json_.render(REPORT, masked=False)
    assert json.loads(shown) == WHOLE
    assert list(json.loads(shown)["files"][0]["findings"][0]) == list(WHOLE["files"][0]["findings"][0])
    assert shown == json.dumps(WHOLE, ensure_ascii=False, indent=2) + "\n"


def test_a_masked_report_has_the_same_shape_and_no_values() -> None:
    masked = json.loads(json_.render(REPORT, masked=True))
    file = masked["files"][0]
    name = file["findings"][0]
    assert file["path"] == "drafts/T******* draft.docx"
    assert name["text"] == "K**** T*******"
    assert name["message"] == "A real name of the family is in the report: “K**** T*******”"
    assert name["location"]["context"] == "T*** K**** T******* r*** t** s******."
    assert name["location"]["heading"] == "4 K****’s views"
    assert name["location"]["address"] == 'body > "4 K****’s views" > para 4.12'
    assert file["people"][0]["sections_with_views"] == ["4 K****’s views", "Analysis"]
    (evidence,) = file["questions"][0]["evidence"]
    assert (evidence["number"], evidence["text"]) == ("2.3", "K**** T******* m** u*.")
    assert masked["files"][1] == WHOLE["files"][1]
    assert masked["summary"] == WHOLE["summary"]
    assert _shape(masked) == _shape(WHOLE)


def _shape(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _shape(value) for key, value in data.items()}
    return [_shape(value) for value in data] if isinstance(data, list) else type(data)


LETTERS = st.text(st.sampled_from("abzABZ09éŁ"), min_size=3, max_size=9).map(lambda word: "Qz" + word)
VALUES = st.lists(LETTERS, min_size=1, max_size=2).map(" ".join)


@settings(deadline=None)
@given(st.lists(VALUES, min_size=1, max_size=3), st.data())
def test_a_masked_output_holds_none_of_the_values_anywhere(values: list[str], data: st.DataObject) -> None:
    value = st.sampled_from(values)
    findings = []
    for number, secret in enumerate(values):
        heading, beside = data.draw(value), data.draw(value)
        sentence = f"{beside} met {secret} then."
        start = len(beside) + 5
        block = Block(number, "body", sentence, f'body > "{heading}" > para 1', (heading,), "1")
        findings.append(
            Finding(
                rule="personal-data.known-name",
                severity=Severity.MUST_FIX,
                message="Found: {quote}",
                text=secret,
                location=Location.of(block, start, start + len(secret)),
            )
        )
    file = FileReport(
        path=f"/drafts/{data.draw(value)} {data.draw(value).upper()}.docx",
        error=f"“{data.draw(value)}.xlsx” could not be read",
        findings=tuple(findings),
        people=(PersonSummary("p1", "Mother", 1, True, None, 1, (f"About {data.draw(value)}",)),),
        questions=(Question("QM12.1", "partly", (Evidence("1", f"So {data.draw(value)} said."),)),),
        rules_run=("personal-data.known-name",),
    )
    report = LintReport((file,))
    for shown in (json_.render(report, masked=True), text.render(report, masked=True)):
        for secret in values:
            assert secret.casefold() not in shown.casefold()
            assert not [word for word in secret.split() if word.casefold() in shown.casefold()]
    assert mask(values[0]) in text.render(report, masked=True)
    assert values[0] in json_.render(report, masked=False)


def test_findings_that_say_the_same_bear_the_number_of_their_group() -> None:
    other = replace(NAME, text="Kelly", location=replace(NAME.location, block=3))
    again = replace(NAME, text="KELLY THOMPSON", location=replace(NAME.location, block=400))
    file = FileReport("a.docx", findings=(other, NAME, again, MISSING, MISSING))
    told = json.loads(json_.render(LintReport((file,)), masked=True))["files"][0]["findings"]
    assert [finding.get("group") for finding in told] == [None, 1, 1, None, None]


def test_allowed_names_are_there_where_somebody_asked() -> None:
    allowed = (AllowedName("Jane Roe", "cited as an author", (NAME.location,)),)
    report = LintReport((FileReport("a.docx", findings=(NAME,), allowed=allowed),))
    whole, masked = (json.loads(json_.render(report, masked=mask))["files"][0]["allowed"][0] for mask in (False, True))
    assert (whole["name"], whole["why"], whole["locations"][0]["number"]) == ("Jane Roe", "cited as an author", "4.12")
    assert (masked["name"], masked["locations"][0]["context"]) == ("J*** R**", "T*** K**** T******* r*** t** s******.")
