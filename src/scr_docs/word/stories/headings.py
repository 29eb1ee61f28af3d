"""Which paragraphs are headings: those that Word knows, and the lines in bold or capitals that stand for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scr_docs.word.looks.styles import Styles
from scr_docs.word.numbers.typed_numbers import depth
from scr_docs.word.paragraphs.paragraph import Paragraph
from scr_docs.word.stories.contents import is_contents_line

_LONGEST = 30
"""A "heading" of more words than this is a paragraph that somebody put into a heading style for its number."""

_LONGEST_UNSTYLED = 12
_LONGEST_TITLE_PAGE = 100
_LONGEST_IN_SIGNS = 250
_BODY_TEXT = 9
_TIERS = 3

_HEADING = re.compile(r"heading ([1-9])(?!\d)")
_NEVER = frozenset(
    {"title", "subtitle", "caption", "header", "footer", "footnote text", "endnote text", "quote", "intense quote"}
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph with its number; `listed` is whether it is an item of a list without numbers (a bullet).

    `leading` is whether the number orders the report, so that it tells the level, and not just a list within it.
    """

    paragraph: Paragraph
    text: str
    number: str | None = None
    listed: bool = False
    leading: bool = True


@dataclass(frozen=True, slots=True)
class _Guess:
    """A paragraph that may be a heading: with `level` by its style, without by its looks."""

    level: int | None
    depth: int | None
    strength: tuple[int, bool, bool, bool]
    contents: bool = False


def heading_levels(lines: Sequence[Numbered], styles: Styles) -> list[int | None]:
    """For each paragraph its level if it is a heading, 1 being the highest; None for all others."""
    guesses = [_guess(line, styles) for line in lines]
    _drop_trailing(lines, guesses)
    for position in _title_lines(lines, guesses):
        guesses[position] = None
    real = any(guess is not None and guess.level is not None and not guess.contents for guess in guesses)
    return _with_styles(guesses) if real else _by_looks(guesses)


def _guess(line: Numbered, styles: Styles) -> _Guess | None:
    paragraph, text = line.paragraph, line.text
    words = len(text.split())
    if not 0 < words <= _LONGEST or len(text) > _LONGEST_IN_SIGNS or _is_elsewhere(paragraph, styles):
        return None
    known_depth = depth(line.number) if line.number is not None and line.leading else None
    strength = (paragraph.size, paragraph.capitals, paragraph.bold, paragraph.underline)
    chain = styles.chain(paragraph.style)
    if chain and chain[0].name == "toc heading":
        return _Guess(1, known_depth, strength, contents=True)
    level = _styled_level(paragraph, styles)
    ended = text.endswith((".", ";", ","))
    if level is not None and not (ended and words > _LONGEST_UNSTYLED):
        return _Guess(level, known_depth, strength)
    if words > _LONGEST_UNSTYLED or ended or paragraph.cells or line.listed:
        return None
    letters = sum(letter.isalpha() for letter in text)
    stands_out = paragraph.bold or paragraph.underline or (paragraph.capitals and letters > 3)
    return _Guess(None, known_depth, strength) if stands_out and letters > 1 else None


def _is_elsewhere(paragraph: Paragraph, styles: Styles) -> bool:
    """Whether the paragraph stands where headings do not: in a box, a cell, a table of contents, a title."""
    if paragraph.box or paragraph.deleted or any(not cell.framing for cell in paragraph.cells):
        return True
    chain = styles.chain(paragraph.style)
    return (bool(chain) and chain[0].name in _NEVER) or is_contents_line(styles, paragraph, paragraph.text)


def _styled_level(paragraph: Paragraph, styles: Styles) -> int | None:
    if paragraph.outline is not None:
        return None if paragraph.outline >= _BODY_TEXT else paragraph.outline + 1
    for step in styles.chain(paragraph.style):
        if match := _HEADING.fullmatch(step.name):
            return int(match[1])
        if step.outline is not None:
            return None if step.outline >= _BODY_TEXT else step.outline + 1
    return None


def _drop_trailing(lines: Sequence[Numbered], guesses: list[_Guess | None]) -> None:
    """A line that only looks like a heading is one only if text comes after it."""
    for position in range(len(lines) - 1, -1, -1):
        guess = guesses[position]
        if guess is not None and guess.level is None:
            guesses[position] = None
        elif lines[position].text:
            return


def _title_lines(lines: Sequence[Numbered], guesses: Sequence[_Guess | None]) -> list[int]:
    """The lines that stand out on a title page and head nothing: those up to the first chapter if there is little text.

    Where there is no chapter, those before any text, but for the last, which may head what follows.
    """
    standing: list[int] = []
    before_text = words = 0
    for position, guess in enumerate(guesses):
        if guess is None:
            words += len(lines[position].text.split())
        elif guess.level is None and guess.depth is None:
            standing.append(position)
            before_text += words == 0
        elif words <= _LONGEST_TITLE_PAGE:
            return standing
        else:
            break
    return standing[: max(before_text - 1, 0)]


def _with_styles(guesses: Sequence[_Guess | None]) -> list[int | None]:
    """In a document with real headings, what only looks like one is below the real one before it."""
    levels: list[int | None] = []
    current, under_contents = 0, False
    for guess in guesses:
        if guess is None:
            levels.append(None)
        elif guess.level is not None:
            current, under_contents = guess.level, guess.contents
            levels.append(guess.level)
        else:
            known = guess.depth or 1
            levels.append(known if under_contents else max(current + 1, known))
    return levels


def _by_looks(guesses: Sequence[_Guess | None]) -> list[int | None]:
    """In a document without real headings numbers tell the level; what has none is below the numbered one above."""
    plain = {guess.strength for guess in guesses if guess is not None and guess.level is None and guess.depth is None}
    tiers = {strength: min(tier, _TIERS) for tier, strength in enumerate(sorted(plain, reverse=True), start=1)}
    levels: list[int | None] = []
    numbered = 0
    for guess in guesses:
        if guess is None:
            levels.append(None)
        elif guess.level is not None or guess.depth is not None:
            numbered = guess.level or guess.depth or 1
            levels.append(numbered)
        else:
            levels.append(numbered + tiers[guess.strength])
    return levels
