"""The texts of an Enhanced Metafile (EMF): its description, the lines of text it draws, what programs left in it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scr_docs.word.markup.found import Found
from scr_docs.word.markup.legible import legible
from scr_docs.word.pictures.error import DAMAGED, PictureError

GLYPHS = "some of its text is stored as the numbers of shapes, not as letters, so it cannot be read"

_GLYPH_INDEX = 0x10
_NO_RECT, _SMALL_CHARS = 0x100, 0x200
_WIDE, _NARROW = "utf-16-le", "cp1252"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A piece of text that is drawn, and the height at which it is; None for text that is stored as shapes."""

    text: str | None
    height: int


def emf(data: bytes) -> Iterator[Found]:
    """Every text of an EMF picture; PictureError at the end if some of it cannot be read."""
    letters, at = _u32(data, 60), _u32(data, 64)
    if letters and at + 2 * letters <= min(len(data), _u32(data, 4)):
        description = data[at : at + 2 * letters].decode(_WIDE, "replace").strip("\0 ").replace("\0", " · ")
        yield Found("picture", description, "EMF > description", "picture-data")
    pieces: list[Drawn] = []
    whole = False
    for kind, record in _records(data):
        pieces += _drawn(kind, record)
        if kind == 70:
            yield from _comment(record, pieces)
        whole = whole or kind == 14
    yield from lines(pieces, "EMF")
    if not whole:
        raise PictureError(DAMAGED)
    if any(piece.text is None for piece in pieces):
        raise PictureError(GLYPHS)


def lines(pieces: Iterable[Drawn], kind: str) -> Iterator[Found]:
    """The drawn texts line by line; a line in pieces is given without spaces between them and, if it differs, with."""
    shown = (piece for piece in pieces if piece.text is not None)
    for position, (_, line) in enumerate(itertools.groupby(shown, key=lambda piece: piece.height), 1):
        texts = [piece.text or "" for piece in line]
        together, apart = "".join(texts).strip(), " ".join(" ".join(texts).split())
        if together:
            yield Found("picture", together, f"{kind}, line {position}")
        if " ".join(together.split()) != apart:
            yield Found("picture", apart, f"{kind}, line {position}, in pieces")


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 8 <= len(data):
        kind, size = _u32(data, at), _u32(data, at + 4)
        if size < 8 or size % 4 or at + size > len(data):
            return
        yield kind, data[at : at + size]
        at += size
        if kind == 14:
            return


def _drawn(kind: int, record: bytes) -> Iterator[Drawn]:
    if kind in {83, 84}:
        yield _text(record, 36, _WIDE if kind == 84 else _NARROW)
    elif kind in {96, 97}:
        # Texts of a damaged file may lie over one another, so that it would say more than it holds.
        left = 4 * len(record)
        for index in range(min(_u32(record, 36), len(record) // 40)):
            drawn = _text(record, 40 + 40 * index, _WIDE if kind == 97 else _NARROW)
            left -= len(drawn.text or "")
            if left < 0:
                raise PictureError(DAMAGED)
            yield drawn
    elif kind == 108:
        options, letters = _u32(record, 20), _u32(record, 16)
        start = 36 if options & _NO_RECT else 52
        text = _letters(record, start, letters, _NARROW if options & _SMALL_CHARS else _WIDE)
        yield Drawn(None if options & _GLYPH_INDEX and letters else text, _u32(record, 12))


def _text(record: bytes, at: int, coding: str) -> Drawn:
    """The text of an EmrText object, which is a place, a number of letters, where they are and how they are drawn."""
    _, height, letters, start, options = (_u32(record, at + 4 * field) for field in range(5))
    text = _letters(record, start, letters, coding)
    return Drawn(None if options & _GLYPH_INDEX and letters else text, height)


def _letters(record: bytes, start: int, letters: int, coding: str) -> str:
    size = letters * (2 if coding == _WIDE else 1)
    return record[start : start + size].decode(coding, "replace").replace("\0", "")


def _comment(record: bytes, pieces: list[Drawn]) -> Iterator[Found]:
    body = record[12 : 12 + _u32(record, 8)]
    if body.startswith(b"EMF+"):
        pieces += _emf_plus(body)
    else:
        for text in legible(body):
            yield Found("picture", text, "EMF > comment", "picture-data")


def _emf_plus(body: bytes) -> Iterator[Drawn]:
    """The texts drawn by EMF+ records, which newer programs write instead of the old ones or beside them."""
    at = 4
    while at + 12 <= len(body):
        kind, size, record = _u16(body, at), _u32(body, at + 4), body[at + 12 : at + _u32(body, at + 4)]
        if size < 12:
            return
        if kind == 0x401C:
            letters = _u32(record, 8)
            yield Drawn(record[28 : 28 + 2 * letters].decode(_WIDE, "replace"), _u32(record, 16))
        elif kind == 0x4036 and (letters := _u32(record, 12)):
            as_letters = _u32(record, 4) & 1
            text = record[16 : 16 + 2 * letters].decode(_WIDE, "replace") if as_letters else None
            yield Drawn(text, _u32(record, 16 + 2 * letters + 4))
        at += size


def _u16(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")


def _u32(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little")
