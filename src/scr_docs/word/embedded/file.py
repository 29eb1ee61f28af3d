"""A file inside the Word file: what it is, and every text in it. In memory only, and so deep and no deeper."""

from __future__ import annotations

import lzma
import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from scr_docs.errors import DocumentError
from scr_docs.model import Document, Unread
from scr_docs.word.container.budget import Budget
from scr_docs.word.container.package import PackageError, open_package
from scr_docs.word.embedded.kinds import kind_of_file, why_not_checked
from scr_docs.word.embedded.mail import MailError, mail
from scr_docs.word.embedded.ole import OleError, ole_object
from scr_docs.word.embedded.package import Family, family_of, other_parts, texts_of_package
from scr_docs.word.embedded.plain_files import html_file, plain_text, xml_file
from scr_docs.word.embedded.rtf import rtf
from scr_docs.word.markup.found import Found, Inner
from scr_docs.word.markup.xml import PartError
from scr_docs.word.pictures.picture import PictureError, picture_data

MAX_DEPTH = 2

_DAMAGED = (IndexError, ValueError, struct.error, lzma.LZMAError)
"""What zipfile lets through on zips that are not what they claim."""

_MAX_FILES = 2_000
_MAX_FOUND = 1_000_000


ReadDocument = Callable[[bytes, str, int], Document]
"""Reads a Word file from its bytes, its name, and how deep it stands, for the files inside it stand one deeper."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be read. `path` is the address of where it stands; `wrapped` if it comes out of a mere wrapping."""

    name: str
    data: bytes
    depth: int
    path: str = ""
    wrapped: bool = False


def embedded(
    name: str, data: bytes, *, depth: int, budget: Budget, read_document: ReadDocument
) -> tuple[list[Found], list[Unread]]:
    """Every text in an embedded file and in those inside it, and what could not be read.

    `depth` is 1 for a file in our Word file. The first text is the name of the file itself.
    """
    found: list[Found] = []
    unread: list[Unread] = []
    waiting = [_File(name, data, depth)]
    for _ in range(_MAX_FILES):
        if not waiting:
            return found, unread
        file = waiting.pop()
        inner: list[_File] = []
        for item in _opened(file, budget, read_document):
            if len(found) == _MAX_FOUND:
                unread.append(
                    Unread(name, f"it holds more than {_MAX_FOUND:,} texts, of which the rest were not checked")
                )
                return found, unread
            if isinstance(item, Found):
                found.append(replace(item, where=file.path + item.where))
            elif isinstance(item, Unread):
                unread.append(Unread(f"{name} > {file.path}{item.where}".removesuffix(" > "), item.why))
            else:
                inner.append(item)
        waiting.extend(reversed(inner))
    unread.append(Unread(name, f"it holds more than {_MAX_FILES:,} files, of which the rest were not checked"))
    return found, unread


def _opened(file: _File, budget: Budget, read_document: ReadDocument) -> Iterator[Found | Unread | _File]:
    """What one file gives: its own name, its texts, what of it could not be read, and the files inside it."""
    kind = kind_of_file(file.data)
    if not (kind == "picture" and file.path):
        yield Found("embedded", file.name, "name of the file", "embedded-file")
    if kind in _CONTAINERS and file.depth > MAX_DEPTH:
        yield Unread("", "not opened: it is nested too deeply")
        return
    try:
        for item in _read(kind, file, budget, read_document):
            if isinstance(item, Inner):
                yield from _inside(item, kind, file, budget)
            else:
                yield item
    except (PictureError, OleError, MailError, PackageError, PartError) as error:
        yield Unread("", str(error))
    except _DAMAGED:
        yield Unread("", "it is damaged, so not all of it was checked")
    except DocumentError as error:
        yield Unread("", "; ".join(mistake.what for mistake in error.mistakes))


def _read(kind: str, file: _File, budget: Budget, read_document: ReadDocument) -> Iterator[Found | Unread | Inner]:
    if kind == "zip":
        yield from _zip(file, budget, read_document)
    elif reader := _READERS.get(kind):
        yield from reader(file.data)
    elif kind != "empty":
        yield Unread("", why_not_checked(file.data) or "it is of a kind that scr-docs cannot read")


def _zip(file: _File, budget: Budget, read_document: ReadDocument) -> Iterator[Found | Unread | Inner]:
    package = open_package(file.data, budget)
    family = family_of(package)
    if family is Family.DOCUMENT:
        document = read_document(file.data, file.name, file.depth)
        for block in document.blocks:
            yield Found("picture" if block.part == "picture" else "embedded", block.text, block.address, block.trait)
        yield from document.unread
        return
    yield from texts_of_package(package, family)
    yield from other_parts(package)


def _inside(inner: Inner, kind: str, file: _File, budget: Budget) -> Iterator[Found | Unread | _File]:
    """A file inside another, which is one level deeper unless the other is but a wrapping around it."""
    path = f"{file.path}{inner.name} > "
    is_wrapping = kind == "ole" and not file.wrapped
    if inner.why_unread:
        yield Unread(inner.name, inner.why_unread)
    if kind != "zip":
        budget.left -= len(inner.data)
    if budget.left < 0:
        yield Unread(inner.name, "not opened: the files inside one another are too large")
    elif inner.data:
        yield _File(inner.name, inner.data, file.depth + (not is_wrapping), path, is_wrapping)


_CONTAINERS = frozenset({"zip", "ole", "rtf", "mail"})
_READERS: Mapping[str, Callable[[bytes], Iterator[Found | Unread | Inner]]] = {
    "picture": picture_data,
    "ole": ole_object,
    "rtf": rtf,
    "mail": mail,
    "html": html_file,
    "xml": xml_file,
    "text": plain_text,
}
