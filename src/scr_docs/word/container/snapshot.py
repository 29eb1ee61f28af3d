"""The bytes of a file at one moment, so that what is checked is what is hashed, while others may be saving it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from scr_docs.word.container.package import MAX_FILE
from scr_docs.word.container.refusal import refusal

_NOT_HERE = 0x00400000 | 0x00040000 | 0x00001000
"""How Windows marks a file that is fetched from a cloud when it is opened."""

_DATALESS = 0x40000000
"""The same on a Mac."""


def bytes_of(path: Path) -> bytes:
    """The bytes of a file; DocumentError if it is missing, no file, too large, elsewhere, or not to be had."""
    name = str(path)
    try:
        before = path.stat()
        if stat.S_ISDIR(before.st_mode):
            raise refusal(name, "This is a folder, not a file", "Give the Word document inside it.")
        if not stat.S_ISREG(before.st_mode):
            raise refusal(name, "This is a device or a pipe, not a file", "Give the Word document itself.")
        if _is_elsewhere(before):
            raise refusal(
                name,
                "The content of this file is in a cloud (OneDrive, iCloud) and not on this computer",
                "Open it in Word once, or choose Always keep on this device, then check it again.",
            )
        for _ in range(2):
            if before.st_size > MAX_FILE:
                raise refusal(
                    name,
                    f"This file is larger than {MAX_FILE // 2**20} MB",
                    "Compress its pictures in Word and save it again.",
                )
            data = _content(path, before.st_size)
            after = path.stat()
            if _same(before, after) and len(data) == before.st_size:
                return data
            before = after
    except FileNotFoundError as error:
        raise refusal(name, "There is no such file", "Check the name and the folder.") from error
    except OSError as error:
        raise refusal(
            name, f"This file cannot be opened ({error.strerror})", "Close it in Word, or ask for access."
        ) from error
    raise refusal(name, "This file is being saved at the moment", "Wait until it is saved, then check it again.")


def _content(path: Path, size: int) -> bytes:
    """What the file holds, but not much more than it held a moment ago, should it grow without end."""
    with path.open("rb") as file:
        return file.read(size + 1)


def _same(before: os.stat_result, after: os.stat_result) -> bool:
    """Whether it is still the same file with the same content: Word saves into another one and renames that."""
    return (before.st_size, before.st_mtime_ns, before.st_ino) == (after.st_size, after.st_mtime_ns, after.st_ino)


def _is_elsewhere(told: os.stat_result) -> bool:
    windows = getattr(told, "st_file_attributes", 0) & _NOT_HERE
    return bool(windows or getattr(told, "st_flags", 0) & _DATALESS)
