"""Letters, and the templates that they are made from."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scr_docs.case import Case, Person
from scr_docs.errors import Mistake, SelectionError, TemplateError, did_you_mean, one_of
from scr_docs.letters.stages import Stage
from scr_docs.pipeline.rules import all_rules

if TYPE_CHECKING:
    from scr_docs.letters.office.check import Checked
    from scr_docs.letters.office.preview import Preview
    from scr_docs.letters.office.translate import Imported
    from scr_docs.letters.run import LetterRun


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


def preview_letters(stage: Stage, formats: Sequence[str] = ()) -> Preview:
    """The letters of a stage with sample data, in memory. Raises TemplateError."""
    from scr_docs.letters.office.preview import preview  # noqa: PLC0415  # brings docxtpl, and programs that make PDFs

    return preview(stage, all_rules(()), formats)


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
