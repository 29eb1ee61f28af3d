"""The letterhead as the first words of the letter, for LibreOffice.

LibreOffice tags headers as nothing that is said, so a screen reader would not tell whom the letter is from. Only what
is given to LibreOffice is changed, and what is seen stays where it was: the first page begins where its header began,
and the other pages keep their margin by a header with nothing in it.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from scr_docs.letters import package
from scr_docs.letters.formats.paragraph_styles import root_of
from scr_docs.letters.merging.traps import W

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_HEADER = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr>'
    '<w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/></w:pPr></w:p></w:hdr>'
)
_LOWEST = 56
"""Twentieths of a point: LibreOffice makes no header lower than this (measured with 7.4.7)."""
_OTHERS, _ID = "word/header-of-other-pages.xml", "rIdOfOtherPages"


def said_first(letter: bytes) -> bytes:
    """The Word letter with its letterhead as its first paragraphs; as it was where that is none, or has pictures."""
    parts = package.parts(letter)
    document = root_of(parts["word/document.xml"])
    body, sections = document.find(f"{W}body"), list(document.iter(f"{W}sectPr"))
    name = _first_header(parts, document)
    if body is None or len(sections) != 1 or name is None:
        return letter
    header, margins = root_of(parts[name]), sections[0].find(f"{W}pgMar")
    points_out = any(key.startswith(_R) for element in header.iter() for key in element.attrib)
    if margins is None or points_out or header.find(f".//{W}drawing") is not None:
        return letter
    top, head = (int(margins.get(f"{W}{side}") or 0) for side in ("top", "header"))
    if not _LOWEST < head < top:
        return letter
    for number, block in enumerate(list(header)):
        body.insert(number, block)
    begin = str(head - _LOWEST)
    margins.set(f"{W}top", begin)
    margins.set(f"{W}header", begin)
    reference = etree.Element(f"{W}headerReference", {f"{W}type": "default", f"{_R}id": _ID})
    sections[0].insert(0, reference)
    changed = {
        **parts,
        "word/document.xml": etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True),
        name: _EMPTY.format(height=20).encode(),
        _OTHERS: _EMPTY.format(height=top - head + _LOWEST).encode(),
    }
    arrow = f'<Relationship Id="{_ID}" Type="{_HEADER}" Target="{_OTHERS.removeprefix("word/")}"/></Relationships>'
    kind = f'<Override PartName="/{_OTHERS}" ContentType="{_KIND}"/></Types>'
    for part, end, more in (
        ("word/_rels/document.xml.rels", b"</Relationships>", arrow),
        ("[Content_Types].xml", b"</Types>", kind),
    ):
        changed[part] = parts[part].replace(end, more.encode())
    return package.packed(changed)


def _first_header(parts: Mapping[str, bytes], document: etree._Element) -> str | None:
    """The part with the header of the first page, where the other pages have none."""
    found = {one.get(f"{W}type"): one.get(f"{_R}id") for one in document.iter(f"{W}headerReference")}
    if set(found) != {"first"} or document.find(f".//{W}titlePg") is None:
        return None
    arrows = {one.get("Id"): one.get("Target") for one in root_of(parts["word/_rels/document.xml.rels"])}
    name = f"word/{arrows.get(found['first'])}"
    return name if name in parts else None
