"""What an English word in the dictionary is a form of: "tries" of "try", "wolves" of "wolf", "began" of "begin"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from scr_docs import resources

_ENDINGS: Final = (
    ("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y"), ("iness", "y"), ("ying", "ie"),
    ("ves", "f"), ("ves", "fe"), ("ness", ""), ("es", "e"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""),
    ("ing", "e"), ("ing", ""), ("er", "e"), ("er", ""), ("est", "e"), ("est", ""), ("bly", "ble"), ("ly", ""),
    ("ally", ""), ("able", "e"),
)  # fmt: skip
"""How a form ends, and what the dictionary has there instead."""

_CONTRACTED: Final = ("n't", "'re", "'ve", "'ll", "'d", "'m")

_PREFIXES: Final = ("fore", "over", "under", "out", "un", "mis", "re", "with", "up")
"""Before an irregular form: "foreseen", "overtook"."""

_SHORTEST: Final = 2
"""A stem with a vowel changed ("try") may be short; one that is only cut must be longer, or "Ines" were an "in"."""


def stems(word: str) -> Iterator[str]:
    """What the folded word may be a form of, whether or not there is such a word."""
    yield from irregular().get(word, ())
    for prefix in _PREFIXES:
        for stem in irregular().get(word.removeprefix(prefix), ()) if word.startswith(prefix) else ():
            yield stem if prefix == "un" else prefix + stem
    yield from (word.removesuffix(end) for end in _CONTRACTED if word.endswith(end))
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST or (len(stem) == _SHORTEST and instead != "y"):
            continue
        yield stem + instead
        if not instead and stem[-1] == stem[-2]:
            yield stem[:-1]


@cache
def irregular() -> dict[str, tuple[str, ...]]:
    """Each irregular form with the words that it is a form of."""
    found: dict[str, tuple[str, ...]] = {}
    for line in resources.lines(__file__, "irregular_forms.txt"):
        word, *forms = line.split()
        for form in forms:
            found[form] = (*found.get(form, ()), word)
    return found
