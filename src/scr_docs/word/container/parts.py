"""The parts of one package: the main one, the kinds of the others, and their XML, with failures noted and contained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from scr_docs.model import Unread
from scr_docs.word.container.package import Package
from scr_docs.word.container.reach import Arrows, of_the_glossary, reached
from scr_docs.word.container.recognise_part import kind_of
from scr_docs.word.container.relationships import Relationship, arrows, content_types, source_of
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.margins import margins
from scr_docs.word.markup.xml import Element, PartError, parse

STORIES = frozenset({"main", "header", "footer", "footnotes", "endnotes", "comments"})
_ASKED_FOR_AGAIN = frozenset({"main", "styles", "numbering", "settings"})
"""Kinds of parts of which several readers need something, so that they are kept once they are read."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A package with its main part known. `aside` is what stands in the XML of parts beside their elements."""

    package: Package
    main: str
    arrows: Arrows
    kinds: Mapping[str, str]
    unread: list[Unread] = field(default_factory=list)
    aside: list[Found] = field(default_factory=list)
    _kept: dict[str, list[Element]] = field(default_factory=dict)

    @property
    def targets(self) -> dict[str, str]:
        """The parts by the ids that the main part uses."""
        return self.targets_of(self.main)

    def targets_of(self, source: str) -> dict[str, str]:
        """The parts by the ids that a part uses."""
        return {arrow.id: arrow.target for arrow in self.arrows.get(source, ()) if not arrow.external}

    def of(self, *kinds: str) -> list[str]:
        """The names of all parts of these kinds, in the order of the package."""
        return [name for name, kind in self.kinds.items() if kind in kinds]

    def data(self, name: str) -> tuple[bytes, ...]:
        """The bytes of a part (of each copy, if the part stands twice); what cannot be had is noted as unread."""
        try:
            return self.package.read(name)
        except PartError as error:
            self.cannot_read(name, str(error))
            return ()

    def roots(self, name: str) -> list[Element]:
        """The root of a part (of each copy, if the part stands twice); what cannot be read is noted as unread."""
        if name in self._kept:
            return self._kept[name]
        found, kind = [], self.kinds.get(name, "")
        for data in self.data(name):
            try:
                root = parse(data) if kind == "main" else self.package.seen.once(parse, data)
            except PartError as error:
                self.cannot_read(name, str(error))
                continue
            found.append(root)
            self.aside.extend(self.package.seen.once(_margins, data, root, self.shown(name), kind))
        if kind in _ASKED_FOR_AGAIN:
            self._kept[name] = found
        return found

    def roots_of(self, *kinds: str) -> Iterator[tuple[str, Element]]:
        """Every part of these kinds, with its name."""
        for name in self.of(*kinds):
            for root in self.roots(name):
                yield name, root

    def only(self, kind: str) -> Element | None:
        """The root of the one part of a kind that Word uses, None if there is none."""
        return next((root for _, root in self.roots_of(kind)), None)

    def shown(self, name: str) -> str:
        """The name of a part as the file spells it."""
        return self.package.shown(name)

    def cannot_read(self, name: str, why: str) -> None:
        """Notes that a part, or a piece of one, was not read."""
        self.unread.append(Unread(self.shown(name), why))


def find_parts(package: Package) -> Parts | None:
    """The parts of a package; None if there is no Word document among them."""
    types = content_types(package)
    unread: list[Unread] = []
    every = _every_arrow(package, unread)
    named = [arrow.target for arrow in every.get("", ()) if arrow.kind == "officeDocument" and not arrow.external]
    typed = (name for name in package.entries if types.of(name) and kind_of(name, types) == "main")
    likely = chain(named, typed, ("word/document.xml",))
    main = next((name for name in likely if name in package.entries and _is_word(name)), None)
    if main is None:
        return None
    pointed = {arrow.target: arrow.kind for source in every.values() for arrow in source if not arrow.external}
    nearest = {arrow.target: arrow.kind for arrow in (*every.get("", ()), *every.get(main, ())) if not arrow.external}
    blocks = of_the_glossary(every)
    kinds = {
        name: "glossary" if name in blocks else kind_of(name, types, nearest.get(name) or pointed.get(name, ""))
        for name in package.entries
    }
    kinds[main] = "main"
    # What the main part points at goes before another part of the same kind, such as a left-over copy.
    ordered = sorted(kinds, key=lambda name: name not in nearest)
    return Parts(package, main, every, {name: kinds[name] for name in ordered}, unread)


def glossary_within(parts: Parts, glossary: str) -> Parts:
    """The building blocks as a document of their own: its main part and what belongs to it."""
    types = content_types(parts.package)
    pointed = {arrow.target: arrow.kind for arrow in parts.arrows.get(glossary, ()) if not arrow.external}
    near = reached(parts.arrows, glossary)
    kinds = {
        name: kind_of(name, types, pointed.get(name, ""), inside_glossary=True)
        for name in sorted(parts.of("glossary"), key=lambda name: name not in near)
    }
    kinds[glossary] = "main"
    return Parts(parts.package, glossary, parts.arrows, kinds, parts.unread, parts.aside)


def _every_arrow(package: Package, unread: list[Unread]) -> dict[str, list[Relationship]]:
    """All arrows by the part that they leave; a part of arrows that cannot be read may name files, so it is noted."""
    found: dict[str, list[Relationship]] = {}
    for name in package.entries:
        if name.endswith(".rels"):
            try:
                drawn = [package.seen.once(_arrows, data, source_of(name)) for data in package.read(name)]
            except PartError as error:
                unread.append(Unread(package.shown(name), str(error)))
                continue
            found[source_of(name)] = list(chain.from_iterable(drawn))
    return found


def _margins(data: bytes, root: Element, part: str, kind: str) -> tuple[Found, ...]:
    return tuple(margins(data, root, part, kind))


def _arrows(data: bytes, source: str) -> tuple[Relationship, ...]:
    return tuple(arrows(parse(data), source))


def _is_word(name: str) -> bool:
    return not name.startswith(("xl/", "ppt/", "visio/"))
