"""The last look before a letter is written: nothing of anybody else in any part, attribute, property or file name.

The rule letters.others-data has read the finished Word file as a reader does. Here the file is looked through as bytes:
what Word keeps beside the text, the e-mail's own lines, the source of the page. Values that can mean nothing else (a
number, an address, a day of birth, an e-mail, words that somebody else said) are looked for run together, so that no
markup comes between. Names are looked for as words, in all that is not the text of a Word letter itself.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from scr_docs.case import Case, Person
from scr_docs.kinds.reading import Finder
from scr_docs.letters.outbox.contents import Piece, contents
from scr_docs.names.identifiers import phone_digits
from scr_docs.names.known import index as known
from scr_docs.names.known.variants import of_contact

_TOLD = {"person": "a name", "contact-detail": "an address, number or e-mail address", "birth": "a day of birth"}
_SHORTEST = 6
"""Letters and figures of a value that is looked for run together: a postcode has at least five, most have six."""
_SAID = 24
"""Letters of words that somebody else said, from which on they are theirs and no chance."""
_MOST_KEPT, _LONGEST_KEPT = 20_000, 500
_LOWER = bytes(range(256)).lower()
_NO_WORD = bytes(sign for sign in range(256) if not chr(sign).isascii() or not chr(sign).isalnum())


@dataclass(frozen=True, slots=True)
class _Value:
    """A value run together, with what it is and whose."""

    pattern: re.Pattern[bytes]
    run: bytes
    what: str
    owner: str | None


class Leaks:
    """What of the people of one case may stand in nobody else's letter. Built once for a run."""

    def __init__(self, case: Case, others: Callable[[Person], Finder]) -> None:
        """`others` finds what is not this recipient's, as the rules do."""
        self._case = case
        self._others = others
        self._anybody = known.index(case, case.people)
        self._nobody: set[str] = set()
        """Texts in which nothing of anybody stands, whoever the recipient is."""
        self._clean: set[tuple[str, int, int]] = set()
        """Parts of Word files that hold nothing but such texts: those of the template, above all."""
        public = {_run(value) for pair in case.public_contacts for value in pair if value}
        public |= {_run(line) for line in case.board.address} | {_run(case.board.website or "")}
        self._public = [_bounded(run) for run in sorted(public, key=len, reverse=True) if len(run) >= _SHORTEST]
        public |= {_run(text) for text in (*case.changes, *case.review.questions_for_family, *case.review.not_covered)}
        values = [_Value(_bounded(run), run, what, owner) for run, what, owner in dict.fromkeys(_values(case))]
        self._values = [value for value in values if value.run not in public]

    def find(self, name: str, content: bytes, person: Person) -> tuple[str, ...]:
        """Every leak in this file to this person: what it is and where, never the value. Nothing if there is none."""
        own = {value.run: value.pattern for value in self._values if value.owner == person.id}
        found: dict[str, None] = {}
        for part in contents(name, content, self._nobody):
            if part.mark and part.mark in self._clean:
                continue
            clean = True
            for piece in part.pieces:
                if piece.text not in self._nobody:
                    told = [*self._runs(piece, own), *self._words(piece, person)]
                    found |= dict.fromkeys(f"Of somebody else, {what} stands in {piece.place}" for what in told)
                    clean &= piece.text in self._nobody or (not piece.words and not self._there(piece))
            if clean and part.mark:
                self._clean.add(part.mark)
        return tuple(found)

    def _there(self, piece: Piece) -> list[_Value]:
        """The values of anybody that stand in the piece, run together."""
        run = _run(piece.text)
        return [value for value in self._values if value.run in run]

    def _runs(self, piece: Piece, own: Mapping[bytes, re.Pattern[bytes]]) -> Iterator[str]:
        """What stands there run together and is not this person's."""
        there = self._there(piece)
        if all(value.run in own for value in there):
            return
        run = _run(piece.text)
        for mine in (*(own[value] for value in sorted(own, key=len, reverse=True)), *self._public):
            run = mine.sub(b"|", run)
        for value in there:
            if value.run not in own and value.pattern.search(run):
                yield value.what

    def _words(self, piece: Piece, person: Person) -> Iterator[str]:
        """Names and contact details that stand there as words and are surely somebody else's."""
        if not piece.words and len(piece.text) > _LONGEST_KEPT:
            return
        if not self._anybody.find(piece.text):
            if not self._there(piece):
                self._keep(piece.text)
        elif piece.words:
            for hit in self._others(person).find(piece.text):
                if hit.sure and hit.known.what in _TOLD:
                    yield _TOLD[hit.known.what]

    def _keep(self, text: str) -> None:
        if len(self._nobody) > _MOST_KEPT:
            self._nobody.clear()
        if len(text) <= _LONGEST_KEPT:
            self._nobody.add(text)


def _values(case: Case) -> Iterator[tuple[bytes, str, str | None]]:
    """The values that can mean nothing else, run together; what each is; whose, None for nobody's in particular."""
    reached = _TOLD["contact-detail"]
    for person in case.people:
        ways = [way for way in of_contact(person.address, person.phone, person.email) if re.search(r"[\d@]", way)]
        ways += [phone_digits(person.phone).lstrip("0")] if person.phone else []
        yield from _told(ways, reached, person.id)
        yield from _told(_days(person.born) if person.born else (), _TOLD["birth"], person.id)
    for identifier in case.identifiers:
        if any(map(str.isdigit, identifier.value or "")):
            yield from _told([identifier.value or ""], "a number that identifies", identifier.person)
    said: list[tuple[str | None, str | None]] = [(person.id, person.involvement.detail) for person in case.people]
    said += [(one.person, text) for one in case.feedback for text in (one.said, one.why)]
    said += [(one.person, text) for one in case.questions for text in (one.question, one.answer)]
    said += [(one.person, one.note) for one in case.contacts]
    for whose, text in said:
        yield from _told([text or ""], "what they said or what was noted of them", whose, _SAID)


def _told(
    values: Iterable[str], what: str, owner: str | None, shortest: int = _SHORTEST
) -> Iterator[tuple[bytes, str, str | None]]:
    for value in values:
        run = _run(value)
        if len(run) >= shortest:
            yield run, what, owner


def _days(day: datetime.date) -> Iterator[str]:
    for number in dict.fromkeys((f"{day.day}", f"{day.day:02}")):
        yield from (f"{number}{day:%B%Y}", f"{number}{day:%b%Y}")
    yield from (f"{day:%Y%m%d}", f"{day:%d%m%Y}", f"{day:%m%d%Y}", f"{day:%B}{day.day}{day.year}")


def _bounded(run: bytes) -> re.Pattern[bytes]:
    """The value; where it begins with the number of a house or a day, no figure before it: 14 Acacia Road, not 214."""
    before = b"(?<![0-9])" if re.match(rb"[0-9]{1,4}[^0-9]", run) else b""
    return re.compile(before + re.escape(run))


def _run(text: str) -> bytes:
    """The plain letters and figures of a text, small and run together."""
    return text.encode("ascii", "ignore").translate(_LOWER, _NO_WORD)
