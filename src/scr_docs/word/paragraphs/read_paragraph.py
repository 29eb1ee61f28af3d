"""Reading one w:p: its settings first, for they say how its text looks, then what stands in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from scr_docs.model import Trait
from scr_docs.word.looks.colours import shade
from scr_docs.word.looks.flat import too_flat
from scr_docs.word.markup.xml import VAL, Element, W, number, on, val
from scr_docs.word.paragraphs.aside import Aside
from scr_docs.word.paragraphs.asides import former_number
from scr_docs.word.paragraphs.gathered import Gathered
from scr_docs.word.paragraphs.inline import walk
from scr_docs.word.paragraphs.paragraph import CellPlace, Paragraph
from scr_docs.word.paragraphs.state import State
from scr_docs.word.paragraphs.tracked import CHANGES, KEPT, Change, Tracked

_PROPERTIES = W + "pPr"
_STYLE, _NUMBER, _OUTLINE, _SHADE = W + "pStyle", W + "numPr", W + "outlineLvl", W + "shd"
_SECTION, _RUN, _FLAT = W + "sectPr", W + "rPr", frozenset({W + "spacing", W + "framePr"})


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a piece of a story: tracked changes, what it stands on, what hides it, its cells, its text box."""

    tracked: Tracked = KEPT
    shade: str | None = None
    veil: Trait | None = None
    cells: tuple[CellPlace, ...] = ()
    box: int = 0
    trait: Trait | None = None


NOTHING = Around()


@dataclass(slots=True)
class _Settings:
    """What a w:pPr says."""

    style: str | None
    mark: Change
    shade: str | None
    veil: Trait | None
    num_id: int | None = None
    level: int | None = None
    outline: int | None = None
    mark_hidden: bool = False
    section: bool = False
    asides: list[Aside] = field(default_factory=list)


def read_paragraph(element: Element, state: State, around: Around = NOTHING) -> Paragraph:
    """What a w:p holds."""
    told = _Settings(state.styles.default_paragraph, around.tracked.change, around.shade, around.veil)
    properties = element.find(_PROPERTIES)
    if properties is not None:
        _settings(told, properties, state)
    behind = state.styles.shade(told.style) if told.shade is None else told.shade
    found = Gathered(state, told.style, behind, told.veil)
    walk(found, element, around.tracked)
    stretches = found.finished()
    has_text = bool(found.size)
    return Paragraph(
        stretches=stretches,
        style=told.style,
        num_id=told.num_id,
        level=told.level,
        outline=told.outline,
        mark=told.mark,
        mark_hidden=told.mark_hidden,
        anchors=tuple(found.anchors),
        boxes=tuple(found.boxes),
        asides=(*told.asides, *dict.fromkeys(found.asides)),
        breaks=found.breaks + "s" * told.section,
        bold=has_text and found.bold,
        underline=has_text and found.underline,
        capitals=has_text and found.capitals,
        size=found.size,
        cells=around.cells,
        box=around.box,
        trait=around.trait,
        element=element,
    )


def _settings(told: _Settings, properties: Element, state: State) -> None:
    for child in properties:
        tag = child.tag
        if tag == _STYLE:
            told.style = child.get(VAL) if child.get(VAL) in state.styles.by_id else told.style
        elif tag == _NUMBER:
            told.num_id, told.level = number(val(child, W + "numId")), number(val(child, W + "ilvl"))
            told.asides.extend(former_number(child, state.origin.links))
        elif tag == _OUTLINE:
            told.outline = number(child.get(VAL))
        elif tag == _SHADE:
            told.shade = own if (own := shade(child)) not in (None, "none") else told.shade
        elif tag in _FLAT:
            told.veil = told.veil or too_flat(child)
        elif tag == _SECTION:
            told.section = True
        elif tag == _RUN:
            _mark(told, child)


def _mark(told: _Settings, properties: Element) -> None:
    """What becomes of the paragraph mark itself, and whether it is hidden."""
    for child in properties:
        tag = child.tag
        if tag == W + "vanish":
            told.mark_hidden = bool(on(child))
        elif tag in CHANGES and told.mark != "deleted":
            told.mark = CHANGES[tag]
