"""Footnotes and endnotes, and how Word numbers them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from scr_docs.word.looks.styles import Styles
from scr_docs.word.markup.xml import Element, W, val
from scr_docs.word.numbers.number_formats import written
from scr_docs.word.numbers.numbering import Numbering
from scr_docs.word.paragraphs.gathered import Anchor
from scr_docs.word.paragraphs.state import NOWHERE, Origin
from scr_docs.word.stories.outline import Outlined, outlined
from scr_docs.word.stories.story import read_story
from scr_docs.word.stories.table import Grid

Kind = Literal["footnote", "endnote"]


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its paragraphs, and the format in which its kind is counted."""

    part: Kind
    story: tuple[Outlined, ...]
    grids: Mapping[int, Grid]
    format: str

    def number(self, count: int) -> str:
        """What Word shows for the note that is cited as the count-th of its kind."""
        return written(count, self.format)


def read_notes(
    kind: Kind, root: Element, styles: Styles, numbering: Numbering, *, format_: str, origin: Origin = NOWHERE
) -> dict[Anchor, Note]:
    """The notes of a part by their anchors, without the empty ones that only draw the line above notes."""
    found = {}
    for element in root.iterchildren(W + kind):
        story = read_story(element, styles, origin)
        if any(paragraph.stretches or paragraph.asides for paragraph in story.paragraphs):
            items = outlined(story.paragraphs, styles, numbering, body=False)
            found[Anchor(kind, element.get(W + "id", ""))] = Note(kind, tuple(items), story.grids, format_)
    return found


def note_format(kind: Kind, roots: Iterable[Element | None]) -> str:
    """How notes are counted: as settings or sections say, otherwise 1, 2 for footnotes and i, ii for endnotes."""
    for root in roots:
        for element in () if root is None else root.iter(W + kind + "Pr"):
            if found := val(element, W + "numFmt"):
                return found
    return "decimal" if kind == "footnote" else "lowerRoman"
