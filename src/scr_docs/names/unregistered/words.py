"""Words as the name model sees them: how a text is cut, and what of a word it looks at. Used in training too."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from scr_docs.names.text.fold import fold
from scr_docs.names.unregistered.inflection import stems

HIDDEN: Final = "\x01"
"""After a word in training data: read it as one that no list holds. No token of a real text can hold it."""

FEATURES: Final = 9
HASHES: Final = 2
"""Each feature adds so many rows of its table, so that two words seldom look the same."""

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f\u00ad\u200b-\u200d])"
_TOKEN = re.compile(rf"{_LETTER}+(?:'(?!s(?![^\W\d_])){_LETTER}+)*|'s(?![^\W\d_])|\d+|\S")
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "‐": "-", "‑": "-"}
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark of the text, with its offsets in it."""

    start: int
    end: int
    text: str


def tokens(text: str) -> Iterator[Token]:
    """The words, numbers and other marks of the text in order. A possessive 's and a hyphen stand by themselves."""
    for found in _TOKEN.finditer(text.translate(_QUOTES)):
        yield Token(*found.span(), found[0])


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What words there are, all folded: `core` the model knows one by one; the others by the list that holds them."""

    core: frozenset[str]
    ordinary: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]

    def is_ordinary(self, word: str) -> bool:
        """Whether the folded word, or what it is a form of, is in the dictionary."""
        return (
            word in self.core
            or word in self.ordinary
            or any(stem in self.ordinary or ("'" in word and stem in self.core) for stem in stems(word))
        )

    def kind(self, word: str) -> str:
        """The word itself where the model knows it, otherwise the kind of list that holds it."""
        if word in self.core:
            return word
        named = word in self.names
        if word in self.places:
            return "~name-place" if named else "~place"
        if word in self.ordinary or (not named and self.is_ordinary(word)):
            return "~both" if named else "~word"
        return "~name" if named else "~unknown"


def features(token: str, lexicon: Lexicon) -> tuple[str, ...]:
    """What the model looks at: which word or kind of word, its beginnings and endings, its capitals and its pattern."""
    hidden = len(token) > 1 and token.endswith(HIDDEN)
    written = token.removesuffix(HIDDEN) if hidden else token
    word = fold(written).text
    if not written[0].isalpha():
        kind = f"~{min(len(word), 5)}" if word.isdigit() else written
        return (kind,) + ("",) * (FEATURES - 2) + (kind,)
    kind = "~unknown" if hidden else lexicon.kind(word)
    shape = _shape(written)
    pattern = re.sub("[^aeiouy']", "c", re.sub("[aeiouy]", "v", word))[:8]
    return (
        kind,
        word[:2],
        word[:3],
        word[:4],
        word[-2:],
        word[-3:],
        word[-4:],
        f"{shape}{min(len(word), 9)}",
        pattern + shape,
    )


def _shape(written: str) -> str:
    if len(written) == 1:
        shape = "X" if written.isupper() else "x"
    elif written.isupper():
        shape = "XX"
    elif written.islower():
        shape = "xx"
    elif written[0].isupper():
        shape = "Xx" if written[1:].islower() else "XxX"
    else:
        shape = "xX"
    return shape + ("'" if "'" in written else "") + ("" if written.isascii() else "é")


@lru_cache(maxsize=50_000)
def hashes(feature: str) -> tuple[int, ...]:
    """HASHES numbers that stand for the feature; a table's row is one of them modulo its length."""
    digest = hashlib.blake2b(feature.encode("utf-8", "surrogatepass"), digest_size=4 * HASHES).digest()
    return tuple(int.from_bytes(digest[at : at + 4], "little") for at in range(0, 4 * HASHES, 4))
