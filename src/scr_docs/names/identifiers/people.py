"""Numbers of a person that tell by their own form what they are: pupils, drivers, the insured, prisoners, families."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.gb import upn

from scr_docs.names.identifiers.shape import Shape, compact, labels, sentence_before, shape_of, small_words

# HM Revenue & Customs, National Insurance Manual NIM39110: two letters, six figures, a letter A to D. QQ, which is
# never given to anybody, is what forms and guidance print as an example.
_NI = re.compile(
    r"(?<![A-Za-z0-9])(?!(?:BG|GB|KN|NK|NT|TN|ZZ))(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])"
    r"[\s./-]{0,2}\d\d[\s./-]{0,2}\d\d[\s./-]{0,2}\d\d[\s./-]{0,2}[A-D](?![A-Za-z0-9])",
    re.IGNORECASE,
)
_NI_LABELLED = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{2}[\s./-]{0,2}\d\d[\s./-]{0,2}\d\d[\s./-]{0,2}\d\d(?:[\s./-]{0,2}[A-D])?(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_NI_WORD = re.compile(r"\bnino\b|\bn\.?\s?i\.?\b|national\s?insurance", re.IGNORECASE)
# Department for Education, Unique pupil numbers: a check letter, three figures for the authority, nine more, of which
# the last is a letter while the number is a temporary one.
_UPN = re.compile(r"(?<![A-Za-z0-9])[A-HJ-NP-RT-Z](?:[\s-]?\d){11}[\s-]?[\dA-HJ-NP-RT-Z](?![A-Za-z0-9])", re.IGNORECASE)
# DVLA, INF18: five letters of the surname (9 for none), decade, month (a woman's plus 50), day, year, two initials,
# three more.
_DRIVER = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Z]{1,5}9{0,4})[A-Z9]{5}[\s.-]?\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d"
    r"[\s.-]?[A-Z][A-Z9][\s.-]?[\dA-Z][\s]?[A-Z]{2}(?:[\s-]?\d\d)?(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_DRIVER_LIKE = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2,5}9{0,3}\s?\d{6}\s?[A-Z][A-Z9]\s?\d[A-Z]{2}(?![A-Za-z0-9])")
_PRISONER = re.compile(r"(?<![A-Za-z0-9/-])[A-Z]\d{4}[A-Z]{2}(?![A-Za-z0-9/-])")
_CHILD_BENEFIT = re.compile(r"(?<![A-Za-z0-9])CHB[\s-]?\d{8}(?:[\s-]?[A-Z]{2})?(?![A-Za-z0-9])", re.IGNORECASE)


def ni_numbers(text: str, context: str) -> Iterator[Shape]:
    """The National Insurance numbers: with a prefix that is given out, or what is called one and looks like one."""
    end = 0
    named = any(_NI_WORD.search(label) for label in labels(context))
    called = named or not {"nino", "ni", "n", "insurance", "nationalinsurance"}.isdisjoint(small_words(text))
    for match in _NI_LABELLED.finditer(text) if called else _NI.finditer(text):
        if match.start() >= end and (
            _NI.fullmatch(match[0]) or named or _NI_WORD.search(sentence_before(text, match.start(), 50))
        ):
            end = match.end()
            yield shape_of(match)


def upns(text: str, _context: str) -> Iterator[Shape]:
    """The unique pupil numbers whose check letter is right."""
    for match in _UPN.finditer(text):
        number = compact(match[0])
        if upn.calc_check_digit(number[1:]) == number[0]:
            yield shape_of(match)


def driving_licences(text: str, _context: str) -> Iterator[Shape]:
    """The driver numbers of Great Britain, by their structure."""
    for match in _DRIVER.finditer(text):
        if re.match(r"[A-Z]{1,5}9*$", compact(match[0])[:5]):
            yield shape_of(match)


def driver_like(text: str, _context: str) -> Iterator[Shape]:
    """What has as many letters and figures as a driver number, with a day or month that is none."""
    yield from map(shape_of, _DRIVER_LIKE.finditer(text))


def prison_numbers(text: str, _context: str) -> Iterator[Shape]:
    """The prison numbers of England and Wales, such as A1234BC."""
    yield from map(shape_of, _PRISONER.finditer(text))


def child_benefit_numbers(text: str, _context: str) -> Iterator[Shape]:
    """The Child Benefit numbers, such as CHB12345678 AB."""
    yield from map(shape_of, _CHILD_BENEFIT.finditer(text))
