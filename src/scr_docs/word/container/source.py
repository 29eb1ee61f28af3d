"""One part of the package as its reader is given it, with what the reader may need to know of the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from scr_docs.model import Document
from scr_docs.word.container.parts import Parts
from scr_docs.word.container.relationships import Relationship
from scr_docs.word.markup.xml import Element


class ReadInner(Protocol):
    """Reads a Word file that stands in another one, from its bytes, its name and how deep it stands."""

    def __call__(self, data: bytes, name: str, depth: int, /) -> Document:
        """The document; DocumentError, PackageError or PartError if it cannot be read."""
        ...


@dataclass(frozen=True, slots=True)
class Inside:
    """How deep a Word file stands in others, 0 for ours, and how to read one inside it."""

    depth: int
    read_document: ReadInner


@dataclass(frozen=True, slots=True)
class Source:
    """A part, the parts around it, where its file stands, and how to tell where the report shows a part."""

    parts: Parts
    name: str
    inside: Inside
    place_of: Callable[[str], str]

    @property
    def shown(self) -> str:
        """The name of the part as the file spells it."""
        return self.parts.shown(self.name)

    @property
    def shown_at(self) -> str:
        """Where the report shows what the part holds; "" where nobody knows."""
        return self.place_of(self.name)

    @property
    def arrows(self) -> list[Relationship]:
        """The arrows that leave the part."""
        return list(self.parts.arrows.get(self.name, ()))

    def roots(self) -> list[Element]:
        """The root of its XML, of each copy; what cannot be read is noted."""
        return self.parts.roots(self.name)

    def data(self) -> tuple[bytes, ...]:
        """Its bytes, of each copy; what cannot be had is noted."""
        return self.parts.data(self.name)

    def cannot_read(self, why: str) -> None:
        """Notes that the part, or a piece of it, was not read."""
        self.parts.cannot_read(self.name, why)
