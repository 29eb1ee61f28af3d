"""What a finished Word letter says of itself: title, author, day, language and margins."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from scr_docs.letters.formats.paragraph_styles import root_of
from scr_docs.letters.merging.traps import W

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"


@dataclass(frozen=True, slots=True)
class About:
    """`margins` are top, right, bottom, left and the distance of the letterhead from the edge, in points."""

    title: str
    author: str
    day: datetime.date
    language: str
    margins: tuple[float, float, float, float, float]


def about(parts: Mapping[str, bytes]) -> About:
    """What the letter with these parts says of itself. The day is that of the letter, in its properties."""
    core = root_of(parts["docProps/core.xml"])
    made = re.match(r"\d{4}-\d\d-\d\d", core.findtext(f"{_TERMS}created") or "")
    styles = root_of(parts["word/styles.xml"]) if "word/styles.xml" in parts else etree.Element("none")
    named = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    edges = root_of(parts["word/document.xml"]).find(f".//{W}pgMar")
    top, right, bottom, left, head = (
        int((None if edges is None else edges.get(f"{W}{name}")) or 1134) / 20
        for name in ("top", "right", "bottom", "left", "header")
    )
    return About(
        title=(core.findtext(f"{_DC}title") or "").strip(),
        author=(core.findtext(f"{_DC}creator") or "").strip(),
        day=datetime.date.fromisoformat(made[0]) if made else datetime.date(1980, 1, 1),
        language=(None if named is None else named.get(f"{W}val")) or "en-GB",
        margins=(top, right, bottom, left, head),
    )
