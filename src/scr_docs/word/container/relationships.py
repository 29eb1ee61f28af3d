"""How the parts of a Word file point at one another. Targets outside the file are noted and never followed."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from scr_docs.word.container.package import Package
from scr_docs.word.markup.xml import CONTENT_TYPES, RELATIONSHIPS, Element, PartError, parse


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow: `kind` is the last word of its type ("header"), `target` a part in lower case if it is one.

    `written` is the target as the file spells it; what stands there may be the address of a web page or of a file.
    """

    id: str
    kind: str
    target: str
    external: bool
    written: str = ""


@dataclass(frozen=True, slots=True)
class ContentTypes:
    """What the package says its parts are."""

    by_name: Mapping[str, str]
    by_extension: Mapping[str, str]

    def of(self, name: str) -> str:
        """The content type of a part, in lower case; "" where the package does not say."""
        name = name.lower()
        return self.by_name.get(name) or self.by_extension.get(name.rpartition(".")[2], "")


def relationships(package: Package, source: str = "") -> tuple[Relationship, ...]:
    """The arrows that leave a part, or the package itself for ""; none where they are missing or damaged."""
    return tuple(arrow for root in _roots(package, arrows_file(source)) for arrow in arrows(root, source))


def arrows(root: Element, source: str) -> Iterator[Relationship]:
    """The arrows that a part of relationships draws from its source."""
    folder = posixpath.dirname(source)
    for element in root.iter(RELATIONSHIPS + "Relationship"):
        external = element.get("TargetMode", "").lower() == "external"
        target = element.get("Target", "")
        yield Relationship(
            id=element.get("Id", ""),
            kind=element.get("Type", "").rstrip("/").rpartition("/")[2],
            target=target if external else resolve(folder, target),
            external=external,
            written=target,
        )


def arrows_file(source: str) -> str:
    """The part that holds the arrows of a part: word/_rels/document.xml.rels for word/document.xml."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", name + ".rels")


def source_of(arrows_part: str) -> str:
    """The part whose arrows a part holds; "" for those of the package itself."""
    folder, _, name = arrows_part.rpartition("_rels/")
    return folder + name.removesuffix(".rels")


def content_types(package: Package) -> ContentTypes:
    """The table of content types; empty where it is missing or damaged, for then other signs have to do."""
    by_name: dict[str, str] = {}
    by_extension: dict[str, str] = {}
    for root in _roots(package, "[content_types].xml"):
        for element in root.iter(CONTENT_TYPES + "Override", CONTENT_TYPES + "Default"):
            kind = element.get("ContentType", "").lower()
            if element.tag == CONTENT_TYPES + "Override":
                by_name[element.get("PartName", "").lstrip("/").lower()] = kind
            else:
                by_extension[element.get("Extension", "").lower()] = kind
    return ContentTypes(by_name, by_extension)


def resolve(folder: str, target: str) -> str:
    """The lower-case part name that a target means, seen from a folder of the package; it cannot leave the package."""
    path = unquote(target.replace("\\", "/").partition("#")[0])
    return posixpath.normpath("/" + (path if path.startswith("/") else f"{folder}/{path}")).lstrip("/").lower()


def _roots(package: Package, name: str) -> tuple[Element, ...]:
    """Damaged arrows lose nothing: every part is found by its content type or its name too."""
    try:
        return tuple(package.seen.once(parse, data) for data in package.read(name))
    except PartError:
        return ()
