"""The same document in other containers: Strict names, one XML file, and under a password."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from xml.etree import ElementTree

from msoffcrypto.format.ooxml import OOXMLFile  # type: ignore[import-untyped]

from tests.word.envelope import package

_FAMILIES = "wordprocessingml|officeDocument|drawingml|spreadsheetml|presentationml"
_USUAL = re.compile(rf"http://schemas\.openxmlformats\.org/({_FAMILIES})/2006/([\w/-]+)".encode())
_PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"


def _strictly(match: re.Match[bytes]) -> bytes:
    name = re.sub(rb"(extended|custom)-properties$", rb"\1Properties", match[2])
    return b"http://purl.oclc.org/ooxml/" + match[1] + b"/" + name


def strict(data: bytes) -> bytes:
    """The document as Word saves it on choosing Strict Open XML Document: all seven families of names, in every part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return package(
        {
            name: _USUAL.sub(_strictly, content) if name.endswith((".xml", ".rels", ".vml")) else content
            for name, content in parts.items()
        }
    )


def flat(data: bytes, *, beside: str = "", after: str = "") -> bytes:
    """The document as Word saves it on choosing Word XML Document; `beside` and `after` are put where nothing belongs."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    types = _types(parts.pop("[Content_Types].xml"))
    told = "".join(_part(name, types, content) for name, content in parts.items())
    return (
        '<?xml version="1.0" standalone="yes"?>\r\n<?mso-application progid="Word.Document"?>\r\n'
        f'<pkg:package xmlns:pkg="{_PKG}">{beside}{told}</pkg:package>{after}'
    ).encode()


def _types(content: bytes) -> dict[str, str]:
    return {
        element.get("PartName") or element.get("Extension") or "": element.get("ContentType", "")
        for element in ElementTree.fromstring(content)  # noqa: S314  # our own
    }


def _part(name: str, types: dict[str, str], content: bytes) -> str:
    kind = types.get("/" + name) or types.get(name.rpartition(".")[2], "")
    head = f'<pkg:part pkg:name="/{name}" pkg:contentType="{kind}" pkg:padding="256">'
    if name.endswith((".xml", ".rels")):
        inside = re.sub(rb"^<\?xml[^>]*\?>", b"", content).decode()
        return f"{head}<pkg:xmlData>{inside}</pkg:xmlData></pkg:part>"
    return f"{head}<pkg:binaryData>{base64.encodebytes(content).decode()}</pkg:binaryData></pkg:part>"


def encrypted(data: bytes, password: str) -> bytes:
    """The document as Word saves it on File > Info > Protect Document > Encrypt with Password."""
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(password, out)
    return out.getvalue()
