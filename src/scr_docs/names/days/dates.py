"""The days of the calendar in a text, in words or in figures; and what {…} may stand for in a rule's patterns."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from scr_docs.names.days.numbers import ORDINAL_WORD, YEAR_WORDS, value, year_in_words

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = "(?:" + "|".join(f"{month}|{month[:3]}" for month in _MONTHS) + "|sept)\\.?"
_FIGURES = r"(?:0?[1-9]|[12]\d|3[01])"
_DAY = rf"(?:(?<!\d){_FIGURES}(?:\s?(?:st|nd|rd|th)\b)?|\b{ORDINAL_WORD}(?!\w))"
_YEAR = r"(?:19|20)\d\d"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b,?"

_GAP = r"[\s,./‐-―-]{0,3}"
_DOT = r"\s{0,2}[/.\\_‐-―-]\s{0,2}"
_SHORT_YEAR = r"['’]?\d\d(?![\d/]|[.:]\d)"
_WHOLE_YEAR = rf"(?:{_YEAR}|{_SHORT_YEAR}|{YEAR_WORDS}\b)"
_ROMAN = r"(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})"

DATE = (
    rf"(?:(?:{_DAY}(?:\s(?:{_WEEKDAY}))?(?:\sday)?(?:\sof)?(?:\sthe month of)?{_GAP}{_MONTH}{_GAP}"
    rf"(?:(?:of|in)\s)?{_WHOLE_YEAR}"
    rf"|\b{_MONTH}{_GAP}(?:the\s)?{_DAY}{_GAP}(?:{_YEAR}|{YEAR_WORDS}\b))"
    rf"|(?<!\d)(?<!\d[/.])(?:{_FIGURES}{_DOT}{_FIGURES}{_DOT}(?:{_YEAR}|{_SHORT_YEAR})"
    rf"|{_FIGURES}\s{_FIGURES}\s{_YEAR}|{_FIGURES}(?:{_DOT}{_ROMAN}{_DOT}|\s(?-i:[IVX]{{1,4}})\s){_YEAR}"
    rf"|{_YEAR}{_DOT}{_FIGURES}{_DOT}{_FIGURES}))"
)
"""A day of the calendar, in words or in figures."""

PLACEHOLDERS: Mapping[str, str] = {
    "date": rf"{DATE}(?!\d)",
    "month": rf"\b{_MONTH}\b",
    "number": r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|a number of)",
    "word": r"[\w'’-]+",
    "words": r"(?:[\w'’-]+[ ,]+){0,6}",
    "gap": r"[^.!?\n]{0,80}?",
}
"""What {…} may stand for in a rule's patterns."""

