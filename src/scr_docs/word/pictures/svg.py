"""The texts of an SVG picture: what it shows, its titles and descriptions, its metadata, the names of its pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.word.container.xml_text import joined, local
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.xml import Element, PartError, parse
from scr_docs.word.pictures.error import PictureError

_PLAIN_DOCTYPE = re.compile(
    rb"<!DOCTYPE\s{1,9}svg(\s{1,9}(PUBLIC\s{1,9}\"[^\"<>]*\"|SYSTEM)(\s{1,9}\"[^\"<>]*\")?)?\s{0,9}(\[\s{0,9}\])?\s{0,9}>"
)
"""The line by which SVG 1.1 names itself; it declares nothing of its own."""

_COMMENT = re.compile(rb"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_TELLING = frozenset({
    "id", "label", "aria-label", "docname", "export-filename", "href", "absref", "alt", "name", "title", "desc",
    "data-name", "content", "resource",
})  # fmt: skip
_SHOWN = frozenset({"text", "p"})
_TRAITS = frozenset({"metadata", "docname", "export-filename", "absref", "comment"})


def svg(data: bytes) -> Iterator[Found]:
    """Every text of an SVG picture; PictureError if it cannot be read."""
    try:
        root = parse(_PLAIN_DOCTYPE.sub(b"", data, count=1))
    except PartError as error:
        raise PictureError(str(error)) from error
    for match in _COMMENT.finditer(data):
        yield from _said(match[1].decode("utf-8", "replace"), "comment")
    inside_text: set[Element] = set()
    for element in root.iter():
        name = local(str(element.tag))
        for key, value in element.items():
            if local(str(key)) in _TELLING and not str(value).startswith(("#", "data:")):
                yield from _said(str(value), local(str(key)))
        if name in _SHOWN and element not in inside_text:
            inside_text.update(element.iter())
            yield from _said(joined(element), name)
        elif element not in inside_text:
            yield from _said(element.text, "metadata" if _in_metadata(element) else name)
        if element not in inside_text or (name in _SHOWN and element.getparent() not in inside_text):
            yield from _said(element.tail, name)


def inside(data: bytes) -> Iterator[bytes]:
    """The pictures that an SVG picture carries as letters (base64), undecoded."""
    for match in re.finditer(rb"data:image/[\w.+-]+;base64,([\w+/=\s]*)", data):
        yield match[1]


def _in_metadata(element: Element) -> bool:
    return any(local(str(above.tag)) == "metadata" for above in element.iterancestors())


def _said(text: str | None, name: str) -> Iterator[Found]:
    if text := " ".join((text or "").split()):
        yield Found("picture", text, f"SVG > {name}", "picture-data" if name in _TRAITS else None)
