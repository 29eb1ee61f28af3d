"""The prose of a letter, as the kinds that measure how hard it is to read take it."""

from __future__ import annotations

import re
from collections.abc import Collection

from scr_docs.case import Case
from scr_docs.kinds.reading import Reading
from scr_docs.model import Block, Part
from scr_docs.readability.prose import prose

_WORD = re.compile(r"[^\W\d_]+")


def prose_of(reading: Reading, scope: Collection[Part]) -> list[Block]:
    """The paragraphs in these parts that say something in sentences."""
    return [block for block in prose(reading.document.story()) if block.part in scope]


def names_of(case: Case | None) -> frozenset[str]:
    """The words, in small letters, of the names of people, of the board and of those who help: readers know them."""
    if case is None:
        return frozenset()
    team = (case.team.lead_reviewer.name, case.team.family_contact.name)
    people = (name for person in case.people for name in (person.name, person.greeting, *person.also_known_as))
    helpers = (support.name for support in case.support)
    told = (*team, *people, *helpers, case.board.name, case.board.short_name)
    return frozenset(word.lower() for name in told if name for word in _WORD.findall(name))
