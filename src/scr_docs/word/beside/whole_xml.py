"""Parts of XML that are read whole, text by text, because they are small, seldom, or nobody's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scr_docs.model import Part, Trait
from scr_docs.word.container.source import Source
from scr_docs.word.container.xml_text import texts
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.legible import as_text, legible
from scr_docs.word.markup.not_text import is_base64, is_text, is_words

Reader = Callable[[Source], Iterator[Found]]


def whole_xml(part: Part, trait: Trait | None, what: str, *, but: frozenset[str] = frozenset()) -> Reader:
    """A reader for XML of which every text counts, except some attributes; `what` says in the address what it is."""

    def read(source: Source) -> Iterator[Found]:
        for root in source.roots():
            for name, text in texts(root):
                if is_text(text) and name not in but:
                    where = f"{what} {source.shown}" + (f" > {name}" if name else "")
                    yield Found(part, text, where, trait if is_words(text) else None)

    return read


def words_in_bytes(part: Part, trait: Trait | None, what: str) -> Reader:
    """A reader for parts in a form of their own, in which words are found by what letters look like."""

    def read(source: Source) -> Iterator[Found]:
        for data in source.data():
            for text in legible(data):
                yield Found(part, text, f"{what} {source.shown}", trait)

    return read


def either(part: Part, trait: Trait | None, what: str) -> Reader:
    """A reader for a kind of parts of which some are XML and some are not."""
    xml, other = whole_xml(part, trait, what), words_in_bytes(part, trait, what)

    def read(source: Source) -> Iterator[Found]:
        yield from (xml if source.name.endswith((".xml", ".vml")) else other)(source)

    return read


def unknown(source: Source) -> Iterator[Found]:
    """A part of which nobody knows what it is: read if it is XML or text, otherwise noted as not read."""
    for data in source.data():
        text = as_text(data)
        if not data.strip(b"\0\xff"):
            continue  # room that Office keeps free
        if text is None or is_base64(text):
            source.cannot_read("it is of a kind that scr-docs does not know")
        elif source.name.endswith((".xml", ".vml", ".rdf")) or text.lstrip().startswith("<"):
            yield from whole_xml("custom-xml", "custom-xml", "unknown part")(source)
            return
        else:
            yield Found("custom-xml", text.strip(), f"unknown part {source.shown}", "custom-xml")
