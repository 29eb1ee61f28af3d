"""Each whole pipeline, in order, on one screen: what the command line and Python users call."""

from __future__ import annotations

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from scr_docs import case as cases
from scr_docs import engine, pack, resources, settings, word
from scr_docs.case import Case, Person, schema
from scr_docs.case.advice import advice
from scr_docs.errors import (
    DocumentError,
    Mistake,
    OutputError,
    PackError,
    SelectionError,
    TemplateError,
    did_you_mean,
    one_of,
)
from scr_docs.family.people import People
from scr_docs.family.read import Statement, read_passage
from scr_docs.finding import AllowedName, FileReport, LintReport, Location, PersonSummary, Secrets, Severity
from scr_docs.kinds import PARAMS, Reading
from scr_docs.kinds.signs import about_family
from scr_docs.letters.needs import Needs, needs
from scr_docs.letters.order import STAGES
from scr_docs.letters.stages import Stage, stages
from scr_docs.model import Document, Part
from scr_docs.names.known import index as known_names
from scr_docs.names.text.fold import fold
from scr_docs.output.markers import Markers, markers_of
from scr_docs.output.write import write
from scr_docs.pack import EXAMPLE_CASE, Rule
from scr_docs.plain import document as plain_document

if TYPE_CHECKING:
    from scr_docs.letters.office.check import Checked
    from scr_docs.letters.office.preview import Preview
    from scr_docs.letters.office.translate import Imported
    from scr_docs.letters.run import LetterRun

_WORD_NAMES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".rtf", ".odt", ".ott"})
"""What in a folder is meant to be a report; those that cannot be read are then told, and not passed over."""


@dataclass(frozen=True, slots=True)
class Span:
    """Personal data in a text: offsets, the rule that found it, what kind of thing it is, and how sure that is."""

    start: int
    end: int
    rule: str
    kind: str
    severity: Severity
    text: str


@dataclass(frozen=True, slots=True)
class CaseCheck:
    """A case file without mistakes: how many people, what deserves a look and where, and what each stage needs."""

    people: int
    advice: tuple[tuple[str, str], ...]
    needs: Mapping[str, Needs]


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
    for path in _documents(paths):
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
        read_case = given if isinstance(given, Case) else _case(found.case) if found.case else None
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
        document = _read(path, password)
    except DocumentError as error:
        told = "; ".join(str(replace(mistake, file=None)) for mistake in error.mistakes)
        return FileReport(path=str(path), error=told, secrets=_names_in_path(path, case))
    except Exception as error:  # noqa: BLE001  # one file must not keep the others from being checked
        told = f"It could not be read, by a fault of scr-docs ({engine.told(error)})"
        return FileReport(path=str(path), error=told, secrets=_names_in_path(path, case))
    reading = Reading(document, case)
    report = _report(path, reading, rules)
    return replace(report, allowed=tuple(_allowed(reading))) if explain_allowed else report


def _report(path: Path, reading: Reading, rules: Sequence[Rule]) -> FileReport:
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
    known = _given(case)
    document = _read(Path(report), None) if report is not None else plain_document(())
    packs = [*(("family", "non-involvement") if report is not None else ()), *(("informing",) if known else ())]
    rules = pack.select(all_rules(tuple(checks)), packs, (), "reports")
    reading = Reading(document, known)
    found = _report(Path(report or "."), reading, rules)
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
        yield "Without one the family is known by the roles in the report alone: nobody who was left out can be missed."
    elif not case.people:
        yield "The case file holds nobody of the family: the questions of “informing the family” were not looked at."


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


def make_letters(
    case: Case,
    stage: Stage,
    *,
    people: Sequence[str] = (),
    formats: Sequence[str] = (),
    day: datetime.date | None = None,
    draft: bool = False,
) -> LetterRun:
    """The letters of one stage: whom they are for, each made and checked in memory; nothing is written.

    With `people` these are asked for by id; otherwise everybody whom the stage fits. With `draft` letters are made in
    translations too that nobody has checked. Raises TemplateError or SelectionError.
    """
    from scr_docs.letters.make import Maker  # noqa: PLC0415  # brings docxtpl, which only letters need
    from scr_docs.letters.outbox.days import refuse_impossible  # noqa: PLC0415
    from scr_docs.letters.run import make_all  # noqa: PLC0415

    asked = [_person(case, identifier) for identifier in people]
    dated = day or datetime.datetime.now().astimezone().date()
    refuse_impossible(dated)
    maker = Maker(case, stage, all_rules(()), dated, draft=draft)
    return make_all(maker, case, stage, day=dated, asked=asked, formats=formats)


