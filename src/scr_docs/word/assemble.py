"""Everything that stands in a package, as blocks in reading order: the body with its notes, then all around it."""

from __future__ import annotations

from scr_docs.model import Part
from scr_docs.word.authors import authors
from scr_docs.word.blocks import Blocks
from scr_docs.word.body import add_body
from scr_docs.word.comments import add_comments
from scr_docs.word.headers import names_of_headers
from scr_docs.word.inline import Anchor
from scr_docs.word.notes import Kind, Note, note_format, read_notes
from scr_docs.word.numbering import Numbering, read_numbering
from scr_docs.word.outline import outlined
from scr_docs.word.parts import Parts
from scr_docs.word.properties import properties
from scr_docs.word.route import Place
from scr_docs.word.sniff import damaged
from scr_docs.word.story import read_story
from scr_docs.word.styles import Styles, read_styles
from scr_docs.word.xml import Element


def assemble(parts: Parts, name: str) -> Blocks:
    """The blocks of a package; `name` is what the file is called in messages. DocumentError if its main part cannot be read."""
    bodies = parts.roots(parts.main)
    if not bodies:
        raise damaged(name, f"in its main part, {parts.unread[-1].why}")
    styles = read_styles(parts.only("styles"))
    numbering = read_numbering(parts.only("numbering"))
    read_roots = list(bodies)
    notes = _notes(parts, read_roots, styles, numbering)
    blocks = Blocks()
    places: dict[Anchor, Place] = {}
    for body in bodies:
        story = read_story(body, styles)
        places |= add_body(blocks, outlined(story.paragraphs, styles, numbering, body=True), story.grids, notes)
    for anchor, note in notes.items():
        if anchor not in places:
            blocks.add_aside(note.part, note.story, note.grids, f"{note.part} that is not cited", Place(""))
    read_roots += _add_headers(blocks, parts, bodies[0], styles, numbering)
    for _, root in parts.roots_of("comments"):
        read_roots.append(root)
        add_comments(blocks, root, styles, numbering, places)
    for part, root in parts.roots_of("core-properties", "extended-properties"):
        for address, text in properties(root, parts.package.shown(part)):
            blocks.add("properties", text, address)
    for author in authors(read_roots):
        blocks.add("properties", author, "author of tracked changes")
    return blocks


def _notes(parts: Parts, read_roots: list[Element], styles: Styles, numbering: Numbering) -> dict[Anchor, Note]:
    """The footnotes and endnotes by their anchors; the parts that hold them join those that were read."""
    kinds: tuple[Kind, ...] = ("footnote", "endnote")
    found: dict[Anchor, Note] = {}
    for kind in kinds:
        roots = [root for _, root in parts.roots_of(kind + "s")]
        if roots:
            format_ = note_format(kind, (parts.only("settings"), *read_roots))
            for root in roots:
                found |= read_notes(kind, root, styles, numbering, format_)
            read_roots += roots
    return found


def _add_headers(blocks: Blocks, parts: Parts, body: Element, styles: Styles, numbering: Numbering) -> list[Element]:
    named = names_of_headers(body, parts.targets, ((part, parts.kinds[part]) for part in parts.of("header", "footer")))
    roots = []
    for name, (kind, address) in named.items():
        part: Part = "header" if kind == "header" else "footer"
        for root in parts.roots(name):
            roots.append(root)
            story = read_story(root, styles)
            blocks.add_aside(
                part, outlined(story.paragraphs, styles, numbering, body=False), story.grids, address, Place(address)
            )
    return roots
