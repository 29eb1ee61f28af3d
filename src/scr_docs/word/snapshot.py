"""The bytes of a file at one moment, so that what is checked is what is hashed, while others may be saving it."""

from __future__ import annotations

import os
from pathlib import Path

from scr_docs.word.package import MAX_FILE
from scr_docs.word.sniff import unreadable


def snapshot(path: Path) -> bytes:
    """The bytes of a file; DocumentError if it is missing, no file, too large, or not to be had."""
    name = str(path)
    try:
        if path.is_dir():
            raise unreadable(name, "This is a folder, not a file", "Give the Word document inside it.")
        for _ in range(2):
            before = path.stat()
            if before.st_size > MAX_FILE:
                raise unreadable(
                    name,
                    f"This file is larger than {MAX_FILE // 2**20} MB",
                    "Compress its pictures in Word and save it again.",
                )
            data = path.read_bytes()
            if _unchanged(before, path.stat()) and len(data) == before.st_size:
                return data
    except FileNotFoundError as error:
        raise unreadable(name, "There is no such file", "Check the name and the folder.") from error
    except OSError as error:
        raise unreadable(
            name, f"This file cannot be opened ({error.strerror})", "Close it in Word, or ask for access."
        ) from error
    raise unreadable(name, "This file is being saved at the moment", "Wait until it is saved, then check it again.")


def _unchanged(before: os.stat_result, after: os.stat_result) -> bool:
    return (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
