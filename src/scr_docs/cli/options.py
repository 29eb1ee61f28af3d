"""What several commands ask in the same words."""

from __future__ import annotations

import sys
from pathlib import Path

import click

FILE = click.Path(path_type=Path)

case_option = click.option("--case", "case_file", type=FILE, metavar="FILE", help="The case file of the review.")
checks_option = click.option(
    "--checks", type=FILE, multiple=True, metavar="DIR", help="A folder with rule packs of your own; may be repeated."
)
format_option = click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="What the result looks like.",
)


def masked(mask: bool | None, output: Path | None) -> bool:
    """Whether values are masked: as asked, and by default wherever the result leaves the terminal."""
    return (output is not None or not sys.stdout.isatty()) if mask is None else mask
