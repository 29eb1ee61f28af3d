"""Custom XML: the data of forms, cover pages and document systems, and the fields of the text that show them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from lxml import etree

from scr_docs.word.container.source import Source
from scr_docs.word.container.xml_text import local, texts
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.not_text import is_text, is_words
from scr_docs.word.markup.xml import VAL, Element, W

_SIMPLE_PATH = re.compile(r"(?:/(?:[\w.-]+:)?[\w.-]+(?:\[\d+\])?)+(?:/@(?:[\w.-]+:)?[\w.-]+)?")
_PREFIX = re.compile(r"xmlns:([\w.-]+)\s*=\s*[\"']([^\"']*)[\"']")
_SCAFFOLDING = (
    "http://schemas.microsoft.com/office/2006/metadata/contentType",
    "http://www.w3.org/2001/XMLSchema",
    "http://schemas.microsoft.com/sharepoint/v3/contenttype/forms",
    "http://schemas.microsoft.com/sharepoint/events",
    "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "http://schemas.microsoft.com/PowerBIAddIn",
)
"""What document systems put into every file: text for a search, but nothing to be told."""

_OF_THE_FORMAT = frozenset({"SelectedStyle", "StyleName", "Version", "uri", "nil", "itemID"})


@dataclass(frozen=True, slots=True)
class Binding:
    """A field of the text that shows a piece of custom XML: which piece, and what the field is called."""

    store: str
    path: str
    prefixes: Mapping[str, str]
    name: str


def bindings(roots: Sequence[Element]) -> list[Binding]:
    """The fields in these stories that are bound to custom XML."""
    found = []
    for root in roots:
        for element in root.iter(W + "dataBinding"):
            around = element.getparent()
            titles = [] if around is None else [around.find(W + "alias"), around.find(W + "tag")]
            name = next((title.get(VAL, "") for title in titles if title is not None and title.get(VAL)), "")
            path = element.get(W + "xpath", "")
            if _SIMPLE_PATH.fullmatch(path):
                prefixes = dict(_PREFIX.findall(element.get(W + "prefixMappings", "")))
                found.append(Binding(element.get(W + "storeItemID", "").lower(), path, prefixes, name))
    return found


def custom_xml(source: Source, bound: Sequence[Binding]) -> Iterator[Found]:
    """Every text and every telling attribute of a piece of custom XML."""
    for root in source.roots():
        fields = _fields(root, _store(source), bound)
        told = not _space(root).startswith(_SCAFFOLDING)
        for element in root.iter():
            field = fields.get(element, "")
            fills = (
                "" if element not in fields else f', shown in the field "{field}"' if field else ", shown in a field"
            )
            name = local(str(element.tag))
            where = f"custom XML {source.shown} > {name}{fills}"
            text = (element.text or "").strip()
            if is_text(text):
                yield Found("custom-xml", text, where, "custom-xml" if told and is_words(text) else None)
            if is_text(after := (element.tail or "").strip()):
                yield Found("custom-xml", after, f"custom XML {source.shown} > after {name}", "custom-xml")
        for name, text in texts(root):
            if name and name not in _OF_THE_FORMAT and is_text(text):
                plain = told and is_words(text)
                yield Found("custom-xml", text, f"custom XML {source.shown} > {name}", "custom-xml" if plain else None)


def _store(source: Source) -> str:
    """The identifier under which the fields of the text know a piece of custom XML."""
    for arrow in source.arrows:
        if arrow.kind == "customXmlProps" and arrow.target in source.parts.package:
            for root in source.parts.roots(arrow.target):
                return next((str(value).lower() for key, value in root.items() if local(str(key)) == "itemID"), "")
    return ""


def _fields(root: Element, store: str, bound: Sequence[Binding]) -> dict[Element, str]:
    found: dict[Element, str] = {}
    for binding in bound:
        if binding.store not in {"", store}:
            continue
        path = binding.path.partition("/@")[0]
        try:
            hits = cast("list[Element]", root.getroottree().xpath(path, namespaces=dict(binding.prefixes)))
        except etree.XPathError:
            continue
        found |= dict.fromkeys(hits, binding.name)
    return found


def _space(root: Element) -> str:
    return str(root.tag)[1:].partition("}")[0]
