"""Paragraph numbers that a person typed, told from dates, times and quantities by the sequence that they make.

"14 January", "10.30 Mother rang" and "3.5 kg" look like numbers of paragraphs one by one; in the sequence of a whole
report they do not fit. What is left over when the best sequence is found is tried again, for lists within the report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scr_docs.word.numbers.sequences import Candidate, Number, best_sequences

_PASSES = 8

_TYPED = re.compile(
    r"\s*(?P<word>para(?:graph)?\.?\s+)?(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})(?P<end>[.):]?)(?P<gap>\s+|$|(?=[A-Z“\"‘']))(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NOT_A_NUMBER = re.compile(
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)([a-z]{3,6})?\b[\s,.]*(\d|$)"
    r"|(january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|([ap]\.?m|hrs?|hours?|minutes?|mins?|years?|months?|weeks?|days?)\b"
    r"|(kg|g|mg|ml|cm|mm|km|miles?|stone|per cent|percent)\b|%",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,5})[.):]?$")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `number` is the one that Word counts, `typable` whether it may have one that a person typed."""

    text: str
    number: str | None = None
    typable: bool = True


@dataclass(frozen=True, slots=True)
class Typed:
    """A number on the way through the document; `leading` is whether it orders the report, not a list within it."""

    shown: str
    leading: bool


def typed_numbers(lines: Sequence[Line]) -> list[Typed | None]:
    """For each line its typed number, or the one that Word counts if typed numbers continue it; None for all others."""
    told: list[Typed | None] = [None] * len(lines)
    candidates = [found for position, line in enumerate(lines) if (found := _candidate(position, line)) is not None]
    for attempt in range(_PASSES):
        sequences = best_sequences(candidates) if any(candidate.form for candidate in candidates) else []
        taken = {candidate.line for sequence in sequences for candidate in sequence if candidate.form}
        if not taken:
            break
        deep = [any(len(candidate.number) > 1 for candidate in sequence) for sequence in sequences]
        for sequence, is_deep in zip(sequences, deep, strict=True):
            for candidate in sequence:
                leading = attempt == 0 and (is_deep or not any(deep))
                if candidate.form or leading:
                    told[candidate.line] = Typed(candidate.shown, leading)
        candidates = [candidate for candidate in candidates if candidate.line not in taken]
    return told


def depth(number: str) -> int | None:
    """1 for "4", 2 for "4.1"; None for numbers that are not digits and dots, such as "(a)" or "Recommendation 3"."""
    match = _DECIMAL.match(number)
    return None if match is None else match[1].count(".") + 1


def _candidate(position: int, line: Line) -> Candidate | None:
    if line.number is not None:
        match = _DECIMAL.match(line.number)
        return None if match is None else Candidate(position, _parts(match[1]), 2.0, "", line.number)
    if not line.typable or (match := _TYPED.match(line.text)) is None:
        return None
    weight = _weight(match)
    if weight == 0.0:
        return None
    form = f"{bool(match['word'])}{match['end']}{match['gap'][:1]}|"
    return Candidate(position, _parts(match["number"]), weight, form, match["number"] + match["end"].rstrip(".:"))


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


def _parts(number: str) -> Number:
    return tuple(int(part) for part in number.split("."))
