"""A zip inside the Word file: of which family it is, and its parts that are no XML."""

from __future__ import annotations

import enum
import posixpath
from collections.abc import Iterator

from scr_docs.model import Unread
from scr_docs.word.container.package import Package
from scr_docs.word.container.relationships import content_types
from scr_docs.word.container.xml_text import is_xml, part_texts
from scr_docs.word.embedded.presentation import presentation
from scr_docs.word.embedded.spreadsheet import spreadsheet
from scr_docs.word.markup.found import Found, Inner
from scr_docs.word.markup.legible import legible, one_byte
from scr_docs.word.markup.xml import PartError

_MACROS = frozenset({"vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin"})
_FONTS = (".odttf", ".fntdata", ".ttf", ".otf")


class Family(enum.Enum):
    """Of which program the files are."""

    DOCUMENT = "wordprocessingml"
    SPREADSHEET = "spreadsheetml"
    PRESENTATION = "presentationml"
    OTHER = ""


_FOLDERS = {"word": Family.DOCUMENT, "xl": Family.SPREADSHEET, "ppt": Family.PRESENTATION}
_OLDER_NAMES = {"ms-word": Family.DOCUMENT, "ms-excel": Family.SPREADSHEET, "ms-powerpoint": Family.PRESENTATION}


def family_of(package: Package) -> Family:
    """The family of a package by what it says of its main part, otherwise by the names of its folders."""
    types = content_types(package)
    for kind in (*types.by_name.values(), *types.by_extension.values()):
        if ".main+xml" in kind:
            for word, family in (*((family.value, family) for family in Family if family.value), *_OLDER_NAMES.items()):
                if word in kind:
                    return family
    folders = {name.partition("/")[0] for name in package.entries}
    return next((family for folder, family in _FOLDERS.items() if folder in folders), Family.OTHER)


def texts_of_package(package: Package, family: Family) -> Iterator[Found | Unread]:
    """Every text in the parts of a package that are XML."""
    if family is Family.SPREADSHEET:
        yield from spreadsheet(package)
    elif family is Family.PRESENTATION:
        yield from presentation(package)
    else:
        for name in package.entries:
            if is_xml(name):
                yield from part_texts(package, name)


def other_parts(package: Package) -> Iterator[Found | Unread | Inner]:
    """The pictures and files in a package, its macros and printers, and what stands around it."""
    if comment := one_byte(package.archive.comment).strip():
        yield Found("embedded", comment, "comment of the zip", "zip-comment")
    for name in package.entries:
        base = posixpath.basename(name)
        if base in _MACROS:
            yield Found("embedded", package.shown(name), "macros", "macro")
            yield Unread(package.shown(name), "it holds macros, which were not checked")
        elif not is_xml(name) and name != "mimetype" and not name.endswith(_FONTS):
            try:
                yield from _contents(package, name, is_printer=base.startswith("printersettings"))
            except PartError as error:
                yield Unread(package.shown(name), str(error))


def _contents(package: Package, name: str, *, is_printer: bool) -> Iterator[Found | Inner]:
    for data in package.read(name):
        if is_printer:
            # The first words are the name of the printer, the rest its settings.
            for position, text in enumerate(legible(data)):
                yield Found("embedded", text, package.shown(name), None if position else "printer")
        else:
            yield Inner(package.shown(name), data)
