"""What a run would do, person by person: why, by which channel, in which format and language, and who is held back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One letter, or somebody who gets none. `what` is the file, or in words why there is none."""

    person: str
    why: str
    channel: str
    format: str
    language: str
    what: str


_HEAD = Row("WHO", "WHY", "CHANNEL", "FORMAT", "LANGUAGE", "WHAT")


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The rows with their columns one below the other. Ids and keys of the case file stand in it, and no names."""
    lines = [(row.person, row.why, row.channel, row.format, row.language, row.what) for row in (_HEAD, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        yield "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()
