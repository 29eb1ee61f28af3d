"""What the arrows of a package lead to: Word shows only that, and the rest is left over from something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scr_docs.word.container.relationships import Relationship

Arrows = Mapping[str, Sequence[Relationship]]
"""The arrows of a package by the part that they leave, "" for the package itself."""


def reached(arrows: Arrows, start: str = "", *, past: str | None = None) -> frozenset[str]:
    """The parts to which one comes from `start`, itself included; `past` is a part beyond which one does not look."""
    seen = {start}
    waiting = [start]
    while waiting:
        for arrow in arrows.get(waiting.pop(), ()):
            if not arrow.external and arrow.target not in seen and arrow.target != past:
                seen.add(arrow.target)
                waiting.append(arrow.target)
    return frozenset(seen)


def glossary_of(arrows: Arrows) -> str | None:
    """The part with the building blocks, if an arrow leads to one."""
    every = (arrow for source in arrows.values() for arrow in source)
    return next((arrow.target for arrow in every if arrow.kind == "glossaryDocument" and not arrow.external), None)


def of_the_glossary(arrows: Arrows) -> frozenset[str]:
    """The parts that only the building blocks use."""
    glossary = glossary_of(arrows)
    return frozenset() if glossary is None else reached(arrows, glossary) - reached(arrows, past=glossary)
