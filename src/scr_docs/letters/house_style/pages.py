"""The pages of the house style: for each version its letterhead, the line at the bottom, and the margins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scr_docs.letters.house_style.styles import PREFIXES, name_of
from scr_docs.letters.merging.traps import W

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
REFERENCES = (f"{W}headerReference", f"{W}footerReference")
USUAL = "letter"


@dataclass(frozen=True, slots=True)
class Page:
    """The pages of one version: (header or footer, kind of page, relationship), size and margins, first page apart."""

    references: tuple[tuple[str, str, str], ...]
    size: Any
    margins: Any
    first_apart: bool


def pages(document: Any, styles: Any) -> dict[str, Page]:
    """The pages of each version: of the section in which words stand in the version's own styles.

    The version "letter" is the first section in which there are none. A version without a section of its own is not
    in the result. A section without a letterhead has that of the one before, as in Word.
    """
    names = {style.get(f"{W}styleId"): name_of(style) for style in styles.findall(f"{W}style")}
    found: dict[str, Page] = {}
    inherited: dict[tuple[str, str], str] = {}
    for section, used in _sections(document):
        for reference in section.iter(*REFERENCES):
            kind = (reference.tag, reference.get(f"{W}type") or "default")
            inherited[kind] = reference.get(f"{R}id") or ""
        version = next(
            (
                version
                for version, prefix in PREFIXES.items()
                if any(names.get(one, "").startswith(prefix) for one in used)
            ),
            USUAL,
        )
        found.setdefault(
            version,
            Page(
                tuple((tag, kind, arrow) for (tag, kind), arrow in inherited.items()),
                section.find(f"{W}pgSz"),
                section.find(f"{W}pgMar"),
                section.find(f"{W}titlePg") is not None,
            ),
        )
    return found


def _sections(document: Any) -> Iterator[tuple[Any, set[str]]]:
    """Each section's properties, with the styles of its paragraphs."""
    body = document.find(f"{W}body")
    used: set[str] = set()
    for block in body if body is not None else ():
        if block.tag == f"{W}sectPr":
            yield block, used
            continue
        used |= {style.get(f"{W}val") for style in block.iter(f"{W}pStyle")}
        ends = block.find(f"{W}pPr/{W}sectPr")
        if ends is not None:
            yield ends, used
            used = set()


def put(document: Any, page: Page, arrows: Mapping[str, str]) -> None:
    """Gives the sections of a letter these pages; `arrows` are the letter's relationships by those of the house."""
    sections = list(document.iter(f"{W}sectPr"))
    body = document.find(f"{W}body")
    if not sections and body is not None:
        sections = [body.makeelement(f"{W}sectPr")]
        body.append(sections[0])
    for section in sections:
        for name in (*REFERENCES, *(f"{W}{name}" for name in ("pgSz", "pgMar", "titlePg"))):
            for old in section.findall(name):
                section.remove(old)
        at = sum(len(section.findall(f"{W}{name}")) for name in ("footnotePr", "endnotePr", "type"))
        section[at:at] = [
            section.makeelement(one.tag, dict(one.attrib)) for one in (page.size, page.margins) if one is not None
        ]
    for section in sections[:1]:  # those after it go on with the same letterhead
        section[0:0] = [
            section.makeelement(tag, {f"{W}type": kind, f"{R}id": arrows[arrow]})
            for tag, kind, arrow in page.references
            if arrow in arrows
        ]
        if page.first_apart:
            _put_first_apart(section)
    _fit_tables(document, page)


def _fit_tables(document: Any, page: Page) -> None:
    """Makes tables narrower that would reach into wider margins, each of their columns by the same measure."""
    if page.size is None or page.margins is None:
        return
    edges = (page.margins.get(f"{W}{side}") or "0" for side in ("left", "right"))
    room = int(page.size.get(f"{W}w") or 0) - sum(map(int, edges))
    for table in document.iter(f"{W}tbl"):
        columns = [int(column.get(f"{W}w") or 0) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        if not 0 < room < sum(columns):
            continue
        for one in table.iter(f"{W}tblW", f"{W}gridCol", f"{W}tcW"):
            width = one.get(f"{W}w") or ""
            if width.isdecimal() and one.get(f"{W}type", "dxa") == "dxa":
                one.set(f"{W}w", str(int(width) * room // sum(columns)))


_AFTER_FIRST = frozenset(f"{W}{name}" for name in ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings"))


def _put_first_apart(section: Any) -> None:
    """A page of its own for the first, in the place where Word wants it said (ISO/IEC 29500-1, 17.6.17)."""
    at = next((at for at, one in enumerate(section) if one.tag in _AFTER_FIRST), len(section))
    section.insert(at, section.makeelement(f"{W}titlePg"))
