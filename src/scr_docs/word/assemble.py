"""Everything that stands in a package, as blocks: the body with its notes, what is around it, then all other parts."""

from __future__ import annotations

from dataclasses import replace

from scr_docs.errors import DocumentError
from scr_docs.model import Document, Trait
from scr_docs.word.around import add, add_around, add_container
from scr_docs.word.beside.building_blocks import elsewhere, names_of_building_blocks
from scr_docs.word.container.budget import Budget
from scr_docs.word.container.contained import contained, why
from scr_docs.word.container.package import open_package
from scr_docs.word.container.parts import Parts, find_parts, glossary_within
from scr_docs.word.container.reach import glossary_of
from scr_docs.word.container.refusal import damaged
from scr_docs.word.container.sniff import not_a_word_package
from scr_docs.word.container.source import Inside, ReadInner
from scr_docs.word.markup.xml import Element
from scr_docs.word.stories.blocks import Blocks
from scr_docs.word.stories.in_order import add_stories


def assemble(parts: Parts, name: str, depth: int = 0) -> Blocks:
    """The blocks of a package. DocumentError if its main part cannot be read.

    `name` is what the file is called in messages; `depth` says how deep it stands in other files.
    """
    bodies = parts.roots(parts.main)
    if not bodies:
        raise damaged(name, f"in its main part, {parts.unread[-1].why}")
    blocks = Blocks()
    try:
        _add_document(blocks, parts, bodies, Inside(depth, _inner(parts.package.budget)))
    except (DocumentError, MemoryError, RecursionError):
        raise
    except Exception as error:
        raise damaged(name, f"in its main part, {why(error)}") from error
    add_container(blocks, parts, "" if depth else name)
    return blocks


def _inner(budget: Budget) -> ReadInner:
    """How to read a Word file inside the Word file, out of the same budget."""

    def read(data: bytes, name: str, depth: int, /) -> Document:
        package = open_package(data, budget)
        parts = find_parts(package)
        if parts is None:
            raise not_a_word_package(name, package)
        blocks = assemble(parts, name, depth)
        unread = dict.fromkeys((*parts.unread, *package.suspicions()))
        return Document(name, "", tuple(blocks.done), tuple(unread))

    return read


def _add_document(blocks: Blocks, parts: Parts, bodies: list[Element], inside: Inside) -> None:
    add_stories(blocks, parts, bodies)
    add_around(blocks, parts, inside)
    for other in parts.of("main"):
        if other != parts.main:
            with contained(parts, other):
                second = replace(parts, main=other, kinds={other: "main"})
                _add_elsewhere(blocks, second, f"second document {parts.shown(other)}", "orphan-part", inside)
    glossary = glossary_of(parts.arrows) or "word/glossary/document.xml"
    if parts.of("glossary") and parts.main != glossary:
        with contained(parts, glossary):
            _add_elsewhere(blocks, glossary_within(parts, glossary), "building blocks", "building-block", inside)
            for root in parts.roots(glossary):
                add(blocks, names_of_building_blocks(root))


def _add_elsewhere(blocks: Blocks, parts: Parts, where: str, trait: Trait, inside: Inside) -> None:
    """Adds what is read like the report and is not the report."""
    inner = Blocks()
    _add_document(inner, parts, parts.roots(parts.main), inside)
    for block in elsewhere(inner.done, where, trait):
        blocks.done.append(replace(block, index=len(blocks.done)))
