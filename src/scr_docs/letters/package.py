"""The finished Word file: the same bytes for the same letter, and properties that tell nothing of the family."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from scr_docs.letters.dates import ENGLISH

_FIXED = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>\
<dc:language>{language}</dc:language><cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>\
<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified></cp:coreProperties>"""
_APP = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
_CUSTOM = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
_CORE_NAME, _TYPES = "docProps/core.xml", "[Content_Types].xml"


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {entry.filename: package.read(entry) for entry in package.infolist() if not entry.is_dir()}


def stories(found: Mapping[str, bytes]) -> dict[str, str]:
    """The parts with words of the letter, each with what it is: document, header, footer, footnotes or endnotes."""
    told = found.get(_TYPES, b"").decode("utf-8", "replace")
    kinds = re.findall(r"<Override [^>]{0,400}>", told)
    named = {
        name[1]: kind[1]
        for one in kinds
        if (name := re.search(r'PartName="/([^"]+)"', one))
        and (kind := re.search(r"wordprocessingml\.(document|header|footer|footnotes|endnotes)(?:\.main)?\+xml", one))
    }
    return {name: kind for name, kind in named.items() if name in found}


def neutral(found: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a template without what Word noted of those who wrote it, and in British English.

    Taken out are the numbers of editing sessions, the path of the template, the office's own properties and the picture
    of the first page. Properties come anew with each letter.
    """
    kept = {name: content for name, content in found.items() if not re.match(r"docProps/thumbnail\.", name)}
    for name, content in kept.items():
        if name.endswith(".rels"):
            kept[name] = re.sub(rb'<Relationship [^>]*/(?:attachedTemplate|thumbnail)"[^>]*/>', b"", content)
        elif name.startswith("word/") and name.endswith(".xml"):
            plain = re.sub(rb' w:rsid\w{0,12}="[0-9A-Fa-f]{0,8}"', b"", content)
            plain = re.sub(rb"<w:rsids>.*?</w:rsids>|<w:attachedTemplate [^>]*/>", b"", plain, flags=re.DOTALL)
            kept[name] = re.sub(rb'(<w:(?:lang|themeFontLang)\b[^>]*? w:val=")en-US(")', rb"\1en-GB\2", plain)
    for name, text in (("docProps/app.xml", _APP), ("docProps/custom.xml", _CUSTOM)):
        if name in kept:
            kept[name] = (_HEAD + text).encode()
    return _with_core(kept)


def finish(
    found: Mapping[str, bytes], *, title: str, author: str, day: datetime.date, language: str = ENGLISH
) -> bytes:
    """The Word file of these parts, with its properties; the same bytes for the same letter, whenever it is made."""
    told = {"title": escape(title), "author": escape(author), "language": escape(language)}
    core = _HEAD + _CORE.format(**told, day=day.isoformat())
    return packed({name: core.encode() if name == _CORE_NAME else content for name, content in found.items()})


def packed(found: Mapping[str, bytes]) -> bytes:
    """The Word file of these parts: the same bytes for the same parts."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(found, key=lambda name: (name != _TYPES, name)):
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, found[name])
    return output.getvalue()


def _with_core(found: dict[str, bytes]) -> dict[str, bytes]:
    """The same, with a place for the properties of the letter where the template has none."""
    if _CORE_NAME in found:
        return {**found, _CORE_NAME: b""}
    kind = (
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )
    arrow = (
        '<Relationship Id="rIdCoreProperties" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
        'metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
    )
    return {
        **found,
        _CORE_NAME: b"",
        _TYPES: found[_TYPES].replace(b"</Types>", kind.encode()),
        "_rels/.rels": found["_rels/.rels"].replace(b"</Relationships>", arrow.encode()),
    }
