"""The pieces of a JPEG file that are not the picture itself, and what stands after its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.word.pictures.error import DAMAGED, PictureError
from scr_docs.word.pictures.pieces import Kind, Piece, after

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
