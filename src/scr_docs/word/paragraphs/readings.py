"""The texts of one paragraph: as it is when all changes are accepted, what was deleted, and as it was before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from scr_docs.model import Mark, Part, Trait
from scr_docs.word.paragraphs.paragraph import Paragraph
from scr_docs.word.paragraphs.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Reading:
    """One text of a paragraph with its marks."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Deletion:
    """A deleted piece of text; `move` is the name of the move that took it away, None if it was just deleted."""

    text: str
    trait: Trait
    move: str | None = None


def accepted(paragraph: Paragraph) -> Reading:
    """What the paragraph says when all changes are accepted; inserted, hidden and covered text is marked."""
    if all(stretch.is_plain for stretch in paragraph.stretches):  # nearly every paragraph of nearly every file
        return Reading(paragraph.text)
    kept = [stretch for stretch in paragraph.stretches if stretch.change != "deleted"]
    covers = _marks((stretch.text, stretch.cover, stretch.trait) for stretch in kept)
    insertions = _marks((stretch.text, "inserted" if stretch.changed else None, stretch.changed) for stretch in kept)
    return Reading("".join(stretch.text for stretch in kept), (*covers, *insertions))


def deletions(paragraph: Paragraph) -> Iterator[Deletion]:
    """Each deleted piece of text that has nothing kept or inserted inside it; what was moved away is one of its own."""
    for (change, trait), group in groupby(paragraph.stretches, lambda stretch: (stretch.change, stretch.changed)):
        if change == "deleted" and trait is not None:
            pieces = list(group)
            yield Deletion("".join(piece.text for piece in pieces), trait, pieces[0].move)


def original(paragraph: Paragraph) -> Reading | None:
    """What the paragraph said before the changes, deletions marked; None where that is but one deleted piece.

    Each mark is one deleted piece, even where two of them have come to touch because what was inserted is not there.
    """
    if paragraph.former:
        return _uncut((*paragraph.former, paragraph.stretches))
    before: list[tuple[str, Part | None, Trait | None]] = [
        (stretch.text, "deleted", stretch.changed)
        if stretch.change == "deleted"
        else ("" if stretch.change == "inserted" else stretch.text, None, None)
        for stretch in paragraph.stretches
    ]
    text = "".join(text for text, _, _ in before)
    first = next(deletions(paragraph), None)
    if first is None or text.strip() == first.text.strip():
        return None
    return Reading(text, _marks(before))


def _uncut(paragraphs: Iterable[tuple[Stretch, ...]]) -> Reading:
    """What was one paragraph before marks were inserted: a mark over each piece that is told elsewhere by itself."""
    text = ""
    marks: list[Mark] = []
    for stretches in paragraphs:
        for (change, trait), group in groupby(stretches, lambda stretch: (stretch.change, stretch.changed)):
            if change != "inserted":
                start = len(text)
                text += "".join(stretch.text for stretch in group)
                marks.append(Mark(start, len(text), "deleted", trait))
    return Reading(text, tuple(marks))


def _marks(pieces: Iterable[tuple[str, Part | None, Trait | None]]) -> tuple[Mark, ...]:
    """The marks over pieces of text, neighbours with the same mark in one."""
    marks: list[Mark] = []
    start = 0
    for (part, trait), group in groupby(pieces, itemgetter(1, 2)):
        end = start + sum(len(text) for text, _, _ in group)
        if part is not None and end > start:
            marks.append(Mark(start, end, part, trait))
        start = end
    return tuple(marks)
