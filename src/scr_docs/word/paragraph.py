"""One w:p as text: what stands in it, what was tracked, what a reader does not see, and what is anchored in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scr_docs.word.boxes import Box, Change
from scr_docs.word.inline import CHANGES, Anchor, Inline, Stretch
from scr_docs.word.look import shade
from scr_docs.word.styles import Styles
from scr_docs.word.xml import VAL, Element, W, number, on, val


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
    bold: bool = False
    underline: bool = False
    capitals: bool = False
    size: int = 0
    cells: tuple[CellPlace, ...] = ()
    box: int = 0

    @property
    def text(self) -> str:
        """The text when all changes are accepted."""
        return "".join(stretch.text for stretch in self.stretches if stretch.change != "deleted")

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


def read_paragraph(
    element: Element,
    styles: Styles,
    *,
    change: Change = "kept",
    around: str | None = None,
    cells: tuple[CellPlace, ...] = (),
    box: int = 0,
) -> Paragraph:
    """What a w:p holds; `change` and `around` are the tracked change and the shading of what is around it."""
    properties = element.find(W + "pPr")
    style, num_id, level, outline = styles.default_paragraph, None, None, None
    mark, mark_hidden = change, False
    if properties is not None:
        for child in properties:
            tag = child.tag
            if tag == W + "pStyle":
                style = child.get(VAL) if child.get(VAL) in styles.by_id else style
            elif tag == W + "numPr":
                num_id, level = number(val(child, W + "numId")), number(val(child, W + "ilvl"))
            elif tag == W + "outlineLvl":
                outline = number(child.get(VAL))
            elif tag == W + "shd":
                around = own if (own := shade(child)) not in (None, "none") else around
            elif tag == W + "rPr":
                mark, mark_hidden = _mark(child, mark)
    around = styles.shade(style) if around is None else around
    inline = Inline(styles, style, around)
    inline.walk(element, change)
    stretches = inline.finished()
    told = bool(inline.size)
    return Paragraph(
        stretches=stretches,
        style=style,
        num_id=num_id,
        level=level,
        outline=outline,
        mark=mark,
        mark_hidden=mark_hidden,
        anchors=tuple(inline.anchors),
        boxes=tuple(inline.boxes),
        bold=told and inline.bold,
        underline=told and inline.underline,
        capitals=told and inline.capitals,
        size=inline.size,
        cells=cells,
        box=box,
    )


def joined(first: Paragraph, second: Paragraph) -> Paragraph:
    """What Word shows once the deleted mark between two paragraphs is gone: one, with the settings of the second."""
    stretches = [*first.stretches]
    for stretch in second.stretches:
        last = stretches[-1] if stretches else None
        if last and last.change == stretch.change and last.cover == stretch.cover:
            stretches[-1] = replace(last, text=last.text + stretch.text)
        else:
            stretches.append(stretch)
    return replace(
        second,
        stretches=tuple(stretches),
        anchors=first.anchors + second.anchors,
        boxes=first.boxes + second.boxes,
        bold=first.bold and second.bold,
        underline=first.underline and second.underline,
        capitals=first.capitals and second.capitals,
        size=max(first.size, second.size),
    )


def _mark(properties: Element, around: Change) -> tuple[Change, bool]:
    """What becomes of the paragraph mark itself, and whether it is hidden."""
    hidden = False
    for child in properties:
        tag = child.tag
        if tag == W + "vanish":
            hidden = bool(on(child))
        elif tag in CHANGES and around != "deleted":
            around = CHANGES[tag]
    return around, hidden
