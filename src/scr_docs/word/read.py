"""Reading a Word file, in order: the bytes, the package, the definitions, the body with its notes, and all that stands around it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from scr_docs.model import Document, Part
from scr_docs.word.authors import authors
from scr_docs.word.blocks import Blocks, Place
from scr_docs.word.body import add_body
from scr_docs.word.comments import add_comments
from scr_docs.word.headers import names_of_headers
from scr_docs.word.inline import Anchor
from scr_docs.word.notes import Kind, Note, note_format, read_notes
from scr_docs.word.numbering import Numbering, read_numbering
from scr_docs.word.outline import outlined
from scr_docs.word.package import MAX_FILE, PackageError, open_package
from scr_docs.word.parts import Parts, find_parts
from scr_docs.word.properties import properties
from scr_docs.word.sniff import damaged, not_a_word_package, refuse_what_is_not_word, unreadable
from scr_docs.word.story import read_story
from scr_docs.word.styles import Styles, read_styles
from scr_docs.word.xml import Element


def read(path: Path) -> Document:
    """The document in a file; DocumentError if the file is missing or no Word document that can be read."""
    return read_bytes(_snapshot(path), str(path))


def read_bytes(data: bytes, name: str) -> Document:
    """The document in these bytes; `name` is what it is called in messages."""
    refuse_what_is_not_word(data, name)
    try:
        package = open_package(data)
    except PackageError as error:
        raise damaged(name, str(error)) from error
    parts = find_parts(package)
    if parts is None:
        mimetype = package.read("mimetype")[0] if "mimetype" in package else b""
        raise not_a_word_package(name, frozenset(package.entries), mimetype)
    blocks = _blocks(parts, name)
    return Document(name, hashlib.sha256(data).hexdigest(), tuple(blocks.done), tuple(parts.unread))


def _blocks(parts: Parts, name: str) -> Blocks:
    bodies = parts.roots(parts.main)
    if not bodies:
        raise damaged(name, f"in its main part, {parts.unread[-1].why}")
    styles = read_styles(parts.only("styles"))
    numbering = read_numbering(parts.only("numbering"))
    notes = _notes(parts, bodies, styles, numbering)
    read_roots = list(bodies)
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


def _notes(parts: Parts, bodies: list[Element], styles: Styles, numbering: Numbering) -> dict[Anchor, Note]:
    kinds: tuple[Kind, ...] = ("footnote", "endnote")
    found: dict[Anchor, Note] = {}
    for kind in kinds:
        if parts.of(kind + "s"):
            format_ = note_format(kind, (parts.only("settings"), *bodies))
            for _, root in parts.roots_of(kind + "s"):
                found |= read_notes(kind, root, styles, numbering, format_)
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


def _snapshot(path: Path) -> bytes:
    """The bytes of a file at one moment, so that what is checked is what is hashed."""
    name = str(path)
    try:
        if path.is_dir():
            raise unreadable(name, "This is a folder, not a file", "Give the Word document inside it.")
        for _ in range(2):
            before = path.stat()
            if before.st_size > MAX_FILE:
                raise unreadable(
                    name,
                    f"This file is larger than {MAX_FILE // 2**20} MB",
                    "Compress its pictures in Word and save it again.",
                )
            data = path.read_bytes()
            if _unchanged(before, path.stat()) and len(data) == before.st_size:
                return data
    except FileNotFoundError as error:
        raise unreadable(name, "There is no such file", "Check the name and the folder.") from error
    except OSError as error:
        raise unreadable(
            name, f"This file cannot be opened ({error.strerror})", "Close it in Word, or ask for access."
        ) from error
    raise unreadable(name, "This file is being saved at the moment", "Wait until it is saved, then check it again.")


def _unchanged(before: os.stat_result, after: os.stat_result) -> bool:
    return (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
