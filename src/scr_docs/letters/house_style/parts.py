"""Parts of one Word file put into another: their relationships, their kinds, and the pictures that they hold."""

from __future__ import annotations

import itertools
import posixpath
from collections.abc import Mapping
from typing import Any

from lxml import etree

TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OF_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/package/2006/content-types"
_OF_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPE_OF_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"


def root_of(content: bytes) -> Any:
    """The root of a part, read without entities and without a network. Raises XMLSyntaxError."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def told(root: Any) -> bytes:
    """The part with this root."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def relations_name(name: str) -> str:
    """The part that holds the relationships of a part."""
    folder, base = posixpath.split(name)
    return f"{folder}/_rels/{base}.rels"


def target(name: str, arrow: Any) -> str:
    """The part to which a relationship of the part `name` leads."""
    said = arrow.get("Target") or ""
    return said.lstrip("/") if said.startswith("/") else posixpath.normpath(f"{posixpath.dirname(name)}/{said}")


def related(parts: Mapping[str, bytes], kind: str) -> str | None:
    """The part of this kind (styles, numbering, theme, settings) that the document has; None without one."""
    content = parts.get(relations_name(DOCUMENT))
    for arrow in root_of(content) if content else ():
        if (arrow.get("Type") or "").endswith(f"/{kind}") and target(DOCUMENT, arrow) in parts:
            return target(DOCUMENT, arrow)
    return None


class Adding:
    """A Word file to which parts are added. `parts` is complete after `done`."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = dict(parts)
        self._types = root_of(self.parts[TYPES])
        content = self.parts.get(relations_name(DOCUMENT))
        self._arrows = root_of(content) if content else root_of(f'<Relationships xmlns="{_RELATIONS}"/>'.encode())

    def drop(self, *kinds: str) -> None:
        """Takes out the parts of these kinds, their relationships, and the pictures that nothing else has."""
        for arrow in list(self._arrows):
            kind = (arrow.get("Type") or "").rpartition("/")[2]
            if kind in kinds:
                self._arrows.remove(arrow)
                name = target(DOCUMENT, arrow)
                self.parts.pop(name, None)
                self.parts.pop(relations_name(name), None)
                self._forget(name)
        used = {target(DOCUMENT, arrow) for arrow in self._arrows}
        for name, content in self.parts.items():
            if name.startswith("word/_rels/") and name != relations_name(DOCUMENT):
                used |= {target(f"word/{posixpath.basename(name)[:-5]}", arrow) for arrow in root_of(content)}
        for name in [one for one in self.parts if one.startswith("word/media/") and one not in used]:
            del self.parts[name]

    def add(self, name: str, content: bytes, kind: str) -> str:
        """Adds a part of this kind (header, footer, styles, numbering, theme) and gives its new relationship."""
        self.parts[name] = content
        self._forget(name)
        media = _TYPE_OF_THEME if kind == "theme" else f"{_OF_WORD}.{kind}+xml"
        etree.SubElement(self._types, f"{{{_KINDS}}}Override", {"PartName": f"/{name}", "ContentType": media})
        arrow = f"rIdHouse{sum('rIdHouse' in (one.get('Id') or '') for one in self._arrows) + 1}"
        short = posixpath.relpath(name, "word")
        etree.SubElement(
            self._arrows,
            f"{{{_RELATIONS}}}Relationship",
            {"Id": arrow, "Type": f"{_OF_OFFICE}/{kind}", "Target": short},
        )
        return arrow

    def add_relations(self, name: str, house: Mapping[str, bytes], was: str) -> None:
        """Gives the part `name` the relationships that it had as `was` in the house style, and their pictures."""
        content = house.get(relations_name(was))
        if content is None:
            return
        root = root_of(content)
        for arrow in root:
            if (arrow.get("TargetMode") or "").lower() != "external":
                there = target(was, arrow)
                if there in house:
                    mine = self._free(f"word/media/image{{}}{posixpath.splitext(there)[1].lower()}")
                    self.parts[mine] = house[there]
                    self._know(there, house)
                    arrow.set("Target", posixpath.relpath(mine, "word"))
        self.parts[relations_name(name)] = told(root)

    def done(self) -> dict[str, bytes]:
        """The parts of the file, with what they are and how they belong together."""
        return {**self.parts, TYPES: told(self._types), relations_name(DOCUMENT): told(self._arrows)}

    def _free(self, pattern: str) -> str:
        """The first name of this pattern, with a number in its braces, that no part has."""
        return next(name for number in itertools.count(1) if (name := pattern.format(number)) not in self.parts)

    def _know(self, there: str, house: Mapping[str, bytes]) -> None:
        """Says what kind of picture has this ending, where the file does not know it yet."""
        ending = posixpath.splitext(there)[1].lstrip(".").lower()
        mine = {(one.get("Extension") or "").lower() for one in self._types.iter(f"{{{_KINDS}}}Default")}
        for one in root_of(house[TYPES]).iter(f"{{{_KINDS}}}Default"):
            if (one.get("Extension") or "").lower() == ending and ending not in mine:
                said = {"Extension": ending, "ContentType": one.get("ContentType") or ""}
                self._types.insert(0, self._types.makeelement(f"{{{_KINDS}}}Default", said))

    def _forget(self, name: str) -> None:
        for one in list(self._types.iter(f"{{{_KINDS}}}Override")):
            if one.get("PartName") == f"/{name}":
                self._types.remove(one)
