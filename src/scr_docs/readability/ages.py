"""Reading ages by published formulas, as a band over several: each alone errs by years.

Flesch-Kincaid grade: Kincaid, Fishburne, Rogers and Chissom (1975), US Navy Research Branch Report 8-75.
Automated Readability Index: Senter and Smith (1967), AMRL-TR-66-220.
Coleman-Liau index: Coleman and Liau (1975), Journal of Applied Psychology 60(2).
SMOG: McLaughlin (1969), Journal of Reading 12(8); made for thirty sentences or more.
Gunning fog: Gunning (1952), The Technique of Clear Writing.
All give a school grade of the United States; the age at which children are in that grade is five years more.
"""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass

from scr_docs.readability.prose import Counts

TO_AGE = 5
"""Years from a grade to the age of those in it."""

YOUNGEST, OLDEST = 5, 22
"""What the formulas say beyond these ages means no more than "very easy" and "very hard"."""

FEWEST_WORDS = 100
"""Of fewer words no reading age is told."""

_FOR_SMOG = 30


@dataclass(frozen=True, slots=True)
class Band:
    """The reading age in years: `middle` of the formulas, and the lowest and highest of those between the extremes."""

    low: int
    middle: float
    high: int


def ages(counts: Counts) -> dict[str, float]:
    """The reading age in years by each formula that can be used for so much text."""
    if not counts.words or not counts.sentences:
        return {}
    length = counts.words / counts.sentences
    beats = counts.syllables / counts.words
    letters = counts.letters / counts.words
    grades = {
        "Flesch-Kincaid": 0.39 * length + 11.8 * beats - 15.59,
        "Automated Readability Index": 4.71 * letters + 0.5 * length - 21.43,
        "Coleman-Liau": 5.88 * letters - 29.6 / length - 15.8,
        "Gunning fog": 0.4 * (length + 100 * counts.long / counts.words),
    }
    if counts.sentences >= _FOR_SMOG:
        grades["SMOG"] = 1.043 * math.sqrt(counts.long * 30 / counts.sentences) + 3.1291
    return {name: min(max(grade + TO_AGE, YOUNGEST), OLDEST) for name, grade in grades.items()}


def band(counts: Counts) -> Band | None:
    """The band of reading ages; None for a text that is too short for any."""
    if counts.words < FEWEST_WORDS:
        return None
    found = sorted(ages(counts).values())
    inner = found[1:-1]  # the lowest and the highest are the ones that err most
    return Band(math.floor(inner[0]), round(statistics.median(found), 1), math.ceil(inner[-1]))
