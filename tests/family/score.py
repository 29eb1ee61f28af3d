"""`python -m tests.family.score`: how well the reader reads the labelled set, as precision, recall and F1 per label.

A statement is right if its kind, person and sentence are; a reason if its person and category are, anywhere in the
same item. What is missed is printed for the develop half alone: nobody should tune the reader to the half set aside.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import cast, get_args

import scr_docs
from scr_docs.family.read import Statement, StatementKind
from tests.family.labelled_set import (
    ANYBODY,
    HALVES,
    Expected,
    Half,
    Passage,
    Sentence,
    beginning_of,
    load,
    sentence_of,
    spans,
)

KINDS: tuple[StatementKind, ...] = get_args(StatementKind)
CONTRIBUTION_OR_HISTORY = "contribution or history"
WITH_REASON = "non-involvement with its reason"
VAGUE = "vague non-involvement"
VIEW_FOUND = "view, right person"
Key = tuple[Hashable, ...]

IMPLIED: Mapping[StatementKind, frozenset[StatementKind]] = {
    "deferral": frozenset({"non-involvement", "invitation"}),
    "re-offer": frozenset({"invitation"}),
    "support": frozenset({"contribution"}),
    "scope": frozenset({"contribution", "view"}),
    "draft-feedback": frozenset({"contribution", "view"}),
}
"""What the kind on the left also says, a little: of the same person in the same sentence it is not scored unless labelled."""
PROCEEDINGS = frozenset({"criminal-proceedings", "court-proceedings"})
"""Reasons that pass: careful readers differ on whether "not seen while charges are pending" is a deferral too."""


@dataclass(slots=True)
class Counts:
    """How many statements of a label were found rightly, found wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right; 0.0 to 1.0."""
        return self.right / (self.right + self.wrong) if self.right else 0.0

    @property
    def recall(self) -> float:
        """Of what is there, the share that was found; 0.0 to 1.0."""
        return self.right / (self.right + self.missed) if self.right else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0.0 to 1.0."""
        both = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / both if both else 0.0


@dataclass(slots=True)
class Scores:
    """The counts of every label, and of what the develop half was read wrongly, a line each."""

    labels: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    misses: list[str] = field(default_factory=list)

    def views_attributed(self) -> tuple[float, float]:
        """The share of views given to the right person: of those found, and of all."""
        found = self.labels[VIEW_FOUND]
        every = self.labels["view"]
        asked = found.right + found.wrong + found.missed
        return (found.right / asked if asked else 0.0), every.recall


def score(half: Half) -> Scores:
    """What the reader of today makes of one half."""
    scores = Scores()
    for writer in load(half):
        texts = [item.text for item in writer.items]
        read = scr_docs.read_statements(texts, writer.case)
        for item, found in zip(writer.items, read, strict=True):
            misses = _score(item, found, scores.labels)
            if half == "develop" and misses:
                scores.misses += [f"{item.id}: {item.text}" if not isinstance(item, Passage) else item.id, *misses]
    return scores


