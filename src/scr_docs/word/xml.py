"""The names and the parsing of the XML inside a Word file, with every way closed by which XML reaches out of itself."""

from __future__ import annotations

import re

from lxml import etree

Element = etree._Element  # noqa: SLF001  lxml has no public name for the type of its elements

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
VT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

VAL = W + "val"

_OFF = frozenset({"0", "false", "off", "none"})

_STRICT = re.compile(
    rb"([\"'])http://purl\.oclc\.org/ooxml/(wordprocessingml|officeDocument|drawingml)/([\w/]+)([\"'])"
)
"""Strict files spell the same names under another root and without a year."""

_DOCTYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


_HAS_DOCTYPE = "it declares a DOCTYPE, which Word files never do, so it may show text that is not in it"


class PartError(Exception):
    """A part of the file cannot be read. The message says why in plain words and quotes nothing of the part."""


def parse(data: bytes) -> Element:
    """The root element of a part, comments and processing instructions left out; PartError if it is not sound XML."""
    if any(mark in data for mark in _DOCTYPE):
        raise PartError(_HAS_DOCTYPE)
    if b"purl.oclc.org/ooxml" in data:
        data = _STRICT.sub(_transitional, data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PartError("it is damaged: it is not well-formed XML, or it is nested too deeply") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise PartError(_HAS_DOCTYPE)
    return root


def on(element: Element | None) -> bool | None:
    """What an on/off property says: None where the element is missing, True where it has no value."""
    if element is None:
        return None
    return element.get(VAL, "1") not in _OFF


def val(parent: Element | None, tag: str) -> str | None:
    """The w:val of the first child with this tag, None where there is no such child or it has no value."""
    if parent is None:
        return None
    child = parent.find(tag)
    return None if child is None else child.get(VAL)


def number(text: str | None) -> int | None:
    """The whole number that an attribute holds; None where it is missing or no number, as in damaged files."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def _transitional(match: re.Match[bytes]) -> bytes:
    quote, family, rest, end = match.groups()
    return quote + b"http://schemas.openxmlformats.org/" + family + b"/2006/" + rest + end
