"""The pieces of a GIF, WebP or JPEG 2000 file that are not the picture itself. Nothing is decoded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scr_docs.word.pictures.error import DAMAGED, PictureError

Kind = Literal[
    "exif", "xmp", "more-xmp", "photoshop", "iptc", "text", "binary", "words", "colours", "thumbnail", "after"
]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a picture file: what it is, its bytes, and where it stands."""

    kind: Kind
    data: bytes
    where: str


_PADDING = 8
_UUIDS: dict[bytes, Kind] = {
    bytes.fromhex("be7acfcb97a942e89c71999491e3afac"): "xmp",
    b"JpgTiffExif->JP2": "exif",
    bytes.fromhex("33c7a4d2b81d4723a0baf1a3e097ad38"): "iptc",
}


def after(data: bytes, end: int) -> Iterator[Piece]:
    """What follows the end of the picture, if it is more than padding."""
    rest = data[end:].strip(b"\0\r\n\x1a \xff")
    if len(rest) >= _PADDING:
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
    """XMP stands in a GIF as it is, so its own letters were taken for the lengths of blocks: here they are back."""
    raw = b"".join(bytes([len(block)]) + block for block in blocks[1:])
    raw = raw.partition(b"\x01\xff\xfe")[0]
    return raw[raw.find(b"<") : raw.rfind(b">") + 1]


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
