"""What a paragraph's settings come to through its style and the document's defaults: alignment and line spacing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from scr_docs.word.looks.styles import Styles
from scr_docs.word.markup.xml import VAL, Element, W, number

_LINE = 240
"""Two hundred and fortieths of a line: what w:spacing counts in where it does not count in points."""


@dataclass(frozen=True, slots=True)
class Spread:
    """`align` is Word's own word ("both" is justified), `line` what it says of spacing: the value and how it counts."""

    align: str | None = None
    line: tuple[int, str] | None = None

    def over(self, below: Spread) -> Spread:
        """This, with what it leaves open taken from the one below it."""
        return Spread(self.align or below.align, self.line or below.line)

    def lines(self, points: float) -> float:
        """The distance of two lines, in lines: 1 is what Word calls single."""
        if self.line is None:
            return 1
        value, rule = self.line
        if rule == "auto":
            return value / _LINE
        # A single line takes about 1.15 of the size of its letters; "at least" is never less than that.
        exact = value / 20 / (points * 1.15)
        return exact if rule == "exact" else max(1, exact)


@dataclass(slots=True)
class Spreads:
    """The settings of paragraphs; each style is worked out once."""

    styles: Styles
    defaults: Spread = Spread()
    _known: dict[str | None, Spread] = field(default_factory=dict)

    def of(self, style: str | None, properties: Element | None) -> Spread:
        """What counts for a paragraph of this style with this w:pPr."""
        return spread(properties).over(self._of_style(style)).over(self.defaults)

    def _of_style(self, style: str | None) -> Spread:
        if style not in self._known:
            found = Spread()
            for step in self._chain(style):
                found = found.over(spread(step.find(W + "pPr")))
            self._known[style] = found
        return self._known[style]

    def _chain(self, style: str | None) -> Iterator[Element]:
        return (self.styles.by_id[step.id] for step in self.styles.chain(style))


def spread(properties: Element | None) -> Spread:
    """What a w:pPr says by itself."""
    if properties is None:
        return Spread()
    align, spacing = properties.find(W + "jc"), properties.find(W + "spacing")
    line = None if spacing is None else number(spacing.get(W + "line"))
    rule = "auto" if spacing is None else spacing.get(W + "lineRule", "auto")
    return Spread(None if align is None else align.get(VAL), (line, rule) if line else None)
