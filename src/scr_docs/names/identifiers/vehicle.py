"""Marks of vehicles. Source of the forms: DVLA, INF104 (vehicle registration numbers and number plates)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.names.identifiers.shape import (
    Shape,
    in_order,
    labels,
    sentence_after,
    sentence_before,
    shape_of,
    small_words,
    words_of,
)

_CURRENT = re.compile(
    r"(?<![A-Za-z0-9/-])[A-HJ-PR-Y][A-HJ-PR-Y][\s-]?(?:0[2-9]|[1-3]\d|5[1-9]"
    r"|[67]\d)[\s-]?[A-HJ-PR-Z]{3}(?![A-Za-z0-9/-])"
)
_SMALL = re.compile(
    r"(?<![\w/-])[a-hj-pr-y][a-hj-pr-y](?:0[2-9]|[1-3]\d|5[1-9]|[67]\d)\s?"
    r"(?!and|the|was|has|had|for|who|but|not|are|his|her|she|one|two|all|via|may|per)[a-hj-pr-z]{3}(?![\w/-])"
)
_WITH_WORDS = re.compile(
    r"(?<![A-Za-z0-9/-])(?:[A-Z]{2}[\s-]?\d\d[\s-]?[A-Z]{3}"  # current
    r"|[A-HJ-NP-TV-Y][\s-]?\d{1,3}[\s-]?[A-Z]{3}|[A-Z]{3}[\s-]?\d{1,3}[\s-]?[A-HJ-NP-TV-Y]"  # prefix, suffix
    r"|[A-Z]{0,2}[IZ][A-Z]?[\s-]?\d{1,4}|[A-Z]{1,3}[\s-]?\d{1,4}|\d{1,4}[\s-]?[A-Z]{1,3})(?![A-Za-z0-9/-])"
)
_ANY_CASE = re.compile(_WITH_WORDS.pattern, re.IGNORECASE)
_MARK = re.compile(
    r"\b(?:vrms?|v\.r\.m\.|(?:vehicle\s|car\s)?(?:registrations?|reg)(?:\s(?:marks?|plates?|nos?\.?|numbers?))?"
    r"|(?:index|licence)\s(?:marks?|plates?|"
    r"nos?\.?|numbers?)|index|(?:number|personal(?:ised)?|private|cherished)\s?plates?|plates?)"
    r"(?:\s(?:number|no\.?|mark|plate|of|is|was|are|being|read|reading|the|bearing|with"
    r"|on)){0,4}[\s:;,(#=‘'\"“–-]{0,4}$",
    re.IGNORECASE,
)
_VEHICLE = re.compile(
    r"\b(?:cars?|vans?|vehicles?|motor(?:bike|cycle)s?|moped|taxi|lorry|minibus|people\scarrier|pick-?up|scooter|hatchback|saloon|estate\scar"
    r"|4x4|jeep|ford|"
    r"vauxhall|volkswagen|vw|audi|bmw|mercedes|toyota|honda|nissan|peugeot|renault|citroen|citroën|fiat|kia|hyundai"
    r"|seat|skoda|mazda|"
    r"volvo|land\srover|range\srover|mini|suzuki|corsa|astra|fiesta|focus|golf|polo|clio|transit|drov?e|driving"
    r"|driven|parked|anpr|"
    r"registered\skeeper|registration)\b",
    re.IGNORECASE,
)
_WORDS = words_of("""
    vrm vrms v registration registrations reg index licence number plate plates numberplate car cars van vans
    vehicle vehicles motorbike motorcycle moped taxi lorry minibus carrier pickup scooter hatchback saloon jeep ford
    vauxhall
    volkswagen vw audi bmw mercedes toyota honda nissan peugeot renault citroen fiat kia hyundai skoda mazda volvo
    rover mini suzuki corsa astra fiesta focus golf polo clio transit drove drive driving driven parked anpr keeper
""")
_SIMPLE = re.compile(r"[A-Z]{1,3}[\s-]?\d{1,4}|\d{1,4}[\s-]?[A-Z]{1,3}", re.IGNORECASE)
_IRISH = re.compile(r"(?=[A-Z]{0,2}[IZ])[A-Z]{3}[\s-]?\d{1,4}")
_LABEL = re.compile(r"\b(?:vrm|reg(?:istration)?|vehicle|car|plate)\b", re.IGNORECASE)
_NO_LABEL = re.compile(r"\b(?:birth|date|gp|school|sex|electoral|ofsted|nmc|gmc)\b", re.IGNORECASE)


def vehicle_marks(text: str, context: str) -> Iterator[Shape]:
    """The registration marks: the present form in capitals by itself, others where words speak of a vehicle."""
    yield from in_order(_marks(text, context))


def _marks(text: str, context: str) -> Iterator[Shape]:
    yield from map(shape_of, _CURRENT.finditer(text))
    yield from map(shape_of, _SMALL.finditer(text))
    if any(_LABEL.search(label) and not _NO_LABEL.search(label) for label in labels(context)):
        yield from (shape_of(match) for match in _ANY_CASE.finditer(text) if not _year(match[0]))
        return
    if small_words(text).isdisjoint(_WORDS):
        return
    for match in _ANY_CASE.finditer(text):
        before = sentence_before(text, match.start(), 70)
        marked = _MARK.search(before)
        called = marked and not _year(match[0]) and not _NO_LABEL.search(before[: marked.start()][-20:])
        near = f"{before} | {sentence_after(text, match.end(), 40)}"
        if called or (_is_old_mark(match[0]) and _VEHICLE.search(near)):
            yield shape_of(match)


def _is_old_mark(written: str) -> bool:
    """Whether it has one of the forms with three letters and three figures, in capitals."""
    return bool(_IRISH.fullmatch(written) or (_WITH_WORDS.fullmatch(written) and not _SIMPLE.fullmatch(written)))


def _year(written: str) -> bool:
    """Whether it is a year, a section or words with a figure rather than a mark: "in 2015", "of 12", "is 3"."""
    return bool(
        re.fullmatch(r"(?:in|of|is|on|at|to|by|no|was|the|and|for|a|as)[\s-]?\d+", written, re.IGNORECASE)
    ) or bool(
        re.match(
            r"\d+[\s-]?(?:in|of|is|on|at|to|by|was|the|and|for|a|as|st|nd|rd|th|am|pm|had|but|who|or|per)$",
            written,
            re.IGNORECASE,
        )
    )
