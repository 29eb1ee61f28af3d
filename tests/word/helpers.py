"""Short ways to ask what the reader read."""

from __future__ import annotations

from scr_docs.model import Block, Document, Part
from scr_docs.word import read_bytes
from tests.word_builder import build


def document(*body: str, **around: object) -> Document:
    """The document that is read from a file with this body."""
    return read_bytes(build(*body, **around), "draft.docx")  # type: ignore[arg-type]


def blocks(*body: str, **around: object) -> tuple[Block, ...]:
    """Its blocks."""
    return document(*body, **around).blocks


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
