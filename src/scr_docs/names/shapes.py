"""What identifiers look like, whoever they belong to: regular expressions over original text, without nested repeats."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from scr_docs.case.values import POSTCODE, is_nhs_number

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "(?:" + "|".join(f"{month}|{month[:3]}" for month in _MONTHS) + "|sept)\\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"

DATE = (
    rf"(?:{_DAY}(?:st|nd|rd|th)?(?:\sof)?[\s-]{_MONTH},?[\s-](?:{_YEAR}|\d\d(?!\d))"
    rf"|{_MONTH}\s{_DAY}(?:st|nd|rd|th)?,?\s{_YEAR}"
    rf"|{_DAY}[/.-]{_DAY}[/.-](?:{_YEAR}|\d\d(?!\d))"
    rf"|{_YEAR}-{_DAY}-{_DAY})"
)
"""A day of the calendar, in words or in figures."""

PLACEHOLDERS: Mapping[str, str] = {
    "date": rf"(?<![\d/.-]){DATE}(?![\d/-])",
    "month": rf"\b{_MONTH}\b",
    "number": r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|a number of)",
    "word": r"[\w'’-]+",
    "words": r"(?:[\w'’-]+[ ,]+){0,6}",
    "gap": r"[^.!?\n]{0,80}?",
}
"""What {…} may stand for in a rule's patterns."""

_DATE_RE = re.compile(PLACEHOLDERS["date"], re.IGNORECASE)
_BIRTH = re.compile(
    r"(?:\bborn(?:\s+(?:on|in\s+\w+\s+on))?|\bd\.?\s?o\.?\s?b\b\.?|\bdates?\s+of\s+birth|\bbirth\s?dates?|\bbirthday)"
    r"(?:\s*\(?(?:is|was|being|of)\b)?[\s:;,(–-]{0,4}(?:the\s+)?$",
    re.IGNORECASE,
)
_BIRTH_LABEL = re.compile(r"(?:^|\|)\W*(?:d\.?\s?o\.?\s?b\b\.?|date\s+of\s+birth|birth\s?date|born|birthday)\b", re.IGNORECASE)
_NHS = re.compile(r"(?<![\w-])(\d{3})([ \u00a0-]?)(\d{3})\2(\d{4})(?![\w-])")
_NHS_WORD = re.compile(r"\bNHS\b", re.IGNORECASE)
_POSTCODE = re.compile("(?<![A-Za-z0-9])" + POSTCODE.pattern.replace(" ?", "[ \u00a0]?") + "(?![A-Za-z0-9])")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w+/.-])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|0044[\s-]?|\((?=0\d+\))0|0)\d(?:[\s()-]{0,2}\d){8,9}(?![\w/])")


@dataclass(frozen=True, slots=True)
class Shape:
    """A stretch of text that has the shape of an identifier. `value` is the identifier without its punctuation."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day of the calendar in the text."""

    start: int
    end: int
    day: datetime.date


def dates(text: str) -> Iterator[FoundDate]:
    """The full dates in the text. Day comes before month, as in the United Kingdom; years of two digits are not future."""
    if not any(character.isdigit() for character in text):
        return
    for match in _DATE_RE.finditer(text):
        if day := _day(match[0]):
            yield FoundDate(match.start(), match.end(), day)


def birth_dates(text: str, context: str) -> Iterator[Shape]:
    """The dates that the words before them, or the `context` of a table's header or label, call a date of birth."""
    for found in dates(text):
        if _BIRTH.search(text[max(0, found.start - 50) : found.start]) or _BIRTH_LABEL.search(context):
            yield Shape(found.start, found.end, found.day.isoformat())


def nhs_numbers(text: str, context: str) -> Iterator[Shape]:
    """The NHS numbers: ten digits with a right check digit, either grouped 3-3-4 or near the letters NHS."""
    for match in _NHS.finditer(text):
        digits = match[1] + match[3] + match[4]
        near = text[max(0, match.start() - 40) : match.end() + 20]
        if is_nhs_number(digits) and (match[2] or _NHS_WORD.search(near) or _NHS_WORD.search(context)):
            yield Shape(match.start(), match.end(), digits)


def postcodes(text: str, _context: str) -> Iterator[Shape]:
    """The full UK postcodes, by shape."""
    for match in _POSTCODE.finditer(text):
        yield Shape(match.start(), match.end(), re.sub(r"\s", "", match[0]))


def emails(text: str, _context: str) -> Iterator[Shape]:
    """The e-mail addresses."""
    for match in _EMAIL.finditer(text):
        yield Shape(match.start(), match.end(), match[0].casefold())


def phones(text: str, context: str) -> Iterator[Shape]:
    """The UK telephone numbers of people and places; free and national rate numbers belong to help lines (Ofcom: 03, 08)."""
    numbered = {(shape.start, shape.end) for shape in nhs_numbers(text, context)}
    for match in _PHONE.finditer(text):
        digits = phone_digits(match[0])
        if len(digits) in {10, 11} and digits[:2] not in {"00", "03", "08", "04", "06"} and match.span() not in numbered:
            yield Shape(match.start(), match.end(), digits)


def phone_digits(number: str) -> str:
    """The number's digits as dialled within the United Kingdom."""
    digits = re.sub(r"\D", "", number)
    digits = re.sub(r"^(?:0044|44)0?", "0", digits) if re.match(r"\s*(?:\+|00)44", number) else digits
    return digits


SHAPES: Mapping[str, Callable[[str, str], Iterator[Shape]]] = {
    "birth-date": birth_dates,
    "nhs-number": nhs_numbers,
    "postcode": postcodes,
    "phone-number": phones,
    "email-address": emails,
}
"""Each takes the text and the words of its table's header and label, as "header | label"."""


def _day(written: str) -> datetime.date | None:
    words = re.findall(r"\d+|[a-z]{3,}", written.lower().replace("of", " "))
    month_name = next((word for word in words if word.isalpha() and word not in {"the"}), None)
    numbers = [int(word) for word in words if word.isdigit()]
    if month_name:
        month = next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(month_name[:3])), 0)
        if len(numbers) != 2:
            return None
        day, year = numbers
    elif len(numbers) == 3:
        day, month, year = reversed(numbers) if numbers[0] > 31 else numbers
    else:
        return None
    if year < 100:
        year += 2000 if year + 2000 <= datetime.datetime.now(tz=datetime.UTC).year else 1900
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
