"""A small report, with something of everything that an output shows."""

from __future__ import annotations

from scr_docs.finding import (
    Evidence,
    FileReport,
    Finding,
    LintReport,
    Location,
    PersonSummary,
    Question,
    Severity,
)

NAME = Finding(
    rule="personal-data.known-name",
    severity=Severity.MUST_FIX,
    message="A real name of the family is in the report: {quote}",
    text="Kelly Thompson",
    person="mother",
    location=Location(
        part="body",
        heading="4 Kelly’s views",
        number="4.12",
        block=212,
        start=5,
        end=19,
        context="Then Kelly Thompson rang the surgery.",
        address='body > "4 Kelly’s views" > para 4.12',
    ),
    suggestion="Mother",
    source="quality marker 12, rationale",
)
POSTCODE = Finding(
    rule="personal-data.postcode",
    severity=Severity.CHECK,
    message="A postcode is in the report: {quote}",
    text="HB2 4QX",
    location=Location(part="comment", block=300, start=0, end=7, context="HB2 4QX", address="comment 1 by “S”"),
    source="gov.uk",
)
MISSING = Finding(
    rule="family.member-not-mentioned",
    severity=Severity.MUST_FIX,
    message="The report never speaks of Father",
    person="father",
    source="quality marker 12, question 2",
)
WITHOUT_ADDRESS = Finding(
    rule="hidden.comment",
    severity=Severity.NOTE,
    message="A comment",
    location=Location(part="comment", block=301),
)

REPORT = LintReport(
    (
        FileReport(
            path="drafts/Thompson draft.docx",
            sha256="0" * 64,
            words=11873,
            findings=(NAME, POSTCODE, WITHOUT_ADDRESS, MISSING),
            people=(PersonSummary("mother", "Mother", 41, True, None, 12, ("4 Kelly’s views", "Analysis")),),
            questions=(Question("QM12.1", "evidenced", (Evidence("2.3", "Kelly Thompson met us."),)),),
            waived=1,
            rules_run=("personal-data.known-name", "family.member-not-mentioned"),
            rules_off=("hidden.macro",),
        ),
        FileReport(path="old.doc", error="this is an old Word file", rules_run=()),
    )
)
