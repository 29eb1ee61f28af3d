"""Files inside the Word file: workbooks behind charts, objects, and documents that Word takes in on opening."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator

from scr_docs.model import Trait, Unread
from scr_docs.word.container.source import Source
from scr_docs.word.embedded.file import embedded
from scr_docs.word.markup.found import Found


def embedded_file(source: Source) -> Iterator[Found]:
    """Every text of an embedded file."""
    return _read(source, "embedded file", lambda trait: trait)


def imported_text(source: Source) -> Iterator[Found]:
    """Every text of a document that stands in the file whole, until Word takes it in."""
    return _read(source, "imported text", lambda trait: "imported-text" if trait == "embedded-file" else trait)


def _read(source: Source, what: str, trait: Callable[[Trait | None], Trait | None]) -> Iterator[Found]:
    where = f"{what} {source.shown}"
    shown_at = f", {source.shown_at}" if source.shown_at else ""
    for data in source.data():
        found, unread = embedded(
            posixpath.basename(source.shown),
            data,
            depth=source.inside.depth + 1,
            budget=source.parts.package.budget,
            read_document=source.inside.read_document,
        )
        for item in found:
            at = shown_at if item.trait == "embedded-file" else ""
            yield Found(item.part, item.text, f"{where} > {item.where}{at}", trait(item.trait))
        for lost in unread:
            told = lost.where.removeprefix(posixpath.basename(source.shown)).removeprefix(" > ")
            source.parts.unread.append(Unread(f"{source.shown} > {told}" if told else source.shown, lost.why))
