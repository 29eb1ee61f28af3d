"""What a picture file says besides what it shows: who made it, when, where, and the texts it holds as letters.

No pixel is decoded, so that nothing that a picture claims of its size can do harm.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator

from scr_docs.word.markup.found import Found
from scr_docs.word.markup.legible import from_base64
from scr_docs.word.pictures.emf import emf
from scr_docs.word.pictures.error import DAMAGED, PictureError
from scr_docs.word.pictures.jpeg import jpeg
from scr_docs.word.pictures.pieces import Piece, gif, jpeg_2000, webp
from scr_docs.word.pictures.png import png
from scr_docs.word.pictures.svg import inside, svg
from scr_docs.word.pictures.wmf import PLACEABLE, wmf
from scr_docs.word.pictures.words import said_by_all, tagged, until_failure

__all__ = ["PictureError", "is_picture", "picture_data"]

_INFLATED = 64 * 2**20
_WMF = re.compile(rb"[\x01\x02]\0\x09\0\0[\x01\x03]")
_SVG_WITHIN = 16_384


def picture_data(data: bytes) -> Iterator[Found]:
    """Every text that a picture file holds; then PictureError, with the reason, if it could not be read to its end."""
    if data.startswith(b"\x1f\x8b"):
        data = _inflated(data)
    reader = _reader(data)
    if reader is None:
        why = "it is empty" if not data else "it is a picture of a kind that scr-docs cannot read, or no picture"
        raise PictureError(why)
    yield from reader(data)


def is_picture(data: bytes) -> bool:
    """Whether bytes are a picture of a kind that can be read, packed or not."""
    if data.startswith(b"\x1f\x8b"):
        try:
            data = zlib.decompressobj(31).decompress(data, _SVG_WITHIN)
        except zlib.error:
            return False
    return _reader(data) is not None


def _reader(data: bytes) -> Callable[[bytes], Iterator[Found]] | None:
    start = data[:1024]
    if start[:4] == b"\x01\0\0\0" and start[40:44] == b" EMF":
        return emf
    if start.startswith(PLACEABLE) or _WMF.match(start):
        return wmf
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return _by_pieces(webp)
    if start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and b"<svg" in data[:_SVG_WITHIN]:
        return _svg
    return next((reader for magic, reader in _MAGIC if start.startswith(magic)), None)


def _by_pieces(split: Callable[[bytes], Iterator[Piece]]) -> Callable[[bytes], Iterator[Found]]:
    def read(data: bytes) -> Iterator[Found]:
        yield from said_by_all(split(data))

    return read


def _file_of_tags(data: bytes) -> Iterator[Found]:
    yield from tagged(data, of_file=True)


def _svg(data: bytes) -> Iterator[Found]:
    failed: list[PictureError] = []
    yield from until_failure(svg(data), failed)
    for letters in inside(data):
        picture = from_base64(letters)
        reader = _reader(picture)
        if reader is not None and reader is not _svg:
            yield from until_failure(reader(picture), failed)
        else:
            failed.append(PictureError("a picture inside it is of a kind that scr-docs cannot read"))
    if failed:
        raise failed[0]


def _nothing(_: bytes) -> Iterator[Found]:
    """A kind of picture that has room for nothing but the picture."""
    return iter(())


def _inflated(data: bytes) -> bytes:
    """The picture in an EMZ, WMZ or SVGZ file."""
    stream = zlib.decompressobj(31)
    try:
        plain = stream.decompress(data, _INFLATED)
    except zlib.error as error:
        raise PictureError(DAMAGED) from error
    if stream.unconsumed_tail:
        raise PictureError(f"it unpacks to more than {_INFLATED // 2**20} MB")
    return plain


_MAGIC: tuple[tuple[bytes, Callable[[bytes], Iterator[Found]]], ...] = (
    (b"\xff\xd8\xff", _by_pieces(jpeg)),
    (b"\x89PNG\r\n\x1a\n", _by_pieces(png)),
    (b"GIF8", _by_pieces(gif)),
    (b"\0\0\0\x0cjP  ", _by_pieces(jpeg_2000)),
    (b"II*\0", _file_of_tags),
    (b"MM\0*", _file_of_tags),
    (b"II\xbc", _file_of_tags),
    (b"BM", _nothing),
    (b"\0\0\1\0", _nothing),
    (b"\0\0\2\0", _nothing),
)
