"""Barriers in how letters look: size, contrast, capitals, underlining, italics."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from scr_docs.model import Barrier, Hurdle
from scr_docs.word.layout.contrast import ratio
from scr_docs.word.layout.lines import UNKNOWN, Line, Piece

_WORD = re.compile(r"[^\W\d_]{2,}")
_LARGE, _LARGE_BOLD = 18, 14
_AS_LARGE = 1.5
"""WCAG asks for 4.5 to 1 of text and for 3 to 1 of large text."""

_MOST_CONTRAST = 7
"""More than what WCAG asks of the best; what has more is never told."""

_CAPITALS, _UNDERLINED, _ITALIC = 4, 3, 25
"""From so many words on it is hard to read, and no longer an abbreviation or a word that is stressed."""


def on_page(line: Line, block: int, text: str) -> Iterator[Barrier]:
    """The barriers of one paragraph. `text` is that of its block."""
    size = main_size(line.pieces)
    if size and not line.boxed:
        yield Barrier("text-size", block, measure=size, told=f"{size:g} points")
    if line.behind != UNKNOWN:
        yield from _faint(line, block, text)
    if found := _run_of(line, "capitals", _CAPITALS):
        yield _at(found, block, text, "capitals")
    if line.level is None:
        for what, least in (("underlined", _UNDERLINED), ("italic-passage", _ITALIC)):
            if found := _run_of(line, what, least):  # type: ignore[arg-type]
                yield _at(found, block, text, what)  # type: ignore[arg-type]


def main_size(pieces: tuple[Piece, ...]) -> float:
    """The size in which most of the letters of a paragraph stand; 0 where it has none."""
    sizes: Counter[float] = Counter()
    for piece in pieces:
        letters = sum(len(word) for word in _WORD.findall(piece.text))
        if letters:
            sizes[piece.points] += letters
    return max(sizes, key=lambda size: sizes[size], default=0)


def _faint(line: Line, block: int, text: str) -> Iterator[Barrier]:
    """The stretch with the least contrast, of those that have little."""
    found: tuple[float, str] | None = None
    for piece in line.pieces:
        words = piece.text.strip()
        if not words:
            continue
        behind = piece.format.backed if piece.format.backed not in (None, "none") else line.behind
        colour = piece.format.colour or "auto"
        if colour == "auto":
            continue  # Word then takes black or white, whichever can be read
        told = ratio(colour, behind or "FFFFFF")
        if told is None:
            continue
        bold_enough = piece.bold and piece.points >= _LARGE_BOLD
        told *= _AS_LARGE if piece.points >= _LARGE or bold_enough else 1
        if told < _MOST_CONTRAST and told > 1.05 and (found is None or told < found[0]):  # below it is hidden
            found = (told, words)
    if found:
        yield _at(found[1], block, text, "low-contrast", round(found[0], 2))


def _run_of(line: Line, what: Hurdle, least: int) -> str:
    """The first stretch of the paragraph that looks like this, with at least so many words; "" where there is none."""
    stretch = ""
    for piece in (*line.pieces, None):
        if piece is not None and _is(piece, what):
            stretch += piece.text
            continue
        if len(_WORD.findall(stretch)) >= least:
            return stretch.strip()
        stretch = "" if piece is None or piece.text.strip() else stretch + piece.text
    return ""


def _is(piece: Piece, what: Hurdle) -> bool:
    if what == "capitals":
        return piece.caps or (piece.text.isupper() and len(_WORD.findall(piece.text)) >= _CAPITALS)
    if what == "underlined":
        return bool(piece.format.underline) and piece.link is None
    return bool(piece.format.italic)


def _at(words: str, block: int, text: str, what: Hurdle, measure: float = 0) -> Barrier:
    """A barrier at these words of the block; at the whole of it where they stand there otherwise."""
    start = text.find(words)
    return Barrier(what, block, max(start, 0), None if start < 0 else start + len(words), measure=measure)
