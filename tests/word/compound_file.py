"""Writes OLE2 compound files, which olefile only reads: `compound({"\x01Ole10Native": b"…", "Store/Stream": b"…"})`."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


@dataclass
class Entry:
    name: str
    kind: int
    data: bytes = b""
    start: int = END
    child: int = NONE
    next: int = NONE


@dataclass
class Chains:
    """Sectors one after the other, and the table that says which follows which."""

    size: int
    table: list[int] = field(default_factory=list)
    body: bytearray = field(default_factory=bytearray)

    def add(self, data: bytes) -> int:
        if not data:
            return END
        start = len(self.table)
        count = -(-len(data) // self.size)
        self.table += [start + index + 1 for index in range(count - 1)] + [END]
        self.body += data.ljust(count * self.size, b"\0")
        return start


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file with these streams; "/" in a name leads into a storage."""
    entries = _entries(streams)
    big, mini = Chains(SECTOR), Chains(MINI)
    for entry in entries[1:]:
        entry.start = (mini if len(entry.data) < CUTOFF else big).add(entry.data)
    entries[0].data, entries[0].start = bytes(mini.body), big.add(bytes(mini.body))
    mini_table = big.add(_words(mini.table))
    directory = big.add(b"".join(_entry(entry) for entry in entries))
    sectors = 1
    while (len(big.table) + sectors) * 4 > sectors * SECTOR:
        sectors += 1
    first = len(big.table)
    table = _words([*big.table, *([FAT] * sectors)]).ljust(sectors * SECTOR, b"\xff")
    header = struct.pack(
        "<8s16s6H10I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, sectors, directory, 0,
        CUTOFF, mini_table, -(-len(mini.table) * 4 // SECTOR), END, 0,
    )  # fmt: skip
    heads = _words([*range(first, first + sectors)]).ljust(436, b"\xff")
    return header + heads + bytes(big.body) + table


def _entries(streams: Mapping[str, bytes]) -> list[Entry]:
    entries = [Entry("Root Entry", 5)]
    places = {"": 0}
    last: dict[int, int] = {}
    for path, data in streams.items():
        steps = path.split("/")
        for depth in range(1, len(steps) + 1):
            key, above = "/".join(steps[:depth]), places["/".join(steps[: depth - 1])]
            if key not in places:
                places[key] = len(entries)
                is_stream = depth == len(steps)
                entries.append(Entry(steps[depth - 1], 2 if is_stream else 1, data if is_stream else b""))
                if above in last:
                    entries[last[above]].next = places[key]
                else:
                    entries[above].child = places[key]
                last[above] = places[key]
    return entries


def _entry(entry: Entry) -> bytes:
    name = (entry.name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIII", name, len(name), entry.kind, 1, NONE, entry.next, entry.child, b"", 0, 0, 0,
        entry.start, len(entry.data), 0,
    )  # fmt: skip


def _words(numbers: list[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)
