"""Word files with more parts than `build` knows: each with its type, its content, and the arrow that leads to it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from tests.word.envelope import package
from tests.word_builder import build

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EMPTY = f'<Relationships xmlns="{_RELS}"></Relationships>'


@dataclass(frozen=True)
class More:
    """One more part. `arrow` is the last word of the type of the arrow to it, "" for a part that nothing leads to."""

    name: str
    content: str | bytes
    type: str = ""
    arrow: str = ""
    source: str = "word/document.xml"
    id: str = "more"


@dataclass(frozen=True)
class Far:
    """An arrow that leads out of the file."""

    arrow: str
    target: str
    source: str = "word/document.xml"
    id: str = "far"
    mode: str = "External"


def parts_of(data: bytes) -> dict[str, str | bytes]:
    """The parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def made(*more: More | Far, body: Sequence[str] = ("Kept",), **around: object) -> bytes:
    """A Word file with more parts and arrows than `build` makes."""
    return package(all_parts(*more, body=body, **around))


def all_parts(*more: More | Far, body: Sequence[str] = ("Kept",), **around: object) -> dict[str, str | bytes]:
    """Its parts."""
    parts = parts_of(build(*body, **around))  # type: ignore[arg-type]
    types = ""
    for item in more:
        if isinstance(item, More):
            parts[item.name] = item.content
            types += f'<Override PartName="/{item.name}" ContentType="{item.type}"/>' if item.type else ""
            target, mode = "/" + item.name, ""
        else:
            target, mode = item.target, f' TargetMode="{item.mode}"' if item.mode else ""
        if item.arrow:
            arrow = f'<Relationship Id="{item.id}" Type="{OFFICE}{item.arrow}" Target={quoteattr(target)}{mode}/>'
            _insert(parts, _rels_of(item.source), arrow)
    _insert(parts, "[Content_Types].xml", types)
    return parts


def zipped(
    parts: Mapping[str, str | bytes], *, comment: bytes = b"", entry_comment: bytes = b"", folders: Sequence[str] = ()
) -> bytes:
    """A zip of parts with what stands around them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for folder in folders:
            archive.writestr(folder, b"")
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)
            info.comment = entry_comment
            archive.writestr(info, content)
    return out.getvalue()


def _rels_of(source: str) -> str:
    folder, _, name = source.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _insert(parts: dict[str, str | bytes], name: str, xml: str) -> None:
    """Adds XML before the end of a part's root."""
    content = parts.get(name, _EMPTY)
    text = content.decode() if isinstance(content, bytes) else content
    start, end = text[: text.rindex("</")], text[text.rindex("</") :]
    parts[name] = start + xml + end
