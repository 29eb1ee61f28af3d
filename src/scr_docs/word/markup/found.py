"""What a file inside the Word file gives: texts with the rest of their address, and further files inside it."""

from __future__ import annotations

from dataclasses import dataclass

from scr_docs.model import Part, Trait


@dataclass(frozen=True, slots=True)
class Found:
    """A text that stands somewhere in an inner file; `where` is the rest of its address ("sheet Income, cell B4")."""

    part: Part
    text: str
    where: str
    trait: Trait | None = None


@dataclass(frozen=True, slots=True)
class Inner:
    """A file inside a file. `why_unread` says why it cannot be read, in plain words; "" where it is to be opened."""

    name: str
    data: bytes
    why_unread: str = ""
