"""The rows of the tables of a document: a row is read as one, because its cells speak of one person or one event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from scr_docs.model import Block

_ABOUT_FAMILY = re.compile(
    r"\b(?:relation\w*|ages?|aged|d\.?o\.?b|date of birth|born|births?|birthday"
    r"|ethnic\w*|nationality|religion|faith|sex|gender"
    r"|school|occupation|household|family members?)\b",
    re.IGNORECASE,
)


def rows(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks of each row of each table, header rows too, in reading order."""
    cells = (block for block in blocks if block.cell and block.text.strip())
    for _, row in groupby(
        cells, key=lambda block: (block.part, block.cell.table, block.cell.row) if block.cell else None
    ):
        yield list(row)


def tables(blocks: Sequence[Block]) -> Iterator[list[list[Block]]]:
    """The rows of each table."""
    table: list[list[Block]] = []
    for row in rows(blocks):
        before, now = table[-1][0].cell if table else None, row[0].cell
        if before and now and (before.table, row[0].part) == (now.table, table[-1][0].part) and now.row > before.row:
            table.append(row)
        else:
            if table:
                yield table
            table = [row]
    if table:
        yield table


def lists_people(table: Sequence[Sequence[Block]]) -> bool:
    """Whether the table is one of the family: two of its headers are such as Relationship, Age, Ethnicity, School."""
    return sum(bool(_ABOUT_FAMILY.search(block.text)) for block in table[0]) >= 2
