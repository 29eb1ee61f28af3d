"""scr-docs templates export, check, preview and translate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from scr_docs.cli.options import FILE, OneOf, formats_option, own_templates, templates_option
from scr_docs.letters.order import FORMATS, OWN

if TYPE_CHECKING:
    from scr_docs.errors import Mistake


@click.group("templates", short_help="Your own letters: copy, check and preview them.")
def templates_command() -> None:
    """Change the letters and their look, or add your own; docs/own-letters.md shows how, step by step."""


@templates_command.command("export")
@click.argument("folder", type=FILE, metavar="DIR")
@click.option("--stage", "stages", multiple=True, metavar="STAGE", help="Only this letter; may be repeated.")
def export(folder: Path, stages: tuple[str, ...]) -> int:
    """Copy the shipped letters, the house style and the pictograms into DIR, to change them there.

    Nothing that is there already is overwritten.
    """
    from scr_docs.letters.office.export import export as copy
    from scr_docs.settings import NAME

    written = copy(folder, stages)
    click.echo(f"{len(written)} files written to {folder}. Letters that are not there come from the shipped ones.")
    click.echo(f"Write this line into {NAME} beside your case files, and they count:\n  templates: {folder.as_posix()}")
    click.echo(f"When you have changed something, run: scr-docs templates check {folder.as_posix()}")
    return 0


@templates_command.command("check")
@click.argument("folder", type=FILE, metavar="[DIR]", required=False)
def check(folder: Path | None) -> int:
    """Look through the letters in DIR, before any is made: what would be lost, and what does not exist.

    \b
    Without DIR it takes the folder that the nearest scr-docs.yaml names, else the shipped letters.
    Exit status: 0 nothing is wrong; 1 something is; 2 a file could not be looked at.
    """
    from scr_docs import pipeline

    checked = pipeline.check_templates(own_templates(Path.cwd(), folder))
    click.echo(f"{checked.folder}:")
    for one in checked.found:
        click.echo(f"{one.name}: {'right' if not one.mistakes and not one.unread else 'has to be put right'}")
        _tell("NOT CHECKED  ", one.unread)
        _tell("", one.mistakes)
        _tell("note: ", one.notes)
    wrong = sum(len(one.mistakes) for one in checked.found)
    notes = sum(len(one.notes) for one in checked.found)
    looked = 0 if checked.nothing else len(checked.found)
    click.echo(f"{looked} looked at, {wrong} to put right, {notes} notes.")
    if checked.nothing:
        click.echo("Nothing was checked: there is no letter in this folder.", err=True)
    return checked.exit_status


@templates_command.command("preview")
@click.argument("stage", metavar="STAGE")
@templates_option
@formats_option(FORMATS, "Only this; may be repeated.")
@click.option("--out", type=FILE, required=True, metavar="DIR", help="The folder for the preview.")
def preview(stage: str, templates: Path | None, formats: tuple[str, ...], out: Path) -> int:
    """Show the letters of a STAGE, filled in for an invented family.

    As Word files, and where this computer can make them as PDFs and as pictures of the pages. What cannot be
    made is told.
    """
    from scr_docs import pipeline
    from scr_docs.letters.stages import stage as find_stage

    shown = pipeline.preview_letters(find_stage(stage, own_templates(Path.cwd(), templates)), formats)
    for path in shown.write(out):
        click.echo(f"  {path}")
        for notice in shown.notices.get(path.name, ()):
            click.echo(f"      note: {notice}")
    for told in shown.not_made:
        click.echo(f"Not made: {told}", err=True)
    return shown.exit_status


@templates_command.group("translate", short_help="Send the words of a letter to a translator, and bring them back.")
def translate() -> None:
    """Letters in other languages; docs/languages.md shows how, step by step."""


@translate.command("export")
@click.argument("stage", metavar="STAGE")
@click.option("--language", required=True, metavar="TAG", help="The language, such as cy, pl or ur (BCP 47).")
@click.option(
    "--as",
    "form",
    type=OneOf(("docx", "xliff", "po")),
    default="docx",
    show_default=True,
    help="A Word table, or a file for translators’ programs.",
)
@click.option(
    "--format",
    "version",
    type=OneOf(("letter", *OWN)),
    default="letter",
    show_default=True,
    help="Which version: the letter, or one in words of its own.",
)
@templates_option
@click.option("--out", type=FILE, metavar="FILE", help="The file to write.  [default: STAGE-FORMAT-TAG]")
def translate_export(
    stage: str, language: str, form: str, version: str, templates: Path | None, out: Path | None
) -> int:
    """Write the words of a STAGE's letter into a file for a translator.

    With “lines” for STAGE: the line above the greeting of a letter that is in English, and what the board is called.
    The file holds the template and never anything of a case. Where a translation is there already it stands in it, to
    be read and put right.
    """
    from scr_docs import pipeline
    from scr_docs.letters.stages import stage as find_stage

    own = own_templates(Path.cwd(), templates)
    if stage == "lines":
        path, pieces = pipeline.export_lines(language, own, form, out)
    else:
        path, pieces = pipeline.export_translation(find_stage(stage, own), version, language, form, out)
    told = "1 piece" if pieces == 1 else f"{pieces} pieces"
    click.echo(f"{path}: {told} to translate. It holds no case, and may go to a translator as it is.")
    click.echo(f"When it is back, run: scr-docs templates translate import {path} --templates DIR")
    return 0


@translate.command("import")
@click.argument("file", type=FILE, metavar="FILE")
@templates_option
@click.option("--checked-by", metavar="NAME", help="The professional translator who checked it, and when.")
def translate_import(file: Path, templates: Path | None, checked_by: str | None) -> int:
    """Bring a translation back into your own folder of letters.

    It is refused, with every reason and its place, where a field, a number, a name or an address is not that of the
    English, words stand in another condition, a piece is empty or still in English, or the English has changed since.

    \b
    Exit status: 0 it was brought in; 2 it was not, and nothing was changed.
    """
    from scr_docs import pipeline
    from scr_docs.letters.stages import LINES

    done = pipeline.import_translation(file, own_templates(Path.cwd(), templates), checked_by)
    if done.copied:
        click.echo(f"{len(done.copied)} files copied there first: the English letter and all that belongs to it.")
    click.echo(f"{done.path}: brought in.")
    if done.path.name == LINES:
        click.echo(f"Checked by {done.checked_by}." if done.checked_by else "Nobody has checked it: each run says so.")
    elif done.checked_by:
        click.echo(f"Checked by {done.checked_by}: letters to people who read {done.language} are made of it now.")
    else:
        click.echo("Nobody has checked it: no letter is made of it, but with --draft to look at it.")
        click.echo("When a professional translator has, write who and when into letter.yaml: languages, checked_by.")
        click.echo("That counts for these words alone: bring in again what they changed.")
    return 0


def _tell(mark: str, mistakes: tuple[Mistake, ...]) -> None:
    for mistake in mistakes:
        click.echo(f"  {mark}{mistake}")
