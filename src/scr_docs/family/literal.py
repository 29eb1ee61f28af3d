"""Which letters a text must have for a pattern to be worth trying, where the pattern may match within words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from scr_docs.family.gate import closing, split

LETTERS = 3
"""A text is known by all its stretches of so many letters."""

_MANY = 14
_GROUPS = 3
_RUN = re.compile(r"[a-z ]+")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*,?\d*\})\??")
_NONE_NEEDED = re.compile(r"\?|\*|\{0|\{,")
_ESCAPE = re.compile(r"\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|.)", re.DOTALL)


def pieces(text: str) -> frozenset[str]:
    """All stretches of LETTERS letters in the text."""
    return frozenset([text[at : at + LETTERS] for at in range(len(text) - LETTERS + 1)])


def literals(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Groups of words, of each of which one is in every text that the pattern matches; the shortest groups first.

    The pattern has no alternatives outside brackets. Long groups are left out: to look for so many takes too long.
    """
    found = dict.fromkeys(one for one in _candidates(pattern) if len(one) <= _MANY)
    return tuple(tuple(sorted(one, key=len)) for one in sorted(found, key=len)[:_GROUPS])


def has_all(groups: Iterable[tuple[str, ...]], text: str) -> bool:
    """Whether one of the words of each group is in the text."""
    for group in groups:
        for one in group:  # asked very often: no generator
            if one in text:
                break
        else:
            return False
    return True


def needed(pattern: str) -> frozenset[str]:
    """Words of which one is in every text that the pattern matches; nothing where it may match without any."""
    found: list[frozenset[str]] = []
    for alternative in split(pattern):
        best = min(_candidates(alternative), key=len, default=None)
        if best is None:
            return frozenset()
        found.append(best)
    return frozenset().union(*found)


def _piece(told: str) -> str:
    """The piece by which these letters are known."""
    word = max(told.split(), key=len, default="")
    return word[:LETTERS] if len(word) >= LETTERS else told[:LETTERS]


def _candidates(pattern: str) -> Iterator[frozenset[str]]:
    """The letters of each part that must be there: a run of them, or a group of which every alternative has some."""
    at = 0
    while at < len(pattern):
        run = _RUN.match(pattern, at)
        if run:
            at = run.end()
            told = run[0]
            if quantifier := _QUANTIFIER.match(pattern, at):  # it is of the last letter alone
                told = told[:-1] if _NONE_NEEDED.match(quantifier[0]) else told
                at = quantifier.end()
            if len(told) >= LETTERS:
                yield frozenset({told})
            continue
        start = at
        if pattern[at] == "(":
            at = closing(pattern, at)
        elif pattern[at] == "[":
            at = pattern.index("]", at + 1) + 1
        elif escape := _ESCAPE.match(pattern, at):
            at = escape.end()
        else:
            at += 1
        quantifier = _QUANTIFIER.match(pattern, at)
        optional = quantifier is not None and _NONE_NEEDED.match(quantifier[0])
        if pattern.startswith("(?:", start) and not optional and (inside := needed(pattern[start + 3 : at - 1])):
            yield inside
        at = quantifier.end() if quantifier else at


class Patterns:
    """Patterns, each with the name under which it stands, of which the first hit counts."""

    def __init__(self, lists: Mapping[str, Iterable[re.Pattern[str]]]) -> None:
        """Takes the patterns in their order, each alternative by itself."""
        self._every: list[tuple[str, re.Pattern[str]]] = []
        self._by_piece: dict[str, int] = {}
        for name, patterns in lists.items():
            for line in patterns:
                for alternative in split(line.pattern):
                    for piece in set(map(_piece, needed(alternative))) or {""}:
                        self._by_piece[piece] = self._by_piece.get(piece, 0) | 1 << len(self._every)
                    self._every.append((name, re.compile(alternative)))

    def first(self, text: str, known: frozenset[str]) -> str | None:
        """The name of the first pattern that is in the text; `known` are its pieces, or those of a text around it."""
        bits = self._by_piece.get("", 0)
        for piece in known & self._by_piece.keys():
            bits |= self._by_piece[piece]
        while bits:
            lowest = bits & -bits
            bits ^= lowest
            name, pattern = self._every[lowest.bit_length() - 1]
            if pattern.search(text):
                return name
        return None
