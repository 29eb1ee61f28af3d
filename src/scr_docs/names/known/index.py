"""What of a case file is looked for in a report or a letter: names, places, numbers and days, however written.

What the case file holds is known, so a match is certain, apart from single words that may be something else: an
ordinary word ("Grace"), a name in lower case, a short form, another spelling. Those are "possible".
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from scr_docs.case import Case, Person
from scr_docs.names.known import variants
from scr_docs.names.known.hits import Hit, Known, What, merge
from scr_docs.names.known.matching import KnownIndex, Words
from scr_docs.names.known.variants import MARKS

__all__ = ["Hit", "Known", "KnownIndex", "What", "index", "small_words"]


def index(
    case: Case,
    people: Sequence[Person] | None = None,
    *,
    leave_out: Sequence[Person] = (),
    named: Sequence[Person] = (),
    prose: Iterable[str] = (),
) -> KnownIndex:
    """The values of `people`, or of everybody and everything where None.

    What anybody of `leave_out` shares is left out, and the names of those in `named`, but not their other values.
    `prose` are words that the document uses in small letters: with a capital they are no misspelt names.
    """
    public = Known("publishable")
    days: dict[datetime.date, list[Known]] = defaultdict(list)
    left_out = [(way, public) for person in leave_out for way, _ in _of_person(person)]
    left_out += [(way, public) for person in named for way, known in _of_person(person) if known.what == "person"]
    hidden = {way for way, _ in left_out} | _public_values(case)
    hidden_days = {day for person in leave_out for day in (person.born, person.died)}
    entries = [*left_out, *((way, public) for way in _publishable(case))]
    looked_for = case.people if people is None else people
    for person in looked_for:
        own = {variants.words(name) for name in person.names} & {variants.words(name) for name in case.publishable}
        chosen = {way for name in own for way in (name, f"~{name}")}
        entries += [(way, known) for way, known in _of_person(person) if way not in hidden and way not in chosen]
        for known, day in ((_of("birth", person), person.born), (_of("death", person), person.died)):
            if day and day not in hidden_days:
                days[day].append(known)
    others = list(_others(case)) if people is None else []
    entries += [(way, known) for way, known in others if known.what != "professional" or way not in hidden]
    short = [(letters, _of("person", person)) for person in looked_for for letters in _initials(person)]
    short += [(acronym, known) for known, name in _places(case) if (acronym := variants.acronym(name))]
    return KnownIndex(
        entries,
        {day: merge(found) for day, found in days.items()},
        short=short if people is None else (),
        words=_words(case, looked_for, {word for way in hidden for word in way.lstrip(MARKS).split()}, prose),
    )


_SMALL = re.compile(r"(?<![\w@./-])[a-z]{4,30}(?![\w@/-]|\.\w)")


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand in these texts in small letters, apart from those of addresses: for `prose` of an index."""
    return frozenset(word for text in texts for word in _SMALL.findall(text))


def _words(case: Case, people: Iterable[Person], hidden: Iterable[str], prose: Iterable[str]) -> Words:
    """The parts of the names that have other forms, and the words that mean somebody or something else."""
    given: set[str] = set()
    names: set[str] = set()
    for person in people:
        for parts in (parts for name in person.names for parts in variants.names_in(name)):
            given.update(parts[:-1] or parts)
            names.update(parts)
    for professional in case.professionals:
        names.update(part for parts in variants.names_in(professional.name or "") for part in parts)
    public = (*case.publishable, case.board.name, *(person.report_name or "" for person in case.people))
    declared = {word for name in public for word in re.findall(r"[^\W_]+", variants.words(name))}
    names = {name for name in names if len(name) > 1 and name not in variants.PARTICLES} - set(hidden)
    return Words(frozenset(given & names), frozenset(names), frozenset(declared.union(hidden)), frozenset(prose))


def _initials(person: Person) -> Iterator[str]:
    """The initials of a person's names: of all of them, of the first and the last, and of their halves."""
    declared = "".join(re.findall(r"\w", (person.report_name or "").lower()))
    for parts in (parts for name in person.names for parts in variants.names_in(name)):
        whole = [part for part in parts if part not in variants.PARTICLES]
        halves = [half for part in whole for half in part.split("-") if half]
        surname = variants.surname_at(parts)
        joined = [*parts[:surname], parts[surname]] if surname else whole
        for chosen in (whole, whole[:1] + whole[-1:], halves, joined):
            letters = "".join(part[0] for part in chosen)
            if len(letters) > 1 and letters != declared:
                yield letters


def _of(what: What, person: Person) -> Known:
    return Known(what, (person.id,), (person.report_name,) if person.report_name else ())


def _of_person(person: Person) -> Iterator[tuple[str, Known]]:
    named, detail = _of("person", person), _of("contact-detail", person)
    yield from ((way, named) for way in _ways_of_names(tuple(person.names)))
    yield from ((way, detail) for way in _ways_of_contact(person.address, person.phone, person.email))


@lru_cache(maxsize=1024)  # each of the family is asked for once for everybody else's letter
def _ways_of_names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(way for name in names for way in variants.of_name(name))


@lru_cache(maxsize=1024)
def _ways_of_contact(address: tuple[str, ...], phone: str | None, email: str | None) -> tuple[str, ...]:
    return tuple(variants.of_contact(address, phone, email))


def _others(case: Case) -> Iterator[tuple[str, Known]]:
    for professional in case.professionals:
        if professional.name:
            known = Known("professional", (), (professional.report_name,) if professional.report_name else ())
            yield from ((way, known) for way in variants.of_name(professional.name, first_alone=False))
    for known, name in _places(case):
        yield from ((way, known) for way in variants.of_place(name))
    for identifier in case.identifiers:
        if identifier.value:
            yield (
                variants.in_runs(identifier.value),
                Known("identifier", (identifier.person,) if identifier.person else ()),
            )


def _places(case: Case) -> Iterator[tuple[Known, str]]:
    for place in case.places:
        if place.name:
            yield Known("place", (), (place.report_name,) if place.report_name else ()), place.name


def _publishable(case: Case) -> Iterator[str]:
    team = (case.team.lead_reviewer.name, case.team.family_contact.name)
    for name in (*case.publishable, *(name for name in team if name), case.board.name):
        words = variants.words(name)
        yield words if " " in words else f"~{words}"


def _public_values(case: Case) -> set[str]:
    """Address lines, numbers and e-mail addresses of the board, the team and those who support families."""
    public: set[str] = set(variants.of_contact(case.board.address, case.board.phone, case.board.email))
    words = variants.words(case.board.name).split(" ")
    public |= {
        mark + " ".join(words[start:end])
        for mark in ("?", "~?")
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    }
    for phone, email in case.public_contacts:
        public |= set(variants.of_contact((), phone, email))
    return public
