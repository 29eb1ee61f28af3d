"""Counting: which number Word shows in front of each paragraph of its automatic lists."""

from __future__ import annotations

import re

from scr_docs.word.numbers.number_formats import written
from scr_docs.word.numbers.numbering import LEVELS, Num

_PLACE = re.compile(r"%([1-9])")


class Counters:
    """The state of all lists while a document is read from top to bottom; lists of one design share one state."""

    def __init__(self) -> None:
        self._counts: dict[int, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    def next(self, num: Num, level: int) -> str | None:
        """Counts one more paragraph, and the number it shows ("4.12", "(a)"); None for bullets and the like."""
        counts = self._counts.setdefault(num.abstract.id, [None] * LEVELS)
        current = counts[level]
        if level in num.starts and (num.id, level) not in self._begun:
            counts[level] = num.starts[level]
        elif current is None:
            counts[level] = num.starts.get(level, num.level(level).start)
        else:
            counts[level] = current + 1
        self._begun.add((num.id, level))
        for deeper in range(level + 1, LEVELS):
            restart = num.level(deeper).restart
            if restart is None or level < restart:
                counts[deeper] = None
        return shown(num, level, counts)


def shown(num: Num, level: int, counts: list[int | None]) -> str | None:
    """The number that a level shows with these counts, without the dot or colon that ends it."""
    own = num.level(level)
    if own.format == "bullet" or not _PLACE.search(own.text):
        return None

    def count(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        if index > level:
            return ""
        other, value = num.level(index), counts[index]
        value = num.starts.get(index, other.start) if value is None else value
        return written(value, "decimal" if own.legal and other.format != "none" else other.format)

    text = _PLACE.sub(count, own.text).strip(" \t\n.:\u2013\u2014-")
    return text if any(letter.isalnum() for letter in text) else None
