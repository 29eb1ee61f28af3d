"""Whether each kind of part in a Word file is read: a part that is on no list is reported, never passed over.

The one table below is the promise of the reader. To read a new kind: write its reader, and set its line to READ.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping


class Standing(enum.Enum):
    """What the reader does with a kind of part."""

    READ = "read"
    LATER = "not read yet, and not reported until the reader for it is written"
    HARMLESS = "cannot hold text that anybody sees or finds"
    UNKNOWN = "reported as unread"


READ, LATER, HARMLESS, UNKNOWN = Standing.READ, Standing.LATER, Standing.HARMLESS, Standing.UNKNOWN

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
    "custom-properties": LATER,
    "comment-extras": LATER,
    "people": LATER,
    "glossary": LATER,
    "custom-xml": LATER,
    "chart": LATER,
    "diagram": LATER,
    "drawing": LATER,
    "picture": LATER,
    "thumbnail": LATER,
    "embedded": LATER,
    "imported": LATER,
    "macros": LATER,
    "controls": LATER,
    "ribbon": LATER,
    "web-extension": LATER,
    "signature": LATER,
    "label": LATER,
    "mail-merge": LATER,
    "printer": LATER,
    "ink": LATER,
    "model": LATER,
    "key-map": LATER,
    "stray": LATER,
    "font-table": HARMLESS,
    "font": HARMLESS,
    "web-settings": HARMLESS,
    "styles-with-effects": HARMLESS,
    "table-styles": HARMLESS,
}


def standing_of(kind: str) -> Standing:
    """What the reader does with parts of a kind."""
    return STANDING.get(kind, UNKNOWN)
