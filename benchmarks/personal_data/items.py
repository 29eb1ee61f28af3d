"""What is measured: a text with one value in it that must be found. The texts of each half stand beside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scr_docs.case import Case

Half = Literal["develop", "set-aside"]
Group = Literal["known", "identifiers", "names"]

HALVES: tuple[Half, ...] = ("develop", "set-aside")
_FOLDER = Path(__file__).parent
_PARTS_OF_A_ROW = " | "
_ROWS = " // "
_BEFORE = re.compile("(?:Mr|Mrs|Ms|Miss|Dr|DR|Flat [0-9]+,|[A-Z][a-z]+day) ")


@dataclass(frozen=True, slots=True)
class Item:
    """A text and where the value stands in it; by what it is counted; and the case that knows it, if any does."""

    group: Group
    kind: str
    text: str
    start: int
    end: int
    origin: str = ""
    form: str = ""
    place: str = ""
    case: Case | None = None

    @property
    def value(self) -> str:
        return self.text[self.start : self.end]

    @property
    def flat(self) -> str:
        """The text for a system that knows no tables and headings; every letter stays where it was."""
        bare = f"  {self.text[2:]}" if self.text.startswith("# ") else self.text
        return bare.replace("|", "\t") if self.in_document else bare

    @property
    def in_document(self) -> bool:
        """Whether the text is a table or a heading, and not a paragraph."""
        return self.text.startswith(("| ", "# "))


def lines(half: Half, name: str) -> Iterator[str]:
    text = (_FOLDER / half.replace("-", "_") / f"{name}.txt").read_text(encoding="utf-8")
    first = 0 if name.startswith(("prose", "traps")) else 1  # the others say in their first line what their columns are
    yield from (line.strip() for line in text.splitlines()[first:] if line.strip())


def reports(half: Half) -> list[str]:
    """The names of the half's files of prose, each a report of its own."""
    return sorted(path.stem for path in (_FOLDER / half.replace("-", "_")).glob("prose*.txt"))


def pairs(half: Half, name: str) -> list[tuple[str, str]]:
    """The two columns of frames and lists: what it is, and the text."""
    split = (line.split(_PARTS_OF_A_ROW, 1) for line in lines(half, name))
    return [(kind, text) for kind, text in split]


def layout(frame: str, *, table: bool) -> str:
    """The frame as it stands in a document: " // " parts rows, and " | " cells, of a table."""
    if not table:
        return frame
    rows = (row.removeprefix("| ").removesuffix(" |") for row in frame.split(_ROWS))
    return "\n".join(f"| {row} |" for row in rows)


def fill(frame: str, written: str) -> tuple[str, int, int]:
    """The text with the value in the frame's place, and its place; a title, flat or weekday is none of it."""
    start = frame.index("{}")
    before = _BEFORE.match(written)
    return frame.replace("{}", written), start + (before.end() if before else 0), start + len(written)
