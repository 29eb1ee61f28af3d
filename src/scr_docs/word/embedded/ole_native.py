"""What Word itself writes around an object: the file as somebody dropped it in, and the picture shown in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.model import Trait
from scr_docs.word.markup.found import Found, Inner
from scr_docs.word.markup.legible import one_byte

_PACKAGED = b"\x02\0"
_PATH = re.compile(r"[\\/]")
_LONGEST_PATH = 32_768


def ole10_native(data: bytes) -> Iterator[Found | Inner]:
    """The names and paths of a dropped-in file, then the file; where there are no names, the bytes alone."""
    size = int.from_bytes(data[:4], "little")
    body = data[4 : 4 + size] if size else data[4:]
    if not body.startswith(_PACKAGED):
        yield Inner("embedded object", body)
        return
    label, at = _until_nul(body, 2)
    original, at = _until_nul(body, at)
    linked = int.from_bytes(body[at + 2 : at + 4], "little") == 1
    temporary, at = _counted(body, at + 4)
    length = int.from_bytes(body[at : at + 4], "little")
    content, at = body[at + 4 : at + 4 + length], at + 4 + length
    names = dict.fromkeys(((label, "name"), (original, "original path"), (temporary, "temporary path")))
    for what in ("temporary path", "name", "original path"):
        wide, at = _counted(body, at, width=2)
        names[wide, what] = None
    for name, what in names:
        if name:
            trait: Trait = "local-path" if "path" in what and _PATH.search(name) else "embedded-file"
            yield Found("embedded", name, f"embedded file, {what}", trait)
    if linked or not length:
        return
    cut_short = "it is cut short" if len(content) < length else ""
    yield Inner(label or original.replace("\\", "/").rpartition("/")[2] or "embedded file", content, cut_short)


def shown_picture(data: bytes) -> bytes:
    """The picture that stands for an object (an OlePres stream); b"" where it is of no kind that can be read."""
    at, formats = 4, int.from_bytes(data[:4], "little")
    if formats in {0xFFFFFFFF, 0xFFFFFFFE}:
        at += 4
    elif formats:
        at += formats
    device = int.from_bytes(data[at : at + 4], "little")
    at += max(device, 4) + 4 * 6
    size = int.from_bytes(data[at : at + 4], "little")
    return data[at + 4 : at + 4 + size]


def _until_nul(data: bytes, start: int) -> tuple[str, int]:
    end = data.find(b"\0", start, start + _LONGEST_PATH)
    end = len(data) if end < 0 else end
    return one_byte(data[start:end]).strip(), end + 1


def _counted(data: bytes, at: int, width: int = 1) -> tuple[str, int]:
    """A text with its length before it, of which there may be none."""
    size = int.from_bytes(data[at : at + 4], "little") * width
    if size > _LONGEST_PATH or at + 4 + size > len(data):
        return "", len(data)
    raw = data[at + 4 : at + 4 + size]
    text = raw.decode("utf-16-le", "replace") if width == 2 else one_byte(raw)
    return text.strip("\0 "), at + 4 + size
