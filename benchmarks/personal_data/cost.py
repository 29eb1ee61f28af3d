"""What each system costs: its start, its speed and its memory, one beside the other in the same run."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.personal_data import measure, names
from benchmarks.personal_data.items import HALVES
from benchmarks.personal_data.systems import other, worker

WORDS = 40_000
_MODULE = "benchmarks.personal_data.our_worker"


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds to the first answer in a fresh process, words read in a second, and the most memory in MB."""

    start: float
    words_per_second: float
    peak_mb: float


def commands(others: str | None) -> dict[str, list[str]]:
    ours = {
        "scr-docs": [sys.executable, "-m", _MODULE, "texts"],
        "scr-docs, lint": [sys.executable, "-m", _MODULE, "report"],
    }
    theirs = {"Presidio": other(others, "presidio"), "spaCy sm": other(others, "spacy")} if others else {}
    return {**ours, **theirs}


def long_text() -> list[str]:
    """Paragraphs of about 40,000 words: the name-free reports with sentences that hold names among them."""
    paragraphs = [text for half in HALVES for report in measure.prose(half) for text in report]
    holding = [item.flat for item in names.items("develop", 1, 4)]
    mixed: list[str] = []
    count = 0
    while count < WORDS:
        text = holding[len(mixed) % len(holding)] if len(mixed) % 3 == 2 else paragraphs[len(mixed) % len(paragraphs)]
        mixed.append(f"{text} ({len(mixed)})" if len(mixed) > len(paragraphs) else text)  # so that none is remembered
        count += len(text.split())
    return mixed


def once(command: Sequence[str], texts: Sequence[str]) -> Cost:
    begun = time.perf_counter()
    with worker(command) as process:
        process.ask(["The visit was made by Kelly Thompson in May."])
        started = time.perf_counter() - begun
        answer = process.ask(texts)
    words = sum(len(text.split()) for text in texts)
    return Cost(started, words / answer["seconds"], answer["peak_mb"])


def rounds(others: str | None, count: int) -> dict[str, list[Cost]]:
    """`count` costs of each system, taken in turns."""
    texts = long_text()
    costs: dict[str, list[Cost]] = {}
    for _ in range(count):
        for name, command in commands(others).items():
            costs.setdefault(name, []).append(once(command, texts))
    return costs


def ratio(costs: Mapping[str, Sequence[Cost]], one: str, beside: str, of: Callable[[Cost], float]) -> float:
    """The median over the rounds of one system's figure divided by another's."""
    return statistics.median(of(ours) / of(theirs) for ours, theirs in zip(costs[one], costs[beside], strict=True))
