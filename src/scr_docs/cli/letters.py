"""scr-docs letters list, scr-docs letters make."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scr_docs.cli.options import FILE
from scr_docs.letters.order import DERIVED, FORMATS, OWN

if TYPE_CHECKING:
    from scr_docs.letters.run import LetterRun
    from scr_docs.letters.stages import Stage


@click.group("letters", short_help="Make letters to the family.")
def letters_command() -> None:
    """Make letters to the family from a case file."""


@letters_command.command("list")
def list_() -> int:
    """List the stages, what each is for, and the formats and languages there are."""
    import textwrap

    from scr_docs.letters.stages import stages

    def say(text: str) -> None:
        click.echo(textwrap.fill(" ".join(text.split()), 96, initial_indent="  ", subsequent_indent="  "))

    every = stages()
    for stage in every:
        click.echo(stage.name)
        say(stage.entry.about)
        if stage.entry.audience:
            say(f"For: {stage.entry.audience}")
        versions = [_version(stage, name) for name in OWN if stage.version(name)]
        lacks = [name for name in OWN if not stage.version(name)]
        not_yet = f" Not yet: {', '.join(lacks)}." if lacks else ""
        say(f"In words of its own: {', '.join(versions) or 'none yet'}.{not_yet}")
    click.echo(f"\nEvery letter can also be made as: {', '.join(DERIVED)}. Languages: en-GB.")
    return 0


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
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    metavar="FORMAT",
    help=f"In this format, whatever the case file says; may be repeated: {', '.join(FORMATS)}.",
)
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The date of the letter.  [default: today]"
)
@click.option("--dry-run", is_flag=True, help="Say what would be made, and write nothing.")
@click.option("--force", is_flag=True, help="Move letters that are there already to superseded/.")
def make(
    case_file: Path,
    stage: str,
    people: tuple[str, ...],
    out: Path,
    formats: tuple[str, ...],
    day: datetime.datetime | None,
    dry_run: bool,
    force: bool,
) -> int:
    """Make the letters of one STAGE, each checked before it is written.

    Without --person everybody whom the stage fits gets one, and it says of the others why not.
    """
    from scr_docs import case, pipeline
    from scr_docs.letters.stages import stage as find_stage

    run = pipeline.make_letters(
        case.load(case_file), find_stage(stage), people=people, formats=formats, day=day.date() if day else None
    )
    if not dry_run:
        run.write(out, force=force)
    _tell(run, out, dry_run=dry_run)
    return run.exit_status


def _tell(run: LetterRun, out: Path, *, dry_run: bool) -> None:
    if run.letters:
        click.echo(f"{'Would be written' if dry_run else 'Written'} to {out}:")
    for letter in run.letters:
        click.echo(f"  {letter.person:<22} {letter.name}")
        for notice in letter.notices:
            click.echo(f"  {'':<22}   note: {notice}")
    for title, refused in (("Not made:", True), ("No letter for:", False)):
        people = [person for person in run.without if person.refused is refused]
        if people:
            click.echo(title, err=refused)
        for person in people:
            click.echo(f"  {person.person:<22} {person.why}", err=refused)
    if not run.letters:
        click.echo("No letter was made.", err=True)
    elif not dry_run:
        click.echo("Read each letter before you send it, and write it into the contacts of the case file.")
