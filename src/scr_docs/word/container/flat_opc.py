"""Flat OPC: Word's "Word XML Document", one XML file that holds all parts of a package one after another."""

from __future__ import annotations

import base64
import binascii
import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from scr_docs.word.markup.xml import Element, PartError, parse_with_margins

SPACE = "http://schemas.microsoft.com/office/2006/xmlPackage"

_PKG = "{" + SPACE + "}"
_BEFORE_ROOT = rb"(<\?(?:(?!\?>).)*\?>\s*|<!--(?:(?!-->).)*-->\s*)*"
_BEGINS = re.compile(_BEFORE_ROOT + rb"<(\w+:)?package\s[^>]*" + re.escape(SPACE.encode()), re.DOTALL)
_OF_A_PART = frozenset(_PKG + name for name in ("name", "contentType", "compression", "padding"))
_LONG = re.compile(rb"(?<=binaryData>)[A-Za-z0-9+/=\s]{1000000,}(?=</)")
_ASIDE = re.compile(r"scr-docs-(\d+)")
_WHEN = (1980, 1, 1, 0, 0, 0)
_MORE = "it holds something beside the parts of a Word document"


def is_flat(start: bytes) -> bool:
    """Whether a file that begins like this is a package in one XML file."""
    return _BEGINS.match(start) is not None


def as_zip(data: bytes) -> bytes:
    """The same package as a zip, in memory; PartError if it cannot be taken apart wholly."""
    long: list[bytes | None] = []

    def aside(match: re.Match[bytes]) -> bytes:
        long.append(match[0])
        return b"scr-docs-%d" % (len(long) - 1)

    root = parse_with_margins(_LONG.sub(aside, data))  # Pictures are longer than any text that the parser takes.
    if root.xpath("/comment()") or (root.text or "").strip():
        raise PartError(_MORE)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        types = []
        for name, kind, content in _parts(root, long):
            types.append((name, kind))
            archive.writestr(zipfile.ZipInfo(name.lstrip("/"), _WHEN), content)
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml", _WHEN), _content_types(types))
    if any(long):
        raise PartError(_MORE)
    return out.getvalue()


def _parts(root: Element, long: list[bytes | None]) -> Iterator[tuple[str, str, bytes]]:
    for part in root:
        if part.tag != _PKG + "part" or len(part) != 1 or not set(part.keys()) <= _OF_A_PART:
            raise PartError(_MORE)
        (held,) = part
        is_xml = held.tag == _PKG + "xmlData"
        loose = (part.text, part.tail, held.tail, held.text if is_xml else "", *(child.tail for child in held))
        if "".join(text or "" for text in loose).strip() or not (is_xml or held.tag == _PKG + "binaryData"):
            raise PartError(_MORE)
        content = (
            b"\n".join(etree.tostring(child, encoding="utf-8", with_tail=False) for child in held)
            if is_xml
            else _binary(held.text or "", long)
        )
        yield part.get(_PKG + "name", "unnamed"), part.get(_PKG + "contentType", ""), content


def _binary(text: str, long: list[bytes | None]) -> bytes:
    coded: bytes | None = text.encode()
    if match := _ASIDE.fullmatch(text):
        index = int(match[1])
        coded, long[index : index + 1] = (long[index], [None]) if index < len(long) else (None, [])
    try:
        return base64.b64decode(coded or b"")
    except (binascii.Error, ValueError) as error:
        raise PartError("it is damaged: a picture or object in it cannot be unpacked") from error


def _content_types(types: list[tuple[str, str]]) -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    root = etree.Element(f"{{{space}}}Types")
    for name, kind in types:
        etree.SubElement(root, f"{{{space}}}Override", PartName=name, ContentType=kind)
    return etree.tostring(root, encoding="utf-8")
