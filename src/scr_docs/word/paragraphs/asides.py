"""The elements of a story that say something beside its text, and how each is read."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Mapping

from scr_docs.word.container.relationships import Relationship
from scr_docs.word.markup.legible import as_text
from scr_docs.word.markup.xml import VAL, Element, R, W
from scr_docs.word.paragraphs.aside import Aside, local_path
from scr_docs.word.paragraphs.controls import content_control, form_data
from scr_docs.word.paragraphs.names import is_words_own

Links = Mapping[str, Relationship]

_TAG = re.compile(r"<[^<>]*>")
_EVERYONE = frozenset({"everyone", "none", "administrators", "contributors", "editors", "owners", "current"})


def hyperlink(element: Element, links: Links) -> Iterator[Aside]:
    """Where a w:hyperlink leads, and what Word shows when the mouse is on it."""
    for name in ("anchor", "docLocation", "tooltip"):
        text = element.get(W + name)
        if text and not is_words_own(text):
            yield Aside("link", text, "tip of a link" if name == "tooltip" else "link", local_path(text))
    yield from target(element.get(R + "id"), links)


def target(id_: str | None, links: Links) -> Iterator[Aside]:
    """Where the link with this id leads."""
    arrow = links.get(id_ or "")
    if arrow is not None and arrow.written and not is_words_own(arrow.written.removeprefix("#")):
        yield Aside("link", arrow.written, "link", local_path(arrow.written))


def table_captions(properties: Element, _: Links) -> Iterator[Aside]:
    """The alternative text of a table, in its w:tblPr."""
    for child in properties.iterchildren(W + "tblCaption", W + "tblDescription"):
        if text := child.get(VAL, "").strip():
            yield Aside("alt-text", text, "alternative text of a table")


def former_number(properties: Element, _: Links) -> Iterator[Aside]:
    """The number that a paragraph had before a tracked change, as in "%1:4:0:.%2:12:0:"."""
    for change in properties.iterchildren(W + "numberingChange"):
        if text := change.get(W + "original", "").strip():
            yield Aside("field", text, "former number")


def _bookmark(element: Element, _: Links) -> Iterator[Aside]:
    name = element.get(W + "name", "")
    if not is_words_own(name):
        yield Aside("bookmark", name, "bookmark")


def _permission(element: Element, _: Links) -> Iterator[Aside]:
    editor = element.get(W + "ed", "").strip()
    if editor and editor.lower() not in _EVERYONE:
        yield Aside("settings", editor, "permission to edit", "permission")


def _smart_tag(properties: Element, _: Links) -> Iterator[Aside]:
    for child in properties:
        text = child.get(VAL, "").strip()
        if sum(letter.isalpha() for letter in text) > 1 or sum(letter.isdigit() for letter in text) > 5:
            yield Aside("custom-xml", text, "hidden tag", "custom-xml")


def _field_data(data: Element, _: Links) -> Iterator[Aside]:
    try:
        text = as_text(base64.b64decode("".join((data.text or "").split()), validate=True))
    except (binascii.Error, ValueError):
        text = data.text
    text = " ".join(_TAG.sub(" ", text or "").split())
    if any(letter.isalpha() for letter in text):
        yield Aside("field", text, "data of a field", "hidden-field")


def _subdocument(element: Element, links: Links) -> Iterator[Aside]:
    arrow = links.get(element.get(R + "id", ""))
    if arrow is not None:
        yield Aside("link", arrow.written, "subdocument", "linked-file")


ASIDES: dict[str, Callable[[Element, Links], Iterator[Aside]]] = {
    W + "hyperlink": hyperlink,
    W + "bookmarkStart": _bookmark,
    W + "permStart": _permission,
    W + "sdtPr": lambda properties, _: content_control(properties),
    W + "smartTagPr": _smart_tag,
    W + "customXmlPr": _smart_tag,
    W + "ffData": lambda data, _: form_data(data),
    W + "fldData": _field_data,
    W + "subDoc": _subdocument,
}
