"""A finished letter as a row of pieces in reading order: plain text, e-mail, HTML and read-aloud text are made of them.

One walk of the Word file. The letterhead of the first page comes first; page numbers are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from lxml import etree

from scr_docs.letters.merging.traps import W

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

Kind = Literal["letterhead", "heading", "paragraph", "item", "row", "picture"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: kind and text; `level` of a heading; `cells` of a row of a table or box; `mark` before a list item.

    `joined` is True where it is the next line of what stands before it, as in an address.
    """

    kind: Kind
    text: str
    level: int = 0
    cells: tuple[str, ...] = ()
    mark: str = ""
    joined: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    name: str = ""
    before: int = 0
    after: int = 0
    outline: int | None = None
    number: str | None = None


def pieces(parts: Mapping[str, bytes]) -> tuple[Piece, ...]:
    """The pieces of the Word file with these parts."""
    return tuple(_Walk(parts).walk())


class _Walk:
    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._links = self._relations("word/_rels/document.xml.rels")
        self._styles, self._normal = _styles(parts.get("word/styles.xml"))
        self._bullets = _bullets(parts.get("word/numbering.xml"))
        self._counts: dict[str, int] = {}
        self._gap: int | None = None

    def walk(self) -> Iterator[Piece]:
        document = _root(self._parts["word/document.xml"])
        if header := self._letterhead(document):
            for piece in self._of(_root(header)):
                yield replace(piece, kind="letterhead") if piece.kind == "paragraph" else piece
        self._gap = None
        body = document.find(f"{W}body")
        yield from self._of(body)
        for name in ("footnotes", "endnotes"):
            if content := self._parts.get(f"word/{name}.xml"):
                for note in _root(content):
                    if note.get(f"{W}type") is None:
                        for piece in self._of(note):
                            yield replace(piece, text=f"Note {note.get(f'{W}id')}: {piece.text.strip()}")

    def _relations(self, name: str) -> dict[str, str]:
        root = _root(self._parts[name]) if name in self._parts else ()
        return {arrow.get("Id"): arrow.get("Target") for arrow in root}

    def _letterhead(self, document: Any) -> bytes | None:
        headers = {found.get(f"{W}type"): found.get(f"{_R}id") for found in document.iter(f"{W}headerReference")}
        chosen = headers.get("first" if document.find(f".//{W}titlePg") is not None else "default")
        return self._parts.get(f"word/{self._links.get(chosen, '')}") if chosen else None

    def _of(self, holder: Any) -> Iterator[Piece]:
        for element in holder:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self._table(element)
            elif element.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag"}:
                yield from self._of(element)

    def _table(self, table: Any) -> Iterator[Piece]:
        for row in table.iter(f"{W}tr"):
            cells = [list(self._of(cell)) for cell in row.iter(f"{W}tc")]
            yield from (piece for cell in cells for piece in cell if piece.kind == "picture")
            worded = [[piece for piece in cell if piece.kind != "picture"] for cell in cells]
            worded = [cell for cell in worded if cell]
            if len(worded) == 1:
                yield from worded[0]
            elif worded:
                texts = tuple("\n".join(piece.text for piece in cell) for cell in worded)
                yield Piece("row", ": ".join(texts), cells=texts)
        self._gap = None

    def _paragraph(self, paragraph: Any) -> Iterator[Piece]:
        yield from self._pictures(paragraph)
        text = "\n".join(" ".join(line.split(" ")).strip() for line in self._text(paragraph).split("\n")).strip()
        properties = paragraph.find(f"{W}pPr")
        style = self._style_of(properties)
        joined = self._gap is not None and self._gap + style.before == 0
        if text:
            self._gap = style.after
            yield self._piece(text, style, joined=joined)
        for box in paragraph.iter(f"{W}txbxContent"):
            if next(box.iterancestors(_FALLBACK), None) is None:
                yield from self._of(box)

    def _piece(self, text: str, style: _Style, *, joined: bool) -> Piece:
        name = style.name.casefold()
        if (heading := re.fullmatch(r"heading (\d)", name)) or style.outline is not None or name == "title":
            level = int(heading[1]) if heading else (style.outline or 0) + 1
            return Piece("heading", text, level=level)
        if style.number not in {None, "0"} or name.startswith("list "):
            return Piece("item", text, mark=self._mark(style.number or ""))
        return Piece("paragraph", text, joined=joined)

    def _mark(self, number: str) -> str:
        if self._bullets.get(number, True):
            return "•"
        self._counts[number] = self._counts.get(number, 0) + 1
        return f"{self._counts[number]}."

    def _style_of(self, properties: Any) -> _Style:
        style = self._normal
        if properties is None:
            return style
        named = properties.find(f"{W}pStyle")
        if named is not None:
            style = self._styles.get(named.get(f"{W}val"), style)
        return _changed(style, properties)

    def _text(self, element: Any) -> str:
        """The words of a paragraph as they are read; a link whose address is not in its words has it after them."""
        told: list[str] = []
        for child in element:
            if child.tag in {f"{W}t", f"{W}delText"}:
                told.append((child.text or "").replace("\n", " "))
            elif child.tag in {f"{W}br", f"{W}cr"}:
                told.append("\n")
            elif child.tag in {f"{W}tab", f"{W}ptab"}:
                told.append(" ")
            elif child.tag == f"{W}noBreakHyphen":
                told.append("-")
            elif child.tag == f"{W}hyperlink":
                words = self._text(child)
                target = self._links.get(child.get(f"{_R}id") or "", "").removeprefix("mailto:")
                told.append(words if not target or target in words else f"{words} ({target})")
            elif child.tag not in {f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}drawing", f"{W}pict", _FALLBACK}:
                told.append(self._text(child))
        return "".join(told)

    def _pictures(self, paragraph: Any) -> Iterator[Piece]:
        for properties in paragraph.iter(f"{_WP}docPr"):
            told = (properties.get("descr") or "").strip()
            holder = next(properties.iterancestors(f"{W}p"), None)
            boxed = properties.getparent().find(f".//{W}txbxContent") is not None
            if told and holder is paragraph and not boxed:
                yield Piece("picture", told)


