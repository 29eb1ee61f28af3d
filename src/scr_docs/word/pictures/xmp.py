"""What the XMP data of a picture say: every text and every attribute, under the name that the data give it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.word.container.xml_text import local
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.xml import Element, PartError, parse
from scr_docs.word.pictures.error import PictureError
from scr_docs.word.pictures.exif import OLDER_COPY

_FRAME = frozenset({"Bag", "Seq", "Alt", "li", "RDF", "Description", "xmpmeta", "xapmeta", "value"})
_NOT_TOLD = frozenset({"about", "parseType", "lang", "xmptk", "xaptk", "nodeID", "ID", "datatype"})
_PLACES = re.compile(r"(GPS|.*)(Latitude|Longitude)$|GPS")
_NO_TEXT = re.compile(r"[\d\s.,/:+\-]*|(xmp|adobe|uuid|urn)[.:\w-]*:[\w-]*|[\dA-F-]{32,36}", re.IGNORECASE)
_FIGURES = re.compile(r"(\D*\d){0,8}[^\dA-Za-z]*|True|False", re.IGNORECASE)
"""Settings of programs; from nine figures on it may be somebody's number."""

_TIME = re.compile(r"\d{4}-\d\d-\d\dT?.*")
_LONGEST = 20_000


def xmp(packet: bytes) -> Iterator[Found]:
    """Every text of an XMP packet; PictureError if it cannot be read."""
    try:
        root = parse(packet.strip(b"\0 \r\n\t"))
    except PartError as error:
        raise PictureError(f"its XMP data cannot be read: {error}") from error
    for element in root.iter():
        name = _name(element)
        for key, value in element.items():
            attribute = local(str(key))
            if attribute == "resource":
                yield from _said(str(value), name)
            elif attribute not in _NOT_TOLD:
                yield from _said(str(value), attribute)
        yield from _said(element.text, name)
        yield from _said(element.tail, name)


def _said(text: str | None, name: str) -> Iterator[Found]:
    text = (text or "").strip()
    if not text or (_FIGURES.fullmatch(text) and not _TIME.fullmatch(text) and not re.search(r"[A-Za-z]{4}", text)):
        return
    if len(text) > _LONGEST and " " not in text[:1000]:
        yield Found("picture", OLDER_COPY, f"XMP > {name}", "picture-data")
    elif _PLACES.match(name):
        yield Found("picture", text, f"XMP > {name}", "picture-location")
    else:
        dull = _NO_TEXT.fullmatch(text) and not _TIME.fullmatch(text)
        yield Found("picture", text, f"XMP > {name}", None if dull else "picture-data")


def _name(element: Element) -> str:
    """The name of an element, or of the one that it is an item of."""
    above: Element | None = element
    while above is not None and local(str(above.tag)) in _FRAME:
        above = above.getparent()
    return local(str((element if above is None else above).tag))
