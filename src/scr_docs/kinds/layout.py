"""Kind `layout`: what in a document's look or making keeps somebody from reading it, or from hearing it read out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scr_docs.finding import Finding, Location
from scr_docs.kinds.hidden import first_of
from scr_docs.kinds.reading import Reading
from scr_docs.model import Barrier, Hurdle
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

_LONGEST = 80


class Params(Strict):
    """Which barriers. Of those that are measured, only what is `below` counts.

    With `once` they are told by one finding, at the first of them, that says how many there are. `least` is how many
    there must be.
    """

    hurdles: tuple[Hurdle, ...]
    below: float | None = None
    once: bool = False
    least: int = 1


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding for each barrier, or one for all of them; {words} in the message is what there is to say of it."""
    params: Params = rule.params
    found = [
        barrier
        for barrier in reading.barriers
        if barrier.what in params.hurdles
        and (params.below is None or barrier.measure < params.below)
        and _in_scope(rule, reading, barrier)
    ]
    if not found or len(found) < params.least:
        return
    if not params.once:
        yield from first_of(rule, (_finding(rule, reading, barrier, barrier.told) for barrier in found))
        return
    told = f" ({found[0].told})" if found[0].told else ""
    many = f"in {len(found)} places, this being the first{told}" if len(found) > 1 else f"in one place{told}"
    yield _finding(rule, reading, found[0], many)


def _in_scope(rule: Rule, reading: Reading, barrier: Barrier) -> bool:
    return barrier.block is None or reading.document.blocks[barrier.block].part in rule.entry.scope


def _finding(rule: Rule, reading: Reading, barrier: Barrier, words: str) -> Finding:
    if barrier.block is None:
        return rule.finding(words=words, location=Location(address=barrier.address))
    block = reading.document.blocks[barrier.block]
    end = min(len(block.text) if barrier.end is None else barrier.end, barrier.start + _LONGEST)
    place = Location.of(block, barrier.start, end)
    if barrier.end is None:  # it is about the paragraph, and no words of it need be shown
        place = replace(place, context=None)
    return rule.finding(block.text[barrier.start : end], words=words, location=place)
