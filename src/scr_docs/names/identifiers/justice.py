"""References of police and courts that tell by their own form what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.names.identifiers.shape import Shape, in_order, sentence_after, sentence_before, shape_of

# Family and civil courts number LD13C00345, the Crown Court T20167042 (HM Courts & Tribunals Service).
_COURT = re.compile(
    r"(?<![A-Za-z0-9/])(?:[A-Z]{2}\s?\d{2}\s?[ACDFPZ]\s?\d{5}|[ASTUC]\s?20[0-3]\d\s?[/-]?\d{4})(?![A-Za-z0-9/])",
    re.IGNORECASE,
)
# Neutral citations of the courts that hear families; those of higher courts are cited as law.
_CITATION = re.compile(
    r"[\[(](?:19|20)\d\d[\])]\s{0,2}(?:EWFC|EWCOP|NIFam|EWHC)\s{0,2}B?\d{1,5}(?:\s?\((?:Fam|B|T\d)\))?", re.IGNORECASE
)
# Police National Computer: year, a running number and a check letter out of 23 (no I, O or S).
_PNC = re.compile(
    r"(?<![A-Za-z0-9/])(?:(?:19|20)\d\d|\d\d)\s?/\s?\d{4,7}\s?[A-HJ-NP-RT-Z](?![A-Za-z0-9/])", re.IGNORECASE
)
# Police unique reference number: force and station, a running number, the year.
_URN = re.compile(
    r"(?<![A-Za-z0-9/])\d{2}[\s/-]?[A-Z][A-Z0-9]\s?[/-]\s?\d{3,7}\s?[/-]\s?\d{2}(?:\d\d)?(?![A-Za-z0-9/])",
    re.IGNORECASE,
)

# Crime and incident numbers that begin with the letters of a system.
_CRIME = re.compile(
    r"(?<![A-Za-z0-9/])(?:CR|CRI|CRIS|CRN|OCC|INC|CAD|NICHE|STORM|CCMS|LOG)[/-]\d{2,7}[/-]\d{2,4}(?![A-Za-z0-9/])"
    r"|(?<![\w/£$.,-])(?:[012]\d/\d{6}|[1-9]\d{10})(?![\w/-])(?![.,]\d)",
    re.IGNORECASE,
)


_SUM = re.compile(
    r"[£$€]|\b(?:costs?|spen[dt]\w*|budgets?|expenditure|amount\w*|sums?|totals?|worth|value|turnover|income|grants?|funding"
    r"|price|million|billion|population|isbn|barcode)\b",
    re.IGNORECASE,
)
"""Words beside which a long number is an amount."""


def crime_numbers(text: str, context: str) -> Iterator[Shape]:
    """The references of the police that begin with letters of a system, such as CR/2345/15, or have eleven figures."""
    for match in _CRIME.finditer(text):
        near = f"{sentence_before(text, match.start(), 50)} | {context} | {sentence_after(text, match.end(), 25)}"
        if not (match[0].isdigit() and _SUM.search(near)):
            yield shape_of(match)


def court_numbers(text: str, _context: str) -> Iterator[Shape]:
    """The case numbers of family courts and the Crown Court, and citations of judgments about families."""
    cited = (cited for cited in _CITATION.finditer(text) if "EWHC" not in cited[0].upper() or "FAM" in cited[0].upper())
    yield from in_order(map(shape_of, (*_COURT.finditer(text), *cited)))


def pnc_ids(text: str, _context: str) -> Iterator[Shape]:
    """The identities on the Police National Computer, such as 97/123456X."""
    yield from map(shape_of, _PNC.finditer(text))


def police_urns(text: str, _context: str) -> Iterator[Shape]:
    """The unique reference numbers of police and prosecutors, such as 01AB/1234/15."""
    yield from map(shape_of, _URN.finditer(text))
