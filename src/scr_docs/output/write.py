"""Files written whole or not at all, readable by their owner only."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from scr_docs.errors import Mistake, OutputError

_PRECIOUS = frozenset({".doc", ".docx", ".docm", ".dotx", ".dotm", ".odt", ".rtf", ".pdf", ".yaml", ".yml"})


def refuse_to_replace(path: Path, *inputs: Path | None) -> None:
    """Raises OutputError where a result would take the place of one of the inputs, or of a Word or YAML file."""
    given = [each.resolve() for each in inputs if each is not None]
    if path.resolve() in given or (path.exists() and path.suffix.lower() in _PRECIOUS):
        raise OutputError(
            Mistake("A result may not take the place of this file", str(path), mend="Give --output another name")
        )


def write(path: Path, content: bytes | str) -> None:
    """Writes `content` to a temporary file in the same folder and renames it into place. Raises OutputError.

    The temporary file gets no telling name, and rights for its owner only (0600).
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".scr-docs-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except PermissionError:
        raise OutputError(
            Mistake("This cannot be written", str(path), mend="Is it open in Word, or is the folder read-only?")
        ) from None
    except OSError as reason:
        raise OutputError(
            Mistake(f"This cannot be written: {reason.strerror}", str(path), mend="Choose another place")
        ) from None
