"""The pieces of a JPEG, GIF, WebP or JPEG 2000 file that are not the picture itself. Nothing is decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scr_docs.word.picture_error import DAMAGED, PictureError

Kind = Literal["exif", "xmp", "more-xmp", "photoshop", "iptc", "text", "binary", "colours", "thumbnail", "after"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a picture file: what it is, its bytes, and where it stands."""

    kind: Kind
    data: bytes
    where: str


_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_MORE_XMP = b"http://ns.adobe.com/xmp/extension/\0"
_APPS: tuple[tuple[int, bytes, Kind | None], ...] = (
    (0xE0, b"JFIF\0", None),
    (0xE0, b"JFXX\0", "thumbnail"),
    (0xE1, b"Exif\0\0", "exif"),
    (0xE1, _XMP, "xmp"),
    (0xE1, _MORE_XMP, "more-xmp"),
    (0xE2, b"ICC_PROFILE\0", "colours"),
    (0xED, b"Photoshop 3.0\0", "photoshop"),
    (0xEE, b"Adobe", None),
)
_MARKER_IN_SCAN = re.compile(rb"\xff[^\x00\x01\xd0-\xd7\xff]")
_NO_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})

_UUIDS: dict[bytes, Kind] = {
    bytes.fromhex("be7acfcb97a942e89c71999491e3afac"): "xmp",
    b"JpgTiffExif->JP2": "exif",
    bytes.fromhex("33c7a4d2b81d4723a0baf1a3e097ad38"): "iptc",
}


def jpeg(data: bytes) -> Iterator[Piece]:
    """The pieces of a JPEG file."""
    at = 2
    while at + 4 <= len(data):
        marker = data[at + 1]
        if data[at] != 0xFF:
            raise PictureError(DAMAGED)
        if marker == 0xD9:
            yield from after(data, at + 2)
            return
        if marker == 0xFF or marker in _NO_LENGTH:
            at += 1 if marker == 0xFF else 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if end > len(data) or end < at + 4:
            raise PictureError(DAMAGED)
        yield from _segment(marker, data[at + 4 : end])
        at = _end_of_scan(data, end) if marker == 0xDA else end


def _segment(marker: int, body: bytes) -> Iterator[Piece]:
    if marker == 0xFE:
        yield Piece("text", body, "JPEG comment")
    elif 0xE0 <= marker <= 0xEF:
        for app, start, kind in _APPS:
            if app == marker and body.startswith(start):
                if kind:
                    yield Piece(kind, body[len(start) :], "JPEG")
                elif start == b"JFIF\0" and body[12:14] > b"\0" and 0 not in body[12:14]:
                    yield Piece("thumbnail", body[14:], "JPEG")
                return
        yield Piece("binary", body, f"JPEG > segment APP{marker - 0xE0}")


def _end_of_scan(data: bytes, start: int) -> int:
    match = _MARKER_IN_SCAN.search(data, start)
    return match.start() if match else len(data)


def after(data: bytes, end: int) -> Iterator[Piece]:
    """What follows the end of the picture, if it is more than padding."""
    if rest := data[end:].strip(b"\0\r\n\x1a \xff"):
        yield Piece("after", rest, "after the end of the picture")


def gif(data: bytes) -> Iterator[Piece]:
    """The comments and other texts of a GIF file."""
    at = 13 + _colours(data[10:11])
    while at < len(data) and data[at] != 0x3B:
        if data[at] == 0x2C:
            at += 11 + _colours(data[at + 9 : at + 10])
            _, at = _sub_blocks(data, at)
        elif data[at] == 0x21:
            label = data[at + 1 : at + 2]
            body, at = _sub_blocks(data, at + 2)
            yield from _extension(label, body)
        else:
            raise PictureError(DAMAGED)
    if at >= len(data):
        raise PictureError(DAMAGED)
    yield from after(data, at + 1)


def _extension(label: bytes, blocks: list[bytes]) -> Iterator[Piece]:
    body = b"".join(blocks)
    if label == b"\xfe":
        yield Piece("text", body, "GIF comment")
    elif label == b"\x01":
        yield Piece("text", b"".join(blocks[1:]), "GIF text")
    elif label == b"\xff" and body.startswith(b"XMP DataXMP"):
        yield Piece("xmp", _xmp_without_frame(blocks), "GIF")
    elif label == b"\xff" and not body.startswith((b"NETSCAPE2.0", b"ANIMEXTS1.0")):
        yield Piece("binary", body, "GIF > extension")


def _xmp_without_frame(blocks: list[bytes]) -> bytes:
    """XMP stands in a GIF as it is, so that its own letters were taken for the lengths of blocks: here they are back."""
    raw = b"".join(bytes([len(block)]) + block for block in blocks[1:])
    start, end = raw.find(b"<"), raw.rfind(b">")
    return raw[start : end + 1] if start >= 0 else b""


def _colours(flags: bytes) -> int:
    return 3 << (flags[0] & 7) + 1 if flags and flags[0] & 0x80 else 0


def _sub_blocks(data: bytes, at: int) -> tuple[list[bytes], int]:
    blocks = []
    while at < len(data) and data[at]:
        blocks.append(data[at + 1 : at + 1 + data[at]])
        at += 1 + data[at]
    return blocks, at + 1


def webp(data: bytes) -> Iterator[Piece]:
    """The metadata of a WebP file."""
    kinds: dict[bytes, Kind] = {b"EXIF": "exif", b"XMP ": "xmp", b"ICCP": "colours"}
    at, end = 12, min(8 + int.from_bytes(data[4:8], "little"), len(data))
    while at + 8 <= end:
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + size > len(data):
            raise PictureError(DAMAGED)
        if kind := kinds.get(data[at : at + 4]):
            yield Piece(kind, data[at + 8 : at + 8 + size].removeprefix(b"Exif\0\0"), "WebP")
        at += 8 + size + size % 2
    yield from after(data, end)


def jpeg_2000(data: bytes) -> Iterator[Piece]:
    """The metadata of a JPEG 2000 file."""
    at = 0
    while at + 8 <= len(data):
        size, name, head = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8], 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16]), 16
        size = size or len(data) - at
        if size < head or at + size > len(data):
            raise PictureError(DAMAGED)
        body = data[at + head : at + size]
        if name == b"xml ":
            yield Piece("xmp", body, "JPEG 2000")
        elif name == b"uuid":
            yield Piece(_UUIDS.get(body[:16], "binary"), body[16:], "JPEG 2000")
        at += size
