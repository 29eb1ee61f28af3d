"""What the zip around the document says: its comments, bytes that belong to nothing, names, parts that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.model import Unread
from scr_docs.word.container.package import Package
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.legible import as_text, legible, one_byte

_LOCAL_HEADER, _END = 30, 22
_DESCRIPTOR = 24
"""The most that may stand after a part to say how large it is."""

_OF_PROGRAMS = frozenset({"zip-rs"})
_USUAL = re.compile(
    r"\[content_types\]\.xml|mimetype|(?:[\w.]+/)*_rels/[^/]*\.rels"
    r"|(?:(?:word|docprops|customxml|theme|glossary|media|embeddings|charts|diagrams|fonts|printersettings|activex|ink"
    r"|webextensions|drawings|docmetadata|customui\d*|_xmlsignatures|_rels|\[trash\]|images)/)*"
    r"(?:document|styles|settings|websettings|fonttable|numbering|theme|footnotes|endnotes|comments\w*|people|header"
    r"|footer|image|item|itemprops|core|app|custom|thumbnail|chart|chartex|colors|style|data|drawing|layout|quickstyle"
    r"|oleobject|font|stylewitheffects|styleswitheffects|vbaproject|vbadata|vbaprojectsignature|activex|ink|taskpanes"
    r"|webextension|printersettings|afchunk|labelinfo|customui|sig|origin|recipients|customizations|attachedtoolbars"
    r"|vmldrawing|microsoft_(?:office_)?(?:excel|word|powerpoint|visio)\w*|glossary|userprops|custom_properties|hdphoto"
    r"|media|picture|tasks|model3d|stylesheet)[-_]?\d*(?:[-_](?:default|first|even))?\.\w{2,5}",
)
"""Names that programs give to parts; any other was given by somebody."""


def around_the_parts(package: Package) -> Iterator[Found | Unread]:
    """Everything in the zip that is not inside a part."""
    yield from _comments(package)
    for start, end, where in _gaps(package):
        yield from _stray(package.data[start:end], where)
    for name, entries in package.entries.items():
        if not _USUAL.fullmatch(name):
            yield Found("settings", entries[0].filename, f"name of a part: {entries[0].filename}")
        if len(entries) > 1:
            told = f"{entries[0].filename} stands {len(entries)} times in the file"
            yield Found("embedded", told, f"parts of one name: {entries[0].filename}", "duplicate-part")
    for info in package.archive.infolist():
        if info.filename.endswith("/") and not _USUAL.fullmatch(info.filename.lower().rstrip("/") + "/document.xml"):
            yield Found("settings", info.filename, f"name of a folder in the file: {info.filename}")


def _comments(package: Package) -> Iterator[Found]:
    if text := one_byte(package.archive.comment).strip("\0 \r\n"):
        yield Found("settings", text, "comment of the zip", None if text in _OF_PROGRAMS else "zip-comment")
    for info in package.archive.infolist():
        if text := one_byte(info.comment).strip("\0 \r\n"):
            yield Found("settings", text, f"comment of the zip on {info.filename}", "zip-comment")


def _gaps(package: Package) -> Iterator[tuple[int, int, str]]:
    """Where bytes stand that are no part, no directory and no end of the zip, each place with how to call it."""
    data, at = package.data, 0
    for info in sorted(package.archive.infolist(), key=lambda info: info.header_offset):
        start = info.header_offset
        if start > at and (at == 0 or start - at > _DESCRIPTOR):
            yield at, start, "bytes before the zip" if at == 0 else "bytes between the parts of the zip"
        lengths = data[start + 26 : start + _LOCAL_HEADER]
        names = int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
        at = max(at, start + _LOCAL_HEADER + names + info.compress_size)
    directory = package.archive.start_dir
    if at and directory - at > _DESCRIPTOR:
        yield at, directory, "bytes between the parts of the zip"
    end = data.rfind(b"PK\x05\x06", max(directory, 0)) + _END + len(package.archive.comment)
    if end < len(data):
        yield end, len(data), "bytes after the zip"


def _stray(data: bytes, where: str) -> Iterator[Found | Unread]:
    if not data.strip(b"\0 \r\n"):
        return
    text = as_text(data)
    if text is not None:
        yield Found("embedded", text.strip(), where, "stray-bytes")
        return
    yield Found("embedded", f"{len(data):,} {where}", where, "stray-bytes")
    yield from (Found("embedded", words, where) for words in dict.fromkeys(legible(data, least=6)))
    yield Unread(where, f"these {len(data):,} bytes are no text, so they were not read")
