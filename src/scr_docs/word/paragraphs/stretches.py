"""Stretches of text of one kind, which is what a paragraph is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from scr_docs.model import Part, Trait
from scr_docs.word.looks.fonts import spells
from scr_docs.word.looks.look import PART_OF
from scr_docs.word.paragraphs.tracked import Change


class Kind(NamedTuple):
    """What sets a stretch apart: its tracked change, how it is kept from the reader, whether it is code, its move.

    `move` is the name under which Word ties the two ends of a move together; None for text that was not moved.
    """

    change: Change = "kept"
    trait: Trait | None = None
    code: bool = False
    move: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one kind: what the tracked changes do with it, and what keeps it from the reader, if anything."""

    text: str
    change: Change = "kept"
    cover: Part | None = None
    trait: Trait | None = None
    move: str | None = None

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to be said of it but its text."""
        return self.change == "kept" and self.cover is None

    @property
    def changed(self) -> Trait | None:
        """The tracked change on the text, as findings call it."""
        return None if self.change == "kept" else "moved" if self.move is not None else self.change


def stretches(pieces: Sequence[tuple[str, Kind]]) -> tuple[Stretch, ...]:
    """The stretches, neighbours of one kind joined, so that it does not matter how the runs were split."""
    joined = pieces if len(pieces) == 1 else _joined(pieces)
    if any(kind.trait == "symbol-font" for _, kind in joined):
        joined = _joined(
            (text, kind._replace(trait=None) if kind.trait == "symbol-font" and not spells(text) else kind)
            for text, kind in joined
        )
    return tuple(_stretch(text, kind) for text, kind in joined)


def _joined(pieces: Iterable[tuple[str, Kind]]) -> list[tuple[str, Kind]]:
    return [("".join(text for text, _ in group), kind) for kind, group in groupby(pieces, itemgetter(1))]


def _stretch(text: str, kind: Kind) -> Stretch:
    cover: Part | None = PART_OF[kind.trait] if kind.trait else "field" if kind.code else None
    return Stretch(text, kind.change, cover, kind.trait, kind.move)
