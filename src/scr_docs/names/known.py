"""The people, places and values of a case file, found in the ways in which a report may write them.

What the case file holds is known, so a match is certain, apart from single words that may be something else: an
ordinary word ("Grace"), or a name in lower case. Those are "possible". The longest match wins; a name that may be
published hides what lies inside it.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from scr_docs.case import Case, Person
from scr_docs.names import variants
from scr_docs.names.dates import dates
from scr_docs.names.fold import Folded, fold, level
from scr_docs.names.variants import MARKS, TITLES, ordinary_words

What = Literal["person", "professional", "place", "identifier", "contact-detail", "birth", "death", "publishable"]

_TITLE_BEFORE = re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(TITLES - {'father', 'sister', 'di'}))})\.?\s*$")
_DONE_BY_SOMEBODY = re.compile(
    r"'s?(?!\w)|\W*$|\s(?:said|says|told|went|came|had|did|took|rang|left|felt|knew|thought|met|wrote|gave|saw|spoke|began"
    r"|(?!need|based|related|indeed|speed|aged)[a-z]{3,}ed)\b"
)
"""What follows a name at the beginning of a sentence: "Grace told …", but not "Grace was shown"."""


_BEGINNING = 3


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

    def __init__(self, entries: Iterable[tuple[str, Known]], days: Mapping[datetime.date, Known]) -> None:
        """`entries` are ways of writing a value, as in variants.py."""
        merged: dict[str, list[Known]] = defaultdict(list)
        for way, known in entries:
            if way.strip(MARKS) and known not in merged[way]:
                merged[way].append(known)
        self._known = {way: _merge(found) for way, found in merged.items()}
        self._days = days

    @cached_property
    def _by_beginning(self) -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
        """By their first letters: the words to look for, the longest first, each with its ways."""
        ways: dict[str, list[str]] = defaultdict(list)
        for way in self._known:
            ways[way.lstrip(MARKS)].append(way)
        grouped: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        for words in sorted(ways, key=len, reverse=True):
            for beginning in _beginnings(words):
                # Half of one person's name may be the whole of another's: what is surely a name goes first.
                grouped[beginning].append((words, tuple(sorted(ways[words], key=lambda way: "?" in way[:2]))))
        return {beginning: tuple(found) for beginning, found in grouped.items()}

    @cached_property
    def _begins(self) -> re.Pattern[str]:
        """Finds where one of the words may begin. To look for every word everywhere takes seconds in a long report."""
        first = "".join(sorted({re.escape(beginning[0]) for beginning in self._by_beginning}))
        return re.compile(rf"(?<![^\W\d_])[{first}]")

    def find(self, text: str) -> list[Hit]:
        """Everything known in the text, in order, without overlaps."""
        hits: list[Hit] = []
        folded = fold(text)
        taken = 0
        for place in self._begins.finditer(folded.text) if self._by_beginning else ():
            at = place.start()
            if at >= taken and (found := max(self._at(folded, at), key=lambda found: found[1], default=None)):
                hits.append(found[0])
                taken = found[1]
        plain = level(text)
        hits += [
            Hit(*plain.span(date.start, date.end), known)
            for date in dates(plain.text)
            if (known := self._days.get(date.day))
        ]
        return list(_without_overlaps(sorted(hits, key=lambda hit: (hit.start, -hit.end))))

    def _at(self, folded: Folded, at: int) -> Iterator[tuple[Hit, int]]:
        """What stands at this place of the folded text, with its end there: of each group of words the longest."""
        for length in range(1, _BEGINNING + 1):
            for words, ways in self._by_beginning.get(folded.text[at : at + length], ()):
                match = _pattern(words).match(folded.text, at)
                if match and (hit := self._judge(folded, ways, match)):
                    yield hit, match.end()
                    break

    def _judge(self, folded: Folded, ways: Iterable[str], match: re.Match[str]) -> Hit | None:
        start, end = folded.span(*match.span())
        for way in ways:
            sure = _sure(way, self._known[way], match, folded.original[start:end])
            if sure is not None:
                return Hit(start, end, self._known[way], sure)
        return None


def _without_overlaps(hits: Iterable[Hit]) -> Iterator[Hit]:
    taken = 0
    for hit in hits:
        if hit.start >= taken:
            yield hit
            taken = hit.end


def index(
    case: Case,
    people: Sequence[Person] | None = None,
    *,
    leave_out: Sequence[Person] = (),
    named: Sequence[Person] = (),
) -> KnownIndex:
    """The values of `people`, or of everybody and everything where None.

    What anybody of `leave_out` shares is left out, and the names of those in `named`, but not their other values.
    """
    entries = list(_publishable(case))
    days: dict[datetime.date, list[Known]] = defaultdict(list)
    left_out = [(way, Known("publishable")) for person in leave_out for way, _ in _of_person(person)]
    names = (way for person in named for way, known in _of_person(person) if known.what == "person")
    left_out += [(way, Known("publishable")) for way in names]
    hidden = {way for way, _ in left_out} | _public_values(case)
    hidden_days = {day for person in leave_out for day in (person.born, person.died)}
    entries += left_out
    for person in case.people if people is None else people:
        entries += [(way, known) for way, known in _of_person(person) if way not in hidden]
        for known, day in ((_of("birth", person), person.born), (_of("death", person), person.died)):
            if day and day not in hidden_days:
                days[day].append(known)
    if people is None:
        entries += _others(case)
    return KnownIndex(entries, {day: _merge(found) for day, found in days.items()})


def _of(what: What, person: Person) -> Known:
    return Known(what, (person.id,), (person.report_name,) if person.report_name else ())


def _of_person(person: Person) -> Iterator[tuple[str, Known]]:
    named, detail = _of("person", person), _of("contact-detail", person)
    for name in person.names:
        yield from ((way, named) for way in variants.of_name(name))
    yield from ((way, detail) for way in variants.of_contact(person.address, person.phone, person.email))


def _others(case: Case) -> Iterator[tuple[str, Known]]:
    for professional in case.professionals:
        if professional.name:
            known = Known("professional", (), (professional.report_name,) if professional.report_name else ())
            yield from ((way, known) for way in variants.of_name(professional.name, first_alone=False))
    for place in case.places:
        if place.name:
            known = Known("place", (), (place.report_name,) if place.report_name else ())
            yield from ((way, known) for way in variants.of_place(place.name))
    for identifier in case.identifiers:
        if identifier.value:
            yield (
                variants.in_runs(identifier.value),
                Known("identifier", (identifier.person,) if identifier.person else ()),
            )


def _publishable(case: Case) -> Iterator[tuple[str, Known]]:
    team = (case.team.lead_reviewer.name, case.team.family_contact.name)
    for name in (*case.publishable, *(name for name in team if name), case.board.name):
        words = variants.words(name)
        yield words if " " in words else f"~{words}", Known("publishable")


def _public_values(case: Case) -> set[str]:
    """Address lines, numbers and e-mail addresses of the board, the team and those who support families."""
    public: set[str] = set(variants.of_contact(case.board.address, case.board.phone, case.board.email))
    for phone, email in case.public_contacts:
        public |= set(variants.of_contact((), phone, email))
    return public


def _beginnings(words: str) -> tuple[str, ...]:
    """The first letters of the words, up to _BEGINNING of them, in each way in which they may be written."""
    if _is_phone(words):
        return ("0", "+", "(")
    letters = re.match(rf"[^\W\d_]{{1,{_BEGINNING}}}", words)
    if letters is None:
        return (words[0],)
    return (letters[0][0],) if letters[0].startswith(("mc", "st", "sai")) else (letters[0],)


def _is_phone(words: str) -> bool:
    return words.isdigit() and words.startswith("0") and len(words) >= 10


@lru_cache(maxsize=10_000)
def _pattern(words: str) -> re.Pattern[str]:
    """The words, however they are joined: apostrophes and hyphens may be missing, blanks may be doubled."""
    if _is_phone(words):
        rest = r"[\s().-]{0,2}".join(words[1:])
        return re.compile(rf"(?<![^\W_])(?:\(?(?:\+|00)44\)?[\s.-]{{0,2}}(?:\(0\)|0)?|\(?0)[\s().-]{{0,2}}{rest}(?!\w)")
    pattern = "" if words[0].isalpha() else r"(?<![^\W_])"
    figures = any(map(str.isdigit, words))
    for piece in re.findall(r"[^\W_]+|\. |[\W_]", words):
        if piece.isdigit():
            pattern += r"[\s./-]?".join(piece)
        elif piece in {"st", "saint"}:
            pattern += r"(?:st\.?|saint)"
        elif piece.isalnum():
            pattern += re.sub("^mc(?=.)", r"mc['\\s]?", piece)
        else:
            pattern += _joint(piece, figures=figures)
    return re.compile(pattern + (r"(?![^\W_])" if words[-1].isdigit() else r"(?![^\W\d_])"))


def _joint(piece: str, *, figures: bool) -> str:
    """What may stand between two words for what stands between them in the case file."""
    match piece:
        case "'":
            return r"['\s]?"
        case "-":
            return r"[-\s]?"
        case ". ":
            return r"(?:\.\s?|[\s-]\s?)"
        case " ":
            return r"[\s,./:_-]{0,3}" if figures else r"(?:[\s_-]\s?|\.(?=\S))"
        case _:
            return re.escape(piece) + ("?" if piece in ".," else "")


def _sure(way: str, known: Known, match: re.Match[str], written: str) -> bool | None:
    """Whether this is surely what is known: True, False for possible, None for surely something else."""
    words = way.lstrip(MARKS)
    small = any(part[:1].islower() for part in re.split(r"[^\w'’]+", written))
    match way.removesuffix(words):
        case "~":
            return _sure_of_single(words, match, written)
        case "~?":
            return None if _sure_of_single(words, match, written) is None else False
        case "?":
            return False
        case "^":
            return None if small else not _ordinary(max(words.split(), key=len))
    named = known.what in {"person", "professional"}
    return not (named and small and all(_ordinary(word) for word in words.replace(",", "").split()))


def _sure_of_single(word: str, match: re.Match[str], written: str) -> bool | None:
    small = written[:1].islower()
    if not _ordinary(word):
        return not small
    if small:
        return None
    before = match.string[: match.start()]
    if _TITLE_BEFORE.search(before[-12:]):
        return True
    before = before.rstrip(" \"'(")
    starts = not before or before[-1] in ".!?:;|"
    return None if starts and not _DONE_BY_SOMEBODY.match(match.string, match.end()) else False


def _ordinary(word: str) -> bool:
    return word in ordinary_words() or word.removesuffix("s") in ordinary_words()


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
