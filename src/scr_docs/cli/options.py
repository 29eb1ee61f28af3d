"""What several commands ask in the same words."""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])


class _Path(click.Path):
    """A path. An empty one, as a script gives whose variable is not set, would be the folder that is worked in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path. Fails where it is empty."""
        if not str(value).strip():
            self.fail("this is empty; to mean the folder that you are in, write a dot (.)", param, ctx)
        return super().convert(value, param, ctx)


class OneOf(click.Choice[str]):
    """One of a few words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word. Fails where it is none of them, with the nearest."""
        if str(value) not in self.choices:
            from scr_docs.errors import did_you_mean, one_of

            near = did_you_mean(str(value), self.choices)
            asked = f" Did you mean {near}?" if near else ""
            self.fail(f"{str(value)!r} is not known. Expected: {one_of(self.choices)}.{asked}", param, ctx)
        return str(value)


class Day(click.ParamType[datetime.date]):
    """A day, as a datetime.date."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day. Fails where the text is none in the form YYYY-MM-DD, with the day that is probably meant."""
        text = str(value).strip()
        written = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
        day = _day(*map(int, written.groups())) if written else None
        if day is None:
            meant = _meant(text)
            asked = f" Did you mean {meant}?" if meant else ""
            self.fail(f"{text!r} is not a day. Expected: YYYY-MM-DD, such as 2024-05-20.{asked}", param, ctx)
        return day


def _meant(text: str) -> datetime.date | None:
    """The day in another usual form: 20/05/2024 and 20 May 2024 as people write here, or 2024/5/20."""
    pieces = re.findall(r"[0-9]{1,4}|[A-Za-z]{3,9}", text[:40])
    if len(pieces) != 3:
        return None
    if pieces[1].isalpha():
        pieces[1] = str(_MONTHS.find(pieces[1][:3].lower()) // 3 + 1)
    if not all(map(str.isdigit, pieces)):
        return None
    first, second, third = map(int, pieces)
    year, day = (first, third) if len(pieces[0]) == 4 else (third, first)
    return _day(year if year > 99 else 2000 + year, second, day)


_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


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
    type=OneOf(["text", "json"]),
    default="text",
    show_default=True,
    help="What the result looks like.",
)


def formats_option(formats: Sequence[str], told: str) -> Callable[[Command], Command]:
    """Which of these formats of letters, once or more often; none where nothing is said."""
    return click.option("--format", "formats", multiple=True, type=OneOf(formats), metavar="FORMAT", help=told)


def own_templates(start: Path, given: Path | None) -> Path | None:
    """The folder with an office's own letters: the one given, else that of the nearest scr-docs.yaml; None if none."""
    from scr_docs import settings

    return settings.load(start, templates=given).templates


def masked(mask: bool | None, output: Path | None) -> bool:
    """Whether values are masked: as asked, and by default wherever the result leaves the terminal."""
    return (output is not None or not sys.stdout.isatty()) if mask is None else mask
