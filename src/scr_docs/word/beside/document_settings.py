"""What Word's settings for a document say in words: variables, the mail merge, and whatever else is free text."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.model import Trait
from scr_docs.word.container.source import Source
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.not_text import is_text, is_words
from scr_docs.word.markup.xml import VAL, A, Element, M, W

_DIGITS_OF_A_DATE = 6
_MERGE_TITLES = {
    "query": "query",
    "connectString": "connection",
    "addressFieldName": "column of the mail address",
    "mailSubject": "subject of the messages",
    "udl": "connection",
    "table": "table",
    "name": "column of the list",
    "mappedName": "column of the list, as Word calls it",
}
_OF_THE_MERGE = frozenset({
    "mainDocumentType", "dataType", "destination", "type", "lid", "activeRecord", "checkErrors", "viewMergedData",
    "linkToQuery", "doNotSuppressBlankLines", "dynamicAddress", "fHdr", "column", "colDelim", "mailAsAttachment",
})  # fmt: skip
_FREE_TEXT = {
    W + "attachedSchema": ("schema", (VAL,)),
    W + "saveThroughXslt": ("transformation on saving", (W + "solutionID",)),
    W + "caption": ("label of captions", (W + "name",)),
    W + "autoCaption": ("kind of object with captions", (W + "name",)),
    W + "smartTagType": ("kind of smart tag", (W + "name", W + "url", W + "namespaceuri")),
    W + "writeProtection": ("protection", (W + "recommendedBy",)),
    W + "clickAndTypeStyle": ("style of clicked text", (VAL,)),
    W + "defaultTableStyle": ("style of tables", (VAL,)),
}
_OF_WORD = frozenset({W + "rsids", W + "compat", M + "mathPr", W + "footnotePr", W + "endnotePr", W + "zoom"})
_WORD_SPACES = (W, M, A, "{urn:schemas-microsoft-com:", "{http://schemas.microsoft.com/office/word/")


def settings(source: Source) -> Iterator[Found]:
    """The free text of the settings."""
    for root in source.roots():
        for element in root:
            if element.tag == W + "docVars":
                yield from _variables(element)
            elif element.tag == W + "mailMerge":
                yield from _merge(element)
            elif element.tag in _FREE_TEXT or (len(element) and element.tag not in _OF_WORD) or _is_foreign(element):
                yield from _others(element)


def _variables(element: Element) -> Iterator[Found]:
    for variable in element.iterchildren(W + "docVar"):
        name, text = variable.get(W + "name", ""), variable.get(VAL, "")
        if name or text:
            told = is_words(text) or sum(sign.isdigit() for sign in text) >= _DIGITS_OF_A_DATE
            trait: Trait | None = "document-variable" if told else None
            yield Found("settings", f"{name}: {text}", f"document variable {name}", trait)


def _merge(element: Element) -> Iterator[Found]:
    for inner in element.iter():
        name = str(inner.tag).rpartition("}")[2]
        if name in _OF_THE_MERGE:
            continue
        for text in map(str, inner.attrib.values()):
            if is_text(text) and not text.startswith("rId"):
                yield Found("settings", text, f"mail merge > {_MERGE_TITLES.get(name, name)}", "mail-merge")


def _others(element: Element) -> Iterator[Found]:
    for inner in element.iter():
        tag = str(inner.tag)
        title, keys = _FREE_TEXT.get(tag, ("", ()))
        for key in keys:
            if text := inner.get(key, ""):
                yield Found("settings", text, f"settings > {title}")
        if _is_foreign(inner):
            name = tag.rpartition("}")[2]
            for text in map(str, inner.attrib.values()):
                if is_text(text):
                    yield Found("settings", text, f"settings > {name}")


def _is_foreign(element: Element) -> bool:
    return not str(element.tag).startswith(_WORD_SPACES)
