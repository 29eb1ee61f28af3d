"""The properties of an Outlook message (.msg), each of which stands in a stream of its own."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.word.markup.found import Found, Inner
from scr_docs.word.markup.legible import legible, one_byte

_NAMES = {
    "0037": "subject", "0070": "topic", "0c1a": "sender", "0c1f": "address of the sender", "0042": "sent for",
    "0e03": "copy to", "0e04": "sent to", "1000": "text", "3001": "name", "3003": "address", "39fe": "address",
    "3704": "name of an attachment", "3707": "name of an attachment", "007d": "headers",
    "5d01": "address of the sender",
}  # fmt: skip
_TEXT, _WIDE_TEXT = "001e", "001f"
_ATTACHMENT, _HTML, _PACKED_RTF = "3701", "1013", "1009"


def property_of_message(tag: str, data: bytes) -> Iterator[Found | Inner]:
    """The text of a property, or the file that it is; `tag` is its number and that of its type, in hexadecimal."""
    number, kind = tag[:4], tag[4:8]
    where = f"message, {_NAMES.get(number, number)}"
    if kind in {_TEXT, _WIDE_TEXT}:
        text = data.decode("utf-16-le", "replace") if kind == _WIDE_TEXT else one_byte(data)
        if text := text.strip("\0 \r\n"):
            yield Found("embedded", text, where)
    elif number == _ATTACHMENT:
        yield Inner("attachment", data)
    elif number == _HTML:
        yield Inner("message as a web page", data)
    elif number == _PACKED_RTF:
        yield Inner("message as RTF", b"", "it is a packed copy of the message, which was not checked")
    else:
        yield from (Found("embedded", text, where) for text in legible(data))
