"""How a name that a case file knows is written elsewhere: in other orders, letters, joins and mistakes.

Made apart from what the program itself looks for, so that the one can be held against the other.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator

from anyascii import anyascii

_APOSTROPHE = re.compile("['’]")
_APOSTROPHES = "'’‘`´ʼ"
_HYPHENS = "-‐‑–"
_PARTICLES = ("Al-", "El-")
_TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr")
_SHORT_OR_ORDINARY = frozenset({
    "bao", "bi", "bich", "bile", "blair", "can", "duc", "dung", "elijah", "faith", "felix", "florin", "grace", "hope",
    "isla", "jean", "jo", "joy", "junior", "lok", "long", "mark", "miley", "nan", "paddy", "poppy", "rose", "seren",
    "son", "summer", "tao", "theresa", "ubah", "will", "winston", "yen",
})  # fmt: skip
"""First names that are ordinary words, or so short that in small letters nobody could tell them from one."""

Writing = tuple[str, str]
"""The frame that it needs ("name", "plural", "e-mail" …), and the text."""


def of(first: str, surname: str, chance: random.Random) -> Iterator[tuple[str, Writing]]:
    """The kind of each writing, and the writing."""
    yield from _orders(first, surname, chance)
    yield from _letters(first, surname)
    yield from _joined(first, surname)
    yield from _broken(first, surname)
    yield "misspelt", ("name", f"{misspelt(first, chance)} {surname}")
    yield "misspelt", ("name", f"{first} {misspelt(surname, chance)}")


def _orders(first: str, surname: str, chance: random.Random) -> Iterator[tuple[str, Writing]]:
    yield "full", ("name", f"{first} {surname}")
    yield "last name first", ("name", f"{surname}, {first}")
    yield "last name first", ("name", f"{surname.upper()}, {first}")
    yield "last name first", ("name", f"{surname.upper()} {first}")
    yield "first only", ("name", first)
    yield "title + surname", ("name", f"{chance.choice(_TITLES)} {surname}")
    yield "first + initial", ("name", f"{first} {surname[0]}")
    yield "first + initial", ("name", f"{first} {surname[0]}.")
    yield "initial + surname", ("name", f"{first[0]}. {surname}")
    yield "initial + surname", ("name", f"{first[0]} {surname}")
    yield "initial + surname", ("name", f"{surname}, {first[0]}")
    yield "initials", ("initials", f"{first[0]}.{surname[0]}.")
    yield "initials", ("initials", f"{first[0]}{surname[0]}")
    yield "possessive", ("possessive", f"{first} {surname}")
    yield "possessive", ("possessive", first)
    if not surname.endswith("s"):
        yield "plural", ("plural", f"{surname}s")
    yield "cell of a table", ("table", first)


def _letters(first: str, surname: str) -> Iterator[tuple[str, Writing]]:
    yield "capitals", ("name", f"{first} {surname}".upper())
    yield "capitals", ("name", surname.upper())
    yield "lower case", ("name", f"{first} {surname}".lower())
    if first.lower() not in _SHORT_OR_ORDINARY:
        yield "lower case", ("name", first.lower())
    plain = anyascii(f"{first} {surname}")
    if plain != f"{first} {surname}".replace("’", "'"):
        yield "no diacritics", ("name", plain)
        yield "letter and accent apart", ("name", unicodedata.normalize("NFD", f"{first} {surname}"))
    if "'" in plain:
        for sign in (*_APOSTROPHES, "", " "):
            yield "apostrophe", ("name", f"{first} {_APOSTROPHE.sub(sign, surname)}")
    yield from _double(first, surname)
    yield from _begun(first, surname)


def _double(first: str, surname: str) -> Iterator[tuple[str, Writing]]:
    """Names with a hyphen: another sign in its place, and the halves of a surname."""
    if surname.startswith(_PARTICLES):
        return
    for sign in (*_HYPHENS, " "):
        if "-" in first:
            yield "hyphen", ("name", f"{first.replace('-', sign)} {surname}")
        if "-" in surname:
            yield "hyphen", ("name", f"{first} {surname.replace('-', sign)}")
    if "-" in surname:
        one, _, two = surname.partition("-")
        yield "half of a double name", ("name", f"Mrs {one}")
        yield "half of a double name", ("name", f"{first} {two}")


def _begun(first: str, surname: str) -> Iterator[tuple[str, Writing]]:
    """Surnames that begin with Al-, Mc or Mac, in the other ways of writing these."""
    if particle := next((particle for particle in _PARTICLES if surname.startswith(particle)), None):
        bare, short = surname.removeprefix(particle), particle[:2]
        for written in (f"{short} {bare}", f"{short.lower()}-{bare}", f"{short}{bare.lower()}", bare):
            yield "particle", ("name", f"{first} {written}")
    if mac := re.match(r"(Mc|Mac)(?=[A-Z])", surname):
        bare = surname[mac.end() :]
        for written in (f"Mc {bare}", f"Mac {bare}", f"Mac{bare}", f"Mc{bare}", f"Mc{bare.lower()}"):
            yield "Mc and Mac", ("name", f"{first} {written}")


def _joined(first: str, surname: str) -> Iterator[tuple[str, Writing]]:
    one, two = (re.sub(r"[^A-Za-z]", "", anyascii(part)) for part in (first, surname))
    yield "run together", ("run-on", f"{one}{two}")
    yield "run together", ("run-on", f"{two}{one}")
    yield "underscores", ("run-on", f"{two}_{one}")
    yield "underscores", ("run-on", f"{one}_{two}".lower())
    yield "e-mail", ("e-mail", f"{one}.{two}".lower())
    yield "e-mail", ("e-mail", f"{one[0]}.{two}".lower())
    yield "e-mail", ("e-mail", f"{one}{two}".lower())
    yield "link", ("url", f"{one}-{two}".lower())
    yield "link", ("url", f"{one}.{two}".lower())
    yield "file name", ("file", f"{two}_{one[0]}")
    yield "file name", ("file", f"{one} {two}")
    yield "file name", ("file", f"{one.lower()}-{two.lower()}")


def _broken(first: str, surname: str) -> Iterator[tuple[str, Writing]]:
    middle = max(1, len(surname) // 2)
    for sign in ("\u200b", "\u00ad", "\u2060"):
        yield "unseen sign inside", ("name", f"{first} {surname[:middle]}{sign}{surname[middle:]}")
    for space in ("\n", "\u00a0", "  ", "\t", "\u202f"):
        yield "other space", ("name", f"{first}{space}{surname}")


def misspelt(name: str, chance: random.Random) -> str:
    """The name with one slip of the keys after its first letter, where it has at least five letters."""
    if len(name) < 5:
        return name
    pairs = ((place, name[place : place + 2]) for place in range(1, len(name) - 1))
    place = chance.choice([place for place, pair in pairs if pair.isalpha() and pair[0] != pair[1]])
    left, here, after, right = name[:place], name[place], name[place + 1], name[place + 2 :]
    vowel = {"a": "e", "e": "a", "i": "y", "o": "u", "u": "o"}.get(here.lower(), "")
    return chance.choice(
        (
            f"{left}{after.lower()}{here}{right}",
            f"{left}{here}{here}{after}{right}",
            f"{left}{after}{right}",
            f"{left}{vowel or here + here}{after}{right}",
        )
    )
