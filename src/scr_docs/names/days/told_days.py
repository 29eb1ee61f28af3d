"""Days that are told by counting, by their name, or with the year elsewhere: "two days later", "Boxing Day 2015"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import partial

from scr_docs.names.days.ages import shift
from scr_docs.names.days.feasts import FEAST, feast, nth
from scr_docs.names.days.numbers import ORDINAL, value
from scr_docs.names.days.told import COUNT, NEAR, Sentence, Told, offset

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LATER = re.compile(
    rf"\b(?:{COUNT}\s(?P<side>later|afterwards?|before|after|earlier)\b"
    r"|(?:the\s)?(?P<next>next|following|previous)\s(?:day|morning|afternoon|evening|night)\b)",
    re.IGNORECASE,
)
_FEAST = re.compile(
    rf"\b(?P<feast>{FEAST})(?:,?\s(?:in\s|of\s)?(?P<year>(?:19|20)\d\d)(?!\d))?",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\b{COUNT}\s(?P<side>before|after)\s$", re.IGNORECASE)
_NTH = re.compile(
    rf"\b(?P<which>{ORDINAL}|last)\s(?P<weekday>{'|'.join(_WEEKDAYS)})\s(?:in|of)\s(?P<month>{_MONTH}),?\s"
    r"(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_NO_YEAR = re.compile(
    rf"\b(?:(?P<day>{ORDINAL}|(?<![\d.])\d{{1,2}})\s(?:day\s)?(?:of\s)?(?P<month>{_MONTH})"
    rf"|(?P<month2>{_MONTH})\s(?P<day2>{ORDINAL}|\d{{1,2}}\b))"
    r"(?P<that>,?\s(?:of\s)?(?:that|the\ssame)\syear\b)?(?!,?\s{0,2}(?:\d|of\s\d))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_EVENT_BEFORE = re.compile(r"\b(?:born|died|death|birth\w*)\b[^.]{0,30}$", re.IGNORECASE)


def counted(sentence: Sentence, event: str) -> Iterator[Told]:
    """Days counted from a date: "died two days later", "born exactly nine months before 3 February 2012"."""
    for match in _LATER.finditer(sentence.text, sentence.start, sentence.end):
        side = (match["side"] or "").lower()
        when = sentence.after(match.end()) if side in {"before", "after"} else sentence.before(match.start())
        if when is None or not when.exact:
            continue
        slack = 0
        if match["next"]:
            day = when.first + datetime.timedelta(-1 if match["next"].lower() == "previous" else 1)
        elif match["unit"].lower() == "month":
            months = offset(match["count"], "day", side)
            day = shift(when.first, months=months)
            slack = 0 if sentence.text.endswith("exactly ", 0, match.start()) else 15
        else:
            day = when.first + datetime.timedelta(offset(match["count"], match["unit"], side))
        start, end = min(match.start(), when.start), max(match.end(), when.end)
        yield Told(start, end, event, slack == 0, partial(_is_near, day=day, slack=slack))


def named(sentence: Sentence, event: str | None) -> Iterator[Told]:
    """Days that have a name, with a year or beside a word of birth or death; "the second Thursday of May 2011"."""
    for match in _FEAST.finditer(sentence.text, sentence.start, sentence.end):
        name, year = match["feast"], match["year"]
        count = _COUNTED.search(sentence.text[max(sentence.start, match.start() - 40) : match.start()])
        a_season = name.lower() in {"christmas", "easter"} and not count
        if (year or event) and not a_season:
            off = offset(count["count"], count["unit"], count["side"]) if count else 0
            start = match.start() - (len(count[0]) if count else 0)
            fits = partial(_is_feast, name=name, year=int(year) if year else None, off=off)
            yield Told(start, match.end(), event, exact=True, fits=fits, whole=bool(year) and event == "birth")
    for match in _NTH.finditer(sentence.text, sentence.start, sentence.end):
        which = -1 if match["which"].lower() == "last" else value(match["which"])
        month, weekday = _MONTHS.index(match["month"].lower()) + 1, _WEEKDAYS.index(match["weekday"].lower())
        if found := nth(int(match["year"]), month, weekday, which):
            fits = partial(_is_near, day=found, slack=0)
            yield Told(*match.span(), event, exact=True, fits=fits, whole=event == "birth")


def without_year(sentence: Sentence, event: str | None, *, any_day: bool = False) -> Iterator[Told]:
    """Days whose year stands elsewhere: "3 May that year", "died on 12 November"; with `any_day` anywhere."""
    text = sentence.text
    for match in _NO_YEAR.finditer(text, sentence.start, sentence.end):
        day, month = value(match["day"] or match["day2"]), match["month"] or match["month2"]
        at = _MONTHS.index(month.lower()) + 1, day
        years = _YEAR.findall(text, max(0, match.start() - 4 * NEAR), match.start()) if match["that"] else ()
        beside = event and _EVENT_BEFORE.search(text[max(sentence.start, match.start() - 45) : match.start()])
        if years:
            yield Told(*match.span(), event, exact=True, fits=partial(_is_on, at=at, year=int(years[-1])))
        elif beside or any_day:
            yield Told(*match.span(), event, exact=True, fits=partial(_is_on, at=at, year=None))


def _is_near(known: datetime.date, day: datetime.date, slack: int) -> bool:
    return abs((known - day).days) <= slack


def _is_feast(known: datetime.date, name: str, year: int | None, off: int) -> bool:
    years = (year,) if year else (known.year - 1, known.year, known.year + 1)
    return any(day + datetime.timedelta(off) == known for each in years if (day := feast(name, each)))


def _is_on(known: datetime.date, at: tuple[int, int], year: int | None) -> bool:
    return (known.month, known.day) == at and year in {None, known.year}
