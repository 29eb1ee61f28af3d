"""The tags of a TIFF file, which are those of EXIF too, for EXIF is a small TIFF file inside a picture."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scr_docs.word.pictures.error import DAMAGED, PictureError

Directory = Literal["main", "next", "exif", "gps"]
"""Of which directory a tag is: "next" is any that follows the first one, as that of the small copy in EXIF does."""

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8, 129: 1}
_POINTERS: dict[int, Directory] = {34665: "exif", 34853: "gps", 330: "next", 40965: "exif"}
_MAX_DIRECTORIES = 1000
_MAX_TAGS = 100_000
_MAX_VALUES = 64 * 2**20
_BYTE_ORDERS: dict[bytes, Literal["<", ">"]] = {b"II": "<", b"MM": ">"}


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: its number, the number of its type, its bytes, and the byte order they are in ("<" or ">")."""

    directory: Directory
    number: int
    type: int
    value: bytes
    order: Literal["<", ">"]

    def numbers(self) -> tuple[int, ...]:
        """The whole numbers in the value; those of a fraction are its two halves."""
        code = {1: "B", 3: "H", 4: "I", 5: "I", 9: "i", 10: "i", 13: "I"}.get(self.type, "B")
        count = len(self.value) // struct.calcsize(code)
        return struct.unpack(f"{self.order}{count}{code}", self.value[: count * struct.calcsize(code)])


def tags(data: bytes) -> Iterator[Tag]:
    """Every tag of every directory, those of one directory together; PictureError at the first that is out of place."""
    order = _BYTE_ORDERS.get(data[:2])
    if order is None or len(data) < 8 or data[2:4] == b"\x2b\x00":
        raise PictureError(DAMAGED if order is None else "it is a TIFF of a kind that scr-docs cannot read")
    left, tags_left = _MAX_VALUES, _MAX_TAGS
    damaged = False
    for tag in _all(data, order):
        if tag is None:
            damaged = True
            continue
        left, tags_left = left - len(tag.value), tags_left - 1
        if left < 0 or tags_left < 0:
            raise PictureError(DAMAGED)
        yield tag
    if damaged:
        raise PictureError(DAMAGED)


def _all(data: bytes, order: Literal["<", ">"]) -> Iterator[Tag | None]:
    """The tags of the first directory and of those that it leads to, None for one that reaches out of the file."""
    seen = {0}
    waiting: list[tuple[int, Directory]] = [(_number(data[4:8], order), "main")]
    while waiting and len(seen) < _MAX_DIRECTORIES:
        at, directory = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        for tag in _directory(data, at, directory, order):
            yield tag
            if tag is not None and (target := _POINTERS.get(tag.number)):
                waiting += [(number, target) for number in tag.numbers()[:_MAX_DIRECTORIES]]
        if directory in {"main", "next"}:
            end = at + 2 + 12 * _number(data[at : at + 2], order)
            waiting.append((_number(data[end : end + 4], order), "next"))
    if waiting:
        yield None


def _directory(data: bytes, at: int, directory: Directory, order: Literal["<", ">"]) -> Iterator[Tag | None]:
    fits = max((len(data) - at - 2) // 12, 0)
    count = _number(data[at : at + 2], order)
    for index in range(min(count, fits)):
        yield _tag(data, at + 2 + 12 * index, directory, order)
    if count > fits or at + 2 > len(data):
        yield None


def _tag(data: bytes, place: int, directory: Directory, order: Literal["<", ">"]) -> Tag | None:
    number, kind = _number(data[place : place + 2], order), _number(data[place + 2 : place + 4], order)
    size = _SIZES.get(kind, 1) * _number(data[place + 4 : place + 8], order)
    at = place + 8 if size <= 4 else _number(data[place + 8 : place + 12], order)
    if at + size > len(data):
        return None
    return Tag(directory, number, kind, data[at : at + size], order)


def _number(data: bytes, order: Literal["<", ">"]) -> int:
    return int.from_bytes(data, "little" if order == "<" else "big")