_MONTH_RE = re.compile(_MONTH, re.IGNORECASE)
_DATE_RE = re.compile(PLACEHOLDERS["date"], re.IGNORECASE)
_COMPACT_RE = re.compile(
    rf"(?<![^\W_])(?<![/.-])(?:{_YEAR}[01]\d[0-3]\d|[0-3]\d[01]\d(?:{_YEAR}|\d\d))(?![^\W_]|[/-]|\.\d)"
)
_ROMAN_RE = re.compile(rf"[\s./_‐-―-]({_ROMAN})[\s./_‐-―-]", re.IGNORECASE)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_HAS_YEAR = re.compile(r"\d\d|thousand|twenty|nineteen", re.IGNORECASE)
_HAS_DATE = re.compile(
    r"\d[\s/.\\_‐-―-]{1,5}[\divx]|\b(?:\d{1,2})?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)
_AND = r"\s{0,2}(?:/|[‐-―-]|&|,|,?\s?\b(?:and|to|or|until|till)\b)\s{0,2}"
_DAY_BEFORE = re.compile(
    rf"(?<![\w.])({_DAY})(?:\s(?:of\s)?({_MONTH}))?{_AND}(?:(?:on|the|{_WEEKDAY})\s){{0,2}}$", re.IGNORECASE
)
_BEFORE = 60
_MONTH_YEAR = re.compile(
    rf"\b({_MONTH}){_GAP}(?:of\s)?({_YEAR}|['’]\d\d)(?![\d/])|(?<![\d/.-])(0[1-9]|1[0-2])/({_YEAR})(?![\d/])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day of the calendar in the text. `swapped` is the other day that it may be where the month may come first."""

    start: int
    end: int
    day: datetime.date
    swapped: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class FoundMonth:
    """A month of a year in the text, without a day: from its `first` day to its `last`."""

    start: int
    end: int
    first: datetime.date
    last: datetime.date


def dates(text: str, *, compact: bool = False) -> Iterator[FoundDate]:
    """The full dates in the text. Day comes before month, as in the UK; years of two digits are not in the future.

    `compact` adds 03052011, 030511 and 20110503, which are as often another number. Of "3 and 4 May 2011" each day
    counts; the first reaches over the second.
    """
    yield from _dates(text)
    if compact:
        for match in _COMPACT_RE.finditer(text):
            if compact_day := _read_compact(match[0]):
                yield FoundDate(match.start(), match.end(), compact_day)


@lru_cache(maxsize=20_000)
def _dates(text: str) -> tuple[FoundDate, ...]:
    """The full dates. Several rules look for them in the same paragraphs."""
    found: list[FoundDate] = []
    for match in _DATE_RE.finditer(text) if _HAS_YEAR.search(text) and _HAS_DATE.search(text) else ():
        if read := _read(match[0]):
            day, swapped = read
            found += _days_before(text, match.start(), match.end(), day)
            found.append(FoundDate(match.start(), match.end(), day, swapped))
    return tuple(found)


def months(text: str) -> Iterator[FoundMonth]:
    """The months of a year in the text that are no part of a full date: "May 2013", "05/2013"."""
    if not _HAS_YEAR.search(text):
        return
    taken = [*((date.start, date.end) for date in _dates(text)), (len(text), len(text))]
    at = 0
    for match in _MONTH_YEAR.finditer(text):
        while taken[at][1] <= match.start():
            at += 1
        if taken[at][0] < match.end():
            continue
        month = _month(match[1]) if match[1] else int(match[3])
        year = _full_year(int((match[2] or match[4]).lstrip("'’")))
        last = calendar.monthrange(year, month)[1]
        yield FoundMonth(match.start(), match.end(), datetime.date(year, month, 1), datetime.date(year, month, last))


def _days_before(text: str, start: int, end: int, day: datetime.date) -> Iterator[FoundDate]:
    """The days that share their year, or month and year, with the date: "3" in "3 and 4 May 2011"."""
    if not text[start].isalnum() or not _MONTH_RE.search(text[start:end]):
        return
    found: list[FoundDate] = []
    while len(found) < 6 and (before := _DAY_BEFORE.search(text[max(0, start - _BEFORE) : start])):
        start += before.start() - min(start, _BEFORE)
        earlier = _date(day.year, _month(before[2]) if before[2] else day.month, value(before[1]))
        if earlier is None or earlier > day:
            break
        found.append(FoundDate(start, end, earlier))
        day = earlier
    yield from reversed(found)


def _read(written: str) -> tuple[datetime.date, datetime.date | None] | None:
    """The day that was written, and the one that it is where the month comes first and both can be."""
    month = _MONTH_RE.search(written)
    in_words = year_in_words(written[month.end() :]) if month else None
    if month:
        rest = written[: month.start()] + " " + written[month.end() :]
        if in_words:
            rest = written[: month.start()] + " " + written[month.end() :][: in_words[1]]
        figures = [int(number) for number in re.findall(r"\d+", rest)]
        ordinal = re.search(ORDINAL_WORD, rest, re.IGNORECASE)
        day = value(ordinal[0]) if ordinal else figures[0]
        year = in_words[0] if in_words else _full_year(figures[-1])
        found = _date(year, _month(month[0]), day)
        return (found, None) if found else None
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    if len(numbers) == 2:
        roman = _ROMAN_RE.search(written)
        if roman is None:
            return None
        found = _date(numbers[1], _ROMANS.index(roman[1].lower()) + 1, numbers[0])
        return (found, None) if found else None
    if numbers[0] > 31:
        found = _date(*numbers)
        return (found, None) if found else None
    day, second, year = numbers[0], numbers[1], _full_year(numbers[2])
    found, swapped = _date(year, second, day), _date(year, day, second)
    if found is None and numbers[2] >= 100:
        found, swapped = swapped, None
    return (found, swapped if swapped != found else None) if found else None


def _read_compact(figures: str) -> datetime.date | None:
    if len(figures) == 6:
        return _date(_full_year(int(figures[4:])), int(figures[2:4]), int(figures[:2]))
    day = _date(int(figures[4:]), int(figures[2:4]), int(figures[:2])) if figures[4:6] in {"19", "20"} else None
    return day or _date(int(figures[:4]), int(figures[4:6]), int(figures[6:]))


def _month(written: str) -> int:
    return next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(written[:3].lower()))


def _full_year(year: int) -> int:
    if year >= 100:
        return year
    return year + (2000 if year + 2000 <= datetime.datetime.now(tz=datetime.UTC).year else 1900)


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
