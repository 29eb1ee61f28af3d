"""The only importer of spaCy: sentences now, tokens, matchers and the name model later. Loaded once, when needed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def _english() -> Language:
    import spacy  # noqa: PLC0415  # takes a second; many commands need no sentences

    english = spacy.blank("en")
    english.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "…", ";"]})
    return english


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph, as offsets into it, in order; a semicolon ends one too."""
    if not text.strip():
        return
    for sentence in _english()(text).sents:
        yield sentence.start_char, sentence.end_char
