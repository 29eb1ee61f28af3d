"""What there is to translate in a template: each paragraph, or line of a text, that holds words outside its tags."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from scr_docs.letters import package
from scr_docs.letters.formats.paragraph_styles import root_of
from scr_docs.letters.languages.stretches import Stretch, marked, stretches
from scr_docs.letters.merging.traps import W

TAG = re.compile(r"\{%.{0,400}?%\}|\{\{.{0,400}?\}\}")
"""A tag of a template, whatever it does."""

MARK = re.compile(r"‹(/?)(\d{1,3})(/?)›")
"""‹1› and ‹/1› stand around words in another look; ‹1/› stands for what is no words, such as a page number."""

ISOLATES = re.compile("[\u2066-\u2069]")
"""The signs that keep a value the right way round; they are put in anew with each letter."""

_PARTS = {"document": "the letter", "header": "the header", "footer": "the footer", "footnotes": "the footnotes",
          "endnotes": "the endnotes"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece to translate: where it stands, and its text with tags and marks as they are.

    The id is the part and the number of the paragraph, or of the line: "document.12", "line.3".
    """

    id: str
    place: str
    text: str


def of_word(parts: Mapping[str, bytes]) -> list[Unit]:
    """The units of a Word template, in the order of its parts; a paragraph of tags alone is none."""
    found: list[Unit] = []
    for name, kind in _stories(parts):
        for number, paragraph in enumerate(root_of(parts[name]).iter(f"{W}p"), 1):
            text = text_with_marks(stretches(paragraph))
            if has_words(text):
                where = "" if kind == "document" else f" of {_PARTS[kind]}"
                found.append(Unit(f"{PurePosixPath(name).stem}.{number}", f"paragraph {number}{where}", text))
    return found


def of_text(text: str) -> list[Unit]:
    """The units of a plain text: its lines with words."""
    lines = enumerate(lines_of(text), 1)
    return [Unit(f"line.{number}", f"line {number}", line) for number, line in lines if has_words(line)]


def lines_of(text: str) -> list[str]:
    """The lines of a plain text, without the signs that keep values the right way round."""
    return ISOLATES.sub("", text.removeprefix("\ufeff").replace("\r\n", "\n")).split("\n")


def paragraphs_by_id(parts: Mapping[str, bytes]) -> dict[str, tuple[str, Any]]:
    """Every paragraph of a Word template by its id, with the root of its part by name; to be changed in place."""
    return {
        f"{PurePosixPath(name).stem}.{number}": (name, paragraph)
        for name, _ in _stories(parts)
        for number, paragraph in enumerate(root_of(parts[name]).iter(f"{W}p"), 1)
    }


def texts_by_id(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The text of every paragraph of a Word template by its id, those without words too."""
    return {key: text_with_marks(stretches(one)) for key, (_, one) in paragraphs_by_id(parts).items()}


def text_with_marks(found: Sequence[Stretch]) -> str:
    """The text of a paragraph: stretches in another look than most of it between numbered marks."""
    return ISOLATES.sub("", marked(found)).strip()


def source_hash(units: Iterable[Unit]) -> str:
    """The sha256 by which it is seen that the English letter is still the one that was translated."""
    told = "\n".join(f"{unit.id}\t{unit.text}" for unit in units)
    return hashlib.sha256(told.encode()).hexdigest()


def words_hash(texts: Mapping[str, str]) -> str:
    """The sha256 by which it is seen that a translation, by the ids of its units, still says what was checked.

    How it is laid out does not count: blanks, figures of another script, and signs that are not seen.
    """
    told = "\n".join(f"{key}\t{alike(text)}" for key, text in sorted(texts.items()))
    return hashlib.sha256(told.encode()).hexdigest()


def alike(text: str) -> str:
    """A translation as it is compared: figures 0 to 9, one plain blank between words, none of our signs."""
    return " ".join(in_figures(ISOLATES.sub("", text)).split())


def in_figures(text: str) -> str:
    """The text with the figures of every script as 0 to 9, as they stand on a telephone."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(sign)) if not sign.isascii() and sign.isdecimal() else sign for sign in text)


def words_of(text: str) -> str:
    """The text without its tags and marks."""
    return MARK.sub("", TAG.sub(" ", text))


def has_words(text: str) -> bool:
    """Whether there is a letter outside its tags and marks."""
    return any(map(str.isalpha, words_of(text)))


def _stories(parts: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """The parts with words, the letter itself first."""
    return sorted(package.stories(parts).items(), key=lambda one: (one[1] != "document", one[0]))
