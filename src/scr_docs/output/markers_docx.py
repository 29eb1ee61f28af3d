"""The two quality markers as a Word document for the panel, with real headings, header rows and language."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from scr_docs.finding import Question, Status
from scr_docs.output.markers import Markers
from scr_docs.output.markers_words import (
    ABOUT_MATRIX,
    KEY,
    MARKERS,
    MASKED,
    PERSON,
    PROMISE,
    STATUS,
    TITLE,
    Sign,
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
    quote,
    reached_words,
    sign_of,
    views_words,
)

_A4 = (Cm(21), Cm(29.7))
_INK = RGBColor(0x11, 0x18, 0x27)
_SIGNS: Mapping[Sign, str] = {"heard": "●", "named": "○", "none": "–", "missing": "✕", "away": "◇"}
_HEAD = "1F2937"
_LOOKS: Mapping[Sign | Status, tuple[str, str]] = {
    "heard": ("EFFAF2", "14532D"),
    "missing": ("FDEEEE", "7F1D1D"),
    "away": ("F1F5F9", "334155"),
    "evidenced": ("EFFAF2", "14532D"),
    "partly": ("FFF7E0", "5C3C00"),
    "absent": ("FDEEEE", "7F1D1D"),
    "not-applicable": ("F1F5F9", "334155"),
}
"""The ground and the ink of signs and statuses, as on the page for browsers."""

_ONE_PAGE = 16
"""A table of so many rows is kept on one page; a longer one breaks between rows, under its header again."""

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
        _look(row.cells[2], question.status)
    for question in questions:
        _question(document, question)


def _question(document: Any, question: Question) -> None:
    document.add_heading(f"{question.id} {question.asks}", 2)
    status = document.add_paragraph()
    run = status.add_run(f" {STATUS[question.status]} ")
    run.bold = True
    ground, ink = _LOOKS[question.status]
    run.font.color.rgb = RGBColor.from_string(ink)
    run._r.get_or_add_rPr().append(_shade(ground))  # noqa: SLF001  # python-docx has no call for shading
    status.paragraph_format.keep_with_next = bool(question.evidence or question.missing)
    for about, pieces, more in by_what(question):
        if about:
            document.add_heading(about[:1].upper() + about[1:], 3)
        for piece in pieces:
            paragraph = document.add_paragraph(style="List Bullet")
            paragraph.add_run(f"{place(piece)}  ").bold = True
            paragraph.add_run(quote(piece))
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
    key = "; ".join(f"{_SIGNS[sign]} {words}" for sign, words in KEY.items())
    document.add_paragraph(f"{ABOUT_MATRIX} {key}.").paragraph_format.keep_with_next = True
    for members in columns(markers.members):
        rows = [
            (
                section.heading + ("\n(analysis or learning)" if section.listens else ""),
                *(
                    f"{_SIGNS[sign_of(member, section)]} "
                    f"{cell_words(section.cells[member.id], sign_of(member, section))}"
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
                _look(cell, sign_of(member, section))


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
    for number, (row, texts) in enumerate(zip(table.rows, (head, *rows), strict=True)):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001  # python-docx has no call for header rows
        properties.append(OxmlElement("w:cantSplit"))
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = Cm(width)
            run = cell.paragraphs[0].add_run(text)
            run.font.size = Pt(9 if len(head) > 4 else 10)
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
            # The header never stands alone, and what fits on a page is not torn.
            follows = number < len(rows) and (number == 0 or len(rows) <= _ONE_PAGE)
            cell.paragraphs[0].paragraph_format.keep_with_next = follows
            run.bold = texts is head or text is texts[0]
    top = table.rows[0]
    top._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    for cell in top.cells:
        _fill(cell, _HEAD)
        cell.paragraphs[0].runs[0].font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    document.add_paragraph()
    return table


def _look(cell: Any, sign: Sign | Status) -> None:
    """The cell on its ground and in its ink; what the report has nothing of, or only a name, stays plain."""
    if sign in _LOOKS:
        ground, ink = _LOOKS[sign]
        _fill(cell, ground)
        run = cell.paragraphs[0].runs[0]
        run.font.color.rgb, run.bold = RGBColor.from_string(ink), sign not in {"away", "heard"}


def _fill(cell: Any, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(_shade(colour))  # noqa: SLF001  # python-docx has no call for shading


def _shade(colour: str) -> Any:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    return shade


def _said(document: Any, first: str, then: str) -> Any:
    paragraph = document.add_paragraph()
    paragraph.add_run(first).bold = True
    paragraph.add_run(then)
    return paragraph


def _bullets(document: Any, items: Sequence[str]) -> None:
    for item in items:
        document.add_paragraph(item, style="List Bullet")
