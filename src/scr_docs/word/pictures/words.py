"""What the pieces of a picture file say, each read for itself: one that is damaged does not hide the others."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import TypeVar

from scr_docs.model import Trait
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.legible import legible, one_byte
from scr_docs.word.pictures.colours import names_of_profile
from scr_docs.word.pictures.error import PictureError
from scr_docs.word.pictures.exif import OLDER_COPY, exif
from scr_docs.word.pictures.iptc import iptc, photoshop
from scr_docs.word.pictures.pieces import Kind, Piece
from scr_docs.word.pictures.tiff import tags
from scr_docs.word.pictures.xmp import xmp

T = TypeVar("T")

_MOST_WORDS = 500
_PIECES_IN_TAGS: dict[int, Kind] = {
    700: "xmp",
    33723: "iptc",
    34377: "photoshop",
    34675: "colours",
    37724: "binary",
}


def said_by_all(pieces: Iterable[Piece]) -> Iterator[Found]:
    """What the pieces say; a piece that cannot be read does not keep the next ones from being read."""
    failed: list[PictureError] = []
    more: dict[bytes, list[tuple[int, bytes]]] = {}
    for piece in until_failure(pieces, failed):
        if piece.kind == "more-xmp":
            packet = more.setdefault(piece.data[:32], [])
            packet.append((int.from_bytes(piece.data[36:40]), piece.data[40:]))
        else:
            yield from until_failure(_said(piece), failed)
    for packet in more.values():
        yield from until_failure(xmp(b"".join(data for _, data in sorted(packet))), failed)
    if failed:
        raise failed[0]


def until_failure(items: Iterable[T], failed: list[PictureError]) -> Iterator[T]:
    """The items as far as they can be read; why they end early is added to `failed`."""
    try:
        yield from items
    except PictureError as error:
        failed.append(error)


def _said(piece: Piece) -> Iterator[Found]:
    match piece.kind:
        case "exif":
            yield from tagged(piece.data, of_file=False)
        case "xmp":
            yield from xmp(piece.data)
        case "iptc":
            yield from iptc(piece.data)
        case "photoshop":
            yield from said_by_all(photoshop(piece.data))
        case "thumbnail":
            yield Found("picture", OLDER_COPY, f"{piece.where} > thumbnail", "picture-data")
        case _:
            yield from _words(piece)


def _words(piece: Piece) -> Iterator[Found]:
    if piece.kind == "text":
        if text := one_byte(piece.data).replace("\0", " ").strip():
            yield Found("picture", text, piece.where, "picture-data")
    elif piece.kind == "colours":
        names = names_of_profile(piece.data)
        yield from (Found("picture", name, f"{piece.where} > colour profile") for name in names)
    else:
        if piece.kind == "after":
            yield Found("picture", f"{len(piece.data):,} bytes of other data", piece.where, "picture-data")
        texts = itertools.islice(legible(piece.data, least=6), _MOST_WORDS)
        trait: Trait | None = None if piece.kind == "words" else "picture-data"
        yield from (Found("picture", text, piece.where, trait) for text in texts)


def tagged(data: bytes, *, of_file: bool) -> Iterator[Found]:
    """What a TIFF file says, or the EXIF data of another picture, which are one."""
    failed: list[PictureError] = []
    every = list(until_failure(tags(data), failed))
    yield from exif((tag for tag in every if tag.number not in _PIECES_IN_TAGS), of_file=of_file)
    pieces = (Piece(_PIECES_IN_TAGS[tag.number], tag.value, "TIFF") for tag in every if tag.number in _PIECES_IN_TAGS)
    yield from until_failure(said_by_all(pieces), failed)
    if failed:
        raise failed[0]
