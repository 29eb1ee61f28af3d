"""A finished letter as a row of pieces in reading order: plain text, e-mail, HTML and read-aloud text are made of them.

One walk of the Word file. The letterhead of the first page comes first; page numbers are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from scr_docs.letters.formats.paragraph_styles import Style, bullets, changed, is_on, root_of, styles
from scr_docs.letters.merging.traps import W

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMU = 12_700
"""English metric units in a point."""
_THROUGH = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag"})
"""What holds paragraphs, rows or cells and is none itself."""

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

Kind = Literal["letterhead", "heading", "paragraph", "item", "row", "picture"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece looks in Word, for a format that shows it: sizes and the space before it in points.

    `bold` are stretches of the text. `picture` is the part that holds the picture, `wide` how wide it is. `beside` is
    True for words that stand to the right of the picture before them, `boxed` for what has a ground or a border,
    `keeps` for what stays on the page of what follows. `lines` is how far apart lines are, as a share of single
    spacing; `language` is a tag where Word names one for these words.
    """

    size: float = 0
    space: float = 0
    bold: tuple[tuple[int, int], ...] = ()
    picture: str = ""
    wide: float = 0
    beside: bool = False
    boxed: bool = False
    keeps: bool = False
    lines: float = 1
    language: str = ""


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
    look: Look = field(default=Look(), compare=False)


def pieces(parts: Mapping[str, bytes]) -> tuple[Piece, ...]:
    """The pieces of the Word file with these parts."""
    return tuple(_Walk(parts).walk())


def text_alone(parts: Mapping[str, bytes]) -> str:
    """The text of the pieces as it stands in the file: without letterhead, pictures, and addresses of links."""
    return "\n".join(piece.text for piece in _Walk(parts).body() if piece.kind != "picture")


