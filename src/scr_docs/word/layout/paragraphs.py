"""Barriers in paragraphs and in their order: headings, lists, blanks for layout, alignment, spacing, links, boxes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from scr_docs.model import Barrier
from scr_docs.word.layout.letters_on_page import main_size
from scr_docs.word.layout.lines import Line, link_targets

Place = Callable[[Line], int | None]
"""Gives the block of a paragraph; None where it has none."""

_TYPED_ITEM = re.compile(r"\s*(?:[-–—•·●▪■*o✓➢►]|\(?(?:[a-hA-H]|[ivx]{1,4}|\d{1,2})[.)])(?:\t|[  ]{1,3})\S")
_SPACES = re.compile(r"\S[  ]{4,}\S|\S\t{2,}\S|^[  ]{8,}\S")
_VAGUE = re.compile(
    r"(?:please )?(?:click |press |see |go |read |look )?"
    r"(?:here|this|this link|link|more|read more|find out more|see more|more information|website|this page|details)"
    r"[.…>» ]{0,4}",
    re.IGNORECASE,
)
_END = re.compile(r"[.,;:!?”\"’')]\s*$")
_LONG_URL = 60
_FEWEST_ITEMS = 3
_MOST_HEADING_WORDS = 12
_MOST_LINE_WORDS = 9
_ONE_LINE, _THREE_LINES = 90, 240
_NOT_BODY = ("toc ", "table of ", "title", "subtitle", "caption", "header", "footer", "signature", "closing")


def between(lines: Sequence[Line], place: Place) -> Iterator[Barrier]:
    """The barriers in paragraphs and in their order."""
    yield from _headings(lines, place)
    yield from _typed_lists(lines, place)
    yield from _blanks(lines, place)
    for line in lines:
        block = place(line)
        if block is not None:
            yield from _settings(line, block)
            yield from _links(line, block)


def _headings(lines: Sequence[Line], place: Place) -> Iterator[Barrier]:
    before = 0
    for position, line in enumerate(lines):
        if line.boxed:
            continue
        block = place(line)
        if line.level is None:
            if block is not None and _looks_like_heading(lines, position):
                yield Barrier("heading-by-looks", block)
        elif block is None:
            # A blank with the style of a heading; a picture in one is no heading that lacks its words.
            if line.is_blank:
                yield Barrier("empty-heading", None, address=_near(lines, position, place))
        else:
            if before and line.level > before + 1:
                yield Barrier("heading-skipped", block, told=f"level {line.level} after level {before}")
            before = line.level


def _looks_like_heading(lines: Sequence[Line], position: int) -> bool:
    """Whether a short line stands by itself in bold, above text that is not."""
    line = lines[position]
    words = line.text.split()
    if line.table or line.listed or not 1 <= len(words) <= _MOST_HEADING_WORDS or line.style.startswith(_NOT_BODY):
        return False
    if _END.search(line.text) or not all(piece.bold for piece in line.pieces if piece.text.strip()):
        return False
    after = next((other for other in lines[position + 1 :] if not other.is_blank), None)
    if after is None or after.table or after.level is not None or after.listed:
        return False
    plain = not any(piece.bold for piece in after.pieces if piece.text.strip())
    return plain and len(after.text.split()) > _MOST_HEADING_WORDS


def _typed_lists(lines: Sequence[Line], place: Place) -> Iterator[Barrier]:
    run: list[int] = []
    for line in (*lines, None):
        typed = line is not None and not line.listed and line.level is None and _TYPED_ITEM.match(line.text)
        block = place(line) if line is not None and typed else None
        if block is not None:
            run.append(block)
        elif line is None or not line.is_blank:
            if len(run) >= _FEWEST_ITEMS:
                yield Barrier("typed-list", run[0], told=f"{len(run)} lines")
            run = []


def _blanks(lines: Sequence[Line], place: Place) -> Iterator[Barrier]:
    run = 0
    for line in lines:
        if line.is_blank and not line.table and not line.boxed and line.element.find(".//{*}sectPr") is None:
            run += 1
            continue
        block = place(line)
        if run >= 2 and block is not None and not line.table:  # a run is two or more
            yield Barrier("blank-paragraphs", block, told=f"{run} blank lines above it")
        run = 0
        if block is not None and _SPACES.search(line.text) and not line.style.startswith(_NOT_BODY):
            yield Barrier("spaces-for-layout", block)


def _settings(line: Line, block: int) -> Iterator[Barrier]:
    length = len(line.text)
    align = line.spread.align
    if align in ("both", "distribute", "mediumKashida") and length > _ONE_LINE and not line.table:
        yield Barrier("justified", block)
    if align == "center" and length > _THREE_LINES and not line.table:
        yield Barrier("centred", block)
    if length > _ONE_LINE and not line.table and not line.boxed and (points := main_size(line.pieces)):
        spacing = round(line.spread.lines(points), 2)
        yield Barrier("line-spacing", block, measure=spacing, told=f"{spacing:g} lines")
    if line.boxed and len(line.text.split()) > _MOST_LINE_WORDS:
        yield Barrier("text-box", block)


def _links(line: Line, block: int) -> Iterator[Barrier]:
    for words in link_targets(line.pieces).values():
        told = " ".join(words.split())
        if _VAGUE.fullmatch(told) or (told.startswith(("http", "www.")) and len(told) > _LONG_URL):
            start = line.text.find(words)
            yield Barrier("vague-link", block, max(start, 0), max(start, 0) + len(words))


def _near(lines: Sequence[Line], position: int, place: Place) -> str:
    """Where something without words is: by the first words after it."""
    after = next((line.text for line in lines[position + 1 :] if place(line) is not None), "")
    words = " ".join(after.split()[:6])
    return f"above “{words}”" if words else "at the end"
