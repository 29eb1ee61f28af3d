"""Lines, frames and rows that are made too flat for their text to be seen."""

from __future__ import annotations

from scr_docs.model import Trait
from scr_docs.word.markup.xml import VAL, Element, W, number, on

_LINE, _FRAME, _FRAMED = W + "lineRule", W + "hRule", W + "framePr"

_FLAT = 40
"""Text in a line, frame or row of so many twentieths of a point or fewer is cut off."""

_FAR = 20_000
"""A frame that stands so many twentieths of a point away from its page stands off it."""


def too_flat(settings: Element) -> Trait | None:
    """How a w:spacing or w:framePr keeps its paragraph from the reader, None if it does not."""
    if "exact" in (settings.get(_LINE), settings.get(_FRAME)):
        height = number(settings.get(W + "line") or settings.get(W + "h"))
        if height is not None and 0 < height <= _FLAT:
            return "tiny-text"
    if settings.tag == _FRAMED and any(abs(number(settings.get(W + axis)) or 0) >= _FAR for axis in ("x", "y")):
        return "off-page"
    return None


def row_veil(settings: Element | None) -> Trait | None:
    """How a w:trPr keeps its row from the reader, None if it does not."""
    if settings is None:
        return None
    if on(settings.find(W + "hidden")):
        return "hidden-text"
    height = settings.find(W + "trHeight")
    if height is not None and height.get(W + "hRule") == "exact" and (number(height.get(VAL)) or _FLAT + 1) <= _FLAT:
        return "tiny-text"
    return None
