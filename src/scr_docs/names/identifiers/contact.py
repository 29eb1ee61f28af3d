"""Where somebody can be reached: postcodes, e-mail addresses and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import phonenumbers

from scr_docs.case.values import POSTCODE
from scr_docs.names.identifiers.health import nhs_numbers
from scr_docs.names.identifiers.public import is_public_mailbox
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
_OUTWARD = re.compile(
    r"(?<![A-Za-z0-9/.-])([A-Z]{1,2}[0-9][0-9A-Z]?)(?![A-Za-z0-9/-])(?!\s?\d[A-Z]{2})(?!['’]s)(?!\.\d)"
)
_POSTAL = re.compile(
    r"\bpost\s?codes?\b|\bpostal\b|\boutward\b|\bp/?c:?\s?$|\bp/c\b|\bp/\s?codes?\b"
    r"|\b(?:area|district|locality|neighbourhood|patch)\s?[:=–-]\s?$",
    re.IGNORECASE,
)
_POSTAL_AFTER = re.compile(
    r"^['’\")]?\s?\(?(?:post\s?codes?|postal|area|districts?|estate|neighbourhood|patch|locality|side|end|boys|gang|crew|lads"
    r"|address(?:es)?|postcodes?|way|families|residents|households|streets)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\b(?:in|into|from|to|around|near|within|across|outside|through|leaving|left|between|of|towards|and|or|via|at|over)\s(?:the\s)?$",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"(?<!confided)(?<!trust)(?<!confidence)(?<!faith)\s(?:in|within|across|around|near)\s(?:the\s)?$", re.IGNORECASE
)
_HOME = re.compile(
    r"\b(?:liv(?:e[sd]?|ing)|mov(?:e[sd]?|ing)|reloca\w+|house[ds]?|housing|home|flat|address(?:es)?|based|located|resid\w+"
    r"|propert\w+|accommodat\w+|tenancy|grew\sup|stay\w*|hostel|famil(?:y|ies)|street\w*|estate|bus|area|neighbour\w*|shop|park"
    r"|school|surgery|rehoused|evicted|sofa|placed|placement|carers?|gangs?|friends|partner|grandparents|aunt|uncle|cousins?)\b",
    re.IGNORECASE,
)
_NOT_PLACED = re.compile(
    r"\b(?:forms?|tables?|annex|appendix|figure|band|grade|room|unit|level|vitamin|group|class|key\sstage|cohort|guideline"
    r"|standard|section|stage|road|motorway|gate|junction|bed|ward|cell|block|recommendation|action|theme|row|column)\s$",
    re.IGNORECASE,
)
_AREA_LABEL = re.compile(
    r"\b(?:post\s?codes?|p/?c|p/code|outward|postal|area|district|locality|patch|lives|location|town|home\sarea|neighbourhood|where|place|ward)\b",
    re.IGNORECASE,
)
# Pseudonyms of practitioners (social worker 1) and statute sections look like outward codes.
_PSEUDONYM = re.compile(
    r"(?:SW|DS|PC|DC|SM|TM|HV|CP|EP|YP|SE|DN|TS|LA|GP|FC|CC|SS|PS|KS|YR|FH|CH|RH|FP|MH|CT|PO|NH|HA|KS|CG|QS|NG|MG|IR|AP|NQ|PP|ID|LP|NN|HT|AH|AS|UN|US|WW|BP)\d|S(?:[1-6]|17|20|31|38|42|44|47|76|85)"
    r"|M(?:1|4|5|6|25|42|60|62)"
)
_EMAIL = re.compile(r"(?<![\w.+-])\w[\w.+'’-]{0,63}@[\w-]+(?:\.[\w-]+)+")
_NO_PLACE = frozenset({"B12", "CO2"})  # a vitamin, a gas
_NEAR_WORDS = 80
_SHORT_CELL = 3
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
            or _is_typed(match[0])
            or re.search(
                r"post\s?code|address|\bp/?c\b|\bliv|\bmov|\bsent\b|deliver|\bto\s$|\bin\s$|\bfrom\s$|road|street|avenue|close\b|home|flat|house|lane|\bat\b",
                (sentence_before(text, match.start(), 60) + sentence_after(text, match.end(), 25)).lower(),
            )
        ):
            yield shape_of(match)


def _is_typed(written: str) -> bool:
    """Whether it is a postcode of a real area with its blank in small letters; hardly anything else looks so."""
    area = re.match("[a-z]+", written)
    return bool(
        area and re.fullmatch(r"\w{2,4}\s\d[a-z]{2}", written) and area[0].upper() in postcode_areas()
    ) and not (written.endswith(("hr", "ft", "lb", "th", "st", "nd", "rd")))


def outward_postcodes(text: str, context: str) -> Iterator[Shape]:
    """The first halves of postcodes, where words say that it is one or that somebody lives there."""
    under = any(_AREA_LABEL.search(label) for label in labels(context)) and len(text.split()) <= _SHORT_CELL
    for match in _OUTWARD.finditer(text):
        before = sentence_before(text, match.start(), _NEAR_WORDS)
        after = sentence_after(text, match.end(), _NEAR_WORDS)
        if under or _is_outward(match[1], before, after):
            yield shape_of(match, 1)


def _is_outward(code: str, before: str, after: str) -> bool:
    """Whether words call it a postcode, or it is a real one, or looks like one, where the words speak of a place."""
    if _NOT_PLACED.search(before):
        return False
    beside = _POSTAL.search(" ".join(before.split()[-5:])) or re.match(r"\W{0,3}post", after, re.IGNORECASE)
    area = re.sub(r"\d.*", "", code)
    if beside:
        return True
    real, double = area in postcode_areas(), len(area) == 2
    inside, placed = _INSIDE.search(before), _PLACED.search(before)
    if _PSEUDONYM.fullmatch(code) and not (real and double and inside):
        return False
    called = _POSTAL_AFTER.match(after)
    near = f"{before} | {after}"
    if _POSTAL.search(near):
        return real or bool(placed or called)
    ways = (
        real and re.search(r"[A-Z][a-z]+,\s$", before),  # after a street and a comma
        real and inside and len(code) > len("E1") and code not in _NO_PLACE,
        real and double and (placed or (before.endswith("(") and after.startswith(")"))),
        real and called,
        placed and (real or double) and _HOME.search(near),
    )
    return any(ways)


@cache
def postcode_areas() -> frozenset[str]:
    """The letters with which UK postcodes begin."""
    return frozenset(" ".join(lines_of("postcode_areas.txt")).split())


def emails(text: str, _context: str) -> Iterator[Shape]:
    """The e-mail addresses, apart from the mailboxes of public bodies and charities."""
    for match in _EMAIL.finditer(text):
        if not is_public_mailbox(match[0]):
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
