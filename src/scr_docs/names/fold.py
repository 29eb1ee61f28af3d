"""Text made comparable: one form for every way of writing the same letters, with a way back to the original offsets."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

_SAME = {
    **dict.fromkeys("’‘`´ʼʹ′‛＇", "'"),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("“”„″", '"'),
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in lower case without diacritics, invisible characters and runs of blanks.

    `_origin[i]` is the offset in the original text of the character that gave text[i].
    """

    text: str
    original: str
    _origin: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the original text of text[start:end]; invisible characters after it are left out."""
        if self._origin is None:
            return start, end
        last = self._origin[end - 1] + 1
        while last < len(self.original) and unicodedata.combining(self.original[last]):
            last += 1
        return self._origin[start], last


def fold(text: str) -> Folded:
    """The text folded for comparison: "Siân  O’Neill" gives "sian o'neill"."""
    if text.isascii() and "\t" not in text and "\n" not in text and "  " not in text:
        return Folded(text.lower().replace("`", "'"), text, None)
    pieces: list[str] = []
    origin: list[int] = []
    for offset, character in enumerate(text):
        for letter in _letters(character):
            if letter == " " and pieces and pieces[-1] == " ":
                continue
            pieces.append(letter)
            origin.append(offset)
    return Folded("".join(pieces), text, tuple(origin))


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
    return "".join(_SAME.get(letter, letter) for letter in folded if unicodedata.category(letter) not in {"Cf", "Mn"})
