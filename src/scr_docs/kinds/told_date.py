"""Kinds `told-date` and `worked-out-birth`: a day of birth or death that the words tell without the full date."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from scr_docs.case import Person
from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.model import Block
from scr_docs.names.days.told_dates import Told, told
from scr_docs.names.text.fold import level
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict


class Params(Strict):
    """`sure: false` asks for what leaves several days open, such as a month, or a day whose month may come first."""

    sure: bool = True


class WorkedOut(Strict):
    """It has no keys of its own."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding for each day of birth or death of the case file that the words tell."""
    for block in _blocks(rule, reading):
        for found, owner in _of_the_case(block, reading):
            if found.exact == rule.params.sure:
                yield rule.finding(
                    block.text[found.start : found.end],
                    location=Location.of(block, found.start, found.end),
                    person=owner.id,
                    called=owner.report_name or "somebody in the case file",
                    words=found.event or ("birth" if _answers(found, owner.born) else "death"),
                )


def check_worked_out(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding where anybody can work out a full date of birth from the words, and it is nobody's in the case file."""
    for block in _blocks(rule, reading):
        told_already = {found.start for found, _ in _of_the_case(block, reading)}
        taken = 0
        for found in _told(block):
            if found.whole and found.start >= taken and found.start not in told_already:
                taken = found.end
                yield rule.finding(
                    block.text[found.start : found.end], location=Location.of(block, found.start, found.end)
                )


def _blocks(rule: Rule, reading: Reading) -> Iterator[Block]:
    return (block for block in reading.document.blocks if block.part in rule.entry.scope)


def _of_the_case(block: Block, reading: Reading) -> Iterator[tuple[Told, Person]]:
    """What tells a day of the case file that does not stand there in full; of two at one place, the exact one."""
    people = reading.case.people if reading.case else ()
    days = [hit for hit in reading.known(block) if hit.known.what in {"birth", "death"}]
    starts = [hit.start for hit in days]
    taken = 0
    for found in _told(block) if people else ():
        owner = next((person for person in people if _is_of(found, person)), None)
        near = days[max(0, bisect_left(starts, found.end) - 2) : bisect_left(starts, found.end)]
        in_full = any(hit.end > found.start and found.event in {None, hit.known.what} for hit in near)
        if owner and found.start >= taken and not in_full:
            taken = found.end
            yield found, owner


def _told(block: Block) -> Iterator[Told]:
    plain = level(block.text)
    for found in told(plain.text):
        start, end = plain.span(found.start, found.end)
        yield replace(found, start=start, end=end)


def _is_of(found: Told, person: Person) -> bool:
    born = found.event != "death" and _answers(found, person.born)
    return born or (found.event != "birth" and _answers(found, person.died))


def _answers(found: Told, day: datetime.date | None) -> bool:
    return day is not None and found.fits(day)
