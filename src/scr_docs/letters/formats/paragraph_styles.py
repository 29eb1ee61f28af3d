"""The paragraph styles and lists of a Word file: what a paragraph takes over from the style that it has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from lxml import etree

from scr_docs.letters.merging.traps import W


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its name, the space before and after in twentieths of a point, its level, its list.

    `size` is that of its letters in half points, 0 where nothing says it; `shaded` is True where it has a ground,
    `keeps` where it stays with what follows; `lines` is how far apart lines are, as a share of single spacing.
    """

    name: str = ""
    before: int = 0
    after: int = 0
    outline: int | None = None
    number: str | None = None
    size: int = 0
    bold: bool = False
    shaded: bool = False
    keeps: bool = False
    lines: float = 1


def root_of(content: bytes) -> Any:
    """The root of a part, read without entities and without a network."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


@lru_cache(maxsize=16)
def styles(content: bytes | None) -> tuple[dict[str, Style], Style]:
    """The paragraph styles by id, with what they take over from those they are based on; and the usual one."""
    if content is None:
        return {}, Style()
    root = root_of(content)
    found = {
        style.get(f"{W}styleId"): style for style in root.iter(f"{W}style") if style.get(f"{W}type") == "paragraph"
    }
    defaults = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    base = Style() if defaults is None else changed(Style(), defaults)
    base = written(base, root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def resolved(identifier: str, depth: int = 0) -> Style:
        style = found.get(identifier)
        if style is None or depth > 20:
            return base
        above = style.find(f"{W}basedOn")
        own = base if above is None else resolved(above.get(f"{W}val"), depth + 1)
        name = style.find(f"{W}name")
        own = replace(own, name=name.get(f"{W}val") if name is not None else "")
        properties = style.find(f"{W}pPr")
        own = own if properties is None else changed(own, properties)
        return written(own, style.find(f"{W}rPr"))

    styles = {identifier: resolved(identifier) for identifier in found}
    usual = next((one for one, style in found.items() if style.get(f"{W}default") == "1"), "")
    return styles, styles.get(usual, base)


def changed(style: Style, properties: Any) -> Style:
    """The style with what these paragraph properties say otherwise."""
    spacing, outline = properties.find(f"{W}spacing"), properties.find(f"{W}outlineLvl")
    number = properties.find(f"{W}numPr/{W}numId")
    if spacing is not None:
        before, after = (spacing.get(f"{W}{name}") or "" for name in ("before", "after"))
        style = replace(style, before=int(before)) if before.isdecimal() else style
        style = replace(style, after=int(after)) if after.isdecimal() else style
        if (line := spacing.get(f"{W}line") or "").isdecimal() and spacing.get(f"{W}lineRule", "auto") == "auto":
            style = replace(style, lines=int(line) / 240)
    if outline is not None and int(outline.get(f"{W}val")) < 9:
        style = replace(style, outline=int(outline.get(f"{W}val")))
    ground, keep = properties.find(f"{W}shd"), properties.find(f"{W}keepNext")
    if ground is not None:
        style = replace(style, shaded=(ground.get(f"{W}fill") or "auto").upper() not in {"AUTO", "FFFFFF"})
    if keep is not None:
        style = replace(style, keeps=is_on(keep))
    return style if number is None else replace(style, number=number.get(f"{W}val"))


def written(style: Style, properties: Any) -> Style:
    """The style with what these properties of its letters say otherwise."""
    if properties is None:
        return style
    size, bold = properties.find(f"{W}sz"), properties.find(f"{W}b")
    if size is not None and (size.get(f"{W}val") or "").isdecimal():
        style = replace(style, size=int(size.get(f"{W}val")))
    return style if bold is None else replace(style, bold=is_on(bold))


def is_on(element: Any) -> bool:
    """Whether a switch such as bold is on: it is where nothing is said of it."""
    return element.get(f"{W}val", "true") not in {"0", "false", "off"}


@lru_cache(maxsize=16)
def bullets(content: bytes | None) -> dict[str, bool]:
    """For each list, whether it has bullets; one that has not counts."""
    if content is None:
        return {}
    root = root_of(content)
    forms = {one.get(f"{W}abstractNumId"): one.find(f"{W}lvl/{W}numFmt") for one in root.findall(f"{W}abstractNum")}
    found: dict[str, bool] = {}
    for one in root.findall(f"{W}num"):
        form = forms.get(one.find(f"{W}abstractNumId").get(f"{W}val"))
        found[one.get(f"{W}numId")] = form is None or form.get(f"{W}val") in {"bullet", "none"}
    return found
