"""What stands at the top of an English letter to somebody who reads another language, and of a draft.

One line in that language says that the letter matters, and where to ring to have it translated, free of charge.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree
from pydantic import Field, field_validator

from scr_docs import yaml_file
from scr_docs.errors import TemplateError
from scr_docs.letters.dates import ENGLISH
from scr_docs.letters.directions import is_right_to_left, isolated
from scr_docs.letters.formats.paragraph_styles import root_of
from scr_docs.letters.house_style.parts import told
from scr_docs.letters.languages import layout
from scr_docs.letters.merging.traps import W
from scr_docs.letters.stages import LINES
from scr_docs.yaml_file import Strict, Text

DRAFT = "DRAFT TRANSLATION, not checked by a professional translator. Do not send it."
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PHONE = "{phone}"
_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF"})
"""Embeddings and overrides of direction (Unicode Standard Annex 9)."""


class Spoken(Strict):
    """A language: its English name, and the line, in which {phone} is the number to ring.

    `terms` are the words for some kinds of review, `subject` what stands in the list of e-mails. `checked_by` is the
    translator who read them all, and when.
    """

    name: Text
    checked_by: Text | None = None
    line: Text
    subject: Text = ""
    terms: dict[str, dict[str, Text]] = Field(default_factory=dict)

    @field_validator("line")
    @classmethod
    def _has_a_place_for_the_number(cls, line: str) -> str:
        if line.count(_PHONE) != 1 or any(map(str.isdecimal, line)):
            raise yaml_file.wrong("has no place for the number to ring", expected=f"{_PHONE} once, and no figures")
        if any(unicodedata.bidirectional(sign) in _TURNS for sign in line):
            raise yaml_file.wrong("holds a sign that would turn the number round", mend="Type it again")
        return line


class _All(Strict):
    languages: dict[str, Spoken]


@cache
def _shipped() -> dict[str, Spoken]:
    found: dict[str, Spoken] = yaml_file.shipped(__file__, LINES, _All).languages
    return found


def spoken(own: Path | None = None) -> dict[str, Spoken]:
    """The languages for which there is a line, by their tags; those in the office's own file go before the shipped.

    Raises TemplateError where that file is wrong.
    """
    if own is None:
        return _shipped()
    mine = yaml_file.read(own, TemplateError, about="the lines in other languages").build(_All).languages
    return {**_shipped(), **mine}


def language_of(tag: str, own: Path | None = None) -> Spoken | None:
    """The language of a tag: that of ur for ur-PK; None where there is no line for it."""
    steps = tag.casefold().split("-")
    known = {name.casefold(): one for name, one in spoken(own).items()}
    return next((known[one] for end in range(len(steps), 0, -1) if (one := "-".join(steps[:end])) in known), None)


def name_of(tag: str, own: Path | None = None) -> str:
    """What a language is called in English; its tag where that is not known."""
    found = language_of(tag, own)
    return found.name if found else tag


def with_line(document: bytes, tag: str, phone: str, own: Path | None = None) -> bytes:
    """The main part of a letter with the line in this language above its greeting."""
    found = language_of(tag, own)
    if found is None:
        return document
    turned = is_right_to_left(tag)
    number = phone.replace(" ", "\u00a0")
    text = found.line.replace(_PHONE, isolated(number) if turned else number)
    return _above(document, text, tag, turned=turned)


def with_draft(document: bytes) -> bytes:
    """The main part of a letter, which says that its translation is a draft."""
    return _above(document, DRAFT, ENGLISH, turned=False, bold=True)


def _above(document: bytes, text: str, language: str, *, turned: bool, bold: bool = False) -> bytes:
    root = root_of(document)
    line = etree.Element(f"{W}p")
    run = etree.SubElement(line, f"{W}r")
    properties = etree.SubElement(run, f"{W}rPr")
    if bold:
        etree.SubElement(properties, f"{W}b")
    layout.say(properties, language, turned=turned)
    etree.SubElement(run, f"{W}t", {_SPACE: "preserve"}).text = text
    if turned:
        layout.turn_paragraph(line)
    place = next(_places(root), None)
    if place is None:
        root.find(f"{W}body").insert(0, line)
    else:
        place.addprevious(line)
    return told(root)


def _places(root: Any) -> Iterator[Any]:
    """Where the line can stand, best first: before the greeting, before the first heading, before the words."""
    body = root.find(f"{W}body")
    for begins in ("salutation", "heading"):
        for paragraph in body.findall(f"{W}p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            if style is not None and (style.get(f"{W}val") or "").casefold().startswith(begins):
                yield paragraph
    yield from body.findall(f"{W}tbl")[:1]
