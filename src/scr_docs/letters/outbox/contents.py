"""What a finished file holds, piece by piece: every part, attribute, property and name, whatever its format."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

_TAG = re.compile(r"<[^<>]*>")
_TEXT = re.compile(r">([^<>]+)<")
_QUOTED = re.compile(r"""\"([^"<>]*)\"|='([^'<>]*)'""")
_ASIDE = re.compile(r"<!--(.*?)-->|<\?(?!xml )(.*?)\?>|<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_FONT = re.compile(r"""(?:ascii|hAnsi|cs|eastAsia|typeface|family)\s?=\s?"([^"<>]*)\"|<w:font w:name="([^"<>]*)\"""")
"""Typefaces, some of which are called as people are (Georgia)."""
_ENDS_LINE = re.compile(r"</(?:p|div|li|h\d|td|th|tr|title|address|section)>|<br\b[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a file: where it stands, and whether names are looked for in it as words."""

    place: str
    text: str
    words: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a file with its pieces. Parts with the same mark are the same; None where nothing tells."""

    mark: tuple[str, int, int] | None
    pieces: Iterable[Piece]


def contents(name: str, content: bytes, seen: Container[str] = ()) -> Iterator[Part]:
    """The parts of a file by the ending of its name; one of another kind is read as text.

    An attribute whose value was `seen` already is left out.
    """
    yield Part(None, [Piece("the name of the file", _spaced(name), words=True)])
    if name.endswith(".docx"):
        yield from _of_package(content, seen)
    elif name.endswith(".eml"):
        yield Part(None, _of_mail(content))
    elif name.endswith(".html"):
        yield Part(None, _of_page(content.decode("utf-8", "replace"), "the page"))
    else:
        yield Part(None, _of_text(content.decode("utf-8", "replace"), "the text"))


def _of_package(content: bytes, seen: Container[str]) -> Iterator[Part]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        yield Part(None, [Piece("a remark on the package", package.comment.decode("utf-8", "replace"), words=True)])
        for entry in package.infolist():
            yield Part((entry.filename, entry.CRC, entry.file_size), _of_part(package, entry, seen))


def _of_part(package: zipfile.ZipFile, entry: zipfile.ZipInfo, seen: Container[str]) -> Iterator[Piece]:
    place, data = entry.filename, package.read(entry)
    yield Piece("the name of a part", _spaced(place), words=True)
    for more in (entry.comment, entry.extra):
        if more:
            yield Piece(f"a remark on {place}", more.decode("utf-8", "replace"), words=True)
    if place.endswith((".xml", ".rels")):
        source = data.decode("utf-8", "replace")
        # The reader has read the text as words; here it is looked through run together.
        yield Piece(place, _unescaped("".join(_TEXT.findall(source))), words=False)
        yield from _beside_text(source, place, seen)
    else:
        yield Piece(place, data.decode("latin-1"), words=False)


def _of_page(source: str, place: str) -> Iterator[Piece]:
    yield from _of_text(_unescaped(_TAG.sub("", _ENDS_LINE.sub("\n", source))), place)
    yield from _beside_text(source, place)


def _beside_text(source: str, place: str, seen: Container[str] = ()) -> Iterator[Piece]:
    """Each attribute and each remark by itself."""
    values = {one or other for one, other in _QUOTED.findall(source)}
    new = sorted(value for value in values if len(value) > 2 and (value not in seen or "&" in value))
    fonts = {one or other for one, other in _FONT.findall(source)} if new else set()
    for value in new:
        yield Piece(f"an attribute of {place}", _unescaped(value), words=value not in fonts)
    for remark in _ASIDE.findall(source) if "<!" in source or "<?" in source[5:] else ():
        yield Piece(f"a remark in {place}", "".join(remark), words=True)


def _of_mail(content: bytes) -> Iterator[Piece]:
    message = message_from_bytes(content, policy=default)
    for part in message.walk():
        for header, value in part.items():
            yield Piece(f"the line {header} of the e-mail", str(value), words=True)
        if part.is_multipart() or not isinstance(part, EmailMessage):
            continue
        body = part.get_content()
        text = body if isinstance(body, str) else body.decode("utf-8", "replace")
        read = _of_page if part.get_content_subtype() == "html" else _of_text
        yield from read(text, f"the e-mail as {part.get_content_type()}")


def _of_text(text: str, place: str) -> Iterator[Piece]:
    yield Piece(place, text, words=False)
    for line in text.splitlines():
        if line.strip():
            yield Piece(place, " ".join(line.split()), words=True)


def _spaced(name: str) -> str:
    return re.sub(r"[/._-]+", " ", name)


def _unescaped(text: str) -> str:
    return html.unescape(text) if "&" in text else text
