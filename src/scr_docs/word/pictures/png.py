"""The texts and other pieces of a PNG file, from its first chunk to what stands after its last."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from scr_docs.word.pictures.error import DAMAGED, PictureError
from scr_docs.word.pictures.pieces import Kind, Piece, after

_PICTURE = frozenset({
    "IHDR", "PLTE", "IDAT", "bKGD", "cHRM", "cICP", "gAMA", "hIST", "iDOT", "pHYs", "sBIT", "sPLT", "sRGB", "tIME",
    "tRNS", "acTL", "fcTL", "fdAT", "msOG", "vpAg", "cmOD", "cpIp", "orNT", "oFFs", "sTER", "mDCv", "cLLi",
    "mDCV", "cLLI",
})  # fmt: skip
"""Chunks that hold the picture, its colours or its size, and no text."""

_PACKED = 16 * 2**20
_TOO_LARGE = "its texts unpack to more than 16 MB, which those of no honest picture do"
_RAW_PROFILE = re.compile(rb"\s*+(\w++)\s++\d++\s++([0-9a-fA-F\s]*+)$")
_PROFILES: dict[str, Kind] = {"exif": "exif", "APP1": "exif", "xmp": "xmp", "iptc": "photoshop", "8bim": "photoshop"}


def png(data: bytes) -> Iterator[Piece]:
    """The pieces of a PNG file."""
    at, left = 8, _PACKED + len(data)
    while at + 12 <= len(data):
        size, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8].decode("latin-1")
        if at + 12 + size > len(data):
            raise PictureError(DAMAGED)
        body = data[at + 8 : at + 8 + size]
        at += 12 + size
        if name == "IEND":
            yield from after(data, at)
            return
        for piece in _chunk(name, body):
            left -= len(piece.data)
            if left < 0:
                raise PictureError(_TOO_LARGE)
            yield piece
    raise PictureError(DAMAGED)


def _chunk(name: str, body: bytes) -> Iterator[Piece]:
    if name in {"tEXt", "zTXt", "iTXt"}:
        yield from _text(name, body)
    elif name == "eXIf":
        yield Piece("exif", body.removeprefix(b"Exif\0\0"), "PNG")
    elif name == "iCCP":
        yield Piece("colours", _unpacked(body.partition(b"\0")[2][1:]), "PNG")
    elif name not in _PICTURE:
        yield Piece("binary", body, f"PNG > chunk {name}" if name.isalpha() else "PNG > chunk without a name")


def _text(name: str, body: bytes) -> Iterator[Piece]:
    key, _, rest = body.partition(b"\0")
    if name == "zTXt":
        rest = _unpacked(rest[1:])
    elif name == "iTXt":
        packed, (_, _, rest) = rest[:1] == b"\x01", (*rest[2:].split(b"\0", 2), b"", b"")[:3]
        rest = _unpacked(rest) if packed else rest
    keyword = key.decode("latin-1")
    if keyword == "XML:com.adobe.xmp":
        yield Piece("xmp", rest, "PNG")
    elif keyword.startswith("Raw profile type ") and (match := _RAW_PROFILE.match(rest)):
        kind = _PROFILES.get(keyword.removeprefix("Raw profile type "), "binary")
        plain = bytes.fromhex(_even(match[2].decode()))
        yield Piece(kind, plain.removeprefix(b"Exif\0\0"), f"PNG > {keyword}")
    else:
        yield Piece("text", rest, f"PNG > {keyword or 'text'}")


def _even(digits: str) -> str:
    digits = "".join(digits.split())
    return digits[: len(digits) // 2 * 2]


def _unpacked(body: bytes) -> bytes:
    """The inflated bytes of a chunk, of which there may be only so many."""
    stream = zlib.decompressobj()
    try:
        plain = stream.decompress(body, _PACKED)
    except zlib.error as error:
        raise PictureError(DAMAGED) from error
    if stream.unconsumed_tail:
        raise PictureError(_TOO_LARGE)
    return plain
