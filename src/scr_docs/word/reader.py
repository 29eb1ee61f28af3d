"""Reading a Word file, in order: the bytes, the package, its parts, and what stands in them."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path

from scr_docs.model import Document
from scr_docs.word.assemble import assemble
from scr_docs.word.container import flat_opc
from scr_docs.word.container.encrypted import decrypted
from scr_docs.word.container.length import within_reach
from scr_docs.word.container.package import Package, PackageError, open_package
from scr_docs.word.container.parts import find_parts
from scr_docs.word.container.refusal import damaged
from scr_docs.word.container.snapshot import bytes_of
from scr_docs.word.container.sniff import Container, container, not_a_word_package
from scr_docs.word.layout.barriers import barriers
from scr_docs.word.markup.seen import Seen
from scr_docs.word.markup.xml import PartError


def read(path: Path, password: str | None = None) -> Document:
    """The document in a file; DocumentError if the file is missing or no Word document that can be read."""
    return read_bytes(bytes_of(path), str(path), password)


def read_bytes(data: bytes, name: str, password: str | None = None, seen: Seen | None = None) -> Document:
    """The document in these bytes; `name` is what it is called in messages. The digest is that of the bytes given.

    Whoever reads many files with the same parts gives the same `seen` for each.
    """
    package = _package(data, name, password, seen)
    parts = find_parts(package)
    if parts is None:
        raise not_a_word_package(name, package)
    try:
        blocks = assemble(parts, name)
    except (MemoryError, RecursionError) as error:
        raise damaged(name, "it is too large, or nested too deeply, for this computer") from error
    unread = dict.fromkeys((*parts.unread, *package.suspicions()))
    digest = hashlib.sha256(data).hexdigest()
    look = partial(barriers, parts, blocks)
    return within_reach(Document(name, digest, tuple(blocks.done), tuple(unread), look))


def _package(data: bytes, name: str, password: str | None, seen: Seen | None) -> Package:
    """The parts in the bytes, in whatever container they come."""
    form = container(data, name)
    try:
        if form is Container.ENCRYPTED:
            return open_package(decrypted(data, name, password))
        return open_package(flat_opc.as_zip(data) if form is Container.FLAT else data, seen=seen)
    except (PackageError, PartError) as error:
        raise damaged(name, str(error)) from error
