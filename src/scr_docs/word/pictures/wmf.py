"""The texts of a Windows Metafile (WMF), and of the newer picture (EMF) that it may carry inside."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.word.markup.found import Found
from scr_docs.word.markup.legible import legible
from scr_docs.word.pictures.emf import GLYPHS, Drawn, emf, lines
from scr_docs.word.pictures.error import DAMAGED, PictureError

PLACEABLE = b"\xd7\xcd\xc6\x9a"

_TEXT_OUT, _EXT_TEXT_OUT, _ESCAPE = 0x0521, 0x0A32, 0x0626
_COMMENT = 0x000F
_EMF_COMMENT, _EMF_HEAD = b"WMFC\x01\0\0\0", 34


def wmf(data: bytes) -> Iterator[Found]:
    """Every text of a WMF picture; PictureError at the end if some of it cannot be read."""
    at = (22 if data.startswith(PLACEABLE) else 0) + 18
    pieces: list[Drawn] = []
    inner = bytearray()
    whole = False
    while at + 6 <= len(data) and not whole:
        size, kind = 2 * int.from_bytes(data[at : at + 4], "little"), _u16(data, at + 4)
        body = data[at + 6 : at + size]
        if size < 6:
            break
        pieces += _drawn(kind, body)
        if kind == _ESCAPE and _u16(body, 0) == _COMMENT:
            comment = body[4 : 4 + _u16(body, 2)]
            if comment.startswith(_EMF_COMMENT):
                inner += comment[_EMF_HEAD:]
            else:
                for text in legible(comment):
                    yield Found("picture", text, "WMF > comment", "picture-data")
        whole = kind == 0
        at += size
    yield from lines(pieces, "WMF")
    if inner:
        yield from emf(bytes(inner))
    if not whole:
        raise PictureError(DAMAGED)
    if any(piece.text is None for piece in pieces):
        raise PictureError(GLYPHS)


def _drawn(kind: int, body: bytes) -> Iterator[Drawn]:
    if kind == _TEXT_OUT:
        letters = _u16(body, 0)
        height = _u16(body, 2 + letters + letters % 2)
        yield Drawn(body[2 : 2 + letters].decode("cp1252", "replace"), height)
    elif kind == _EXT_TEXT_OUT:
        letters, options = _u16(body, 4), _u16(body, 6)
        start = 16 if options & 0x6 else 8
        text = None if options & 0x10 and letters else body[start : start + letters].decode("cp1252", "replace")
        yield Drawn(text, _u16(body, 0))


def _u16(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")
