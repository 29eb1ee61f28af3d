"""Styles: what they are called in every language of Word, and what they say of text through their chain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scr_docs.word.looks.colours import shade, tone
from scr_docs.word.looks.look import PLAIN, Look, RunFormat, cover, run_format
from scr_docs.word.markup.xml import VAL, Element, W, number, val

_ID, _TYPE, _DEFAULT = W + "styleId", W + "type", W + "default"
_BASE_SIZE = 20
"""Half-points of text of which neither styles nor defaults say a size."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style as it is defined; `num_id` and `level` are its own automatic numbering, `outline` its outline level."""

    id: str
    name: str
    kind: str
    based_on: str | None = None
    format: RunFormat = PLAIN
    shade: str | None = None
    outline: int | None = None
    num_id: int | None = None
    level: int | None = None
    dark: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Styles:
    """All styles by id, each worked out when first asked for, and the answers that were worked out already."""

    by_id: Mapping[str, Element] = field(default_factory=dict)
    defaults: RunFormat = PLAIN
    default_paragraph: str | None = None
    _styles: dict[str, Style] = field(default_factory=dict)
    _chains: dict[str | None, tuple[Style, ...]] = field(default_factory=dict)
    _formats: dict[str | None, RunFormat] = field(default_factory=dict)
    _looks: dict[tuple[str | None, str | None, RunFormat, str | None], Look] = field(default_factory=dict)

    def chain(self, style: str | None) -> tuple[Style, ...]:
        """The style and those it is based on, nearest first; empty for a style that does not exist."""
        known = self._chains.get(style)
        if known is None:
            found: dict[str, Style] = {}
            step = style
            while step is not None and step in self.by_id and step not in found:
                found[step] = self._style(step)
                step = found[step].based_on
            known = self._chains[style] = tuple(found.values())
        return known

    def _style(self, id_: str) -> Style:
        if id_ not in self._styles:
            self._styles[id_] = _style(self.by_id[id_])
        return self._styles[id_]

    def run_format(self, style: str | None) -> RunFormat:
        """What a style and its chain say of text, without the document's defaults."""
        known = self._formats.get(style)
        if known is None:
            known = PLAIN
            for step in reversed(self.chain(style)):
                known = step.format.over(known)
            self._formats[style] = known
        return known

    def shade(self, style: str | None) -> str | None:
        """What a paragraph style and its chain put behind the text; None where they say nothing."""
        return next((step.shade for step in self.chain(style) if step.shade is not None), None)

    def look(self, paragraph: str | None, character: str | None, direct: RunFormat, around: str | None) -> Look:
        """How a run looks: `direct` is its own format, `around` what its paragraph, cell or box is filled with."""
        key = (paragraph, character, direct, around)
        known = self._looks.get(key)
        if known is None:
            known = self._looks[key] = self._look(*key)
        return known

    def format(self, paragraph: str | None, character: str | None, direct: RunFormat) -> RunFormat:
        """All that is said of a run: by itself, by the two styles and by the document's defaults, nearest first."""
        return direct.over(self.run_format(character)).over(self.run_format(paragraph)).over(self.defaults)

    def _look(self, paragraph: str | None, character: str | None, direct: RunFormat, around: str | None) -> Look:
        below, above = self.run_format(paragraph), self.run_format(character)
        whole = self.format(paragraph, character, direct)
        vanish = _toggle(direct.vanish, below.vanish, above.vanish, self.defaults.vanish)
        return Look(
            cover=cover(whole, vanish=vanish, around=around),
            web=bool(whole.web),
            bold=_toggle(direct.bold, below.bold, above.bold, self.defaults.bold),
            underline=bool(whole.underline),
            caps=_toggle(direct.caps, below.caps, above.caps, self.defaults.caps),
            size=_BASE_SIZE if whole.size is None else whole.size,
        )


def read_styles(root: Element | None) -> Styles:
    """The styles of a styles part; none for None."""
    if root is None:
        return Styles()
    by_id: dict[str, Element] = {}
    default = None
    for element in root.iterchildren(W + "style"):
        id_ = element.get(_ID, "")
        by_id.setdefault(id_, element)
        if element.get(_DEFAULT) in ("1", "true", "on") and element.get(_TYPE, "paragraph") == "paragraph":
            default = id_
    return Styles(by_id, run_format(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")), default)


def _style(element: Element) -> Style:
    own = {child.tag: child for child in element}
    paragraph = {child.tag: child for child in own.get(W + "pPr", ())}
    numbering = paragraph.get(W + "numPr")
    return Style(
        id=element.get(_ID, ""),
        name=" ".join(_said(own, W + "name").lower().split()),
        kind=element.get(_TYPE, "paragraph"),
        based_on=_said(own, W + "basedOn") or None,
        format=run_format(own.get(W + "rPr")),
        shade=shade(paragraph.get(W + "shd")),
        outline=number(_said(paragraph, W + "outlineLvl") or None),
        num_id=number(val(numbering, W + "numId")),
        level=number(val(numbering, W + "ilvl")),
        dark=any(tone(shade(fill)) in ("dark", "black") for fill in element.iter(W + "shd")),
    )


def _said(children: Mapping[str, Element], tag: str) -> str:
    child = children.get(tag)
    return "" if child is None else child.get(VAL, "")


def _toggle(direct: bool | None, paragraph: bool | None, character: bool | None, defaults: bool | None) -> bool:
    """A property that two styles switch on is off again (ECMA-376, 17.7.3); the run itself has the last word."""
    if direct is not None:
        return direct
    return bool(defaults) or bool(paragraph) != bool(character)
