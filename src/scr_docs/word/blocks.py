"""From stories to blocks: gives every text its address and its place in the reading order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scr_docs.model import Block, Cell, Mark, Part
from scr_docs.word.addresses import in_table
from scr_docs.word.outline import Outlined
from scr_docs.word.paragraph import Paragraph
from scr_docs.word.readings import accepted, deletions, original
from scr_docs.word.route import Place
from scr_docs.word.table import Grid


@dataclass(slots=True)
class Blocks:
    """The blocks so far, in reading order."""

    done: list[Block] = field(default_factory=list)

    def add(
        self,
        part: Part,
        text: str,
        address: str,
        *,
        headings: tuple[str, ...] = (),
        number: str | None = None,
        after: str | None = None,
        level: int | None = None,
        cell: Cell | None = None,
        marks: tuple[Mark, ...] = (),
    ) -> None:
        """Adds a block, unless there is nothing in it."""
        if text.strip():
            self.done.append(Block(len(self.done), part, text, address, headings, number, after, level, cell, marks))

    def add_paragraph(
        self,
        part: Part,
        paragraph: Paragraph,
        address: str,
        place: Place,
        *,
        number: str | None = None,
        level: int | None = None,
        cell: Cell | None = None,
    ) -> None:
        """Adds what a paragraph says now, each deleted piece of it, and what it said before the changes."""
        after = place.after if number is None else None
        now = accepted(paragraph)
        self.add(
            part,
            now.text,
            address,
            headings=place.headings,
            number=number,
            after=after,
            level=level,
            cell=cell,
            marks=now.marks,
        )
        if len(paragraph.stretches) == 0 or all(stretch.change != "deleted" for stretch in paragraph.stretches):
            return
        for piece in deletions(paragraph):
            self.add(
                "deleted",
                piece,
                f"deleted text in {place.label}",
                headings=place.headings,
                after=place.after,
                cell=cell,
            )
        before = original(paragraph)
        if before is not None:
            told = f"{place.label} before the tracked changes"
            self.add(
                "deleted", before.text, told, headings=place.headings, after=place.after, cell=cell, marks=before.marks
            )

    def add_aside(
        self, part: Part, story: Iterable[Outlined], grids: Mapping[int, Grid], address: str, at: Place
    ) -> None:
        """Adds a story that stands beside the text: a header, a note, a comment, a text box."""
        ordinal = 0
        for item in story:
            paragraph = item.paragraph
            if not paragraph.stretches:
                continue
            ordinal += not paragraph.cells
            way = [address]
            if paragraph.box and part != "textbox":
                way.append("text box")
            if paragraph.cells:
                way.append(in_table(paragraph.cells))
            elif ordinal > 1:
                way.append(f"paragraph {ordinal}")
            told = " > ".join(way)
            self.add_paragraph(
                part,
                paragraph,
                told,
                Place(told, at.headings, at.after),
                number=item.number,
                cell=cell_of(paragraph, grids),
            )


def cell_of(paragraph: Paragraph, grids: Mapping[int, Grid]) -> Cell | None:
    """The innermost cell around a paragraph, None outside tables."""
    if not paragraph.cells:
        return None
    innermost = paragraph.cells[-1]
    return grids[innermost.table].cell(innermost.row, innermost.column)
