"""Macros, active controls and buttons: that they are there, and the words around them. Code is not read."""

from __future__ import annotations

import io
from collections.abc import Iterator

import olefile  # type: ignore[import-untyped]

from scr_docs.word.beside.whole_xml import whole_xml
from scr_docs.word.container.source import Source
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.legible import legible, one_byte

_OLE2 = b"\xd0\xcf\x11\xe0"
_OF_THE_PROGRAM = frozenset({"_vba_project", "dir", "project", "projectwm", "projectlk", "vba"})
_WORDS_OF_A_PROJECT = ("Name=", "Description=", "HelpFile=", "Module=", "Class=", "BaseClass=", "ExeName32=")


def macros(source: Source) -> Iterator[Found]:
    """That there are macros, how they are called, and what is said of the project; the code counts as not read."""
    where = f"macros {source.shown}"
    if source.name.endswith(".xml"):
        yield from whole_xml("settings", "macro", "macros")(source)
        return
    for data in source.data():
        if "signature" in source.name:
            yield from (Found("settings", text, where, "signature") for text in legible(data))
            continue
        yield Found("settings", "this document holds macros", where, "macro")
        source.cannot_read("the code of macros is not read")
        if data.startswith(_OLE2):
            yield from (Found("settings", text, where) for text in dict.fromkeys(_names(data)))


def _names(data: bytes) -> Iterator[str]:
    """The names of modules and forms, and the words that describe the project."""
    with olefile.OleFileIO(io.BytesIO(data)) as file:
        for path in file.listdir(streams=True, storages=True):
            name = str(path[-1])
            if name.isprintable() and name.lower() not in _OF_THE_PROGRAM and not name.lower().startswith("__srp_"):
                yield name
            if name.lower() == "project":
                for line in one_byte(file.openstream(path).read()).splitlines():
                    if line.startswith(_WORDS_OF_A_PROJECT):
                        yield line.partition("=")[2].strip('"')
