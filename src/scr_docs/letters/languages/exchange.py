"""What goes to a translator and comes back: the words of one template. No case is in it, for none is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from scr_docs.errors import Mistake, TemplateError

LARGEST = 5_000_000
"""Bytes of a file that comes back; a long letter has 100,000."""

_HEAD = re.compile(
    r"scr-docs translation 1 / ([a-z0-9-]{1,60}) / ([a-z-]{1,20}) / ([A-Za-z0-9-]{2,35}) / ([0-9a-f]{64})(?![0-9a-f])"
)
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
"""A language tag as it stands in the name of a file."""


@dataclass(frozen=True, slots=True)
class Item:
    """One piece: where it stands, its English with tags and marks, and its translation, empty where there is none."""

    id: str
    place: str
    english: str
    translated: str = ""
    unreviewed: bool = False
    """Whether the file says that somebody has still to look at the translation."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """The pieces of one version of a stage (letter, easy-read …) for one language; `source` is the English’s hash."""

    stage: str
    version: str
    language: str
    source: str
    items: tuple[Item, ...]

    @property
    def head(self) -> str:
        """The line by which the file is known when it comes back."""
        return f"scr-docs translation 1 / {self.stage} / {self.version} / {self.language} / {self.source}"


def from_head(text: str, items: tuple[Item, ...], path: Path) -> Exchange:
    """What a file holds, known by its head. Raises TemplateError where there is none, or twice the same piece."""
    found = _HEAD.search(text)
    if not found or not LANGUAGE.fullmatch(found[3]):
        told = "It does not say which letter it is the translation of"
        raise broken(path, told, "Keep the line that begins “scr-docs translation 1” as it was exported")
    if not items:
        raise broken(path, "It holds no translation", "Export it again, and keep its form")
    ids = [item.id for item in items]
    if twice := next((one for one in ids if ids.count(one) > 1), None):
        raise broken(path, f"The piece {twice} stands in it twice", "Keep each piece once")
    return Exchange(found[1], found[2], found[3], found[4], items)


def broken(path: Path, what: str, mend: str | None = None) -> TemplateError:
    """The error for a file that cannot be read as a translation."""
    return TemplateError(Mistake(what, str(path), mend=mend))


def content_of(path: Path) -> bytes:
    """The bytes of a file that came back. Raises TemplateError where it is not there or far too large."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise broken(path, f"It cannot be read: {error.strerror}") from None
    if len(data) > LARGEST:
        raise broken(path, f"It is larger than {LARGEST // 1_000_000} MB, and no translation of a letter is")
    return data
