"""What several commands ask in the same words."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click


class _Path(click.Path):
    """A path. An empty one, as a script gives whose variable is not set, would be the folder that is worked in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path. Fails where it is empty."""
        if not str(value).strip():
            self.fail("this is empty; to mean the folder that you are in, write a dot (.)", param, ctx)
        return super().convert(value, param, ctx)


FILE = _Path(path_type=Path)

case_option = click.option("--case", "case_file", type=FILE, metavar="FILE", help="The case file of the review.")
checks_option = click.option(
    "--checks", type=FILE, multiple=True, metavar="DIR", help="A folder with rule packs of your own; may be repeated."
)
templates_option = click.option(
    "--templates",
    type=FILE,
    metavar="DIR",
    help="Your own letters: this folder comes before the shipped ones.  [default: as scr-docs.yaml says]",
)
format_option = click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="What the result looks like.",
)


def own_templates(start: Path, given: Path | None) -> Path | None:
    """The folder with an office's own letters: the one given, else that of the nearest scr-docs.yaml; None if none."""
    from scr_docs import settings

    return settings.load(start, templates=given).templates


def masked(mask: bool | None, output: Path | None) -> bool:
    """Whether values are masked: as asked, and by default wherever the result leaves the terminal."""
    return (output is not None or not sys.stdout.isatty()) if mask is None else mask
