"""What a picture file says besides what it shows: who made it, when, where, and the texts it holds as letters.

No pixel is decoded, so that nothing that a picture claims of its size can do harm.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable, Iterator

from scr_docs.word.found import Found
from scr_docs.word.legible import legible, one_byte
from scr_docs.word.picture_emf import emf
from scr_docs.word.picture_error import DAMAGED, PictureError
from scr_docs.word.picture_exif import OLDER_COPY, exif
from scr_docs.word.picture_iptc import iptc, photoshop
from scr_docs.word.picture_pieces import Piece, gif, jpeg, jpeg_2000, webp
from scr_docs.word.picture_png import png
from scr_docs.word.picture_svg import inside, svg
from scr_docs.word.picture_tiff import tags
from scr_docs.word.picture_wmf import PLACEABLE, wmf
from scr_docs.word.picture_xmp import xmp

__all__ = ["PictureError", "is_picture", "picture_data"]

_INFLATED = 64 * 2**20
_INNER_PICTURES = 50


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
    """Whether bytes are a picture of a kind that can be read."""
    return _reader(data) is not None


def _reader(data: bytes) -> Callable[[bytes], Iterator[Found]] | None:
    start = data[:1024]
    if start[:4] == b"\x01\0\0\0" and start[40:44] == b" EMF":
        return emf
    if start.startswith(PLACEABLE) or (start[:4] in {b"\x01\0\x09\0", b"\x02\0\x09\0"} and start[4:6] in {b"\0\1", b"\0\3"}):
        return wmf
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return _by_pieces(webp)
    for magic, reader in _MAGIC:
        if start.startswith(magic):
            return reader
    if start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and b"<svg" in data[:16_384]:
        return _svg
    return None


def _by_pieces(split: Callable[[bytes], Iterator[Piece]]) -> Callable[[bytes], Iterator[Found]]:
    def read(data: bytes) -> Iterator[Found]:
        yield from _all(split(data))

    return read


def _all(pieces: Iterator[Piece]) -> Iterator[Found]:
    """What the pieces say; a piece that cannot be read does not keep the next ones from being read."""
    failed: PictureError | None = None
    more = b""
    try:
        for piece in pieces:
            if piece.kind == "more-xmp":
                more += piece.data[40:]
                continue
            try:
                yield from _said(piece)
            except PictureError as error:
                failed = error
    except PictureError as error:
        failed = error
    if more:
        try:
            yield from xmp(more)
        except PictureError as error:
            failed = error
    if failed:
        raise failed


def _said(piece: Piece) -> Iterator[Found]:
    match piece.kind:
        case "exif":
            yield from exif(tags(piece.data.removeprefix(b"Exif\0\0")))
        case "xmp":
            yield from xmp(piece.data)
        case "iptc":
            yield from iptc(piece.data)
        case "photoshop":
            yield from _all(photoshop(piece.data))
        case "thumbnail":
            yield Found("picture", OLDER_COPY, f"{piece.where} > thumbnail", "picture-data")
        case "after":
            yield Found("picture", f"{len(piece.data):,} bytes of other data", piece.where, "picture-data")
            yield from (Found("picture", text, piece.where, "picture-data") for text in legible(piece.data))
        case "colours":
            yield from (Found("picture", text, f"{piece.where} > colour profile") for text in legible(piece.data[128:]))
        case "text":
            if text := one_byte(piece.data).replace("\0", " ").strip():
                yield Found("picture", text, piece.where, "picture-data")
        case _:
            yield from (Found("picture", text, piece.where, "picture-data") for text in legible(piece.data))


def _tiff(data: bytes) -> Iterator[Found]:
    pieces: list[Piece] = []
    kinds = {700: "xmp", 33723: "iptc", 34377: "photoshop", 34675: "colours", 37724: "binary"}
    try:
        every = tags(data)
        yield from exif(_kept(every, kinds, pieces), of_file=True)
    finally:
        late = list(pieces)
    yield from _all(iter(late))
