"""The names that a report may hold. The search for names that nobody registered leaves them out, but never in silence.

A name of the case file is never among them. What the case file knows wins over the shipped lists and over everything
that the report says of itself, so that no title page and no "pseudonym" can hide the name of a child.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from scr_docs.case import Case
from scr_docs.model import Block, Document
from scr_docs.names.allowed import presented, pseudonyms
from scr_docs.names.allowed.allow_lists import allow_lists
from scr_docs.names.allowed.citations import Citations
from scr_docs.names.allowed.name_shape import names
from scr_docs.names.known.index import Hit
from scr_docs.names.text.fold import Folded, fold
from scr_docs.names.text.phrases import Phrases

PUBLISHABLE = "may be published, by the case file"
REPORT_NAME = "a name that the case file gives to somebody in the report"
PRESENTED = "the report presents them as its author, chair or panel"
PSEUDONYM = "the report says that the name is invented"
ROLE = "a role with a letter"
CITED = "cited as an author"

_TITLES = ("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "baroness", "cllr")
_TITLE = re.compile(r"(?<![^\W_])(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Cllr|Baroness)\.?\s$")
_NEAR = 80
"""How many characters before and after a name its company is looked for."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """A stretch of a block's text that is a name which may stand there, and why."""

    start: int
    end: int
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class _Meaning:
    why: str
    near: re.Pattern[str] | None = None


class AllowedNames:
    """The allowed names of one document."""

    def __init__(self, document: Document, case: Case | None, known: Callable[[Block], Sequence[Hit]]) -> None:
        """`known` tells what of the case file stands in a block; nothing of it is ever allowed."""
        self._known = known
        self._folded: dict[int, Folded] = {}
        self._phrases: Phrases[_Meaning] = Phrases()
        if case is not None:
            self._add_case(case)
        for written in presented.presented(document):
            self._add_person(written.parts, _Meaning(PRESENTED))
        for name in pseudonyms.declared(document):
            self._phrases.add(name, _Meaning(PSEUDONYM))
        self._add_surnames(document)
        self._citations = Citations(document.blocks)

    def _add_case(self, case: Case) -> None:
        team = (case.team.lead_reviewer.name, case.team.family_contact.name)
        for name in (*case.publishable, *(name for name in team if name)):
            for written in names(name):
                self._add_person(written.parts, _Meaning(PUBLISHABLE))
            self._phrases.add(name, _Meaning(PUBLISHABLE))
        for board in filter(None, (case.board.name, case.board.short_name)):
            self._phrases.add(board, _Meaning(PUBLISHABLE))
        for name in case.report_names:
            if not _is_role(name):
                self._phrases.add(name, _Meaning(REPORT_NAME))

    def _add_surnames(self, document: Document) -> None:
        """Those of the lists who may be called by title and surname, where the report gives the full name too.

        "Mr Fox" alone may be a neighbour.
        """
        for block in document.blocks:
            for _, _, (surname, why) in _listed_people().find(self._fold(block)):
                for title in _TITLES:
                    self._phrases.add(f"{title} {surname}", _Meaning(why))

    def _fold(self, block: Block) -> Folded:
        if block.index not in self._folded:
            self._folded[block.index] = fold(block.text)
        return self._folded[block.index]

    def _add_person(self, parts: Sequence[str], meaning: _Meaning) -> None:
        """A person by full name, without the middle names, and by title and surname."""
        if len(parts) < 2:
            return
        self._phrases.add(" ".join(parts), meaning)
        self._phrases.add(f"{parts[0]} {parts[-1]}", meaning)
        if len(parts[0]) > 1:
            self._phrases.add(f"{parts[0][0]} {parts[-1]}", meaning)
        for title in _TITLES:
            self._phrases.add(f"{title} {parts[-1]}", meaning)

    def find(self, block: Block) -> tuple[Allowed, ...]:
        """The allowed names in the block, in order, without overlaps; none that overlaps a name of the case file."""
        taken = [(hit.start, hit.end) for hit in self._known(block) if hit.known.what != "publishable"]
        found = sorted(self._all(block), key=lambda name: (name.start, -name.end))
        return tuple(_apart(name for name in found if not _touches(name, taken)))

    def _all(self, block: Block) -> Iterator[Allowed]:
        text = block.text
        folded = self._fold(block)
        # What the report or the case file says of a name goes before the shipped lists.
        for start, end, meaning in itertools.chain(self._phrases.find(folded), _listed().find(folded)):
            first, last = folded.span(start, end)
            if title := _TITLE.search(text[max(0, first - 12) : first]):
                first -= len(title[0])
            written = text[first:last]
            if written[:1].islower() or (
                meaning.near is not None and not _has_company(folded, start, end, meaning.near)
            ):
                continue
            yield Allowed(first, last, written, meaning.why)
        for hit in self._known(block):
            if hit.known.what == "publishable":
                yield Allowed(hit.start, hit.end, text[hit.start : hit.end], PUBLISHABLE)
        for first, last in pseudonyms.roles(text):
            yield Allowed(first, last, text[first:last], ROLE)
        for cited in self._citations.find(block):
            yield Allowed(cited.start, cited.end, text[cited.start : cited.end], CITED)


def _is_role(report_name: str) -> bool:
    """Whether a report name is made of roles and numbers and so names nobody."""
    words = re.findall(r"[^\W\d_]+(?:'s)?", fold(report_name).text)
    return all(len(word) == 1 or word in allow_lists().role_words for word in words)


def _has_company(folded: Folded, start: int, end: int, words: re.Pattern[str]) -> bool:
    around = f"{folded.text[max(0, start - _NEAR) : start]} | {folded.text[end : end + _NEAR]}"
    return words.search(around) is not None or re.search(r"\((?:19|20)\d\d", around) is not None


def _touches(name: Allowed, taken: Iterable[tuple[int, int]]) -> bool:
    return any(start < name.end and name.start < end for start, end in taken)


def _apart(found: Iterable[Allowed]) -> Iterator[Allowed]:
    taken = 0
    for name in found:
        if name.start >= taken:
            yield name
            taken = name.end


@cache
def _listed() -> Phrases[_Meaning]:
    """The names of the shipped lists."""
    phrases: Phrases[_Meaning] = Phrases()
    lists = allow_lists()
    for entry in lists.file.lists:
        for name in entry.names:
            phrases.add(name, _Meaning(entry.why, lists.near[entry.near] if entry.near else None))
    return phrases


@cache
def _listed_people() -> Phrases[tuple[str, str]]:
    """Those of the shipped lists who may be called by title and surname: each with the surname and why."""
    people: Phrases[tuple[str, str]] = Phrases()
    for entry in allow_lists().file.lists:
        for name in entry.names if entry.surname else ():
            people.add(name, (fold(name).text.split()[-1], entry.why))
    return people
