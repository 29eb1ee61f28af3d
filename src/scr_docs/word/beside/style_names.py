"""The words in styles and lists that somebody made: what they are called, and the text that lists count with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.word.container.source import Source
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.xml import VAL, W, val

_TEXT = W + "lvlText"
_WORD = re.compile(r"[^\W\d_]{3}")
_CUSTOM = frozenset({"1", "true", "on"})


def names_in_styles(source: Source) -> Iterator[Found]:
    """The names of styles that do not come with Word."""
    for root in source.roots():
        for style in root.iterchildren(W + "style"):
            if style.get(W + "customStyle") in _CUSTOM:
                for tag in ("name", "aliases"):
                    if (name := val(style, W + tag)) and _WORD.search(name):
                        yield Found("settings", name, "name of a style")


def names_in_numbering(source: Source) -> Iterator[Found]:
    """The names of lists, and the words around their numbers."""
    for root in source.roots():
        for element in root.iter(W + "name", W + "lvlText", W + "styleLink", W + "numStyleLink"):
            text = element.get(VAL, "")
            if _WORD.search(text):
                yield Found("settings", text, "text of a list" if element.tag == _TEXT else "name of a list")
