"""From stories to blocks: gives every text its address and its place in the reading order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scr_docs.model import Block, Cell, Mark, Part, Trait
from scr_docs.word.markup.xml import Element
from scr_docs.word.paragraphs.paragraph import Paragraph
from scr_docs.word.paragraphs.readings import accepted, deletions, original
from scr_docs.word.stories.addresses import in_table, on_page
from scr_docs.word.stories.outline import Outlined
from scr_docs.word.stories.route import Place
from scr_docs.word.stories.table import Grid


@dataclass(slots=True)
class Blocks:
    """The blocks so far, in reading order. `moved` says where text was moved to, by the names of the moves.

    `origins` are the blocks of paragraphs that say something, `headers` the roots of headers with their addresses.
    """

    done: list[Block] = field(default_factory=list)
    origins: dict[Element, int] = field(default_factory=dict)
    headers: list[tuple[str, Element]] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)

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
        trait: Trait | None = None,
        page: int | None = None,
    ) -> None:
        """Adds a block, unless there is nothing in it."""
        if text.strip():
            address = on_page(address, page)
            self.done.append(
                Block(len(self.done), part, text, address, headings, number, after, level, cell, marks, trait, page)
            )

    def add_at(
        self,
        part: Part,
        text: str,
        address: str,
        at: Place,
        *,
        cell: Cell | None = None,
        marks: tuple[Mark, ...] = (),
        trait: Trait | None = None,
    ) -> None:
        """Adds what hangs on a place in the text: a comment, a deleted piece, where a link leads."""
        self.add(
            part,
            text,
            address,
            headings=at.headings,
            after=at.after,
            cell=cell,
            marks=marks,
            trait=trait,
            page=at.page,
        )

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
        trait: Trait | None = None,
    ) -> None:
        """Adds what a paragraph says now, each deleted piece of it, what it said before, and what it says aside."""
        now = accepted(paragraph)
        if paragraph.element is not None and now.text.strip():
            self.origins.setdefault(paragraph.element, len(self.done))
        self.add(
            part,
            now.text,
            address,
            headings=place.headings,
            number=number,
            after=place.after if number is None else None,
            level=level,
            cell=cell,
            marks=now.marks,
            trait=trait,
            page=place.page,
        )
        if paragraph.former or any(stretch.change == "deleted" for stretch in paragraph.stretches):
            self._add_changes(paragraph, place, cell)
        for aside in paragraph.asides:
            self.add_at(
                ("body" if part == "table" else part) if aside.part is None else aside.part,
                aside.text,
                f"{aside.what} in {place.label}",
                place,
                trait=aside.trait,
            )

    def _add_changes(self, paragraph: Paragraph, place: Place, cell: Cell | None) -> None:
        for piece in deletions(paragraph):
            told = f"deleted text in {place.label}"
            if piece.move is not None:
                to = self.moved.get(piece.move)
                told = f"text moved away from {place.label}" + (f" to {to}" if to else "")
            self.add_at("deleted", piece.text, told, place, cell=cell, trait=piece.trait)
        before = original(paragraph)
        if before is not None:
            told = f"{place.label} before the tracked changes"
            self.add_at("deleted", before.text, told, place, cell=cell, marks=before.marks)

    def add_aside(
        self,
        part: Part,
        story: Iterable[Outlined],
        grids: Mapping[int, Grid],
        address: str,
        at: Place,
        *,
        trait: Trait | None = None,
    ) -> None:
        """Adds a story that stands beside the text: a header, a note, a comment, a text box."""
        ordinal = 0
        for item in story:
            paragraph = item.paragraph
            if not paragraph.stretches and not paragraph.asides:
                continue
            ordinal += bool(paragraph.stretches) and not paragraph.cells
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
                Place(told, at.headings, at.after, at.page),
                number=item.number,
                cell=cell_of(paragraph, grids),
                trait=trait or paragraph.trait,
            )


def cell_of(paragraph: Paragraph, grids: Mapping[int, Grid]) -> Cell | None:
    """The innermost cell around a paragraph, None outside tables."""
    if not paragraph.cells:
        return None
    innermost = paragraph.cells[-1]
    return grids[innermost.table].cell(innermost.row, innermost.column)