def _score(item: Sentence, found: Iterable[Statement], labels: dict[str, Counts]) -> list[str]:
    """The misses of one item, once its counts are added to `labels`."""
    gold = [(_at(item, expected), expected) for expected in item.expected]
    read = [(_sentence(item, one), one) for one in found]
    sure = {(at, one.kind, one.person) for at, one in gold if not one.open}
    loose = {(at, one.kind, one.person) for at, one in gold if one.open}
    loose |= {(at, kind, one.person) for at, one in gold for kind in IMPLIED.get(one.kind, ())}
    loose |= {(at, "deferral", one.person) for at, one in gold if one.reason in PROCEEDINGS}
    anybody = {(at, kind) for at, kind, person in loose if person == ANYBODY}
    seen = {(at, one.kind, one.person) for at, one in read}
    seen = {one for one in seen if one in sure or not (one in loose or one[:2] in anybody)}
    for kind in KINDS:
        _add(labels[kind], {one for one in sure if one[1] == kind}, {one for one in seen if one[1] == kind})

    either = {"contribution", "history"}
    where = {at for at, kind, _ in sure if kind in either}
    _add(
        labels[CONTRIBUTION_OR_HISTORY],
        {one for one in sure if one[1] in either},
        {one for one in seen if one[1] in either and one[0] in where},
    )
    viewed = {at for at, kind, _ in seen if kind == "view"} & {at for at, kind, _ in sure if kind == "view"}
    _add(
        labels[VIEW_FOUND],
        {one for one in sure if one[1] == "view" and one[0] in viewed},
        {one for one in seen if one[1] == "view" and one[0] in viewed},
    )
    misses = [f"  missed {_told(item, one)}" for one in sure - seen]
    misses += [f"  wrong  {_told(item, one)}" for one in seen - sure]
    for label, why in ((WITH_REASON, _reason), (VAGUE, _vague)):
        wanted = {why(one) for _, one in gold if not one.open} - {None}
        got = {why(one) for at, one in read if (at, one.kind, one.person) not in loose - sure} - {None}
        got -= {why(one) for _, one in gold if one.open} - wanted
        _add(labels[label], wanted, got)
        misses += [f"  missed {label}: {one}" for one in wanted - got]
        misses += [f"  wrong  {label}: {one}" for one in got - wanted]
    return sorted(misses)


def _add(counts: Counts, wanted: AbstractSet[object], got: AbstractSet[object]) -> None:
    counts.right += len(wanted & got)
    counts.wrong += len(got - wanted)
    counts.missed += len(wanted - got)


def _reason(one: Statement | Expected) -> Key | None:
    return (one.person, one.reason) if one.kind == "non-involvement" and one.reason else None


def _vague(one: Statement | Expected) -> Key | None:
    return (one.person, "vague") if one.kind == "non-involvement" and one.vague else None


def _at(item: Sentence, expected: Expected) -> int:
    at = beginning_of(item.text, expected.beginning) if expected.beginning else 0
    return cast("int", at)  # the loader has seen to it that there is one


def _sentence(item: Sentence, one: Statement) -> int:
    return sentence_of(item.text, one.start, one.end) if isinstance(item, Passage) else 0


def _told(item: Sentence, one: Key) -> str:
    at, kind, person = one
    if not isinstance(item, Passage):
        return f"{kind} {person}"
    start, end = spans(item.text)[cast("int", at)]
    return f"{kind} {person}: {item.text[start:end].strip()}"


def table(scores: Scores) -> str:
    """The figures of one half, to be printed."""
    lines = [f"{'label':34}{'there':>6}{'precision':>11}{'recall':>8}{'F1':>7}"]
    for label in (*KINDS, CONTRIBUTION_OR_HISTORY, WITH_REASON, VAGUE):
        counts = scores.labels[label]
        there = counts.right + counts.missed
        lines.append(f"{label:34}{there:6}{counts.precision:11.3f}{counts.recall:8.3f}{counts.f1:7.3f}")
    found, every = scores.views_attributed()
    lines.append(f"views given to the right person: {found:.3f} of those found, {every:.3f} of all")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Prints the figures; the exit status is always 0, for the floors stand in test_labelled.py."""
    parser = argparse.ArgumentParser(prog="python -m tests.family.score", description=__doc__)
    parser.add_argument("--half", choices=[*HALVES, "both"], default="both")
    parser.add_argument("--misses", action="store_true", help="what the develop half was read wrongly; never the other")
    given = parser.parse_args(arguments)
    for half in HALVES if given.half == "both" else (given.half,):
        scores = score(half)
        items = [item for writer in load(half) for item in writer.items]
        sizes = Counter(isinstance(item, Passage) for item in items)
        told = [f"{half}: {sizes[False]} sentences, {sizes[True]} passages", table(scores)]
        if given.misses:
            told += scores.misses or ["(what this half was read wrongly is not shown)" if half != "develop" else ""]
        sys.stdout.write("\n".join(told) + "\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
