"""Colours of text and of what is behind it.

A colour is RRGGBB; of what is behind text often no more is known than that it is "dark", "light" or "none".
"""

from __future__ import annotations

import re
from typing import Literal

from scr_docs.word.markup.xml import VAL, Element, W

Tone = Literal["black", "dark", "light", "none"]

BLACK, WHITE = "000000", "FFFFFF"

_THEME = W + "themeColor"

_LIGHT_THEME = frozenset({"background1", "light1", "bg1", "lt1", "background2", "light2", "bg2", "lt2"})
_WHITE_THEME = frozenset({"background1", "light1", "bg1", "lt1"})
_BLACK_THEME = frozenset({"text1", "dark1", "tx1", "dk1"})
_MARKERS = {
    "none": "none", "black": BLACK, "white": WHITE, "yellow": "FFFF00", "blue": "0000FF", "red": "FF0000",
    "magenta": "FF00FF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080",
    "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "cyan": "light", "lightGray": "light",
    "green": "light",
}  # fmt: skip
_PERCENT = re.compile(r"pct(\d{1,2})")
_ALIKE = 12
"""Colours that differ by no more than this in red, green and blue cannot be told apart on the page."""


def text_colour(colour: Element) -> str:
    """The colour that a w:color gives; "auto" for that of the paper's contrast and for what is not known."""
    theme = colour.get(_THEME)
    if theme in _WHITE_THEME and colour.get(W + "themeShade") is None:
        return WHITE
    told = colour.get(VAL, "auto")
    if brightness(told) is not None:
        return told.upper()
    return BLACK if theme in _BLACK_THEME and colour.get(W + "themeTint") is None else "auto"


def marker(name: str) -> str:
    """What a w:highlight of this name puts behind the text."""
    return _MARKERS.get(name, "dark")


def shade(shading: Element | None) -> str | None:
    """What a w:shd puts behind the text; None where there is no w:shd."""
    if shading is None:
        return None
    pattern = shading.get(VAL, "clear")
    percent = 100 if pattern == "solid" else int(match[1]) if (match := _PERCENT.fullmatch(pattern)) else 0
    fill, colour = shading.get(W + "fill", "auto"), shading.get(W + "color", "auto")
    if 0 < percent < 100:
        return _mixed(colour, fill, percent / 100)
    told = colour if percent else fill
    theme = shading.get(W + ("themeColor" if percent else "themeFill"))
    if len(told) == 6 and brightness(told) is not None:
        return told.upper()
    if theme in _BLACK_THEME:
        return BLACK
    if theme is not None and theme != "none":
        return "light" if theme in _LIGHT_THEME else "dark"
    return BLACK if percent else "none"


def tone(behind: str | None) -> Tone:
    """How dark it is behind the text."""
    if behind is None or behind == "none":
        return "none"
    light = brightness(behind)
    if light is None:
        return "light" if behind == "light" else "dark"
    return "black" if light < 0.1 else "dark" if light < 0.8 else "light"


def alike(one: str, other: str) -> bool:
    """Whether two colours look the same; False for what is no colour."""
    first, second = _parts(one), _parts(other)
    return None not in (first, second) and all(
        abs(a - b) <= _ALIKE for a, b in zip(first or b"", second or b"", strict=True)
    )


def brightness(colour: str) -> float | None:
    """0 for black to 1 for white; None for "auto" and whatever else is no colour."""
    parts = _parts(colour)
    return None if parts is None else (0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2]) / 255


def _parts(colour: str) -> bytes | None:
    try:
        parts = bytes.fromhex(colour.removeprefix("#"))
    except ValueError:
        return None
    return parts if len(parts) == 3 else None


def _mixed(colour: str, fill: str, share: float) -> str:
    """A pattern of dots of one colour on another, as the eye mixes them; "auto" is black on white."""
    dots, ground = _parts(colour) or b"\0\0\0", _parts(fill) or b"\xff\xff\xff"
    return bytes(round(a * share + b * (1 - share)) for a, b in zip(dots, ground, strict=True)).hex().upper()
