"""Recall of the values, and false alarms on text that holds none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.personal_data.items import Half, Item, lines, reports
from benchmarks.personal_data.systems import Found

NAMED = frozenset({"PERSON"})
"""What others call a name."""
NOT_PERSONAL_BY_THEMSELVES = frozenset({
    "DATE_TIME", "LOCATION", "NRP", "ORGANIZATION", "DATE", "TIME", "GPE", "LOC", "FAC", "NORP", "ORG", "CARDINAL",
    "ORDINAL", "QUANTITY", "PERCENT", "MONEY", "EVENT", "PRODUCT", "LAW", "LANGUAGE", "WORK_OF_ART",
})  # fmt: skip
"""What others also tell of, and what would make every date, town and agency of a report a false alarm."""
_TOGETHER = frozenset(
    f"personal-data.{rule}"
    for rule in ("identifying-together", "sibling-group", "birth-can-be-worked-out", "exact-date-of-incident")
)
"""Rules about details which identify together, as a report's dates and ages do: they take no value for a name."""
_FILLERS = re.compile(r"\b(?:[Tt]he|at|of|and|sort code|account(?: number)?)\b")
"""Words inside a value that tell nothing."""


@dataclass(slots=True)
class Share:
    """How many of so many were covered wholly, and how many were touched."""

    of: int = 0
    whole: int = 0
    touched: int = 0

    @property
    def recall(self) -> float:
        """In per cent; 100 where there was nothing to find."""
        return 100 * self.whole / self.of if self.of else 100.0

    @property
    def overlap(self) -> float:
        return 100 * self.touched / self.of if self.of else 100.0


def covered(item: Item, found: Iterable[Found]) -> tuple[bool, bool]:
    """Whether every letter and digit of the value is covered, and whether any is."""
    told = _FILLERS.sub(lambda word: " " * len(word[0]), item.value) if item.group == "identifiers" else item.value
    signs = {place for place, sign in enumerate(told, item.start) if sign.isalnum()}
    seen = {place for one in found for place in range(max(one.start, item.start), min(one.end, item.end))}
    return signs <= seen, bool(signs & seen)


def recall(items: Sequence[Item], found: Sequence[Sequence[Found]], by: Callable[[Item], str]) -> dict[str, Share]:
    shares: dict[str, Share] = defaultdict(Share)
    for item, spans in zip(items, found, strict=True):
        whole, touched = covered(item, spans)
        share = shares[by(item)]
        share.of += 1
        share.whole += whole
        share.touched += touched
    return dict(shares)


def gap(shares: dict[str, Share]) -> float:
    """Points between the best and the worst."""
    return max(share.recall for share in shares.values()) - min(share.recall for share in shares.values())


@dataclass(slots=True)
class Alarms:
    """False alarms on so many words. `values` holds each once; `sure` counts those that are "must-fix"."""

    words: int = 0
    told: int = 0
    sure: int = 0
    values: set[str] = field(default_factory=set)
    examples: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return 1000 * self.told / self.words

    @property
    def sure_rate(self) -> float:
        return 1000 * self.sure / self.words

    @property
    def distinct_rate(self) -> float:
        return 1000 * len(self.values) / self.words


def alarms(texts: Sequence[str], found: Sequence[Sequence[Found]], places: Iterable[int] = ()) -> Alarms:
    """Everything found is false; but in the texts of `places`, which name a public place, only a person's name is."""
    result = Alarms(words=sum(len(text.split()) for text in texts))
    named_places = set(places)
    for number, (text, spans) in enumerate(zip(texts, found, strict=True)):
        for one in spans:
            if one.label in _TOGETHER or (number in named_places and not _is_name(one.label)):
                continue
            value = text[one.start : one.end]
            result.told += 1
            result.sure += one.sure == "must-fix"
            result.values.add(value.casefold())
            result.examples.append((one.label, value, text))
    return result


def _is_name(label: str) -> bool:
    return label in NAMED or (label.startswith("personal-data.") and "name" in label)


def prose(half: Half) -> list[list[str]]:
    """The paragraphs, headings and rows of each of the half's name-free reports."""
    return [list(lines(half, report)) for report in reports(half)]


def traps(half: Half) -> tuple[list[str], list[int]]:
    """The trap sentences, and the numbers of those that name a public place."""
    every = list(lines(half, "traps"))
    return [line.removeprefix("~ ") for line in every], [n for n, line in enumerate(every) if line.startswith("~ ")]
