"""What shapes are filled with: None for nothing that matters, otherwise a colour as colours.py says it."""

from __future__ import annotations

from scr_docs.word.looks.colours import brightness
from scr_docs.word.markup.xml import VAL, WPS, A, Element, number

_NO = frozenset({"f", "false"})
_PAINTED = (A + "gradFill", A + "pattFill", A + "blipFill", A + "grpFill")
_LIGHT = frozenset({"bg1", "lt1", "bg2", "lt2"})
_SEEN_THROUGH = 40_000
"""A fill of which less than this share of 100,000 is paint does not cover what is behind it."""


def fill_of(shape: Element) -> str | None:
    """The colour on which the text in a shape stands; "dark" where all that is known is that white shows on it."""
    if "fillcolor" in shape.attrib:
        return None if shape.get("filled", "t") in _NO else _named(shape.get("fillcolor", "").split(" ")[0])
    drawn = shape.find(WPS + "spPr")
    if drawn is None:
        return None
    if any(drawn.find(fill) is not None for fill in _PAINTED):
        return "dark"
    solid = drawn.find(A + "solidFill")
    if solid is not None:
        return next((found for colour in solid if (found := _drawn(colour))), None)
    style = _style(shape) if drawn.find(A + "noFill") is None else None
    return None if style is None else next((found for colour in style if (found := _drawn(colour))), None)


def covers(shape: Element) -> bool:
    """Whether what stands behind a wps:wsp cannot be seen through it."""
    drawn = shape.find(WPS + "spPr")
    if drawn is None or drawn.find(A + "noFill") is not None:
        return False
    if any(drawn.find(fill) is not None for fill in _PAINTED):
        return True
    solid = drawn.find(A + "solidFill")
    if solid is None:
        return _style(shape) is not None
    return all((number(alpha.get("val")) or 0) >= _SEEN_THROUGH for alpha in solid.iter(A + "alpha"))


def _style(shape: Element) -> Element | None:
    """The fill that a shape takes from the theme, None if it takes none."""
    style = shape.find(f"{WPS}style/{A}fillRef")
    return None if style is None or style.get("idx", "0") == "0" else style


def _drawn(colour: Element) -> str | None:
    value = colour.get("val", colour.get(VAL, ""))
    if brightness(value) is not None:
        return value.upper()
    return None if value in _LIGHT else "dark"


def _named(colour: str) -> str | None:
    if brightness(colour) is not None:
        return colour.removeprefix("#").upper()
    return None if colour in ("", "white", "window") else "000000" if colour == "black" else "dark"
