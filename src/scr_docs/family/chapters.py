"""Which part of a report a paragraph belongs to: the family's section, the analysis, the account of events."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from scr_docs import yaml_file
from scr_docs.family.sections import Pattern
from scr_docs.family.words import small
from scr_docs.model import Block, Document
from scr_docs.yaml_file import Strict

Chapter = Literal[
    "family", "analysis", "findings", "recommendations", "events", "method", "people", "appendix", "other"
]

WEIGHED: frozenset[Chapter] = frozenset({"analysis", "findings", "recommendations"})
"""The chapters in which what people say is weighed."""

_FRAME: frozenset[Chapter | None] = frozenset({None, "events", "method", "people"})
"""Chapters that may hold another one: “Methodology” often holds “Family involvement”."""

_NUMBERED = re.compile(r"\s*(?:\d|[a-z]\b[.)]|(?:part|section|chapter)\b)")


class _ChaptersFile(Strict):
    family: tuple[Pattern, ...]
    analysis: tuple[Pattern, ...]
    findings: tuple[Pattern, ...]
    recommendations: tuple[Pattern, ...]
    events: tuple[Pattern, ...]
    method: tuple[Pattern, ...]
    people: tuple[Pattern, ...]
    appendix: tuple[Pattern, ...]


_ORDER: tuple[Chapter, ...] = (
    "appendix", "recommendations", "analysis", "family", "findings", "people", "method", "events",
)  # fmt: skip
"""The first of these that finds something in a heading decides."""


@cache
def _shipped() -> _ChaptersFile:
    return yaml_file.shipped(__file__, "chapters.yaml", _ChaptersFile)


@cache
def chapter_named(heading: str) -> Chapter | None:
    """What a heading says by itself; None where it tells nothing."""
    told = small(heading)[:300]
    file = _shipped()
    return next((name for name in _ORDER if any(found.search(told) for found in getattr(file, name))), None)


def chapter_under(headings: Sequence[str]) -> Chapter | None:
    """What a path of headings, outermost first, makes of the text below it; None where none of them tells anything.

    “What the family knew” within the analysis is analysis; a section on the family within the method is the family's.
    """
    found: Chapter | None = None
    for heading in headings:
        named = chapter_named(heading)
        if named == "appendix" or (named is not None and (found in _FRAME or (found in WEIGHED and named in WEIGHED))):
            found = named
    return found


@dataclass(frozen=True, slots=True)
class Chapters:
    """The chapters of one report: of each block by index, and the first heading of each."""

    of: Mapping[int, Chapter]
    headings: Mapping[Chapter, Block]

    @property
    def weighs(self) -> bool:
        """Whether the report has an analysis, findings or recommendations."""
        return any(chapter in self.headings for chapter in WEIGHED)


def chapters_of(document: Document) -> Chapters:
    """The chapter of every block that a reader reads as the report.

    In a report whose headings are all of one level, one that has no number belongs to the numbered one before it.
    """
    of: dict[int, Chapter] = {}
    first: dict[Chapter, Block] = {}
    carried: dict[tuple[str, ...], Chapter] = {}
    last: tuple[Block, Chapter] | None = None
    for block in document.story():
        if block.level is None:
            of[block.index] = carried.get(block.headings) or chapter_under(block.headings) or "other"
            continue
        path = (*block.headings, block.text)
        found = chapter_under(path)
        if found is None and last and not _numbered(block) and _numbered(last[0]) and block.level == last[0].level:
            carried[path] = last[1]
        elif block.headings in carried and (found is None or chapter_named(block.text) is None):
            carried[path] = carried[block.headings]
        else:
            last = (block, found or "other")
        of[block.index] = carried.get(path) or found or "other"
        first.setdefault(of[block.index], block)
    return Chapters(of, first)


def _numbered(heading: Block) -> bool:
    return heading.number is not None or bool(_NUMBERED.match(small(heading.text)))
