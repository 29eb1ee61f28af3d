"""Document properties: who wrote the file and what it calls itself, in the words of Word's own dialogs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.model import Trait
from scr_docs.word.markup.xml import VT, Element
from scr_docs.word.paragraphs.aside import local_path

_TITLES = {
    "creator": "Author",
    "lastModifiedBy": "Last modified by",
    "description": "Comments",
    "contentStatus": "Status",
    "version": "Version",
    "language": "Language",
    "HyperlinkBase": "Hyperlink base",
    "TitlesOfParts": "Titles of parts",
    "HLinks": "Hyperlinks",
    "Application": "Program",
    "PresentationFormat": "Presentation format",
}
"""Word's own words where they differ from the file's."""

_WITHIN_WORD = frozenset({"HeadingPairs", "AppVersion", "DigSig"})
_PROGRAMS = re.compile(r"(Microsoft (Office|Word|Macintosh Word)|LibreOffice|OpenOffice)[\w ./$-]*")
"""What programs themselves fill in, the same in every document."""

_NO_TEXT = re.compile(r"[\d.,:+\-TZ\s]*|true|false")


_PEOPLE = frozenset({"creator", "lastModifiedBy", "Manager"})
_TOLD = frozenset({
    "title", "subject", "keywords", "description", "category", "contentStatus", "identifier", "version", "Company",
    "HyperlinkBase",
})  # fmt: skip


def properties(root: Element, part: str) -> Iterator[tuple[str, str, Trait | None]]:
    """Each text property of a core or app properties part with its address and in which way it is hidden.

    Numbers, dates and yes/no are left out.
    """
    for element in root:
        name = str(element.tag).rpartition("}")[2]
        if name in _WITHIN_WORD:
            continue
        title = _TITLES.get(name) or name[:1].upper() + name[1:]
        for text in _texts(element):
            if not (_NO_TEXT.fullmatch(text) or _PROGRAMS.fullmatch(text)):
                yield f"document properties > {title} ({part})", text, _trait(name, text)


def _trait(name: str, text: str) -> Trait | None:
    if name in _PEOPLE:
        return "author"
    if name == "Template":
        return "template-path" if local_path(text) else None
    return local_path(text) or ("property" if name in _TOLD else None)


def _texts(element: Element) -> Iterator[str]:
    if not len(element):
        yield (element.text or "").strip()
        return
    listed = element.iter(VT + "lpstr", VT + "lpwstr", VT + "bstr")
    found = [text for piece in listed if (text := (piece.text or "").strip())]
    yield from found or ["".join(element.itertext()).strip()]  # type: ignore[arg-type]
