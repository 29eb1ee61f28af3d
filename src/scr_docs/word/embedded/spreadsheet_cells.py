"""The cells of one sheet of a workbook, and the table of strings to which they point."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from scr_docs.model import Unread
from scr_docs.word.container.xml_text import local
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.xml import Element, number

MAX_CELLS = 500_000
MAX_LETTERS = 64 * 2**20

_WORDY = re.compile(r"[\"'\[\\]|://")
"""What a formula has that says something in words: text in quotation marks, the name of a sheet or of another file."""


@dataclass(frozen=True, slots=True)
class Strings:
    """The strings of a workbook, each with the reading aid that East Asian text has, and which of them were used."""

    texts: tuple[tuple[str, str], ...] = ()
    used: set[int] = field(default_factory=set)

    def at(self, index: int | None) -> tuple[str, str]:
        """The string with a number, after which it counts as used; empty where there is none."""
        if index is None or not 0 <= index < len(self.texts):
            return "", ""
        self.used.add(index)
        return self.texts[index]


def strings(roots: list[Element]) -> Strings:
    """The strings of a workbook."""
    return Strings(tuple(_string(item) for root in roots for item in root if local(str(item.tag)) == "si"))


def cells(sheet: Element, where: str, shared: Strings) -> Iterator[Found | Unread]:
    """Every cell of a sheet that holds a text or a number, and every formula that holds words."""
    left = MAX_LETTERS
    for count, element in enumerate(sheet.iter("{*}c"), 1):
        if count > MAX_CELLS:
            yield Unread(where, f"it has more than {MAX_CELLS:,} cells, of which the rest were not checked")
            return
        place = f"{where}, cell {element.get('r', str(count))}"
        for text, what in _cell(element, shared):
            left -= len(text)
            if left < 0:
                yield Unread(where, "it repeats one text over and over, so not all of it was checked")
                return
            if text:
                yield Found("embedded", text, f"{place}{what}")


def _cell(element: Element, shared: Strings) -> Iterator[tuple[str, str]]:
    kind = element.get("t", "n")
    for child in element:
        name, text = local(str(child.tag)), (child.text or "").strip()
        if name == "is":
            written, spoken = _string(child)
            yield from ((written, ""), (spoken, ", reading aid"))
        elif name == "f":
            yield (text if _WORDY.search(text) else ""), ", formula"
        elif name == "v" and kind == "s":
            written, spoken = shared.at(number(text))
            yield from ((written, ""), (spoken, ", reading aid"))
        elif name == "v" and kind not in {"b", "e"}:
            yield (figures(text) if kind == "n" else text), ""


def figures(text: str) -> str:
    """A number in figures only: 9.434765919E9 is a telephone or NHS number, 9434765919."""
    if "e" not in text.lower():
        return text
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    return f"{value:f}" if -20 < value.adjusted() < 20 else text


def _string(item: Element) -> tuple[str, str]:
    """What is written, in however many pieces, and the reading aid beside it."""
    pieces = [(piece.text or "", _is_aid(piece)) for piece in item.iter("{*}t")]
    written, spoken = ("".join(text for text, is_aid in pieces if is_aid is aid).strip() for aid in (False, True))
    return written, spoken


def _is_aid(piece: Element) -> bool:
    above = piece.getparent()
    return above is not None and local(str(above.tag)) == "rPh"
