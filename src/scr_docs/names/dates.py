"""The days of the calendar in a text, in words or in figures; and what {…} may stand for in a rule's patterns."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = "(?:" + "|".join(f"{month}|{month[:3]}" for month in _MONTHS) + "|sept)\\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"

_GAP = r"[\s-]{0,3}"
_DOT = r"\s?[/.-]\s?"
_SHORT_YEAR = r"['’]?\d\d(?![\d/])"

DATE = (
    rf"(?:{_DAY}(?:st|nd|rd|th)?(?:\sday)?(?:\sof)?{_GAP}{_MONTH},?{_GAP}(?:{_YEAR}|{_SHORT_YEAR})"
    rf"|{_MONTH}{_GAP}{_DAY}(?:st|nd|rd|th)?,?\s{{0,2}}{_YEAR}"
    rf"|{_DAY}{_DOT}{_DAY}{_DOT}(?:{_YEAR}|{_SHORT_YEAR})|{_DAY}\s{_DAY}\s{_YEAR}"
    rf"|{_YEAR}[/-]{_DAY}[/-]{_DAY})"
)
"""A day of the calendar, in words or in figures."""

PLACEHOLDERS: Mapping[str, str] = {
    "date": rf"(?<!\d)(?<!\d[/.]){DATE}(?!\d)",
    "month": rf"\b{_MONTH}\b",
    "number": r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|a number of)",
    "word": r"[\w'’-]+",
    "words": r"(?:[\w'’-]+[ ,]+){0,6}",
    "gap": r"[^.!?\n]{0,80}?",
}
"""What {…} may stand for in a rule's patterns."""

_MONTH_RE = re.compile(_MONTH, re.IGNORECASE)
_DATE_RE = re.compile(PLACEHOLDERS["date"], re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day of the calendar in the text."""

    start: int
    end: int
    day: datetime.date


def dates(text: str) -> Iterator[FoundDate]:
    """The full dates in the text. Day comes before month, as in the UK; years of two digits are not in the future."""
    if not any(character.isdigit() for character in text):
        return
    for match in _DATE_RE.finditer(text):
        if day := _day(match[0]):
            yield FoundDate(match.start(), match.end(), day)


def _day(written: str) -> datetime.date | None:
    numbers = [int(figures) for figures in re.findall(r"\d+", written)]
    if found := _MONTH_RE.search(written):
        month = next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(found[0][:3].lower()))
        day, year = numbers
    else:
        day, month, year = reversed(numbers) if numbers[0] > 31 else numbers
    if year < 100:
        year += 2000 if year + 2000 <= datetime.datetime.now(tz=datetime.UTC).year else 1900
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
