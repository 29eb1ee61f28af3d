"""Phrases of plain words, found all at once: the longest that begins at a word counts."""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress, count
from typing import Generic, TypeVar

Value = TypeVar("Value")

_WORD = re.compile(r"([a-z0-9]+[^\W_]*|'s?(?![^\W_])|'|&|[^\W_\x00-\x7f][^\W_]*)")  # quicker than any letters at once
_CHOICE = re.compile(r"\(([^()]*)\)")


class _Plain(dict[int, str]):
    """What is written for a letter: without its accent, if it has one."""

    def __missing__(self, number: int) -> str:
        letter = chr(number)
        plain = unicodedata.normalize("NFD", letter)[0]
        if not plain.isascii():  # "²" is the mark of a note
            plain = " " if unicodedata.category(letter) == "No" else _NO_ACCENT.get(letter, letter)
        if number < _REMEMBERED:
            self[number] = plain
        return plain


_REMEMBERED = 0x10000
"""The letters of living languages stand before this; a text of all others must not fill the memory."""
_NO_ACCENT = {
    "ª": " ",
    "º": " ",
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ŧ": "t",
    "ß": "s",
    "æ": "a",
    "œ": "o",
    "þ": "t",
}
"""Letters of Latin alphabets that have no accent by themselves to leave out, and such as are marks of notes."""
_PLAIN = _Plain({
    ord("’"): "'", **dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000), " "),
    **dict.fromkeys(range(0xE000, 0xE00A), " "),
})  # fmt: skip
"""Those of the private use area are the signs that stand for people and listeners (cues.SIGNS); a text has none."""


def small(text: str) -> str:
    """The text in small letters without accents or our signs, with straight apostrophes and plain blanks; as long."""
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


class Words:
    """The words of a text in small letters, in order, and where each begins and ends; an ending 's is a word."""

    __slots__ = ("_lowered", "ends", "starts", "texts")

    def __init__(self, lowered: str, texts: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> None:
        """Takes the whole text and the words, as `words` finds them in it."""
        self._lowered = lowered
        self.texts, self.starts, self.ends = texts, starts, ends

    def __len__(self) -> int:
        return len(self.texts)

    def within(self, start: int, end: int) -> Words:
        """As `words` between these two places, which may be within a word."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if (first and self.ends[first - 1] > start) or (last and self.ends[last - 1] > end):
            return words(self._lowered, start, end)
        return Words(self._lowered, self.texts[first:last], self.starts[first:last], self.ends[first:last])

    def among(self, known: Container[str]) -> Iterator[int]:
        """The indexes of those of these words that are known."""
        return compress(count(), map(known.__contains__, self.texts))


def words(lowered: str, start: int = 0, end: int = sys.maxsize) -> Words:
    """The words between two places of a text that is in small letters; hyphens and stops are none."""
    pieces = _WORD.split(lowered[start:end])  # what is between words, a word, what is between words …
    places = [*accumulate(map(len, pieces), initial=start)]
    return Words(lowered, pieces[1::2], places[1:-1:2], places[2::2])


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
            for word in words(small(way)).texts:
                node = node.after.setdefault(word, _Node())
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
        found = words(small(phrase)).texts
        hit = self.at(found, 0) if found else None
        return hit[1] if hit and hit[0] == len(found) else None

    def at(self, texts: Sequence[str], index: int) -> tuple[int, Value] | None:
        """The longest phrase that begins at this word: the index after its last word, and what it stands for."""
        node = self.starts.get(texts[index])
        best: tuple[int, Value] | None = None
        last = len(texts)
        while node is not None:
            index += 1
            if node.value is not None:
                best = (index, node.value)
            if index == last:
                break
            node = node.after.get(texts[index])
        return best

    def hits(self, found: Words) -> dict[int, tuple[int, Value]]:
        """Every word at which a phrase begins, by its index, with the longest such phrase as in `at`."""
        texts, starts = found.texts, self.starts
        last = len(texts) - 1
        hits: dict[int, tuple[int, Value]] = {}
        for index in found.among(starts):
            node = starts[texts[index]]
            if index < last and texts[index + 1] in node.after:
                if hit := self.at(texts, index):
                    hits[index] = hit
            elif node.value is not None:
                hits[index] = (index + 1, node.value)
        return hits
