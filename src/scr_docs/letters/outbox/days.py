"""Days on which a letter should not arrive: birthdays, anniversaries, Christmas, bank holidays, Mother's Day.

Bank holidays of England and Wales are worked out from the Banking and Financial Dealings Act 1971 and the royal
proclamations since (gov.uk, UK bank holidays); one that is proclaimed later is not known here.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from scr_docs.case import Case, Person
from scr_docs.errors import Mistake, SelectionError
from scr_docs.names.days.feasts import feast

NEAR = 7
"""Days before or after a birthday or an anniversary of the person whom the review is about."""

NEAR_OTHERS = 3
"""Days before or after those of anybody else, or before Mother's or Father's Day."""

_ON_THE_WAY = 3
"""Days of delivery, Monday to Saturday, in which first and second class post arrives (Royal Mail, delivery aims)."""

_YEARS = range(1990, 2101)
_FAR = 183
"""Days from today after which a date may be a slip: half a year."""

_PROCLAIMED = {
    (1999, 12, 31), (2002, 6, 3), (2002, 6, 4), (2011, 4, 29), (2012, 6, 4), (2012, 6, 5), (2020, 5, 8), (2022, 6, 2),
    (2022, 6, 3), (2022, 9, 19), (2023, 5, 8), (1995, 5, 8),
}  # fmt: skip
_MOVED = {(1995, 5, 1), (2002, 5, 27), (2012, 5, 28), (2020, 5, 4), (2022, 5, 30)}
"""Bank holidays of these years that were moved to one of those proclaimed."""

_DAY = datetime.timedelta(1)
_PARENTS = (
    (re.compile(r"(?<!grand)(?<!god)(?:mother|mum|mam|mummy)\b(?!['’]s|-in)"), "Mother’s Day"),
    (re.compile(r"(?<!grand)(?<!god)(?:father|dad|daddy)\b(?!['’]s|-in)"), "Father’s Day"),
)
"""Whose relationship it is (not a mother's partner, not a grandmother), and their day."""


def refuse_impossible(day: datetime.date) -> None:
    """Raises SelectionError where no letter can be of this day."""
    if day.year not in _YEARS:
        told = "No letter is of this date"
        years = f"a day from {_YEARS[0]} to {_YEARS[-1]}"
        raise SelectionError(Mistake(told, place=f"--date {day}", expected=years, mend="Look at the year"))


def far_from(today: datetime.date, day: datetime.date) -> str | None:
    """What to tell of letters of a day far from today; None where it is near."""
    away = abs((day - today).days)
    return f"dated {day}, more than half a year from today: look at the year" if away > _FAR else None


@cache
def bank_holidays(year: int) -> frozenset[datetime.date]:
    """The bank holidays of England and Wales in a year from 1978 on, with the days that stand in for weekends."""
    names = ("good friday", "easter monday", "may bank holiday", "spring bank holiday", "summer bank holiday")
    days = {day for name in names if (day := feast(name, year))}
    days -= {datetime.date(*moved) for moved in _MOVED}
    for fixed in ((1, 1), (12, 25), (12, 26)):
        date = datetime.date(year, *fixed)
        while date.weekday() > 4 or date in days:
            date += _DAY
        days.add(date)
    christmas, boxing = datetime.date(year, 12, 25), datetime.date(year, 12, 26)
    if christmas.weekday() == 6:  # Boxing Day is a Monday and stays; Christmas Day is made up for on Tuesday
        days |= {boxing, boxing + _DAY}
    return frozenset(days | {datetime.date(*day) for day in _PROCLAIMED if day[0] == year})


def on_the_way(day: datetime.date, *, by_post: bool) -> tuple[datetime.date, ...]:
    """The day of the letter and, by post, the days of delivery on which it may arrive."""
    days = [day]
    while by_post and len(days) <= _ON_THE_WAY:
        next_day = days[-1] + _DAY
        while next_day.weekday() == 6 or next_day in bank_holidays(next_day.year):
            next_day += _DAY
        days.append(next_day)
    return tuple(days)


def notices(case: Case, person: Person, day: datetime.date, *, by_post: bool) -> Iterator[str]:
    """What the office should know of the days on which this letter is written and arrives. Names keys, never values."""
    days = on_the_way(day, by_post=by_post)
    begin, end = days[0], days[-1]
    arrives = "is dated or arrives" if by_post else "is dated"
    for key, date, near, called in _dates(case, person):
        if (away := _away(date, begin, end)) is not None and away <= near:
            when = "on" if not away else "within a week of" if near == NEAR else "within three days of"
            yield f"{arrives} {when} {called} ({key}); another day may be kinder"
    yield from _of_parents(person, begin, end, arrives)
    if _overlaps(begin, end, (12, 18), (1, 2)):
        yield f"{arrives} around Christmas and the New Year, when few people can be reached"
    else:
        between = [begin + _DAY * number for number in range((end - begin).days + 1)]
        if any(one in bank_holidays(one.year) for one in between):
            yield f"{arrives} around a bank holiday, when nobody may answer the telephone"
        elif begin.weekday() > 4:
            yield "is dated at a weekend"


def _dates(case: Case, recipient: Person) -> Iterator[tuple[str, datetime.date, int, str]]:
    """The key, the day, how near counts, and what the day is."""
    for person in case.people:
        key = f"people[{case.file_id(person)}]"
        if person is case.subject:
            whose, near = "the person whom the review is about", NEAR
        elif person is recipient:
            whose, near = "this recipient", NEAR_OTHERS
        elif person.died:
            whose, near = "somebody of the family who has died", NEAR_OTHERS
        else:
            continue
        if person.born:
            yield f"{key}.born", person.born, near, f"the birthday of {whose}"
        if person.died:
            yield f"{key}.died", person.died, near, f"the anniversary of the death of {whose}"


def _away(date: datetime.date, begin: datetime.date, end: datetime.date) -> int | None:
    """How many days lie between these days and the nearest return of the date; None before it first returns."""
    found = []
    for year in range(max(date.year + 1, begin.year - 1), end.year + 2):
        back = _in_year(date, year)
        found.append(max(0, (begin - back).days, (back - end).days))
    return min(found, default=None)


def _in_year(date: datetime.date, year: int) -> datetime.date:
    """The day in that year; 29 February is 28 February in other years."""
    try:
        return date.replace(year=year)
    except ValueError:
        return date.replace(year=year, day=28)


def _of_parents(person: Person, begin: datetime.date, end: datetime.date, arrives: str) -> Iterator[str]:
    for relationship, called in _PARENTS:
        day = feast(called, begin.year)
        theirs = day and relationship.search(person.relationship.casefold())
        if day and theirs and max(0, (begin - day).days, (day - end).days) <= NEAR_OTHERS:
            yield f"{arrives} within three days of {called}; another day may be kinder"


def _overlaps(begin: datetime.date, end: datetime.date, first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Whether these days touch a season that reaches over the end of the year."""
    return any((one.month, one.day) >= first or (one.month, one.day) <= last for one in (begin, end))
