"""IPTC data, as press agencies write them into pictures, and the Photoshop block in which they stand."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.word.found import Found
from scr_docs.word.legible import legible, one_byte
from scr_docs.word.picture_error import DAMAGED, PictureError
from scr_docs.word.picture_pieces import Piece

_NAMES = {
    5: "Object name", 7: "Edit status", 12: "Subject", 15: "Category", 20: "Supplemental category", 22: "Fixture",
    25: "Keywords", 26: "Location code", 27: "Location name", 40: "Special instructions", 55: "Date created",
    60: "Time created", 65: "Program", 80: "By-line", 85: "By-line title", 90: "City", 92: "Sub-location",
    95: "Province or state", 100: "Country code", 101: "Country", 103: "Original transmission reference",
    105: "Headline", 110: "Credit", 115: "Source", 116: "Copyright notice", 118: "Contact", 120: "Caption",
    121: "Local caption", 122: "Writer of the caption", 221: "Prefs", 230: "Document notes", 231: "Document history",
}  # fmt: skip
_PLACES = frozenset({26, 27, 90, 92, 95})


def iptc(data: bytes) -> Iterator[Found]:
    """Every text of an IPTC block; PictureError where it breaks off."""
    at = data.find(b"\x1c")
    while 0 <= at and at + 5 <= len(data) and data[at] == 0x1C:
        record, number, size = data[at + 1], data[at + 2], int.from_bytes(data[at + 3 : at + 5])
        start = at + 5
        if size & 0x8000:
            width = size & 0x7FFF
            size, start = int.from_bytes(data[start : start + width]), start + width
        if start + size > len(data):
            raise PictureError(DAMAGED)
        text = one_byte(data[start : start + size]).strip("\0 \r\n")
        if text.isprintable() and any(sign.isalnum() for sign in text) and (record > 1 or number not in {0, 20, 22}):
            name = _NAMES.get(number, f"{record}:{number}") if record == 2 else f"{record}:{number}"
            where = record == 2 and number in _PLACES
            yield Found("picture", text, f"IPTC > {name}", "picture-location" if where else "picture-data")
        elif record > 1 and not text.isprintable():
            for run in legible(data[start : start + size]):
                yield Found("picture", run, f"IPTC > {record}:{number}", "picture-data")
        at = start + size


def photoshop(data: bytes) -> Iterator[Piece]:
    """The pieces of a Photoshop block that hold text, metadata or a small copy."""
    at = data.find(b"8BIM")
    while 0 <= at and data[at : at + 4] in {b"8BIM", b"PHUT", b"AgHg", b"DCSR", b"MeSa"} and at + 7 <= len(data):
        number, name_size = int.from_bytes(data[at + 4 : at + 6]), data[at + 6]
        name = data[at + 7 : at + 7 + name_size]
        start = at + 7 + name_size + (name_size + 1) % 2
        size = int.from_bytes(data[start : start + 4])
        body = data[start + 4 : start + 4 + size]
        if len(body) < size:
            raise PictureError(DAMAGED)
        if name:
            yield Piece("text", name, "Photoshop > name")
        yield from _resource(number, body)
        at = start + 4 + size + size % 2


def _resource(number: int, body: bytes) -> Iterator[Piece]:
    if number == 0x0404:
        yield Piece("iptc", body, "Photoshop")
    elif number in {0x0409, 0x040C}:
        yield Piece("thumbnail", body, "Photoshop")
    elif number == 0x0422:
        yield Piece("exif", body, "Photoshop")
    elif number == 0x0424:
        yield Piece("xmp", body, "Photoshop")
    elif number in {0x03F0, 0x040B}:
        yield Piece("text", body[1:] if number == 0x03F0 else body, "Photoshop > caption or address")
    elif number in {0x041A, 0x041E, 0x03EE, 0x0415, 0x043C}:
        yield Piece("binary", body, "Photoshop")
