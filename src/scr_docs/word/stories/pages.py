"""About which page something is on, from where Word broke the pages when it last laid the document out."""

from __future__ import annotations

from scr_docs.word.markup.xml import Element, W, val
from scr_docs.word.paragraphs.paragraph import Paragraph

_ON_THE_SAME_PAGE = frozenset({"continuous", "nextColumn"})


class Pages:
    """The page that one has come to while reading the body from top to bottom.

    Word notes a break of its own where the page begins, and mostly also after a break that somebody made; such a pair
    with no text in between is one break. The cells of a row stand side by side, so the longest of them counts.
    """

    def __init__(self, sections: list[bool]) -> None:
        """`sections` says of each section but the first whether it begins on a new page."""
        self._sections = iter(sections)
        self._page = self._start = self._end = 1
        self._made = False
        self._row: tuple[int, int] | None = None
        self._column = 0

    def step(self, paragraph: Paragraph) -> int:
        """The page on which the next paragraph begins."""
        self._cell(paragraph)
        begins, text = self._page, False
        for sign in paragraph.breaks:
            if sign == "t":
                self._made, text = False, True
            elif sign == "r":
                self._page += not self._made
                self._made = False
            elif sign == "e" or next(self._sections, False):
                self._page += 1
                self._made = True
            if not text and sign != "s":
                begins = self._page
        if paragraph.text.strip() and paragraph.breaks[-1:] not in ("e", "s"):
            self._made = False
        return begins

    def _cell(self, paragraph: Paragraph) -> None:
        cell = paragraph.cells[0] if paragraph.cells else None
        row = None if cell is None else (cell.table, cell.row)
        if row != self._row:
            self._page = self._end = max(self._page, self._end)
            self._row, self._start = row, self._page
        elif cell is not None and cell.column != self._column:
            self._end = max(self._end, self._page)
            self._page = self._start
        self._column = 0 if cell is None else cell.column


def read_pages(body: Element) -> Pages | None:
    """The pages of a body; None where Word has noted none in it."""
    if next(body.iter(W + "lastRenderedPageBreak"), None) is None:
        return None
    former = {section for change in body.iter(W + "sectPrChange") for section in change}
    sections = [section for section in body.iter(W + "sectPr") if section not in former]
    return Pages([val(section, W + "type") not in _ON_THE_SAME_PAGE for section in sections[1:]])
