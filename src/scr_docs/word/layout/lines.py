"""The paragraphs of the body as they are laid out: their runs, how each looks in the end, and what is behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scr_docs.word.layout.formats import Spread, Spreads, spread
from scr_docs.word.looks.colours import shade
from scr_docs.word.looks.look import PLAIN, RunFormat, run_format
from scr_docs.word.looks.styles import Styles
from scr_docs.word.markup.xml import MC, Element, W, number, val

_PARAGRAPH, _TABLE, _RUN, _TEXT, _TAB, _BREAK = W + "p", W + "tbl", W + "r", W + "t", W + "tab", W + "br"
_LINK, _BOX = W + "hyperlink", W + "txbxContent"
_GONE = frozenset({W + "del", W + "moveFrom", MC + "Fallback"})
_BESIDE = frozenset({W + "pPr", W + "rPr", W + "tblPr", W + "tblGrid", W + "sectPr", W + "tcPr", W + "trPr"})
_HEADING = "heading "
FIELD = 0
"""The number of every link that is made by a field."""

UNKNOWN = "unknown"
"""What is behind text of which that cannot be told."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with its format. `link` numbers the link that it stands in, FIELD for fields; None outside."""

    text: str
    format: RunFormat
    bold: bool
    caps: bool
    link: int | None = None

    @property
    def points(self) -> float:
        """The size of its letters."""
        return (20 if self.format.size is None else self.format.size) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. `level` is its heading level, `behind` the colour on which it stands, `table` a number if any."""

    element: Element
    pieces: tuple[Piece, ...]
    text: str
    style: str
    spread: Spread
    level: int | None
    listed: bool
    behind: str | None
    table: int
    boxed: bool
    drawn: bool
    """Whether a picture or another drawing stands in it."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all stands in it."""
        return not self.drawn and not self.text.strip()


@dataclass(slots=True)
class Walk:
    """A walk through a body, from which lines come in reading order; `tables` are those that it met."""

    styles: Styles
    spreads: Spreads
    tables: list[Element] = field(default_factory=list)
    _links: int = 0
    _names: dict[str | None, tuple[str, int | None, bool]] = field(default_factory=dict)

    def lines(
        self, parent: Element, behind: str | None = None, table: int = 0, *, boxed: bool = False
    ) -> Iterator[Line]:
        """The paragraphs inside an element, those of text boxes after the paragraph that holds them."""
        for child in parent:
            tag = child.tag
            if tag == _PARAGRAPH:
                yield self._line(child, behind, table, boxed=boxed)
                for box in _boxes(child):
                    yield from self.lines(box, UNKNOWN, table, boxed=True)
            elif tag == _TABLE:
                yield from self._table(child, behind, boxed=boxed)
            elif tag not in _GONE and tag not in _BESIDE and len(child):
                yield from self.lines(child, behind, table, boxed=boxed)

    def _table(self, table: Element, behind: str | None, *, boxed: bool) -> Iterator[Line]:
        self.tables.append(table)
        number_ = len(self.tables)
        properties = table.find(W + "tblPr")
        styled = any(
            element.find(f".//{W}shd") is not None or element.find(f".//{W}color") is not None
            for step in self.styles.chain(val(properties, W + "tblStyle"))
            for element in (self.styles.by_id[step.id],)
        )
        ground = _behind(properties, UNKNOWN if styled else behind)
        for cell in _cells(table):
            yield from self.lines(cell, _behind(cell.find(W + "tcPr"), ground), number_, boxed=boxed)

    def _line(self, element: Element, behind: str | None, table: int, *, boxed: bool) -> Line:
        properties = element.find(W + "pPr")
        style = val(properties, W + "pStyle")
        style = style if style in self.styles.by_id else self.styles.default_paragraph
        name, level, listed = self._named(style)
        if properties is not None:
            level = _outline(number(val(properties, W + "outlineLvl")), level)
            own = properties.find(W + "numPr")
            listed = listed if own is None else val(own, W + "numId") not in (None, "0")
        ground = next(
            (told for told in (_shade(properties), self.styles.shade(style)) if told not in (None, "none")), behind
        )
        pieces = tuple(self._pieces(element, style, None))
        text = "".join(piece.text for piece in pieces)
        drawn = next(element.iter(W + "drawing", W + "pict", W + "object", "{*}oMath"), None) is not None
        around = self.spreads.of(style, properties)
        return Line(element, pieces, text, name, around, level, listed, ground, table, boxed, drawn)

    def _named(self, style: str | None) -> tuple[str, int | None, bool]:
        """What a paragraph style is called, which level of heading it is, and whether it makes a list."""
        if style not in self._names:
            chain = self.styles.chain(style)
            name = chain[0].name if chain else ""
            told = next((step.name for step in chain if step.name.startswith(_HEADING)), "")
            level = number(told.removeprefix(_HEADING)[:1])
            outline = next((step.outline for step in chain if step.outline is not None), None)
            listed = next((step.num_id for step in chain if step.num_id is not None), 0) != 0
            self._names[style] = (name, _outline(outline, level), listed)
        return self._names[style]

    def _pieces(self, parent: Element, style: str | None, link: int | None) -> Iterator[Piece]:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                text = "".join(_said(child))
                if text:
                    yield self._piece(child, text, style, link)
            elif tag == _LINK:
                self._links += 1
                yield from self._pieces(child, style, self._links)
            elif tag not in _GONE and tag not in _BESIDE and len(child):
                yield from self._pieces(child, style, link)

    def _piece(self, run: Element, text: str, style: str | None, link: int | None) -> Piece:
        properties = run.find(W + "rPr")
        character = val(properties, W + "rStyle")
        direct = PLAIN if properties is None else run_format(properties)
        look = self.styles.look(style, character, direct, None)
        if link is None and any("hyperlink" in step.name for step in self.styles.chain(character)):
            link = FIELD
        shown = "" if look.cover == "hidden-text" else text
        return Piece(shown, self.styles.format(style, character, direct), look.bold, look.caps, link)


