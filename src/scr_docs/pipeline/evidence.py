"""The evidence for the two quality markers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from scr_docs import engine, pack
from scr_docs.case import Case
from scr_docs.errors import Mistake, SelectionError
from scr_docs.finding import Secrets, Severity
from scr_docs.kinds import Reading
from scr_docs.output.markers import Markers, markers_of
from scr_docs.pipeline.given import case_of, read_document
from scr_docs.pipeline.linting import report_of
from scr_docs.pipeline.rules import all_rules
from scr_docs.plain import document as plain_document


def quality_markers(
    case: Path | str | Case | None,
    report: Path | str | None = None,
    *,
    checks: Sequence[Path] = (),
    fail_on: str = "must-fix",
) -> Markers:
    """The evidence for the two quality markers: “informing the family” from the case file, marker 12 from the report.

    Either may be missing, and what could then not be looked at is said. Raises SelectionError where both are,
    CaseError, DocumentError or PackError.
    """
    if case is None and report is None:
        told = Mistake("Nothing was given to look at", expected="a case file, a report, or both")
        raise SelectionError(told)
    known = case_of(case)
    document = read_document(Path(report), None) if report is not None else plain_document(())
    packs = [*(("family", "non-involvement") if report is not None else ()), *(("informing",) if known else ())]
    rules = pack.select(all_rules(tuple(checks)), packs, (), "reports")
    reading = Reading(document, known)
    found = report_of(Path(report or "."), reading, rules)
    personal = pack.select(all_rules(()), ["personal-data"], (), "reports")
    asked = [("comment", asked.question) for asked in (known.questions if known else ()) if asked.question]
    hidden = [engine.run(each, personal) for each in (reading, Reading(plain_document(asked), known))]
    broken = [f"the rule {rule} broke" for result in hidden for rule in result.broken]
    found = replace(
        found,
        path=str(report) if report is not None else "",
        people=found.people if report is not None else (),
        error="; ".join([*([found.error] if found.error else []), *broken]) or None,
        fail_on=None if fail_on == "never" else Severity(fail_on),
    )
    certain = [one for result in hidden for one in result.findings if one.severity is Severity.MUST_FIX]
    possible = [one.text for result in hidden for one in result.findings if one.severity is not Severity.MUST_FIX]
    secrets = (Secrets.of(certain, found.secrets), Secrets((), possible))
    return markers_of(reading, found, secrets, tuple(_not_looked_at(known, has_report=report is not None)))


def _not_looked_at(case: Case | None, *, has_report: bool) -> Iterator[str]:
    if not has_report:
        yield "No report was given: the nine questions of quality marker 12 were not looked at."
    if case is None:
        yield "No case file was given: the questions of “informing the family” were not looked at."
        yield (
            "Without one the family is known only by the roles in the report, and by pseudonyms where a table or list"
            " in it says whose they are: nobody who was left out can be missed."
        )
    elif not case.people:
        yield "The case file holds nobody of the family: the questions of “informing the family” were not looked at."
