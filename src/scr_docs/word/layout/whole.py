"""Barriers of the document as a whole: no title, no language, no headings, text in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scr_docs.model import Barrier
from scr_docs.word.container.parts import Parts
from scr_docs.word.layout.lines import Line
from scr_docs.word.markup.xml import Element, W, number, val

_LONG, _PAGE = 150, 600
"""Words: from so many on a document wants a title, and headings, which a page or two can do without."""

_ENGLISH = re.compile(r"en\b", re.IGNORECASE)
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def of_the_whole(parts: Parts, root: Element, lines: Sequence[Line]) -> Iterator[Barrier]:
    """The barriers of the document."""
    words = sum(len(line.text.split()) for line in lines)
    if words >= _LONG:
        if not _title(parts):
            yield Barrier("no-title")
        language = _language(parts)
        if language is None:
            yield Barrier("no-language")
        elif not _ENGLISH.match(language):
            yield Barrier("other-language", told=language)
    if words >= _PAGE and not any(line.level for line in lines):
        yield Barrier("no-headings")
    for section in root.iter(W + "sectPr"):
        columns = section.find(W + "cols")
        if columns is not None and (number(columns.get(W + "num")) or 1) > 1:
            yield Barrier("columns")
            return


def _title(parts: Parts) -> bool:
    roots = (root for _, root in parts.roots_of("core-properties"))
    return any((root.findtext(_TITLE) or "").strip() for root in roots)


def _language(parts: Parts) -> str | None:
    """The language of the document's text: that of its defaults or of its first style, else of its settings."""
    styles = parts.only("styles")
    if styles is not None:
        told = val(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), W + "lang")
        normal = next(
            (one for one in styles.iterchildren(W + "style") if one.get(W + "default") in ("1", "true")), None
        )
        own = None if normal is None else val(normal.find(W + "rPr"), W + "lang")
        if own or told:
            return own or told
    return val(parts.only("settings"), W + "themeFontLang")
