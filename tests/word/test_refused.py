"""What is no Word document is refused by name, with what to do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from scr_docs.errors import DocumentError
from scr_docs.word import read, read_bytes
from tests.word.envelope import package
from tests.word.helpers import said
from tests.word_builder import build

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
WORD = build("Secret words")
WORD_2003 = b"""<?xml version="1.0"?><?mso-application progid="Word.Document"?><!-- Kelly -->
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">"""


def refusal(data: bytes, name: str = "draft.docx") -> str:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, name)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "This file is empty: it has 0 bytes."),
        (bytes(99), "This file holds nothing but zeros: its content is elsewhere, or lost."),
        (b"%PDF-1.7 ...", "This is a PDF, although its name ends in .docx."),
        (rb"{\rtf1\ansi Kelly}", "This is a Rich Text (RTF) document, although its name ends in .docx."),
        (b"<!DOCTYPE html><html>", "This is a web page (HTML), although its name ends in .docx."),
        (b"\xef\xbb\xbf\n<html lang='en'>", "This is a web page (HTML), although its name ends in .docx."),
        (b"Kelly said", "This is plain text, although its name ends in .docx."),
        ("Kelly said".encode("utf-16"), "This is plain text, although its name ends in .docx."),
        (b"\x89PNG\r\n", "This is a picture, although its name ends in .docx."),
        (b"\x00\x01\x02", "This is not a Word document, although its name ends in .docx."),
        (b"\x1f\x8b\x08", "This is a packed archive, although its name ends in .docx."),
        (b"MIME-Version: 1.0\nFrom: Kelly\n", "This is an e-mail (.eml), although its name ends in .docx."),
        (
            b"Received: x\r\n\tby y\r\nSubject: Kelly\r\n\r\nHi",
            "This is an e-mail (.eml), although its name ends in .docx.",
        ),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\nKelly",
            "This is a web page saved as a single file (MHT), although its name ends in .docx.",
        ),
        (b"From: Kelly\nTo: us\n\nHi", "This is plain text, although its name ends in .docx."),
        (b"BM\x36\0\x0c\0\0\0\0\0\x36", "This is a picture, although its name ends in .docx."),
        (b"\0\0\0\x18ftypheic", "This is a picture, although its name ends in .docx."),
        (b"\0\0\0\x18ftypisom", "This is a recording, although its name ends in .docx."),
        (b"MZ\x90\0\x03", "This is a program, although its name ends in .docx."),
        (b"MZ rang", "This is plain text, although its name ends in .docx."),
        (b"PKU was found", "This is plain text, although its name ends in .docx."),
        (b"\xdb\xa5\x2d\0", "This is a document of Word 2 or older, although its name ends in .docx."),
        (b"\xffWPC\x10", "This is a WordPerfect document, although its name ends in .docx."),
        (
            b"[InternetShortcut]\nURL=x",
            "This is a shortcut to a document, not the document, although its name ends in .docx.",
        ),
        (b"junk\0\1%PDF-1.4", "This is a PDF, although its name ends in .docx."),
        (b"<?xml version='1.0'?><note/>", "This is an XML file, although its name ends in .docx."),
        (
            WORD_2003,
            "This is a document in the XML of Word 2003, although its name ends in .docx.",
        ),
        (
            b"<?xml version='1.0'?><office:document xmlns:office='urn:oasis'>",
            "This is a flat OpenDocument file (.fodt), as LibreOffice writes it, although its name ends in .docx.",
        ),
        (
            OLE2 + "WordDocument".encode("utf-16-le"),
            "This is a document of Word 97-2003 (.doc), although its name ends in .docx.",
        ),
        (
            OLE2 + "EncryptionInfo".encode("utf-16-le"),
            "This Word document is protected by a password, so it cannot be read.",
        ),
        (
            OLE2,
            "This is a file of an older Office program, although its name ends in .docx.",
        ),
        (WORD[:200], "This Word document cannot be read: the zip is cut short or damaged."),
        (WORD[: len(WORD) * 9 // 10], "This Word document cannot be read: the zip is cut short or damaged."),
        (
            package({"a.txt": "x"}),
            "This is a zip file without a Word document in it: its main part (word/document.xml) is missing.",
        ),
        (package({"xl/workbook.xml": "<x/>"}), "This is an Excel workbook, although its name ends in .docx."),
        (
            package({"ppt/presentation.xml": "<x/>"}),
            "This is a PowerPoint presentation, although its name ends in .docx.",
        ),
        (package({"Index/Document.iwa": "x"}), "This is an Apple Pages document, although its name ends in .docx."),
        (
            package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
            "This is an OpenDocument text (.odt), as LibreOffice writes it, although its name ends in .docx.",
        ),
        (
            package({"mimetype": "application/epub+zip", "content.opf": "<x/>"}),
            "This is an e-book (EPUB), although its name ends in .docx.",
        ),
        (
            package({"content.xml": "x", "META-INF/manifest.xml": "x"}),
            "This is an OpenDocument file, as LibreOffice writes it, although its name ends in .docx.",
        ),
        (
            package({"a.docx": "Kelly", "b.docx": "x", "c.pdf": "x"}),
            "This is a zip file with 2 Word documents and 1 PDF in it, although its name ends in .docx.",
        ),
        (package({"Documents/1/Pages/1.fpage": "x"}), "This is an XPS document, although its name ends in .docx."),
    ],
)
def test_a_file_of_another_kind_is_named(data: bytes, what: str) -> None:
    said = refusal(data)
    assert said.startswith(f"draft.docx: {what} Expected: a Word document (.docx, .docm, .dotx or .dotm). ")
    assert "Kelly" not in said
    assert "Secret" not in said


def test_the_name_is_not_held_against_a_file_that_has_the_right_one() -> None:
    assert refusal(b"%PDF-1.7", "draft.pdf").startswith("draft.pdf: This is a PDF. Expected")
    assert "although" not in refusal(OLE2 + "WordDocument".encode("utf-16-le"), "draft.doc")


def test_a_lock_file_is_told_from_the_document_that_it_locks() -> None:
    assert "the small lock file that Word keeps" in refusal(b"\x05Kelly", "~$draft.docx")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"There is no such file\."):
        read(tmp_path / "missing.docx")
    with pytest.raises(DocumentError, match=r"This is a folder, not a file\."):
        read(tmp_path)


def test_a_file_is_read_from_disk_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(WORD)
    found = read(path)
    assert found.path == str(path)
    assert said(found) == ["Secret words"]


@pytest.mark.parametrize("kind", ["document.macroEnabled.main", "template.main", "template.macroEnabledTemplate.main"])
def test_macro_documents_and_templates_read_alike(kind: str) -> None:
    with zipfile.ZipFile(io.BytesIO(WORD)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(b"wordprocessingml.document.main", f"wordprocessingml.{kind}".encode())
    assert said(read_bytes(package(parts), "draft.docm")) == ["Secret words"]
