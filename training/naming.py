"""Names as drafts write them: in full or by halves, with titles and initials, in capitals or without any."""

from __future__ import annotations

import random
import re

from scr_docs.names.text.fold import fold
from scr_docs.names.unregistered.words import HIDDEN
from training.sources import Invented, Names, Sources

Piece = tuple[str, bool]
"""Some text and whether it is a name."""

_FORMS = (
    ("full", 26), ("first", 26), ("titled", 12), ("initials", 7), ("last", 8), ("double", 6), ("middle", 4),
    ("nick", 7), ("lf", 2), ("ordinary", 5), ("titled_full", 2),
)  # fmt: skip


class Naming:
    """Draws names of the origin that is set. `hide` is how often a listed name is shown as one that no list holds."""

    def __init__(self, sources: Sources, drawn: random.Random, *, hide: float) -> None:
        self._sources = sources
        self._drawn = drawn
        self._hide = hide
        self._origins = sorted(sources.own)
        own = sources.own.values()
        self._invented = [
            Invented(names.given + names.family)
            for names in (*own, *sources.others)
            if len(names.given) + len(names.family) > 40
        ]
        self._origin: Names | None = None

    @staticmethod
    def _plain(text: str) -> list[Piece]:
        return [(text, False)]

    def _word(self, heading: str) -> str:
        return self._drawn.choice(self._sources.words[heading])

    def _an_origin(self) -> Names:
        if self._sources.others and self._drawn.random() < 0.25:
            return self._drawn.choice(self._sources.others)
        return self._sources.own[self._drawn.choice(self._origins)]

    def _part(self, which: str) -> str:
        chance = self._drawn.random()
        origin = self._origin or self._an_origin()
        names = origin.given if which == "given" else origin.family
        if (chance < 0.14 and self._invented) or not names:
            return self._drawn.choice(self._invented).draw(self._drawn)
        if chance < 0.19:
            return self._drawn.choice(
                self._sources.ordinary.given if which == "given" else self._sources.ordinary.family
            )
        return self._drawn.choice(names)

    def _name(self) -> list[Piece]:
        return self._form(self._drawn.choices([form for form, _ in _FORMS], [weight for _, weight in _FORMS])[0])

    def _form(self, form: str) -> list[Piece]:  # noqa: C901  # one case a form
        drawn = self._drawn
        given, family = self._part("given"), self._part("family")
        letter = drawn.choice("ABCDEFGHJKLMNPRSTW")
        title: list[Piece] = []
        match form:
            case "first":
                name = given
            case "last":
                name = family
            case "titled":
                title, name = [(self._word("title") + " ", False)], family
            case "titled_full":
                title, name = [(self._word("title") + " ", False)], f"{given} {family}"
            case "initials":
                name = drawn.choice(
                    [
                        "{0}. {2}",
                        "{0}.{1}. {2}",
                        "{0} {2}",
                        "{0}. {1}. {2}",
                        "{0}{1} {2}",
                        "{3} {1}. {2}",
                        "{3} {1} {2}",
                        "{3} {1}",
                    ]
                ).format(given[0], letter, family, given)
            case "double":
                name = drawn.choice(
                    [
                        f"{given} {family}-{self._part('family')}",
                        f"{given}-{self._part('given')} {family}",
                        f"{given}-{self._part('given')}",
                        f"{given} {family} {self._part('family')}",
                        f"{family}-{self._part('family')}",
                    ]
                )
            case "middle":
                name = f"{given} {self._part('given')} {family}"
            case "nick":
                name = drawn.choice(self._sources.nicknames) if drawn.random() < 0.6 else self._pet_name(given)
                name += f" {family}" if drawn.random() < 0.12 else ""
            case "lf":
                name = f"{family.upper() if drawn.random() < 0.5 else family}, {given}"
            case "ordinary":
                given = drawn.choice(self._sources.ordinary.given)
                name = drawn.choice(
                    [
                        given,
                        given,
                        f"{given} {family}",
                        f"{self._part('given')} {drawn.choice(self._sources.ordinary.family)}",
                    ]
                )
            case _:
                name = f"{given} {family}"
        return [*title, (self._worn(name), True)]

    def _pet_name(self, given: str) -> str:
        stem = given.split("-", maxsplit=1)[0]
        start = stem[: self._drawn.randint(2, 4)]
        pet = start + self._drawn.choice(
            ["", "z", "zza", "y", "ie", "s", "o", "i", "ster", "bob", "-" + start, "zie", "sy", "a"]
        )
        return given if fold(pet).text in self._sources.core else pet

    def _worn(self, name: str) -> str:
        """The name as typed: sometimes in capitals, in lower case, without its accents, or unknown to every list."""
        drawn = self._drawn
        if drawn.random() < 0.5:
            name = "".join({"ł": "l", "Ł": "L", "Ż": "Z"}.get(letter, letter) for letter in name)
            name = "".join(
                fold(letter).text.upper()
                if letter.isupper() and not letter.isascii()
                else fold(letter).text
                if not letter.isascii()
                else letter
                for letter in name
            )
        chance = drawn.random()
        name = name.upper() if chance < 0.05 else name.lower() if chance < 0.13 else name
        if drawn.random() < self._hide:
            name = re.sub(
                r"[^\W\d_]{2,}(?:'[^\W\d_]+)*",
                lambda found: (
                    found[0] + HIDDEN
                    if fold(found[0]).text not in self._sources.core and fold(found[0]).text not in self._both
                    else found[0]
                ),
                name,
            )
        return name

    @property
    def _both(self) -> frozenset[str]:
        if not hasattr(self, "_both_"):
            self._both_ = frozenset(self._sources.dictionary) & self._sources.all_names
        return self._both_
