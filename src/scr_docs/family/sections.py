"""What the headings above a paragraph tell: whether people speak to the review there, or to services at the time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Annotated, Literal

from pydantic import BeforeValidator

from scr_docs import yaml_file
from scr_docs.family.words import small
from scr_docs.yaml_file import Strict, wrong

Section = Literal["review", "events", "other"]
"""In "review" people speak to the review, in "events" to the services of the time; "other" may be either."""


def pattern(value: object) -> object:
    """The text of a data file as a regular expression."""
    if not isinstance(value, str):
        return value
    try:
        return re.compile(value)
    except re.error as error:
        raise wrong(f"is no pattern: {error.msg}") from None


Pattern = Annotated[re.Pattern[str], BeforeValidator(pattern)]


class _SectionsFile(Strict):
    review: tuple[Pattern, ...]
    method: tuple[Pattern, ...]
    not_review: tuple[Pattern, ...]
    events: tuple[Pattern, ...]


@cache
def _shipped() -> _SectionsFile:
    return yaml_file.shipped(__file__, "sections.yaml", _SectionsFile)


@lru_cache(maxsize=10_000)
def _of(headings: tuple[str, ...]) -> Section | None:
    """The nearest heading that tells anything decides; None without any heading."""
    file = _shipped()
    for heading in map(small, reversed(headings)):
        if any(found.search(heading) for found in file.method):
            return "review"
        if any(found.search(heading) for found in file.events):
            return "events"
        if any(found.search(heading) for found in file.not_review):
            return "other"
        if any(found.search(heading) for found in file.review):
            return "review"
    return "other" if headings else None


def section_of(headings: Sequence[str]) -> Section | None:
    """What kind of section this heading path (outermost first) makes; None where there are no headings at all."""
    return _of(tuple(headings))
