"""Parts that no arrow leads to: Word shows nothing of them, and they are in the file all the same."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from scr_docs.word.container.kinds_of_part import HARMLESS, standing_of
from scr_docs.word.container.parts import Parts
from scr_docs.word.container.reach import reached
from scr_docs.word.markup.found import Found

_WORDS = etree.XPath("boolean(//text()[normalize-space()])")
_OF_WORD_ONLY = frozenset({"numbering", "styles", "settings", "comment-extras", "people"})
"""Kinds that say nothing of the case beyond what their own readers tell."""

_NEVER_POINTED_AT = frozenset({"relationships", "content-types", "stray", "lock", ""})


def left_over(parts: Parts) -> Iterator[Found]:
    """The name of each such part. Where the package's own arrows are lost, nobody can tell which they are."""
    if not parts.arrows.get(""):
        return
    there = reached(parts.arrows)
    for name, kind in parts.kinds.items():
        if name in there or kind in _NEVER_POINTED_AT or standing_of(kind) is HARMLESS:
            continue
        if kind in _OF_WORD_ONLY or (name.endswith(".xml") and not any(_WORDS(root) for root in parts.roots(name))):
            continue
        yield Found("embedded", parts.shown(name), f"part that nothing leads to: {parts.shown(name)}", "orphan-part")
