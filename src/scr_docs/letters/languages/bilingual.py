"""A translation as a Word table: number, English, translation. For a translator who has no program of the trade."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from lxml import etree

from scr_docs.letters.directions import is_right_to_left
from scr_docs.letters.formats.paragraph_styles import root_of
from scr_docs.letters.languages.exchange import Exchange, Item, content_of, from_head
from scr_docs.letters.languages.units import TAG
from scr_docs.letters.merging.traps import W
from scr_docs.letters.merging.untrusted import parts_of

_PIECES = re.compile(f"({TAG.pattern}|‹/?\\d{{1,3}}/?›)")
_BLANKS = re.compile("[ \t\r\n]+")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset({f"{W}del", f"{W}moveFrom", _FALLBACK})
"""What is no longer there once tracked changes are accepted, and what is there twice for older programs."""
_BREAKS = frozenset(f"{W}{name}" for name in ("p", "br", "tab"))
_GREY = RGBColor(0x59, 0x59, 0x59)
_ASKED = """\
This is a letter to a family in which a child or an adult has died or was seriously harmed. Please translate it as \
warmly and as plainly as the English is written.
Write each translation into the right column, beside its English. Do not add or take away rows.
What is grey and stands in braces, such as {{ person.greeting }}, is filled in later: a name, a date or a number. Copy \
it into the translation as it is, and put it where your language needs it. Where a sentence would have to bend a name, \
turn the sentence.
{% if … %}, {% else %} and {% endif %} stand around words that are not in every letter. Keep them in this order, and \
keep the words that stand between two of them between the same two: else somebody reads what is not meant for them.
‹1› and ‹/1› stand around words in bold print or a link: put them around the same words. ‹1/› stands for something \
like the number of a page.
Leave numbers, e-mail addresses, and the names of services such as Samaritans as they are, in these figures: 0 to 9.
If you have a question about a row, write it into your e-mail, not into the table.
Do not change this line:"""


def write(exchange: Exchange) -> bytes:
    """The Word file: a page for the translator, then the table."""
    document = docx.Document()
    document.core_properties.title = f"Translation of {exchange.stage}, {exchange.version}, into {exchange.language}"
    document.core_properties.author = document.core_properties.comments = ""
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Arial", Pt(12)
    document.add_heading(document.core_properties.title, 1)
    for line in _ASKED.splitlines():
        document.add_paragraph(line)
    document.add_paragraph(exchange.head)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    for cell, name in zip(table.rows[0].cells, ("Number", "English", "Translation"), strict=True):
        cell.text = name
    _properties(table.rows[0], "tblHeader")
    turned = is_right_to_left(exchange.language)
    for item in exchange.items:
        row = table.add_row()
        _properties(row, "cantSplit")
        row.cells[0].text = item.id
        _write(row.cells[1].paragraphs[0], item.english)
        _write(row.cells[2].paragraphs[0], item.translated, turned=turned)
    for row in table.rows:
        for cell, width in zip(row.cells, (Cm(3), Cm(6.5), Cm(6.5)), strict=True):
            cell.width = width
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def read(path: Path) -> Exchange:
    """What the Word file holds. Tracked changes count as accepted. Raises TemplateError."""
    content_of(path)
    root = root_of(parts_of(path)["word/document.xml"])
    items: list[Item] = []
    for row in root.iter(f"{W}tr"):
        if _is_gone(row):
            continue
        cells = [_BLANKS.sub(" ", _said(cell)).strip(" ") for cell in row.findall(f"{W}tc") or row.iter(f"{W}tc")]
        if len(cells) == 3 and re.fullmatch(r"[a-z0-9]{1,30}\.\d{1,5}", cells[0]):
            items.append(Item(cells[0], "", cells[1], cells[2]))
    return from_head(" ".join(_said(root).split()), tuple(items), path)


def _said(element: Any) -> str:
    """The text below an element, with tracked changes accepted; each paragraph and line begins with a blank."""
    told: list[str] = []
    for one in element:
        if one.tag in _GONE:
            continue
        if one.tag in _BREAKS:
            told.append(" ")
        told.append((one.text or "") if one.tag == f"{W}t" else _said(one))
    return "".join(told)


def _is_gone(row: Any) -> bool:
    """Whether a row was deleted with changes tracked."""
    return row.find(f"{W}trPr/{W}del") is not None


def _write(paragraph: Any, text: str, *, turned: bool = False) -> None:
    """A text with its tags grey, each in a control whose words cannot be changed."""
    if turned:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001  # python-docx has no word for it
    for piece in _PIECES.split(text):
        if not piece:
            continue
        run = paragraph.add_run(piece)
        if _PIECES.fullmatch(piece):
            run.font.color.rgb = _GREY
            _lock(run._r)  # noqa: SLF001  # nor for a content control
        elif turned:
            run.font.rtl = True


def _lock(run: Any) -> None:
    control = OxmlElement("w:sdt")
    properties, content = OxmlElement("w:sdtPr"), OxmlElement("w:sdtContent")
    lock = OxmlElement("w:lock")
    lock.set(qn("w:val"), "contentLocked")
    properties.append(lock)
    control.extend([properties, content])
    run.addprevious(control)
    content.append(run)


def _properties(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(etree.Element(f"{W}{name}"))  # noqa: SLF001
