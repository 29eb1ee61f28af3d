"""The people, places and values of a case file, in the ways in which a report may write them.

What the case file holds is known, so a match is certain, apart from single words that may be something else: an ordinary
word ("Grace"), or a name in lower case. Those are "possible". The longest match wins; a name that may be published hides
what lies inside it.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from scr_docs.case import Case, Person
from scr_docs.case.values import postcode_of
from scr_docs.names.fold import Folded, fold
from scr_docs.names.shapes import dates, phone_digits

What = Literal["person", "professional", "place", "identifier", "contact-detail", "birth", "death", "publishable"]

_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev revd reverend fr father sister pc dc ds di dci wpc sgt sergeant "
    "inspector hhj cllr councillor nurse".split()
)
_PLACE_WORDS = frozenset(
    "school primary secondary infant infants junior academy college nursery preschool surgery practice centre clinic hospital "
    "house home ward church mosque the of and st saint".split()
)


@dataclass(frozen=True, slots=True)
class Known:
    """Something of the case file. Several people may share it: a surname, an address."""

    what: What
    owners: tuple[str, ...] = ()
    report_names: tuple[str, ...] = ()

    @property
    def owner(self) -> str | None:
        """The person's id, None where several people share the value or it is nobody's."""
        return self.owners[0] if len(self.owners) == 1 else None

    @property
    def suggestion(self) -> str | None:
        """What the report should say instead; None where nothing should, as for a date or a number."""
        return " or ".join(self.report_names) or None if self.what in {"person", "professional", "place"} else None

    @property
    def called(self) -> str:
        """Who it is, in the words of the report."""
        return " or ".join(self.report_names) or "somebody in the case file"


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of text that is something known. `sure` is False where it may also be something else."""

    start: int
    end: int
    known: Known
    sure: bool = True


class KnownIndex:
    """Every value of a case file, ready to be looked for. Built once for a run."""

    def __init__(self, entries: Iterable[tuple[str, Known]], days: Mapping[datetime.date, tuple[Known, ...]]) -> None:
        """`entries` are folded words to look for; "~" before one marks a single name, "?" a value that is only possible."""
        merged: dict[str, list[Known]] = defaultdict(list)
        for words, known in entries:
            if known not in merged[words]:
                merged[words].append(known)
        self._by_words = {words: _merge(found) for words, found in merged.items()}
        self._days = days
        by_first: dict[str, list[str]] = defaultdict(list)
        for words in self._by_words:
            by_first[words.lstrip("~?")].append(words)
        self._by_text = by_first

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        words = sorted(self._by_text, key=len, reverse=True)
        if not words:
            return None
        return re.compile("(?<![^\\W_])(?:" + "|".join(f"({_loose(word)})" for word in words) + ")(?![^\\W_])")

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self._by_text, key=len, reverse=True)

    def find(self, text: str) -> list[Hit]:
        """Everything known in the text, in order, without overlaps."""
        hits: list[Hit] = []
        folded = fold(text)
        if self._pattern is not None:
            for match in self._pattern.finditer(folded.text):
                words = self._in_order[(match.lastindex or 1) - 1]
                start, end = folded.span(*match.span())
                hits += self._judge(folded, words, match.start(), start, end)
        for found in dates(text):
            hits += [Hit(found.start, found.end, known) for known in self._days.get(found.day, ())[:1]]
        return sorted(hits, key=lambda hit: (hit.start, -hit.end))

    def _judge(self, folded: Folded, words: str, at: int, start: int, end: int) -> Iterator[Hit]:
        for entry in self._by_text[words]:
            sure: bool | None = not entry.startswith("?")
            if entry.startswith("~"):
                sure = _sure_of_single(folded, words, at, folded.original[start:end])
            if sure is not None:
                yield Hit(start, end, self._by_words[entry], sure)
                return


def index(case: Case, people: Sequence[Person] | None = None, *, leave_out: Sequence[Person] = ()) -> KnownIndex:
    """The values of `people` (everybody and everything where None), less those that anybody of `leave_out` shares."""
    entries = list(_publishable(case))
    days: dict[datetime.date, list[Known]] = defaultdict(list)
    shared = {words for person in leave_out for words, _ in _person_entries(person)}
    shared_days = {day for person in leave_out for day in (person.born, person.died)}
    public = _public_values(case)
    for person in case.people if people is None else people:
        entries += [entry for entry in _person_entries(person) if entry[0] not in shared and entry[0] not in public]
        for what, day in (("birth", person.born), ("death", person.died)):
            if day and day not in shared_days:
                days[day].append(_of(what, person))  # type: ignore[arg-type]
    if people is None:
        entries += _others(case)
    return KnownIndex(entries, {day: (_merge(found),) for day, found in days.items()})


def _of(what: What, person: Person) -> Known:
    return Known(what, (person.id,), (person.report_name,) if person.report_name else ())


def _person_entries(person: Person) -> Iterator[tuple[str, Known]]:
    named, detail = _of("person", person), _of("contact-detail", person)
    for name in person.names:
        yield from ((words, named) for words in name_variants(name))
    yield from ((words, detail) for words in contact_variants(person.address, person.phone, person.email))


