"""The ways of writing one name, address or number, folded; each says how sure a match of it is.

A way begins with a mark where its words may also be something else: "~" a single name, "^" a name with an initial,
"?" a value that is only possible, "~?" a single name that is only possible, "@" one that is possible inside an address
of the web or of e-mail or inside the name of a file, "!" one that is possible after a title or a post.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from scr_docs import resources
from scr_docs.case.values import postcode_of
from scr_docs.names.identifiers import phone_digits
from scr_docs.names.text.fold import fold

MARKS = "~^?@!"

_STREET_WITHIN = 4
"""The street stands among the first pieces of an address: after a flat, a house or a name."""

TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "revd",
    "reverend", "fr", "father", "sister", "pc", "dc", "ds", "di", "dci", "wpc", "sgt", "sergeant", "inspector",
    "hhj", "cllr", "councillor", "nurse",
})  # fmt: skip
_AFTER_NAMES = frozenset({
    "jr", "jnr", "junior", "sr", "snr", "senior", "ii", "iii", "obe", "mbe",
})  # fmt: skip
_NO_PLURALS = frozenset({"has", "his", "was", "its", "yes", "bus", "gas"})
"""What the plurals of short surnames would be, if they were not words."""

PARTICLES = frozenset({
    "de", "da", "das", "do", "dos", "la", "le", "du", "del", "della", "di", "van", "von", "der", "den", "ten",
    "ter", "al", "el", "ul", "ur", "bin", "ibn", "binti", "bint", "ap", "ab", "ferch", "ni", "nic", "ui", "o",
    "abu", "umm", "af", "av", "zu", "dal", "st", "saint", "mac", "nig", "mag",
})  # fmt: skip
_JOINED_TO_NEXT = re.compile(r"(?<![^\W_])(abd[aeou]?[lr]|abdi|abu)(?=[^\W\d_]{4})")
"""Beginnings of names that are written as one word or as two: Abdulrahman, Abdul Rahman."""
_ASIDE = re.compile(r"[(\[\"“„]([^()\[\]\"“”]*)[)\]\"”]")
_OTHER_NAME = re.compile(
    r"[/;]|(?<!\w)(?:n[eé]e|formerly|previously|aka|a\.k\.a\.?|also known as|known as)(?!\w):?(?=\W*\w)", re.IGNORECASE
)
_WITH_E = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe", "å": "aa", "Å": "Aa",
})  # fmt: skip
_E_AFTER = re.compile(r"(?<=[b-df-hj-np-rtv-zB-DF-HJ-NP-RTV-Z])([ou])e(?=(?:ll|[rn]|hl|tt?|pf)[^\W\d_])")
"""Mueller, which is also written Müller, but not Samuel."""
_STREETS = {
    "road": "rd", "street": "st", "avenue": "ave", "close": "cl", "lane": "ln", "drive": "dr", "court": "ct",
    "crescent": "cres", "gardens": "gdns", "place": "pl", "terrace": "terr", "square": "sq", "grove": "gr",
}  # fmt: skip
_OTHER_NUMBER = re.compile(r"[/;,|\n]|\b(?:or|and|home|work|mobile|mob|tel)\b", re.IGNORECASE)
_PHONE_LENGTH = 7
_ONLY_A_NUMBER = re.compile(r"(?:(?:flat|unit|room|apartment|no)\W*)?\d*[a-z]?")
_DOOR = re.compile(r"(?:^|\s)(\d+[a-z]?(?:\s?[/-]\s?\d+[a-z]?)?)\s+(\D+)$")
_KIND_WITHIN = re.compile(
    r"\b(?:rc|r\.c\.|roman catholic|catholic|c of e|c\.? ?e\.?|church of england|community|foundation"
    r"|free|voluntary(?: aided)?|va|vc|nhs|junior and infants?|day|specialist|general)(?!\w)"
)
_SHORT_KINDS = {"school": "sch", "hospital": "hosp", "surgery": "surg", "nursery": "nurs", "academy": "acad"}
_VAGUE_KINDS = frozenset({"the", "of", "and", "st", "saint", "house", "home"})
_PLACE_WORDS = frozenset({
    "school", "primary", "secondary", "infant", "infants", "junior", "academy", "college", "nursery", "preschool",
    "surgery", "practice", "centre", "clinic", "hospital", "house", "home", "ward", "church", "mosque", "the", "of",
    "and", "st", "saint", "medical", "health", "family", "children's", "childrens", "infirmary", "sch",
    "preparatory", "prep", "high", "grammar", "comprehensive", "sixth", "form", "pre-school", "playgroup",
    "kindergarten", "gp", "doctors", "group", "trust", "refuge", "hostel", "hotel", "sure", "start",
})  # fmt: skip


def of_name(name: str, *, first_alone: bool = True) -> Iterator[str]:
    """The ways of writing a name: its parts in order, "last, first", initials, and single parts.

    `first_alone` is False for somebody of whom only the surname, not the first name, tells who it is. Other names that
    stand with it, as in "Kelly Thompson (née Price)", are names too.
    """
    for parts in names_in(name):
        yield from _of_parts(parts, first_alone=first_alone)


def names_in(name: str) -> Iterator[tuple[str, ...]]:
    """The folded parts of the name, and of the others that stand with it; German and Nordic letters in each way."""
    for written in dict.fromkeys((name, name.translate(_WITH_E))):
        found = [parts for parts in map(_parts, _pieces(written)) if parts]
        for number, parts in enumerate(found):
            other_surname = number > 0 and len(parts) == 1 and len(found[0]) > 1
            yield (found[0][0], *parts) if other_surname else parts
    plain = _E_AFTER.sub(r"\1", name)
    if plain != name and name.isascii():
        yield from (parts for parts in map(_parts, _pieces(plain)) if parts)


def _of_parts(parts: tuple[str, ...], *, first_alone: bool) -> Iterator[str]:
    if len(parts) < 2:
        yield from ("~" + part for part in parts)
        return
    yield from _together(parts)
    yield from _with_initials(parts)
    for half in parts[-1].split("-") if "-" in parts[-1] else ():
        yield from (f"{parts[0]} {half}", *_with_initials((*parts[:-1], half))) if len(half) > 1 else ()
    if surname := surname_at(parts):
        whole = parts[surname:]
        yield from (" ".join(whole), f"{' '.join(whole)}s")
        yield from _with_initials((*parts[:surname], " ".join(whole)))
        yield from _with_initials((*parts[:surname], "".join(whole)))
    first, last = parts[0], parts[-1]
    for alone in dict.fromkeys((first, last) if first_alone else (last,)):
        yield from _alone(alone)
    if first_alone:
        yield from ("~?" + part for part in parts[1:-1] if len(part) > 2 and part not in PARTICLES)
    else:
        yield from ("!" + part for part in parts[:-1] if len(part) > 1)


def _together(parts: tuple[str, ...]) -> Iterator[str]:
    """Several parts of a name, in order and turned, apart and as one word."""
    first, last = parts[0], parts[-1]
    for length in range(2, min(len(parts), 5) + 1):
        yield from (" ".join(chosen) for chosen in itertools.combinations(parts[:6], length) if _tells(chosen, first))
    yield " ".join(parts)
    if 2 < len(parts) < 5:
        turned = itertools.chain(itertools.permutations(parts, 2), itertools.permutations(parts))
        yield from (" ".join(chosen) for chosen in turned if _tells(chosen, first))
    for before in dict.fromkeys((" ".join(parts[:-1]), first)):
        yield from (f"{last}, {before}", f"{last} {before}")
    if surname := surname_at(parts):
        whole = " ".join(parts[surname:])
        yield from (f"{whole}, {first}", f"~{whole.replace(' ', '')}")
    if len(first) > 1:
        yield from (f"~{first}{last}", f"~{last}{first}")
    if len(parts) > 2:
        letters, given = "".join(part[0] for part in parts[:-1]), "".join(parts[:-1])
        yield from (f"{given} {last}", f"{last} {given}")
        yield from (f"~{''.join(parts)}", f"@{first[0]}{''.join(parts[1:])}", f"@{letters}{last}")


def surname_at(parts: tuple[str, ...]) -> int | None:
    """Where a surname of several words begins ("Monique | St Louis"); None where it is one word."""
    return next((at for at in range(1, len(parts) - 1) if parts[at] in PARTICLES), None)


def _alone(part: str) -> Iterator[str]:
    """One part of a name, its plural, and its halves."""
    if len(part) > 1:
        yield "~" + part
    if len(part) > 3:
        yield f"~{part}es" if part.endswith("s") else f"~{part}s"
    elif len(part) > 1 and not part.endswith("s") and f"{part}s" not in _NO_PLURALS:
        yield f"~?{part}s"
    elif len(part) == 1:
        yield "!" + part
    for half in part.split("-") if "-" in part else ():
        yield ("~?" if len(half) > 2 else "!") + half


def _with_initials(parts: tuple[str, ...]) -> Iterator[str]:
    """A dot stands for a dot, a blank or both."""
    first, *middle, last = parts
    letters = [part[0] for part in parts[:-1]]
    for initials in dict.fromkeys((first[0], ". ".join(letters))):
        yield from (f"^{initials}. {last}", f"^{last}, {initials}.")
    if middle:
        yield f"^{' '.join(parts[:-1])} {last[0]}."
        yield from (f"^{''.join(letters)} {last}", f"^{first} {'. '.join(letters[1:])}. {last}")
    yield from (f"^{first} {last[0]}.", f"@{first}{last[0]}", f"@{last}{first[0]}", f"@{first[0]}{last}")
    yield from (f"@{first[0]}.{last}", f"@{last}.{first[0]}")
    if len(last) > 3 and last not in ordinary_words():
        yield f"?{first[0]}{last}"


def _tells(chosen: tuple[str, ...], first: str) -> bool:
    """Whether these parts of a name are enough to tell it: not "de la", nor "Kelly A" of Kelly A Thompson."""
    single = [part for part in (chosen[0], chosen[-1]) if len(part) == 1 and part != first]
    return not single and not all(part in PARTICLES for part in chosen)


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
    folded = [(_JOINED_TO_NEXT.sub(r"\1-", fold(word).text), word) for word in spoken if word]
    # "Bill Nurse" and "Junior Small" hold neither a title nor a rank.
    if len(folded) > 2 and folded[-1][0] in _AFTER_NAMES:
        folded.pop()
    last = len(folded) - 1
    kept = [
        word for at, (word, written) in enumerate(folded) if word not in TITLES or written == "Di" or at == last > 0
    ]
    return tuple(kept or (word for word, _ in folded))


def of_contact(address: Sequence[str], phone: str | None, email: str | None) -> Iterator[str]:
    """An address (its street with and without the number, its postcode), a phone number and an e-mail address."""
    if address:
        yield from _of_address(address)
    if phone:
        numbers = [phone_digits(number) for number in _OTHER_NUMBER.split(phone)]
        yield from [digits for digits in numbers if len(digits) >= _PHONE_LENGTH] or [phone_digits(phone)]
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
        elif number > 0 and not any(map(str.isdigit, piece)) and not set(piece.split()) <= plain_words():
            yield f"?{piece}" if " " in piece else f"~?{piece}"


def _street(line: str) -> Iterator[str]:
    """The street as it is written, and with "Rd" for "Road"."""
    yield line
    name, _, kind = line.rpartition(" ")
    if name and kind in _STREETS:
        yield f"{name} {_STREETS[kind]}"


def of_place(name: str) -> Iterator[str]:
    """A place's name, with and without the words for what it is at its end and for its church or kind within."""
    whole = words(name)
    for way in dict.fromkeys((whole, " ".join(_KIND_WITHIN.sub(" ", whole).split()), whole.removeprefix("the "))):
        yield way
        parts = way.split(" ")
        kinds = {_SHORT_KINDS.get(part, part) for part in parts} | {part for part in parts if part in _PLACE_WORDS}
        while len(parts) > 1 and parts[-1] in _PLACE_WORDS - {"st", "saint"}:
            parts = parts[:-1]
            core = [part for part in parts if part not in _PLACE_WORDS | {"the", "of", "and"}]
            if not core:
                break
            if len(core) > 1 or (len(parts) > 2 and parts[0] != "the"):
                yield " ".join(parts)
            elif parts[0] in {"st", "saint"}:
                yield f"?{' '.join(parts)}"
            else:
                yield from (f"{core[0]} {kind}" for kind in sorted(kinds - _VAGUE_KINDS) if kind != core[0])
                if core[0] not in plain_words():
                    yield f"~?{core[0]}"


def acronym(name: str) -> str | None:
    """The first letters of a name of three words or more."""
    letters = [
        word[0] for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", words(name)) if word not in {"the", "of", "and"}
    ]
    return "".join(letters) if len(letters) > 2 else None


def words(text: str) -> str:
    """The folded words of a text with single blanks between them."""
    return " ".join(fold(text).text.replace(",", " ").split())


def in_runs(value: str) -> str:
    """The letters and the figures of an identifier, a blank between runs of each."""
    return " ".join(re.findall(r"[^\W\d_]+|\d+", fold(value).text))


@cache
def plain_words() -> frozenset[str]:
    """Words that reports write with a capital though they are nobody's name."""
    return frozenset(word for line in lines_of("plain_words.txt") for word in line)


@cache
def ordinary_words() -> frozenset[str]:
    """First names and surnames that are also ordinary words."""
    return frozenset(word for line in lines_of("ordinary_words.txt") for word in line)


def lines_of(file: str) -> Iterator[list[str]]:
    """The words of each line of a list that stands beside this module; a line that begins with # is a comment."""
    for line in resources.lines(__file__, file):
        yield line.replace(":", " ").split()
