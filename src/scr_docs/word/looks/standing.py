"""Where shapes stand: off the page, switched off, or in front of the text."""

from __future__ import annotations

import re

from scr_docs.model import Trait
from scr_docs.word.looks.fills import covers
from scr_docs.word.looks.sheet import Sheet
from scr_docs.word.markup.xml import W10, WP, WPS, Element, V, W, number

_TOP = frozenset({W + "drawing", W + "pict", W + "object"})
_ANCHOR = WP + "anchor"
_ON = frozenset({"1", "true", "on"})
_UNITS = {"pt": 12700.0, "in": 914400.0, "cm": 360000.0, "mm": 36000.0, "pc": 152400.0, "px": 9525.0, "": 9525.0}
_LENGTH = re.compile(r"(-?[\d.]+)\s*(pt|in|cm|mm|pc|px|)")
_FILLED_UNLESS_SAID = frozenset({V + "rect", V + "roundrect", V + "oval"})


def standing(content: Element, sheet: Sheet) -> Trait | None:
    """How the shape around this text is kept from the reader, or keeps the text behind it from the reader."""
    for above in content.iterancestors():
        if above.tag in _TOP:
            return None
        if above.tag.startswith(WP) or (above.tag.startswith(V) and "style" in above.attrib):
            found = place(above, sheet)
            if found is not None:
                return found
    return None


def place(shape: Element, sheet: Sheet) -> Trait | None:
    """The trait off-page or covering-shape of a shape, in either of Word's two ways of writing shapes."""
    if shape.tag.startswith(WP):
        described = shape.find(WP + "docPr")
        if described is not None and described.get("hidden") in _ON:
            return "off-page"
        return _anchored(shape, sheet) if shape.tag == _ANCHOR else None
    return _old(shape, sheet) if shape.tag.startswith(V) else None


def has_picture(shape: Element) -> bool:
    """Whether a shape is a picture."""
    return next(shape.iter("{*}pic", V + "imagedata"), None) is not None


def _anchored(anchor: Element, sheet: Sheet) -> Trait | None:
    extent = anchor.find(WP + "extent")
    for axis, size, margin, side in (("H", sheet.width, sheet.left, "cx"), ("V", sheet.height, sheet.top, "cy")):
        position = anchor.find(f"{WP}position{axis}")
        offset = None if position is None else number(position.findtext(WP + "posOffset"))
        if position is None or offset is None:
            continue
        length = 0 if extent is None else number(extent.get(side)) or 0
        relative = position.get("relativeFrom", "")
        loose = relative in ("paragraph", "line")
        start = 0 if loose or relative == "page" else margin
        if start + offset >= size or start + offset + length <= (-size if loose else 0):
            return "off-page"
    in_front = anchor.get("behindDoc", "0") not in _ON and anchor.find(WP + "wrapNone") is not None
    if not in_front:
        return None
    filled = has_picture(anchor) or any(covers(shape) for shape in anchor.iter(WPS + "wsp"))
    return "covering-shape" if filled else None


def _old(shape: Element, sheet: Sheet) -> Trait | None:
    pairs = (piece.partition(":") for piece in shape.get("style", "").split(";"))
    style = {key.strip().lower(): value.strip() for key, _, value in pairs}
    if style.get("visibility") == "hidden" or style.get("display") == "none":
        return "off-page"
    if style.get("position") != "absolute":
        return None
    for axis, size, margin, names, side in (
        ("horizontal", sheet.width, sheet.left, ("margin-left", "left"), "width"),
        ("vertical", sheet.height, sheet.top, ("margin-top", "top"), "height"),
    ):
        if style.get(f"mso-position-{axis}", "absolute") != "absolute":
            continue
        offset = sum(_emu(style.get(name, "")) for name in names)
        relative = style.get(f"mso-position-{axis}-relative", "text")
        loose = axis == "vertical" and relative in ("text", "line")
        start = 0 if loose or relative == "page" else margin
        if start + offset >= size or start + offset + _emu(style.get(side, "")) <= (-size if loose else 0):
            return "off-page"
    wrapped = next((wrap.get("type", "none") for wrap in shape.iterchildren(W10 + "wrap")), "none") != "none"
    behind = style.get("z-index", "0").startswith("-")
    return "covering-shape" if not wrapped and not behind and _old_filled(shape) else None


def _old_filled(shape: Element) -> bool:
    if shape.find(V + "textpath") is not None:
        return False
    if shape.find(V + "imagedata") is not None:
        return True
    told = shape.get("filled", "t" if shape.tag in _FILLED_UNLESS_SAID or "fillcolor" in shape.attrib else "f")
    return told not in ("f", "false")


def _emu(length: str) -> float:
    match = _LENGTH.fullmatch(length)
    try:
        return float(match[1]) * _UNITS[match[2]] if match else 0.0
    except ValueError:
        return 0.0
