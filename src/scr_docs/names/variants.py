"""The ways of writing one name, address or number, folded; each says how sure a match of it is.

A way begins with a mark where its words may also be something else: "~" a single name, "^" a name with an initial,
"?" a value that is only possible, "~?" a single name that is only possible.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from scr_docs.case.values import postcode_of
from scr_docs.names.fold import fold
from scr_docs.names.shapes import phone_digits

MARKS = "~^?"

_STREET_WITHIN = 4
"""The street stands among the first pieces of an address: after a flat, a house or a name."""

TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "revd",
    "reverend", "fr", "father", "sister", "pc", "dc", "ds", "di", "dci", "wpc", "sgt", "sergeant", "inspector",
    "hhj", "cllr", "councillor", "nurse",
})  # fmt: skip
_AFTER_NAMES = frozenset({
    "jr", "jnr", "junior", "sr", "snr", "senior", "ii", "iii",
})  # fmt: skip
_PARTICLES = frozenset({
    "de", "da", "das", "do", "dos", "la", "le", "du", "del", "della", "di", "van", "von", "der", "den", "ten",
    "ter", "al", "el", "ul", "ur", "bin", "ibn", "binti", "bint", "ap", "ab",
})  # fmt: skip
_ASIDE = re.compile(r"[(\[\"“„]([^()\[\]\"“”]*)[)\]\"”]")
_OTHER_NAME = re.compile(
    r"[/;]|(?<!\w)(?:n[eé]e|formerly|previously|aka|a\.k\.a\.?|also known as|known as)(?!\w):?(?=\W*\w)", re.IGNORECASE
)
_STREETS = {
    "road": "rd", "street": "st", "avenue": "ave", "close": "cl", "lane": "ln", "drive": "dr", "court": "ct",
    "crescent": "cres", "gardens": "gdns", "place": "pl", "terrace": "terr", "square": "sq", "grove": "gr",
}  # fmt: skip
_ONLY_A_NUMBER = re.compile(r"(?:(?:flat|unit|room|apartment|no)\W*)?\d*[a-z]?")
_DOOR = re.compile(r"(?:^|\s)(\d+[a-z]?(?:\s?[/-]\s?\d+[a-z]?)?)\s+(\D+)$")
_PLACE_WORDS = frozenset({
    "school", "primary", "secondary", "infant", "infants", "junior", "academy", "college", "nursery", "preschool",
    "surgery", "practice", "centre", "clinic", "hospital", "house", "home", "ward", "church", "mosque", "the", "of",
    "and", "st", "saint",
})  # fmt: skip


def of_name(name: str, *, first_alone: bool = True) -> Iterator[str]:
    """The ways of writing a name: its parts in order, "last, first", initials, and single parts.

    `first_alone` is False for somebody of whom only the surname, not the first name, tells who it is. Other names that
    stand with it, as in "Kelly Thompson (née Price)", are names too.
    """
    found = [parts for parts in map(_parts, _pieces(name)) if parts]
    for number, parts in enumerate(found):
        other_surname = number > 0 and len(parts) == 1 and len(found[0]) > 1
        yield from _of_parts((found[0][0], *parts) if other_surname else parts, first_alone=first_alone)


def _of_parts(parts: tuple[str, ...], *, first_alone: bool) -> Iterator[str]:
    if len(parts) < 2:
        yield from ("~" + part for part in parts)
        return
    first, last = parts[0], parts[-1]
    for length in range(2, min(len(parts), 5) + 1):
        yield from (" ".join(chosen) for chosen in itertools.combinations(parts[:6], length) if _tells(chosen, first))
    yield " ".join(parts)
    for before in dict.fromkeys((" ".join(parts[:-1]), first)):
        yield from (f"{last}, {before}", f"{last} {before}")
    yield from _with_initials(parts)
    if len(first) > 1:
        yield f"~{first}{last}"
    for alone in dict.fromkeys((first, last) if first_alone else (last,)):
        if len(alone) > 1:
            yield "~" + alone
        if len(alone) > 3:
            yield f"~{alone}es" if alone.endswith("s") else f"~{alone}s"
        yield from ("~?" + half for half in alone.split("-") if half != alone and len(half) > 2)
    if first_alone:
        yield from ("~?" + part for part in parts[1:-1] if len(part) > 2 and part not in _PARTICLES)


def _with_initials(parts: tuple[str, ...]) -> Iterator[str]:
    """A dot stands for a dot, a blank or both."""
    first, *middle, last = parts
    letters = [part[0] for part in parts[:-1]]
    for initials in dict.fromkeys((first[0], ". ".join(letters))):
        yield from (f"^{initials}. {last}", f"^{last}, {initials}.")
    if middle:
        yield from (f"^{''.join(letters)} {last}", f"^{first} {'. '.join(letters[1:])}. {last}")
    if len(last) > 3 and last not in ordinary_words():
        yield f"?{first[0]}{last}"


def _tells(chosen: tuple[str, ...], first: str) -> bool:
    """Whether these parts of a name are enough to tell it: not "de la", nor "Kelly A" of Kelly A Thompson."""
    single = [part for part in (chosen[0], chosen[-1]) if len(part) == 1 and part != first]
    return not single and not all(part in _PARTICLES for part in chosen)


def _pieces(name: str) -> Iterator[str]:
    """A name and the others that stand with it: what is in brackets or quotes, or after words such as "née"."""
    for piece in (_ASIDE.sub(" ", name), *_ASIDE.findall(name)):
        yield from _OTHER_NAME.split(piece)


def _parts(written: str) -> tuple[str, ...]:
    """The folded parts of a name, "Last, First" turned, without titles: "DI Grant" holds a rank, "Di Grant" none."""
    if written.strip(" ,").count(",") == 1:
        written = " ".join(reversed(written.split(",")))
    if not written.isupper():
        written = re.sub(
            r"(?<=\s)O\s(?=[A-Z][a-z])|\bO(?=[A-Z][a-z])|\bD(?=[A-Z][a-z])",
            lambda found: found[0].strip() + "'",
            written,
        )
    spoken = [word.strip(".'’-,") for word in written.replace(",", " ").replace(".", ". ").split()]
    folded = [(fold(word).text, word) for word in spoken if word]
    kept = [word for word, original in folded if word not in _AFTER_NAMES and (word not in TITLES or original == "Di")]
    return tuple(kept or (word for word, _ in folded))


def of_contact(address: Sequence[str], phone: str | None, email: str | None) -> Iterator[str]:
    """An address (its street with and without the number, its postcode), a phone number and an e-mail address."""
    if address:
        yield from _of_address(address)
    if phone:
        yield phone_digits(phone)
    if email:
        yield fold(email).text.strip()


def _of_address(address: Sequence[str]) -> Iterator[str]:
    if postcode := postcode_of(tuple(address)):
        yield in_runs(postcode)
    pieces = [piece for line in address for piece in map(words, line.split(",")) if piece][:_STREET_WITHIN]
    if len(pieces) > 1 and _ONLY_A_NUMBER.fullmatch(pieces[0]):
        pieces[:2] = [" ".join(pieces[:2])]
    for number, piece in enumerate(pieces):
        is_street = piece.rpartition(" ")[2] in _STREETS and not piece.startswith("c/o")
        door = _DOOR.search(piece)
        if door and (is_street or number == 0):
            yield piece
            for street in _street(door[2]):
                yield from (f"{door[1]} {street}", f"?{street}")
        elif is_street or (number == 0 and not piece.startswith("c/o")):
            yield from (f"?{street}" if " " in street else f"~?{street}" for street in _street(piece))


def _street(line: str) -> Iterator[str]:
    """The street as it is written, and with "Rd" for "Road"."""
    yield line
    name, _, kind = line.rpartition(" ")
    if name and kind in _STREETS:
        yield f"{name} {_STREETS[kind]}"


def of_place(name: str) -> Iterator[str]:
    """A place's name, with and without the words for what it is at its end."""
    whole = words(name)
    yield whole
    parts = whole.split(" ")
    while len(parts) > 2 and parts[-1] in _PLACE_WORDS:
        parts = parts[:-1]
        if sum(part not in _PLACE_WORDS for part in parts) > 1:
            yield " ".join(parts)


def words(text: str) -> str:
    """The folded words of a text with single blanks between them."""
    return " ".join(fold(text).text.replace(",", " ").split())


def in_runs(value: str) -> str:
    """The letters and the figures of an identifier, a blank between runs of each."""
    return " ".join(re.findall(r"[^\W\d_]+|\d+", fold(value).text))


@cache
def ordinary_words() -> frozenset[str]:
    """First names and surnames that are also ordinary words."""
    lines = Path(__file__).with_name("ordinary_words.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
