"""Whether each kind of part in a Word file is read: a part that is on no list is reported, never passed over.

The one table below is the promise of the reader. To read a new kind: write its reader, and set its line to READ. What
is harmless has no reader of its own, but text that somebody has put into it is found (harmless.py).
"""

from __future__ import annotations

import enum
from collections.abc import Mapping


class Standing(enum.Enum):
    """What the reader does with a kind of part."""

    READ = "read"
    HARMLESS = "is not meant to hold text"
    UNKNOWN = "read if it is text, otherwise reported as unread"


READ, HARMLESS, UNKNOWN = Standing.READ, Standing.HARMLESS, Standing.UNKNOWN

STANDING: Mapping[str, Standing] = {
    "main": READ,
    "styles": READ,
    "numbering": READ,
    "settings": READ,
    "theme": HARMLESS,
    "header": READ,
    "footer": READ,
    "footnotes": READ,
    "endnotes": READ,
    "comments": READ,
    "core-properties": READ,
    "extended-properties": READ,
    "relationships": READ,
    "content-types": READ,
    "custom-properties": READ,
    "comment-extras": READ,
    "people": READ,
    "glossary": READ,
    "custom-xml": READ,
    "chart": READ,
    "diagram": READ,
    "drawing": READ,
    "picture": READ,
    "thumbnail": READ,
    "embedded": READ,
    "imported": READ,
    "macros": READ,
    "controls": READ,
    "ribbon": READ,
    "web-extension": READ,
    "signature": READ,
    "label": READ,
    "mail-merge": READ,
    "printer": READ,
    "ink": READ,
    "model": READ,
    "key-map": READ,
    "stray": READ,
    "lock": READ,
    "tasks": READ,
    "font-table": HARMLESS,
    "font": HARMLESS,
    "web-settings": HARMLESS,
    "styles-with-effects": HARMLESS,
    "table-styles": HARMLESS,
}


def standing_of(kind: str) -> Standing:
    """What the reader does with parts of a kind."""
    return STANDING.get(kind, UNKNOWN)
