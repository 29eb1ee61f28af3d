"""The way to a piece of text in words that a person can follow in Word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scr_docs.word.paragraphs.paragraph import CellPlace

_LONGEST = 60
_DEPENDENT = re.compile(r"\(?[A-Za-z]{1,5}[).]?|\(\d+\)|\d+\)")
"""Numbers that say little without the one above them: "(a)", "iv", "(2)"."""


def quoted(heading: str) -> str:
    """A heading as an address quotes it, cut at a word if it is long."""
    if len(heading) > _LONGEST:
        heading = heading[:_LONGEST].rpartition(" ")[0] or heading[:_LONGEST]
        return f'"{heading} …"'
    return f'"{heading}"'


def under(root: str, headings: Sequence[str], place: str) -> str:
    """The whole way: body > "4 Analysis" > para 4.12."""
    return " > ".join((root, *map(quoted, headings), place))


def in_table(cells: Sequence[CellPlace]) -> str:
    """Table, row and column; a table within a cell follows as "table inside it"."""
    steps = []
    for position, cell in enumerate(cells):
        table = f"table {cell.table}" if position == 0 else "table inside it"
        steps.append(f"{table}, row {cell.row}, column {cell.column}")
    return " > ".join(steps)


def numbered(number: str) -> str:
    """A numbered paragraph as one speaks of it: "para 4.12", but "Recommendation 3"."""
    return number if re.match(r"[A-Z][a-z]{2,}", number) else f"para {number}"


def on_page(address: str, page: int | None) -> str:
    """An address with the page where that is known, as near as Word last told."""
    return address if page is None else f"{address}, about page {page}"


def is_dependent(number: str) -> bool:
    """Whether a number is found only together with the one above it."""
    return _DEPENDENT.fullmatch(number) is not None


def together(main: str | None, number: str) -> str:
    """The number with the one above it if it says little without: "4.12 (a)"."""
    return f"{main} {number}" if main is not None and is_dependent(number) else number
