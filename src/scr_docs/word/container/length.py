"""How much of one file is checked: far more than any report has, and no more than takes seconds."""

from __future__ import annotations

from dataclasses import replace

from scr_docs.model import Document, Unread

MAX_LETTERS = 600_000
"""About 100,000 words, or 190 full pages: more than twice the longest review. More would take minutes."""

MAX_BLOCKS = 20_000


def within_reach(document: Document) -> Document:
    """The document as it is, or the first part of it, with the rest noted as unread."""
    letters = 0
    for position, block in enumerate(document.blocks):
        letters += len(block.text)
        if letters > MAX_LETTERS or position == MAX_BLOCKS:
            where = f"everything after the first {position:,} paragraphs and cells"
            why = f"one file is read up to {MAX_LETTERS:,} letters or {MAX_BLOCKS:,} paragraphs; split it in two"
            return replace(document, blocks=document.blocks[:position], unread=(*document.unread, Unread(where, why)))
    return document
