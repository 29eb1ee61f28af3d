"""What was found so far in one paragraph: its text by kind, what is anchored in it, and what it says aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scr_docs.model import Trait
from scr_docs.word.looks.look import PLAIN, Look, run_format
from scr_docs.word.markup.xml import VAL, Element, W
from scr_docs.word.paragraphs.aside import Aside
from scr_docs.word.paragraphs.boxes import Box
from scr_docs.word.paragraphs.shapes import drawn
from scr_docs.word.paragraphs.state import State
from scr_docs.word.paragraphs.stretches import Kind, Stretch, stretches
from scr_docs.word.paragraphs.tracked import Tracked

_PROPERTIES, _STYLE = W + "rPr", W + "rStyle"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place in a paragraph to which a note or comment belongs."""

    kind: Literal["footnote", "endnote", "comment"]
    id: str


class Gathered:
    """What was found so far in one paragraph. `veil` says in which way all of it is kept from the reader."""

    def __init__(self, state: State, style: str | None, around: str | None, veil: Trait | None = None) -> None:
        self.state, self.styles, self.style, self.around, self.veil = state, state.styles, style, around, veil
        self.pieces: list[tuple[str, Kind]] = []
        self.anchors: list[Anchor] = []
        self.boxes: list[Box] = []
        self.asides: list[Aside] = []
        self.breaks, self._told = "", 0
        self.bold = self.underline = self.capitals = True
        self.size = 0

    def look(self, run: Element) -> Look:
        """How a run looks."""
        properties = run.find(_PROPERTIES)
        if properties is None:
            return self.styles.look(self.style, None, PLAIN, self.around)
        character = properties.find(_STYLE)
        return self.styles.look(
            self.style, None if character is None else character.get(VAL), run_format(properties), self.around
        )

    def say(self, text: str, tracked: Tracked, look: Look | None, *, symbols: bool = False) -> None:
        """Text that looks like this; `symbols` says that it stands there as signs of a symbol font."""
        if not text:
            return
        look = self.styles.look(self.style, None, PLAIN, self.around) if look is None else look
        trait = look.cover or self.veil
        if trait is None and symbols:
            trait = "symbol-font"
        elif trait is None and look.web and not self._in_contents():
            trait = "hidden-text"
        change, move = tracked
        code = trait is None and self.state.fields.coding > 0
        self.pieces.append((text, Kind(change, trait, code, move)))
        if change != "deleted" and not text.isspace():
            self.bold &= look.bold
            self.underline &= look.underline
            self.capitals &= look.caps or not any(letter.islower() for letter in text)
            self.size = max(self.size, look.size)

    def page_break(self, kind: Literal["r", "e"]) -> None:
        """Notes a page break that Word or somebody made, and "t" before it if text came since the last one."""
        since, self._told = self.pieces[self._told :], len(self.pieces)
        self.breaks += ("t" if any(not text.isspace() for text, _ in since) else "") + kind

    def drawing(self, element: Element) -> None:
        """What a drawing says aside."""
        self.asides.extend(drawn(element, self.state.origin.links, self.state.origin.sheet))

    def finished(self) -> tuple[Stretch, ...]:
        """The stretches, neighbours of one kind joined, so that it does not matter how the runs were split."""
        self.asides.extend(self.state.fields.paragraph())
        return stretches(self.pieces)

    def _in_contents(self) -> bool:
        """Word marks page numbers in contents lists as hidden on the web, where there are no pages."""
        return self.state.fields.in_contents or any(
            step.name.startswith(("toc ", "table of ")) for step in self.styles.chain(self.style)
        )
