"""`lint` on a terminal: findings grouped by place, in reading order, and what a clean result does not mean."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

from scr_docs.finding import AllowedName, FileReport, Finding, LintReport, Secrets, Severity, mask
from scr_docs.output.groups import groups, places

PROMISE = "A clean result means that no listed problem was found, not that the report meets a standard."
WITHOUT_CASE = (
    "Checked without a case file that holds people: the family's names cannot be known, and who is who is read from"
    " roles and from the report itself. A case file would make it sure: give --case."
)
_WIDTH = 100


def render(report: LintReport, *, masked: bool) -> str:
    """The report as text. `masked` leaves only first letters and lengths of what was found."""
    lines: list[str] = []
    for file in report.files:
        secrets = Secrets.of(file.findings, file.secrets) if masked else None
        lines += _file(file, secrets)
    lines += _summary(report, masked=masked)
    return "\n".join(lines) + "\n"


def _file(file: FileReport, secrets: Secrets | None) -> Iterator[str]:
    yield secrets.hide(file.path) if secrets else file.path
    if file.error is not None:
        yield from _wrapped(f"NOT CHECKED  {secrets.hide(file.error) if secrets else file.error}", "  ")
    shown = [[finding.shown(secrets) for finding in same] for same in groups(file.findings)]
    for place, found in groupby(shown, key=lambda same: _place(same[0])):
        yield f"  {place}"
        for first, *others in found:
            yield from _finding(first, others)
    if file.error is None and not file.rules_run:
        yield "  NOT CHECKED  no rule was run"
    elif file.error is None and not shown:
        yield "  No listed problem was found."
    if file.engines and file.error is None:
        yield f"  Names were looked for with: {', '.join(file.engines)}."
    if file.allowed is not None:
        yield from _allowed(file.allowed, secrets)
    yield ""


def _allowed(names: Sequence[AllowedName], secrets: Secrets | None) -> Iterator[str]:
    yield "  Names that may stand in the report"
    for name in names:
        yield from _wrapped(f"{mask(name.name) if secrets else name.name}: {name.why}", "    ")
        yield from _wrapped(f"at {places(place.shown(secrets) for place in name.places)}", "      ")
    if not names:
        yield "    none"


def _finding(finding: Finding, others: Sequence[Finding]) -> Iterator[str]:
    first = f"    {finding.severity:<9} "
    then = " " * len(first)
    yield from _wrapped(finding.message, first, then)
    if finding.location.context and finding.location.context.strip("…") != finding.text:
        yield from _wrapped(finding.location.context, then)
    instead = f"Write: {finding.suggestion}  " if finding.suggestion else ""
    yield f"{then}{instead}[{finding.rule}]"
    if others:
        again = f"{len(others)} times more" if len(others) > 1 else "once more"
        yield from _wrapped(f"The same {again}: {places(other.location for other in others)}", then)


def _place(finding: Finding) -> str:
    location = finding.location
    if location.block is None:
        return "The whole document"
    return location.address or location.part


def _summary(report: LintReport, *, masked: bool) -> Iterator[str]:
    counts = report.summary()
    found = ", ".join(f"{counts[severity]} {severity}" for severity in Severity)
    files = "1 file" if counts["files"] == 1 else f"{counts['files']} files"
    waived = f" {counts['waived']} waived." if counts["waived"] else ""
    yield f"{files}: {found}.{waived}"
    run = {rule for file in report.files for rule in file.rules_run}
    off = {rule for file in report.files for rule in file.rules_off}
    if run or off:
        yield f"{len(run)} rules run, {len(off)} off."
    if any(_wants_case(rule) for file in report.files for rule in file.needs_case):
        yield from _wrapped(WITHOUT_CASE, "")
    if counts["unreadable"]:
        number = "1 file was" if counts["unreadable"] == 1 else f"{counts['unreadable']} files were"
        yield f"{number} NOT CHECKED, or not wholly. Nothing can be said about what was not read."
    if masked and report.findings:
        yield "Values are masked; --show-values shows them."
    yield PROMISE


def _wants_case(rule: str) -> bool:
    return rule.startswith("personal-data.known")


def _wrapped(text: str, first: str, then: str | None = None) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=first if then is None else then, break_on_hyphens=False
    )
