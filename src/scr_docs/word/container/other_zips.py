"""Zips that are no Word documents: other Office files, e-books, and documents packed together."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath

from scr_docs.word.container.package import Package
from scr_docs.word.container.refusal import GIVE_WORD, Told
from scr_docs.word.markup.xml import PartError

_FOLDERS = (
    ("xl/", Told("an Excel workbook", GIVE_WORD)),
    ("ppt/", Told("a PowerPoint presentation", GIVE_WORD)),
    ("visio/", Told("a Visio drawing", GIVE_WORD)),
)
_ODF = "application/vnd.oasis.opendocument."
_BY_MIMETYPE = (
    (f"{_ODF}text", Told("an OpenDocument text (.odt), as LibreOffice writes it")),
    (f"{_ODF}spreadsheet", Told("an OpenDocument spreadsheet (.ods)", GIVE_WORD)),
    (f"{_ODF}presentation", Told("an OpenDocument presentation (.odp)", GIVE_WORD)),
    (_ODF, Told("an OpenDocument file, as LibreOffice writes it", GIVE_WORD)),
    ("application/epub", Told("an e-book (EPUB)", GIVE_WORD)),
)
_DOCUMENTS = {
    ".docx": "Word document", ".docm": "Word document", ".dotx": "Word document", ".dotm": "Word document",
    ".doc": "Word 97-2003 document", ".odt": "OpenDocument text", ".rtf": "Rich Text document", ".pdf": "PDF",
}  # fmt: skip
_NO_MAIN_PART = Told(
    "a zip file without a Word document in it: its main part (word/document.xml) is missing",
    "Open the original in Word and save it again, or take the document out of the zip.",
    ".docx",
)


def told_of_zip(package: Package) -> Told:
    """What a sound zip is that has no main part of Word."""
    kind = _mimetype(package)
    if told := next((told for start, told in _BY_MIMETYPE if kind.startswith(start)), None):
        return told
    names = package.entries
    if "content.xml" in names and "meta-inf/manifest.xml" in names:
        return Told("an OpenDocument file, as LibreOffice writes it")
    if told := next((told for folder, told in _FOLDERS if any(name.startswith(folder) for name in names)), None):
        return told
    if "index.xml" in names or any(name.endswith(".iwa") for name in names):
        return Told("an Apple Pages document", "Export it from Pages as Word (.docx).")
    if any(name.endswith((".fdseq", ".fpage")) for name in names):
        return Told("an XPS document", "Check the Word document that it was made from.")
    return _packed_together(package) or _NO_MAIN_PART


def _mimetype(package: Package) -> str:
    try:
        return next((data[:100].decode("ascii", "replace").strip() for data in package.read("mimetype")), "")
    except PartError:
        return ""


def _packed_together(package: Package) -> Told | None:
    """The documents in a zip that was made for sending them."""
    counts = Counter(kind for name in package.entries if (kind := _DOCUMENTS.get(PurePosixPath(name).suffix)))
    if not counts:
        return None
    listed = " and ".join(f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in counts.items())
    return Told(f"a zip file with {listed} in it", "Unpack it (right-click > Extract All), then check what is in it.")
