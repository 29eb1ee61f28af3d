"""What it means that a text tells a day of somebody's life without writing it, and the dates that it counts from."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scr_docs.names.days.dates import dates, months
from scr_docs.names.days.numbers import NUMBER, value

NEAR = 100
"""How many characters may lie between words and the date that they belong to."""

COUNT = rf"(?P<count>(?:{NUMBER}|a|an|the)\s(?P<unit>day|week|fortnight|month)s?)"
"""A stretch of time that is counted from a day: "two days", "a week", "the day"."""

_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}


@dataclass(frozen=True, slots=True)
class Told:
    """Words that tell a day of somebody's life: `fits(day)` says whether a day is told by them.

    `event` is birth or death, or None where the words may tell either. `exact` is False where they leave several days
    open, such as a month. `whole` is True where a date of birth follows from the words alone, without a case file.
    """

    start: int
    end: int
    event: str | None
    exact: bool
    fits: Callable[[datetime.date], bool]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """A date in the text: one day, or a month from its first day to its last."""

    start: int
    end: int
    first: datetime.date
    last: datetime.date

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph: `text` is the whole paragraph, `whens` the dates in it, in order."""

    text: str
    start: int
    end: int
    whens: Sequence[When]

    def nearest(self, start: int, end: int) -> When | None:
        """The date of this sentence that is nearest to the words there, at most NEAR characters away."""

        def away(when: When) -> int:
            return max(when.start - end, start - when.end, 0)

        place = self._place(start)
        close = [when for when in self.whens[max(0, place - 3) : place + 3] if self.start <= when.start < self.end]
        near = min(close, key=away, default=None)
        return near if near and away(near) <= NEAR else None

    def before(self, start: int) -> When | None:
        """The last date before the words there, in this sentence or in the one before it."""
        place = self._place(start)
        close = [when for when in self.whens[max(0, place - 3) : place] if when.end <= start <= when.end + 2 * NEAR]
        return close[-1] if close else None

    def after(self, end: int) -> When | None:
        """The date that follows directly on the words that end there."""
        place = self._place(end)
        return next((when for when in self.whens[place : place + 1] if when.start - end <= 20), None)

    def _place(self, start: int) -> int:
        return bisect_left(self.whens, start, key=lambda when: when.start)


def whens(text: str) -> list[When]:
    """Every date and month in the text, in order."""
    found = [When(day.start, day.end, day.day, day.day) for day in dates(text)]
    found += [When(month.start, month.end, month.first, month.last) for month in months(text)]
    return sorted(found, key=lambda when: when.start)


def offset(count: str | None, unit: str | None, side: str | None) -> int:
    """Days to the day that is told from the one that is counted from: "two days before" is -2. A month counts as 30."""
    if not count or not unit or not side:
        return 0
    number = 1 if count.lower().startswith(("the ", "a ", "an ")) else value(count)
    days = number * _DAYS[unit.lower()]
    return -days if side.lower() in {"before", "short of", "earlier"} else days
