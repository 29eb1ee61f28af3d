"""The parts of one package: the main one, the kinds of the others, and their XML, with failures noted and contained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scr_docs.model import Unread
from scr_docs.word.kinds_of_part import UNKNOWN, standing_of
from scr_docs.word.package import Package
from scr_docs.word.recognise_part import kind_of
from scr_docs.word.relationships import content_types, relationships
from scr_docs.word.xml import Element, PartError, parse


@dataclass(frozen=True, slots=True)
class Parts:
    """A package with its main part known. `targets` are the parts by the ids that the main part uses."""

    package: Package
    main: str
    targets: Mapping[str, str]
    kinds: Mapping[str, str]
    unread: list[Unread] = field(default_factory=list)

    def of(self, *kinds: str) -> list[str]:
        """The names of all parts of these kinds, in the order of the package."""
        return [name for name, kind in self.kinds.items() if kind in kinds]

    def roots(self, name: str) -> list[Element]:
        """The root of a part (of each copy, if the part stands twice); what cannot be read is noted as unread."""
        try:
            return [parse(data) for data in self.package.read(name)]
        except PartError as error:
            self.unread.append(Unread(self.package.shown(name), str(error)))
            return []

    def roots_of(self, *kinds: str) -> Iterator[tuple[str, Element]]:
        """Every part of these kinds, with its name."""
        for name in self.of(*kinds):
            for root in self.roots(name):
                yield name, root

    def only(self, kind: str) -> Element | None:
        """The root of the one part of a kind that Word uses, None if there is none."""
        return next((root for _, root in self.roots_of(kind)), None)


def find_parts(package: Package) -> Parts | None:
    """The parts of a package; None if there is no Word document among them."""
    types = content_types(package)
    named = [arrow.target for arrow in relationships(package) if arrow.kind == "officeDocument" and not arrow.external]
    typed = [name for name in package.entries if types.of(name) and kind_of(name, types) == "main"]
    main = next(
        (name for name in (*named, *typed, "word/document.xml") if name in package.entries and _is_word(name)),
        None,
    )
    if main is None:
        return None
    arrows = [arrow for arrow in (*relationships(package), *relationships(package, main)) if not arrow.external]
    pointed = {arrow.target: arrow.kind for arrow in arrows}
    kinds = {name: kind_of(name, types, pointed.get(name, "")) for name in package.entries}
    kinds[main] = "main"
    # What the main part points at goes before another part of the same kind, such as a left-over copy.
    ordered = sorted(kinds, key=lambda name: name not in pointed)
    parts = Parts(package, main, {arrow.id: arrow.target for arrow in arrows}, {name: kinds[name] for name in ordered})
    for name, kind in kinds.items():
        if standing_of(kind) is UNKNOWN:
            parts.unread.append(Unread(package.shown(name), "it is of a kind that scr-docs does not know"))
        elif kind == "main" and name != main:
            parts.unread.append(Unread(package.shown(name), "it is a second main document, which Word does not show"))
    return parts


def _is_word(name: str) -> bool:
    return not name.startswith(("xl/", "ppt/", "visio/"))
