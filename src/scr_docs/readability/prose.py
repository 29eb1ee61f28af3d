"""What of a letter is prose, and what readability counts in it: words, sentences, letters and syllables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from scr_docs.model import Block
from scr_docs.names.text.sentences import sentences
from scr_docs.readability.syllables import syllables

WORD = re.compile(r"[A-Za-zÀ-ÿ](?:[A-Za-zÀ-ÿ]|['’-](?=[A-Za-zÀ-ÿ]))*")
_ENDS = re.compile(r"[.!?…:][”\"’')\]]{0,2}$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,64}")
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas are made of. `long` are words of three syllables or more."""

    sentences: int
    words: int
    letters: int
    syllables: int
    long: int


def prose(blocks: Iterable[Block]) -> list[Block]:
    """The paragraphs of the story that say something in sentences: no addresses, headings or rows of numbers."""
    return [block for block in blocks if block.level is None and _is_prose(block.text)]


@lru_cache(maxsize=8_192)
def _is_prose(text: str) -> bool:
    return _ENDS.search(text.rstrip()) is not None and len(words(text)) >= _FEWEST


@lru_cache(maxsize=8_192)
def words(text: str) -> tuple[str, ...]:
    """The words of a text; web and e-mail addresses, and numbers, are none."""
    return tuple(WORD.findall(_ADDRESS.sub(" ", text)))


@lru_cache(maxsize=8_192)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a paragraph that hold a word, as offsets into it."""
    return tuple((start, end) for start, end in sentences(text) if WORD.search(text, start, end))


def count(texts: Iterable[str], names: frozenset[str] = frozenset()) -> Counts:
    """The counts of paragraphs of prose. `names` are words (in small letters) that everybody who reads them knows."""
    of_each = [_count(text, names) for text in texts]
    return Counts(
        sum(one.sentences for one in of_each),
        sum(one.words for one in of_each),
        sum(one.letters for one in of_each),
        sum(one.syllables for one in of_each),
        sum(one.long for one in of_each),
    )


@lru_cache(maxsize=8_192)
def _count(text: str, names: frozenset[str]) -> Counts:
    found = words(text)
    beats = [2 if word.lower() in names else syllables(word) for word in found]
    long = sum(number >= 3 for number in beats)  # the published meaning of a long word
    return Counts(len(spans(text)), len(found), sum(map(len, found)), sum(beats), long)
