"""What a reader sees around each paragraph of the body: its number, and its level if it is a heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scr_docs.word.looks.styles import Styles
from scr_docs.word.numbers.counters import Counters
from scr_docs.word.numbers.numbering import Numbering
from scr_docs.word.numbers.typed_numbers import Line, Typed, depth, typed_numbers
from scr_docs.word.paragraphs.paragraph import Paragraph
from scr_docs.word.stories.contents import is_contents_line
from scr_docs.word.stories.headings import Numbered, heading_levels


@dataclass(frozen=True, slots=True)
class Outlined:
    """A paragraph with its number and level; `shown` is its text as a heading would be quoted, number first."""

    paragraph: Paragraph
    number: str | None = None
    level: int | None = None
    shown: str = ""


def outlined(paragraphs: Sequence[Paragraph], styles: Styles, numbering: Numbering, *, body: bool) -> list[Outlined]:
    """The paragraphs of a story with their numbers; only the body has typed numbers and headings."""
    automatic = _automatic(paragraphs, styles, numbering)
    if not body:
        return [Outlined(paragraph, counted.number) for paragraph, counted in zip(paragraphs, automatic, strict=True)]
    lines = [
        Line(paragraph.text, counted.number, not counted.listed and _typable(paragraph, styles))
        for paragraph, counted in zip(paragraphs, automatic, strict=True)
    ]
    typed = typed_numbers(lines)
    leading = _leading(automatic, typed)
    shown = [
        Numbered(
            paragraph=paragraph,
            text=" ".join(line.text.split()),
            number=line.number or (by_hand.shown if by_hand else None),
            listed=counted.listed,
            leading=leads,
        )
        for paragraph, line, counted, by_hand, leads in zip(paragraphs, lines, automatic, typed, leading, strict=True)
    ]
    return [
        Outlined(item.paragraph, item.number, level, f"{line.number} {item.text}" if line.number else item.text)
        for item, line, level in zip(shown, lines, heading_levels(shown, styles), strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Counted:
    """What Word counts: the number, the list design, and whether this is an item of a list that shows no numbers."""

    number: str | None = None
    design: int | None = None
    listed: bool = False


_UNCOUNTED = _Counted()


def _automatic(paragraphs: Sequence[Paragraph], styles: Styles, numbering: Numbering) -> list[_Counted]:
    """For each paragraph what Word counts."""
    body, boxes = Counters(), Counters()
    found = []
    for paragraph in paragraphs:
        place = numbering.of(styles, paragraph.style, paragraph.num_id, paragraph.level)
        if place is None or not paragraph.counts:
            found.append(_UNCOUNTED)
        else:
            number = (boxes if paragraph.box else body).next(*place)
            found.append(_Counted(number, place[0].abstract.id, number is None))
    return found


def _leading(automatic: Sequence[_Counted], typed: Sequence[Typed | None]) -> list[bool]:
    """Whether each paragraph's number orders the report: its list has sub-numbers, or no list of the report has any."""
    deep = {counted.design for counted in automatic if counted.number and (depth(counted.number) or 0) > 1}
    flat = not deep and not any(found and found.leading and "." in found.shown for found in typed)
    return [
        bool(found and found.leading) or (counted.number is not None and (flat or counted.design in deep))
        for counted, found in zip(automatic, typed, strict=True)
    ]


def _typable(paragraph: Paragraph, styles: Styles) -> bool:
    return (
        not paragraph.box
        and not paragraph.deleted
        and all(cell.framing for cell in paragraph.cells)
        and not is_contents_line(styles, paragraph, paragraph.text)
    )
