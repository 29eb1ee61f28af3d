"""Days of birth and death that a text tells without writing them: "two days before her second birthday", "Boxing Day".

Nothing is guessed: each way of telling becomes a question to a known day, and only a day that answers it is told.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache, partial

from scr_docs.names.days.dates import dates
from scr_docs.names.days.numbers import NUMBER
from scr_docs.names.days.told import NEAR, Sentence, Told, whens
from scr_docs.names.days.told_births import ages_on_a_day, birthdays
from scr_docs.names.days.told_days import counted, named, without_year
from scr_docs.names.text.sentences import sentences

__all__ = ["Told", "told"]

_MAY_TELL = re.compile(r"\d|day\b|night\b|hallow|christmas", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_THAT_YEAR = re.compile(r"(?:that|the same)\syear", re.IGNORECASE)
_BORN = re.compile(r"\b(?:born|births?|gave\sbirth|birthdays?|d\.?o\.?b)\b", re.IGNORECASE)
_YEARLY = re.compile(
    r"\bbirthdays?\b|\b(?:turn(?:s|ed|ing)?|becomes?|became|(?:will|would) (?:be|have been))\s(?:just\s)?"
    rf"(?:{NUMBER})\b|\b(?:every|each) year\b"
    r"|\byear after year\b|\byears? old\b|\b(?:cakes?|candles?|(?:age|card|present|part(?:y|ies))s?)\b",
    re.IGNORECASE,
)
"""Words of a day that comes again each year, so that a day and month without a year may be somebody's birthday."""

_DIED = re.compile(
    r"\b(?:died|dies|death|dead|killed|deceased|passed\saway|life\s(?:was\s)?extinct|fatal\w*)\b", re.IGNORECASE
)


@lru_cache(maxsize=20_000)
def told(text: str) -> tuple[Told, ...]:
    """Every way in which the text tells a day of birth or death, other than by the full date; in the order of the text.

    Of those that begin together the exact ones come first. Several rules ask for the same paragraphs.
    """
    found = [*_told(text), *_month_first(text)]
    return tuple(sorted(found, key=lambda each: (each.start, not each.exact)))


def _told(text: str) -> Iterator[Told]:
    if not _MAY_TELL.search(text):
        return
    every = whens(text)
    starts = [when.start for when in every]
    for start, end in sentences(text):
        near = every[bisect_left(starts, start - 2 * NEAR) : bisect_left(starts, end)]
        yield from _in_sentence(Sentence(text, start, end, near))


def _month_first(text: str) -> Iterator[Told]:
    """The dates in figures that are another day where the month comes first, as in the United States."""
    for found in dates(text):
        if found.swapped:
            yield Told(found.start, found.end, None, exact=False, fits=partial(_is_day, other=found.swapped))


def _in_sentence(sentence: Sentence) -> Iterator[Told]:
    words = sentence.text[sentence.start : sentence.end]
    yearly, died = _YEARLY.search(words) is not None, _DIED.search(words) is not None
    event = "birth" if _BORN.search(words) else "death" if died else None
    birthday = "birthday" in words.lower()
    has_date = bool(sentence.whens) and sentence.whens[-1].end > sentence.start
    if has_date:
        yield from birthdays(sentence, numbered_only=not birthday)
        yield from ages_on_a_day(sentence)
    if event and sentence.whens:
        yield from counted(sentence, event)
    if event or _YEAR.search(words):
        yield from named(sentence, event)
    if event or yearly or _THAT_YEAR.search(words):
        yield from without_year(sentence, event or ("birth" if yearly else None), any_day=yearly and not died)


def _is_day(day: object, other: object) -> bool:
    return day == other
