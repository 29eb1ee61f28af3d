"""What a kind is given: the document, the case, and views of them that are worked out once, and only if a rule asks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Protocol

from scr_docs.case import Case, Person
from scr_docs.family.chapters import Chapters, chapters_of
from scr_docs.family.introduced import introduced
from scr_docs.family.people import Mention, People
from scr_docs.family.read import Placed, read_document
from scr_docs.finding import Question
from scr_docs.model import Barrier, Block, Document, Part
from scr_docs.names.allowed.names import Allowed, AllowedNames
from scr_docs.names.identifiers import PLACES, SHAPES, Shape, compact, host_of, identify, phone_digits
from scr_docs.names.known import index as known
from scr_docs.names.known.index import Hit, KnownIndex
from scr_docs.names.text.fold import fold, folded, level
from scr_docs.names.unregistered import context, second_opinion, tagger
from scr_docs.names.unregistered import reader as unregistered
from scr_docs.names.unregistered.name_words import NameHit


def _is_known(found: Shape, hits: Collection[Hit], text: str) -> bool:
    """Whether hits of the case file cover every letter and figure of it; a town within a longer name does not."""
    inside = [hit for hit in hits if hit.start < found.end and found.start < hit.end]
    at = found.start
    for hit in sorted(inside, key=lambda hit: hit.start):
        if any(map(str.isalnum, text[at : hit.start])):
            return False
        at = max(at, hit.end)
    return bool(inside) and not any(map(str.isalnum, text[at : found.end]))


class Finder(Protocol):
    """What finds values of the case file in a text."""

    def find(self, text: str) -> list[Hit]:
        """The hits, in order."""
        ...


def index_of_others(case: Case, recipient: Person | None) -> KnownIndex:
    """What of the case file is not the recipient's."""
    # A letter names the subject; where they live is as private as anybody's.
    own = [recipient] if recipient else []
    named = [case.subject] if case.subject else []
    named += _who_come_along(case, recipient) if recipient else ()
    return known.index(case, [person for person in case.people if person not in own], leave_out=own, named=named)


def _who_come_along(case: Case, recipient: Person) -> Iterator[Person]:
    """Those whom the case file names among the people at the recipient's own meetings: a letter may say their names."""
    told = [fold(who).text for one in case.meetings if one.person == recipient.id for who in one.with_]
    for person in case.people:
        names = [re.escape(fold(name).text) for name in person.names if " " in name.strip()]
        if person is not recipient and any(re.search(rf"(?<!\w){name}(?!\w)", who) for name in names for who in told):
            yield person