def check_templates(own: Path | None) -> Checked:
    """What is wrong in an office's folder of templates, or in the shipped ones. Raises TemplateError."""
    from scr_docs.letters.office.check import check  # noqa: PLC0415  # brings docxtpl

    return check(own, all_rules(()))


def export_translation(
    stage: Stage, version: str, language: str, form: str, out: Path | None = None
) -> tuple[Path, int]:
    """Writes the words of a version of a letter for a translator; gives the file and the number of its pieces.

    `form` is docx, xliff or po. Raises TemplateError, or OutputError where the file is there already.
    """
    from scr_docs.letters.office.translate import exchange_of, export  # noqa: PLC0415  # brings python-docx

    exchange = exchange_of(stage, version, language)
    return export(exchange, form, out), len(exchange.items)


def export_lines(language: str, own: Path | None, form: str, out: Path | None = None) -> tuple[Path, int]:
    """Writes the line above the greeting, and what the board is called, for a translator; as `export_translation`."""
    from scr_docs.letters.office import translate, translate_lines  # noqa: PLC0415  # brings python-docx

    exchange = translate_lines.exchange_of(language, own)
    return translate.export(exchange, form, out), len(exchange.items)


def import_translation(path: Path, own: Path | None, checked_by: str | None = None) -> Imported:
    """Brings a translation into an office's own folder. Raises TemplateError where anything is wrong with it."""
    from scr_docs.letters.office import translate, translate_lines  # noqa: PLC0415  # brings python-docx

    if own is None:
        told = "It is not known where your own letters are: the shipped ones are never changed"
        mend = "Name the folder with --templates DIR, or in scr-docs.yaml; if it is not there yet it is made"
        raise TemplateError(Mistake(told, mend=mend))
    if translate.read(path).stage == translate_lines.NAME:
        return translate_lines.bring_in(path, own, checked_by=checked_by)
    return translate.bring_in(path, own, checked_by=checked_by)


def preview_letters(stage: Stage, formats: Sequence[str] = ()) -> Preview:
    """The letters of a stage with sample data, in memory. Raises TemplateError."""
    from scr_docs.letters.office.preview import preview  # noqa: PLC0415  # brings docxtpl, and programs that make PDFs

    return preview(stage, all_rules(()), formats)


def new_case(folder: Path) -> Path:
    """The path of a new case.yaml in `folder`, with its schema beside it. OutputError where one is there already."""
    path = folder / "case.yaml"
    if path.exists():
        raise OutputError(
            Mistake("There is a case file already", str(path), mend="Choose another folder; nothing was changed")
        )
    write(path.with_name(schema.SHIPPED.name), schema.SHIPPED.read_bytes())
    write(path, Path(schema.__file__).with_name("new_case.yaml").read_bytes())
    return path


def check_case(path: Path) -> CaseCheck:
    """What a right case file holds and lacks. Raises CaseError with every mistake where it is not right."""
    case = cases.load(path)
    every = stages(settings.load(path).templates)
    today = datetime.datetime.now().astimezone().date()
    line = cases.lines(path, case)
    told = [(line(place), place, why) for place, why in (*advice(case, today), *_unknown_stages(case, every))]
    placed = ((f"line {number}: {place}" if number else place, why) for number, place, why in told)
    return CaseCheck(len(case.people), tuple(placed), {stage.name: needs(stage, case, today) for stage in every})


def _unknown_stages(case: Case, every: Sequence[Stage]) -> Iterator[tuple[str, str]]:
    """The contacts whose stage is no letter's: one that is mistyped would let the letter go out a second time."""
    known = (*STAGES, *(stage.name for stage in every))
    for number, contact in enumerate(case.contacts):
        if contact.stage and contact.stage not in known:
            near = did_you_mean(contact.stage, known)
            yield f"contacts[{number}].stage", "is no stage of letters" + (f"; did you mean {near}?" if near else "")


@cache
def _rules_of(folders: tuple[Path, ...], _state: tuple[object, ...]) -> tuple[Rule, ...]:
    """The rules as the folders are in this state: a process may run for long, and packs are edited."""
    shipped = resources.folder("checks")
    rules = pack.load([shipped], PARAMS)
    own = pack.load(folders, PARAMS, shipped=False) if folders else ()
    pack.refuse_doubles((*rules, *own))
    for folder in folders:
        example = folder / EXAMPLE_CASE if (folder / EXAMPLE_CASE).is_file() else shipped / EXAMPLE_CASE
        mine = [rule for rule in own if Path(rule.file).parent == folder]
        if mistakes := list(engine.try_examples(mine, _case(example))):
            raise PackError(*mistakes)
    return (*rules, *own)


