"""Parts that hold nothing but design. A text in one of them was put there by hand, and is found all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.word.container.source import Source
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.legible import as_text
from scr_docs.word.markup.margins import has_more_than_elements

_TELLS_MORE = re.compile(rb">\s*[^<\s]")
_FILES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\xff\xd8\xff", b"\x89PNG")
_NAME = re.compile(rb" name=[\"']([^\"'>]*)")
_OF_OFFICE = re.compile(r"(?:Office|Larissa|Default|Custom|Standard)?(?: ?Theme| ?Design)?\W*\d{0,4}(?: ?- ?\d{4})?")


def harmless(source: Source) -> Iterator[Found]:
    """The text in a part of design, where there is any, and what somebody has called the design."""
    for data in source.data():
        if not source.name.endswith(".xml"):
            if data.startswith(_FILES) or (len(data) and as_text(data) is not None):
                source.cannot_read("it says that it is a font, and it is none")
            continue
        for name in dict.fromkeys(_NAME.findall(data) if source.parts.kinds.get(source.name) == "theme" else ()):
            if not _OF_OFFICE.fullmatch(told := name.decode("utf-8", "replace")):
                yield Found("settings", told, f"name of a design in {source.shown}")
        if not _is_tags_only(data):
            source.roots()  # what parsing finds beside the elements is kept with the parts


def _is_tags_only(data: bytes) -> bool:
    """Whether XML has nothing between its tags, and no comments or instructions."""
    if not data.startswith(b"<") or has_more_than_elements(data):
        return False
    return data.count(b">") == data.count(b"><") + 1 or _TELLS_MORE.search(data) is None
