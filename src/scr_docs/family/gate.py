"""Which words a sentence must have for a pattern to be worth trying, so that reading stays quick with many patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

LETTERS = 4
"""A word is known by its first letters, so that "contribut\\w+" and "contributed" are one."""

_COMMON = frozenset(
    {
        "was",
        "were",
        "has",
        "had",
        "have",
        "the",
        "and",
        "for",
        "that",
        "not",
        "did",
        "with",
        "this",
        "but",
        "been",
        "are",
        "from",
        "who",
        "her",
        "his",
        "thei",
        "him",
        "them",
    }
)
_WORD = re.compile(r"[a-z]{2,}")
_BEGINNINGS = frozenset(" }|^,.;'")
"""What stands before the first letter of a word in a pattern."""
_SIGNS = frozenset("\ue001\ue002\ue003\ue004\ue005\ue007\ue008\ue009")
"""Signs of listeners and records, which are among the stems of a sentence too (cues.SIGNS)."""
_OPTIONAL = re.compile(r"\?|\*|\{0")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*,?\d*\})?\??")
_PLACEHOLDER = re.compile(r"\{([a-z]+2?)\}")


def stem(word: str) -> str:
    """The letters by which a word, or the first word of several, is known."""
    return word.replace("-", " ").partition(" ")[0][:LETTERS]


def needed(line: str, known: Mapping[str, frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Sets of stems, of each of which one must be in the sentence where this pattern is to match; the rarest first.

    The pattern has no alternatives outside brackets. `known` are the stems that each placeholder stands for.
    """
    return _sets(_candidates(line, known))


def _sets(candidates: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    found = [stems for stems in dict.fromkeys(candidates) if stems]
    rare = [stems for stems in found if not stems & _COMMON]
    return tuple(sorted(rare or found, key=len))


def _candidates(  # noqa: C901  # one branch for each kind of piece
    line: str, known: Mapping[str, frozenset[str]], after: str = ""
) -> Iterator[frozenset[str]]:
    r"""The sets of stems of the parts that must be there: words, groups of words, and placeholders.

    `after` is what follows the line, where that is part of a group: "(?:ask|tell)\w*".
    """
    at = 0
    before = " "
    while at < len(line):
        placeholder = _PLACEHOLDER.match(line, at)
        if placeholder:
            if not _OPTIONAL.match(line, placeholder.end()):
                yield known.get(placeholder[1], frozenset())
            at, before = placeholder.end(), "}"
            continue
        if line[at] == "[":
            end = line.index("]", at + 1) + 1
            inside = _PLACEHOLDER.findall(line[at:end])
            if inside and line[at + 1] != "^" and not _OPTIONAL.match(line, end):
                yield frozenset().union(*(known.get(name, frozenset()) for name in inside))
            elif _SIGNS.issuperset(line[at + 1 : end - 1]) and not _OPTIONAL.match(line, end):
                yield frozenset(line[at + 1 : end - 1])
            at, before = end, "]"
            continue
        if line[at] == "(":
            end = closing(line, at)
            group = line[at:end]
            if group.startswith("(?:") and not _OPTIONAL.match(line, end) and before in _BEGINNINGS:
                yield _of_group(group[3:-1], known, line[end:] + after)
            if not group.startswith(("(?!", "(?<", "(?=")):
                before = " " if " " in {group[-2:-1], line[end : end + 1]} else "a"
            at = _QUANTIFIER.match(line, end).end()  # type: ignore[union-attr]  # it may be empty
            continue
        if line[at] == "\\":
            before = " " if line[at + 1] == "b" else "w"
            at += 2
            continue
        if line[at] in _SIGNS and not _OPTIONAL.match(line, at + 1):
            yield frozenset({line[at]})
        word = _WORD.match(line, at)
        if word and before in _BEGINNINGS:
            yield _of_word(line + after, word)
            at, before = word.end(), "a"
            continue
        before = line[at]
        at += 1


def _of_word(line: str, word: re.Match[str]) -> frozenset[str]:
    """The stem of a word; nothing where it may go on before it is long enough, or its last letter may be missing."""
    text, rest = word[0], line[word.end() : word.end() + 2]
    if rest == "-?":  # "co-operate" is two words, "cooperate" one
        after = _WORD.match(line, word.end() + 2)
        return frozenset({stem(text), stem(text + after[0])}) if after else frozenset()
    if rest[:1] in {"?", "*"}:
        text, rest = text[:-1], "?"
    ends = not rest or rest[:1] in {" ", ")", "|", ",", "$", "'", ".", ";", "]"} or rest == "\\b"
    return frozenset({stem(text)}) if len(text) >= LETTERS or (ends and len(text) > 1) else frozenset()


def _of_group(inside: str, known: Mapping[str, frozenset[str]], after: str) -> frozenset[str]:
    """The stems with which its alternatives begin; nothing where one of them may begin with anything."""
    stems: set[str] = set()
    for alternative in split(inside):
        best = next(iter(_sets(_candidates(alternative, known, after))), frozenset())
        if not best:
            return frozenset()
        stems |= best
    return frozenset(stems)


class Rare:
    """A pattern that is tried only in a sentence with one of the stems that it needs.

    Where it names words it means whole ones, or their beginnings.
    """

    def __init__(self, pattern: str) -> None:
        """Takes the pattern; each of its alternatives must need some word, or it is tried everywhere."""
        self.pattern = re.compile(pattern, re.ASCII)
        sets = [needed(one, {}) for one in split(pattern)]
        needs = [max(each, key=lambda stems: min(map(len, stems)), default=frozenset()) for each in sets]
        self._lacks = frozenset().union(*needs).isdisjoint if all(needs) else lambda _stems: False

    def search(self, text: str, stems: frozenset[str]) -> re.Match[str] | None:
        """The first hit in the text; `stems` are those of its words, or of the words of a text around it."""
        return None if self._lacks(stems) else self.pattern.search(text)

    def finditer(self, text: str, stems: frozenset[str]) -> Iterator[re.Match[str]]:
        """All hits in the text; `stems` as in `search`."""
        return iter(()) if self._lacks(stems) else self.pattern.finditer(text)

    def sub(self, by: str, text: str, stems: frozenset[str]) -> str:
        """The text with `by` for each hit; `stems` as in `search`."""
        return text if self._lacks(stems) else self.pattern.sub(by, text)

    def may_match(self, stems: frozenset[str]) -> bool:
        """Whether a text whose words have these stems may hold it."""
        return not self._lacks(stems)


def split(inside: str) -> Iterator[str]:
    """The alternatives of a pattern, those in brackets left whole."""
    depth = 0
    last = at = 0
    while at < len(inside):
        character = inside[at]
        if character == "\\":
            at += 2
            continue
        if character == "[":
            at = inside.index("]", at + 1) + 1
            continue
        depth += (character == "(") - (character == ")")
        if character == "|" and depth == 0:
            yield inside[last:at]
            last = at + 1
        at += 1
    yield inside[last:]


def closing(line: str, at: int) -> int:
    """The place after the bracket that closes the one at this place."""
    depth = 0
    while at < len(line):
        if line[at] == "\\":
            at += 2
            continue
        if line[at] == "[":
            at = line.index("]", at + 1) + 1
            continue
        depth += (line[at] == "(") - (line[at] == ")")
        at += 1
        if depth == 0:
            return at
    return at
