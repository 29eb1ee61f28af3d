"""Kind `accounts`: where the family and others tell a thing differently, both are told and the review takes a stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from scr_docs.family.gist import Count, counts, denies, stems
from scr_docs.family.statement import Placed
from scr_docs.finding import Finding, Location
from scr_docs.kinds.members import in_chapter, members, views_of
from scr_docs.kinds.phrase import Pattern
from scr_docs.kinds.reading import Reading
from scr_docs.model import Block
from scr_docs.names.text.sentences import sentences
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

_SHARED_OF_COUNTS = 2
_SHARED_OF_DENIALS = 3
_LONGEST = 1_000
_CONTRAST = re.compile(
    r"\b(?:but|whereas|while|although|though|however|otherwise|differ\w*|conflict\w*|contradict\w*|disagree\w*|disput\w+"
    r"|not|no|never|neither|deni\w+|equally|at odds|in contrast)\b|;",
    re.IGNORECASE,
)
"""Without such a word two things that a sentence tells may both be true."""
_AFTER = 2
"""So many paragraphs after two accounts may weigh them."""


class Params(Strict):
    """`fault` is what is told: one account alone, or two that nothing weighs.

    `addressed` are the ways in which a review weighs accounts, `differs` those in which it says that they differ.
    """

    fault: Literal["one-account", "not-addressed"]
    addressed: tuple[Pattern, ...] = ()
    differs: tuple[Pattern, ...] = ()


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that tells something of a person as a fact."""

    block: Block
    start: int
    end: int
    stems: frozenset[str]
    counts: tuple[Count, ...]
    denies: bool


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding at each account that stands alone, or at each pair that is left open."""
    if rule.params.fault == "one-account":
        yield from _alone(rule, reading)
    else:
        yield from _left_open(rule, reading)


def _alone(rule: Rule, reading: Reading) -> Iterator[Finding]:
    found: dict[tuple[int, int], Finding] = {}
    told = _facts(reading, rule.params.addressed)
    for member in members(reading):
        facts = told.get(member.id, ())
        for placed in views_of(reading, member) if facts else ():
            quote = placed.quote[:_LONGEST]
            about, counted, never = stems(quote), tuple(counts(quote)), denies(quote)
            if not counted and not never:
                continue
            for fact in facts:
                if fact.block.index != placed.block.index and _clash(about, counted, fact, never=never):
                    place = Location.of(fact.block, fact.start, fact.end)
                    words = f"compare what {member.called} told the review ({_paragraph(placed.block)})"
                    text = fact.block.text[fact.start : fact.end]
                    finding = rule.finding(text, location=place, person=member.id, called=member.called, words=words)
                    found.setdefault((fact.block.index, fact.start), finding)
    yield from found.values()


def _clash(about: frozenset[str], counted: Sequence[Count], fact: _Told, *, never: bool) -> bool:
    shared = len(about & fact.stems)
    if shared >= _SHARED_OF_COUNTS and counted and fact.counts:
        same = any(not one.clashes(other) and one.measure == other.measure for one in counted for other in fact.counts)
        return not same and any(one.clashes(other) for one in counted for other in fact.counts)
    return shared >= _SHARED_OF_DENIALS and never and not counted and not fact.denies


def _facts(reading: Reading, addressed: Sequence[Pattern]) -> Mapping[str, list[_Told]]:
    """By person, what the report tells of them as facts, where it does not set their own account beside it."""
    views: dict[int, set[str | None]] = defaultdict(set)
    for placed in reading.statements:
        if placed.statement.kind in {"view", "contribution", "contradiction"}:
            views[placed.block.index].add(placed.statement.person)
    told: dict[str, list[_Told]] = defaultdict(list)
    owners = {one: member.id for member in members(reading) for one in member.alike}
    for block in reading.document.story():
        here = reading.mentions.get(block.index, ())
        wanted = {owners[one] for mention in here for one in mention.people if one in owners}
        outside = reading.chapters.of.get(block.index) in {"family", "method", "appendix"}
        if block.level is not None or outside or not wanted or None in views[block.index]:
            continue
        if any(pattern.search(block.text[: 4 * _LONGEST]) for pattern in addressed):
            continue
        for start, end in sentences(block.text):
            text = block.text[start : min(end, start + _LONGEST)]
            mine = {
                owners[one]
                for mention in here
                if start <= mention.start < end
                for one in mention.people
                if one in owners
            }
            if mine:
                fact = _Told(block, start, end, stems(text), tuple(counts(text)), denies(text))
                for person in mine - {owners.get(one or "", one) for one in views[block.index]}:
                    told[person].append(fact)
    return told


def _paragraph(block: Block) -> str:
    return f"para {block.number}" if block.number else "in the section on the family"


def _left_open(rule: Rule, reading: Reading) -> Iterator[Finding]:
    story = [block for block in reading.document.story() if block.level is None]
    place_of = {block.index: place for place, block in enumerate(story)}
    seen: set[int] = set()
    for placed in _differing(rule.params, reading):
        at = place_of.get(placed.index)
        if at is None or at in seen:
            continue
        seen.add(at)
        near = [block for block in story[at : at + 1 + _AFTER] if block.headings == placed.headings]
        if not any(pattern.search(block.text[: 4 * _LONGEST]) for block in near for pattern in rule.params.addressed):
            start, end = placed.start, placed.end
            block = story[at]
            yield rule.finding(block.text[start:end], location=Location.of(block, start, end))


@dataclass(frozen=True, slots=True)
class _Place:
    index: int
    headings: tuple[str, ...]
    start: int
    end: int


def _differing(params: Params, reading: Reading) -> Iterator[_Place]:
    """What the reader of statements found to differ, outside the account of events, and what the rule's words find."""
    for placed in reading.statements:
        is_one = placed.statement.kind == "contradiction" and _CONTRAST.search(placed.quote[:_LONGEST])
        if is_one and not in_chapter(reading, placed, "method", "appendix", "events"):
            yield _place(placed)
    for block in reading.document.story():
        if (
            block.level is None
            and reading.mentions.get(block.index)
            and any(p.search(block.text) for p in params.differs)
        ):
            for start, end in sentences(block.text):
                text = block.text[start : min(end, start + _LONGEST)]
                named = any(start <= mention.start < end for mention in reading.mentions[block.index])
                named = named or "account" in text.casefold()
                if named and any(pattern.search(text) for pattern in params.differs):
                    yield _Place(block.index, block.headings, start, end)


def _place(placed: Placed) -> _Place:
    return _Place(placed.block.index, placed.block.headings, placed.statement.start, placed.statement.end)
