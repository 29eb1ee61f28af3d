"""Where somebody can be reached: postcodes, e-mail addresses and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import phonenumbers

from scr_docs.case.values import POSTCODE
from scr_docs.names.identifiers.health import nhs_numbers
from scr_docs.names.identifiers.shape import (
    Shape,
    compact,
    in_order,
    labels,
    lines_of,
    sentence_after,
    sentence_before,
    shape_of,
)

_POSTCODE = re.compile("(?<![A-Za-z0-9])" + POSTCODE.pattern.replace(" ?", r"[\s.-]{0,2}") + "(?![A-Za-z0-9])")
_SMALL_POSTCODE = re.compile(_POSTCODE.pattern, re.IGNORECASE)
_ORDINAL = re.compile(r"(?:1st|2nd|3rd|\dth)$", re.IGNORECASE)
_OUTWARD = r"(?<![A-Za-z0-9])([A-Z]{1,2}[0-9][0-9A-Z]?)(?![A-Za-z0-9])"
_OUTWARD_NAMED = re.compile(
    rf"(?:(?i:postcodes?|post\scodes?|postal\s(?:area|district|code)s?)(?:\s(?i:area|district|sector|of|in|is|was"
    rf"|the|prefix|begins|"
    rf"starts|beginning|starting|with|code)){{0,4}}[\s:(,‘'\"]{{1,3}}){_OUTWARD}(?!\s?\d[A-Z]{{2}})"
)
_OUTWARD_BEFORE = re.compile(rf"{_OUTWARD}['’\"]?\s(?i:post\s?code|postal|area|district|estate|neighbourhood)")
_OUTWARD_HOME = re.compile(
    r"\b(?:(?i:liv(?:e[sd]?|ing)|moved?|moving|reloca\w+|house[ds]?|housing|home|flat|address(?:es)?|based|located"
    r"|resid\w+|property|"
    rf"accommodation|tenancy|grew\sup|stay\w*|hostel|addresses)\s(?:\w+\s){{0,2}}?(?:in|to|at|from|within"
    rf"|around)\s(?:the\s)?){_OUTWARD}"
    r"(?!\s?\d[A-Z]{2})(?!['’]s)"
)
# Pseudonyms of practitioners (social worker 1) and statute sections look like outward codes.
_PSEUDONYM = re.compile(
    r"(?:SW|DS|PC|DC|SM|TM|HV|CP|EP|YP|SE|DN|TS|LA|GP|FC|CC|SS|PS|KS|YR|FH|CH|RH|FP|MH|CT|PO|NH|HA)\d|S(?:17|20|31"
    r"|38|42|44|47|76|85)|M(?:1|4|5|6|25|42|60|62)"
)
_EMAIL = re.compile(r"(?<![\w.+-])\w[\w.+'’-]{0,63}@[\w-]+(?:\.[\w-]+)+")
_NEXT = r"[\s().-]{0,2}\d"
_PHONE = re.compile(
    rf"(?<![\w+/-])(?<!\d\.)(?:\(?(?:\+|00)44\)?[\s.-]?(?:\(0\)[\s.-]?|0)?[1-9](?:{_NEXT}){{8,9}}"
    rf"|\(0\d{{2,4}}\)(?:{_NEXT}){{5,8}}|0\d\d(?:{_NEXT}){{7,8}})(?!\w)"
)
_ABROAD = re.compile(
    r"(?<![\w+/.-])\(?(?:\+|00)[1-9]\d{0,3}\)?[\s.-]{0,2}(?:\(0\)[\s.-]?)?\(?\d(?:[\s().-]{0,2}\d){5,13}(?![\w/])"
)
_PHONE_WORD = re.compile(
    r"\b(?:tel|telephones?|phones?|mobiles?|mob|call(?:ed|s)?|rang|ring|text(?:ed|s)?|whatsapp|landline|fax|contact)\b",
    re.IGNORECASE,
)
# Ofcom, Telephone numbers for use in TV and radio drama: given to nobody, and in what is invented or an example.
_DRAMA = re.compile(
    r"07700900\d{3}|01632960\d{3}|0(?:113|114|115|116|117|118|121|131|141|151|161)4960\d{3}|01914980\d{3}|02079460\d{3}"
    r"|02896496\d{3}|02890180\d{3}|02920180\d{3}"
)


def postcodes(text: str, context: str) -> Iterator[Shape]:
    """The full UK postcodes, by shape; in small letters only where words speak of an address."""
    named = any("postcode" in compact(label).lower() or "address" in label.lower() for label in labels(context))
    for match in _SMALL_POSTCODE.finditer(text):
        if _POSTCODE.fullmatch(match[0]):
            if not re.search(r"[.-]|\n\n", match[0]):
                yield shape_of(match)
        elif not _ORDINAL.search(match[0]) and (
            named
            or re.search(
                r"post\s?code|address|\bliv|\bmov|road|street|avenue|close\b|home|flat|house|lane|\bat\b",
                (sentence_before(text, match.start(), 60) + sentence_after(text, match.end(), 25)).lower(),
            )
        ):
            yield shape_of(match)


def outward_postcodes(text: str, context: str) -> Iterator[Shape]:
    """The first halves of postcodes, where words say that it is one or that somebody lives there."""
    named = any("postcode" in compact(label).lower() for label in labels(context))
    found = list(_OUTWARD_NAMED.finditer(text)) + list(_OUTWARD_BEFORE.finditer(text))
    if named:
        found += re.finditer(_OUTWARD + r"(?!\s?\d[A-Z]{2})", text)
    shapes = [shape_of(match, 1) for match in found]
    for match in _OUTWARD_HOME.finditer(text):
        area = re.sub(r"\d.*", "", match[1])
        if not _PSEUDONYM.fullmatch(match[1]) and (area in postcode_areas() or (len(area) == 2 and " in " in match[0])):
            shapes.append(shape_of(match, 1))
    known = {"area", "district", "estate", "neighbourhood"}
    for shape in in_order(shapes):
        word = re.match(r"['’\"]?\s(\w+)", text[shape.end :][:20])
        doubtful = (
            word
            and word[1].lower() in known
            and not re.search(r"post", sentence_before(text, shape.start, 40), re.IGNORECASE)
        )
        if not (doubtful and re.sub(r"\d.*", "", shape.value) not in postcode_areas()):
            yield shape


@cache
def postcode_areas() -> frozenset[str]:
    """The letters with which UK postcodes begin."""
    return frozenset(" ".join(lines_of("postcode_areas.txt")).split())


def emails(text: str, _context: str) -> Iterator[Shape]:
    """The e-mail addresses."""
    for match in _EMAIL.finditer(text):
        yield Shape(match.start(), match.end(), match[0].casefold())


def phones(text: str, context: str) -> Iterator[Shape]:
    """The telephone numbers of people and places; UK numbers in 03 and 08 belong to help lines and offices (Ofcom)."""
    if any(figure in text for figure in "0+"):
        yield from in_order((*_at_home(text, context), *_abroad(text)))


def _at_home(text: str, context: str) -> Iterator[Shape]:
    numbered = {(shape.start, shape.end) for shape in nhs_numbers(text, context)}
    for match in _PHONE.finditer(text):
        digits = phone_digits(match[0])
        if (
            len(digits) in {10, 11}
            and digits[:2] not in {"00", "03", "08", "04", "06"}
            and match.span() not in numbered
            and (_is_number(digits) or _PHONE_WORD.search(sentence_before(text, match.start(), 50) + context))
        ):
            yield Shape(match.start(), match.end(), digits)


def _is_number(digits: str) -> bool:
    """Whether the digits, as dialled at home, are a number of the numbering plan or one for drama."""
    return bool(_DRAMA.fullmatch(digits)) or phonenumbers.is_valid_number(phonenumbers.parse(digits, "GB"))


def _abroad(text: str) -> Iterator[Shape]:
    for match in _ABROAD.finditer(text):
        digits = re.sub(r"\D", "", match[0].replace("(0)", ""))
        digits = digits if "+" in match[0] else digits[2:]
        if digits.startswith("44") or not 7 <= len(digits) <= 15:
            continue
        try:
            number = phonenumbers.parse(f"+{digits}")
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number) and ("+" in match[0] or phonenumbers.is_valid_number(number)):
            yield Shape(match.start(), match.end(), digits)


def phone_digits(number: str) -> str:
    """The number's digits as dialled within the United Kingdom."""
    digits = re.sub(r"\D", "", number)
    return re.sub(r"^(?:00)?440?", "0", digits) if re.match(r"\s*\(?(?:\+|00)44", number) else digits
