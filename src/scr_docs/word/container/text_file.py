"""Text files: what is nothing but letters, in one of the codings in which Windows and others keep them."""

from __future__ import annotations

import codecs
import re

_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def text_of(data: bytes) -> str | None:
    """The text in the bytes: UTF-8, UTF-16 with a byte-order mark, or else Windows-1252; None if they are no text."""
    told = next((coding for bom, coding in _BOMS if data.startswith(bom)), None)
    for coding in (told,) if told else ("utf-8", "windows-1252"):
        try:
            text = data.decode(coding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text or len(_CONTROLS.findall(text)) * 100 > len(text) else text
    return None
