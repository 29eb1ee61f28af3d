"""Numbers as reports write them, in figures or in words: 14, fourteen, 3rd, twenty-first, two thousand and eleven."""

from __future__ import annotations

import re

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINAL_UNITS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip

_VALUES = {
    **{word: number for number, word in enumerate(_UNITS)},
    **{word: number for number, word in enumerate(_ORDINAL_UNITS, 1)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{word[:-1] + "ieth": 10 * number for number, word in enumerate(_TENS, 2)},
    "a": 1, "an": 1,
}  # fmt: skip


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_TEN = _any(_TENS)
_WORD = rf"(?:(?:{_TEN})(?:[\s-](?:{_any(_UNITS[1:10])}))?|{_any(_UNITS[1:])})"

NUMBER = rf"(?:(?<!\d)\d{{1,3}}(?!\d)|{_WORD})"
"""A number up to 999 in figures, or up to 99 in words."""

ORDINAL_WORD = (
    rf"(?:(?:{_TEN})[\s-](?:{_any(_ORDINAL_UNITS[:9])})|(?:{_any(tuple(word[:-1] for word in _TENS))})ieth"
    rf"|{_any(_ORDINAL_UNITS)})"
)
"""First to ninety-ninth, in words."""

ORDINAL = rf"(?:(?<!\d)\d{{1,2}}\s?(?:st|nd|rd|th)|{ORDINAL_WORD})\b"
"""First to ninety-ninth, in figures or in words."""

YEAR_WORDS = rf"(?:two\sthousand(?:\sand\s{_WORD}|\s{_WORD})?|(?:nineteen|twenty)[\s-]{_WORD})"
"""A year in words."""

_YEAR_WORDS = re.compile(rf"{YEAR_WORDS}\b", re.IGNORECASE)


def value(written: str) -> int:
    """The number that `written`, a match of NUMBER or ORDINAL, stands for."""
    if figures := re.match(r"\s*(\d+)", written):
        return int(figures[1])
    return sum(_VALUES[word] for word in re.findall(r"[a-z]+", written.lower()) if word in _VALUES)


def year_in_words(written: str) -> tuple[int, int] | None:
    """The year that stands in words in `written`, and where its words begin."""
    found = _YEAR_WORDS.search(written)
    if found is None:
        return None
    first, _, rest = re.sub(r"[\s-]+", " ", found[0].lower()).partition(" ")
    century = {"nineteen": 1900, "twenty": 2000, "two": 2000}[first]
    return century + value(rest.removeprefix("thousand").removeprefix(" and")), found.start()
