"""Kind `incident-date`: the exact day of a death, an injury, an arrest; with it anybody finds the news of that week."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.kinds.rows import rows
from scr_docs.model import Block
from scr_docs.names.text.fold import level
from scr_docs.names.together.incidents import blurred, incident_dates
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict


class Params(Strict):
    """It has no keys of its own."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding for each such day that is not a day of birth or death: those have rules of their own."""
    beside = {block.index: _row(row, block) for row in rows(reading.document.blocks) for block in row}
    for block in reading.document.blocks:
        if block.part not in rule.entry.scope:
            continue
        known = [hit for hit in reading.known(block) if hit.known.what in {"birth", "death"}]
        shaped = (shape for name in ("birth-date", "death-date") for shape in reading.shapes(block, name))
        taken = [*((hit.start, hit.end) for hit in known), *((shape.start, shape.end) for shape in shaped)]
        plain = level(block.text)
        last = 0
        for date in incident_dates(plain.text, beside.get(block.index, "")):
            start, end = plain.span(date.start, date.end)
            if start >= last and not any(left < end and start < right for left, right in taken):
                last = end
                yield rule.finding(
                    block.text[start:end], location=Location.of(block, start, end), suggestion=blurred(date.day)
                )


def _row(row: list[Block], block: Block) -> str:
    """What the row and the header say beside this cell."""
    header = block.cell.header if block.cell else ""
    return " | ".join((header, *(other.text for other in row if other is not block)))
