"""What a pipeline is given, read in: a case file, documents, the folders that stand for them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from scr_docs import case as cases
from scr_docs import word
from scr_docs.case import Case
from scr_docs.errors import Mistake, SelectionError
from scr_docs.model import Document
from scr_docs.plain import document as plain_document

_WORD_NAMES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".rtf", ".odt", ".ott"})
"""What in a folder is meant to be a report; those that cannot be read are then told, and not passed over."""


def case_of(case: Path | str | Case | None) -> Case | None:
    """The case, read where a path is given; None where none is."""
    return case if isinstance(case, Case) or case is None else case_at(Path(case))


def case_at(path: Path) -> Case:
    """The case file as it is now; loaded again whenever it, or the folder that is worked in, has changed."""
    return _case_in_state(path, state(path))


@lru_cache(maxsize=8)
def _case_in_state(path: Path, _state: object) -> Case:
    return cases.load(path)


def documents(paths: Sequence[Path]) -> Iterator[Path]:
    """The files that are meant; a folder stands for the Word files in it. Raises SelectionError where it has none."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(
            inside
            for inside in path.iterdir()
            if inside.suffix.lower() in _WORD_NAMES and not inside.name.startswith("~$")
        )
        if not found:
            told = Mistake(
                "There is no Word file in this folder",
                str(path),
                expected="files ending in .docx",
                mend="Check the path",
            )
            raise SelectionError(told)
        yield from found


def read_document(path: Path, password: str | None) -> Document:
    """A Word document, or a text file as one body. Raises DocumentError."""
    data = word.bytes_of(path)
    text = word.plain_text(data, str(path))
    if text is None:
        return word.read_bytes(data, str(path), password)
    *blocks, name = plain_document([("body", text), ("file-name", path.name)]).blocks
    blocks.append(replace(name, address="the name of the file"))
    return word.within_reach(Document(str(path), hashlib.sha256(data).hexdigest(), tuple(blocks)))


def state(path: Path) -> object:
    """What tells whether a file has changed since; None where there is none."""
    try:
        told = path.stat()
    except OSError:
        return None
    return (str(path.absolute()), told.st_mtime_ns, told.st_size)
