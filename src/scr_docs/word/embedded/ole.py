"""What stands in an OLE2 compound file, which old Office programs write and Word uses for what is dropped into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scr_docs.word.container.ole_file import OleError, has_orphans, open_ole, paths_in, read_stream
from scr_docs.word.embedded.ole_message import property_of_message
from scr_docs.word.embedded.ole_native import ole10_native, shown_picture
from scr_docs.word.embedded.ole_properties import summary
from scr_docs.word.markup.found import Found, Inner
from scr_docs.word.markup.legible import legible

__all__ = ["MAGIC", "OleError", "ole_object"]

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_LEGACY = {
    "worddocument": "it is a document of Word 97-2003, which was not checked",
    "workbook": "it is a workbook of Excel 97-2003, which was not checked",
    "book": "it is a workbook of Excel 5 or 95, which was not checked",
    "powerpoint document": "it is a presentation of PowerPoint 97-2003, which was not checked",
    "visiodocument": "it is a Visio drawing, which was not checked",
    "encryptedpackage": "it is protected by a password, so it was not checked",
    "quill": "it is a Publisher document, which was not checked",
    "_vba_project": "it holds macros, which were not checked",
}
"""Streams that make a file a document of an older program, of which text can be found only by chance."""

_HARMLESS = frozenset({
    "\x03objinfo", "\x03linkinfo", "\x01ole", "equation native", "\x03ocxname", "\x03print", "encryptioninfo",
    "\x06dataspaces", "version", "strongencryptiondataspace", "strongencryptiontransform", "dataspacemap",
    "\x06primary", "__properties_version1.0",
})  # fmt: skip


def ole_object(data: bytes) -> Iterator[Found | Inner]:
    """Every text of a compound file that can be told, and every file inside it; OleError if it cannot be read."""
    file = open_ole(data)
    paths = paths_in(file)
    is_legacy = any(path[-1].lower() in _LEGACY for path in paths)
    told: set[str] = set()
    left, whole = len(data), not has_orphans(file)
    for path in paths:
        stream, size = read_stream(file, path, left)
        whole, left = whole and len(stream) == size, left - len(stream)
        for item in _stream(path, stream, is_legacy=is_legacy):
            why = item.why_unread if isinstance(item, Inner) else ""
            if why not in told:
                yield item
            told.add(why or "-")
    if not whole:
        raise OleError("it is damaged: some of it cannot be read")


def _stream(path: list[str], data: bytes, *, is_legacy: bool) -> Iterator[Found | Inner]:
    """What one stream holds, by its name, wherever in the file it stands."""
    name = path[-1].lower()
    if reader := _READERS.get(name):
        yield from reader(data)
    elif name.startswith("\x02olepres"):
        if picture := shown_picture(data):
            yield Inner("picture that is shown", picture)
    elif name.startswith("__substg1.0_"):
        yield from property_of_message(name.removeprefix("__substg1.0_"), data)
    elif name in _LEGACY or any(step.lower() in {"vba", "macros"} for step in path[:-1]):
        why = _LEGACY.get(name, _LEGACY["_vba_project"])
        yield Inner("document of an older program" if name in _LEGACY else "macros", b"", why)
        words = legible(data, least=6) if name != "encryptedpackage" else ()
        yield from (Found("embedded", text, f"{_shown(path[-1])} stream") for text in words)
    elif is_legacy or name in _HARMLESS or not data:
        yield from (Found("embedded", text, f"{_shown(path[-1])} stream") for text in legible(data))
    else:
        yield Inner(_shown(path[-1]), data)


def _compound_name(data: bytes) -> Iterator[Found]:
    for text in legible(data):
        yield Found("embedded", text, "kind of object")


def _whole(name: str) -> Callable[[bytes], Iterator[Found | Inner]]:
    def read(data: bytes) -> Iterator[Found | Inner]:
        yield Inner(name, data)

    return read


def _shown(name: str) -> str:
    return "".join(sign for sign in name if sign.isprintable())


_READERS: dict[str, Callable[[bytes], Iterator[Found | Inner]]] = {
    "\x01ole10native": ole10_native,
    "package": _whole("embedded document"),
    "contents": _whole("embedded document"),
    "\x03eprint": _whole("picture that is shown"),
    "\x01compobj": _compound_name,
    "\x05summaryinformation": summary,
    "\x05documentsummaryinformation": summary,
}
