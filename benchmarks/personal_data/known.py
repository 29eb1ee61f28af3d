"""What a case file knows, as it stands elsewhere: people, dates, addresses, numbers, places, professionals."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from anyascii import anyascii
from faker import Faker

from benchmarks.personal_data import dates, identifiers, names, writings
from benchmarks.personal_data.items import Half, Item, fill, layout, lines, pairs
from scr_docs.case import Case

_RELATIONSHIPS = ("subject", "mother", "father", "mother's partner", "maternal grandmother", "half-sibling")
_LOCALES = (
    "en_GB", "ga_IE", "pl_PL", "ro_RO", "tr_TR", "vi_VN", "en_IN", "de_DE", "es_ES", "fr_FR", "pt_PT", "hu_HU",
)  # fmt: skip
_SHORTER = {"Road": "Rd", "Street": "St", "Lane": "Ln", "Close": "Cl", "Avenue": "Ave", "Court": "Ct"}


@dataclass
class _Person:
    first: str
    surname: str
    origin: str
    others: list[tuple[str, str]] = field(default_factory=list)


def items(half: Half, seed: int, cases: int) -> Iterator[Item]:
    """The items of so many cases, each of six people, two professionals, four places and eight numbers."""
    for number in range(cases):
        chance = random.Random(f"known {half} {seed} {number}")  # noqa: S311  # no secret
        yield from _Casebook(half, number, chance).items()


class _Casebook:
    """One case and what is made of it."""

    def __init__(self, half: Half, number: int, chance: random.Random) -> None:
        self.chance = chance
        self.faker = Faker(_LOCALES[(number + (half == "set-aside")) % len(_LOCALES)])
        self.faker.seed_instance(chance.getrandbits(32))
        self.lists = {kind: values.split(", ") for kind, values in pairs(half, "places")}
        self.people = self._people(half, number)
        self.staff = self._staff(half)
        self.born = [self.faker.date_of_birth(minimum_age=1, maximum_age=70) for _ in self.people]
        self.streets = self.chance.sample(self.lists["street"], 3)
        self.numbers = {
            kind: identifiers.WRITERS[kind](chance)
            for kind in ("nhs-number", "upn", "ni-number", "court-case", "crime-number", "council-case")
        }
        self.phone = f"07700 900{chance.randint(100, 999)}"
        kinds = ("school", "nursery", "gp-surgery", "placement")
        self.places = {kind: chance.choice(self.lists[kind]) for kind in kinds}
        self.frames: dict[str, list[str]] = {}
        for kind, frame in pairs(half, "known_frames"):
            self.frames.setdefault(kind, []).append(frame)
        general = [frame for place, frame in pairs(half, "frames") if place not in {"table", "heading", "subject"}]
        self.frames["name"] = [frame for frame in general if "{}'s" not in frame and "{}’s" not in frame]
        self.frames["possessive"] = [frame for frame in general if frame not in self.frames["name"]]
        self.case = self._case()

    def _people(self, half: Half, number: int) -> list[_Person]:
        """Two of the hard names, two of those of the half's lists, and two of Faker's; no two share a name."""
        hard = [line.split(" | ") for line in lines(half, "known")]
        found = []
        for place in (2 * number, 2 * number + 9):
            kind, first, surname, *rest = hard[place % len(hard)]
            found.append(_Person(first, surname.rstrip(" |"), kind, self._others(kind, rest)))
        while len(found) < 6:
            if len(found) < 4:
                origin = self.chance.choice(names.origins(half))
                new = _Person(self.chance.choice(origin.firsts), self.chance.choice(origin.surnames), origin.name)
            else:
                new = _Person(anyascii(self.faker.first_name()), anyascii(self.faker.last_name()), "from Faker")
            taken = {word for person in found for word in (person.first, person.surname)}
            if not {new.first, new.surname} & taken and new.first != new.surname and len(new.surname) > 2:
                found.append(new)
        return found

    @staticmethod
    def _others(kind: str, rest: list[str]) -> list[tuple[str, str]]:
        return [(kind, other) for column in rest for other in column.split(", ") if other]

    def _staff(self, half: Half) -> list[tuple[str, str]]:
        taken = {word for person in self.people for word in (person.first, person.surname)}
        free = [origin for origin in names.origins(half) if origin.name in {"English", "Nigerian", "Indian", "Polish"}]
        found: list[tuple[str, str]] = []
        while len(found) < 2:
            origin = self.chance.choice(free)
            first, surname = self.chance.choice(origin.firsts), self.chance.choice(origin.surnames)
            if not {first, surname} & taken:
                found.append((first, surname))
                taken |= {first, surname}
        return found

    def _case(self) -> Case:
        people = [
            {
                "id": f"p{number}", "name": f"{person.first} {person.surname}", "relationship": relationship,
                "report_name": relationship.title(), "born": born.isoformat(), "greeting": person.first,
                "also_known_as": [],
                "address": [f"{12 + number} {self.streets[number % 3]}", self.lists["town"][0], f"HB{number + 2} 4QX"],
                "phone": self.phone if number == 1 else None,
            }
            for number, (person, relationship, born) in enumerate(
                zip(self.people, _RELATIONSHIPS, self.born, strict=True)
            )
        ]  # fmt: skip
        told: dict[str, Any] = {
            "schema": "scr-docs/case/1",
            "reference": "WM-2016-01",
            "review": {"kind": "scr", "subject": "p0"},
            "board": {"name": "Westmoor Safeguarding Children Board", "short_name": "WSCB"},
            "people": people,
            "professionals": [
                {"name": f"Dr {self.staff[0][0]} {self.staff[0][1]}", "role": "GP", "report_name": "GP 1"},
                {"name": " ".join(self.staff[1]), "role": "Health visitor", "report_name": "HV1"},
            ],
            "places": [{"name": name, "kind": kind, "report_name": kind} for kind, name in self.places.items()],
            "identifiers": [{"value": value, "kind": kind, "person": "p0"} for kind, value in self.numbers.items()],
        }
        return Case.model_validate(told)

    def items(self) -> Iterator[Item]:
        for person in self.people:
            for form, (frame, value) in self._writings(person):
                yield self._item("name", form, frame, value, person.origin)
        for born in self.born[:3]:
            for value in dates.writings(born):
                yield self._item("date of birth", "whole date", "date", value)
            yield self._item("date of birth", "birthday", "birthday", self.chance.choice(dates.birthday(born)))
        for form, frame, value in (*self._addresses(), *self._phones(), *self._numbers(), *self._of_places()):
            yield self._item(frame, form, frame, value)
        for first, surname in self.staff:
            for form, value in (
                ("full", f"{first} {surname}"),
                ("title + surname", f"Dr {surname}"),
                ("surname first", f"{surname}, {first}"),
                ("initial + surname", f"{first[0]}. {surname}"),
                ("surname", surname),
                ("capitals", f"DR {surname.upper()}"),
            ):
                yield self._item("professional", form, "professional", value)

    def _item(self, kind: str, form: str, frame: str, value: str, origin: str = "") -> Item:
        chosen = self.chance.choice(self.frames[frame])
        text, start, end = fill(layout(chosen, table=" // " in chosen), value)
        return Item("known", kind, text, start, end, origin=origin, form=form, place=frame, case=self.case)

    def _writings(self, person: _Person) -> Iterator[tuple[str, writings.Writing]]:
        yield from writings.of(person.first, person.surname, self.chance)
        for kind, other in person.others:
            yield kind, ("name", f"{other} {person.surname}")
            yield kind, ("name", other)

    def _addresses(self) -> Iterator[tuple[str, str, str]]:
        for number in range(3):
            street, town, post = self.streets[number], self.lists["town"][0], f"HB{number + 2} 4QX"
            head, _, last = street.rpartition(" ")
            whole = f"{12 + number} {street}"
            yield "whole", "address", f"{whole}, {town}, {post}"
            yield "number and street", "address", whole
            yield "number and street", "address", f"{12 + number}, {street}"
            yield "capitals", "address", whole.upper()
            yield "flat", "address", f"Flat 2, {whole}"
            yield "street alone", "address", street
            yield "postcode", "address", post
            yield "postcode", "address", post.replace(" ", "")
            yield "postcode", "address", post.lower()
            if last in _SHORTER:
                yield "short street", "address", f"{12 + number} {head} {_SHORTER[last]}"

    def _phones(self) -> Iterator[tuple[str, str, str]]:
        last = self.phone[6:]
        for value in (f"07700{last}", f"07700-{last}", f"07700 {last[:3]} {last[3:]}", f"+44 7700 {last}",
                      f"+44 (0)7700 {last}", f"0044 7700{last}", f"(07700) {last}", self.phone):  # fmt: skip
            yield "other grouping", "phone", value

    def _numbers(self) -> Iterator[tuple[str, str, str]]:
        for kind, value in self.numbers.items():
            bare = re.sub(r"[^A-Za-z0-9]", "", value)
            parts = (bare[:3], bare[3:6], bare[6:]) if kind == "nhs-number" else re.split(r"[^A-Za-z0-9]+", value)
            for written in (value, bare, bare.lower(), "-".join(parts), " ".join(parts), "/".join(parts)):
                yield kind, "identifier", written

    def _of_places(self) -> Iterator[tuple[str, str, str]]:
        for name in self.places.values():
            yield "as in the case", "place", name
            yield "capitals", "place", name.upper()
            yield "lower case", "place", name.lower()
            yield "other sign or space", "place", name.replace("'", "’").replace(" ", "\u00a0", 1)
        school = self.places["school"]
        yield "shortened", "place", school.replace(" School", "") if school.endswith(" School") else school
