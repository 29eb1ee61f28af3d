"""Which way a language is written, and the signs that keep what is merged into it the right way round.

In a line that runs from right to left "01632 960147" is shown as "960147 01632", and "12 High Street" as "High Street
12". Between isolates (Unicode Standard Annex 9: U+2066 and U+2069) both stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_RIGHT_TO_LEFT = frozenset({
    "ar", "arc", "azb", "bgn", "ckb", "dv", "fa", "glk", "he", "khw", "lrc", "mzn", "nqo", "ps", "prs", "pnb", "sd",
    "skr", "ug", "ur", "yi",
})  # fmt: skip
_SCRIPTS = frozenset({"arab", "hebr", "thaa", "nkoo", "syrc", "adlm", "rohg"})
_WORD = r"[A-Za-z0-9+][A-Za-z0-9@.:/+&’'_-]{0,100}"
_FIXED = re.compile(rf"{_WORD}(?:[ \u00a0]{_WORD}){{0,40}}(?<![.:’'_-])")


@cache
def is_right_to_left(language: str) -> bool:
    """Whether a language with this tag is written from right to left; a script in the tag (pa-Arab) decides."""
    first, *others = language.casefold().split("-")
    script = next((one for one in others if len(one) == 4 and one.isalpha()), "")
    return script in _SCRIPTS if script else first in _RIGHT_TO_LEFT


def isolated(value: str) -> str:
    """A value as it is merged into words from right to left, between signs that keep it as it is.

    A value that itself begins from right to left needs them only around what is Latin or a number in it.
    """
    first = next((way for way in map(unicodedata.bidirectional, value) if way in {"L", "R", "AL"}), "L")
    if first != "L":
        return fixed_isolated(value)
    return f"\u2066{value}\u2069" if value.strip() else value


def fixed_isolated(text: str) -> str:
    """A text that runs from right to left, with its numbers, addresses and Latin words between such signs.

    A number in one piece turns by itself.
    """
    return _FIXED.sub(lambda found: found[0] if found[0].isdecimal() else f"\u2066{found[0]}\u2069", text)
