"""One part that cannot be read must not keep the others from being read."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from scr_docs.word.container.parts import Parts
from scr_docs.word.markup.xml import PartError


@contextmanager
def contained(parts: Parts, name: str) -> Iterator[None]:
    """Whatever goes wrong inside is noted, and that the part was not read."""
    try:
        yield
    except PartError as error:
        parts.cannot_read(name, str(error))
    except Exception as error:  # noqa: BLE001  a mistake of ours in one reader must not lose what the others read
        parts.cannot_read(name, why(error))


def why(error: Exception) -> str:
    """What went wrong, for whoever mends it: the kind of error and the file of ours; nothing of what was read."""
    ours = [frame.filename for frame in traceback.extract_tb(error.__traceback__) if "scr_docs" in frame.filename]
    where = f" in {PurePath(ours[-1]).name}" if ours else ""
    return f"it could not be read ({type(error).__name__}{where})"
