"""Which words, or letters within words, a text must have for a pattern to be worth trying."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, reduce
from itertools import chain, compress
from operator import or_
from typing import TypeVar

from scr_docs.family.gate import closing, split

Value = TypeVar("Value")

_LETTERS = 3
"""Shorter words are in too many texts."""
_START = 4
"""What begins a word is sought by so many of its letters, or by all: few have the same."""
_GROUPS = 4
"""Of so many groups of words it is asked whether one of each is in the text."""
_SHORTEST = 2
"""Letters of a word that is asked for; a sign is asked for by itself."""
_PEOPLE = "\ue000\ue006"
"""What stands for people begins with one of these. After the word before them the first is written for either."""
_BEFORE_SOMEBODY = re.compile(
    rf"(?:[a-z ]*?([a-z]+)|\(\?:([a-z]+(?:\|[a-z]+)*)\)) (?=\(\?P<who>(?:\[{_PEOPLE}\]|\(\?:{_PEOPLE[0]}))"
)
"""Words of which one stands right before somebody: "spoke to {who}", "(?:to|for) {who}"."""
_SIGNS = frozenset(':;,->()="“”‘’–—→\ue001\ue002\ue003\ue004\ue005\ue007\ue008\ue009')
"""What else is asked for; the signs of people are in nearly every sentence."""
_WORDS = 20_000
"""So many words of texts are remembered with what they tell."""
_RUN = re.compile(r"[a-z ]+")
_WORD_OF_TEXT = re.compile(f"[a-z]+(?: [{_PEOPLE}])?")
"""A word, and the sign of whoever stands right after it."""
_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*,?\d*\})\??")
_NONE_NEEDED = re.compile(r"\?|\*|\{0|\{,")
_ESCAPE = re.compile(r"\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|.)", re.DOTALL)


def literals(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Groups of words, of each of which one is in every text that the pattern matches; the shortest groups first.

    Letters after a blank begin a word; without one they may stand within. A word with the sign of a person written on
    to it stands right before somebody. The pattern has no alternatives outside brackets.
    """
    found = dict.fromkeys(_candidates(pattern))
    return tuple(tuple(sorted(one, key=len)) for one in sorted(found, key=len)[:_GROUPS])


class Sieve:
    """Many patterns by number: which of them may match a text is told from its words, each looked at but once.

    A word of the text tells for each group of each pattern (as of `literals`) whether one of the group is in it, a bit
    for each: first the bits of all first groups, then those of all second groups, and so on.
    """

    def __init__(self, patterns: Sequence[Sequence[Sequence[str]]]) -> None:
        """Takes the groups of each pattern; one without any may match anything."""
        self._count = len(patterns)
        self._always = 0
        self._short: dict[str, int] = {}
        self._begin: dict[str, dict[str, int]] = {}
        self._within: dict[str, dict[str, int]] = {}
        """What begins a word, and what may stand within one, each by its first letters."""
        for number, groups in enumerate(patterns):
            for step in range(_GROUPS):
                self._add(groups[step] if step < len(groups) else (), 1 << (number + step * self._count))
        self._told_by = lru_cache(maxsize=_WORDS)(self._look_up)

    def _add(self, group: Sequence[str], bit: int) -> None:
        """Remembers the longest word of each of the group: several words may stand in different words of the text."""
        longest = set(map(_longest_word, group))
        if not longest or any(len(one.strip()) < _SHORTEST and one not in _SIGNS for one in longest):
            self._always |= bit
            return
        for one in longest:
            word = one.strip()
            if len(word) < _LETTERS:
                alike = self._short
            elif word != one:
                alike = self._begin.setdefault(word[:_START], {})
            else:
                alike = self._within.setdefault(word[:_LETTERS], {})
            alike[word] = alike.get(word, 0) | bit

    def may_match(self, text: str) -> int:
        """The patterns that may match the text, or part of it, a bit for each."""
        short = compress(self._short.values(), map(text.__contains__, self._short))
        words = filter(None, map(self._told_by, _WORD_OF_TEXT.findall(text)))  # most words tell nothing
        all_ = bits = reduce(or_, chain(short, words), self._always)
        for _ in range(_GROUPS - 1):
            bits >>= self._count
            all_ &= bits
        return all_ & ((1 << self._count) - 1)

    def _look_up(self, word: str) -> int:
        """What a word tells, with the person after it if there is one, a bit as in `may_match`."""
        letters, _, person = word.partition(" ")
        sought = letters + _PEOPLE[0] if person else letters
        bits = 0
        for start in {sought[:_LETTERS], sought[:_START]}:
            for one, found in self._begin.get(start, {}).items():
                if sought.startswith(one):
                    bits |= found
        for start in self._within.keys() & map("".join, zip(sought, sought[1:], sought[2:], strict=False)):
            for one, found in self._within[start].items():
                if one in sought:
                    bits |= found
        return bits


