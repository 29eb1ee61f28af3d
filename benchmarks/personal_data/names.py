"""Names that no case file knows: of seventeen origins, in nine forms, in frames as they stand in drafts of reviews."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.personal_data.items import Half, Item, fill, layout, lines, pairs

FORMS = (
    "full", "first only", "title + surname", "initials + surname", "hyphenated", "possessive", "capitals", "lower case",
    "nickname",
)  # fmt: skip
_TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr")


@dataclass(frozen=True, slots=True)
class Origin:
    """The names of one community, as they are written in English."""

    name: str
    firsts: tuple[str, ...]
    surnames: tuple[str, ...]
    nicknames: tuple[str, ...]


def origins(half: Half) -> list[Origin]:
    found = []
    for line in lines(half, "names"):
        name, *columns = line.split(" | ")
        firsts, surnames, nicknames = (tuple(column.split(", ")) for column in columns)
        found.append(Origin(name, firsts, surnames, nicknames))
    return found


def items(half: Half, seed: int, size: int) -> Iterator[Item]:
    """`size` items of every form for every origin. Frames are dealt like cards, so that all of them are used."""
    chance = random.Random(f"names {half} {seed}")  # noqa: S311  # no secret
    frames = pairs(half, "frames")
    owning = [frame for frame in frames if "{}'s" in frame[1] or "{}’s" in frame[1]]
    plain = [frame for frame in frames if frame not in owning]
    every = origins(half)
    english = every[0]
    dealt: dict[bool, list[tuple[str, str]]] = {True: [], False: []}
    for origin in every:
        for form in FORMS:
            for _ in range(size):
                own = form == "possessive"
                if not dealt[own]:
                    dealt[own] = chance.sample(owning if own else plain, len(owning if own else plain))
                place, frame = dealt[own].pop()
                value = _write(form, origin, english, chance)
                text, start, end = fill(layout(_headed(frame, form, place), table=place == "table"), value)
                yield Item("names", form, text, start, end, origin=origin.name, form=form, place=place)


def _headed(frame: str, form: str, place: str) -> str:
    """A heading in capitals is in capitals as a whole, and a subject line typed in small letters is so throughout."""
    if form == "capitals" and place == "heading":
        return frame.upper()
    return frame.lower() if form == "lower case" and place == "subject" else frame


def _write(form: str, origin: Origin, english: Origin, chance: random.Random) -> str:
    first, surname = chance.choice(origin.firsts), chance.choice(origin.surnames)
    other = chance.choice([name for name in (*origin.surnames, *english.surnames) if name != surname])
    second = chance.choice("ABCDEFGHJKLMNPRST")
    initials = chance.choice((f"{first[0]}.", first[0], f"{first[0]}.{second}.", f"{first[0]} {second}"))
    full = f"{first} {surname}"
    ways = {
        "full": (full,),
        "first only": (first,),
        "title + surname": (f"{chance.choice(_TITLES)} {surname}",),
        "initials + surname": (f"{initials} {surname}",),
        "hyphenated": (f"{full}-{other}",),
        "possessive": (first, full),
        "capitals": (full.upper(), full.upper(), surname.upper()),
        "lower case": (full.lower(), full.lower(), first.lower()),
        "nickname": origin.nicknames,
    }
    return chance.choice(ways[form])
