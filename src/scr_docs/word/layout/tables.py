"""Barriers in tables: no header row, merged cells, tables in tables. One that only places text is let be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from scr_docs.model import Barrier
from scr_docs.word.markup.xml import Element, W, number, on, val

_FEWEST = 2


def in_tables(tables: Sequence[Element], first_block: Callable[[Element], int | None]) -> Iterator[Barrier]:
    """The barriers of the tables, each at the first words in it."""
    for ordinal, table in enumerate(tables, 1):
        rows = table.findall(W + "tr")
        block = first_block(table)
        if block is None:
            continue
        inner = next(table.iterancestors(W + "tc"), None) is not None
        if inner:
            yield Barrier("nested-table", block, told=f"table {ordinal}")
        columns = max((len(row.findall(W + "tc")) for row in rows), default=0)
        if len(rows) < _FEWEST or columns < _FEWEST or _places_text(table, rows):
            continue
        properties = rows[0].find(W + "trPr")
        header = None if properties is None else properties.find(W + "tblHeader")
        if not on(header):
            yield Barrier("no-header-row", block, told=f"table {ordinal}")
        if any(_is_merged(cell) for row in rows for cell in row.findall(W + "tc")):
            yield Barrier("merged-cells", block, told=f"table {ordinal}")


def _places_text(table: Element, rows: Sequence[Element]) -> bool:
    """Whether the table has no lines: it then places text or pictures side by side, and orders nothing."""
    properties = table.find(W + "tblPr")
    borders = None if properties is None else properties.find(W + "tblBorders")
    if any(row.find(f".//{W}drawing") is not None for row in rows):
        return True
    if borders is not None:
        return all(border.get(W + "val") in ("nil", "none") for border in borders)
    style = val(properties, W + "tblStyle")
    own = any(row.find(f"{W}tc/{W}tcPr/{W}tcBorders") is not None for row in rows)
    return not own and style in (None, "TableNormal")


def _is_merged(cell: Element) -> bool:
    properties = cell.find(W + "tcPr")
    if properties is None:
        return False
    return (number(val(properties, W + "gridSpan")) or 1) > 1 or properties.find(W + "vMerge") is not None