def _longest_word(letters: str) -> str:
    """The longest of several words, with a blank before it where it begins a word."""
    told = letters.split()
    longest = max(told, key=len, default="")
    return longest if told[:1] == [longest] and not letters.startswith(" ") else f" {longest}"


def ones(every: Sequence[Value], bits: int) -> list[Value]:
    """Those of all whose bits are set, in order."""
    found: list[Value] = []
    while bits:
        lowest = bits & -bits
        bits ^= lowest
        found.append(every[lowest.bit_length() - 1])
    return found


def needed(pattern: str, *, begins: bool = False) -> frozenset[str]:
    """Words, as of `literals`, of which one is in every text that the pattern matches; nothing where it needs none.

    `begins` says that no letter can stand right before the pattern.
    """
    found: list[frozenset[str]] = []
    for alternative in split(pattern):
        candidates = _candidates(alternative, begins=begins)
        best = min(candidates, key=lambda words: (len(words), words <= _SIGNS), default=None)
        if best is None:
            return frozenset()
        found.append(best)
    return frozenset().union(*found)


def _candidates(pattern: str, *, begins: bool = False) -> Iterator[frozenset[str]]:
    """The letters of each part that must be there: a run of them, or a group of which every alternative has some."""
    at = 0
    before = ""  # letters with which a word begins that goes on in a group: "te(?:lls|ach)"
    while at < len(pattern):
        mark = " " if begins else ""
        if beside := _BEFORE_SOMEBODY.match(pattern, at):
            yield frozenset(_beside(beside, mark))
        run = _RUN.match(pattern, at)
        if run:
            quantifier = _QUANTIFIER.match(pattern, run.end())  # it is of the last letter alone
            optional = quantifier is not None and _NONE_NEEDED.match(quantifier[0]) is not None
            told = run[0][:-1] if optional else run[0]
            if _is_telling(told):
                yield frozenset({mark + told})
            before = "" if quantifier else mark + told
            begins = run[0].endswith(" ") and (not optional or told.endswith(" ") or (begins and not told))
            at = quantifier.end() if quantifier else run.end()
            continue
        start, at = at, _end_of_piece(pattern, at)
        piece = pattern[start:at]
        quantifier = _QUANTIFIER.match(pattern, at)
        optional = quantifier is not None and _NONE_NEEDED.match(quantifier[0]) is not None
        if piece.startswith("(?:") and not optional:
            inside = piece[3:-1]
            yield from filter(None, (_going_on(before, inside), needed(inside, begins=begins)))
        elif not optional and (signs := _signs(piece)):
            yield signs
        begins = _ends_word(piece, begins=begins) and (begins or not optional)
        before = ""
        at = quantifier.end() if quantifier else at


def _beside(found: re.Match[str], mark: str) -> Iterator[str]:
    """The words that stand right before somebody; `mark` stands before the first letters where they begin a word."""
    alone = found[1]
    begins = found.start(1) > found.start() or mark  # with a blank before it
    words = [alone] if alone else found[2].split("|")
    return (f"{' ' if begins else ''}{word}{_PEOPLE[0]}" for word in words)


