"""The texts of one paragraph: as it is when all changes are accepted, what was deleted, and as it was before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scr_docs.model import Mark, Part
from scr_docs.word.inline import Stretch
from scr_docs.word.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Reading:
    """One text of a paragraph with its marks."""

    text: str
    marks: tuple[Mark, ...] = ()


def accepted(paragraph: Paragraph) -> Reading:
    """What the paragraph says when all changes are accepted; inserted, hidden and covered text is marked."""
    kept = [stretch for stretch in paragraph.stretches if stretch.change != "deleted"]
    covers = _marks((stretch, stretch.cover) for stretch in kept)
    insertions = _marks((stretch, "inserted" if stretch.change == "inserted" else None) for stretch in kept)
    return Reading("".join(stretch.text for stretch in kept), (*covers, *insertions))


def deletions(paragraph: Paragraph) -> tuple[str, ...]:
    """Each deleted piece of text that has nothing kept or inserted inside it."""
    pieces: list[str] = []
    before = None
    for stretch in paragraph.stretches:
        if stretch.change == "deleted":
            if before == "deleted":
                pieces[-1] += stretch.text
            else:
                pieces.append(stretch.text)
        before = stretch.change
    return tuple(pieces)


def original(paragraph: Paragraph) -> Reading | None:
    """What the paragraph said before the changes, deletions marked; None where that is but one deleted piece."""
    before = [stretch for stretch in paragraph.stretches if stretch.change != "inserted"]
    text = "".join(stretch.text for stretch in before)
    pieces = deletions(paragraph)
    if not pieces or text.strip() == pieces[0].strip():
        return None
    return Reading(text, _marks((stretch, "deleted" if stretch.change == "deleted" else None) for stretch in before))


def _marks(stretches: Iterable[tuple[Stretch, Part | None]]) -> tuple[Mark, ...]:
    """The marks over stretches, neighbours with the same mark in one."""
    marks: list[Mark] = []
    start = 0
    for stretch, part in stretches:
        end = start + len(stretch.text)
        if part is not None:
            if marks and marks[-1].part == part and marks[-1].end == start:
                start = marks.pop().start
            marks.append(Mark(start, end, part))
        start = end
    return tuple(marks)
