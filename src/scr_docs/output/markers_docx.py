"""The two quality markers as a Word document for the panel, with real headings, header rows and language."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from scr_docs.finding import Question
from scr_docs.output.markers import Cell, Markers, Section
from scr_docs.output.markers_words import (
    ABOUT_MATRIX,
    MARKERS,
    MASKED,
    PERSON,
    PROMISE,
    STATUS,
    TITLE,
    asked_words,
    by_what,
    cell_words,
    columns,
    first_contact,
    in_case,
    in_report,
    other_findings,
    place,
    places_of,
    reached_words,
    views_words,
)

_A4 = (Cm(21), Cm(29.7))
_INK = RGBColor(0x11, 0x18, 0x27)
_SIGNS = {"heard": "●", "named": "○", "none": "–", "missing": "✕"}
_HEAD = "1F2937"
_FILLS = {"heard": "EFFAF2", "missing": "FDEEEE", "evidenced": "EFFAF2", "partly": "FFF7E0", "absent": "FDEEEE"}
_DAY = datetime.datetime(2000, 1, 1)  # noqa: DTZ001  # Word's properties hold no zone; a real day would differ each run


def render(markers: Markers, *, masked: bool) -> bytes:
    """The Word file. `masked` hides every value of the case file and whatever the checks found."""
    shown = markers.shown(masked=masked)
    title = f"{TITLE}{f': {shown.reference}' if shown.reference else ''}"
    document = docx.Document()
    _prepare(document, title)
    document.add_heading(title, 0)
    _about(document, shown)
    for marker in MARKERS:
        _marker(document, shown, marker)
    if shown.members:
        _turn(document, landscape=True)
        _people(document, shown)
        _matrix(document, shown)
    _others(document, shown)
    document.add_paragraph(PROMISE, style="Intense Quote")
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def _prepare(document: Any, title: str) -> None:
    core = document.core_properties
    core.title, core.language = title, "en-GB"
    core.author = core.last_modified_by = "scr-docs"
    core.comments = ""
    core.created = core.modified = _DAY
    section = document.sections[0]
    section.page_width, section.page_height = _A4
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    sizes = {"Normal": 11, "Title": 22, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11, "List Bullet": 11}
    for name, size in {**sizes, "Intense Quote": 11, "Caption": 10, "Footer": 10}.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.italic = "Arial", Pt(size), False
        style.font.color.rgb = _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for which in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{which}"), None)
        for which in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{which}"), "Arial")
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    document.styles["Caption"].paragraph_format.keep_with_next = True
    quote = document.styles["Intense Quote"].paragraph_format
    quote.left_indent = quote.right_indent = Cm(0.5)
    footer = section.footer.paragraphs[0]
    footer.add_run("Page ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)  # noqa: SLF001  # python-docx has no call for a field


def _about(document: Any, markers: Markers) -> None:
    if markers.report.path:
        document.add_paragraph(f"Report: {markers.report.path}, {markers.report.words:,} words.")
    if markers.report.error is not None:
        _said(document, "Not checked, or not wholly: ", markers.report.error)
    if markers.not_looked_at:
        _said(document, "Not looked at", "")
        _bullets(document, markers.not_looked_at)
    document.add_paragraph(PROMISE, style="Intense Quote")
    if markers.masked:
        document.add_paragraph(MASKED)


def _marker(document: Any, markers: Markers, marker: str) -> None:
    questions = markers.questions(marker)
    if not questions:
        return
    document.add_heading(MARKERS[marker], 1)
    rows = [(one.id, one.asks, STATUS[one.status], places_of(one)) for one in questions]
    head = ("Number", "Question", "What was found", "Where")
    table = _table(document, "The questions in short", head, rows, (2.4, 6.2, 3.2, 5.2))
    for row, question in zip(table.rows[1:], questions, strict=True):
        _fill(row.cells[2], _FILLS.get(question.status))
    for question in questions:
        _question(document, question)


def _question(document: Any, question: Question) -> None:
    document.add_heading(f"{question.id} {question.asks}", 2)
    _said(document, STATUS[question.status], ".").paragraph_format.keep_with_next = bool(
        question.evidence or question.missing
    )
    for about, pieces, more in by_what(question):
        if about:
            document.add_heading(about[:1].upper() + about[1:], 3)
        for piece in pieces:
            quote = piece.text if piece.where.startswith("case file") else f"“{piece.text}”"
            paragraph = document.add_paragraph(style="List Bullet")
            paragraph.add_run(f"{place(piece)}  ").bold = True
            paragraph.add_run(quote)
        if more:
            _bullets(document, [f"Also: {'; '.join(more)}"])
    if question.missing:
        document.add_heading("What is missing", 3)
        _bullets(document, question.missing)


def _people(document: Any, markers: Markers) -> None:
    document.add_heading("The members of the family", 1)
    rows = [
        (
            member.called,
            in_report(member.summary),
            views_words(member),
            in_case(member.told),
            first_contact(member.told),
            reached_words(member),
            "\n".join(asked_words(member)),
        )
        for member in markers.members
    ]
    about = "What the report and the case file say of each person"
    _table(document, about, PERSON, rows, (3.2, 3.4, 4.2, 3.2, 3.4, 3.6, 4.7))


def _matrix(document: Any, markers: Markers) -> None:
    if not markers.sections:
        return
    document.add_heading("Where each person is heard", 1)
    key = "● heard; ○ named only; – not named; ✕ not heard, in a section of analysis or learning."
    document.add_paragraph(f"{ABOUT_MATRIX} {key}")
    for members in columns(markers.members):
        rows = [
            (
                section.heading + ("\n(analysis or learning)" if section.listens else ""),
                *(
                    f"{_SIGNS[_sign(section.cells[member.id], section)]} "
                    f"{cell_words(section.cells[member.id], listens=section.listens)}"
                    for member in members
                ),
            )
            for section in markers.sections
        ]
        widths = (4.7, *[21.0 / len(members)] * len(members))
        head = ("Section", *(member.called for member in members))
        table = _table(document, "Sections of the report by members of the family", head, rows, widths)
        for row, section in zip(table.rows[1:], markers.sections, strict=True):
            for cell, member in zip(row.cells[1:], members, strict=True):
                _fill(cell, _FILLS.get(_sign(section.cells[member.id], section)))


def _sign(cell: Cell, section: Section) -> str:
    if section.listens and not cell.heard:
        return "missing"
    return "heard" if cell.heard else "named" if cell.mentions else "none"


def _others(document: Any, markers: Markers) -> None:
    if not (others := other_findings(markers)):
        return
    if markers.members:
        _turn(document, landscape=False)
    document.add_heading("What else deserves a look", 1)
    rows = [(severity, message, where or "the whole report, or the case file") for severity, message, where in others]
    about = "What the checks of the family’s part found besides"
    _table(document, about, ("Severity", "What", "Where"), rows, (2.4, 10, 4.6))


def _turn(document: Any, *, landscape: bool) -> None:
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = _A4[::-1] if landscape else _A4


def _table(
    document: Any, caption: str, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
) -> Any:
    """A table of these rows below its caption, with a header row that Word repeats; `widths` are centimetres."""
    document.add_paragraph(caption, style="Caption")
    table = document.add_table(rows=1 + len(rows), cols=len(head), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row, texts in zip(table.rows, (head, *rows), strict=True):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001  # python-docx has no call for header rows
        properties.append(OxmlElement("w:cantSplit"))
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = Cm(width)
            run = cell.paragraphs[0].add_run(text)
            run.font.size = Pt(9 if len(head) > 4 else 10)
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
            run.bold = texts is head or text is texts[0]
    top = table.rows[0]
    top._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    for cell in top.cells:
        _fill(cell, _HEAD)
        cell.paragraphs[0].runs[0].font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    document.add_paragraph()
    return table


def _fill(cell: Any, colour: str | None) -> None:
    if colour is not None:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001  # python-docx has no call for shading


def _said(document: Any, first: str, then: str) -> Any:
    paragraph = document.add_paragraph()
    paragraph.add_run(first).bold = True
    paragraph.add_run(then)
    return paragraph


def _bullets(document: Any, items: Sequence[str]) -> None:
    for item in items:
        document.add_paragraph(item, style="List Bullet")
