"""The messages that many mistakes share, whole, so that tables of mistakes stay readable."""

from __future__ import annotations

LIST = "a list: one line with “- ” for each item, or [a, b]"


def none_of(place: str, words: str, near: str = "") -> str:
    """A word is none of those that may stand there."""
    return f"{place}: is none of the words that may stand here. Expected: {words}.{_near(near)}"


def no_id(place: str, near: str = "") -> str:
    """An id is nobody's."""
    return f"{place}: is not the id of anybody among the people. Expected: one of the ids under people.{_near(near)}"


def no_key(place: str, near: str) -> str:
    """The last key of the place does not exist; it may be printed, for it is nearly one that does."""
    return f"{place}: there is no key {place.replace(' ', '.').rpartition('.')[2]!r}.{_near(near)}"


def other_key(place: str, keys: str) -> str:
    """A key does not exist and may be somebody's name, so it is not printed."""
    return f"{place}: there is no key of this name. Expected: {keys}."


def misfit(place: str, expected: str) -> str:
    """The value has another shape."""
    return f"{place}: does not fit here. Expected: {expected}."


def blank(place: str, expected: str = "a text") -> str:
    """Nothing stands after the key."""
    return f"{place}: is blank. Expected: {expected}. Fill it in."


def missing(place: str, key: str, expected: str = "a text") -> str:
    """A key that is needed does not stand there."""
    return f"{place}: {key!r} is missing. Expected: {expected}."


def no_name(place: str) -> str:
    """The name of a pack or rule has another form."""
    return f"{place}: cannot be the name of a pack or rule. Expected: small letters and hyphens, such as known-name."


def _near(word: str) -> str:
    return f" Did you mean {word}?" if word else ""
