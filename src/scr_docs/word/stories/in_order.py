"""The stories of a document in the order in which one reads them: the body with its notes, headers, comments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from scr_docs.model import Trait
from scr_docs.word.container.contained import contained
from scr_docs.word.container.parts import Parts
from scr_docs.word.container.relationships import Relationship
from scr_docs.word.looks.sheet import A4, Sheet, sheet
from scr_docs.word.looks.styles import Styles, read_styles
from scr_docs.word.markup.xml import Element
from scr_docs.word.numbers.numbering import Numbering, read_numbering
from scr_docs.word.paragraphs.gathered import Anchor
from scr_docs.word.paragraphs.state import Origin
from scr_docs.word.stories.authors import authors
from scr_docs.word.stories.blocks import Blocks
from scr_docs.word.stories.body import add_body
from scr_docs.word.stories.comments import add_comments
from scr_docs.word.stories.headers import headers
from scr_docs.word.stories.notes import Kind, Note, note_format, read_notes
from scr_docs.word.stories.outline import Outlined, outlined
from scr_docs.word.stories.pages import read_pages
from scr_docs.word.stories.properties import properties
from scr_docs.word.stories.route import Place
from scr_docs.word.stories.story import read_story
from scr_docs.word.stories.table import Grid

_KINDS: tuple[Kind, ...] = ("footnote", "endnote")


@dataclass(frozen=True, slots=True)
class _Design:
    """What every story of a document is laid out with. `read` are the roots of the stories that were read so far."""

    parts: Parts
    styles: Styles
    numbering: Numbering
    paper: Sheet
    read: list[Element] = field(default_factory=list)

    def origin(self, name: str) -> Origin:
        """What a story needs to know of the part in which it stands."""
        return self.parts.package.seen.once(_origin, tuple(self.parts.arrows.get(name, ())), self.paper)


def add_stories(blocks: Blocks, parts: Parts, bodies: list[Element]) -> None:
    """Adds the stories of a document, and the properties and authors that belong to them."""
    design = _design(parts, bodies)
    notes = _notes(design)
    places = _add_bodies(blocks, design, bodies, notes)
    for anchor, note in notes.items():
        if anchor not in places:
            blocks.add_aside(note.part, note.story, note.grids, f"{note.part} that is not cited", Place(""))
    if bodies:
        _add_headers(blocks, design, bodies[0])
    for name in parts.of("comments"):
        with contained(parts, name):
            for root in parts.roots(name):
                design.read.append(root)
                add_comments(blocks, root, design.styles, design.numbering, places=places, origin=design.origin(name))
    _add_properties(blocks, parts)
    for author in authors(design.read):
        blocks.add("properties", author, "author of tracked changes", trait="author")


def _design(parts: Parts, bodies: list[Element]) -> _Design:
    styles, numbering = Styles(), read_numbering(None)
    for name in parts.of("styles")[:1]:
        with contained(parts, name):
            styles = parts.package.seen.once(read_styles, parts.only("styles"))
    for name in parts.of("numbering")[:1]:
        with contained(parts, name):
            numbering = parts.package.seen.once(_numbering, parts.only("numbering"), styles)
    return _Design(parts, styles, numbering, sheet(bodies[0]) if bodies else A4, list(bodies))


def _numbering(root: Element | None, _: Styles) -> Numbering:
    """The lists of a part; which of them a style has is worked out in them, so that they belong to these styles."""
    return read_numbering(root)


def _origin(arrows: tuple[Relationship, ...], paper: Sheet) -> Origin:
    return Origin({arrow.id: arrow for arrow in arrows}, paper)


def _notes(design: _Design) -> dict[Anchor, Note]:
    """The footnotes and endnotes by their anchors."""
    found: dict[Anchor, Note] = {}
    parts = design.parts
    for kind in _KINDS:
        for name in parts.of(kind + "s"):
            with contained(parts, name):
                roots = parts.roots(name)
                format_ = note_format(kind, (parts.only("settings"), *design.read))
                for root in roots:
                    origin = design.origin(name)
                    found |= read_notes(kind, root, design.styles, design.numbering, format_=format_, origin=origin)
                design.read.extend(roots)
    return found


def _add_bodies(
    blocks: Blocks, design: _Design, bodies: list[Element], notes: Mapping[Anchor, Note]
) -> dict[Anchor, Place]:
    """Adds the body. Of a main part that stands twice in the file Word shows only one, so that the other is told."""
    places: dict[Anchor, Place] = {}
    for copy, body in enumerate(bodies):
        story = read_story(body, design.styles, design.origin(design.parts.main))
        start = len(blocks.done)
        items = outlined(story.paragraphs, design.styles, design.numbering, body=True)
        places |= add_body(blocks, items, story.grids, notes, read_pages(body))
        for position in range(start, len(blocks.done)) if copy else ():
            block = blocks.done[position]
            blocks.done[position] = replace(block, trait=block.trait or "duplicate-part")
    return places


def _add_headers(blocks: Blocks, design: _Design, body: Element) -> None:
    parts = design.parts
    every = [(part, parts.kinds[part]) for part in parts.of("header", "footer")]
    for name, header in headers(body, parts.targets, every, lambda: parts.only("settings")).items():
        with contained(parts, name):
            for root in parts.roots(name):
                design.read.append(root)
                blocks.headers.append((header.address, root))
                items, grids = parts.package.seen.once(
                    _header, root, design.styles, design.numbering, design.origin(name)
                )
                unused: Trait | None = None if header.shown else "unused-header"
                place = Place(header.address)
                blocks.add_aside(header.part, items, grids, header.address, place, trait=unused)


def _header(
    root: Element, styles: Styles, numbering: Numbering, origin: Origin
) -> tuple[tuple[Outlined, ...], Mapping[int, Grid]]:
    """The paragraphs and tables of a header or footer."""
    story = read_story(root, styles, origin)
    return tuple(outlined(story.paragraphs, styles, numbering, body=False)), story.grids


def _properties(root: Element, part: str) -> tuple[tuple[str, str, Trait | None], ...]:
    return tuple(properties(root, part))


def _add_properties(blocks: Blocks, parts: Parts) -> None:
    for name in parts.of("core-properties", "extended-properties"):
        with contained(parts, name):
            for root in parts.roots(name):
                for address, text, trait in parts.package.seen.once(_properties, root, parts.shown(name)):
                    blocks.add("properties", text, address, trait=trait)
