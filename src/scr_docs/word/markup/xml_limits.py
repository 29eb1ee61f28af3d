"""What is looked at in the bytes of a part before an XML parser may see them: its coding, its size, and no DTD."""

from __future__ import annotations

import re

MAX_ELEMENTS = 400_000
"""A report of 300 pages has 50,000, and the longest of 2,600 real files has 380,000. More would take all memory."""

MAX_ATTRIBUTES = 800_000
MAX_PARAGRAPHS = 60_000
"""What takes most time. So many are 2,000 pages."""

_SMALL = 4 * MAX_PARAGRAPHS
"""Fewer bytes than this cannot hold too many of anything: the shortest element takes four."""

TOO_MANY = f"it holds more than {MAX_ELEMENTS:,} elements, far more than any report; if it is honest, split it"
HAS_DOCTYPE = "it declares a DOCTYPE, which Word files never do, so it may show text that is not in it"
ODD_CODING = "it is written in a text coding that Word files never use"

_PARAGRAPH = re.compile(rb"<(?:\w+:)?p[\s/>]")
_DECLARATION = re.compile(rb"\s*<\?xml\b[^>]*?\?>")
_CODING = re.compile(rb"\s*<\?xml\b[^>]*?\sencoding\s*=\s*[\"']([^\"'>]*)", re.IGNORECASE)
_USUAL = re.compile(rb"utf-?8|us-ascii|ascii|iso-8859-\d+|latin-?1|(windows-|cp)125\d", re.IGNORECASE)
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}


def is_xml(data: bytes) -> bool:
    """Whether bytes begin as XML does, in whatever coding."""
    return data[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


def weight(data: bytes) -> int:
    """About how many elements are in XML, counted without parsing it; never too few."""
    return data.count(b"<") - data.count(b"</")


def narrow(data: bytes) -> bytes:
    """UTF-16 as UTF-8, anything else as it is; UnicodeDecodeError for what is no sound UTF-16."""
    coding = _WIDE.get(data[:2])
    if coding is None or data[:4] in {b"\xff\xfe\0\0", b"<\0\0\0"}:
        return data
    return _DECLARATION.sub(b"", data.decode(coding).encode(), count=1)


def why_refused(data: bytes) -> str | None:
    """Why a parser must not see this XML, in plain words; None if it may. Of any coding but UTF-16."""
    if b"<!DOCTYPE" in data:
        return HAS_DOCTYPE
    coding = _CODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if b"\0" in data[:64] or (coding is not None and not _USUAL.fullmatch(coding[1])):
        return ODD_CODING
    return _too_many(data)


def _too_many(data: bytes) -> str | None:
    if len(data) < len("<p/>") * MAX_PARAGRAPHS:
        return None
    if weight(data) > MAX_ELEMENTS:
        return TOO_MANY
    if data.count(b"=") > MAX_ATTRIBUTES:
        return f"it holds more than {MAX_ATTRIBUTES:,} attributes, far more than any report"
    if sum(1 for _ in _PARAGRAPH.finditer(data)) > MAX_PARAGRAPHS:
        return f"it holds more than {MAX_PARAGRAPHS:,} paragraphs, far more than any report; if it is honest, split it"
    return None
