"""What identifiers look like, whoever they belong to: regular expressions over original text, no repeats nested."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from scr_docs.case.values import POSTCODE, is_nhs_number
from scr_docs.names.dates import dates

_BIRTH_WORD = r"d[./]?\s?o[./]?\s?b\b\.?|dates?\s+of\s+birth|birth\s?dates?|birthday"
_BIRTH = re.compile(
    rf"(?:\b(?:(?:still|new)?born|gave birth|birth)|\(b\.?|\b(?:{_BIRTH_WORD}))"
    r"(?:\s(?:prematurely|early))?(?:\s(?:at|in|by)\s(?:(?!and\b|but\b|who\b|when\b)[\w'’-]+\s){1,5}(?=on\b))?"
    r"(?:\s{0,2}\(?(?:is|was|being|of|on|or|about|given|recorded|as|in|the|\w{3,6}day,?)\b){0,5}[\s:;,(–-]{0,4}(?:the\s+)?$",
    re.IGNORECASE,
)
_BIRTH_AFTER = re.compile(rf"\s?[(\[]\s?(?:{_BIRTH_WORD}|birth)", re.IGNORECASE)
_BIRTH_LABEL = re.compile(rf"\b(?:{_BIRTH_WORD})|^\W*(?:born|birth)\b", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:,|;|&|/|\band\b|,\s*and\b)\s*")
_NHS = re.compile(r"(?:(?<![\w-])|(?<=NHS))(\d{3})([ \u00a0.‑–-]{0,2})(\d{3})([ \u00a0.‑–-]{0,2})(\d{4})(?![\w-])")
_NHS_WORD = re.compile(r"\bNHS", re.IGNORECASE)
_POSTCODE = re.compile("(?<![A-Za-z0-9])" + POSTCODE.pattern.replace(" ?", "[ \u00a0]{0,2}") + "(?![A-Za-z0-9])")
_EMAIL = re.compile(r"(?<![\w.+-])\w[\w.+'’-]{0,63}@[\w-]+(?:\.[\w-]+)+")
_NEXT = r"[\s().-]{0,2}\d"
_PHONE = re.compile(
    rf"(?<![\w+/-])(?<!\d\.)(?:\(?(?:\+|00)44\)?[\s.-]?(?:\(0\)[\s.-]?|0)?[1-9](?:{_NEXT}){{8,9}}"
    rf"|\(0\d{{2,4}}\)(?:{_NEXT}){{5,8}}|0\d\d(?:{_NEXT}){{7,8}})(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A stretch of text that has the shape of an identifier. `value` is the identifier without its punctuation."""

    start: int
    end: int
    value: str


def birth_dates(text: str, context: str) -> Iterator[Shape]:
    """The dates that the words before them, or the `context` of a table's header or label, call a date of birth."""
    labelled = any(_BIRTH_LABEL.search(words) and len(words.split()) <= 5 for words in context.split("|"))
    last = -1
    for found in dates(text):
        joined = last >= 0 and _JOINED.fullmatch(text[last : found.start])
        named = _BIRTH.search(text[max(0, found.start - 60) : found.start]) or _BIRTH_AFTER.match(text, found.end)
        if labelled or joined or named:
            yield Shape(found.start, found.end, found.day.isoformat())
            last = found.end


def nhs_numbers(text: str, context: str) -> Iterator[Shape]:
    """The NHS numbers: ten digits with a right check digit, either grouped 3-3-4 or near the letters NHS."""
    for match in _NHS.finditer(text):
        digits = match[1] + match[3] + match[5]
        near = text[max(0, match.start() - 40) : match.end() + 20]
        grouped = match[2] and match[2] == match[4]
        if is_nhs_number(digits) and (grouped or _NHS_WORD.search(near) or _NHS_WORD.search(context)):
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
    """The UK telephone numbers of people and places; numbers in 03 and 08 belong to help lines and offices (Ofcom)."""
    numbered = {(shape.start, shape.end) for shape in nhs_numbers(text, context)}
    for match in _PHONE.finditer(text):
        digits = phone_digits(match[0])
        if (
            len(digits) in {10, 11}
            and digits[:2] not in {"00", "03", "08", "04", "06"}
            and match.span() not in numbered
        ):
            yield Shape(match.start(), match.end(), digits)


def phone_digits(number: str) -> str:
    """The number's digits as dialled within the United Kingdom."""
    digits = re.sub(r"\D", "", number)
    return re.sub(r"^(?:00)?440?", "0", digits) if re.match(r"\s*\(?(?:\+|00)44", number) else digits


SHAPES: Mapping[str, Callable[[str, str], Iterator[Shape]]] = {
    "birth-date": birth_dates,
    "nhs-number": nhs_numbers,
    "postcode": postcodes,
    "phone-number": phones,
    "email-address": emails,
}
"""Each takes the text and the words of its table's header and label, as "header | label"."""
