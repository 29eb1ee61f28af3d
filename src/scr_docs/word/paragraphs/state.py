"""What is known at a point of a story while it is read from top to bottom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scr_docs.word.container.relationships import Relationship
from scr_docs.word.looks.sheet import A4, Sheet
from scr_docs.word.looks.styles import Styles
from scr_docs.word.markup.xml import Element, W
from scr_docs.word.paragraphs.fields import Fields
from scr_docs.word.paragraphs.tracked import CHANGES, MOVES, Tracked

MOVE_RANGES = frozenset(f"{W}move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End"))


@dataclass(frozen=True, slots=True, eq=False)
class Origin:
    """Where a story stands: the links of its part by their ids, and the sheet of paper that it is laid out on."""

    links: Mapping[str, Relationship] = field(default_factory=dict)
    sheet: Sheet = A4


NOWHERE = Origin()


@dataclass(slots=True)
class State:
    """The styles, the origin, and what is open: fields, and the ranges that Word names when text is moved."""

    styles: Styles
    origin: Origin = NOWHERE
    fields: Fields = field(default_factory=Fields)
    moves: dict[tuple[str, str], str] = field(default_factory=dict)

    def range(self, element: Element) -> None:
        """Opens or closes the range of a move."""
        name = element.tag.removeprefix(W)
        key = (name[: name.index("Range")], element.get(W + "id", ""))
        if name.endswith("Start"):
            self.moves[key] = element.get(W + "name", "")
        else:
            self.moves.pop(key, None)

    def within(self, tag: str, around: Tracked) -> Tracked:
        """What becomes of text inside a w:ins, w:del, w:moveFrom or w:moveTo: what is deleted stays so."""
        if around.change == "deleted":
            return around
        if tag not in MOVES:
            return Tracked(CHANGES[tag])
        way = tag.removeprefix(W)
        names = (name for (kind, _), name in reversed(self.moves.items()) if kind == way)
        return Tracked(CHANGES[tag], next(names, ""))
