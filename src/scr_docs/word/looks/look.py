"""How text looks, as far as it matters: whether a reader sees it, and whether it stands out as a heading does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from scr_docs.model import Part, Trait
from scr_docs.word.looks.colours import alike, brightness, marker, shade, text_colour, tone
from scr_docs.word.looks.fonts import is_symbol_font
from scr_docs.word.markup.xml import VAL, Element, W, number, on

TINY = 4
"""Text of this many half-points or fewer is too small to be seen."""

_NARROW = 5
"""Text that is squeezed to this percentage of its width or less is too small to be seen."""

_FLAT = 40
"""Text that is made to fit into so many twentieths of a point or fewer is too small to be seen."""

PART_OF: dict[Trait, Part] = {
    "hidden-text": "hidden", "white-text": "hidden", "tiny-text": "hidden", "off-page": "hidden",
    "covered-text": "covered", "symbol-font": "covered",
}  # fmt: skip
"""The part in which text counts that is kept from the reader in one of these ways."""


@dataclass(frozen=True, slots=True)
class RunFormat:
    """What one place (a run, a style, the document's defaults) says of text; None where it says nothing."""

    vanish: bool | None = None
    bold: bool | None = None
    caps: bool | None = None
    underline: bool | None = None
    italic: bool | None = None
    size: int | None = None
    squeezed: bool | None = None
    symbols: bool | None = None
    web: bool | None = None
    """Whether the text is hidden where the document is shown as a web page."""
    colour: str | None = None
    backed: str | None = None
    """What is behind the text, as colours.py says it."""

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
    """How a run looks in the end. `cover` says in which way it is kept from the reader, None where it is seen."""

    cover: Trait | None = None
    web: bool = False
    bold: bool = False
    underline: bool = False
    caps: bool = False
    size: int = 22


def run_format(properties: Element | None) -> RunFormat:
    """What a w:rPr says."""
    if properties is None or not len(properties):
        return PLAIN
    told: dict[str, bool | int | str | None] = {}
    for child in properties:
        known = _READ.get(child.tag)
        if known is not None:
            name, read = known
            found = read(child)
            before = told.get(name)
            # Two elements may hide, and two may stand behind the text: neither undoes the other.
            told[name] = found if before in (None, False, "none") else before
    return RunFormat(**told) if told else PLAIN  # type: ignore[arg-type]


def _size(element: Element) -> int | None:
    text = element.get(VAL)
    if text is not None and text.endswith("pt"):
        text = text.removesuffix("pt").partition(".")[0]
        return None if (points := number(text)) is None else 2 * points
    return number(text)


def _squeezed(element: Element) -> bool:
    least = _FLAT if element.tag.endswith("fitText") else _NARROW
    return 0 < (number(element.get(VAL, "").rstrip("%")) or 100) <= least


_READ: dict[str, tuple[str, Callable[[Element], bool | int | str | None]]] = {
    W + "vanish": ("vanish", on),
    W + "specVanish": ("vanish", on),
    W + "webHidden": ("web", on),
    W + "b": ("bold", on),
    W + "i": ("italic", on),
    W + "caps": ("caps", on),
    W + "u": ("underline", lambda element: element.get(VAL, "single") != "none"),
    W + "sz": ("size", _size),
    W + "rFonts": ("symbols", is_symbol_font),
    W + "color": ("colour", text_colour),
    W + "highlight": ("backed", lambda element: marker(element.get(VAL, "none"))),
    W + "shd": ("backed", shade),
    W + "w": ("squeezed", _squeezed),
    W + "fitText": ("squeezed", _squeezed),
}


def cover(format_: RunFormat, *, vanish: bool, around: str | None) -> Trait | None:
    """Whether and how text is kept from the reader, given what is behind its paragraph and cell."""
    if vanish:
        return "hidden-text"
    if format_.squeezed or (format_.size is not None and format_.size <= TINY):
        return "tiny-text"
    behind = format_.backed if format_.backed not in (None, "none") else around
    if (ground := tone(behind)) == "none" and format_.colour in (None, "auto"):
        return "symbol-font" if format_.symbols else None
    return _lost(format_.colour or "auto", behind, ground) or ("symbol-font" if format_.symbols else None)


def _lost(colour: str, behind: str | None, ground: str) -> Trait | None:
    """How text of this colour cannot be told from what is behind it."""
    light = brightness(colour)
    if alike(colour, behind or ""):
        return "covered-text" if ground == "black" else "white-text"
    if light is not None and light > 0.98:
        return None if ground in ("dark", "black") else "white-text"
    return "covered-text" if ground == "black" and (light or 0) < 0.3 else None
