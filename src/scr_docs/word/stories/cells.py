"""The cells of a table with what surrounds each: tracked changes on its row, what it is filled with, what hides it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scr_docs.word.looks.colours import shade
from scr_docs.word.looks.flat import row_veil
from scr_docs.word.looks.styles import Styles
from scr_docs.word.markup.xml import Element, W, val
from scr_docs.word.paragraphs.asides import ASIDES
from scr_docs.word.paragraphs.paragraph import CellPlace
from scr_docs.word.paragraphs.read_paragraph import Around
from scr_docs.word.paragraphs.state import MOVE_RANGES
from scr_docs.word.stories.table import Grid, row_change

BESIDE = frozenset(ASIDES) | MOVE_RANGES
"""What stands between paragraphs, rows and cells and says something without being text."""

NO_TEXT = frozenset({
    W + "sectPr", W + "sdtEndPr", W + "tblPr", W + "tblGrid", W + "tblPrEx", W + "trPr", W + "tcPr", W + "bookmarkEnd",
})  # fmt: skip


def cells(
    table: Element, grid: Grid, around: Around, styles: Styles, beside: Callable[[Element], None]
) -> Iterator[tuple[Element, Around]]:
    """Each cell with what surrounds it; `beside` is given what stands between rows and cells."""
    properties = table.find(W + "tblPr")
    rows = [(row, list(_inside(row, W + "tc", beside))) for row in _inside(table, W + "tr", beside)]
    framing = all(len(inside) <= 1 for _, inside in rows)
    styled = any(style.dark for style in styles.chain(val(properties, W + "tblStyle")))
    behind_table = _behind(properties, "dark" if styled else around.shade)
    for position, (row, inside) in enumerate(rows, start=1):
        settings = row.find(W + "trPr")
        tracked, veil = row_change(settings, around.tracked), row_veil(settings) or around.veil
        behind_row = _behind(row.find(W + "tblPrEx"), behind_table)
        for column, cell in zip(grid.row(position, settings, inside), inside, strict=True):
            own = cell.find(W + "tcPr")
            way = (*around.cells, CellPlace(grid.number, position, column, framing))
            yield cell, Around(row_change(own, tracked), _behind(own, behind_row), veil, way, around.box, around.trait)


def _behind(properties: Element | None, around: str | None) -> str | None:
    """What a table, row or cell is filled with."""
    own = None if properties is None else shade(properties.find(W + "shd"))
    return around if own in (None, "none") else own


def _inside(parent: Element, tag: str, beside: Callable[[Element], None]) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those inside content controls and other wrappers too."""
    waiting = [iter(parent)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == tag:
            yield child
        elif child.tag in BESIDE:
            beside(child)
        elif child.tag not in NO_TEXT and child.tag != W + "p":
            waiting.append(iter(child))
