"""What a kind is given: the document, the case, and views of them that are worked out once, and only if a rule asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from scr_docs.case import Case, Person
from scr_docs.family.people import Mention, People
from scr_docs.family.read import Placed, read_document
from scr_docs.model import Block, Document
from scr_docs.names import known
from scr_docs.names.fold import fold, level
from scr_docs.names.known import Hit, KnownIndex
from scr_docs.names.shapes import SHAPES, Shape, phone_digits


class Reading:
    """One document with everything that rules may want to know of it.

    `recipient` is the person to whom a letter is addressed; None for a report.
    """

    def __init__(self, document: Document, case: Case | None, recipient: Person | None = None) -> None:
        self.document = document
        self.case = case
        self.recipient = recipient
        self._hits: dict[int, list[Hit]] = {}

    @cached_property
    def _index(self) -> KnownIndex | None:
        return known.index(self.case) if self.case else None

    @cached_property
    def _index_of_others(self) -> KnownIndex | None:
        if self.case is None:
            return None
        own = [self.recipient] if self.recipient else []
        subject = [self.case.subject] if self.case.subject else []
        others = [person for person in self.case.people if person not in own]
        # A letter names the subject; where they live is as private as anybody's.
        return known.index(self.case, others, leave_out=own, named=subject)

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
        context = f"{block.cell.header} | {block.cell.label}" if block.cell else ""
        # A name inside an e-mail address is told by itself, and the address too.
        taken = [hit for hit in self.known(block) if hit.known.what not in {"person", "professional", "place"}]
        plain = level(block.text)
        for shaped in SHAPES[shape](plain.text, context):
            start, end = plain.span(shaped.start, shaped.end)
            found = replace(shaped, start=start, end=end)
            if found.value not in self._public and not any(
                hit.start < found.end and found.start < hit.end for hit in taken
            ):
                yield found

    @cached_property
    def _public(self) -> frozenset[str]:
        """Numbers, e-mail addresses and postcodes of the board, its team and its supporters."""
        if self.case is None:
            return frozenset()
        numbers = (phone_digits(phone) for phone, _ in self.case.public_contacts if phone)
        mails = (email.casefold() for _, email in self.case.public_contacts if email)
        postcodes = (word.value for line in self.case.board.address for word in SHAPES["postcode"](line, ""))
        return frozenset((*numbers, *mails, *postcodes))

    def is_public_name(self, text: str) -> bool:
        """Whether the text is just the name of the board, or one that may be published."""
        return fold(text.strip()).text in self._public_names

    @cached_property
    def _public_names(self) -> frozenset[str]:
        if self.case is None:
            return frozenset()
        names = (self.case.board.name, self.case.board.short_name, *self.case.publishable)
        return frozenset(fold(name).text for name in names if name)

    @cached_property
    def people(self) -> People:
        """The family, ready to be recognised; by role where there is no case file."""
        return People(self.case)

    @cached_property
    def mentions(self) -> Mapping[int, tuple[Mention, ...]]:
        """The people named in each block of the report, by the block's index."""
        return {block.index: tuple(self.people.mentions(block.text)) for block in self.document.story()}

    @cached_property
    def statements(self) -> tuple[Placed, ...]:
        """What the report says of who took part and who did not."""
        return read_document(self.document, self.people)

    def mentioned(self, person: Person) -> int:
        """How many times the report names this person as such."""
        return sum(mention.people == (person.id,) for found in self.mentions.values() for mention in found)
