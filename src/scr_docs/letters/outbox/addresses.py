"""What the office must know of an address before a letter is posted: who else lives there, and who opens the post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from scr_docs.case import Case, Person
from scr_docs.case.values import postcode_of
from scr_docs.errors import one_of
from scr_docs.names.known.variants import words

_CARE_OF = re.compile(r"(?:^|\s)(?:c/o|care of)\b")
_ROADS = {
    "rd": "road", "st": "street", "str": "street", "av": "avenue", "ave": "avenue", "avn": "avenue", "cl": "close",
    "ln": "lane", "dr": "drive", "ct": "court", "cres": "crescent", "gdns": "gardens", "pl": "place", "pk": "park",
    "ter": "terrace", "terr": "terrace", "tce": "terrace", "wk": "walk", "hse": "house", "cott": "cottage",
    "sq": "square", "gr": "grove",
}  # fmt: skip

_FLAT = re.compile(r"\b(?:flat|apartment|apt|unit|room)\W{0,3}(\d{1,5}[a-z]?|[a-z])\b")
_NUMBER = re.compile(r"\b\d{1,5}[a-z]?\b")


class Homes:
    """Who of a case lives where."""

    def __init__(self, case: Case) -> None:
        self._case = case

    @cached_property
    def _living(self) -> tuple[Person, ...]:
        return tuple(person for person in self._case.people if person.address and not person.died)

    def notices(self, person: Person) -> Iterator[str]:
        """What to know before this person's letter is posted; people are called by their keys."""
        if not person.address:
            return
        key = f"people[{self._case.file_id(person)}].address"
        told = " ".join(words(line) for line in person.address)
        if person.in_custody:
            yield (
                f"{key} is a prison or a secure place, where letters are opened: ask the offender manager or the "
                "chaplain first, and give the prisoner number"
            )
        elif _CARE_OF.search(told):
            yield f"{key} is care of somebody else: ask whether they may open it"
        elif postcode_of(person.address) is None:
            yield f"{key} ends without a postcode: look whether it is whole"
        others = [other for other in self._living if other is not person]
        here = [other for other in others if same_home(person.address, other.address)]
        yield from self._shared(here)
        near = [other for other in others if other not in here and may_be_same_home(person.address, other.address)]
        if alike := [other for other in near if other is not self._case.subject or not other.contact.safe_by_post]:
            careful = [other for other in alike if not other.contact.safe_by_post or _is_apart(other)]
            told = f"; for {self._keys(careful)} letters are not safe, or police keep them apart" if careful else ""
            yield f"may be the same home as that of {self._keys(alike)}, written otherwise{told}: look before it goes"

    def _shared(self, others: list[Person]) -> Iterator[str]:
        unsafe = [other for other in others if not other.contact.safe_by_post]
        apart = [other for other in others if _is_apart(other)]
        if unsafe:
            yield (
                f"letters are not safe for somebody at this address ({self._keys(unsafe)}, safe_by_post: false): what "
                "comes there can put them in danger, so ask them first"
            )
        if apart:
            yield f"police or safety keep somebody at this address apart ({self._keys(apart)}): ask before you post it"
        known = [*unsafe, *apart, self._case.subject]
        if rest := [other for other in others if other not in known]:
            yield f"has the same address as {self._keys(rest)}: each letter in an envelope of its own"

    def _keys(self, people: list[Person]) -> str:
        return one_of([f"people[{self._case.file_id(person)}]" for person in people]).replace(" or ", " and ")


def _is_apart(person: Person) -> bool:
    return person.involvement.reason in {"criminal-proceedings", "safety"}


def same_home(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two addresses are one home, however they are broken into lines and shortened."""
    first, second = _postcode(one), _postcode(other)
    if first and second and first != second:
        return False
    mine, theirs = _pieces(one), _pieces(other)
    numbered = ({piece for piece in pieces if any(map(str.isdigit, piece))} for pieces in (mine, theirs))
    doors, their_doors = numbered
    if doors or their_doors:
        return doors == their_doors
    return bool(mine and theirs) and mine[0] == theirs[0]


def may_be_same_home(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two addresses may be one home, with its name, flat or street left out or written in another way.

    With the same postcode the same number of the house is enough, and where one has no number the postcode. Two
    different flats are two homes.
    """
    first, second = _postcode(one), _postcode(other)
    if first and second and first != second:
        return False
    mine, theirs = (" , ".join(_pieces(lines)) for lines in (one, other))
    flats, houses = zip(*map(_doors, (mine, theirs)), strict=True)
    if all(flats) and flats[0] != flats[1]:
        return False
    numbers_agree = houses[0] == houses[1] or not all(houses)
    if first and second:
        return numbers_agree
    streets = [_squeezed(text) for text in (mine, theirs)]
    return numbers_agree and bool(streets[0]) and streets[0] == streets[1]


def _doors(text: str) -> tuple[str, str]:
    """The flat and the number of the house in an address; empty where there is none."""
    flat = _FLAT.search(text)
    numbers = _NUMBER.findall(_FLAT.sub(" ", text))
    return (flat[1] if flat else "", numbers[-1] if numbers else "")


def _squeezed(text: str) -> str:
    """The first name in an address, of a house or a street, without numbers, blanks and the kind of road."""
    for piece in _NUMBER.sub(" ", _FLAT.sub(" ", text)).split(" , "):
        named = [word for word in piece.split() if word.isalpha() and word not in _ROADS.values()]
        if named:
            return "".join(named)
    return ""


def _postcode(address: tuple[str, ...]) -> str:
    """The postcode in capitals without a blank; empty where there is none."""
    return (postcode_of(tuple(line.upper() for line in address)) or "").replace(" ", "")


def _pieces(address: tuple[str, ...]) -> list[str]:
    """The pieces of an address without its postcode, each folded and with its kind of road in full."""
    postcode = words(postcode_of(tuple(line.upper() for line in address)) or "")
    pieces = []
    for piece in (words(one) for line in address for one in line.split(",")):
        plain = piece.removesuffix(postcode).strip() if postcode else piece
        plain = re.sub(r"^(?:the|no\.?|number)\s+(?=\S)", "", plain)
        head, _, last = plain.rpartition(" ")
        plain = f"{head} {_ROADS.get(last.rstrip('.'), last)}" if head else plain
        if plain:
            pieces.append(plain)
    if len(pieces) > 1 and re.fullmatch(r"(?:(?:flat|unit|room|apartment|no)\W{0,3})?\d{1,5}[a-z]?", pieces[0]):
        pieces[:2] = [" ".join(pieces[:2])]
    return pieces
