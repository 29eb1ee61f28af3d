"""Inside one paragraph: from nested runs to stretches of text, whatever the runs are wrapped in.

What is not known to be without text is walked through, so that a wrapper of which nobody has heard hides nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from scr_docs.word.looks.fonts import is_symbols
from scr_docs.word.looks.look import Look
from scr_docs.word.markup.xml import MC, A, Element, M, W
from scr_docs.word.paragraphs.asides import ASIDES
from scr_docs.word.paragraphs.boxes import TXBODY, TXBX, box, options_that_differ
from scr_docs.word.paragraphs.fields import told_by_code
from scr_docs.word.paragraphs.gathered import Anchor, Gathered
from scr_docs.word.paragraphs.shapes import DRAWN
from scr_docs.word.paragraphs.signs import shown, symbol
from scr_docs.word.paragraphs.state import MOVE_RANGES
from scr_docs.word.paragraphs.tracked import CHANGES, Tracked

_RUN, _BREAK, _LINK = W + "r", W + "br", W + "hyperlink"
_TEXTS = frozenset({W + "t", W + "delText", M + "t", A + "t"})
_CODES = frozenset({W + "instrText", W + "delInstrText"})
_BOXES = (TXBX, TXBODY)
_SIGNS = {
    W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}  # fmt: skip
_ANCHORS: dict[str, Literal["footnote", "endnote", "comment"]] = {
    W + "footnoteReference": "footnote", W + "endnoteReference": "endnote", W + "commentReference": "comment",
    W + "commentRangeStart": "comment",
}  # fmt: skip
_SKIPPED = frozenset({
    W + "pPr", W + "rPr", W + "sdtEndPr", W + "rubyPr", W + "proofErr", W + "bookmarkEnd", W + "tabs",
    M + "oMathParaPr", M + "ctrlPr", M + "rPr",
})  # fmt: skip


def walk(into: Gathered, parent: Element, tracked: Tracked, look: Look | None = None) -> None:
    """Reads everything inside an element; `look` is that of the run around it, None outside runs."""
    for child in parent:
        tag = child.tag
        if tag in _TEXTS:
            into.say(shown(child), tracked, look)
        elif tag == _RUN:
            walk(into, child, tracked, into.look(child))
        elif tag in _SKIPPED:
            continue
        elif tag in _SIGNS:
            into.say(_SIGNS[tag], tracked, look)
            if tag == _BREAK and child.get(W + "type") == "page":
                into.page_break("e")
        elif tag in CHANGES:
            walk(into, child, into.state.within(tag, tracked), look)
        elif (seldom := _SELDOM.get(tag)) is not None:
            seldom(into, child, tracked, look)
        elif (aside := ASIDES.get(tag)) is not None:
            into.asides.extend(aside(child, into.state.origin.links))
        else:
            walk(into, child, tracked, look)


def _link(into: Gathered, link: Element, tracked: Tracked, look: Look | None) -> None:
    into.asides.extend(ASIDES[_LINK](link, into.state.origin.links))
    walk(into, link, tracked, look)


def _code(into: Gathered, code: Element, tracked: Tracked, _: Look | None) -> None:
    deleted = code.tag == W + "delInstrText" or tracked.change == "deleted"
    into.state.fields.code(code.text or "", deleted=deleted)


def _field(into: Gathered, step: Element, tracked: Tracked, look: Look | None) -> None:
    into.asides.extend(into.state.fields.step(step.get(W + "fldCharType", "")))
    walk(into, step, tracked, look)


def _simple_field(into: Gathered, field: Element, tracked: Tracked, look: Look | None) -> None:
    into.asides.extend(told_by_code(field.get(W + "instr", ""), deleted=tracked.change == "deleted"))
    walk(into, field, tracked, look)


def _page(into: Gathered, _: Element, __: Tracked, ___: Look | None) -> None:
    into.page_break("r")


def _anchor(into: Gathered, mark: Element, _: Tracked, __: Look | None) -> None:
    into.anchors.append(Anchor(_ANCHORS[mark.tag], mark.get(W + "id", "")))


def _box(into: Gathered, content: Element, tracked: Tracked, _: Look | None) -> None:
    into.boxes.append(box(content, tracked, into.state.origin.sheet))


def _range(into: Gathered, mark: Element, _: Tracked, __: Look | None) -> None:
    into.state.range(mark)


def _alternatives(into: Gathered, alternatives: Element, tracked: Tracked, look: Look | None) -> None:
    """Of a copy whose text is told already only what it says beside the text is read."""
    read = options_that_differ(alternatives)
    for option in alternatives:
        if option in read:
            walk(into, option, tracked, look)
        else:
            into.drawing(option)


def _drawing(into: Gathered, drawing: Element, tracked: Tracked, look: Look | None) -> None:
    into.drawing(drawing)
    if next(drawing.iter(*_BOXES), None) is not None:
        walk(into, drawing, tracked, look)


def _symbol(into: Gathered, sign: Element, tracked: Tracked, look: Look | None) -> None:
    into.say(symbol(sign.get(W + "char", "")), tracked, look, symbols=is_symbols(sign.get(W + "font", "")))


def _ruby(into: Gathered, ruby: Element, tracked: Tracked, look: Look | None) -> None:
    """The text itself first, then what stands small above it, in brackets."""
    for base in ruby.iterchildren(W + "rubyBase"):
        walk(into, base, tracked, look)
    for above in ruby.iterchildren(W + "rt"):
        into.say("(", tracked, look)
        walk(into, above, tracked, look)
        into.say(")", tracked, look)


_SELDOM: dict[str, Callable[[Gathered, Element, Tracked, Look | None], None]] = {
    _LINK: _link,
    W + "fldChar": _field,
    W + "fldSimple": _simple_field,
    W + "lastRenderedPageBreak": _page,
    MC + "AlternateContent": _alternatives,
    W + "sym": _symbol,
    W + "ruby": _ruby,
    **dict.fromkeys(_CODES, _code),
    **dict.fromkeys(_ANCHORS, _anchor),
    **dict.fromkeys(_BOXES, _box),
    **dict.fromkeys(MOVE_RANGES, _range),
    **dict.fromkeys(DRAWN, _drawing),
}
