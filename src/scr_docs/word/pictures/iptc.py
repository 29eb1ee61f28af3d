"""IPTC data, as press agencies write them into pictures, and the Photoshop block in which they stand."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.model import Trait
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.legible import legible, one_byte
from scr_docs.word.pictures.error import DAMAGED, PictureError
from scr_docs.word.pictures.pieces import Piece

_NAMES = {
    "2:5": "Object name", "2:7": "Edit status", "2:12": "Subject", "2:15": "Category",
    "2:20": "Supplemental category", "2:22": "Fixture", "2:25": "Keywords", "2:26": "Location code",
    "2:27": "Location name", "2:40": "Special instructions", "2:55": "Date created", "2:60": "Time created",
    "2:65": "Program", "2:80": "By-line", "2:85": "By-line title", "2:90": "City", "2:92": "Sub-location",
    "2:95": "Province or state", "2:100": "Country code", "2:101": "Country",
    "2:103": "Original transmission reference", "2:105": "Headline", "2:110": "Credit", "2:115": "Source",
    "2:116": "Copyright notice", "2:118": "Contact", "2:120": "Caption", "2:121": "Local caption",
    "2:122": "Writer of the caption", "2:221": "Prefs", "2:230": "Document notes", "2:231": "Document history",
}  # fmt: skip
_PLACES = frozenset({"2:26", "2:27", "2:90", "2:92", "2:95"})
_OF_PROGRAMS = frozenset({0, 20, 22, 90})
"""Numbers of record 1 that say how the block is written."""


def iptc(data: bytes) -> Iterator[Found]:
    """Every text of an IPTC block; PictureError where it breaks off."""
    at = data.find(b"\x1c")
    while at >= 0 and at + 5 <= len(data) and data[at] == 0x1C:
        record, number, size = data[at + 1], data[at + 2], int.from_bytes(data[at + 3 : at + 5])
        start = at + 5
        if size & 0x8000:
            width = size & 0x7FFF
            size, start = int.from_bytes(data[start : start + width]), start + width
        if start + size > len(data):
            raise PictureError(DAMAGED)
        if record > 1 or number not in _OF_PROGRAMS:
            yield from _texts(f"{record}:{number}", data[start : start + size])
        at = start + size


def _texts(dataset: str, value: bytes) -> Iterator[Found]:
    text = one_byte(value).strip("\0 \r\n")
    # Some programs put data of their own into a field, and words among them.
    readable = [text] if "".join(text.split()).isprintable() else legible(value)
    for piece in readable:
        if any(sign.isalnum() for sign in piece):
            trait: Trait = "picture-location" if dataset in _PLACES else "picture-data"
            yield Found("picture", piece, f"IPTC > {_NAMES.get(dataset, dataset)}", trait)


def photoshop(data: bytes) -> Iterator[Piece]:
    """The pieces of a Photoshop block that hold text, metadata or a small copy."""
    at = data.find(b"8BIM")
    while at >= 0 and data[at : at + 4] in {b"8BIM", b"PHUT", b"AgHg", b"DCSR", b"MeSa"} and at + 7 <= len(data):
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
        yield Piece("words", body, "Photoshop")
