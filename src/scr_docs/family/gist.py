"""What sentences are about, coarsely: their content words by stem, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from scr_docs import yaml_file
from scr_docs.family.words import small
from scr_docs.names.days.numbers import value
from scr_docs.yaml_file import Strict, Text

_WORD = re.compile(r"[a-z]{3,30}")
_ENDINGS = re.compile(r"(?:ations?|ments?|ings?|ness|edly|ied|ies|ed|ly|es|s|e|y)$")
_SHORT = 4

_FIGURE = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NUMBER = rf"(?:{_FIGURE}|a single|several|many|repeated|numerous)"
_EVENTS = (
    r"(?:occasions?|times|visits?|calls?|letters?|meetings?|appointments?|contacts?|conversations?|sessions?|referrals?|reports?"
    r"|attempts?|messages|phone calls?|home visits?|interviews?|assessments?|bruises|injuries|marks|attendances)"
)
_TIMES = re.compile(rf"\b(?:(?P<word>once|twice)|(?P<number>{_NUMBER}) (?:\w+ ){{0,2}}?{_EVENTS})\b")
_SPAN = re.compile(rf"\b(?P<number>{_FIGURE}|an?) (?P<unit>minute|hour|day|week|month|year)s?\b(?! old| of age)")
_NONE = re.compile(r"\b(?:never|nobody|no[ -]one|none|not once|not|no|nothing|neither|nor|without)\b|n't\b")
_IN_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
_SEVERAL = 99.0


class _WordsFile(Strict):
    common: tuple[Text, ...]
    alike: tuple[tuple[Text, ...], ...]


@cache
def _shipped() -> tuple[frozenset[str], dict[str, str]]:
    """The words that tell nothing of a sentence's subject, and the first of each group of words that mean one thing."""
    file = yaml_file.shipped(__file__, "gist.yaml", _WordsFile)
    alike = {word: group[0] for group in file.alike for word in group}
    return frozenset(word for line in file.common for word in line.split()), alike


@cache
def _stem(word: str) -> str:
    _, alike = _shipped()
    if word in alike:
        return alike[word]
    cut = _ENDINGS.sub("", word)
    stem = cut if len(cut) >= _SHORT - 1 else word
    return alike.get(stem, stem)


def stems(text: str) -> frozenset[str]:
    """The content words of a text by stem, without those that stand in every report."""
    common, _ = _shipped()
    return frozenset(
        _stem(word)
        for word in _WORD.findall(small(text))
        if word not in common and (len(word) >= _SHORT or word in _shipped()[1])
    )


Measure = Literal["times", "days"]


@dataclass(frozen=True, slots=True)
class Count:
    """How often, or for how many days."""

    measure: Measure
    value: float

    def clashes(self, other: Count) -> bool:
        """Whether both cannot be true of the same thing. Several may be any number from three."""
        if self.measure != other.measure:
            return False
        if self.measure == "days":
            return max(self.value, other.value) > 1.5 * min(self.value, other.value)
        low, high = sorted((self.value, other.value))
        return low != high and (high != _SEVERAL or low <= 2)


def counts(text: str) -> Iterator[Count]:
    """What the text counts: occasions, and spans of time."""
    told = small(text)
    for found in _TIMES.finditer(told):
        yield Count("times", {"once": 1.0, "twice": 2.0}.get(found["word"] or "", 0.0) or _number(found["number"]))
    for found in _SPAN.finditer(told):
        yield Count("days", _number(found["number"]) * _IN_DAYS[found["unit"]])


def denies(text: str) -> bool:
    """Whether the text says that something was not, or never, so."""
    return bool(_NONE.search(small(text)))


def _number(written: str) -> float:
    if written in {"a", "an", "a single"}:
        return 1.0
    if written in {"several", "many", "repeated", "numerous"}:
        return _SEVERAL
    return float(value(written))
