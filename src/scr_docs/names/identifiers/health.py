"""Numbers that the health services of the United Kingdom give to everybody, by their check digit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.case.values import is_nhs_number
from scr_docs.names.identifiers.shape import Shape, shape_of

_NHS = re.compile(
    r"(?:(?<![\w-])(?<!\d[.,])|(?<=NHS)|(?<=nhs))(\d{3})([\s.‑–-]{0,2})(\d{3})([\s.‑–-]{0,2})(\d{4})(?![\w-])(?![.,]\d)"
)
_NHS_WORD = re.compile(
    r"\bNHS|\bn\.h\.s|health\s(?:service\s)?(?:and\scare\s)?n(?:o|umber)\b|\bH\s?&\s?C\s?N", re.IGNORECASE
)
_CHI = re.compile(r"(?<![\w/+-])(\d{6})[\s-]?(\d{4})(?![\w-])")
_CHI_WORD = re.compile(r"\bC\.?H\.?I\.?\b|community\shealth\sind", re.IGNORECASE)

# The Strategic Executive Information System numbers serious incidents 2015/12345.
_STEIS = re.compile(r"(?<![\w/.-])20[0-3]\d/\d{5,6}(?![\w/-])")


def nhs_numbers(text: str, context: str) -> Iterator[Shape]:
    """The NHS numbers: ten digits with a right check digit, either grouped 3-3-4 or near the letters NHS."""
    for match in _NHS.finditer(text):
        digits = match[1] + match[3] + match[5]
        near = text[max(0, match.start() - 40) : match.end() + 20]
        grouped = match[2] and match[2] == match[4]
        if is_nhs_number(digits) and (grouped or _NHS_WORD.search(near) or _NHS_WORD.search(context)):
            yield Shape(match.start(), match.end(), digits)


def chi_numbers(text: str, context: str) -> Iterator[Shape]:
    """The Scottish CHI numbers: a day of birth and four digits, with a right check digit, near the letters CHI."""
    for match in _CHI.finditer(text):
        digits = match[1] + match[2]
        near = text[max(0, match.start() - 40) : match.end() + 20]
        day, month = int(digits[:2]), int(digits[2:4])
        if (
            1 <= day <= 31
            and 1 <= month <= 12
            and is_nhs_number(digits)
            and (_CHI_WORD.search(near) or _CHI_WORD.search(context))
        ):
            yield Shape(match.start(), match.end(), digits)


def incident_numbers(text: str, _context: str) -> Iterator[Shape]:
    """The numbers that the health service's national system gave to serious incidents."""
    yield from map(shape_of, _STEIS.finditer(text))
