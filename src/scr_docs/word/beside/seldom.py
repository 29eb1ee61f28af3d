"""Parts that few documents have: pen writing, 3D models, printers, and what computers leave in folders."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator

from scr_docs.word.beside.whole_xml import whole_xml
from scr_docs.word.container.source import Source
from scr_docs.word.container.xml_text import local
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.legible import as_text, legible, one_byte
from scr_docs.word.markup.not_text import is_words

_BETWEEN_TAGS = re.compile(r">\s*([^<>\s][^<>]*?)\s*<")
_GLB = b"glTF"
_HEADER = 20


def ink(source: Source) -> Iterator[Found]:
    """That there is pen writing, and the words that a program has noted with it; the strokes are numbers."""
    where = f"pen writing {source.shown}"
    yield Found("picture", f"pen writing ({posixpath.basename(source.shown)})", where, "ink")
    for root in source.roots():
        for element in root.iter():
            if local(str(element.tag)) != "trace" and is_words(text := (element.text or "").strip()):
                yield Found("picture", text, where, "ink")


def model(source: Source) -> Iterator[Found]:
    """The names and notes in a 3D model."""
    for data in source.data():
        where = f"3D model {source.shown}"
        if data.startswith(_GLB):
            length = int.from_bytes(data[12:16], "little")
            described = json.loads(data[_HEADER : _HEADER + length])
            yield from (Found("picture", text, where, "picture-data") for text in _strings(described) if is_words(text))
        else:
            yield from (Found("picture", text, where, "picture-data") for text in legible(data, least=6))


def printer(source: Source) -> Iterator[Found]:
    """The names of the printer and its server come first, settings after them; a Mac notes only settings."""
    where = f"printer settings {source.shown}"
    for data in source.data():
        list_of_a_mac = data.find(b"<?xml")
        if list_of_a_mac >= 0:
            words = _BETWEEN_TAGS.findall(one_byte(data[list_of_a_mac:]))
            yield from (Found("settings", text, where) for text in words)
        else:
            for position, text in enumerate(legible(data)):
                yield Found("settings", text, where, "printer" if position == 0 else None)


def stray(source: Source) -> Iterator[Found]:
    """What computers leave in folders and somebody has packed with them."""
    base = posixpath.basename(source.name)
    where = f"left-over file {source.shown}"
    if base == "mimetype":
        yield from whole_text(source, where)
        return
    yield Found("embedded", source.shown, where, "stray-bytes")
    if base == "thumbs.db":
        source.cannot_read("it is a collection of small pictures, which was not checked")
    for data in source.data():
        words = [text] if (text := as_text(data)) else legible(data)
        yield from (Found("embedded", found.strip(), where, "stray-bytes") for found in words)


def lock(source: Source) -> Iterator[Found]:
    """The small file that Word keeps while somebody has a document open: it holds that person's name."""
    for data in source.data():
        for text in dict.fromkeys(legible(data[:200], least=2)):
            yield Found("embedded", text, f"lock file {source.shown} > who had the document open", "author")


def whole_text(source: Source, where: str) -> Iterator[Found]:
    """A part that is nothing but text."""
    for data in source.data():
        if text := as_text(data):
            yield Found("embedded", text.strip(), where)


def _strings(value: object) -> Iterator[str]:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)


web_extension = whole_xml(
    "settings", "web-extension", "add-in", but=frozenset({"storeType", "store", "version", "dockstate"})
)
