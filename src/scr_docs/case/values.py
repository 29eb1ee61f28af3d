"""The values of a case file that are right or wrong by themselves: dates, times, postcodes, NHS numbers, languages."""

from __future__ import annotations

import datetime
import re
from typing import Any

from scr_docs.yaml_file import wrong

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TIME = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")

# Shape of a UK postcode: gov.uk "Bulk data transfer: additional validation", appendix C, without its list of areas,
# so that invented areas in samples and tests pass.
POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2}")
# Something with a figure in it, so that no Bolton and no Poole is taken for one; nor a prisoner's number (A1234BC).
_ALMOST_POSTCODE = re.compile(
    r"(?:^|\s)(?=.*[0-9])[A-Za-z]{1,2}[0-9OoIl][A-Za-z0-9]?(?: +[0-9OoIl][A-Za-z0-9]{1,3}|[0-9OoIl][A-Za-z0-9]{1,2})$"
)

_SECURE = re.compile(
    r"\b(?:(?:hmp|hmyoi|hm prison|yoi|young offenders?['’]? institution|prison|remand centre|"
    r"immigration removal centre|secure (?:unit|training centre|hospital|children['’]?s['’]? home))\b"
    r"(?!['’]?s? (?:road|street|lane|close|court|cottages?|officer|avenue|row|walk|view|house|mews|hill|gate|yard|way"
    r"|place)\b))"
)
"""What a prison or a secure place is called; a Prison Lane is none."""

# The languages most used in letters of UK boards. Knowing these by heart spares loading the whole registry.
_USUAL_LANGUAGES = frozenset({
    "en", "en-GB", "cy", "cy-GB", "gd", "ga", "pl", "ro", "ur", "pa", "bn", "gu", "ar", "so", "pt", "es", "fr", "it",
    "tr", "uk", "ru", "lt", "fa", "ku", "ti", "am", "yo",
})  # fmt: skip
_LANGUAGE_NAMES = {
    "english": "en-GB", "welsh": "cy", "polish": "pl", "romanian": "ro", "urdu": "ur", "punjabi": "pa", "panjabi": "pa",
    "bengali": "bn", "sylheti": "syl", "gujarati": "gu", "arabic": "ar", "somali": "so", "portuguese": "pt",
    "spanish": "es", "french": "fr", "italian": "it", "turkish": "tr", "ukrainian": "uk", "russian": "ru",
    "lithuanian": "lt", "persian": "fa", "farsi": "fa", "kurdish": "ku", "sorani": "ckb", "tigrinya": "ti",
    "bsl": "bfi", "amharic": "am", "yoruba": "yo", "igbo": "ig", "hindi": "hi", "tamil": "ta",
    "nepali": "ne", "pashto": "ps", "albanian": "sq", "bulgarian": "bg", "slovak": "sk", "czech": "cs",
    "hungarian": "hu", "latvian": "lv",
    "cantonese": "yue", "mandarin": "cmn", "chinese": "zh", "vietnamese": "vi", "german": "de", "greek": "el",
    "en-uk": "en-GB", "en-gb": "en-GB",
}  # fmt: skip


def parse_date(value: Any) -> Any:
    """A date from text written YYYY-MM-DD; None stays None."""
    if not isinstance(value, str):
        return value
    found = _DATE.fullmatch(value.strip())
    if not found:
        raise wrong("is not a date in the form that is expected", expected="YYYY-MM-DD, such as 2016-01-14")
    try:
        return datetime.date(*map(int, found.groups()))
    except ValueError:
        raise wrong("is a day that does not exist", expected="YYYY-MM-DD, such as 2016-01-14") from None


def check_time(value: Any) -> Any:
    """The time, if it is one of the clock."""
    if isinstance(value, str) and not _TIME.fullmatch(value.strip()):
        raise wrong("is not a time of day", expected='hours and minutes in quotes, such as "10:30" or "14:00"')
    return value


def check_email(value: Any) -> Any:
    """The address, if it has the shape of one."""
    if isinstance(value, str) and not _EMAIL.fullmatch(value.strip()):
        raise wrong("is not an e-mail address", expected="name@example.org")
    return value


def check_language(value: Any) -> Any:
    """The language tag, if BCP 47 and its registry know it. Sign languages are languages too (BSL is bfi)."""
    if not isinstance(value, str) or value.strip() in _USUAL_LANGUAGES:
        return value
    tag = value.strip()
    expected = "a BCP 47 language tag, such as en-GB, cy, pl or ur"
    near = _LANGUAGE_NAMES.get(tag.casefold().replace("_", "-"))
    if near and near.casefold() != tag.casefold():
        raise wrong("is not a language tag", expected=expected, mend=f"Did you mean {near}?")
    import langcodes  # noqa: PLC0415  # takes a while; only unusual tags need it

    if "_" in tag or not langcodes.tag_is_valid(tag):
        raise wrong("is not a language tag", expected=expected)
    return value


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits pass the modulus 11 check of the NHS number (NHS Data Dictionary, NHS NUMBER)."""
    if not re.fullmatch(r"\d{10}", digits) or len(set(digits)) == 1:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    check = (11 - total % 11) % 11
    return check != 10 and check == int(digits[9])


def postcode_of(lines: tuple[str, ...]) -> str | None:
    """The postcode at the end of an address, None where there is none."""
    last = lines[-1].strip() if lines else ""
    found = re.search(rf"(?:^|\s)({POSTCODE.pattern})$", last)
    return found[1] if found else None


def is_secure(lines: tuple[str, ...]) -> bool:
    """Whether an address is a prison or another secure place, where letters are opened and nobody can be rung."""
    return any(_SECURE.search(line.casefold()) for line in lines)


def almost_postcode(lines: tuple[str, ...]) -> bool:
    """Whether an address ends in something that was meant as a postcode and is none."""
    return bool(lines) and postcode_of(lines) is None and bool(_ALMOST_POSTCODE.search(lines[-1].strip()))


def name_words(*texts: str) -> set[str]:
    """The words of three letters or more in the texts, in lower case."""
    return {word.casefold() for text in texts for word in re.findall(r"[^\W\d_]{3,}", text)}
