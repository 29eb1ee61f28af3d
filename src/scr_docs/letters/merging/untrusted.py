"""A Word template as a stranger's file: opened within limits, and refused where it holds more than words and pictures.

Whoever sends an office a template sends it a file that is opened again by each family. So a template may hold no
program, no embedded file, nothing that is fetched when the letter is opened, and no field that shows something of the
computer or another day. Nothing of it is ever executed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from scr_docs.errors import Mistake, TemplateError
from scr_docs.letters.merging.traps import W
from scr_docs.word.container.package import PackageError, open_package
from scr_docs.word.markup.xml import PartError


class NotReadError(TemplateError):
    """A template that could not be looked at."""


LARGEST_FILE = 20 * 2**20
"""Bytes. A letter with a logo and sixty pictograms has one million."""

_TYPES = "[Content_Types].xml"
_OLE2 = b"\xd0\xcf\x11\xe0"
_DOCUMENT = "wordprocessingml.document.main+xml"
_KINDS_OF_FILE = (
    ("macroEnabled", "The file can hold macros, which are programs", "Save it as a Word document (.docx)"),
    ("wordprocessingml.template", "It is a Word template (.dotx)", "Save it as a Word document (.docx)"),
)
_KINDS_OF_PART = (
    (r"vbaProject|vbaData|macrosheet|attachedToolbars|keyMapCustomizations|customUI", "macros, which are programs"),
    (r"activeX|oleObject|embeddings/|\.package\b|/package$", "an embedded file or control"),
    (r"aFChunk|afchunk|subDocument", "another document"),
    (r"webextension|taskpanes", "an add-in"),
)
_LINKS = re.compile(r"(?:https?://|mailto:|tel:)[^\s]", re.IGNORECASE)
_FIELDS = frozenset(
    {"PAGE", "NUMPAGES", "SECTIONPAGES", "HYPERLINK", "REF", "PAGEREF", "NOTEREF", "SYMBOL", "SEQ", "="}
)
_DAYS = frozenset({"DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "EDITTIME"})
_NAMED = re.compile(r"[^./\\:][^\\:]{0,200}")


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of a Word template by name.

    Raises NotReadError where it cannot be read, TemplateError where it holds what none may.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _wrong(path, f"It cannot be read: {error.strerror}", "Is it there, and closed in Word?") from None
    if len(data) > LARGEST_FILE:
        raise _wrong(path, f"It is larger than {LARGEST_FILE // 2**20} MB", "Make its pictures smaller")
    if data.startswith(_OLE2):
        told = "It is protected by a password, or a file of an older Word (.doc)"
        raise _wrong(path, told, "Save it as a Word document (.docx), without a password")
    try:
        package = open_package(data)
        named = {entries[0].filename: name for name, entries in package.entries.items()}
        if any(len(entries) > 1 for entries in package.entries.values()) or any(
            not _NAMED.fullmatch(name) or ".." in name.split("/") for name in named
        ):
            raise PackageError("the names of its parts are not as Word writes them")  # noqa: TRY301
        found = {shown: package.read(name)[0] for shown, name in named.items()}
    except (PackageError, PartError) as error:
        raise _wrong(path, f"It is no Word file that can be read: {error}", "Save it anew from Word") from None
    if mistakes := [Mistake(what, str(path), mend=mend) for what, mend in dict.fromkeys(_foreign(found))]:
        raise TemplateError(*mistakes)
    return found


def _wrong(path: Path, what: str, mend: str) -> NotReadError:
    return NotReadError(Mistake(what, str(path), mend=mend))


def _foreign(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """What no template may hold, each with how to mend it."""
    kinds = parts.get(_TYPES, b"").decode("utf-8", "replace")
    for kind, what, mend in _KINDS_OF_FILE:
        if kind in kinds:
            yield what, mend
            return
    if _DOCUMENT not in kinds or "word/document.xml" not in parts:
        yield "It is no Word document", "Save it from Word as a Word document (.docx)"
        return
    for name, content in parts.items():
        if name.endswith(".rels"):
            yield from _far(content)
        elif name.startswith("word/") and name.endswith(".xml"):
            if b"<!DOCTYPE" in content[:2000] or b"<!ENTITY" in content:
                yield "It holds a definition that no Word file holds", "Save it anew from Word"
            yield from _fields(name, content)
    told = "\n".join((kinds, *parts))
    for pattern, what in _KINDS_OF_PART:
        if re.search(pattern, told):
            yield f"It holds {what}", "Take it out, and save the file as a Word document (.docx)"


def _far(content: bytes) -> Iterator[tuple[str, str]]:
    """What the relationships of a part would fetch or open elsewhere."""
    for arrow in _root(content).iter("{*}Relationship"):
        kind, target = (arrow.get("Type") or "").rpartition("/")[2], (arrow.get("Target") or "").strip()
        far = (arrow.get("TargetMode") or "").lower() == "external"
        if kind == "attachedTemplate":
            continue  # it is taken out of every letter
        if far and kind == "hyperlink":
            if not _LINKS.match(target):
                yield "A link leads to a file or a program", "Links begin with https://, http://, mailto: or tel:"
        elif far:
            what = "A picture" if kind == "image" else "Something"
            yield f"{what} would be fetched from elsewhere when the letter is opened", "Insert it into the file itself"
        for pattern, held in _KINDS_OF_PART:
            if re.search(pattern, kind):
                yield f"It holds {held}", "Take it out, and save the file as a Word document (.docx)"


def _fields(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """The fields of Word that a letter may not have, and controls that Word fills with words of its own."""
    if b"instr" not in content and b"dataBinding" not in content:
        return
    root = _root(content)
    if root.find(f".//{W}dataBinding") is not None:
        told = "A content control is tied to the properties of the file: Word would put other words into it"
        yield told, "Click it, then Developer, Remove Content Control"
    for code in _codes(root):
        word = (re.match(r"[A-Za-z]{1,20}|=", code.strip()) or [""])[0].upper()
        if word in _DAYS:
            yield f"A field {word} would show another day whenever the letter is opened", "Write {{ letter.date }}"
        elif word == "MERGEFIELD":
            yield "A field of Word's mail merge stands in it", "Write a field in double braces, as {{ person.name }}"
        elif word not in _FIELDS and not name.endswith(("styles.xml", "settings.xml")):
            yield f"A field {word or 'without a name'} of Word stands in it, which letters may not have", "Delete it"


def _codes(root: Any) -> Iterator[str]:
    for simple in root.iter(f"{W}fldSimple"):
        yield simple.get(f"{W}instr") or ""
    open_: list[list[str]] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            open_.append([])
        elif element.tag == f"{W}instrText" and open_:
            open_[-1].append(element.text or "")
        elif kind == "end" and open_:
            yield "".join(open_.pop())
    yield from map("".join, open_)


def _root(content: bytes) -> Any:
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return etree.Element("none")
