"""Text made comparable: one form for every way of writing the same letters, with a way back to the original offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from anyascii import anyascii

_SAME = {
    **dict.fromkeys("’‘`´ʼʹ′‛＇", "'"),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("“”„″", '"'),
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip

_ONE_FOR_ONE = str.maketrans({**{sign: same for sign, same in _SAME.items() if len(same) == 1}, "\u00a0": " "})
"""Signs that fold to one plain sign: a text that has no others keeps its offsets, which is most texts."""

_LOOKS_LIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХԌԛԝаеѕіјорсухһԁҮүΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχϲ",
    "ABESIJKMHOPCTYXGqwaesijopcyxhdYyABEZHIKMNOPTYXaiknoptuxc",
)
"""Greek and Cyrillic letters, as the Latin ones for which a reader takes them (Unicode Technical Standard 39)."""

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in lower case without diacritics, invisible characters and runs of blanks.

    `origin[i]` is the offset in the original text of the character that gave text[i].
    """

    text: str
    original: str
    origin: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the original text of text[start:end]; invisible characters after it are left out."""
        if self.origin is None:
            return start, end
        last = self.origin[end - 1] + 1
        while last < len(self.original) and unicodedata.combining(self.original[last]):
            last += 1
        return self.origin[start], last

    def replaced(self, edits: Iterable[tuple[int, int, str]]) -> Folded:
        """The same with other letters for text[start:end] of each edit; edits stand in order and apart."""
        pieces: list[str] = []
        origin: list[int] = []
        before = self.origin or range(len(self.text))
        done = 0
        for start, end, letters in edits:
            pieces += (self.text[done:start], letters)
            origin += before[done:start]
            origin += (before[min(start + at, max(start, end - 1))] for at in range(len(letters) - 1))
            if letters:
                origin.append(before[max(start, end - 1)])
            done = end
        return Folded("".join((*pieces, self.text[done:])), self.original, (*origin, *before[done:]))

    def folded(self) -> Folded:
        """This text folded, with the way back to the same original."""
        again = fold(self.text)
        mine = self.origin or range(len(self.text))
        theirs = again.origin or range(len(again.text))
        return Folded(again.text, self.original, tuple(mine[at] for at in theirs))


def unfolded(text: str) -> Folded:
    """The text as it stands."""
    return Folded(text, text, None)


def fold(text: str) -> Folded:
    """The text folded for comparison, in Latin letters: "Siân  O’Neill" gives "sian o'neill"."""
    plain = text.translate(_ONE_FOR_ONE)
    if plain.isascii() and "\t" not in plain and "\n" not in plain and "  " not in plain:
        return Folded(plain.lower(), text, None)
    pieces: list[str] = []
    origin: list[int] = []
    for offset, character in enumerate(_WORD.sub(_unmixed, text)):
        for letter in _letters(character):
            if letter == " " and pieces and pieces[-1] == " ":
                continue
            pieces.append(letter)
            origin.append(offset)
    return Folded("".join(pieces), text, tuple(origin))


@lru_cache(maxsize=8_192)
def folded(text: str) -> str:
    """The text of `fold` alone; most paragraphs of letters come again."""
    return fold(text).text


def level(text: str) -> Folded:
    """The text with plain blanks and hyphens and without invisible characters: for numbers, dates and addresses."""
    if text.isascii():
        return Folded(text, text, None)
    pieces: list[str] = []
    origin: list[int] = []
    for offset, character in enumerate(text):
        category = unicodedata.category(character)
        if category != "Cf":
            same = _SAME.get(character, character)
            pieces.append(" " if category == "Zs" else same if same in "-'" else character)
            origin.append(offset)
    return Folded("".join(pieces), text, tuple(origin))


@cache
def _letters(character: str) -> str:
    if character.isspace():
        return " "
    if character in _SAME:
        return _SAME[character]
    if character.isascii():
        return character.lower()
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(map(_latin, folded))


def _latin(letter: str) -> str:
    if letter in _SAME:
        return _SAME[letter]
    category = unicodedata.category(letter)
    if category in {"Cf", "Mn"}:
        return ""
    if letter.isascii() or category not in {"Ll", "Lm", "Lo", "Lu", "Mc"}:
        return letter
    romanised = anyascii(letter).lower()
    return "".join(filter(str.isalnum, romanised)) if romanised else letter


def _unmixed(word: re.Match[str]) -> str:
    """A word that mixes scripts, all in Latin letters: the others only look like them."""
    return word[0].translate(_LOOKS_LIKE) if re.search("[A-Za-z]", word[0]) else word[0]
