"""What a reader sees around each paragraph of the body: its number, and its level if it is a heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scr_docs.word.counters import Counters
from scr_docs.word.headings import Numbered, heading_levels, is_contents_line
from scr_docs.word.numbering import Numbering
from scr_docs.word.paragraph import Paragraph
from scr_docs.word.styles import Styles
from scr_docs.word.typed_numbers import Line, typed_numbers


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
        return [Outlined(paragraph, number) for paragraph, (number, _) in zip(paragraphs, automatic, strict=True)]
    texts = [" ".join(paragraph.text.split()) for paragraph in paragraphs]
    typed = typed_numbers(
        [
            Line(paragraph.text, number, not listed and _typable(paragraph, styles))
            for paragraph, (number, listed) in zip(paragraphs, automatic, strict=True)
        ]
    )
    numbers = [
        number or (by_hand.shown if by_hand else None) for (number, _), by_hand in zip(automatic, typed, strict=True)
    ]
    levels = heading_levels(
        [
            Numbered(paragraph, text, number, listed)
            for paragraph, text, number, (_, listed) in zip(paragraphs, texts, numbers, automatic, strict=True)
        ],
        styles,
    )
    return [
        Outlined(paragraph, number, level, f"{number} {text}" if counted else text)
        for paragraph, number, level, text, (counted, _) in zip(
            paragraphs, numbers, levels, texts, automatic, strict=True
        )
    ]


def _automatic(paragraphs: Sequence[Paragraph], styles: Styles, numbering: Numbering) -> list[tuple[str | None, bool]]:
    """For each paragraph the number that Word counts, and whether it is an item of a list that shows none."""
    body, boxes = Counters(), Counters()
    found: list[tuple[str | None, bool]] = []
    for paragraph in paragraphs:
        place = numbering.of(styles, paragraph.style, paragraph.num_id, paragraph.level)
        if place is None or not paragraph.counts:
            found.append((None, False))
        else:
            number = (boxes if paragraph.box else body).next(*place)
            found.append((number, number is None))
    return found


def _typable(paragraph: Paragraph, styles: Styles) -> bool:
    return (
        not paragraph.box
        and not paragraph.deleted
        and all(cell.framing for cell in paragraph.cells)
        and not is_contents_line(styles, paragraph.style)
    )
