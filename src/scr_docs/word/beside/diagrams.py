"""SmartArt and drawings in parts of their own: every paragraph in them, and what their shapes are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.word.container.source import Source
from scr_docs.word.container.xml_text import joined, local
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.not_text import is_text
from scr_docs.word.markup.xml import A, W

_PARAGRAPHS = frozenset({A + "p", W + "p"})
_ATTRIBUTES = frozenset({"descr", "title", "name", "alt", "string", "tooltip", "href"})
_NAMED_BY_FORMAT = frozenset({"gd", "ahXY", "font", "constr", "rule", "presOf", "layoutNode", "forEach"})
_USUAL_NAME = re.compile(r"(?:[\w-]+ ){0,3}[\w-]*\d+|_x0000_\w+")
"""Names that programs give to shapes: Rectangle 4."""


def diagram(source: Source) -> Iterator[Found]:
    """The texts of a diagram. Its layout, colours and style have names that are the same in every file."""
    if re.search(r"/(colors|layout|quickstyle)\d*\.xml$", source.name):
        return _texts(source, "design of a diagram", attributes=False)
    return _texts(source, "diagram", attributes=True)


def drawing(source: Source) -> Iterator[Found]:
    """The texts of a drawing."""
    return _texts(source, "drawing", attributes=True)


def _texts(source: Source, what: str, *, attributes: bool) -> Iterator[Found]:
    for root in source.roots():
        waiting = [root]
        while waiting:
            element = waiting.pop()
            where = f"{what} {source.shown}"
            named = attributes and local(str(element.tag)) not in _NAMED_BY_FORMAT
            for key, value in element.items() if named else ():
                name = local(str(key))
                if name in _ATTRIBUTES and is_text(str(value)) and not _USUAL_NAME.fullmatch(str(value)):
                    yield Found("alt-text" if name in {"descr", "alt"} else "diagram", str(value), f"{where}, {name}")
            if element.tag in _PARAGRAPHS:
                yield Found("diagram", joined(element), where)
            else:
                if text := (element.text or "").strip():
                    yield Found("diagram", text, where)
                waiting.extend(reversed(element))