class Reading:
    """One document with everything that rules may want to know of it.

    `recipient` is the person to whom a letter is addressed; None for a report. `others` finds what is not theirs:
    whoever makes many letters works it out once for each recipient. Whoever reads many texts of one case works out its
    `index` once.
    """

    def __init__(
        self,
        document: Document,
        case: Case | None,
        recipient: Person | None = None,
        others: Finder | None = None,
        index: KnownIndex | None = None,
    ) -> None:
        self.document = document
        self._given_index = index
        self.case = case
        self.recipient = recipient
        self._others = others
        self._stories: dict[frozenset[Part], str] = {}
        self.engines: tuple[str, ...] = ("case file", "patterns") if case and case.people else ("patterns",)
        """What has looked for names and numbers so far."""
        self._hits: dict[int, list[Hit]] = {}
        self._identified: dict[int, Mapping[str, tuple[Shape, ...]]] = {}
        self._allowed: dict[int, tuple[Allowed, ...]] = {}
        self.answers: dict[str, Question] = {}
        """What was answered of the quality markers' questions, by the rule that asked."""

    @cached_property
    def barriers(self) -> tuple[Barrier, ...]:
        """What in the look and the making of the document may keep somebody from reading it."""
        reach = len(self.document.blocks)
        return tuple(found for found in self.document.barriers() if found.block is None or found.block < reach)

    @cached_property
    def _index(self) -> KnownIndex | None:
        if self.case is None or self._given_index is not None:
            return self._given_index
        return known.index(self.case, prose=known.small_words(block.text for block in self.document.blocks))

    @cached_property
    def _index_of_others(self) -> Finder | None:
        if self._others is not None or self.case is None:
            return self._others
        return index_of_others(self.case, self.recipient)

    def story_of(self, scope: Collection[Part]) -> str:
        """What its reader reads in these parts, a line for each block."""
        parts = frozenset(scope)
        if parts not in self._stories:
            self._stories[parts] = "\n".join(block.text for block in self.document.story() if block.part in parts)
        return self._stories[parts]

    @cached_property
    def folded_story(self) -> str:
        """What its reader reads, folded."""
        return "\n".join(self.folded[block.index] for block in self.document.story())

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The text of each block, folded."""
        return tuple(folded(block.text) for block in self.document.blocks)

    def known(self, block: Block) -> list[Hit]:
        """What of the case file stands in the block; nothing without a case file."""
        if self._index is None:
            return []
        if block.index not in self._hits:
            self._hits[block.index] = self._index.find(block.text)
        return self._hits[block.index]

    def names_in(self, *texts: str) -> tuple[str, ...]:
        """What of the case file stands in these texts, whichever rules are run: it is hidden in what is passed on."""
        if self._index is None:
            return ()
        found = ((text, hit) for text in dict.fromkeys(texts) for hit in self._index.find(text))
        return tuple(dict.fromkeys(text[hit.start : hit.end] for text, hit in found if hit.known.what != "publishable"))

    def of_others(self, block: Block) -> list[Hit]:
        """What in the block is not the letter's recipient's; the name of the subject of the review may stand there."""
        return self._index_of_others.find(block.text) if self._index_of_others else []

    def shapes(self, block: Block, shape: str) -> Iterator[Shape]:
        """The identifiers of this shape in the block, apart from those of the case file and those that are public."""
        if block.index not in self._identified:
            self._identified[block.index] = self._identify(block)
        yield from self._identified[block.index].get(shape, ())

    def _identify(self, block: Block) -> Mapping[str, tuple[Shape, ...]]:
        context = f"{block.cell.header} | {block.cell.label}" if block.cell else ""
        plain = level(block.text)
        known = self.known(block)
        # A name inside an e-mail address is told by itself, and the address too; the name of a place is told once.
        others = [hit for hit in known if hit.known.what not in {"person", "professional", "place"}]
        of_places = [hit for hit in known if hit.known.what not in {"person", "professional"}]
        identified: dict[str, tuple[Shape, ...]] = {}
        for shape, shapes in identify(plain.text, context).items():
            taken = of_places if shape in PLACES else others
            spans = (plain.span(found.start, found.end) for found in shapes)
            placed = [replace(found, start=start, end=end) for found, (start, end) in zip(shapes, spans, strict=True)]
            identified[shape] = tuple(
                found for found in placed if found.value not in self._public and not _is_known(found, taken, block.text)
            )
        return identified

    @cached_property
    def _public(self) -> frozenset[str]:
        """The review's reference, and how the board, its team and its supporters can be reached."""
        if self.case is None:
            return frozenset()
        case = self.case
        numbers = (phone_digits(phone) for phone, _ in case.public_contacts if phone)
        mails = (email.casefold() for _, email in case.public_contacts if email)
        sites = (host_of(site) for site in (case.board.website, *(support.website for support in case.support)) if site)
        shapes = ("postcode", "street-address")
        address = (found.value for line in case.board.address for shape in shapes for found in SHAPES[shape](line, ""))
        return frozenset((compact(case.reference), *numbers, *mails, *sites, *address))

    def is_public_name(self, text: str) -> bool:
        """Whether the text is just the name of the board, or one that may be published."""
        return fold(text.strip()).text in self._public_names

    @cached_property
    def _public_names(self) -> frozenset[str]:
        if self.case is None:
            return frozenset()
        names = (self.case.board.name, self.case.board.short_name, *self.case.publishable)
        return frozenset(fold(name).text for name in names if name)

    def allowed(self, block: Block) -> tuple[Allowed, ...]:
        """The real names in the block that may stand there, each with the reason; never one of the case file."""
        if block.index not in self._allowed:
            self._allowed[block.index] = self._allowed_names.find(block)
        return self._allowed[block.index]

    @cached_property
    def _allowed_names(self) -> AllowedNames:
        return AllowedNames(self.document, self.case, self.known)

    def unregistered(self, block: Block) -> tuple[NameHit, ...]:
        """The names in the block that the case file does not hold and that may not stand there. Raises ModelError."""
        told = [(hit.start, hit.end) for hit in self.known(block)]
        told += [(name.start, name.end) for name in self.allowed(block)]
        found = self._unregistered[block.index]
        return tuple(left for hit in found for left in unregistered.without(hit, told, block.text))

    @cached_property
    def _unregistered(self) -> Mapping[int, list[NameHit]]:
        model, second = tagger.load(), second_opinion.load()
        self.engines += (f"name model {tagger.VERSION}", *(("second opinion",) if second else ()))
        blocks = self.document.blocks
        found = unregistered.find([block.text for block in blocks], model, second, context.person_cells(blocks))
        return {block.index: hits for block, hits in zip(blocks, found, strict=True)}

    @cached_property
    def people(self) -> People:
        """The family, ready to be recognised; without a case file whom the report introduces, and others by role."""
        return People(self.case, introduced(self.document) if self.case is None else ())

    @cached_property
    def mentions(self) -> Mapping[int, tuple[Mention, ...]]:
        """The people named in each block of the report, by the block's index."""
        return {block.index: tuple(self.people.mentions(block.text)) for block in self.document.story()}

    @cached_property
    def chapters(self) -> Chapters:
        """Which part of the report each block belongs to, such as the family's section or the analysis."""
        return chapters_of(self.document)

    @cached_property
    def statements(self) -> tuple[Placed, ...]:
        """What the report says of who took part and who did not."""
        return read_document(self.document, self.people)

    def mentioned(self, person: Person) -> int:
        """How many times the report names this person as such."""
        return sum(mention.people == (person.id,) for found in self.mentions.values() for mention in found)
