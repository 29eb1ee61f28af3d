"""Large print: every size larger, nothing smaller than the size asked for, and the contact box in one column.

UK Association for Accessible Formats: large print is 16 to 18 points, giant print more; 18 is what most people ask for.
A page number or a footer that stays small is no large print, and a narrow column breaks lines within a number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from scr_docs.letters import package
from scr_docs.letters.merging.traps import W

USUAL = 18
"""Points, where the case file does not say."""

_STRETCHED = frozenset({"before", "after", "left", "right", "start", "end", "hanging", "firstLine", "pos"})


def enlarged(parts: Mapping[str, bytes], points: int) -> dict[str, bytes]:
    """The parts of the letter in large print, with ordinary text of this many points."""
    factor = points / _body_points(parts["word/styles.xml"].decode())
    larger = dict(parts)
    letter = package.stories(parts)
    for name, content in parts.items():
        if name in letter or name in {"word/styles.xml", "word/numbering.xml"}:
            root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
            _enlarge(root, factor, points)
            for table in list(root.iter(f"{W}tbl")):
                _one_column(table)
            _keep_closing(root)
            larger[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return larger


def _enlarge(root: Any, factor: float, points: int) -> None:
    for element in root.iter(f"{W}sz", f"{W}szCs"):
        size = int(element.get(f"{W}val"))
        element.set(f"{W}val", str(max(round(size * factor), points * 2)))
    for element in root.iter(f"{W}spacing", f"{W}ind", f"{W}tab"):
        for name in _STRETCHED:
            value = element.get(f"{W}{name}")
            if value is not None and re.fullmatch(r"-?\d{1,3}", value):
                element.set(f"{W}{name}", str(round(int(value) * factor)))
    for element in root.iter(f"{W}spacing"):
        if element.get(f"{W}lineRule") in {"exact", "atLeast"}:
            element.set(f"{W}line", str(round(int(element.get(f"{W}line")) * factor)))
    for height in list(root.iter(f"{W}trHeight")):
        height.getparent().remove(height)


def _keep_closing(root: Any) -> None:
    """No page holds nothing but the signature."""
    for closing in root.iter(f"{W}pStyle"):
        before = closing.getparent().getparent().getprevious()
        if closing.get(f"{W}val") == "Closing" and before is not None and before.tag == f"{W}p":
            properties = before.find(f"{W}pPr")
            if properties is None:
                properties = etree.Element(f"{W}pPr")
                before.insert(0, properties)
            if properties.find(f"{W}keepNext") is None:
                properties.insert(int(properties.find(f"{W}pStyle") is not None), etree.Element(f"{W}keepNext"))


def _one_column(table: Any) -> None:
    """The cells of each row one below the other, over the whole width: no line is broken for want of room."""
    rows = table.findall(f"{W}tr")
    if not rows or any(row.find(f".//{W}drawing") is not None for row in rows):
        return
    widths = [int(column.get(f"{W}w") or 0) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
    for row in rows:
        first, *others = row.findall(f"{W}tc")
        for cell in others:
            _join_on(first, cell)
            row.remove(cell)
        properties = first.find(f"{W}tcPr")
        for name in ("gridSpan", "tcW"):
            for old in properties.findall(f"{W}{name}") if properties is not None else []:
                properties.remove(old)
        if properties is not None:
            width = etree.Element(f"{W}tcW", {f"{W}w": str(sum(widths)), f"{W}type": "dxa"})
            properties.insert(0, width)
    grid = table.find(f"{W}tblGrid")
    if grid is not None and widths:
        for column in grid.findall(f"{W}gridCol")[1:]:
            grid.remove(column)
        grid[0].set(f"{W}w", str(sum(widths)))


def _join_on(first: Any, cell: Any) -> None:
    """Moves what a cell holds to the end of the first; a blank paragraph that either has is left out."""
    for block in list(cell):
        if block.tag != f"{W}tcPr" and not (block.tag == f"{W}p" and not "".join(block.itertext()).strip()):
            first.append(block)


def _body_points(styles: str) -> float:
    """The size of ordinary text: that of the Normal style, else of the document's defaults, else Word's own 10."""
    normal = re.search(r'<w:style [^>]*w:default="1"[^>]*w:styleId="Normal".*?</w:style>', styles, re.DOTALL)
    for place in (normal[0] if normal else "", styles):
        if size := re.search(r'<w:sz w:val="(\d+)"', place):
            return int(size[1]) / 2
    return 10
