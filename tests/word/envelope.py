"""The zip around a Word file: its parts, their types and the arrows between them, the same bytes every time."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument."
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
SPACES = " ".join((
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
    f'xmlns:r="{_OFFICE}relationships"',
    f'xmlns:m="{_OFFICE}math"',
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
    'xmlns:v="urn:schemas-microsoft-com:vml"',
    f'xmlns:a="{_DRAWING}main"',
    f'xmlns:wp="{_DRAWING}wordprocessingDrawing"',
    f'xmlns:wps="{WPS}"',
))  # fmt: skip
_SELDOM = {
    "pic": f"{_DRAWING}picture",
    "a14": "http://schemas.microsoft.com/office/drawing/2010/main",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
}
"""Declared only where they are used."""

_CORE_SPACES = f'xmlns:cp="{_PACKAGE}metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_APP_SPACES = f'xmlns="{_OFFICE}extended-properties" xmlns:vt="{_OFFICE}docPropsVTypes"'
_CORE = {"title": "dc", "creator": "dc", "subject": "dc", "description": "dc", "language": "dc"}
_DEFAULTS = (
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_WHEN = (2016, 1, 14, 9, 0, 0)


def package(parts: Mapping[str, str | bytes], repeated: tuple[tuple[str, bytes], ...] = ()) -> bytes:
    """A zip of parts, the same bytes every time; `repeated` are entries that come once more, after all others."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name that comes twice is meant
        for name, content in (*parts.items(), *repeated):
            info = zipfile.ZipInfo(name, _WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def surroundings(
    parts: Mapping[str, tuple[str, str]], document: str, core: Mapping[str, str], app: Mapping[str, str]
) -> dict[str, str | bytes]:
    """All parts by name, with those that tie them together."""
    word = {f"word/{name}.xml": (f"wordprocessingml.{kind}", xml) for name, (kind, xml) in parts.items()}
    told = "".join(
        f"<{_CORE.get(key, 'cp')}:{key}>{escape(text)}</{_CORE.get(key, 'cp')}:{key}>" for key, text in core.items()
    )
    listed = "".join(f"<{key}>{text if text.startswith('<') else escape(text)}</{key}>" for key, text in app.items())
    types = {
        "word/document.xml": _OFFICE_TYPE + "wordprocessingml.document.main",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties",
        "docProps/app.xml": _OFFICE_TYPE + "extended-properties",
        **{name: _OFFICE_TYPE + kind for name, (kind, _) in word.items()},
    }
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{type_}+xml"/>' for name, type_ in types.items())
    top = (
        ("document", _OFFICE + "relationships/officeDocument", "word/document.xml"),
        ("core", _PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml"),
        ("app", _OFFICE + "relationships/extended-properties", "docProps/app.xml"),
    )
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}content-types">{_DEFAULTS}{overrides}</Types>',
        "_rels/.rels": _arrows(top),
        "docProps/core.xml": f"{_HEAD}<cp:coreProperties {_CORE_SPACES}>{told}</cp:coreProperties>",
        "docProps/app.xml": f"{_HEAD}<Properties {_APP_SPACES}>{listed}</Properties>",
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _arrows(
            (name, f"{_OFFICE}relationships/{kind}", f"{name}.xml") for name, (kind, _) in parts.items()
        ),
        **{name: xml for name, (_, xml) in word.items()},
    }


def _arrows(arrows: Iterable[tuple[str, str, str]]) -> str:
    told = "".join(f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, kind, target in arrows)
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}relationships">{told}</Relationships>'


def part(root: str, inside: str) -> str:
    seldom = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in _SELDOM.items() if f"{prefix}:" in inside)
    return f"{_HEAD}<w:{root} {SPACES}{seldom}>{inside}</w:{root}>"
