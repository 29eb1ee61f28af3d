"""Dates beside what happened: the day on which a child died, was hurt or somebody was arrested."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from scr_docs import yaml_file
from scr_docs.names.days.dates import FoundDate, dates
from scr_docs.names.text.sentences import sentences
from scr_docs.yaml_file import Strict, Text


class _IncidentsFile(Strict):
    incident: tuple[Text, ...]
    routine: tuple[Text, ...]


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What happened, and the review's own work."""
    built = yaml_file.shipped(__file__, "incidents.yaml", _IncidentsFile)
    return _any(built.incident), _any(built.routine)


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


def incident_dates(text: str, beside: str = "") -> Iterator[FoundDate]:
    """The dates of deaths, injuries, arrests and the like; not those of the review's own work, of laws and guidance.

    `beside` is what stands beside the text: the other cells of a table's row, or the words of its header.
    """
    incident, routine = _words()
    elsewhere = bool(incident.search(beside)) and not routine.search(beside)
    for start, end in sentences(text):
        sentence = text[start:end]
        found = list(dates(sentence))
        if not found:
            continue
        told, other = _places(incident, sentence), _places(routine, sentence)
        for date in found:
            if _away(date, told) < _away(date, other) or (elsewhere and not told and not other):
                yield FoundDate(start + date.start, start + date.end, date.day)


def plain_dates(text: str) -> Iterator[FoundDate]:
    """The dates in the text that are not those of the review's own work, of laws and guidance."""
    if any(True for _ in dates(text)):
        incident, routine = _words()
        for start, end in sentences(text):
            sentence = text[start:end]
            if found := list(dates(sentence)):
                told, other = _places(incident, sentence), _places(routine, sentence)
                for date in found:
                    if not other or _away(date, told) < _away(date, other):
                        yield FoundDate(start + date.start, start + date.end, date.day)


def blurred(day: datetime.date) -> str:
    """The day said less exactly: "in mid-November 2015, or in the autumn of 2015"."""
    part = "early" if day.day <= 10 else "mid-" if day.day <= 20 else "late"
    month = f"{day:%B} {day.year}"
    season = ("winter", "spring", "summer", "autumn")[day.month % 12 // 3]
    year = f"{day.year}"
    if season == "winter":
        first = day.year if day.month == 12 else day.year - 1
        year = f"{first}–{(first + 1) % 100:02}"
    return f"in {part}{'' if part.endswith('-') else ' '}{month}, or in the {season} of {year}"


def _places(pattern: re.Pattern[str], sentence: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(sentence)]


def _away(date: FoundDate, places: list[tuple[int, int]]) -> float:
    """How many characters lie between the date and the nearest place; what stands before a date counts as nearer."""
    return min(
        ((date.start - end) if end <= date.start else (start - date.end) * 1.1 for start, end in _close(date, places)),
        default=float("inf"),
    )


def _close(date: FoundDate, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places just before and just after the date: enough to find the nearest, however many there are."""
    place = bisect_left(places, (date.start, 0))
    return places[max(0, place - 1) : place + 2]
