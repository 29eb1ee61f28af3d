"""The grid of a table: in which column a cell stands, and which words at the edges say what the cell is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from scr_docs.model import Cell
from scr_docs.word.markup.xml import VAL, Element, W, number, val
from scr_docs.word.paragraphs.tracked import DELETED, INSERTED, Tracked

_CHANGES = {W + "del": DELETED, W + "cellDel": DELETED, W + "ins": INSERTED, W + "cellIns": INSERTED}


@dataclass(slots=True)
class Grid:
    """One table, filled in row by row. Columns are those of the grid, so that merged cells shift nothing."""

    number: int
    _texts: dict[tuple[int, int], str] = field(default_factory=dict)
    _heads: dict[int, int] = field(default_factory=dict)
    _firsts: dict[int, int] = field(default_factory=dict)
    _tops: dict[tuple[int, int], int] = field(default_factory=dict)
    _open: dict[int, int] = field(default_factory=dict)

    def row(self, row: int, properties: Element | None, cells: Sequence[Element]) -> list[int]:
        """The columns in which the cells of the next row stand."""
        columns, column = [], 1 + (number(val(properties, W + "gridBefore")) or 0)
        self._firsts[row] = column
        for cell in cells:
            columns.append(column)
            settings = cell.find(W + "tcPr")
            self._merge(row, column, None if settings is None else settings.find(W + "vMerge"))
            span = max(number(val(settings, W + "gridSpan")) or 1, 1)
            if row == 1:
                self._heads.update(dict.fromkeys(range(column, column + min(span, 64)), column))
            column += span
        return columns

    def say(self, row: int, column: int, text: str) -> None:
        """Notes the text of one paragraph of a cell."""
        text = " ".join(text.split())
        if text:
            before = self._texts.get((row, column))
            self._texts[row, column] = f"{before} {text}" if before else text

    def cell(self, row: int, column: int) -> Cell:
        """The cell as findings show it, with the words at the head of its column and at the start of its row."""
        head, first = self._heads.get(column), self._firsts.get(row, 1)
        return Cell(
            table=self.number,
            row=row,
            column=column,
            header="" if row == 1 or head is None else self._texts.get((1, head), ""),
            label="" if column == first else self._texts.get((self._tops.get((row, first), row), first), ""),
        )

    def _merge(self, row: int, column: int, merge: Element | None) -> None:
        """A cell merged with the one above it says what that one says."""
        if merge is None:
            self._open.pop(column, None)
        elif merge.get(VAL, "continue") == "restart":
            self._open[column] = row
        else:
            self._tops[row, column] = self._open.get(column, row)


def row_change(properties: Element | None, around: Tracked) -> Tracked:
    """What the tracked changes do with a row or cell, given what they do with what is around it."""
    if around.change == "deleted" or properties is None:
        return around
    return next((_CHANGES[child.tag] for child in properties if child.tag in _CHANGES), around)