def _others(case: Case) -> Iterator[tuple[str, Known]]:
    for professional in case.professionals:
        if professional.name:
            known = Known("professional", (), (professional.report_name,) if professional.report_name else ())
            yield from ((words, known) for words in name_variants(professional.name, first_alone=False))
    for place in case.places:
        if place.name:
            known = Known("place", (), (place.report_name,) if place.report_name else ())
            yield from ((words, known) for words in _place_variants(place.name))
    for identifier in case.identifiers:
        if identifier.value:
            owners = (identifier.person,) if identifier.person else ()
            yield " ".join(re.findall(r"[a-z]+|\d+", fold(identifier.value).text)), Known("identifier", owners)


def _publishable(case: Case) -> Iterator[tuple[str, Known]]:
    public = Known("publishable")
    team = (case.team.lead_reviewer.name, case.team.family_contact.name)
    for name in (*case.publishable, *(name for name in team if name), case.board.name):
        yield _words(name), public


def _public_values(case: Case) -> set[str]:
    """Address lines, numbers and e-mail addresses of the board, the team and those who support families."""
    public: set[str] = set(contact_variants(case.board.address, case.board.phone, case.board.email))
    for phone, email in case.public_contacts:
        public |= set(contact_variants((), phone, email))
    return public


def name_variants(name: str, *, first_alone: bool = True) -> Iterator[str]:
    """The ways of writing one name, folded: all its parts in order, "last, first", and its first and last part alone ("~")."""
    parts = [part for part in _words(name).split(" ") if part.strip(".") not in _TITLES]
    if not parts:
        return
    if len(parts) == 1:
        yield "~" + parts[0]
        return
    for length in range(2, min(len(parts), 5) + 1):
        yield from (" ".join(chosen) for chosen in itertools.combinations(parts[:6], length))
    last = parts[-1]
    yield f"{last}, {' '.join(parts[:-1])}"
    yield f"{last}, {parts[0]}"
    yield f"{last} {parts[0]}"
    if len(parts[0].strip(".")) > 1:
        yield f"{parts[0][0]} {last}"
        yield f"{parts[0][0]}. {last}"
        yield f"{parts[0][0]}.{last}"
    for alone in dict.fromkeys((parts[0], last) if first_alone else (last,)):
        if len(alone.strip(".'-")) > 1:
            yield "~" + alone
    if len(last) > 3:
        yield f"~{last}es" if last.endswith("s") else f"~{last}s"


def contact_variants(address: Sequence[str], phone: str | None, email: str | None) -> Iterator[str]:
    """An address (its street with and without the number, its postcode), a phone number and an e-mail address, folded."""
    if address:
        if postcode := postcode_of(tuple(address)):
            yield " ".join(re.findall(r"[a-z]+|\d+", postcode.lower()))
        first = _words(address[0])
        if any(character.isdigit() for character in first):
            yield first
            street = re.sub(r"^[\d\s/-]+[a-z]?\s+", "", first)
            if " " in street:
                yield "?" + street
    if phone:
        yield from {_words(phone), phone_digits(phone), re.sub(r"\s", "", phone)}
    if email:
        yield fold(email).text


def _place_variants(name: str) -> Iterator[str]:
    words = _words(name)
    yield words
    parts = words.split(" ")
    while len(parts) > 2 and parts[-1] in _PLACE_WORDS:
        parts = parts[:-1]
        if sum(part not in _PLACE_WORDS for part in parts) > 1:
            yield " ".join(parts)


def _words(text: str) -> str:
    return " ".join(fold(text).text.replace(",", " ").split())


def _loose(words: str) -> str:
    """A pattern for the words, however they are joined: apostrophes and hyphens may be missing, blanks may be doubled."""
    pattern = ""
    for piece in re.findall(r"[^\W_]+|[\W_]", words):
        if piece.isdigit():
            pattern += r"[\s.-]?".join(piece)
        elif piece.isalnum():
            pattern += piece
        elif piece == "'":
            pattern += "['\\s]?"
        elif piece == "-":
            pattern += r"[-\s]?"
        elif piece == " ":
            pattern += r"[\s,.]{0,3}[\s-]?" if words[:1].isdigit() or any(map(str.isdigit, words)) else r"[\s-]\s?"
        else:
            pattern += re.escape(piece) + ("?" if piece in ".," else "")
    return pattern


def _sure_of_single(folded: Folded, word: str, at: int, written: str) -> bool | None:
    """Whether one word alone is surely the name: True, False for possible, None for surely something else."""
    if word.removesuffix("s") not in _ordinary_words() and word not in _ordinary_words():
        return written[:1].isupper()
    if not written[:1].isupper():
        return None
    before = folded.text[:at].rstrip(" \"'(")
    starts = not before or before[-1] in ".!?:;|"
    return None if starts else False


@cache
def _ordinary_words() -> frozenset[str]:
    lines = Path(__file__).with_name("ordinary_words.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _merge(found: Iterable[Known]) -> Known:
    """One Known for a value that several entries share; what may be published wins."""
    found = list(found)
    first = next((known for known in found if known.what == "publishable"), found[0])
    same = [known for known in found if known.what == first.what]
    return Known(
        first.what,
        tuple(dict.fromkeys(owner for known in same for owner in known.owners)),
        tuple(dict.fromkeys(name for known in same for name in known.report_names)),
    )