def _ends_word(piece: str, *, begins: bool) -> bool:
    """Whether no letter can stand right before what follows this piece of a pattern; `begins` says it of the piece."""
    if piece == r"(?<!\w)":
        return True
    if piece.startswith(("(?=", "(?!", "(?<")):  # takes no letter
        return begins
    if piece.startswith("(?:"):
        return all(one.endswith(" ") for one in split(piece[3:-1]))
    return piece in {r"\b", "^"} or bool(_signs(piece))


def _end_of_piece(pattern: str, at: int) -> int:
    """Where the group, the class, the escape or the letter ends that begins here."""
    if pattern[at] == "(":
        return closing(pattern, at)
    if pattern[at] == "[":
        return pattern.index("]", at + 1) + 1
    escape = _ESCAPE.match(pattern, at)
    return escape.end() if escape else at + 1


def _signs(piece: str) -> frozenset[str]:
    """The signs of which this piece of a pattern is one: itself, or those of a class; nothing for any other piece."""
    if len(piece) == len(r"\ue003") and piece.startswith(r"\ue"):
        piece = chr(int(piece.removeprefix(r"\u"), 16))
    found = frozenset(piece[1:-1] if piece.startswith("[") else piece.removeprefix("\\"))
    return found if found <= _SIGNS else frozenset()


def _going_on(before: str, inside: str) -> frozenset[str]:
    """The words that begin with these letters and go on in a group; nothing where they may go on with anything."""
    found: set[str] = set()
    for alternative in split(inside):
        run = _RUN.match(alternative)
        if run is None or not before:
            return frozenset()
        told = run[0][:-1] if _QUANTIFIER.match(alternative, run.end()) else run[0]
        if not _is_telling(before + told):
            return frozenset()
        found.add(before + told)
    return frozenset(found)


def _is_telling(letters: str) -> bool:
    """Whether few texts have these letters: enough of a word, or a short word as a whole."""
    return len(letters.strip()) >= _LETTERS or f" {letters.strip()} " == letters


Lists = Mapping[str, Iterable[re.Pattern[str]]]
"""Patterns, each under a name."""


class Patterns:
    """Patterns in parts, each with the name under which it stands there."""

    def __init__(self, parts: Mapping[str, Lists], whole: Mapping[str, Lists]) -> None:
        """Takes the patterns in their order, each alternative by itself; those of the parts `whole` uncut."""
        self._every: list[tuple[str, re.Pattern[str]]] = []
        self._of: dict[str, int] = {}
        for part, lists in parts.items():
            lines = [(name, line) for name, listed in lists.items() for line in listed]
            self._add(part, [(name, re.compile(one, re.ASCII)) for name, line in lines for one in split(line.pattern)])
        for part, lists in whole.items():
            self._add(part, [(name, line) for name, listed in lists.items() for line in listed])
        self._sieve = Sieve([literals(f"(?:{pattern.pattern})") for _, pattern in self._every])

    def _add(self, part: str, patterns: Iterable[tuple[str, re.Pattern[str]]]) -> None:
        before = len(self._every)
        self._every += patterns
        self._of[part] = (1 << len(self._every)) - (1 << before)

    def known(self, text: str) -> int:
        """Which patterns may match the text, or part of it."""
        return self._sieve.may_match(text)

    def worth(self, part: str, known: int) -> list[tuple[str, re.Pattern[str]]]:
        """Those of a part that may match, in order; `known` is what is known of the text, or of one around it."""
        return ones(self._every, known & self._of[part])

    def first(self, part: str, text: str, known: int) -> str | None:
        """The name of the first pattern of a part that is in the text; `known` as in `worth`."""
        for name, pattern in self.worth(part, known):
            if pattern.search(text):
                return name
        return None
