"""Short ways to ask what the reader read."""

from __future__ import annotations

from scr_docs.model import Block, Document, Part
from scr_docs.word import read_bytes
from tests.word_builder import build


def document(*body: str, **around: object) -> Document:
    """The document that is read from a file with this body."""
    return read_bytes(build(*body, **around), "draft.docx")  # type: ignore[arg-type]


def blocks(*body: str, **around: object) -> tuple[Block, ...]:
    """Its blocks, but for the name of the file and what styles and lists are called, which every file has."""
    return tuple(block for block in document(*body, **around).blocks if not in_every_file(block))


def in_every_file(block: Block) -> bool:
    """Whether a block stands in every file that is built here."""
    return block.part == "file-name" or block.address in ("text of a list", "name of a list", "name of a style")


def said(found: Document) -> list[str]:
    """The texts of a document's blocks, but for what stands in every file."""
    return [block.text for block in found.blocks if not in_every_file(block)]


def texts(*body: str, part: Part | None = None, **around: object) -> list[str]:
    """The texts of its blocks, or of those of one part."""
    return [block.text for block in blocks(*body, **around) if part in (None, block.part)]


def numbers(*body: str, **around: object) -> list[str | None]:
    """The numbers of its blocks."""
    return [block.number for block in blocks(*body, **around)]


def addresses(*body: str, **around: object) -> list[str]:
    """The addresses of its blocks."""
    return [block.address for block in blocks(*body, **around)]


def marked(block: Block) -> list[tuple[str, Part]]:
    """The marked stretches of a block with what they are."""
    return [(block.text[mark.start : mark.end], mark.part) for mark in block.marks]
