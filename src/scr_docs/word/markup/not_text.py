"""What stands in XML as text or attribute and is none: identifiers, checksums, pieces of a file, names of schemas."""

from __future__ import annotations

import base64
import binascii
import re

_NO_TEXT = re.compile(
    r"[{(\"]?[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}[)}\"]?"  # GUIDs
    r"|0x[0-9A-Fa-f]+"  # kinds of content in SharePoint
    r"|(?=[0-9A-Fa-f]*[A-Fa-f])[0-9A-Fa-f]{16,}"  # checksums
    r"|(?:https?://(?:schemas\.|www\.w3\.org/|purl\.)|urn:schemas)\S*"  # names of vocabularies
    r"|[Tt]rue|[Ff]alse|on|off|yes|no|none|auto"
    r"|[\W_]*"
)
_BETWEEN = re.compile(r"[;,|\s#]+")
_WORD = re.compile(r"[^\W\d_]{2}")
_LETTERS_OF_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_LINE_OF_BASE64 = 60


def is_text(text: str) -> bool:
    """Whether a person may have written this; a number may be a telephone number, so it counts as text."""
    return not all(_NO_TEXT.fullmatch(piece) for piece in _BETWEEN.split(text)) and not is_base64(text)


def is_words(text: str) -> bool:
    """Whether this is text with a word in it, not only figures."""
    return _WORD.search(text) is not None and is_text(text)


def is_base64(text: str) -> bool:
    """Whether this is a piece of a file written in letters: long lines of one length, without a blank."""
    lines = text.split()
    return (
        bool(lines)
        and len(lines[0]) >= _LINE_OF_BASE64
        and all(len(line) == len(lines[0]) for line in lines[:-1])
        and all(_LETTERS_OF_BASE64.fullmatch(line) for line in lines)
    )


def from_base64(text: str) -> bytes:
    """The bytes that a text in base64 means; none if it is not sound."""
    try:
        return base64.b64decode("".join(text.split()))
    except (binascii.Error, ValueError):
        return b""
