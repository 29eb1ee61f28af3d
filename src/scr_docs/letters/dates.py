"""Days and months as letters write them, in English and in other languages.

English as the NHS and GOV.UK write it: "Thursday 14 January 2016", no ordinals and no commas. Other languages as the
Unicode Common Locale Data Repository has them, which babel carries; one that it lacks has its dates in English.
"""

from __future__ import annotations

import datetime
from functools import cache

ENGLISH = "en-GB"


def is_english(language: str) -> bool:
    """Whether this tag is one of English."""
    return language.casefold().split("-")[0] == "en"


@cache
def with_region(language: str) -> str:
    """The tag with the country where most speak the language so, as word processors name languages: ur-PK for ur."""
    if "-" in language:
        return language
    from babel.core import get_global  # noqa: PLC0415  # most letters are in English

    likely = str(get_global("likely_subtags").get(language, language)).split("_")
    return "-".join((likely[0], *(one for one in likely[1:] if len(one) == 2)))


def day_in(day: datetime.date, language: str = ENGLISH) -> str:
    """A day with its weekday, as a letter in this language writes it."""
    return _other(day, "full", language) or f"{day:%A} {day.day} {day:%B %Y}"


def month_in(day: datetime.date, language: str = ENGLISH) -> str:
    """The month of a day with its year, in the form that it has within a sentence."""
    return _other(day, "MMMM y", language) or f"{day:%B %Y}"


def _other(day: datetime.date, form: str, language: str) -> str | None:
    if is_english(language):
        return None
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # most letters are in English
    from babel.dates import format_date  # noqa: PLC0415

    try:
        return format_date(day, form, Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        return None
