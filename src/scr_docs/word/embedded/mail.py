"""An e-mail or a web page saved as one file (MHT), which are of one form: headers, then texts and files."""

from __future__ import annotations

import binascii
import email
import email.errors
import email.header
import re
from collections.abc import Iterator
from email.message import Message

from scr_docs.word.markup.found import Found, Inner
from scr_docs.word.markup.legible import one_byte

_MOST_PARTS = 500
_LONGEST = 8_192
"""How many letters of a header are taken apart, for which Python's reader takes time by the square of their number."""

_PARAMETERS = re.compile(rb"^content-[\w-]+:[^\n]*(\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_DULL = frozenset({
    "mime-version", "content-type", "content-transfer-encoding", "content-length", "content-language", "content-id",
})  # fmt: skip
_UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, IndexError, KeyError, binascii.Error, AssertionError)
"""What Python's reader of e-mails raises on some that are not sound."""


class MailError(Exception):
    """An e-mail cannot be read. The message says why in plain words and quotes nothing of it."""


def mail(data: bytes) -> Iterator[Found | Inner]:
    """The headers of an e-mail, then its texts and attachments as files; MailError if it cannot be read."""
    if data.lower().count(b"boundary=") > _MOST_PARTS:
        raise MailError("it has more parts than an honest e-mail has")
    if any(len(match[0]) > _LONGEST for match in _PARAMETERS.finditer(data)):
        raise MailError("it has longer headers than an honest e-mail has")
    try:
        parts = list(_parts(email.message_from_bytes(data)))
    except (*_UNREADABLE, RecursionError) as error:
        raise MailError("it is damaged, so it was not checked") from error
    for part in parts:
        yield from part
    if not parts:
        raise MailError("it is empty")


def _parts(message: Message) -> Iterator[list[Found | Inner]]:
    waiting = [message]
    while waiting:
        part = waiting.pop()
        found: list[Found | Inner] = [*_headers(part)]
        payload = part.get_payload()
        if part.is_multipart() and isinstance(payload, list):
            waiting += [inner for inner in reversed(payload) if isinstance(inner, Message)]
            around = (text.strip() for text in (part.preamble, part.epilogue) if text)
            found += [Found("embedded", text, "e-mail") for text in around if text]
        elif content := _content(part):
            name = _decoded(str(part.get_filename() or part.get("Content-Location") or "")) or "text of the e-mail"
            found.append(Inner(name, content))
        yield found


def _headers(part: Message) -> Iterator[Found]:
    for name, value in part.items():
        if name.lower() not in _DULL and (text := _decoded(str(value))):
            yield Found("embedded", text, f"e-mail, {name}")


def _content(part: Message) -> bytes:
    """The bytes of a part; text as UTF-8, whatever it was written in."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return str(part.get_payload()).encode("utf-8", "replace")
    if part.get_content_maintype() == "text" and (charset := part.get_content_charset()):
        try:
            return content.decode(charset).encode()
        except (LookupError, ValueError):
            return content
    return content


def _decoded(value: str) -> str:
    """The text of a header, of which parts may be coded (=?utf-8?B?…?=)."""
    if len(value) > _LONGEST:
        return " ".join(value.split())
    try:
        pieces = email.header.decode_header(value)
    except (*_UNREADABLE, email.errors.HeaderParseError):
        return " ".join(value.split())
    texts = [piece if isinstance(piece, str) else _piece(piece, charset) for piece, charset in pieces]
    return " ".join("".join(texts).split())


def _piece(piece: bytes, charset: str | None) -> str:
    try:
        return piece.decode(charset or "utf-8")
    except (LookupError, ValueError):
        return one_byte(piece)
