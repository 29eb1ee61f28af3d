"""What the XML of a part holds beside the elements that its reader knows: comments, instructions, stray text.

Whoever reads a part reads what its elements are meant to hold. XML has room for more, and so a second look goes over
every part, by other means than the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from lxml import etree

from scr_docs.word.markup.found import Found
from scr_docs.word.markup.legible import legible
from scr_docs.word.markup.not_text import from_base64, is_text
from scr_docs.word.markup.xml import A, Element, M, W, parse_with_margins

_Text = etree._ElementUnicodeResult  # noqa: SLF001  as in xml.py
_Instruction = etree._ProcessingInstruction  # noqa: SLF001

_KNOWN_SPACES = (
    "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/", "http://schemas.microsoft.com/",
    "urn:schemas-microsoft-com:", "http://purl.org/dc/", "http://www.w3.org/", "http://descriptions.openoffice.org/",
    "http://schemas.apple.com/", "http://customooxmlschemas.google.com/",
)  # fmt: skip
_SPACE = re.compile(rb"xmlns(?::[\w.-]+)?\s*=\s*[\"']([^\"']*)")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")
_OF_WORD_ITSELF = re.compile(r"mso-\w+")

_STORIES = frozenset({"main", "header", "footer", "footnotes", "endnotes", "comments", "glossary"})
_READ_AS_TEXT = frozenset({
    "styles", "numbering", "settings", "theme", "font-table", "web-settings", "styles-with-effects", "table-styles",
    "comment-extras", "people",
}) | _STORIES  # fmt: skip
"""Kinds whose readers know which elements hold text; the others are read whole."""

_SPACES = {"w": W[1:-1], "m": M[1:-1], "a": A[1:-1]}
_STRAY = etree.XPath(
    "descendant::text()[normalize-space() and not(parent::w:t[ancestor::w:p] or parent::w:delText or parent::m:t"
    " or parent::w:instrText or parent::w:delInstrText or parent::a:t)]",
    namespaces=_SPACES,
)
"""Text where Word has none: outside paragraphs, in elements that are not for text."""

_BESIDE_CELLS = etree.XPath(
    "descendant::w:p[not(parent::w:body or parent::w:tc)][ancestor::w:tbl]"
    "[ancestor::*[self::w:tc or self::w:tbl][1][self::w:tbl]]/descendant::w:t/text()",
    namespaces=_SPACES,
)
"""Text in a table, but in none of its cells, as in damaged files."""

_NUMBERS = frozenset({
    "posOffset", "align", "pctWidth", "pctHeight", "pctPosHOffset", "pctPosVOffset",
})  # fmt: skip
"""Where shapes stand, and how large they are."""


def margins(data: bytes, root: Element, part: str, kind: str) -> Iterator[Found]:
    """What a part of this kind holds in places where nobody looks; `data` are its bytes, `part` its name."""
    wide = data[:2] in _WIDE
    if wide or has_more_than_elements(data):
        yield from _beside_elements(data, part)
    if kind not in _READ_AS_TEXT:
        return
    if wide or not _has_known_spaces(data):
        yield from _of_others(root, part)
    for text in cast("list[_Text]", _STRAY(root)):
        yield from _stray(text, part)
    for text in cast("list[_Text]", _BESIDE_CELLS(root)) if kind in _STORIES else ():
        yield from _stray(text, part)


def has_more_than_elements(data: bytes) -> bool:
    """Whether there is a comment or an instruction after the first line. The rare signs are looked for first."""
    start = data.find(b"?>", 0, 256) + 1
    return (data.find(b"!", start) >= 0 and b"<!" in data) or (
        data.find(b"?", start) >= 0 and data.find(b"<?", start) >= 0
    )


def _beside_elements(data: bytes, part: str) -> Iterator[Found]:
    tree = parse_with_margins(data).getroottree()
    for node in cast("list[Element]", tree.xpath("//comment()")):
        if text := (node.text or "").strip():
            yield Found("custom-xml", text, f"comment in the XML of {part}", "custom-xml")
    for node in cast("list[_Instruction]", tree.xpath("//processing-instruction()")):
        if not _OF_WORD_ITSELF.fullmatch(target := str(node.target)):
            told = f"{target} {node.text or ''}".strip()
            yield Found("custom-xml", told, f"instruction in the XML of {part}", "custom-xml")


def _of_others(root: Element, part: str) -> Iterator[Found]:
    """The attributes whose names nobody knows: those of other programs."""
    for element in root.iter():
        foreign = not _is_known(_space(str(element.tag)))
        for key, value in element.items():
            space = _space(str(key))
            if (foreign or (space and not _is_known(space))) and is_text(str(value)):
                yield Found(
                    "custom-xml", str(value), f"attribute {local(str(key))} of another program in {part}", "custom-xml"
                )


def _stray(text: _Text, part: str) -> Iterator[Found]:
    parent = text.getparent()
    name = "" if parent is None or text.is_tail else local(str(parent.tag))
    if name == "fldData":
        return  # read with the fields
    if name == "binData":
        for words in legible(from_base64(str(text)), least=6):
            yield Found("custom-xml", words, f"binary data in {part}", "custom-xml")
    elif name not in _NUMBERS:
        yield Found("custom-xml", str(text).strip(), f"text between the elements of {part}", "custom-xml")


def local(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition("}")[2]


def _space(tag: str) -> str:
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""


def _has_known_spaces(data: bytes) -> bool:
    """Whether a part has no names of other programs; most parts declare all vocabularies in their first tag."""
    end = data.find(b">", data.find(b"xmlns"))
    return _all_known(data[:end]) and (data.find(b"xmlns", end) < 0 or _all_known(data[end:]))


@lru_cache(64)
def _all_known(declarations: bytes) -> bool:
    return all(_is_known(space.decode("utf-8", "replace")) for space in _SPACE.findall(declarations))


def _is_known(space: str) -> bool:
    return space.startswith(_KNOWN_SPACES)
