"""scr-docs demo."""

from __future__ import annotations

from pathlib import Path

import click

from scr_docs.cli.options import FILE


@click.command("demo", short_help="Make a whole worked example from invented samples.")
@click.argument("folder", type=FILE, metavar="[DIR]", default=Path("demo"))
@click.option("--force", is_flag=True, help="Write into a folder that holds something already.")
def demo_command(folder: Path, force: bool) -> int:
    """Make a whole worked example in DIR: two invented cases, their letters, and the checks of their draft reports."""
    from scr_docs.demo import make

    for line in make(folder, force=force):
        click.echo(line)
    return 0
