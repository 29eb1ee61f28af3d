"""An OLE2 compound file and its streams, opened so that no size it claims is believed.

olefile reads a stream as long as the file says that it is, over and over the same bytes where the file goes in circles,
and says nothing where a stream ends too early.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from typing import Any

import olefile  # type: ignore[import-untyped]

_SECTOR = 512
_DAMAGED = "it is damaged: it is not a sound compound file"
MALFORMED = (
    OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, MemoryError, RecursionError,
    struct.error,
)  # fmt: skip
"""What olefile raises on files that are not what they claim."""


class OleError(Exception):
    """A compound file cannot be read. The message says why in plain words and quotes nothing of it."""


def open_ole(data: bytes) -> Any:
    """The file as olefile knows it; OleError if it is not sound or claims more sectors than it has bytes."""
    claimed = [int.from_bytes(data[at : at + 4], "little") for at in (44, 64, 72)]
    if any(_SECTOR * sectors > len(data) for sectors in claimed):
        raise OleError(_DAMAGED)
    try:
        file = olefile.OleFileIO(io.BytesIO(data))
        if file.root.size > len(data):
            raise OleError(_DAMAGED)
        file.listdir()
    except MALFORMED as error:
        raise OleError(_DAMAGED) from error
    return file


def paths_in(file: Any) -> list[list[str]]:
    """The way to each stream through the storages."""
    return [[str(name) for name in path] for path in file.listdir()]


def read_stream(file: Any, path: Sequence[str], most: int) -> tuple[bytes, int]:
    """A stream and the size that it should have, which is another one if the stream is damaged or longer than `most`.

    Streams share no bytes, so those of a sound file are together no longer than the file.
    """
    try:
        size = int(file.get_size(list(path)))
        return (file.openstream(list(path)).read() if size <= most else b""), size
    except MALFORMED:
        return b"", 1


def has_orphans(file: Any) -> bool:
    """Whether there are streams to which no way leads."""
    kinds = file.directory_fp.getvalue()[66::128]
    known = {position for position, entry in enumerate(file.direntries) if entry is not None}
    return any(kind in {1, 2} and position not in known for position, kind in enumerate(kinds))
