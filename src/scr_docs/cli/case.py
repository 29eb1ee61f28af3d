"""scr-docs case new, scr-docs case check."""

from __future__ import annotations

import textwrap
from pathlib import Path

import click

from scr_docs.cli.options import FILE


@click.group("case", short_help="Start a case file, and check it.")
def case_command() -> None:
    """Start the case file of a review, and check it."""


@case_command.command("new")
@click.argument("folder", type=FILE, metavar="DIR")
def new(folder: Path) -> int:
    """Write a commented case.yaml into DIR, with a schema beside it that lets an editor complete and check it."""
    from scr_docs import pipeline

    path = pipeline.new_case(folder)
    click.echo(f"Written: {path}\nFill in the blanks, then run: scr-docs case check {path}")
    return 0


@case_command.command("check")
@click.argument("file", type=FILE)
def check(file: Path) -> int:
    """Check a case file, and list what each letter still needs."""
    from scr_docs import pipeline

    result = pipeline.check_case(file)
    people = "1 person" if result.people == 1 else f"{result.people} people"
    click.echo(f"{file}: no mistakes. {people}.")
    if result.advice:
        click.echo("\nWorth a look:")
        for place, told in result.advice:
            click.echo(
                textwrap.fill(
                    f"{place}: {told}.", 100, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
                )
            )
    click.echo("\nWhat the letters still need:")
    for stage, needs in result.needs.items():
        gone = f" (gone to {', '.join(needs.gone)})" if needs.gone else ""
        line = f"{stage:<16} {', '.join(needs.lacks) or 'nothing'}{gone}"
        click.echo(textwrap.fill(line, 100, initial_indent="  ", subsequent_indent=" " * 19, break_on_hyphens=False))
    return 0
