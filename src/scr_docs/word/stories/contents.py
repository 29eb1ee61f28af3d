"""Tables of contents: their lines look like headings and numbered paragraphs, and are neither."""

from __future__ import annotations

import re

from scr_docs.word.looks.styles import Styles
from scr_docs.word.paragraphs.paragraph import Paragraph

_CONTENTS_LINE = re.compile(r"toc \d|table of (figures|authorities)|index \d")
_ENDS_WITH_PAGE = re.compile(r"(\t|\.{3,}|\u2026|_{3,}|(\. ){3,}| {4,})\s*(page )?\d{1,3}\s*$", re.IGNORECASE)
_PAGE_WITHIN = 30


def is_contents_line(styles: Styles, paragraph: Paragraph, text: str) -> bool:
    """Whether this is a line of a table of contents or the like, by its style or by the page number at its end."""
    if any(_CONTENTS_LINE.match(step.name) for step in styles.chain(paragraph.style)):
        return True
    end = text[-_PAGE_WITHIN:].rstrip()
    return end[-1:].isdigit() and _ENDS_WITH_PAGE.search(end) is not None
