"""The zip around a Word file: opened in memory, counted while it is inflated, and never written to disk.

A Word file comes from outside. Nothing that it says of itself is trusted: not its sizes, not its names, not its types.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from scr_docs.word.xml import PartError

MAX_FILE = 500 * 2**20
MAX_ENTRIES = 10_000
MAX_PART = 64 * 2**20
MAX_TOTAL = 256 * 2**20
MAX_RATIO = 200
RATIO_FROM = 5 * 2**20

_CHUNK = 2**20
_LOCAL_HEADER = 30


class PackageError(Exception):
    """The zip as a whole cannot be used."""


@dataclass(slots=True)
class _Budget:
    """How much may still be inflated from one file."""

    left: int = field(default_factory=lambda: MAX_TOTAL)


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file by lower-case name; a name that stands twice in the zip has two entries: both count."""

    data: bytes
    entries: Mapping[str, tuple[zipfile.ZipInfo, ...]]
    archive: zipfile.ZipFile
    budget: _Budget = field(default_factory=_Budget)

    def shown(self, name: str) -> str:
        """The name of a part as the file spells it."""
        return self.entries[name][0].filename if name in self.entries else name

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.entries

    def read(self, name: str) -> tuple[bytes, ...]:
        """The inflated bytes of every entry with this name (usually one); PartError if any of them cannot be had."""
        return tuple(self._inflate(info) for info in self.entries.get(name.lower(), ()))

    def _inflate(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 0x1:
            raise PartError("it is protected by a password")
        if info.compress_type == zipfile.ZIP_DEFLATED:
            content = self._deflated(info)
        elif info.compress_type == zipfile.ZIP_STORED:
            content = self._raw(info)
            self._spend(len(content), info)
        else:
            content = self._other_method(info)
        if zlib.crc32(content) != info.CRC:
            raise PartError("it is damaged: its checksum is wrong")
        return content

    def _deflated(self, info: zipfile.ZipInfo) -> bytes:
        """Not zipfile's own reading, which stops at the size that the file claims."""
        stream, raw, pieces, size = zlib.decompressobj(-15), self._raw(info), [], 0
        try:
            while raw and not stream.eof:
                piece = stream.decompress(raw, _CHUNK)
                raw, size = stream.unconsumed_tail, size + len(piece)
                self._spend(len(piece), info, size)
                pieces.append(piece)
            pieces.append(stream.flush())
        except zlib.error as error:
            raise PartError("it is damaged: it cannot be unpacked") from error
        return b"".join(pieces)

    def _other_method(self, info: zipfile.ZipInfo) -> bytes:
        pieces, size = [], 0
        try:
            with self.archive.open(info) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    self._spend(len(piece), info, size)
                    pieces.append(piece)
        except (NotImplementedError, RuntimeError, OSError, EOFError, zipfile.BadZipFile) as error:
            raise PartError("it is packed in a way that cannot be unpacked") from error
        return b"".join(pieces)

    def _raw(self, info: zipfile.ZipInfo) -> bytes:
        start = info.header_offset
        header = self.data[start : start + _LOCAL_HEADER]
        if len(header) < _LOCAL_HEADER or header[:4] != b"PK\x03\x04":
            raise PartError("it is damaged: the zip does not hold it where it should")
        start += _LOCAL_HEADER + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        return self.data[start : start + info.compress_size]

    def _spend(self, amount: int, info: zipfile.ZipInfo, size: int | None = None) -> None:
        size = amount if size is None else size
        self.budget.left -= amount
        if size > MAX_PART:
            raise PartError(f"it is larger than {MAX_PART // 2**20} MB")
        if self.budget.left < 0:
            raise PartError(f"the file unpacks to more than {MAX_TOTAL // 2**20} MB")
        if size > RATIO_FROM and size > MAX_RATIO * max(info.compress_size, 1):
            raise PartError(f"it unpacks to more than {MAX_RATIO} times its size, which no honest document does")


def open_package(data: bytes) -> Package:
    """The package in these bytes; PackageError, with the reason in plain words, if they are no zip that can be read."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError, ValueError, OverflowError, OSError) as error:
        raise PackageError("the zip is cut short or damaged") from error
    if len(infos) > MAX_ENTRIES:
        raise PackageError(f"it holds more than {MAX_ENTRIES:,} parts, which no honest document does")
    entries: dict[str, tuple[zipfile.ZipInfo, ...]] = {}
    for info in infos:
        if not info.is_dir():
            name = info.filename.replace("\\", "/").lstrip("/").lower()
            entries[name] = (*entries.get(name, ()), info)
    return Package(data, entries, archive)
