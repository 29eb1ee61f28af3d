"""Why somebody did not take part: the reason in the case file's words, or words that explain nothing."""

from __future__ import annotations

from functools import cache

from scr_docs import yaml_file
from scr_docs.family.sections import Pattern
from scr_docs.yaml_file import Strict


class _ReasonsFile(Strict):
    anywhere: dict[str, tuple[Pattern, ...]]
    told: dict[str, tuple[Pattern, ...]]
    own: dict[str, tuple[Pattern, ...]]
    last: dict[str, tuple[Pattern, ...]]
    causes: Pattern
    vague: tuple[Pattern, ...]


@cache
def shipped() -> _ReasonsFile:
    """The shipped reasons."""
    return yaml_file.shipped(__file__, "reasons.yaml", _ReasonsFile)


def _first(reasons: dict[str, tuple[Pattern, ...]], text: str) -> str | None:
    return next((reason for reason, patterns in reasons.items() if any(found.search(text) for found in patterns)), None)


def reason_of(text: str) -> str | None:
    """The reason that this text about somebody's not taking part gives; None where it gives none.

    `text` is in small letters and without contractions.
    """
    file = shipped()
    own = _first(file.own, text)
    if own is None:
        return _first(file.anywhere, text) or _first(file.told, text) or _first(file.last, text)
    cause = file.causes.search(text)
    told = text[cause.start() :] if cause else ""
    return _first(file.anywhere, text) or (_first(file.told, told) if told else None) or own


def is_vague(text: str) -> bool:
    """Whether the text has words that sound like a reason and explain nothing."""
    return any(found.search(text) for found in shipped().vague)
