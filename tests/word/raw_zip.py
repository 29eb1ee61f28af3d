"""Zips whose every byte can be a lie, and large ones that cost nothing to make."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

DEFLATED, DEFLATE_64 = 8, 9


@dataclass(frozen=True)
class Entry:
    """One entry as it stands in the file. `at` is where the directory says it is, None for the truth."""

    name: bytes
    packed: bytes
    crc: int
    size: int
    method: int = DEFLATED
    flags: int = 0
    name_before: bytes | None = None
    at: int | None = None
    is_only_listed: bool = False


def entry(name: str, content: str | bytes, **lies: object) -> Entry:
    """An entry that tells the truth, but for what is given."""
    data = content.encode() if isinstance(content, str) else content
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    return Entry(name.encode(), packed, zlib.crc32(data), len(data), **lies)  # type: ignore[arg-type]


def stored(name: str, content: bytes, **lies: object) -> Entry:
    """An entry that is not packed."""
    return Entry(name.encode(), content, zlib.crc32(content), len(content), 0, **lies)  # type: ignore[arg-type]


def repeated(name: str, piece: bytes, times: int, before: bytes = b"", after: bytes = b"") -> Entry:
    """An entry whose content is one piece so many times: packed once, and written again and again."""
    blocks = {}
    for part in (before, piece, after):
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        blocks[part] = packer.compress(part) + packer.flush(zlib.Z_FULL_FLUSH)
    crc = zlib.crc32(before)
    for _ in range(times):
        crc = zlib.crc32(piece, crc)
    packed = b"".join((blocks[before], blocks[piece] * times, blocks[after], b"\x03\x00"))
    return Entry(name.encode(), packed, zlib.crc32(after, crc), len(before) + len(piece) * times + len(after))


def zipped(entries: Iterable[Entry]) -> bytes:
    """The zip of these entries, lies and all."""
    out = bytearray()
    directory = bytearray()
    count = 0
    for one in entries:
        offset = len(out)
        sizes = struct.pack("<HHHHHIII", 20, one.flags, one.method, 0, 0x21, one.crc, len(one.packed), one.size)
        before = one.name if one.name_before is None else one.name_before
        if not one.is_only_listed:
            out += b"PK\x03\x04" + sizes + struct.pack("<HH", len(before), 0) + before + one.packed
        where = struct.pack("<HHHHHII", len(one.name), 0, 0, 0, 0, 0, offset if one.at is None else one.at)
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + sizes + where + one.name
        count += 1
    start = len(out)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), start, 0)
    return bytes(out + directory + end)
