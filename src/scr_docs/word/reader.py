"""Reading a Word file, in order: the bytes, the package, its parts, and what stands in them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from scr_docs.model import Document
from scr_docs.word.assemble import assemble
from scr_docs.word.package import PackageError, open_package
from scr_docs.word.parts import find_parts
from scr_docs.word.snapshot import snapshot
from scr_docs.word.sniff import damaged, not_a_word_package, refuse_what_is_not_word


def read(path: Path) -> Document:
    """The document in a file; DocumentError if the file is missing or no Word document that can be read."""
    return read_bytes(snapshot(path), str(path))


def read_bytes(data: bytes, name: str) -> Document:
    """The document in these bytes; `name` is what it is called in messages."""
    refuse_what_is_not_word(data, name)
    try:
        package = open_package(data)
    except PackageError as error:
        raise damaged(name, str(error)) from error
    parts = find_parts(package)
    if parts is None:
        raise not_a_word_package(name, frozenset(package.entries))
    blocks = assemble(parts, name)
    return Document(name, hashlib.sha256(data).hexdigest(), tuple(blocks.done), tuple(dict.fromkeys(parts.unread)))
