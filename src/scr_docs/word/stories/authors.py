"""The people whose names stand on tracked changes."""

from __future__ import annotations

from collections.abc import Iterable

from scr_docs.word.markup.xml import Element, W

_SIGNED = tuple(
    W + name
    for name in (
        "ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "rPrChange", "pPrChange",
        "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "sectPrChange", "tblPrExChange", "numberingChange",
        "cellIns", "cellDel", "cellMerge", "customXmlInsRangeStart", "customXmlDelRangeStart",
        "customXmlMoveFromRangeStart", "customXmlMoveToRangeStart",
    )
)  # fmt: skip


def authors(roots: Iterable[Element]) -> tuple[str, ...]:
    """The distinct names on the tracked changes in these parts, in the order in which they come up."""
    names = (element.get(W + "author", "").strip() for root in roots for element in root.iter(*_SIGNED))
    return tuple(dict.fromkeys(name for name in names if name))
