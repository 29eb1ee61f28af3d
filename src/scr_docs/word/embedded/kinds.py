"""Of what kind an embedded file is, told from its bytes and never from its name."""

from __future__ import annotations

import re

from scr_docs.word.embedded.ole import MAGIC as OLE2
from scr_docs.word.markup.legible import as_text
from scr_docs.word.pictures.picture import is_picture

_NOT_CHECKED = tuple(
    (re.compile(pattern, re.DOTALL), f"{what} is inside; it was not checked")
    for pattern, what in (
        (rb"%PDF|.{0,1024}%PDF-\d", "a PDF"),
        (rb".{4}ftyp(heic|heix|mif1|avif)", "a picture of a kind (HEIF) that scr-docs cannot read"),
        (rb".{4}ftyp|RIFF.{4}(WAVE|AVI )|ID3|OggS|\xff[\xfa\xfb\xf3\xf2]|\x1aE\xdf\xa3|fLaC|#!AMR", "a recording"),
        (rb"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "a recording"),
        (rb"MZ|\x7fELF", "a program"),
        (rb"7z\xbc\xaf|Rar!|\x1f\x8b|BZh|\xfd7zXZ", "a packed archive"),
        (rb"SQLite format 3|\x00\x01\x00\x00Standard (Jet|ACE) DB", "a database"),
        (rb"\x00\x01\x00\x00\x00|OTTO|ttcf|true\x00", "a font"),
    )
)
_MAGIC = (
    ("ole", re.compile(re.escape(OLE2))),
    ("zip", re.compile(rb"PK\x03\x04")),
    ("rtf", re.compile(rb"\s*\{\\rtf")),
)
_HTML = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.{0,9999}?-->\s*)?<(!doctype\s+html|html|head|body|meta|table|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<(\?xml|[A-Za-z!])")
_MAIL = re.compile(
    r"\s*(MIME-Version|From|To|Received|Return-Path|Message-ID|Subject|Date|Delivered-To|X-[\w-]+|Content-[\w-]+):"
    r"[^\n]*\n([\w-]+:|[ \t])",
    re.IGNORECASE,
)


def kind_of_file(data: bytes) -> str:
    """One of zip, ole, picture, rtf, mail, html, xml, text, empty; "" for what cannot be read."""
    if not data:
        return "empty"
    told = next((kind for kind, pattern in _MAGIC if pattern.match(data)), "")
    if not told and is_picture(data):
        return "picture"
    return told or ("" if why_not_checked(data) else _kind_of_text(as_text(data)))


def why_not_checked(data: bytes) -> str:
    """What a file is that scr-docs cannot read, in plain words; "" where it may be another."""
    return next((why for pattern, why in _NOT_CHECKED if pattern.match(data)), "")


def _kind_of_text(text: str | None) -> str:
    if text is None:
        return ""
    for kind, pattern in (("mail", _MAIL), ("html", _HTML), ("xml", _XML)):
        if pattern.match(text):
            return kind
    return "text"
