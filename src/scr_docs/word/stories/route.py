"""The way through the body: which headings, which number and which count of paragraphs lead to each paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field

from scr_docs.word.stories.addresses import in_table, is_dependent, numbered, quoted, together, under
from scr_docs.word.stories.outline import Outlined


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: `label` says it shortly ("para 4.2"), `after` is the last number up to there.

    `page` is about which page that is on, None where the file does not tell.
    """

    label: str
    headings: tuple[str, ...] = ()
    after: str | None = None
    page: int | None = None


@dataclass(slots=True)
class Route:
    """Where one is in the body while reading it from top to bottom."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    main: str | None = None
    last: str | None = None
    ordinal: int = 0
    cell: tuple[object, ...] = ()
    in_cell: int = 0

    def step(self, item: Outlined) -> tuple[str, Place]:
        """The address of the next paragraph, and its place for what hangs on it."""
        if item.level is not None:
            while self.headings and self.headings[-1][0] >= item.level:
                self.headings.pop()
        above = tuple(text for _, text in self.headings)
        self._count(item)
        way = self._way(item)
        label = f"{quoted(above[-1])} > {way}" if above and way.startswith("paragraph") else way
        if item.level is not None:
            self.headings.append((item.level, item.shown))
            self.ordinal = 0
        return under("body", above, way), Place(label, above, self.last)

    def _count(self, item: Outlined) -> None:
        if item.number is not None:
            self.last = together(self.main, item.number)
            if not is_dependent(item.number):
                self.main = item.number
        if item.level is None and not item.paragraph.cells and item.shown:
            self.ordinal += 1
        self.in_cell = self.in_cell + 1 if item.paragraph.cells == self.cell else 1
        self.cell = item.paragraph.cells

    def _way(self, item: Outlined) -> str:
        if item.level is not None:
            return f"heading {quoted(item.shown)}"
        if item.paragraph.cells:
            further = (
                numbered(self.last or "") if item.number else f"paragraph {self.in_cell}" if self.in_cell > 1 else ""
            )
            return " > ".join(filter(None, (in_table(item.paragraph.cells), further)))
        return numbered(self.last or "") if item.number else f"paragraph {max(self.ordinal, 1)}"
