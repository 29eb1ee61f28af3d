"""A paragraph as it was read: its text by kind, its settings, and what is anchored in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from scr_docs.model import Trait
from scr_docs.word.markup.xml import Element
from scr_docs.word.paragraphs.aside import Aside
from scr_docs.word.paragraphs.boxes import Box
from scr_docs.word.paragraphs.gathered import Anchor
from scr_docs.word.paragraphs.stretches import Stretch
from scr_docs.word.paragraphs.tracked import Change


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell: its table among those of the story, its row and its column in the table's grid, from 1.

    `framing` says that the table has one column only, so that it frames its text rather than ordering it.
    """

    table: int
    row: int
    column: int
    framing: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What one w:p holds. `box` is 0 outside text boxes; `cells` is the way through tables, outermost first."""

    stretches: tuple[Stretch, ...]
    style: str | None = None
    num_id: int | None = None
    level: int | None = None
    outline: int | None = None
    mark: Change = "kept"
    mark_hidden: bool = False
    anchors: tuple[Anchor, ...] = ()
    boxes: tuple[Box, ...] = ()
    asides: tuple[Aside, ...] = ()
    breaks: str = ""
    """The page breaks: "r" is Word's own, "e" somebody's, "s" the end of a section, "t" is text before one of them."""
    bold: bool = False
    underline: bool = False
    capitals: bool = False
    size: int = 0
    cells: tuple[CellPlace, ...] = ()
    box: int = 0
    trait: Trait | None = None
    """How the text box around the paragraph is hidden, or hides what is behind it."""
    former: tuple[tuple[Stretch, ...], ...] = ()
    """The paragraphs before it that were one with it until somebody inserted the marks in between."""
    element: Element | None = field(default=None, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The text when all changes are accepted."""
        return "".join([stretch.text for stretch in self.stretches if stretch.change != "deleted"])

    @property
    def counts(self) -> bool:
        """Whether Word counts the paragraph in a list: it is there, and its mark or some of its text is to be seen.

        A hidden mark after visible text is Word's style separator: the number stands, the next paragraph runs on.
        """
        return not self.deleted and (not self.mark_hidden or any(s.cover != "hidden" for s in self.stretches))

    @property
    def deleted(self) -> bool:
        """Whether nothing of the paragraph is left when all changes are accepted."""
        return self.mark == "deleted" and all(stretch.change == "deleted" for stretch in self.stretches)


def joined(first: Paragraph, second: Paragraph) -> Paragraph:
    """What Word shows once the deleted mark between two paragraphs is gone: one, with the settings of the second."""
    stretches = [*first.stretches, Stretch("\n", "deleted")]
    for stretch in second.stretches:
        last = stretches[-1] if stretches else None
        if last and replace(last, text=stretch.text) == stretch:
            stretches[-1] = replace(last, text=last.text + stretch.text)
        else:
            stretches.append(stretch)
    return replace(
        second,
        stretches=tuple(stretches),
        anchors=first.anchors + second.anchors,
        boxes=first.boxes + second.boxes,
        asides=first.asides + second.asides,
        breaks=first.breaks + ("t" if first.stretches and second.breaks else "") + second.breaks,
        bold=first.bold and second.bold,
        underline=first.underline and second.underline,
        capitals=first.capitals and second.capitals,
        size=max(first.size, second.size),
    )
