"""The body as blocks, with what hangs on its paragraphs right after them: text boxes, footnotes and endnotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scr_docs.model import Part
from scr_docs.word.paragraphs.gathered import Anchor
from scr_docs.word.stories.blocks import Blocks, cell_of
from scr_docs.word.stories.notes import Note
from scr_docs.word.stories.outline import Outlined
from scr_docs.word.stories.pages import Pages
from scr_docs.word.stories.route import Place, Route
from scr_docs.word.stories.table import Grid


def add_body(
    blocks: Blocks,
    story: Sequence[Outlined],
    grids: Mapping[int, Grid],
    notes: Mapping[Anchor, Note],
    pages: Pages | None = None,
) -> dict[Anchor, Place]:
    """Adds the body, and returns the place of everything that is anchored in it, in the order in which it comes up."""
    route = Route()
    places: dict[Anchor, Place] = {}
    cited: Counter[str] = Counter()
    steps = []
    for item, boxes in _with_boxes(story):
        address, place = route.step(item)
        if pages is not None:
            place = replace(place, page=pages.step(item.paragraph))
        steps.append((item, boxes, address, place))
        for stretch in item.paragraph.stretches:
            if stretch.move and stretch.change == "inserted":
                blocks.moved.setdefault(stretch.move, place.label)
    for item, boxes, way, place in steps:
        paragraph = item.paragraph
        address = f"deleted paragraph, {place.label}" if paragraph.deleted else way
        part: Part = "table" if paragraph.cells else "body"
        blocks.add_paragraph(
            part, paragraph, address, place, number=item.number, level=item.level, cell=cell_of(paragraph, grids)
        )
        if boxes:
            _add_boxes(blocks, boxes, grids, place)
        for anchor in (anchor for each in (item, *boxes) for anchor in each.paragraph.anchors):
            if anchor in places:
                continue
            places[anchor] = place
            cited[anchor.kind] += 1
            if anchor in notes:
                note = notes[anchor]
                told = f"{note.part} {note.number(cited[anchor.kind])}, cited in {place.label}"
                blocks.add_aside(note.part, note.story, note.grids, told, place)
    return places


def _with_boxes(story: Sequence[Outlined]) -> Iterator[tuple[Outlined, list[Outlined]]]:
    """Each paragraph of the body with the paragraphs of the text boxes that are anchored to it."""
    current: Outlined | None = None
    boxes: list[Outlined] = []
    for item in story:
        if item.paragraph.box:
            boxes.append(item)
            continue
        if current is not None:
            yield current, boxes
        current, boxes = item, []
    if current is not None:
        yield current, boxes


def _add_boxes(blocks: Blocks, boxes: Sequence[Outlined], grids: Mapping[int, Grid], at: Place) -> None:
    ordinals = {
        box: ordinal for ordinal, box in enumerate(dict.fromkeys(item.paragraph.box for item in boxes), start=1)
    }
    for box, ordinal in ordinals.items():
        name = "text box" if ordinal == 1 else f"text box {ordinal}"
        inside = [item for item in boxes if item.paragraph.box == box]
        blocks.add_aside("textbox", inside, grids, f"{name} at {at.label}", at)
