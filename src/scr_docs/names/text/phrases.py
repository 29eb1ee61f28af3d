"""Many phrases looked for at once: by their first word, so that a long report takes a moment whatever their number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from scr_docs.names.text.fold import Folded, fold

_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"(?:[.,]?\s|[-'/]|['.]\s?)?")
"""What may stand between two words of a phrase: "O'Neill", "O Neill" and "ONeill" are not told apart by a blank."""

Meaning = TypeVar("Meaning")


@dataclass
class Phrases(Generic[Meaning]):
    """Phrases, each with what it means; the longest that begins at a place is found there."""

    _by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, phrase: str, meaning: Meaning) -> None:
        """Look for this phrase too. The first meaning that was given to a phrase stays."""
        words = tuple(_WORD.findall(fold(phrase).text))
        if words and all(known != words for known, _ in self._by_first[words[0]]):
            self._by_first[words[0]].append((words, meaning))
            self._by_first[words[0]].sort(key=lambda found: -len(found[0]))

    def find(self, folded: Folded) -> Iterator[tuple[int, int, Meaning]]:
        """Start, end (in the folded text) and meaning of each phrase, in order, without overlaps."""
        if not self._by_first:
            return
        taken = 0
        for first in _WORD.finditer(folded.text):
            if first.start() < taken:
                continue
            for words, meaning in self._by_first.get(first[0], ()):
                if (end := _end(folded.text, first.end(), words[1:])) is not None:
                    yield first.start(), end, meaning
                    taken = end
                    break


def _end(text: str, at: int, words: tuple[str, ...]) -> int | None:
    """Where the words end that should follow at this place, None where others do."""
    for word in words:
        joint = _JOINT.match(text, at)
        found = _WORD.match(text, joint.end() if joint else at)
        if found is None or found[0] != word:
            return None
        at = found.end()
    return at
