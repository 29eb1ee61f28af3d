"""One story (body, header, note, comment) from top to bottom: its paragraphs in order, whatever they are wrapped in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from scr_docs.word.looks.styles import Styles
from scr_docs.word.markup.xml import MC, A, Element, W
from scr_docs.word.paragraphs.aside import Aside
from scr_docs.word.paragraphs.asides import ASIDES, table_captions
from scr_docs.word.paragraphs.boxes import TXBX, Box, options_that_differ
from scr_docs.word.paragraphs.paragraph import Paragraph, joined
from scr_docs.word.paragraphs.read_paragraph import Around, read_paragraph
from scr_docs.word.paragraphs.shapes import drawn
from scr_docs.word.paragraphs.state import MOVE_RANGES, NOWHERE, Origin, State
from scr_docs.word.paragraphs.stretches import Stretch
from scr_docs.word.paragraphs.tracked import CHANGES
from scr_docs.word.stories.cells import BESIDE, NO_TEXT, cells
from scr_docs.word.stories.table import Grid

_PARAGRAPH, _TABLE = W + "p", W + "tbl"


@dataclass(frozen=True, slots=True)
class Story:
    """The paragraphs of a story, each text box after the paragraph that holds it, and its tables by their number."""

    paragraphs: tuple[Paragraph, ...]
    grids: Mapping[int, Grid]


@dataclass(slots=True)
class _Walk:
    state: State
    out: list[Paragraph] = field(default_factory=list)
    grids: dict[int, Grid] = field(default_factory=dict)
    tables: int = 0
    nested: int = 0
    boxes: int = 0
    asides: list[Aside] = field(default_factory=list)
    """What stands between the last paragraph and the next."""
    cut: list[tuple[Stretch, ...]] = field(default_factory=list)
    """The paragraphs that an inserted mark has cut off from the next."""


def read_story(root: Element, styles: Styles, origin: Origin = NOWHERE) -> Story:
    """The paragraphs inside an element: w:body, w:hdr, w:footnote, w:comment and the like."""
    walk = _Walk(State(styles, origin), nested=sum(1 for _ in root.iter(_TABLE)) + 1)
    _blocks(walk, root, Around())
    if walk.asides:
        walk.out.append(Paragraph((), asides=tuple(walk.asides)))
    return Story(tuple(walk.out), walk.grids)


def _blocks(walk: _Walk, parent: Element, around: Around) -> None:
    before: Paragraph | None = None
    for child in parent:
        tag = child.tag
        if tag == _PARAGRAPH:
            found = read_paragraph(child, walk.state, around)
            before = found if before is None else joined(before, found)
            if before.mark == "deleted" and not before.deleted:
                continue
            _emit(walk, before)
        elif tag in NO_TEXT:
            continue
        elif tag in BESIDE:
            _beside(walk, child)
            continue
        else:
            if before is not None:
                _emit(walk, before)
            walk.cut.clear()
            _other(walk, child, around)
        before = None
    if before is not None:
        _emit(walk, before)
    walk.cut.clear()


def _beside(walk: _Walk, child: Element) -> None:
    """What stands between paragraphs and is no text: a bookmark, what a form field keeps, the range of a move."""
    if child.tag in MOVE_RANGES:
        walk.state.range(child)
    else:
        walk.asides.extend(ASIDES[child.tag](child, walk.state.origin.links))


def _other(walk: _Walk, child: Element, around: Around) -> None:
    tag = child.tag
    if tag == _TABLE:
        _table(walk, child, around)
    elif tag == MC + "AlternateContent":
        read = options_that_differ(child)
        for option in child:
            if option in read:
                _blocks(walk, option, around)
            else:
                walk.asides.extend(drawn(option, walk.state.origin.links, walk.state.origin.sheet))
    elif tag in CHANGES:
        _blocks(walk, child, replace(around, tracked=walk.state.within(tag, around.tracked)))
    elif len(child):
        _blocks(walk, child, around)


def _emit(walk: _Walk, paragraph: Paragraph) -> None:
    if paragraph.mark == "inserted":
        if any(stretch.change != "inserted" for stretch in paragraph.stretches):
            walk.cut.append(paragraph.stretches)
    elif walk.cut:
        paragraph = replace(paragraph, former=tuple(walk.cut))
        walk.cut.clear()
    if walk.asides:
        paragraph = replace(paragraph, asides=(*walk.asides, *paragraph.asides))
        walk.asides.clear()
    walk.out.append(paragraph)
    if paragraph.cells:
        cell = paragraph.cells[-1]
        walk.grids[cell.table].say(cell.row, cell.column, paragraph.text)
    cut, walk.cut = walk.cut, []
    for box in paragraph.boxes:
        walk.boxes += 1
        way = paragraph.cells if paragraph.box else ()
        inside = Around(box.tracked, box.around, None, way, walk.boxes, box.trait)
        if box.element.tag == TXBX:
            _blocks(walk, box.element, inside)
        else:
            walk.out.extend(_drawn(box, walk.boxes))
    walk.cut = cut


def _drawn(box: Box, ordinal: int) -> Iterator[Paragraph]:
    """The text of a shape that is not Word's own, as in a drawing canvas."""
    for paragraph in box.element.iter(A + "p"):
        text = "".join(
            "\n" if piece.tag == A + "br" else piece.text or "" for piece in paragraph.iter(A + "t", A + "br")
        )
        if text:
            yield Paragraph((Stretch(text, box.tracked.change, move=box.tracked.move),), box=ordinal, trait=box.trait)


def _table(walk: _Walk, table: Element, around: Around) -> None:
    if around.cells:
        walk.nested -= 1
    else:
        walk.tables += 1
    ordinal = walk.nested if around.cells else walk.tables
    grid = walk.grids[ordinal] = Grid(ordinal)
    properties = table.find(W + "tblPr")
    if properties is not None:
        walk.asides.extend(table_captions(properties, walk.state.origin.links))
    for cell, inside in cells(table, grid, around, walk.state.styles, lambda child: _beside(walk, child)):
        _blocks(walk, cell, inside)