class _Walk:
    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._links = self._relations("word/_rels/document.xml.rels")
        self._styles, self._normal = styles(parts.get("word/styles.xml"))
        self._bullets = bullets(parts.get("word/numbering.xml"))
        self._counts: dict[str, int] = {}
        self._gap: int | None = None

    def walk(self) -> Iterator[Piece]:
        document = root_of(self._parts["word/document.xml"])
        if header := self._letterhead(document):
            self._links = self._relations(f"word/_rels/{header.removeprefix('word/')}.rels")
            for piece in self._of(root_of(self._parts[header])):
                yield replace(piece, kind="letterhead") if piece.kind == "paragraph" else piece
        self._links, self._gap = self._relations("word/_rels/document.xml.rels"), None
        yield from self._of(document.find(f"{W}body"))
        for number, piece in self._notes():
            yield replace(piece, text=f"Note {number}: {piece.text.strip()}")

    def body(self) -> Iterator[Piece]:
        """The text and the notes by themselves, with nothing added."""
        self._links = {}
        yield from self._of(root_of(self._parts["word/document.xml"]).find(f"{W}body"))
        yield from (piece for _, piece in self._notes())

    def _notes(self) -> Iterator[tuple[str, Piece]]:
        for name in ("footnotes", "endnotes"):
            if content := self._parts.get(f"word/{name}.xml"):
                for note in root_of(content):
                    if note.get(f"{W}type") is None:
                        yield from ((note.get(f"{W}id"), piece) for piece in self._of(note))

    def _relations(self, name: str) -> dict[str, str]:
        root = root_of(self._parts[name]) if name in self._parts else ()
        return {arrow.get("Id"): arrow.get("Target") for arrow in root}

    def _letterhead(self, document: Any) -> str | None:
        headers = {found.get(f"{W}type"): found.get(f"{_R}id") for found in document.iter(f"{W}headerReference")}
        chosen = headers.get("first" if document.find(f".//{W}titlePg") is not None else "default")
        name = f"word/{self._links.get(chosen, '')}" if chosen else ""
        return name if name in self._parts else None

    def _of(self, holder: Any) -> Iterator[Piece]:
        for element in holder:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self._table(element)
            elif element.tag in _THROUGH:
                yield from self._of(element)

    def _table(self, table: Any) -> Iterator[Piece]:
        for row in _children(table, f"{W}tr"):
            cells = [list(self._of(cell)) for cell in _children(row, f"{W}tc")]
            pictures = [piece for cell in cells for piece in cell if piece.kind == "picture"]
            yield from pictures
            worded = [[piece for piece in cell if piece.kind != "picture"] for cell in cells]
            worded = [cell for cell in worded if cell]
            if len(worded) == 1:
                for piece in worded[0]:
                    yield replace(piece, look=replace(piece.look, beside=bool(pictures), boxed=not pictures))
            elif worded:
                texts = tuple("\n".join(piece.text for piece in cell) for cell in worded)
                look = replace(worded[0][0].look, boxed=True)
                yield Piece("row", ": ".join(texts), cells=texts, look=look)
        self._gap = None

    def _paragraph(self, paragraph: Any) -> Iterator[Piece]:
        yield from self._pictures(paragraph)
        text = "\n".join(" ".join(line.split(" ")).strip() for line in self._text(paragraph).split("\n")).strip()
        properties = paragraph.find(f"{W}pPr")
        style = self._style_of(properties)
        joined = self._gap is not None and self._gap + style.before == 0
        if text:
            space = max(self._gap or 0, style.before) / 20
            self._gap = style.after
            bold = tuple(_bold(paragraph, text, usual=style.bold))
            look = Look(style.size / 2, space, bold, boxed=style.shaded, keeps=style.keeps)
            look = replace(look, lines=style.lines, language=_language(paragraph))
            yield replace(self._piece(text, style, joined=joined), look=look)
        for box in paragraph.iter(f"{W}txbxContent"):
            if next(box.iterancestors(_FALLBACK), None) is None:
                yield from self._of(box)

    def _piece(self, text: str, style: Style, *, joined: bool) -> Piece:
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

    def _style_of(self, properties: Any) -> Style:
        style = self._normal
        if properties is None:
            return style
        named = properties.find(f"{W}pStyle")
        if named is not None:
            style = self._styles.get(named.get(f"{W}val"), style)
        return changed(style, properties)

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
                inside = properties.getparent()
                blip, extent = inside.find(f".//{_A}blip"), inside.find(f"{_WP}extent")
                part = "" if blip is None else self._links.get(blip.get(f"{_R}embed") or "", "")
                wide = 0 if extent is None else int(extent.get("cx")) / _EMU
                yield Piece("picture", told, look=Look(picture=part and f"word/{part}", wide=wide))


def _children(holder: Any, tag: str) -> Iterator[Any]:
    """The rows of a table, or the cells of a row, and not those of a table within it."""
    for child in holder:
        if child.tag == tag:
            yield child
        elif child.tag in _THROUGH:
            yield from _children(child, tag)


def _language(paragraph: Any) -> str:
    """The language that is named for most of the words; empty where it is that of the letter."""
    sizes: Counter[str] = Counter()
    for run in paragraph.iter(f"{W}r"):
        named, right_to_left = run.find(f"{W}rPr/{W}lang"), run.find(f"{W}rPr/{W}rtl") is not None
        told = "" if named is None else named.get(f"{W}bidi" if right_to_left else f"{W}val") or ""
        sizes[told] += sum(len(words.text or "") for words in run.iter(f"{W}t"))
    most = sizes.most_common(1)
    return most[0][0] if most else ""


def _bold(paragraph: Any, text: str, *, usual: bool) -> Iterator[tuple[int, int]]:
    """The stretches of the text that are bold, where the paragraph's style is or is not."""
    at = 0
    for run in paragraph.iter(f"{W}r"):
        said = "".join(words.text or "" for words in run.iter(f"{W}t")).strip()
        begin = text.find(said, at) if said else -1
        if begin >= 0:
            at = begin + len(said)
            switch = run.find(f"{W}rPr/{W}b")
            if usual if switch is None else is_on(switch):
                yield begin, at
