"""The sheet of paper, in the units of drawings, to tell what stands off it."""

from __future__ import annotations

from typing import NamedTuple

from scr_docs.word.markup.xml import Element, W, number

_EMU = 635
"""English metric units in a twentieth of a point."""


class Sheet(NamedTuple):
    """The largest page of a document, and where its text begins."""

    width: int
    height: int
    left: int
    top: int


A4 = Sheet(11906 * _EMU, 16838 * _EMU, 1440 * _EMU, 1440 * _EMU)


def sheet(body: Element) -> Sheet:
    """The sheet on which a document is printed."""
    told = list(body.iter(W + "pgSz", W + "pgMar"))
    sizes = [element for element in told if element.tag == W + "pgSz"]
    margins = [element for element in told if element.tag == W + "pgMar"]
    return Sheet(
        width=max((_emu(size, "w") for size in sizes), default=0) or A4.width,
        height=max((_emu(size, "h") for size in sizes), default=0) or A4.height,
        left=max((_emu(margin, "left") for margin in margins), default=A4.left),
        top=max((_emu(margin, "top") for margin in margins), default=A4.top),
    )


def _emu(element: Element, name: str) -> int:
    return (number(element.get(W + name)) or 0) * _EMU