def all_rules(folders: Sequence[Path]) -> tuple[Rule, ...]:
    """The shipped rules and those of the folders, which are tried on their own examples first. Raises PackError."""
    return _rules_of(
        tuple(folders), tuple(_state(file) for folder in folders for file in sorted(folder.glob("*.y*ml")))
    )


def find_personal_data(texts: Iterable[str], case: Path | str | Case | None = None) -> Iterator[list[Span]]:
    """For each text, the personal data in it, in order. With a case, what it knows comes first."""
    known, given = _given(case), tuple(texts)
    rules = _rules_of_personal_data()
    kinds = {rule.id: _kind_of(rule) for rule in rules}
    index = None if known is None else known_names.index(known, prose=known_names.small_words(given))
    for text in given:
        result = engine.run(Reading(_one_block(text), known, index=index), rules)
        if result.broken:
            raise PackError(Mistake(f"A rule broke: {result.broken[0]}"))
        yield [
            Span(place.start or 0, place.end or 0, finding.rule, kinds[finding.rule], finding.severity, finding.text)
            for finding in result.findings
            for place in [finding.location]
        ]


@cache
def _rules_of_personal_data() -> tuple[Rule, ...]:
    return pack.load([resources.folder("checks")], PARAMS, only="personal-data")


def _kind_of(rule: Rule) -> str:
    """What kind of thing the rule finds, in the words of its own keys; a name where nothing is known of it."""
    what = getattr(rule.params, "shape", None) or getattr(rule.params, "what", None) or "name"
    return str(what if isinstance(what, str) else what[0])


def read_statements(texts: Iterable[str], case: Path | str | Case | None = None) -> Iterator[list[Statement]]:
    """For each text, what it says of who took part and who did not, in order; "# headings" make sections.

    A text may be a sentence, a passage, or lines with "| a | b |" rows of tables.
    """
    people = People(_given(case))
    for text in texts:
        yield read_passage(text, people)


def _case(path: Path) -> Case:
    """The case file as it is now; loaded again whenever it, or the folder that is worked in, has changed."""
    return _case_in_state(path, _state(path))


@lru_cache(maxsize=8)
def _case_in_state(path: Path, _state: object) -> Case:
    return cases.load(path)


def _state(path: Path) -> object:
    try:
        told = path.stat()
    except OSError:
        return None
    return (str(path.absolute()), told.st_mtime_ns, told.st_size)


def _given(case: Path | str | Case | None) -> Case | None:
    return case if isinstance(case, Case) or case is None else _case(Path(case))


def _one_block(text: str) -> Document:
    part: Part = "comment"  # any part that is read as it stands, without headings or tables
    return plain_document([(part, text)])


def _documents(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(
            inside
            for inside in path.iterdir()
            if inside.suffix.lower() in _WORD_NAMES and not inside.name.startswith("~$")
        )
        if not found:
            told = Mistake(
                "There is no Word file in this folder",
                str(path),
                expected="files ending in .docx",
                mend="Check the path",
            )
            raise SelectionError(told)
        yield from found


def _read(path: Path, password: str | None) -> Document:
    """A Word document, or a text file as one body. Raises DocumentError."""
    data = word.bytes_of(path)
    text = word.plain_text(data, str(path))
    if text is None:
        return word.read_bytes(data, str(path), password)
    *blocks, name = plain_document([("body", text), ("file-name", path.name)]).blocks
    blocks.append(replace(name, address="the name of the file"))
    return word.within_reach(Document(str(path), hashlib.sha256(data).hexdigest(), tuple(blocks)))


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


def _person(case: Case, identifier: str) -> Person:
    person = case.person(identifier)
    if person is None:
        printable = [somebody.id for somebody in case.people if not case.id_names_someone(somebody)]
        near = did_you_mean(identifier, printable)
        raise SelectionError(
            Mistake(
                "There is nobody with this id in the case file",
                place=f"--person {identifier}",
                expected=f"an id under people: {one_of(printable)}" if printable else "an id under people",
                mend=f"Did you mean {near}?" if near else None,
            )
        )
    return person
