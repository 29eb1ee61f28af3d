"""One story (body, header, note, comment) from top to bottom: its paragraphs in order, whatever they are wrapped in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from scr_docs.word.boxes import TXBX, Box, Change, options_that_differ
from scr_docs.word.inline import CHANGES, Stretch
from scr_docs.word.look import shade
from scr_docs.word.paragraph import CellPlace, Paragraph, joined, read_paragraph
from scr_docs.word.styles import Styles
from scr_docs.word.table import Grid, row_change
from scr_docs.word.xml import MC, A, Element, W, val

_PARAGRAPH, _TABLE = W + "p", W + "tbl"
_NO_TEXT = frozenset({
    W + "sectPr", W + "sdtPr", W + "sdtEndPr", W + "tblPr", W + "tblGrid", W + "tblPrEx", W + "trPr", W + "tcPr",
    W + "customXmlPr", W + "bookmarkStart", W + "bookmarkEnd",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Story:
    """The paragraphs of a story, each text box after the paragraph that holds it, and its tables by their number."""

    paragraphs: tuple[Paragraph, ...]
    grids: Mapping[int, Grid]


@dataclass(slots=True)
class _Walk:
    styles: Styles
    out: list[Paragraph] = field(default_factory=list)
    grids: dict[int, Grid] = field(default_factory=dict)
    tables: int = 0
    nested: int = 0
    boxes: int = 0


@dataclass(frozen=True, slots=True)
class _Around:
    """What surrounds a piece of a story."""

    change: Change = "kept"
    shade: str | None = None
    cells: tuple[CellPlace, ...] = ()
    box: int = 0


def read_story(root: Element, styles: Styles) -> Story:
    """The paragraphs inside an element: w:body, w:hdr, w:footnote, w:comment and the like."""
    walk = _Walk(styles, nested=sum(1 for _ in root.iter(_TABLE)) + 1)
    _blocks(walk, root, _Around())
    return Story(tuple(walk.out), walk.grids)


def _blocks(walk: _Walk, parent: Element, around: _Around) -> None:
    before: Paragraph | None = None
    for child in parent:
        tag = child.tag
        if tag == _PARAGRAPH:
            found = read_paragraph(
                child, walk.styles, change=around.change, around=around.shade, cells=around.cells, box=around.box
            )
            before = found if before is None else joined(before, found)
            if before.mark == "deleted" and not before.deleted:
                continue
            _emit(walk, before)
        elif tag in _NO_TEXT:
            continue
        else:
            if before is not None:
                _emit(walk, before)
            _other(walk, child, around)
        before = None
    if before is not None:
        _emit(walk, before)


def _other(walk: _Walk, child: Element, around: _Around) -> None:
    tag = child.tag
    if tag == _TABLE:
        _table(walk, child, around)
    elif tag == MC + "AlternateContent":
        for option in options_that_differ(child):
            _blocks(walk, option, around)
    elif tag in CHANGES:
        _blocks(walk, child, replace(around, change="deleted" if around.change == "deleted" else CHANGES[tag]))
    elif len(child):
        _blocks(walk, child, around)


def _emit(walk: _Walk, paragraph: Paragraph) -> None:
    walk.out.append(paragraph)
    if paragraph.cells:
        cell = paragraph.cells[-1]
        walk.grids[cell.table].say(cell.row, cell.column, paragraph.text)
    for box in paragraph.boxes:
        walk.boxes += 1
        inside = _Around(box.change, box.around, paragraph.cells if paragraph.box else (), walk.boxes)
        if box.element.tag == TXBX:
            _blocks(walk, box.element, inside)
        else:
            walk.out.extend(_drawn(box, walk.boxes))


def _drawn(box: Box, ordinal: int) -> Iterator[Paragraph]:
    """The text of a shape that is not Word's own, as in a drawing canvas."""
    for paragraph in box.element.iter(A + "p"):
        text = "".join(
            "\n" if piece.tag == A + "br" else piece.text or "" for piece in paragraph.iter(A + "t", A + "br")
        )
        if text:
            yield Paragraph((Stretch(text, box.change),), box=ordinal)


def _table(walk: _Walk, table: Element, around: _Around) -> None:
    if around.cells:
        walk.nested -= 1
    else:
        walk.tables += 1
    ordinal = walk.nested if around.cells else walk.tables
    grid = walk.grids[ordinal] = Grid(ordinal)
    rows = [(row, list(_inside(row, W + "tc"))) for row in _inside(table, W + "tr")]
    framing = all(len(cells) <= 1 for _, cells in rows)
    styled = any(style.dark for style in walk.styles.chain(val(table.find(W + "tblPr"), W + "tblStyle")))
    for position, (row, cells) in enumerate(rows, start=1):
        settings = row.find(W + "trPr")
        change = row_change(settings, around.change)
        for column, cell in zip(grid.row(position, settings, cells), cells, strict=True):
            properties = cell.find(W + "tcPr")
            place = CellPlace(ordinal, position, column, framing)
            behind = _behind(properties, "dark" if styled else around.shade)
            _blocks(walk, cell, _Around(row_change(properties, change), behind, (*around.cells, place), around.box))


def _behind(properties: Element | None, around: str | None) -> str | None:
    """What a cell is filled with. Word itself turns text white on black cells, so black counts as dark."""
    own = None if properties is None else shade(properties.find(W + "shd"))
    return around if own in (None, "none") else "dark" if own == "black" else own


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those inside content controls and other wrappers too."""
    waiting = [iter(parent)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == tag:
            yield child
        elif child.tag not in _NO_TEXT and child.tag != _PARAGRAPH:
            waiting.append(iter(child))
