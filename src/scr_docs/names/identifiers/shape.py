"""What every kind of identifier gives, and the few things that they share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator

from scr_docs import resources

_LONGEST_LABEL = 7


@dataclass(frozen=True, slots=True)
class Shape:
    """A stretch of text that has the shape of an identifier. `value` is the identifier without its punctuation."""

    start: int
    end: int
    value: str


Find = Callable[[str, str], Iterator[Shape]]
"""Takes the text and the words of its table's header and label, as "header | label"."""


def compact(text: str) -> str:
    """The letters and figures of an identifier, in capitals."""
    return re.sub(r"[\W_]+", "", text).upper()


def shape_of(match: re.Match[str], group: int | str = 0) -> Shape:
    """The stretch that a pattern matched, with its letters and figures as value."""
    return Shape(match.start(group), match.start(group) + len(match[group].rstrip()), compact(match[group]))


def in_order(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """The shapes in the order of the text without overlaps: of two that overlap, the longer one."""
    kept: list[Shape] = []
    for shape in sorted(shapes, key=lambda shape: (shape.start, -shape.end)):
        if not kept or shape.start >= kept[-1].end:
            kept.append(shape)
        elif shape.end - shape.start > kept[-1].end - kept[-1].start:
            kept[-1] = shape
    yield from kept


@lru_cache(maxsize=8)
def small_words(text: str) -> frozenset[str]:
    """The words of the text, in small letters: to pass over quickly what cannot be there."""
    return frozenset(re.findall(r"[^\W\d_]+", text.lower()))


@lru_cache(maxsize=8)
def labels(context: str) -> tuple[str, ...]:
    """The header and the label of a table's cell, where they are short enough to name what the cell holds."""
    return tuple(part for part in context.split("|") if part.strip() and len(part.split()) <= _LONGEST_LABEL)


def sentence_before(text: str, at: int, reach: int) -> str:
    """Up to `reach` letters before this place, within its sentence."""
    before = text[max(0, at - reach) : at]
    return re.split(r"[.!?]\s+(?=[A-Z])|\n", before)[-1]


def sentence_after(text: str, at: int, reach: int) -> str:
    """Up to `reach` letters from this place on, within its sentence."""
    return re.split(r"[.!?](?:\s|$)|\n", text[at : at + reach], maxsplit=1)[0]


def between_semicolons(value: object) -> object:
    """The pieces of a text of a list in YAML, where commas and brackets mean something."""
    return tuple(piece.strip() for piece in value.split(";") if piece.strip()) if isinstance(value, str) else value


Listed = Annotated[tuple[str, ...], BeforeValidator(between_semicolons)]
"""A list that is written as one text, with semicolons."""


def words_of(text: str) -> frozenset[str]:
    """The words of a list in the program that is written as one text."""
    return frozenset(text.split())


def lines_of(name: str) -> frozenset[str]:
    """The entries of a list that stands beside this file, one a line; lines with # are remarks."""
    return frozenset(resources.lines(__file__, name))
