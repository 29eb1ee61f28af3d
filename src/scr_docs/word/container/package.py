"""The zip around a Word file: opened in memory, counted while it is inflated, and never written to disk.

A Word file comes from outside. Nothing that it says of itself is trusted: not its sizes, not its names, not its types.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scr_docs.model import Unread
from scr_docs.word.container.budget import Budget
from scr_docs.word.container.inflate import pieces
from scr_docs.word.container.zip_check import content_start, problems
from scr_docs.word.markup import xml_limits
from scr_docs.word.markup.seen import Seen
from scr_docs.word.markup.xml import PartError

MAX_FILE = 500 * 2**20
MAX_ENTRIES = 10_000
MAX_PART = 64 * 2**20
MAX_XML = 48 * 2**20
MAX_RATIO = 200
RATIO_FROM = 5 * 2**20

_MANY = "which no honest document does"
_MALFORMED = (NotImplementedError, ValueError, IndexError, OverflowError, OSError, struct.error)
"""What zipfile lets through, beside its own error, on zips that are not what they claim."""
_ENTRY = b"PK\x01\x02"


class PackageError(Exception):
    """The zip as a whole cannot be used."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file by lower-case name; a name that stands twice in the zip has two entries: both count.

    `problems` says of some entries why they cannot be trusted; to read them is a PartError. `counted` are the offsets
    of those that were read before, which cost the budget nothing more. `seen` is what was made of parts of other files.
    """

    data: bytes
    entries: Mapping[str, tuple[zipfile.ZipInfo, ...]]
    archive: zipfile.ZipFile
    budget: Budget = field(default_factory=Budget)
    problems: Mapping[zipfile.ZipInfo, str] = field(default_factory=dict)
    counted: set[int] = field(default_factory=set)
    seen: Seen = field(default_factory=Seen)

    def shown(self, name: str) -> str:
        """The name of a part as the file spells it."""
        return self.entries[name][0].filename if name in self.entries else name

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.entries

    def read(self, name: str) -> tuple[bytes, ...]:
        """The inflated bytes of every entry with this name (usually one); PartError if any of them cannot be had."""
        return tuple(self._inflate(info) for info in self.entries.get(name.lower(), ()))

    def suspicions(self) -> Iterator[Unread]:
        """What is wrong with the zip itself, whether or not anybody reads the parts."""
        for infos in self.entries.values():
            for info in infos:
                if why := self.problems.get(info):
                    yield Unread(info.filename, why)

    def _inflate(self, info: zipfile.ZipInfo) -> bytes:
        if why := self.problems.get(info):
            raise PartError(why)
        if info.flag_bits & 0x1:
            raise PartError("it is protected by a password")
        begin = content_start(self.data, info)
        packed = memoryview(self.data)[begin : begin + info.compress_size]
        kept = io.BytesIO()
        size, again = 0, info.header_offset in self.counted
        try:
            for piece in pieces(info.compress_type, packed):
                size += len(piece)
                _limit(size, info)
                if not again:
                    self.budget.spend(len(piece))
                kept.write(piece)
            content = kept.getvalue()
        except MemoryError as error:
            raise PartError("it is too large for the memory of this computer") from error
        if zlib.crc32(content) != info.CRC:
            raise PartError("it is damaged: its checksum is wrong")
        if xml_limits.is_xml(content):
            _limit_xml(size)
            if not again:
                self.budget.spend_on_xml(content)
        self.counted.add(info.header_offset)
        return content


def _limit(size: int, info: zipfile.ZipInfo) -> None:
    if size > MAX_PART:
        raise PartError(f"it is larger than {MAX_PART // 2**20} MB")
    if size > RATIO_FROM and size > MAX_RATIO * max(info.compress_size, 1):
        raise PartError(f"it unpacks to more than {MAX_RATIO} times its size, {_MANY}")


def _limit_xml(size: int) -> None:
    if size > MAX_XML:
        raise PartError(f"it is larger than {MAX_XML // 2**20} MB")


def open_package(data: bytes, budget: Budget | None = None, seen: Seen | None = None) -> Package:
    """The package in these bytes; PackageError, with the reason in plain words, if they are no zip that can be read.

    `budget` is that of the file in which this one stands, `seen` what was made of the parts of files like it.
    """
    too_many = f"it holds more than {MAX_ENTRIES:,} parts, {_MANY}"
    if (
        len(data) > 10 * MAX_ENTRIES and data.count(_ENTRY) > 10 * MAX_ENTRIES
    ):  # before zipfile makes an object for each of them
        raise PackageError(too_many)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except UnicodeDecodeError as error:
        raise PackageError("the name of a part in it is not legible, which no honest document has") from error
    except (*_MALFORMED, zipfile.BadZipFile) as error:
        raise PackageError("the zip is cut short or damaged") from error
    infos = archive.infolist()
    if len(infos) > MAX_ENTRIES:
        raise PackageError(too_many)
    entries: dict[str, tuple[zipfile.ZipInfo, ...]] = {}
    for info in infos:
        if not info.filename.endswith("/"):
            name = info.filename.replace("\\", "/").lstrip("/").lower()
            entries[name] = (*entries.get(name, ()), info)
    found = problems(data, infos, archive.start_dir)
    return Package(data, entries, archive, budget or Budget(), found, seen=Seen() if seen is None else seen)
