"""Phrases of plain words, found all at once: the longest that begins at a word counts."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")

_WORD = re.compile(r"([^\W_]+|'s(?![^\W_])|['&])")
_CHOICE = re.compile(r"\(([^()]*)\)")


_PLAIN = {ord("’"): "'", 0xA0: " ", **dict.fromkeys(range(0xE000, 0xE00A), " ")}
"""Those of the private use area are the signs that stand for people and listeners (cues.SIGNS); a text has none."""


def small(text: str) -> str:
    """The text in small letters with straight apostrophes, plain blanks and none of our signs, of the same length."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(letter.lower()[0] for letter in text)
    return lowered if lowered.isascii() else lowered.translate(_PLAIN)


def either(phrases: Iterable[str]) -> str:
    """A regular expression for any of these phrases, the longest first.

    They are grouped by their first two letters: `re` tries alternatives one after another.
    """
    groups: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=len, reverse=True):
        groups.setdefault(phrase[:2], []).append(re.escape(phrase[2:]).replace(r"\ ", " "))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())


class Word(NamedTuple):
    """One word of a text in small letters, with its place; an ending 's is a word of its own."""

    text: str
    start: int
    end: int


_new_word = partial(tuple.__new__, Word)
"""What Word(…) does, without a call of Python's own for each word."""


def words(text: str, start: int = 0, end: int = sys.maxsize) -> list[Word]:
    """The words between two places of a text that is in small letters, in order; hyphens and stops are none."""
    pieces = _WORD.split(text[start:end])  # what is between words, a word, what is between words …
    places = [*accumulate(map(len, pieces), initial=start)]
    return [*map(_new_word, zip(pieces[1::2], places[1::2], places[2::2], strict=False))]


class Words:
    """The words of a paragraph, from which those of its sentences are taken."""

    def __init__(self, lowered: str) -> None:
        """Takes the paragraph in small letters."""
        self._lowered = lowered
        self.all = words(lowered)
        self._starts = [word.start for word in self.all]

    def within(self, start: int, end: int) -> list[Word]:
        """As `words` between these two places, which may be within a word."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        is_cut = (first and self.all[first - 1].end > start) or (last and self.all[last - 1].end > end)
        return words(self._lowered, start, end) if is_cut else self.all[first:last]


def spelled_out(phrase: str) -> Iterator[str]:
    """Every phrase that one with choices stands for: "(older |)sister" is "older sister" and "sister"."""
    inner = _CHOICE.search(phrase)
    if inner is None:
        yield " ".join(phrase.split())
        return
    for choice in inner[1].split("|"):
        yield from spelled_out(phrase[: inner.start()] + choice + phrase[inner.end() :])


@dataclass(slots=True)
class _Node(Generic[Value]):
    after: dict[str, _Node[Value]] = field(default_factory=dict)
    value: Value | None = None


class Phrases(Generic[Value]):
    """Phrases, each with what it stands for."""

    def __init__(self) -> None:
        self._root: _Node[Value] = _Node()
        self.starts = self._root.after
        """The words with which any phrase begins."""

    def add(self, phrase: str, value: Value) -> None:
        """Remembers the phrase and all its choices; one that is known already keeps what it stands for."""
        for way in spelled_out(phrase):
            node = self._root
            for word in words(small(way)):
                node = node.after.setdefault(word.text, _Node())
            if node.value is None and node is not self._root:
                node.value = value

    def add_all(self, phrases: Iterable[str], value: Value) -> None:
        """Remembers several phrases for the same."""
        for phrase in phrases:
            self.add(phrase, value)

    def after(self, *first: str) -> set[str]:
        """The words that may follow these first words."""
        return {word for one in first if one in self.starts for word in self.starts[one].after}

    def get(self, phrase: str) -> Value | None:
        """What this very phrase stands for."""
        found = words(small(phrase))
        hit = self.at(found, 0)
        return hit[1] if hit and hit[0] == len(found) else None

    def at(self, found: Sequence[Word], index: int) -> tuple[int, Value] | None:
        """The longest phrase that begins at this word: the index after its last word, and what it stands for."""
        node = self._root.after.get(found[index].text)
        best: tuple[int, Value] | None = None
        while node is not None:
            index += 1
            if node.value is not None:
                best = (index, node.value)
            node = node.after.get(found[index].text) if index < len(found) else None
        return best
