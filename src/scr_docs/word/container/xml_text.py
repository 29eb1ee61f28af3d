"""Every text in a part of XML whose vocabulary is not ours: its paragraphs, its other text, its telling attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from scr_docs.model import Unread
from scr_docs.word.container.package import Package
from scr_docs.word.container.relationships import relationships
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.xml import Element, PartError, parse

_PARAGRAPHS = frozenset({"p", "h", "si", "is", "text", "Text"})
"""Elements whose text is split into pieces that are read as one."""

_BREAKS = frozenset({"br", "tab", "cr", "s", "line-break"})
_ALWAYS = frozenset({
    "descr", "title", "name", "tooltip", "author", "initials", "userId", "displayName", "prompt", "promptTitle",
    "error", "errorTitle", "v", "caption", "sourceFile", "connection", "command", "description", "alt", "display",
    "Name", "NameU", "Prompt", "localName", "customPrompt", "oddHeader",
})  # fmt: skip
_NEVER = frozenset({
    "typeface", "uri", "Id", "Type", "ContentType", "PartName", "Requires", "Ignorable", "styleId", "tableStyleId",
    "script", "panose", "id", "lang", "altLang", "guid", "uid", "spid", "schemaLocation", "charset", "Target",
    "N", "U",
})  # fmt: skip
_TELLING = re.compile(r"\b[A-Z][a-z]|\b[A-Z]{4}|[@\\]|[^\W\d] {1,5}[^\W\d]|^\+?\d[\d ]{9,13}$")
"""What a name, a path, an address or a sentence has, and the words of a file format mostly have not."""


def is_xml(name: str) -> bool:
    """Whether a part is read as XML, by its name."""
    return name.endswith((".xml", ".vml", ".rels"))


def part_texts(package: Package, name: str, where: str = "") -> Iterator[Found | Unread]:
    """Every text of a part of XML; `where` is its address, the name of the part for ""."""
    if name.endswith(".rels"):
        yield from _links(package, name)
    elif name != "[content_types].xml":
        where = where or package.shown(name)
        for root in roots(package, name):
            yield from [root] if isinstance(root, Unread) else located(root, where)


def roots(package: Package, name: str) -> Iterator[Element | Unread]:
    """The root of each copy of a part; what cannot be read is Unread."""
    try:
        for data in package.read(name):
            yield parse(data)
    except PartError as error:
        yield Unread(package.shown(name), str(error))


def located(root: Element, where: str) -> Iterator[Found]:
    """Every text below an element; what an attribute says has the name of the attribute in its address."""
    for label, text in texts(root):
        yield Found("embedded", text, f"{where}, {label}" if label else where)


def texts(root: Element) -> Iterator[tuple[str, str]]:
    """Every text below an element, after the name of the attribute that holds it ("" for text between tags)."""
    for element in root.iter():
        for key, value in element.items():
            name, text = local(str(key)), str(value).strip()
            if text and name not in _NEVER and (name in _ALWAYS or tells(text)):
                yield name, text
    waiting = [root]
    while waiting:
        element = waiting.pop()
        whole = _reads_as_one(element)
        if text := joined(element) if whole else (element.text or "").strip():
            yield "", text
        if not whole:
            waiting.extend(reversed(element))


def joined(paragraph: Element) -> str:
    """The text of a paragraph in one, breaks and tabs as spaces."""
    pieces = []
    for event, element in etree.iterwalk(paragraph, events=("start", "end")):
        if event == "start":
            pieces += [" " if local(str(element.tag)) in _BREAKS else "", element.text or ""]
        elif element is not paragraph:
            pieces.append(element.tail or "")
    return "".join(pieces).strip()


def _reads_as_one(element: Element) -> bool:
    """Whether the text of an element goes on through its children, as that of a paragraph does."""
    if local(str(element.tag)) in _PARAGRAPHS:
        return True
    after = any((child.tail or "").strip() for child in element)
    return after or (len(element) > 0 and bool((element.text or "").strip()))


def tells(value: str) -> bool:
    """Whether the value of an attribute may be a name, a path, an address, a sentence or somebody's number."""
    return _TELLING.search(value) is not None


def local(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition("}")[2]


def _links(package: Package, name: str) -> Iterator[Found | Unread]:
    """What the arrows of a part point at outside the file."""
    yield from (root for root in roots(package, name) if isinstance(root, Unread))
    folder, _, source = name.removesuffix(".rels").rpartition("_rels/")
    for arrow in relationships(package, folder + source):
        if arrow.external and arrow.target:
            yield Found("embedded", arrow.target, f"link in {package.shown(folder + source) or 'the file'}")
