"""Regular expressions for the ways of writing a value: however its words are joined."""

from __future__ import annotations

import re
from functools import lru_cache

BEGINNING = 3
"""By so many first letters the words are found; to look for every word everywhere takes seconds in a long report."""

_JOINS_NEXT = frozenset(
    {
        "abd",
        "abdul",
        "abdel",
        "abu",
        "al",
        "el",
        "ap",
        "ab",
        "de",
        "da",
        "di",
        "du",
        "le",
        "la",
        "van",
        "von",
        "ni",
        "st",
    }
)
"""Parts of a name that are also written together with the next."""


def beginnings(words: str) -> tuple[str, ...]:
    """The first letters of the words, up to BEGINNING of them, in each way in which they may be written."""
    if _is_phone(words):
        return ("0", "+", "(")
    letters = re.match(rf"[^\W\d_]{{1,{BEGINNING}}}", words)
    if letters is None:
        return (words[0],)
    return (letters[0][0],) if letters[0].startswith(("mc", "mac", "st", "sai")) else (letters[0],)


def _is_phone(words: str) -> bool:
    return words.isdigit() and words.startswith("0") and len(words) >= 10


@lru_cache(maxsize=20_000)
def pattern(words: str) -> re.Pattern[str]:
    """The words, however they are joined: apostrophes and hyphens may be missing, blanks may be doubled."""
    if _is_phone(words):
        rest = r"[\s().-]{0,2}".join(words[1:])
        return re.compile(rf"(?<![^\W_])(?:\(?(?:\+|00)44\)?[\s.-]{{0,2}}(?:\(0\)|0)?|\(?0)[\s().-]{{0,2}}{rest}(?!\w)")
    found = "" if words[0].isalpha() else r"(?<![^\W_])"
    figures = any(map(str.isdigit, words))
    within = r"[\s./-]{0,3}" if sum(map(str.isdigit, words)) > 5 else r"[\s./-]?"
    pieces = re.findall(r"[^\W_]+|\. |[\W_]", words)
    for before, piece in zip((" ", *pieces), pieces, strict=False):
        if piece.isdigit():
            found += within.join(piece)
        elif piece in {"st", "saint"}:
            found += r"(?:st\.?|saint)"
        elif piece.isalnum():
            found += re.sub("^(?:mc(?=.)|mac(?=[^aeiou'][^\\W\\d_]{2}))", r"ma?c['\\s]?", piece)
        else:
            found += _joint(piece, figures=figures) + (
                "?" if piece == " " and before in _JOINS_NEXT and not figures else ""
            )
    return re.compile(found + (r"(?![^\W_])" if words[-1].isdigit() else r"(?![^\W\d_])"))


def _joint(piece: str, *, figures: bool) -> str:
    """What may stand between two words for what stands between them in the case file."""
    match piece:
        case "'":
            return r"['\s-]{0,2}"
        case "-":
            return r"[-\s_.]?"
        case ". ":
            return r"(?:\.\s?|[\s_-]\s?)"
        case " ":
            return r"[\s,./:_\\#-]{0,3}" if figures else r"(?:[\s_+-]\s?|\.(?=\S))"
        case _:
            return re.escape(piece) + ("?" if piece in ".," else "")
