"""The finished Word file: the same bytes for the same letter, neutral properties, large print where it is needed."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

LARGE_POINTS = 18
"""Size of large print: UK Association for Accessible Formats, at least 16 point, 18 is what most people ask for."""

_SIZE = re.compile(r'(<w:(?:sz|szCs) w:val=")(\d+)(")')
_FIXED = (1980, 1, 1, 0, 0, 0)
_CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>\
<dc:language>en-GB</dc:language><cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>\
<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified></cp:coreProperties>"""


def finish(data: bytes, *, title: str, author: str, day: datetime.date, large: bool) -> bytes:
    """The Word file `data` with properties that tell nothing of the family; `large` makes it large print."""
    core = _CORE.format(title=escape(title), author=escape(author), day=day.isoformat())
    parts = dict(_parts(data))
    parts["docProps/core.xml"] = core.encode()
    if large:
        factor = LARGE_POINTS / _body_points(parts["word/styles.xml"].decode())
        for name, content in parts.items():
            if re.fullmatch(r"word/(?:document|styles|header\d*|footer\d*|footnotes)\.xml", name):
                parts[name] = _SIZE.sub(lambda match: _scaled(match, factor), content.decode()).encode()
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, parts[name])
    return output.getvalue()


def texts(data: bytes) -> Iterator[str]:
    """The text of every XML part of the file, tags of the markup included."""
    for name, content in _parts(data):
        if name.endswith((".xml", ".rels")):
            yield content.decode("utf-8", "replace")


def _parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for entry in package.infolist():
            yield entry.filename, package.read(entry)


def _body_points(styles: str) -> float:
    """The size of ordinary text: that of the Normal style, else of the document's defaults, else Word's own 10."""
    normal = re.search(r'<w:style [^>]*w:default="1"[^>]*w:styleId="Normal".*?</w:style>', styles, re.DOTALL)
    for place in (normal[0] if normal else "", styles):
        if size := re.search(r'<w:sz w:val="(\d+)"', place):
            return int(size[1]) / 2
    return 10


def _scaled(match: re.Match[str], factor: float) -> str:
    return f"{match[1]}{round(int(match[2]) * factor)}{match[3]}"
