"""Kind `together`: details that are harmless alone and identify a family together, in a paragraph, a row or a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from scr_docs.finding import Finding, Location
from scr_docs.kinds.family_table import facts_of_cell, sibling_rows
from scr_docs.kinds.reading import Reading
from scr_docs.kinds.rows import lists_people, tables
from scr_docs.model import Block
from scr_docs.names.text.fold import level
from scr_docs.names.together.details import Fact, details
from scr_docs.names.together.siblings import sibling_groups
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

_ARTICLE = re.compile(r"\b(?:an?|the)\s$", re.IGNORECASE)


class Params(Strict):
    """All details that add up, or only groups of brothers and sisters."""

    what: Literal["details", "siblings"]


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding for a paragraph, for a row of a table, or for a table of the family as a whole."""
    blocks = [block for block in reading.document.blocks if block.part in rule.entry.scope]
    find = _details if rule.params.what == "details" else _siblings
    yield from find(rule, blocks)


def _details(rule: Rule, blocks: Sequence[Block]) -> Iterator[Finding]:
    known = details()
    for block in blocks:
        if not block.cell:
            facts = known.facts(block.text)
            if core := known.core(facts):
                start, end = _stretch(block.text, facts, core)
                yield _told(rule, block, (start, end), facts)
    for table in tables(blocks):
        units = [[block for row in table for block in row]] if lists_people(table) else table
        for unit in units:
            placed = [(fact, block) for block in unit for fact in facts_of_cell(block)]
            facts = [fact for fact, _ in placed]
            of_family = known.about_family(" | ".join(block.text for block in unit))
            if of_family and known.points(facts) >= known.threshold:
                heaviest, block = max(placed, key=lambda pair: pair[0].kind.points)
                yield _told(rule, block, (heaviest.start, heaviest.end), facts)


def _told(rule: Rule, block: Block, place: tuple[int, int], facts: Sequence[Fact]) -> Finding:
    kinds = sorted({fact.kind.id: fact.kind for fact in facts}.values(), key=lambda kind: -kind.points)
    if any(kind.id == "exact-age" for kind in kinds):
        kinds = [kind for kind in kinds if kind.id != "age"]
    return rule.finding(
        block.text[slice(*place)],
        location=Location.of(block, *place),
        words="; ".join(kind.called for kind in kinds),
        suggestion="; ".join(kind.blur for kind in kinds),
    )


def _stretch(text: str, facts: Sequence[Fact], core: Sequence[Fact]) -> tuple[int, int]:
    """Where the core begins and ends, with what stands directly before it: "a 34-year-old" before "soldier"."""
    start, end = core[0].start, max(fact.end for fact in core)
    for fact in reversed(facts):
        if fact.end <= start <= fact.end + 1:
            start = fact.start
    article = _ARTICLE.search(text[max(0, start - 5) : start])
    return (start - len(article[0]) if article else start), end


def _siblings(rule: Rule, blocks: Sequence[Block]) -> Iterator[Finding]:
    for block in blocks:
        if not block.cell or len(block.text) > 60:
            plain = level(block.text)
            for group in sibling_groups(plain.text)[:1]:
                start, end = plain.span(*group)
                yield rule.finding(block.text[start:end], location=Location.of(block, start, end))
    for table in tables(blocks):
        if lists_people(table) and (found := sibling_rows(table)):
            block, start, end = found
            yield rule.finding(block.text[start:end], location=Location.of(block, start, end))
