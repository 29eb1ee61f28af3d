"""Workbooks and presentations as small as they can be: only the parts that a test is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from scr_docs.word.container.package import Package, open_package

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"


def zipped(parts: Mapping[str, str | bytes], comment: bytes = b"") -> bytes:
    """A zip with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def opened(parts: Mapping[str, str | bytes]) -> Package:
    """The package of a zip with these parts."""
    return open_package(zipped(parts))


def types(part: str, kind: str) -> str:
    """A table of content types that names the main part."""
    return f'<Types xmlns="{_TYPES}"><Override PartName="/{part}" ContentType="application/{kind}.main+xml"/></Types>'


def rels(*arrows: tuple[str, str, str], external: bool = False) -> str:
    """Relationships, each by its id, the last word of its type, and its target."""
    mode = ' TargetMode="External"' if external else ""
    inside = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>' for name, kind, target in arrows
    )
    return f'<Relationships xmlns="{_RELS}">{inside}</Relationships>'


def workbook_parts(*rows: str, more: str = "", strings: str = "", state: str = "visible") -> dict[str, str | bytes]:
    """The parts of a workbook with one sheet, Income; `rows` and `more` are XML of that sheet, `strings` of the table."""
    return {
        "[Content_Types].xml": types("xl/workbook.xml", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "xl/workbook.xml": f'<workbook xmlns="{SHEETS}" xmlns:r="{_OFFICE}"><sheets><sheet name="Income" sheetId="1" '
        f'state="{state}" r:id="r1"/></sheets><definedNames><definedName name="Kelly">Income!$A$1</definedName>'
        "</definedNames></workbook>",
        "xl/_rels/workbook.xml.rels": rels(("r1", "worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEETS}"><sheetData><row>{"".join(rows)}</row></sheetData>'
        f"{more}</worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{SHEETS}">{strings}</sst>',
    }


def slide(*paragraphs: str, show: str = "1") -> str:
    """A slide; each paragraph is a text, of which the runs are divided by "|"."""
    made = "".join(
        f"<a:p>{''.join(f'<a:r><a:t>{run}</a:t></a:r>' for run in text.split('|'))}</a:p>" for text in paragraphs
    )
    return f'<p:sld xmlns:p="{SLIDES}" xmlns:a="{DRAWN}" show="{show}">{made}</p:sld>'


def presentation_parts(*slides: str) -> dict[str, str | bytes]:
    """The parts of a presentation, of which the last slide is shown first."""
    order = range(len(slides), 0, -1)
    listed = "".join(f'<p:sldId id="{255 + number}" r:id="r{number}"/>' for number in order)
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types(
            "ppt/presentation.xml", "vnd.openxmlformats-officedocument.presentationml.presentation"
        ),
        "ppt/presentation.xml": f'<p:presentation xmlns:p="{SLIDES}" xmlns:r="{_OFFICE}"><p:sldIdLst>{listed}'
        "</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": rels(
            *((f"r{number}", "slide", f"slides/slide{number}.xml") for number in order)
        ),
    }
    return parts | {f"ppt/slides/slide{number}.xml": content for number, content in enumerate(slides, 1)}
