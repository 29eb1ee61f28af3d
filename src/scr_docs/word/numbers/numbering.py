"""The automatic lists that a document defines: numbering.xml and the styles that are linked with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scr_docs.word.looks.styles import Styles
from scr_docs.word.markup.xml import VAL, Element, W, number, on, val

LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `text` is Word's pattern ("%1.%2"), `restart` the level that starts it again, 0 for none."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False


@dataclass(frozen=True, slots=True)
class Abstract:
    """A list as designed; `by_style` are the levels to which paragraph styles belong."""

    id: int
    levels: Mapping[int, Level]
    by_style: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Num:
    """A use of a list: `starts` are the levels that begin anew with it, and at which number."""

    id: int
    abstract: Abstract
    levels: Mapping[int, Level]
    starts: Mapping[int, int]

    def level(self, index: int) -> Level:
        """A level of this list; one that shows nothing where the list has no such level."""
        return self.levels.get(index) or self.abstract.levels.get(index) or Level(format="none")


@dataclass(frozen=True, slots=True, eq=False)
class Numbering:
    """All lists as elements by number; each is worked out when first asked for, as documents hold thousands unused."""

    elements: Mapping[int, Element] = field(default_factory=dict)
    designs: Mapping[int, Element] = field(default_factory=dict)
    _nums: dict[int, Num | None] = field(default_factory=dict)
    _by_style: dict[str | None, tuple[Num, int] | None] = field(default_factory=dict)

    def of(self, styles: Styles, style: str | None, num_id: int | None, level: int | None) -> tuple[Num, int] | None:
        """The list and level of a paragraph with this style and these direct settings; None if it is not numbered."""
        if num_id is None:
            if style not in self._by_style:
                self._by_style[style] = self._of_style(styles, style)
            found = self._by_style[style]
            return found if found is None or level is None else (found[0], _sane(level))
        num = self._num(styles, num_id)
        return None if num is None else (num, _level_of_style(styles, style, num) if level is None else _sane(level))

    def _of_style(self, styles: Styles, style: str | None) -> tuple[Num, int] | None:
        num_id = next((step.num_id for step in styles.chain(style) if step.num_id is not None), None)
        num = None if num_id is None else self._num(styles, num_id)
        return None if num is None else (num, _level_of_style(styles, style, num))

    def _num(self, styles: Styles, num_id: int) -> Num | None:
        if num_id not in self._nums:
            element = self.elements.get(num_id)
            design = None if element is None else self._design(styles, element)
            self._nums[num_id] = None if element is None or design is None else _num(num_id, element, _abstract(design))
        return self._nums[num_id]

    def _design(self, styles: Styles, element: Element) -> Element | None:
        """The w:abstractNum of a list; one that only names a numbering style is that style's."""
        design = self.designs.get(number(val(element, W + "abstractNumId")) or 0)
        link = val(design, W + "numStyleLink")
        if link is None:
            return design
        for other in self.designs.values():
            if val(other, W + "styleLink") == link:
                return other
        num_id = next((step.num_id for step in styles.chain(link) if step.num_id is not None), 0)
        return self.designs.get(number(val(self.elements.get(num_id), W + "abstractNumId")) or 0)


def read_numbering(root: Element | None) -> Numbering:
    """The lists of a numbering part; none for None."""
    if root is None:
        return Numbering()
    return Numbering(
        {number(element.get(W + "numId")) or 0: element for element in root.iterchildren(W + "num")},
        {number(element.get(W + "abstractNumId")) or 0: element for element in root.iterchildren(W + "abstractNum")},
    )


def _level_of_style(styles: Styles, style: str | None, num: Num) -> int:
    """The level that names the style goes before the level that the style names, as in Word."""
    for step in styles.chain(style):
        if step.id in num.abstract.by_style:
            return num.abstract.by_style[step.id]
        if step.level is not None:
            return _sane(step.level)
    return 0


def _abstract(element: Element) -> Abstract:
    levels: dict[int, Level] = {}
    by_style: dict[str, int] = {}
    for child in element.iterchildren(W + "lvl"):
        index = _sane(number(child.get(W + "ilvl")) or 0)
        levels[index] = _level(child)
        if style := val(child, W + "pStyle"):
            by_style.setdefault(style, index)
    return Abstract(number(element.get(W + "abstractNumId")) or 0, levels, by_style)


def _level(element: Element) -> Level:
    start, text = number(val(element, W + "start")), element.find(W + "lvlText")
    format_ = val(element, W + "numFmt")
    if format_ is None:
        custom = element.find(f"{{*}}AlternateContent/{{*}}Choice/{W}numFmt")
        format_ = "decimal" if custom is None or custom.get(VAL) == "custom" else custom.get(VAL, "decimal")
    return Level(
        start=1 if start is None else start,
        format=format_,
        text="" if text is None else text.get(VAL, ""),
        restart=number(val(element, W + "lvlRestart")),
        legal=bool(on(element.find(W + "isLgl"))),
    )


def _num(num_id: int, element: Element, abstract: Abstract) -> Num:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in element.iterchildren(W + "lvlOverride"):
        index = _sane(number(override.get(W + "ilvl")) or 0)
        level, start = override.find(W + "lvl"), number(val(override, W + "startOverride"))
        if level is not None:
            levels[index] = _level(level)
        if start is not None:
            starts[index] = start
    return Num(num_id, abstract, levels, starts)


def _sane(level: int) -> int:
    return min(max(level, 0), LEVELS - 1)
