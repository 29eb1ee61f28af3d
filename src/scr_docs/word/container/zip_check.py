"""What is wrong with the table of contents of a zip: entries that share bytes, have two names, or lead out."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_HEADER = 30
_UTF_8 = 0x800
_SIZES_FOLLOW = 0x8


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where in the file an entry stands, header and all; `why` says what is wrong with its header, "" for nothing."""

    start: int
    end: int
    why: str = ""


def content_start(data: bytes, info: zipfile.ZipInfo) -> int:
    """Where the packed content of an entry begins, if its header is sound."""
    lengths = data[info.header_offset + 26 : info.header_offset + _HEADER]
    return info.header_offset + _HEADER + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")


def _stretch(data: bytes, info: zipfile.ZipInfo) -> _Stretch:
    """The stretch of one entry, by what both the table of contents and the header before the entry say."""
    start = info.header_offset
    header = data[start : start + _HEADER] if start >= 0 else b""
    if len(header) < _HEADER or not header.startswith(b"PK\x03\x04"):
        return _Stretch(start, start, "it is damaged: the zip does not hold it where it should")
    begin = content_start(data, info)
    length = int.from_bytes(header[26:28], "little")
    packed = info.compress_size
    if not info.flag_bits & _SIZES_FOLLOW and (here := int.from_bytes(header[18:22], "little")) != 0xFFFFFFFF:
        packed = max(packed, here)
    same = data[start + _HEADER : start + _HEADER + length] == _written(info) and "\0" not in info.orig_filename
    return _Stretch(start, begin + packed, "" if same else "the zip calls it by two different names")


def problems(data: bytes, infos: Iterable[zipfile.ZipInfo], end: int) -> Mapping[zipfile.ZipInfo, str]:
    """Why entries cannot be trusted, in plain words; `end` is where the table of contents begins."""
    found: dict[zipfile.ZipInfo, str] = {}
    shared = "it shares its bytes with another part, as in a file that is made to do harm"
    last: zipfile.ZipInfo | None = None
    reached = 0
    placed = ((_stretch(data, info), info) for info in infos)
    for place, info in sorted(placed, key=lambda pair: (pair[0].start, pair[0].end)):
        if place.why or _leads_out(info.filename):
            found[info] = place.why or "its name leads out of the file, as in a file that is made to do harm"
        if place.end == place.start:
            continue
        if place.start < reached or place.end > end:
            found[info] = shared
            if last is not None and place.start < reached:
                found[last] = shared
        if place.end > reached:
            last, reached = info, place.end
    return found


def _leads_out(name: str) -> bool:
    """Whether unpacking an entry of this name could write outside the folder into which a zip is unpacked."""
    return ".." in name.replace("\\", "/").split("/") or name[1:2] == ":"


def _written(info: zipfile.ZipInfo) -> bytes:
    """The name as its bytes stand in the table of contents."""
    return info.orig_filename.encode("utf-8" if info.flag_bits & _UTF_8 else "cp437", "replace")