def _root(content: bytes) -> Any:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


@lru_cache(maxsize=16)
def _styles(content: bytes | None) -> tuple[dict[str, _Style], _Style]:
    """The paragraph styles by id, with what they take over from those they are based on; and the usual one."""
    if content is None:
        return {}, _Style()
    root = _root(content)
    found = {
        style.get(f"{W}styleId"): style for style in root.iter(f"{W}style") if style.get(f"{W}type") == "paragraph"
    }
    defaults = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    base = _Style() if defaults is None else _changed(_Style(), defaults)

    def resolved(identifier: str, depth: int = 0) -> _Style:
        style = found.get(identifier)
        if style is None or depth > 20:
            return base
        above = style.find(f"{W}basedOn")
        own = base if above is None else resolved(above.get(f"{W}val"), depth + 1)
        name = style.find(f"{W}name")
        own = replace(own, name=name.get(f"{W}val") if name is not None else "")
        properties = style.find(f"{W}pPr")
        return own if properties is None else _changed(own, properties)

    styles = {identifier: resolved(identifier) for identifier in found}
    usual = next((one for one, style in found.items() if style.get(f"{W}default") == "1"), "")
    return styles, styles.get(usual, base)


def _changed(style: _Style, properties: Any) -> _Style:
    """The style with what these paragraph properties say otherwise."""
    spacing, outline = properties.find(f"{W}spacing"), properties.find(f"{W}outlineLvl")
    number = properties.find(f"{W}numPr/{W}numId")
    if spacing is not None:
        before, after = (spacing.get(f"{W}{name}") or "" for name in ("before", "after"))
        style = replace(style, before=int(before)) if before.isdecimal() else style
        style = replace(style, after=int(after)) if after.isdecimal() else style
    if outline is not None and int(outline.get(f"{W}val")) < 9:
        style = replace(style, outline=int(outline.get(f"{W}val")))
    return style if number is None else replace(style, number=number.get(f"{W}val"))


@lru_cache(maxsize=16)
def _bullets(content: bytes | None) -> dict[str, bool]:
    """For each list, whether it has bullets; one that has not counts."""
    if content is None:
        return {}
    root = _root(content)
    forms = {one.get(f"{W}abstractNumId"): one.find(f"{W}lvl/{W}numFmt") for one in root.findall(f"{W}abstractNum")}
    found: dict[str, bool] = {}
    for one in root.findall(f"{W}num"):
        form = forms.get(one.find(f"{W}abstractNumId").get(f"{W}val"))
        found[one.get(f"{W}numId")] = form is None or form.get(f"{W}val") in {"bullet", "none"}
    return found
