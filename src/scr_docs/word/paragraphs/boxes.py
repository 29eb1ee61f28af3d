"""Text boxes: what a box is filled with, and whether the second copy that Word keeps of it says something else."""

from __future__ import annotations

from dataclasses import dataclass

from scr_docs.model import Trait
from scr_docs.word.looks.fills import fill_of
from scr_docs.word.looks.sheet import Sheet
from scr_docs.word.looks.standing import standing
from scr_docs.word.markup.xml import MC, A, Element, M, W
from scr_docs.word.paragraphs.tracked import Tracked

TXBX = W + "txbxContent"
TXBODY = A + "txBody"

_TEXT = (W + "t", W + "delText", W + "instrText", A + "t", M + "t")


@dataclass(frozen=True, slots=True)
class Box:
    """A text box where it is anchored: its content, the change around its anchor, and what it is filled with.

    `trait` says that the box stands off the page or in front of the text.
    """

    element: Element
    tracked: Tracked
    around: str | None
    trait: Trait | None = None


def box(content: Element, tracked: Tracked, sheet: Sheet) -> Box:
    """The box around this content."""
    parent = content.getparent()
    shape = None if parent is None else parent.getparent()
    return Box(content, tracked, None if shape is None else fill_of(shape), standing(content, sheet))


def options_that_differ(alternatives: Element) -> list[Element]:
    """The copies in an mc:AlternateContent that must be read: the first, and any other whose text is not the same."""
    read: list[Element] = []
    told: set[str] = set()
    for option in alternatives:
        text = _raw_text(option)
        if text not in told and (text or not told):
            told.add(text)
            read.append(option)
    return read


def _raw_text(option: Element) -> str:
    """All text of an option, letter by letter, without the second copies inside it."""
    second = {
        inner for fallback in option.iter(MC + "Fallback") if fallback is not option for inner in fallback.iter(*_TEXT)
    }
    return "".join("".join(text.text or "" for text in option.iter(*_TEXT) if text not in second).split())
