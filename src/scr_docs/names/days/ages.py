"""Ages in a text: "aged seven years and nine months", "a 34-year-old", "six weeks old", "aged 4, 6 and 9"."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scr_docs.names.days.numbers import NUMBER, value

_UNIT = r"(?:years?|yrs?|months?|mths?|weeks?|wks?|days?|y/?o)\b"
_PART = rf"{NUMBER}(?:\sand\sa\shalf)?[\s-]{{0,2}}{_UNIT}"
_PARTS = rf"{_PART}(?:(?:,\s?(?:and\s)?|\s(?:and\s)?|-){_PART}){{0,3}}"
_OPEN = (
    rf"(?!\s?(?:(?:years?\s)?(?:or|and)\s(?:over|under|above|older|younger|up|below)\b"
    rf"|\+|[‐-―-]\s?\d|to\s{NUMBER}|%|per\b))"
)
_LIST = rf"{NUMBER}(?:,\s?(?:and\s)?{NUMBER}){{0,8}}(?:\s?(?:and|&|,\sand)\s{NUMBER})?"
_AGE = re.compile(
    rf"\b(?:aged?(?:\sof)?|ages(?:\sof)?)\s(?:just\s|only\s|exactly\s)?"
    rf"(?:(?P<aged>{_PARTS})(?:\sold\b)?|(?P<list>{_LIST})\b){_OPEN}"
    rf"|\b(?P<old>{_PARTS})[\s-](?:old\b|of\sage\b){_OPEN}(?!\s(?:enough|case|note|injur|fractur|bruis|record|house))"
    rf"|\b(?P<was>(?<=was\s)(?:{NUMBER})|(?<=turned\s){NUMBER})(?=\s(?:when|at\sthe\stime|on|in)\b|[,.;])",
    re.IGNORECASE,
)
_UNITS = ("years", "months", "weeks", "days")
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|approx\.?|nearly|almost|over|under|roughly|between|some|up to|from|least)\s$",
    re.IGNORECASE,
)
_HAS_AGE = re.compile(r"\b(?:aged?|ages|old|was|turned|age)\b", re.IGNORECASE)
_SPAN = re.compile(rf"({NUMBER})(\sand\sa\shalf)?[\s-]{{0,2}}({_UNIT})", re.IGNORECASE)
_EACH = re.compile(NUMBER, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Age:
    """An age in the text, the sum of its parts."""

    start: int
    end: int
    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    @property
    def to(self) -> str:
        """The smallest unit that is told: days, weeks, months or years."""
        return next((unit for unit in ("days", "weeks", "months") if getattr(self, unit)), "years")

    @property
    def child(self) -> bool:
        """Whether it is the age of a child or a young person under eighteen."""
        return self.years < 18

    def fits(self, born: datetime.date, on: datetime.date) -> bool:
        """Whether somebody born on that day has this age `on` that day."""
        more = {unit: getattr(self, unit) + (unit == self.to) for unit in _UNITS}
        return _reached(self, born) <= on < _reached(replace(self, **more), born)


def _reached(age: Age, born: datetime.date) -> datetime.date:
    """The day on which somebody born then reaches the age."""
    return shift(born, age.years, age.months, 7 * age.weeks + age.days)


def ages(text: str) -> Iterator[Age]:
    """The ages in the text that are told exactly: not "about four", "under two" or "in her thirties"."""
    if not _HAS_AGE.search(text):
        return
    for match in _AGE.finditer(text):
        if _ABOUT.search(text[max(0, match.start() - 14) : match.start()]):
            continue
        if spans := match["aged"] or match["old"]:
            yield _of_spans(match.start(), match.end(), spans)
        elif match["list"]:
            start = match.start("list")
            each = list(_EACH.finditer(match["list"]))
            for number, one in enumerate(each):
                begin = match.start() if number == 0 else start + one.start()
                yield Age(begin, start + one.end(), years=value(one[0]))
        else:
            yield Age(match.start(), match.end(), years=value(match["was"]))


def _of_spans(start: int, end: int, written: str) -> Age:
    units = dict.fromkeys(_UNITS, 0)
    for number, half, unit in _SPAN.findall(written):
        name = {"y": "years", "m": "months", "w": "weeks", "d": "days"}[unit[0].lower()]
        units[name] += value(number)
        if half and name == "years":
            units["months"] += 6
    return Age(start, end, **units)


def shift(day: datetime.date, years: int = 0, months: int = 0, days: int = 0) -> datetime.date:
    """The day so many years, months and days later; 31 May and a month is 30 June. Raises ValueError past year 9999."""
    month = day.month - 1 + months + 12 * years
    year, month = day.year + month // 12, month % 12 + 1
    return day.replace(
        year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1])
    ) + datetime.timedelta(days)
