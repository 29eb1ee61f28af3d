"""Text in bytes whose text coding is not known or not told."""

from __future__ import annotations

import base64
import codecs
import re
from collections.abc import Iterator

_RUN = re.compile(
    rb"(?:[\x20-\x7e\xa0-\xff]\x00|[\x10-\x1f\x22]\x20){4,}"  # UTF-16, with the typographic signs of U+20xx
    rb"|[\x20-\x7e\x91-\x97\xc0-\xfd]{4,}"  # one byte for each letter
)
_WORD = re.compile(r"[A-Za-z][^\W\d_]{2}|[^\W\d_]{2}[A-Za-z]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_SAMPLE = 65_536


def legible(data: bytes, least: int = 4) -> Iterator[str]:
    """The stretches of binary data that read as words of so many letters, in one byte or two for each letter."""
    for match in _RUN.finditer(data):
        run = match.group()
        text = (run.decode("utf-16-le") if b"\x00" in run else one_byte(run)).strip()
        if len(text) >= least and _WORD.search(text):
            yield text


def one_byte(data: bytes) -> str:
    """Text that is UTF-8 if it can be, and otherwise in the Western code page of Windows."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def as_text(data: bytes) -> str | None:
    """The text of a file that is nothing but text, in whatever coding; None for anything else."""
    for bom, coding in _BOMS:
        if data.startswith(bom):
            text = data.decode(coding, "replace")
            break
    else:
        text = data.decode(coding, "replace") if (coding := _wide(data)) else one_byte(data)
    sample = text[:_SAMPLE]
    return None if len(_CONTROLS.findall(sample)) * 50 > len(sample) or "\x00" in sample else text


def from_base64(letters: bytes) -> bytes:
    """The bytes that letters (base64) stand for, however they are broken into lines or cut short."""
    sound = _NOT_BASE64.sub(b"", letters)
    sound = sound[: len(sound) - (len(sound) % 4 == 1)]
    return base64.b64decode(sound + b"=" * (-len(sound) % 4))


def _wide(data: bytes) -> str:
    """The name of the two-byte coding in which these bytes are most likely text; "" for none."""
    sample = data[:_SAMPLE]
    even, odd, half = sample[::2].count(0), sample[1::2].count(0), len(sample) // 2
    if half and odd * 10 > half * 7 and not even:
        return "utf-16-le"
    return "utf-16-be" if half and even * 10 > half * 7 and not odd else ""
