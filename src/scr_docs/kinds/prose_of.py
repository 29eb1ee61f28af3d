"""The prose of a letter, as the kinds that measure how hard it is to read take it."""

from __future__ import annotations

from collections.abc import Collection

from scr_docs.case import Case
from scr_docs.kinds.reading import Reading
from scr_docs.model import Block, Part
from scr_docs.readability.prose import prose


def prose_of(reading: Reading, scope: Collection[Part]) -> list[Block]:
    """The paragraphs in these parts that say something in sentences."""
    return [block for block in prose(reading.document.story()) if block.part in scope]


def names_of(case: Case | None) -> frozenset[str]:
    """The words of the names of a case (Case.words_of_names); none without a case."""
    return case.words_of_names if case else frozenset()
