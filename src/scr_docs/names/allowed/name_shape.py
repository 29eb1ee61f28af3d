"""What is written as a person's name: words in capitals side by side that are not words of posts and agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scr_docs.names.allowed.allow_lists import allow_lists
from scr_docs.names.known.variants import TITLES
from scr_docs.names.text.fold import fold

CAPITAL = "[A-ZÀ-ÖØ-ÞŁŚŻŹĆŃŠŽČĐŞĞİĀĒĪŌŪ]"
_LETTER = r"[^\W\d_]"
_PARTICLES = frozenset({"de", "da", "van", "von", "der", "bin", "al", "el", "ap"})
_WORD = re.compile(
    rf"(?<![^\W_])(?:{CAPITAL}{_LETTER}{{0,24}}(?:[-‑'’]{CAPITAL}{_LETTER}{{0,24}}){{0,2}}\.?"
    rf"|(?:{'|'.join(sorted(_PARTICLES))})(?=\s))"
)
_BLANK = re.compile(r"[ \u00a0]{1,2}")
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class NameShape:
    """A stretch of text that is written as a name. `parts` are its folded words without titles."""

    start: int
    end: int
    parts: tuple[str, ...]
    titled: bool

    @property
    def whole(self) -> bool:
        """Whether it is enough to tell a person by: two words, the last more than an initial."""
        return len(self.parts) > 1 and len(self.parts[-1]) > 1


def names(text: str) -> Iterator[NameShape]:
    """Everything in the text that is written as a name of two words or more, or as a title with a surname."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if run and not (_goes_on(run[-1][0]) and _BLANK.fullmatch(text, run[-1].end(), word.start())):
            yield from _name(run)
            run = []
        if _plain(word) not in allow_lists().not_names and len(run) < _LONGEST:
            run.append(word)
        else:
            yield from _name(run)
            run = []
    yield from _name(run)


def _goes_on(word: str) -> bool:
    """Whether a name may go on after this word: a full stop ends it, but for that of an initial or a title."""
    return not word.endswith(".") or len(word) == 2 or fold(word[:-1]).text in TITLES


def _name(run: Sequence[re.Match[str]]) -> Iterator[NameShape]:
    words = [_plain(word) for word in run]
    while words and run[0][0].islower():
        words, run = words[1:], run[1:]
    while words and run[-1][0].islower():
        words, run = words[:-1], run[:-1]
    titles = sum(word in TITLES for word in words[:2])
    parts = tuple(words[titles:])
    if parts and (titles or len(parts) > 1) and len(parts[-1]) > 1:
        end = run[-1].end() - run[-1][0].endswith(".")
        yield NameShape(run[0].start(), end, parts, titles > 0)


def _plain(word: re.Match[str]) -> str:
    return fold(word[0]).text.rstrip(".")
