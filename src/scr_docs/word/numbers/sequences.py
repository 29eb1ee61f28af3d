"""The best way through candidates for numbers: what follows what in a report, and what it is worth.

Every candidate has a weight for its looks, every step from one number to a later one has a price, and the dearest way
through the document wins (a longest path). It may be broken off and begun anew, as in an appendix, for a price.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Number = tuple[int, ...]

_REACH = 40
"""How many candidates back a number may find the one before it."""

_START, _MIDDLE, _NEVER = 3.0, 8.0, 99.0
"""The price of beginning a sequence at 1, of beginning it in the middle of a chapter, and at any other whole number."""

_ALIKE = 0.5
"""What it is worth that two numbers of one depth are written alike, and the most that any step is worth."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that may be one of a paragraph; `form` is how it is written, empty where Word counts it."""

    line: int
    number: Number
    weight: float
    form: str
    shown: str


def best_sequences(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """The sequences on the best way through the document, last to first; empty if no way is worth its price."""
    worth: list[float] = []
    before: list[int | None] = []
    begins: list[bool] = []
    highest: list[float] = []
    best_end: int | None = None
    for position, candidate in enumerate(candidates):
        price = _price(candidate, candidates[position + 1] if position + 1 < len(candidates) else None)
        value, link, begin = (0.0 if best_end is None else max(worth[best_end], 0.0)) - price, best_end, True
        for earlier in range(position - 1, max(-1, position - 1 - _REACH), -1):
            if value >= highest[earlier] + _ALIKE:
                break
            step = _step(candidates[earlier], candidate)
            if step is not None and worth[earlier] + step > value:
                value, link, begin = worth[earlier] + step, earlier, False
        worth.append(value + candidate.weight)
        before.append(link if not begin or (link is not None and worth[link] > 0) else None)
        begins.append(begin)
        highest.append(max(worth[position], highest[-1] if highest else worth[position]))
        if best_end is None or worth[position] > worth[best_end]:
            best_end = position
    found: list[list[Candidate]] = [[]]
    back = best_end if best_end is not None and worth[best_end] > 0 else None
    while back is not None:
        found[-1].append(candidates[back])
        if begins[back]:
            found.append([])
        back = before[back]
    return [sequence for sequence in found if sequence]


def _price(first: Candidate, following: Candidate | None) -> float:
    """What it costs that a sequence begins here: little at 1, or at a chapter whose first paragraph is next."""
    if first.number[-1] <= 1 or (following is not None and following.number == (*first.number, 1)):
        return _START
    return _MIDDLE if len(first.number) > 1 else _NEVER


def _step(one: Candidate, other: Candidate) -> float | None:
    """What it is worth that `other` follows `one`: 0 for the natural next number; None where it cannot follow."""
    p, q = one.number, other.number
    alike = 0.0
    if one.form and other.form and len(p) == len(q):
        alike = _ALIKE if one.form == other.form else -_ALIKE
    if p == q:
        return alike - 2.0 if len(p) > 1 else None
    same = 0
    while same < min(len(p), len(q)) and p[same] == q[same]:
        same += 1
    if same == len(p):
        return alike if all(part == 1 for part in q[same:]) else -1.0 if q[same:] in ((0,), (2,)) else None
    if same == len(q) or not 1 <= q[same] - p[same] <= 4 or any(part > 1 for part in q[same + 1 :]):
        return None
    return alike - 0.5 * (q[same] - p[same] - 1)
