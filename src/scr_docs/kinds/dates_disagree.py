"""Kind `dates-disagree`: what the report, its case file or the calendar say of one time, and cannot both be true."""

from __future__ import annotations

import datetime
import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.model import Block
from scr_docs.names.days.ages import Age, ages
from scr_docs.names.days.dates import FoundDate, dates, months
from scr_docs.names.text.fold import fold
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)}),?\s(?:the\s)?$", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]{1,600}")
_PERIOD = re.compile(
    r"\b(?:period (?:under|of|for|covered by) (?:the |this )?review|review period|scoping period|time "
    r"?frame|time period|period (?:considered|covered|examined|reviewed)"
    r"|(?:covers?|covering|considers?|looks? at|examines?) the (?:period|time))\b",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\b(?:v|version\s?)(\d{1,2}(?:\.\d{1,2}){0,2})\b", re.IGNORECASE)
_OUTSIDE = frozenset({"header", "footer"})
_COVER = 15
_WORD = re.compile(r"[^\W_]{3,}")
_NO_EVENT = frozenset({
    "about", "after", "also", "and", "any", "are", "been", "before", "but", "child", "did", "does", "father",
    "for", "from", "had", "has", "have", "her", "him", "his", "into", "its", "mother", "not", "our", "out",
    "said", "she", "sibling", "that", "the", "their", "then", "there", "they", "this", "told", "was", "were",
    "when", "which", "who", "with",
})  # fmt: skip
_ALIKE = 0.5
_LEAST = 4
_MOST_EVENTS = 400

Span = tuple[datetime.date, datetime.date]


class Params(Strict):
    """Which times."""

    what: Literal["weekday", "age", "period", "version", "event"]


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding for each place that does not agree."""
    yield from _CHECKS[rule.params.what](rule, reading)


def _weekday(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Days of the week that are not those of their dates."""
    for block in reading.document.blocks:
        if block.part not in rule.entry.scope or "day" not in block.text.lower():
            continue
        for found in dates(block.text):
            before = _WEEKDAY.search(block.text[max(0, found.start - 20) : found.start])
            days = {day.weekday() for day in (found.day, found.swapped) if day}
            if before and _WEEKDAYS.index(before[1].lower()) not in days:
                start = found.start - len(before[0])
                yield rule.finding(
                    block.text[start : found.end],
                    location=Location.of(block, start, found.end),
                    words=f"a {_WEEKDAYS[found.day.weekday()].title()}",
                )


def _age(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Ages that somebody did not have in the month or on the day that the sentence tells."""
    births = _births(reading)
    if not births:
        return
    names = "|".join(re.escape(name) for name in sorted(births, key=len, reverse=True))
    who = re.compile(rf"(?<![^\W_])({names})(?![^\W_]|['’]s\s(?:partner|mother|father|sister|brother))")
    for block in reading.document.story():
        if block.part not in rule.entry.scope or not who.search(block.text):
            continue
        for sentence in _SENTENCE.finditer(block.text):
            told, times = list(ages(sentence[0])), list(_times(sentence[0]))
            people = list(who.finditer(sentence[0]))
            if len(told) != 1 or len(times) != 1 or len({person[1] for person in people}) != 1:
                continue
            age, (first, last) = told[0], times[0]
            if 0 <= age.start - people[0].end() <= 40 and not _fits(age, births[people[0][1]], (first, last)):
                start = sentence.start() + age.start
                yield rule.finding(
                    block.text[start : sentence.start() + age.end],
                    location=Location.of(block, start, sentence.start() + age.end),
                    called=people[0][1],
                )


def _fits(age: Age, born: Span, on: Span) -> bool:
    """Whether the age is right for some day of birth and some day of the time that are told."""
    return any(age.fits(birth, day) for birth in _days(born) for day in _days(on))


def _days(span: Span) -> set[datetime.date]:
    first, last = span
    return {first, first + (last - first) // 2, last}


def _births(reading: Reading) -> Mapping[str, Span]:
    """When the people of the report were born: from the case file, or as the report says ("was born in May 2011")."""
    found: dict[str, Span] = {}
    for person in reading.case.people if reading.case else ():
        if person.report_name and person.born:
            found[person.report_name] = (person.born, person.born)
    if reading.case is None:
        said = re.compile(
            r"(?<![^\W_])((?:Child|Baby|Sibling|Young Person|Adult)\s[A-Z\d]{1,2})\swas\sborn\s(?:in|on)\s"
        )
        for block in reading.document.story():
            for match in said.finditer(block.text):
                times = list(_times(block.text[match.end() : match.end() + 25]))
                if times:
                    found.setdefault(match[1], times[0])
    return found


def _times(text: str) -> Iterator[Span]:
    """The days and months of years in the text, in order, each as its first and last day."""
    found = [(day.start, (day.day, day.day)) for day in dates(text)]
    found += [(month.start, (month.first, month.last)) for month in months(text)]
    yield from (span for _, span in sorted(found))


def _period(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Periods under review that are not that of the case file, or not the one that the report told first."""
    wanted: tuple[str, str] | None = None
    if reading.case is not None and reading.case.review.period.from_ and reading.case.review.period.to:
        period = reading.case.review.period
        wanted = (f"{period.from_:%Y-%m}", f"{period.to:%Y-%m}")
    for block in reading.document.story():
        for sentence in _SENTENCE.finditer(block.text) if _PERIOD.search(block.text) else ():
            said = _PERIOD.search(sentence[0])
            times = list(_times(sentence[0][said.start() :])) if said else []
            if said is None or len(times) != 2:
                continue
            told = (f"{times[0][0]:%Y-%m}", f"{times[1][1]:%Y-%m}")
            if wanted is None:
                wanted = told
            elif told != wanted:
                start, end = sentence.start() + said.start(), sentence.end()
                yield rule.finding(
                    block.text[start:end],
                    location=Location.of(block, start, end),
                    words=f"{_month(wanted[0])} to {_month(wanted[1])}",
                )


def _month(written: str) -> str:
    return f"{datetime.date.fromisoformat(written + '-01'):%B %Y}"


def _version(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Dates and versions of headers and footers that are not those of the title page."""
    title = list(itertools.takewhile(lambda block: not (block.level or block.headings), _body(reading)))[:_COVER]
    text = "\n".join(block.text for block in title)
    cover_versions = {match[1] for match in _VERSION.finditer(text)}
    cover_months = {f"{first:%Y-%m}" for first, _ in _times(text)}
    for block in reading.document.blocks:
        if block.part not in _OUTSIDE:
            continue
        for match in _VERSION.finditer(block.text):
            if cover_versions and match[1] not in cover_versions:
                yield rule.finding(match[0], location=Location.of(block, *match.span()))
        told = [(found.start, found.end, found.day) for found in dates(block.text)]
        told += [(found.start, found.end, found.first) for found in months(block.text)]
        for start, end, day in told:
            if cover_months and f"{day:%Y-%m}" not in cover_months:
                yield rule.finding(block.text[start:end], location=Location.of(block, start, end))


def _body(reading: Reading) -> Iterator[Block]:
    return (block for block in reading.document.blocks if block.part == "body")


@dataclass(frozen=True, slots=True)
class _Event:
    """A day with what is said to have happened on it. `words` are the stems of what is told."""

    block: Block
    found: FoundDate
    words: frozenset[str]


def _event(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """Days of a chronology's row that the text gives otherwise, in the same month, for what seems the same event."""
    cells: dict[tuple[int, int], list[Block]] = defaultdict(list)
    for block in reading.document.story():
        if block.cell is not None:
            cells[block.cell.table, block.cell.row].append(block)
    rows = [row for found in cells.values() for row in _dated(found)]
    told = _told(reading, {_month_of(found) for _, found, _ in rows})
    for cell, found, words in rows:
        near = told[_month_of(found)]
        if any(event.found.day == found.day and _same(words, event.words) for event in near):
            continue
        for event in near:
            if event.found.day != found.day and _same(words, event.words):
                quote = event.block.text[event.found.start : event.found.end]
                place = Location.of(event.block, event.found.start, event.found.end)
                yield rule.finding(quote, location=place, words=cell.text.strip())


def _dated(row: Sequence[Block]) -> Iterator[tuple[Block, FoundDate, frozenset[str]]]:
    """The cell with the day of a row, and the words of its other cells, where the row has one day."""
    days = [(cell, found) for cell in row if len(cell.text) < 40 for found in dates(cell.text)]
    if len(days) == 1:
        cell, found = days[0]
        yield cell, found, _stems(" ".join(other.text for other in row if other is not cell))


def _told(reading: Reading, wanted: AbstractSet[tuple[int, int]]) -> Mapping[tuple[int, int], list[_Event]]:
    """What the text tells of the days of these months, by the month."""
    told: dict[tuple[int, int], list[_Event]] = defaultdict(list)
    for block in reading.document.story():
        for found in dates(block.text) if wanted and block.cell is None else ():
            month = _month_of(found)
            if month in wanted and len(told[month]) < _MOST_EVENTS:
                told[month].append(_Event(block, found, _stems(_around(block.text, found))))
    return told


def _month_of(found: FoundDate) -> tuple[int, int]:
    return found.day.year, found.day.month


def _around(text: str, found: FoundDate) -> str:
    """The words of the sentence with the date, and of those beside it."""
    return f"{text[max(0, found.start - 120) : found.start]} {text[found.end : found.end + 160]}"


def _stems(text: str) -> frozenset[str]:
    return frozenset(
        word.rstrip("s")[:5] for word in _WORD.findall(fold(text).text) if word not in _NO_EVENT and not word.isdigit()
    )


def _same(row: frozenset[str], text: frozenset[str]) -> bool:
    """Whether the text seems to tell what the row tells: at least four words in common, half of the row's."""
    common = len(row & text)
    return common >= _LEAST and common >= _ALIKE * len(row)


_CHECKS: Mapping[str, Callable[[Rule, Reading], Iterator[Finding]]] = {
    "weekday": _weekday,
    "age": _age,
    "period": _period,
    "version": _version,
    "event": _event,
}
