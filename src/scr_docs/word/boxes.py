"""Text boxes: whether a box is filled, and whether the second copy that Word keeps of it says something else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scr_docs.word.look import brightness
from scr_docs.word.xml import MC, VAL, WPS, A, Element, M, W

Change = Literal["kept", "inserted", "deleted"]

TXBX = W + "txbxContent"
TXBODY = A + "txBody"

_TEXT = (W + "t", W + "delText", A + "t", M + "t")
_FILLS = (A + "gradFill", A + "pattFill", A + "blipFill", A + "grpFill")
_LIGHT = frozenset({"bg1", "lt1", "bg2", "lt2"})


@dataclass(frozen=True, slots=True)
class Box:
    """A text box where it is anchored: its content, the change around its anchor, and what it is filled with."""

    element: Element
    change: Change
    around: str | None


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


def filled(content: Element) -> str | None:
    """What fills the shape around this text: "dark" for a colour on which white shows, otherwise None."""
    parent = content.getparent()
    shape = None if parent is None else parent.getparent()
    if shape is None:
        return None
    if "fillcolor" in shape.attrib and shape.get("filled", "t") not in ("f", "false"):
        colour = shape.get("fillcolor", "").split(" ")[0]
        light = brightness(colour)
        return "dark" if (colour not in ("", "white", "window") if light is None else light < 0.8) else None
    drawn = shape.find(WPS + "spPr")
    if drawn is None:
        return None
    if any(drawn.find(fill) is not None for fill in _FILLS):
        return "dark"
    solid = drawn.find(A + "solidFill")
    if solid is not None:
        return "dark" if any(_dark(colour) for colour in solid) else None
    style = shape.find(f"{WPS}style/{A}fillRef")
    named_by_style = drawn.find(A + "noFill") is None and style is not None and style.get("idx", "0") != "0"
    return "dark" if named_by_style and style is not None and any(_dark(colour) for colour in style) else None


def _dark(colour: Element) -> bool:
    value = colour.get("val", colour.get(VAL, ""))
    light = brightness(value)
    return value not in _LIGHT if light is None else light < 0.8


def _raw_text(option: Element) -> str:
    """All text of an option, letter by letter, without the second copies inside it."""
    second = {
        inner for fallback in option.iter(MC + "Fallback") if fallback is not option for inner in fallback.iter(*_TEXT)
    }
    return "".join("".join(text.text or "" for text in option.iter(*_TEXT) if text not in second).split())
