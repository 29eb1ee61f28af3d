"""Paragraph numbers that a person typed, told from dates, times and quantities by the sequence that they make.

"14 January", "10.30 Mother rang" and "3.5 kg" look like numbers of paragraphs one by one; in the sequence of a whole report
they do not fit. So every line gets a weight for its looks and every step from one number to a later one a price, and the
dearest way through the document wins (a longest path). What is left over is tried again, for lists within the report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_REACH = 40
"""How many candidates back a number may find the one before it."""

_START, _MIDDLE = 3.0, 8.0
"""The price of beginning a sequence at 1, and of beginning it anywhere else."""

_PASSES = 8

_TYPED = re.compile(
    r"\s*(?P<word>para(?:graph)?\.?\s+)?(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})(?P<end>[.):]?)(?P<gap>\s+|$|(?=[A-Z“\"‘']))(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NOT_A_NUMBER = re.compile(
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)([a-z]{3,6})?\b[\s,.]*(\d|$)"
    r"|(january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|([ap]\.?m|hrs?|hours?|minutes?|mins?|years?|months?|weeks?|days?|kg|g|mg|ml|cm|mm|km|miles?|stone|per cent|percent)\b|%",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,5})[.):]?$")

Number = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as this module sees it; `number` is the one that Word counts, `typable` whether it may have a typed one."""

    text: str
    number: str | None = None
    typable: bool = True


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed number; `leading` is whether it belongs to the sequence of the whole report, not to a list within it."""

    shown: str
    leading: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    line: int
    number: Number
    weight: float
    form: str
    shown: str


def typed_numbers(lines: Sequence[Line]) -> list[Typed | None]:
    """For each line its typed number, None where it has none."""
    told: list[Typed | None] = [None] * len(lines)
    candidates = [found for position, line in enumerate(lines) if (found := _candidate(position, line)) is not None]
    for attempt in range(_PASSES):
        if not any(candidate.form for candidate in candidates):
            break
        taken = {candidate.line: candidate for candidate in _best(candidates) if candidate.form}
        if not taken:
            break
        for position, candidate in taken.items():
            told[position] = Typed(candidate.shown, leading=attempt == 0)
        candidates = [candidate for candidate in candidates if candidate.line not in taken]
    return told


def depth(number: str) -> int | None:
    """1 for "4", 2 for "4.1"; None for numbers that are not digits and dots, such as "(a)" or "Recommendation 3"."""
    match = _DECIMAL.match(number)
    return None if match is None else match[1].count(".") + 1


def _candidate(position: int, line: Line) -> _Candidate | None:
    if line.number is not None:
        match = _DECIMAL.match(line.number)
        return None if match is None else _Candidate(position, _parts(match[1]), 2.0, "", line.number)
    if not line.typable or (match := _TYPED.match(line.text)) is None:
        return None
    weight = _weight(match)
    if weight == 0.0:
        return None
    form = f"{bool(match['word'])}{match['end']}{match['gap'][:1]}|"
    return _Candidate(position, _parts(match["number"]), weight, form, match["number"] + match["end"].rstrip(".:"))


def _weight(match: re.Match[str]) -> float:
    """How much the line looks like a numbered paragraph, by itself; 0 where it cannot be one."""
    number, end, gap, rest = match["number"], match["end"], match["gap"], match["rest"]
    levels, capital = number.count(".") + 1, not rest[:1].islower()
    if not rest or _NOT_A_NUMBER.match(rest) or (levels > 2 and re.search(r"\.0\d", number)):
        return 0.0
    if match["word"] or "\t" in gap or (end and gap and capital):
        return 3.0
    if end and gap:
        return 2.0
    if not gap:
        return 1.0 if levels > 1 or end == "." else 0.0
    if levels > 1:
        return 2.5 if capital else 0.3
    return 1.5 if capital else 0.0


def _best(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The candidates on the best way through the document; a candidate without form (Word's own number) may be passed by."""
    worth: list[float] = []
    before: list[int | None] = []
    best_end: int | None = None
    for position, candidate in enumerate(candidates):
        price = _START if candidate.number[-1] <= 1 else _MIDDLE if len(candidate.number) > 1 else 99.0
        value, link = (0.0 if best_end is None else max(worth[best_end], 0.0)) - price, best_end
        for earlier in range(position - 1, max(-1, position - 1 - _REACH), -1):
            if (step := _step(candidates[earlier], candidate)) is not None and worth[earlier] + step > value:
                value, link = worth[earlier] + step, earlier
        worth.append(value + candidate.weight)
        before.append(link)
        if best_end is None or worth[position] > worth[best_end]:
            best_end = position
    found: list[_Candidate] = []
    step_back = best_end if best_end is not None and worth[best_end] > 0 else None
    while step_back is not None:
        found.append(candidates[step_back])
        step_back = before[step_back]
    return found


def _step(one: _Candidate, other: _Candidate) -> float | None:
    """What it is worth that `other` follows `one`: 0 for the natural next number; None where it cannot follow."""
    p, q = one.number, other.number
    alike = 0.0
    if one.form and other.form and len(p) == len(q):
        alike = 0.5 if one.form == other.form else -0.5
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


def _parts(number: str) -> Number:
    return tuple(int(part) for part in number.split("."))
