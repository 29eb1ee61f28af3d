"""Dates that the words around them call a day of birth or of death."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.names.days.dates import dates
from scr_docs.names.identifiers.shape import Shape

_BIRTH_WORD = r"d[./]?\s?o[./]?\s?b\b\.?|dates?\s+of\s+birth|birth\s?dates?|birthday"
_FILLER = (
    r"(?:,?\s{0,2}\(?(?:is|was|being|of|on|or|about|given|recorded|as|in|the|\w{3,6}day,?)\b){0,5}"
    r"[\s:;,(–-]{0,4}(?:the\s+)?$"
)
_BIRTH = re.compile(
    rf"(?:\b(?:(?:still|new)?born|gave birth|birth)|\(b\.?|\b(?:{_BIRTH_WORD}))"
    r"(?:\s(?:prematurely|early))?(?:\s(?:at|in|by)\s(?:(?!and\b|but\b|who\b|when\b)[\w'’-]+\s){1,5}(?=on\b))?"
    + _FILLER,
    re.IGNORECASE,
)
_BIRTH_AFTER = re.compile(
    rf"\s?[(\[]\s?(?:{_BIRTH_WORD}|birth)|,?\s(?:as|is|was|being)\s(?:given\sas\s)?(?:the|his|her|their|a)\s(?:{_BIRTH_WORD})",
    re.IGNORECASE,
)
_BIRTH_LABEL = re.compile(rf"\b(?:{_BIRTH_WORD})|^\W*(?:born|birth)\b", re.IGNORECASE)

_DEATH_WORD = r"d[./]?\s?o[./]?\s?d\b\.?|dates?\s+of\s+death"
_DEATH = re.compile(
    rf"\b(?:died|death|deaths|passed\saway|pronounced\sdead|found\sdead|{_DEATH_WORD})"
    r"(?:\s(?:suddenly|peacefully|tragically|unexpectedly))?"
    r"(?:\s(?:at|in|by|of)\s(?:(?!and\b|but\b|who\b|when\b)[\w'’-]+\s){1,5}(?=on\b))?" + _FILLER,
    re.IGNORECASE,
)
_DEATH_AFTER = re.compile(rf"\s?[(\[]\s?(?:{_DEATH_WORD}|death)", re.IGNORECASE)
_DEATH_LABEL = re.compile(rf"\b(?:{_DEATH_WORD})|^\W*(?:died|death)\b", re.IGNORECASE)

_JOINED = re.compile(r"\s*(?:,|;|&|/|\band\b|,\s*and\b)\s*")


def birth_dates(text: str, context: str) -> Iterator[Shape]:
    """The dates that the words before them, or the `context` of a table's header or label, call a date of birth."""
    return _named(text, context, _BIRTH, _BIRTH_AFTER, _BIRTH_LABEL)


def death_dates(text: str, context: str) -> Iterator[Shape]:
    """The dates that the words before them, or the `context` of a table's header or label, call a date of death."""
    return _named(text, context, _DEATH, _DEATH_AFTER, _DEATH_LABEL)


def _named(
    text: str, context: str, before: re.Pattern[str], after: re.Pattern[str], label: re.Pattern[str]
) -> Iterator[Shape]:
    labelled = any(label.search(words) and len(words.split()) <= 5 for words in context.split("|"))
    last = -1
    for found in dates(text):
        joined = last >= 0 and _JOINED.fullmatch(text[last : found.start])
        if (
            labelled
            or joined
            or before.search(text[max(0, found.start - 60) : found.start])
            or after.match(text, found.end)
        ):
            yield Shape(found.start, found.end, found.day.isoformat())
            last = found.end
