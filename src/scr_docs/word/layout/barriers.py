"""What may keep somebody from reading a document, worked out when a rule asks and never before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scr_docs.model import Barrier
from scr_docs.word.container.parts import Parts
from scr_docs.word.layout.letters_on_page import on_page
from scr_docs.word.layout.lines import Line, walk
from scr_docs.word.layout.paragraphs import between
from scr_docs.word.layout.pictures import in_pictures
from scr_docs.word.layout.tables import in_tables
from scr_docs.word.layout.whole import of_the_whole
from scr_docs.word.looks.styles import read_styles
from scr_docs.word.markup.xml import Element, W
from scr_docs.word.stories.blocks import Blocks


def barriers(parts: Parts, blocks: Blocks) -> tuple[Barrier, ...]:
    """Those of the body, and of the pictures in its headers, in reading order by the kind of barrier."""
    roots = parts.roots(parts.main)
    return tuple(_found(parts, blocks, roots[0])) if roots else ()


def _found(parts: Parts, blocks: Blocks, root: Element) -> Iterator[Barrier]:
    styles_root = parts.only("styles")
    way = walk(read_styles(styles_root), styles_root)
    lines = list(way.lines(root))
    origins = blocks.origins

    def place(line: Line) -> int | None:
        return origins.get(line.element)

    def first_block(table: Element) -> int | None:
        return next((origins[one] for one in table.iter(W + "p") if one in origins), None)

    for line in lines:
        block = place(line)
        if block is not None:
            yield from on_page(line, block, blocks.done[block].text)
    yield from between(lines, place)
    yield from in_tables(way.tables, first_block)
    yield from _pictures(root, blocks)
    yield from of_the_whole(parts, root, lines)


def _pictures(root: Element, blocks: Blocks) -> Iterator[Barrier]:
    before, last, places = 0, None, {}
    for paragraph in root.iter(W + "p"):
        last = blocks.origins.get(paragraph, last)
        places[paragraph] = last
    for number, (found, picture) in enumerate(in_pictures(root, ""), 1):
        above = next(picture.iterancestors(W + "p"), None)
        block = None if above is None else places.get(above)
        before = before if block is None else block
        near = blocks.done[before].address if blocks.done else ""
        yield replace(found, address=f"picture {number}, near {near}" if near else f"picture {number}")
    for address, header in blocks.headers:
        yield from (found for found, _ in in_pictures(header, f"picture in the {address}"))
