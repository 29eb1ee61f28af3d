"""scr-docs letters list, make and verify."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scr_docs.cli.options import FILE, Day, formats_option, own_templates, templates_option
from scr_docs.letters.order import DERIVED, FORMATS, OWN

if TYPE_CHECKING:
    from scr_docs.letters.outbox.folder import Outlook
    from scr_docs.letters.run import LetterRun
    from scr_docs.letters.stages import Stage


@click.group("letters", short_help="Make letters to the family.")
def letters_command() -> None:
    """Make letters to the family from a case file."""


@letters_command.command("list")
@templates_option
def list_(templates: Path | None) -> int:
    """List the stages, what each is for, and the formats and languages there are."""
    import textwrap

    from scr_docs.letters.stages import stages

    def say(text: str) -> None:
        click.echo(textwrap.fill(" ".join(text.split()), 96, initial_indent="  ", subsequent_indent="  "))

    every = stages(own_templates(Path.cwd(), templates))
    for stage in every:
        click.echo(stage.name)
        say(stage.entry.about)
        if stage.entry.audience:
            say(f"For: {stage.entry.audience}")
        versions = [_version(stage, name) for name in OWN if stage.version(name)]
        lacks = [name for name in OWN if not stage.version(name)]
        not_yet = f" Not yet: {', '.join(lacks)}." if lacks else ""
        say(f"In words of its own: {', '.join(versions) or 'none yet'}.{not_yet}")
        say(f"Languages: {', '.join(('en-GB', *_languages(stage)))}.")
    click.echo(f"\nEvery letter can also be made as: {', '.join(DERIVED)}.")
    return 0


def _languages(stage: Stage) -> Iterator[str]:
    """The other languages of a stage, with who checked each, and which versions there are beside the letter."""
    from scr_docs.letters.languages.stored import state_of

    for language, versions in stage.entry.languages.items():
        for version in versions:
            which = "" if version == "letter" else f" of {version}"
            yield f"{language}{which} ({state_of(stage, version, language)})"


def _version(stage: Stage, name: str) -> str:
    if name != "easy-read":
        return name
    by = stage.checked_by(name)
    return f"{name} (checked by {by})" if by else f"{name} (not yet checked by people with learning disabilities)"


@letters_command.command("make")
@click.option("--case", "case_file", type=FILE, metavar="FILE", required=True, help="The case file of the review.")
@click.option("--stage", required=True, metavar="STAGE", help="Which letter; “scr-docs letters list” lists them.")
@click.option("--person", "people", multiple=True, metavar="ID", help="For this person only; may be repeated.")
@click.option("--out", type=FILE, required=True, metavar="DIR", help="The folder for the letters.")
@formats_option(FORMATS, f"In this format, whatever the case file says; may be repeated: {', '.join(FORMATS)}.")
@click.option("--date", "day", type=Day(), metavar="DATE", help="The date of the letter, YYYY-MM-DD.  [default: today]")
@click.option("--pdf", is_flag=True, help="Also a PDF beside each Word letter, which a screen reader can read.")
@templates_option
@click.option("--draft", is_flag=True, help="Also letters in translations that nobody has checked yet, to look at.")
@click.option("--dry-run", is_flag=True, help="Show the plan: who gets what, who does not and why. Nothing is written.")
@click.option("--force", is_flag=True, help="Move letters that are there already to superseded/.")
def make(
    case_file: Path,
    stage: str,
    people: tuple[str, ...],
    out: Path,
    formats: tuple[str, ...],
    day: datetime.date | None,
    templates: Path | None,
    pdf: bool,
    draft: bool,
    dry_run: bool,
    force: bool,
) -> int:
    """Make the letters of one STAGE, each checked before it is written.

    Without --person everybody whom the stage fits gets one, and it says of the others why not.
    """
    from scr_docs import case, pipeline
    from scr_docs.letters.outbox.manifest import digest
    from scr_docs.letters.stages import stage as find_stage

    run = pipeline.make_letters(
        case.load(case_file),
        find_stage(stage, own_templates(case_file, templates)),
        people=people,
        formats=formats,
        day=day,
        draft=draft,
    )
    run = run.with_pdfs() if pdf else run
    outlook = run.look(out, force=force)
    if dry_run:
        _show_plan(run)
    else:
        run.write(out, force=force, case_sha256=digest(case_file.read_bytes()))
    _tell(run, out, dry_run=dry_run, stopped=dry_run and bool(outlook.in_the_way))
    return max(run.exit_status, _tell_of_folder(outlook, dry_run=dry_run))


@letters_command.command("verify")
@click.argument("folder", type=FILE, metavar="DIR")
def verify(folder: Path) -> int:
    """Hold a folder of letters against its manifest.

    \b
    Exit status: 0 every file is as it was written; 1 something is changed, missing,
    renamed, put away or new; 2 not checked.
    """
    from scr_docs.letters.outbox.verify import verify as hold

    held = hold(folder)
    for one in held.differences:
        click.echo(f"  {one.file}  {one.what}")
    for one in held.unread:
        click.echo(f"  {one.file}  NOT CHECKED: {one.what}", err=True)
    count = len(held.differences)
    click.echo(f"Files as they were written: {held.same}. {count or 'No'} difference{'' if count == 1 else 's'}.")
    return held.exit_status


def _show_plan(run: LetterRun) -> None:
    from scr_docs.letters.outbox.plan import table

    for line in table(run.plan):
        click.echo(line)
    click.echo()


def _tell_of_lists(run: LetterRun, out: Path) -> None:
    for begin in sorted({f"{run.case.file_reference}-{letter.stage}" for letter in run.letters}):
        if (out / f"{begin}-envelopes.txt").is_file():
            click.echo(f"Address the envelopes by {begin}-envelopes.txt")
        click.echo(f"Check the folder before you send it with: scr-docs letters verify {out}")
        click.echo("Read each letter before you send it.")
        if (out / f"{begin}-contacts.yaml").is_file():
            click.echo(f"When they have gone, paste {begin}-contacts.yaml into the case file, under contacts:")
            for line in run.contacts():
                click.echo(line)


def _tell_of_folder(outlook: Outlook, *, dry_run: bool) -> int:
    """Tells what becomes of older letters, and in a dry run what is in the way; the status that this asks for."""
    if outlook.moves:
        click.echo(f"{'Would be moved' if dry_run else 'Moved'} to superseded/:")
    for name, why in outlook.moves:
        click.echo(f"  {name}  {why}")
    if outlook.left_out:
        click.echo("Do not send these, which were made earlier; they are left out of the list of envelopes:")
    for name in outlook.left_out:
        click.echo(f"  {name}")
    if not dry_run or not outlook.in_the_way:
        return 0
    click.echo("In the way; without --dry-run nothing would be written:", err=True)
    for mistake in outlook.in_the_way:
        click.echo(f"  {mistake}", err=True)
    return 2


def _tell_what_is_made(run: LetterRun, out: Path, *, dry_run: bool, stopped: bool) -> None:
    from scr_docs.letters.outbox.days import far_from

    if far := far_from(datetime.datetime.now().astimezone().date(), run.day):
        click.echo(f"note: the letters are {far}")
    if stopped:
        click.echo("Made, and not to be written as the folder is now:")
    else:
        click.echo(f"{'Would be written' if dry_run else 'Written'} to {out}:")


def _tell(run: LetterRun, out: Path, *, dry_run: bool, stopped: bool) -> None:
    if run.letters:
        _tell_what_is_made(run, out, dry_run=dry_run, stopped=stopped)
    for letter in run.letters:
        click.echo(f"  {letter.person:<22} {letter.name}")
        for notice in letter.notices:
            click.echo(f"  {'':<22}   note: {notice}")
    for title, refused in (("Not made:", True), ("No letter for:", False)):
        # The plan has told already who gets none and why.
        people = [person for person in run.without if person.refused is refused and not dry_run]
        if people:
            click.echo(title, err=refused)
        for person in people:
            click.echo(f"  {person.person:<22} {person.why}", err=refused)
    if not run.letters:
        click.echo("No letter was made.", err=True)
    elif not dry_run:
        _tell_of_lists(run, out)
