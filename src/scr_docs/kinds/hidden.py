"""Kind `hidden`: what is in the file although nobody who reads the printed report sees it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import islice

from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.model import Block, Mark, Trait
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

TOLD_SINGLY = 20
"""Tracked changes can be hundreds: so many findings of one rule are told one by one, the rest in a last one."""

_LONGEST = 200
_LETTER = re.compile(r"\S")
_TWELVE_WORDS = re.compile(r"\S+(?:\s+\S+){0,11}")


class Params(Strict):
    """In which ways it is hidden."""

    traits: tuple[Trait, ...]


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding for each hidden block or stretch of one; past TOLD_SINGLY, one that says how many more there are."""
    found = (
        rule.finding(block.text[start:end], location=Location.of(block, start, end))
        for block in reading.document.blocks
        if block.part in rule.entry.scope and not (block.trait and reading.is_public_name(block.text))
        for start, end in _hidden(block, rule.params.traits)
    )
    yield from first_of(rule, found)


def first_of(rule: Rule, found: Iterator[Finding]) -> Iterator[Finding]:
    """The first TOLD_SINGLY of these findings; past them, one that says how many more there are."""
    yield from islice(found, TOLD_SINGLY)
    if more := sum(1 for _ in found):
        yield _rest(rule, more)


def _rest(rule: Rule, more: int) -> Finding:
    """The finding about the whole document that stands for those that are not told one by one."""
    finding = rule.finding()
    message = finding.message if "{quote}" in finding.message else f"{finding.message}: {{quote}}"
    return replace(finding, message=message.replace("{quote}", f"and {more} more like these"))


def _hidden(block: Block, traits: Collection[Trait]) -> Iterator[tuple[int, int]]:
    """The beginning of each thing in the block that is hidden in one of these ways, as offsets into its text."""
    if _is_before_the_changes(block):
        return
    whole = block.trait in traits
    for start, end in [(0, len(block.text))] if whole else _stretches(block, traits):
        if first := _LETTER.search(block.text, start, end):
            beginning = _TWELVE_WORDS.match(block.text, first.start(), min(end, first.start() + _LONGEST))
            assert beginning
            yield beginning.span()


def _stretches(block: Block, traits: Collection[Trait]) -> list[tuple[int, int]]:
    """The marked stretches in their order; those of one trait with nothing but blanks between them are one."""
    joined: list[Mark] = []
    for mark in sorted(block.marks, key=lambda mark: (str(mark.trait), mark.start)):
        last = joined[-1] if joined else None
        if mark.trait not in traits:
            continue
        if last and last.trait == mark.trait and not block.text[last.end : mark.start].strip():
            joined[-1] = replace(last, end=max(last.end, mark.end))
        else:
            joined.append(mark)
    return sorted((mark.start, mark.end) for mark in joined)


def _is_before_the_changes(block: Block) -> bool:
    """Whether this is how a paragraph read before its tracked changes: each deletion in it has a block of its own."""
    return block.part == "deleted" and any(mark.part == "deleted" for mark in block.marks)
