"""Reports held against rules: load, read, check, file by file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from scr_docs import engine, pack, settings, word
from scr_docs.case import Case
from scr_docs.errors import DocumentError
from scr_docs.finding import AllowedName, FileReport, LintReport, Location, PersonSummary
from scr_docs.kinds import Reading
from scr_docs.kinds.signs import about_family
from scr_docs.model import Document
from scr_docs.names.text.fold import fold
from scr_docs.pack import Rule
from scr_docs.pipeline.given import case_at, documents, read_document
from scr_docs.pipeline.rules import all_rules


def lint(
    document: Path | str,
    *,
    case: Path | str | Case | None = None,
    checks: Sequence[Path | str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    fail_on: str | None = None,
    password_file: Path | str | None = None,
    explain_allowed: bool = False,
) -> LintReport:
    """The report of checking one document. Raises CaseError, PackError, SettingsError or SelectionError.

    With `explain_allowed` the report of each file lists the names that may stand in it, and why.
    """
    return lint_files(
        [Path(document)],
        case=case,
        checks=[Path(folder) for folder in checks],
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        password_file=password_file,
        explain_allowed=explain_allowed,
    )


def lint_files(
    paths: Sequence[Path],
    *,
    case: Path | str | Case | None = None,
    checks: Sequence[Path] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    fail_on: str | None = None,
    password_file: Path | str | None = None,
    explain_allowed: bool = False,
) -> LintReport:
    """The report of checking several documents; a folder stands for the Word files in it. Otherwise as `lint`."""
    reports: list[FileReport] = []
    for path in documents(paths):
        given = case if isinstance(case, Case) or case is None else Path(case)
        found = settings.load(
            path,
            case=given if isinstance(given, Path) else None,
            checks=checks,
            select=select,
            ignore=ignore,
            fail_on=fail_on,
            password_file=None if password_file is None else Path(password_file),
        )
        password = None if found.password_file is None else word.first_line(found.password_file)
        rules = pack.select(all_rules(found.checks), found.select, found.ignore, "reports")
        read_case = given if isinstance(given, Case) else case_at(found.case) if found.case else None
        off = tuple(rule.id for rule in all_rules(found.checks) if rule not in rules and rule.documents != "letters")
        report = lint_file(path, rules, read_case, password, explain_allowed=explain_allowed)
        reports.append(replace(report, rules_off=(*off, *report.needs_case), fail_on=found.fail_on))
    return LintReport(tuple(reports))


def lint_file(
    path: Path,
    rules: Sequence[Rule],
    case: Case | None,
    password: str | None = None,
    *,
    explain_allowed: bool = False,
) -> FileReport:
    """Load, read, check: the report of one file. What cannot be read is told in the report's `error`."""
    try:
        document = read_document(path, password)
    except DocumentError as error:
        told = "; ".join(str(replace(mistake, file=None)) for mistake in error.mistakes)
        return FileReport(path=str(path), error=told, secrets=_names_in_path(path, case))
    except Exception as error:  # noqa: BLE001  # one file must not keep the others from being checked
        told = f"It could not be read, by a fault of scr-docs ({engine.told(error)})"
        return FileReport(path=str(path), error=told, secrets=_names_in_path(path, case))
    reading = Reading(document, case)
    report = report_of(path, reading, rules)
    return replace(report, allowed=tuple(_allowed(reading))) if explain_allowed else report


def report_of(path: Path, reading: Reading, rules: Sequence[Rule]) -> FileReport:
    """The report of a document that has been read."""
    document = reading.document
    result = engine.run(reading, rules)
    return FileReport(
        path=str(path),
        sha256=document.sha256,
        words=document.words,
        error=_not_checked(document, result),
        findings=result.findings,
        people=tuple(_people(reading)),
        questions=tuple(reading.answers[rule.id] for rule in rules if rule.id in reading.answers),
        rules_run=tuple(rule.id for rule in rules if rule.id not in result.need_case),
        needs_case=result.need_case,
        secrets=reading.names_in(
            str(path), *(text for block in document.blocks for text in (*block.headings, block.address))
        ),
        engines=reading.engines,
    )


def _not_checked(document: Document, result: engine.Result) -> str | None:
    """What of the file was not checked, in words; None if all was."""
    told = [f"{unread.where} could not be read: {unread.why}" for unread in document.unread]
    told += [f"the rule {broken} broke" for broken in result.broken]
    return "; ".join(told) or None


def _people(reading: Reading) -> Iterator[PersonSummary]:
    if reading.case is None:
        return
    for person in reading.case.family:
        own = [placed for placed in reading.statements if placed.statement.person == person.id]
        views = [placed for placed in about_family(reading, ("view",)) if placed.statement.person == person.id]
        sections = dict.fromkeys(placed.block.headings[0] for placed in views if placed.block.headings)
        reasons = [placed.statement.reason for placed in own if placed.statement.kind == "non-involvement"]
        away = any(placed.statement.kind == "non-involvement" for placed in own)
        told = {"contribution"} if away else {"contribution", "view"}
        involved = any(placed.statement.kind in told for placed in own)
        yield PersonSummary(
            id=person.id,
            report_name=person.report_name,
            mentions=reading.mentioned(person),
            involved=involved,
            reason=None if involved else next((reason for reason in reasons if reason), None),
            views=len(views),
            sections_with_views=tuple(sections),
        )


def _allowed(reading: Reading) -> Iterator[AllowedName]:
    """The names that may stand in the document, in the order in which a reader meets them, each with all its places."""
    found: dict[tuple[str, str], list[tuple[str, Location]]] = defaultdict(list)
    for block in reading.document.blocks:
        for name in reading.allowed(block):
            place = Location.of(block, name.start, name.end)
            found[fold(name.name).text, name.why].append((name.name, place))
    for (_, why), places in found.items():
        yield AllowedName(places[0][0], why, tuple(place for _, place in places))


def _names_in_path(path: Path, case: Case | None) -> tuple[str, ...]:
    return Reading(Document(str(path), "", ()), case).names_in(str(path))