def walk(styles: Styles, root: Element | None) -> Walk:
    """A walk with these styles; `root` is that of the part that they come from."""
    defaults = None if root is None else root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    return Walk(styles, Spreads(styles, spread(defaults)))


def _said(run: Element) -> Iterator[str]:
    for child in run:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _TAB:
            yield "\t"
        elif child.tag == _BREAK and child.get(W + "type", "textWrapping") == "textWrapping":
            yield "\n"
        elif child.tag == W + "noBreakHyphen":
            yield "-"


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes that are anchored in a paragraph, each once: the older way of writing one is left out."""
    for box in paragraph.iter(_BOX):
        above = [step.tag for step in box.iterancestors() if step is not paragraph]
        if MC + "Fallback" not in above and above.count(_BOX) == sum(1 for step in paragraph.iterancestors(_BOX)):
            yield box


def _cells(table: Element) -> Iterator[Element]:
    """The cells of a table, row by row, those of tables in it left out."""
    for child in table:
        if child.tag == W + "tc":
            yield child
        elif child.tag not in _GONE and child.tag not in _BESIDE:
            yield from _cells(child)


def _outline(told: int | None, otherwise: int | None) -> int | None:
    if told is None:
        return otherwise
    return told + 1 if 0 <= told < 9 else None  # 9 is Word's "body text"


def _shade(properties: Element | None) -> str | None:
    return None if properties is None else shade(properties.find(W + "shd"))


def _behind(properties: Element | None, around: str | None) -> str | None:
    own = _shade(properties)
    return around if own in (None, "none") else own


def link_targets(pieces: tuple[Piece, ...]) -> Mapping[int, str]:
    """The words of each link of a paragraph, by its number; those of links that are fields are left out."""
    found: dict[int, str] = {}
    for piece in pieces:
        if piece.link:
            found[piece.link] = found.get(piece.link, "") + piece.text
    return found
