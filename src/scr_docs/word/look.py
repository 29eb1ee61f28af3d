"""How text looks, as far as it matters: whether a reader sees it, and whether it stands out as a heading does."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from scr_docs.word.xml import VAL, Element, W, number, on

Cover = Literal["hidden", "covered"]

TINY = 4
"""Text of this many half-points or fewer is too small to be seen."""


@dataclass(frozen=True, slots=True)
class RunFormat:
    """What one place (a run, a style, the document's defaults) says of text; None where it says nothing."""

    vanish: bool | None = None
    bold: bool | None = None
    caps: bool | None = None
    underline: bool | None = None
    size: int | None = None
    white: bool | None = None
    backed: str | None = None
    """What is behind the text: "black", "dark", "light" or "none"."""

    def over(self, below: RunFormat) -> RunFormat:
        """This format, with what it leaves open taken from the one below it."""
        if self is PLAIN:
            return below
        if below is PLAIN:
            return self
        own = (getattr(self, name) for name in _FIELDS)
        return RunFormat(
            *(getattr(below, name) if value is None else value for name, value in zip(_FIELDS, own, strict=True))
        )


_FIELDS = tuple(field.name for field in fields(RunFormat))

PLAIN = RunFormat()


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks in the end."""

    cover: Cover | None = None
    bold: bool = False
    underline: bool = False
    caps: bool = False
    size: int = 22


_ON_OFF = {
    W + "vanish": "vanish",
    W + "specVanish": "vanish",
    W + "b": "bold",
    W + "caps": "caps",
}  # fmt: skip

_LIGHT_THEME = frozenset({"background1", "light1", "bg1", "lt1", "background2", "light2", "bg2", "lt2"})
_WHITE_THEME = frozenset({"background1", "light1", "bg1", "lt1"})
_BLACK_THEME = frozenset({"text1", "dark1", "tx1", "dk1"})


def run_format(properties: Element | None) -> RunFormat:
    """What a w:rPr says."""
    if properties is None or not len(properties):
        return PLAIN
    told: dict[str, bool | int | str | None] = {}
    for child in properties:
        tag = child.tag
        if tag in _ON_OFF:
            told[_ON_OFF[tag]] = on(child) or told.get(_ON_OFF[tag]) is True
        elif tag == W + "sz":
            told["size"] = _half_points(child.get(VAL))
        elif tag == W + "u":
            told["underline"] = child.get(VAL, "single") != "none"
        elif tag == W + "color":
            told["white"] = _is_white(child)
        elif tag == W + "highlight":
            told["backed"] = _highlight(child.get(VAL, "none"))
        elif tag == W + "shd" and "backed" not in told:
            told["backed"] = shade(child)
    return RunFormat(**told) if told else PLAIN  # type: ignore[arg-type]


def shade(shading: Element | None) -> str | None:
    """What a w:shd puts behind the text: "black", "dark", "light" or "none"; None where there is no w:shd."""
    if shading is None:
        return None
    solid = shading.get(VAL) == "solid"
    fill = shading.get(W + ("color" if solid else "fill"), "auto")
    theme = shading.get(W + ("themeColor" if solid else "themeFill"))
    if len(fill) == 6 and (light := brightness(fill)) is not None:
        return "black" if light < 0.1 else "dark" if light < 0.8 else "light"
    if theme in _BLACK_THEME:
        return "black"
    if theme is not None and theme != "none":
        return "light" if theme in _LIGHT_THEME else "dark"
    return "black" if solid else "none"


def cover(format_: RunFormat, *, vanish: bool, around: str | None) -> Cover | None:
    """Whether and how text is kept from the reader, given what is behind its paragraph and cell."""
    if vanish or (format_.size is not None and format_.size <= TINY):
        return "hidden"
    behind = format_.backed if format_.backed not in (None, "none") else around
    if format_.white:
        return None if behind in ("dark", "black") else "hidden"
    return "covered" if behind == "black" else None


def _highlight(colour: str) -> str:
    if colour in ("none", "white"):
        return "none" if colour == "none" else "light"
    return "black" if colour == "black" else "light" if colour in ("yellow", "cyan", "lightGray", "green") else "dark"


def _is_white(colour: Element) -> bool:
    theme = colour.get(W + "themeColor")
    if theme is not None and theme in _WHITE_THEME and colour.get(W + "themeShade") is None:
        return True
    light = brightness(colour.get(VAL, "auto"))
    return light is not None and light > 0.98


def brightness(colour: str) -> float | None:
    """0 for black to 1 for white; None for "auto" and whatever else is no colour."""
    try:
        red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    except ValueError:
        return None
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def _half_points(text: str | None) -> int | None:
    if text is not None and text.endswith("pt"):
        text = text.removesuffix("pt").partition(".")[0]
        return None if (points := number(text)) is None else 2 * points
    return number(text)
