"""An Excel workbook inside a Word file, as it stands behind every chart: its cells, and all else in it that is text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from scr_docs.model import Unread
from scr_docs.word.container.package import Package
from scr_docs.word.container.relationships import relationships
from scr_docs.word.container.xml_text import is_xml, joined, local, located, part_texts, roots
from scr_docs.word.embedded.spreadsheet_cells import Strings, cells, strings
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.xml import Element, R

_HIDDEN = frozenset({"hidden", "veryHidden"})


@dataclass(frozen=True, slots=True)
class _Workbook:
    """A workbook while it is read. `labels` are its sheets by part name, `done` the parts that were read."""

    package: Package
    labels: dict[str, str]
    shared: Strings
    people: dict[str, str]
    done: set[str] = field(default_factory=set)


def spreadsheet(package: Package) -> Iterator[Found | Unread]:
    """Every text and number of a workbook with the sheet and the cell; what cannot be read of it is Unread."""
    names = [name for name in package.entries if is_xml(name)]
    shared = [root for name in names if name.endswith("/sharedstrings.xml") for root in _sound(package, name)]
    book = _Workbook(package, {}, strings(shared), _people(package, names))
    for name in names:
        if posixpath.basename(name) == "workbook.xml":
            yield from _front(book, name)
    for name in names:
        if _is_sheet(name):
            unlisted = f"{package.shown(name)}, a sheet that the workbook does not list"
            yield from _sheet(book, name, book.labels.get(name, unlisted))
    for position, (written, spoken) in enumerate(book.shared.texts):
        if position not in book.shared.used:
            for text in filter(None, (written, spoken)):
                yield Found("embedded", text, "strings of the workbook, in none of its cells")
    for name in names:
        if name not in book.done and not (name.endswith("/sharedstrings.xml") and book.shared.texts):
            yield from part_texts(package, name)


def _front(book: _Workbook, name: str) -> Iterator[Found | Unread]:
    """The names of the sheets and all else that the front of the workbook says."""
    book.done.add(name)
    targets = {arrow.id: arrow.target for arrow in relationships(book.package, name)}
    for root in roots(book.package, name):
        if isinstance(root, Unread):
            yield root
            continue
        for sheet in root.iter("{*}sheet"):
            title = sheet.get("name", "")
            hidden = "hidden sheet" if sheet.get("state") in _HIDDEN else "sheet"
            book.labels[targets.get(sheet.get(R + "id", ""), "")] = f"{hidden} {title}"
            yield Found("embedded", title, f"name of a {hidden}")
        for defined in root.iter("{*}definedName"):
            told = f"{defined.get('name', '')} = {defined.text or ''} {defined.get('comment', '')}".strip()
            yield Found("embedded", told, "defined names")
        for child in root:
            if local(str(child.tag)) not in {"sheets", "definedNames"}:
                yield from located(child, book.package.shown(name))


def _sheet(book: _Workbook, name: str, where: str) -> Iterator[Found | Unread]:
    book.done.add(name)
    for root in roots(book.package, name):
        if isinstance(root, Unread):
            yield root
            continue
        yield from cells(root, where, book.shared)
        for child in root:
            if local(str(child.tag)) != "sheetData":
                yield from located(child, f"{where}, {local(str(child.tag))}")
    for arrow in relationships(book.package, name):
        if not arrow.external and is_xml(arrow.target) and arrow.target in book.package:
            yield from _beside(book, arrow.target, arrow.kind, where)


def _beside(book: _Workbook, name: str, kind: str, where: str) -> Iterator[Found | Unread]:
    """What belongs to a sheet and stands in a part of its own: comments, drawings, tables."""
    if name in book.done or _is_sheet(name):
        return
    book.done.add(name)
    for root in roots(book.package, name):
        if isinstance(root, Unread):
            yield root
        elif kind in {"comments", "threadedComment"}:
            yield from _comments(book, root, where)
        else:
            yield from located(root, f"{where}, {posixpath.basename(book.package.shown(name))}")


def _comments(book: _Workbook, root: Element, where: str) -> Iterator[Found]:
    authors = [author.text or "" for author in root.iter("{*}author")]
    for author in filter(None, authors):
        yield Found("embedded", author, f"{where}, author of comments")
    for comment in root.iter("{*}comment", "{*}threadedComment"):
        index = comment.get("authorId", "")
        author = authors[int(index)] if index.isdecimal() and int(index) < len(authors) else ""
        author = author or book.people.get(comment.get("personId", ""), "")
        by = f" by {author}" if author else ""
        if text := " ".join(filter(None, (joined(piece) for piece in comment.iter("{*}text")))):
            yield Found("embedded", text, f"{where}, comment on cell {comment.get('ref', '')}{by}")


def _people(package: Package, names: list[str]) -> dict[str, str]:
    parts = [name for name in names if name.startswith("xl/persons/")]
    people = [person for name in parts for root in _sound(package, name) for person in root.iter("{*}person")]
    return {person.get("id", ""): person.get("displayName", "") for person in people}


def _sound(package: Package, name: str) -> list[Element]:
    return [root for root in roots(package, name) if not isinstance(root, Unread)]


def _is_sheet(name: str) -> bool:
    return name.startswith(("xl/worksheets/", "xl/macrosheets/", "xl/dialogsheets/", "xl/chartsheets/")) and (
        "/_rels/" not in name
    )
