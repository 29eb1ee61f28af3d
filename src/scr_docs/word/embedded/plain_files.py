"""Files that are text and little else: plain text and tables (CSV), web pages, XML of any vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.model import Unread
from scr_docs.word.container.xml_text import located
from scr_docs.word.embedded.html import html_texts
from scr_docs.word.markup.found import Found, Inner
from scr_docs.word.markup.legible import as_text, from_base64
from scr_docs.word.markup.xml import PartError, parse

_CARRIED = re.compile(rb"data:[\w/+.-]*;base64,([\w+/=\s%]*)", re.IGNORECASE)
_MOST_LINES = 200_000


def plain_text(data: bytes) -> Iterator[Found | Unread]:
    """The lines of a file of plain text."""
    lines = (as_text(data) or "").splitlines()
    for number, line in enumerate(lines[:_MOST_LINES], 1):
        if text := line.strip():
            yield Found("embedded", text, f"line {number}")
    if len(lines) > _MOST_LINES:
        yield Unread("", f"it has more than {_MOST_LINES:,} lines, of which the rest were not checked")


def html_file(data: bytes) -> Iterator[Found | Inner]:
    """Every text of a web page, and the pictures that it carries as letters."""
    for place, text in html_texts(as_text(data) or ""):
        yield Found("embedded", text, place)
    for match in _CARRIED.finditer(data):
        yield Inner("file in the page", from_base64(match[1]))


def xml_file(data: bytes) -> Iterator[Found | Unread | Inner]:
    """Every text of a file of XML; of one that is not sound every text between its tags, and why it is Unread."""
    try:
        root = parse(data)
    except PartError as error:
        yield Unread("", str(error))
        yield from html_file(data)
    else:
        yield from located(root, "XML")
