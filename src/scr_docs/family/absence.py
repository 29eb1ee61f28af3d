"""Everybody who, by the report, did not take part: where it says so, the reason, and all that it tells about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scr_docs.family.evidence import Evidence
from scr_docs.family.sections import section_of
from scr_docs.family.statement import Placed

_TELLING = frozenset({"non-involvement", "invitation", "re-offer", "deferral"})


@dataclass(frozen=True, slots=True)
class Absence:
    """One person (None: the family as a whole) who did not take part.

    `placed` are the statements that say so, `deferred` those that put it off, both in reading order. `evidence` is what
    the whole report tells of how this person was asked and who decided.
    """

    person: str | None
    placed: tuple[Placed, ...]
    deferred: tuple[Placed, ...]
    evidence: Evidence

    @property
    def reason(self) -> str | None:
        """The first reason that the report gives, in the case file's words."""
        return next((one.statement.reason for one in self.placed if one.statement.reason), None)

    @property
    def vague(self) -> bool:
        """Whether the report gives no reason, but words that explain nothing."""
        return self.reason is None and any(one.statement.vague for one in self.placed)

    @property
    def at(self) -> Placed:
        """The statement to show: the first with the reason, else the first with vague words, else the first."""
        told = [one for one in self.placed if one.statement.reason]
        vague = [one for one in self.placed if one.statement.vague]
        return (*told, *vague, *self.placed, *self.deferred)[0]


def _is_of_review(placed: Placed) -> bool:
    return section_of(placed.block.headings) in {"review", None}


def absences(statements: Sequence[Placed]) -> Iterator[Absence]:
    """Those who did not take part, or whose part was put off, in the order in which the report speaks of them.

    Whoever contributed all the same is left out; where a section about the review says that they did not, a word
    elsewhere that sounds like a contribution does not undo it.
    """
    took_part = [one for one in statements if one.statement.kind == "contribution"]
    contributed = {one.statement.person for one in took_part if _is_of_review(one)}
    elsewhere = {one.statement.person for one in took_part if not _is_of_review(one)}
    said_away = {
        one.statement.person
        for one in statements
        if one.statement.kind == "non-involvement" and section_of(one.block.headings) == "review"
    }
    contributed |= elsewhere - said_away
    away = [one for one in statements if one.statement.kind in {"non-involvement", "deferral"}]
    for person in dict.fromkeys(one.statement.person for one in away):
        if person in contributed:
            continue
        own = [one for one in statements if one.statement.person == person and one.statement.kind in _TELLING]
        evidence = Evidence()
        for one in own:
            evidence |= one.statement.evidence
        if any(one.statement.kind == "re-offer" for one in own):
            evidence |= Evidence(re_offer=True)
        placed = tuple(one for one in own if one.statement.kind == "non-involvement")
        deferred = tuple(one for one in own if one.statement.kind == "deferral")
        yield Absence(person, placed, deferred, evidence)
