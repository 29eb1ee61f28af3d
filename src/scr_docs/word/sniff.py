"""What a file is when it is not the Word document that it should be, told from its bytes and never from its name."""

from __future__ import annotations

import re
from pathlib import PurePath

from scr_docs.errors import DocumentError, Mistake

_EXPECTED = "a Word document (.docx, .docm, .dotx or .dotm)"
_RESAVE = "Open the original in Word and save it as a Word document (.docx)."
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = ("EncryptionInfo".encode("utf-16-le"), "ENCRYPTIONINFO".encode("utf-16-le"))
_WORD_97 = "WordDocument".encode("utf-16-le")


def refuse_what_is_not_word(data: bytes, name: str) -> None:
    """Nothing if the bytes may be a zip with a Word document; otherwise DocumentError: what they are, what to do."""
    told = _other_than_zip(data, name)
    if told is not None:
        raise _refusal(name, *told)


def not_a_word_package(name: str, parts: frozenset[str]) -> DocumentError:
    """The refusal of a sound zip that has no Word main part."""
    if "content.xml" in parts and {"mimetype", "meta-inf/manifest.xml"} & parts:
        return _refusal(name, f"This is an OpenDocument file, as LibreOffice writes it{_although(name)}", _RESAVE)
    for folder, what in (
        ("xl/", "an Excel workbook"),
        ("ppt/", "a PowerPoint presentation"),
        ("visio/", "a Visio drawing"),
    ):
        if any(part.startswith(folder) for part in parts):
            return _refusal(name, f"This is {what}{_although(name)}", "Give the Word document that should be checked.")
    if "index.xml" in parts or any(part.endswith(".iwa") for part in parts):
        return _refusal(
            name, f"This is an Apple Pages document{_although(name)}", "Export it from Pages as Word (.docx)."
        )
    what = "This is a zip file without a Word document in it: its main part (word/document.xml) is missing"
    return _refusal(name, what, "Open the original in Word and save it again, or take the document out of the zip.")


def damaged(name: str, why: str) -> DocumentError:
    """The refusal of a Word file whose zip or main part cannot be read."""
    mend = "Get the file again from whoever sent it, or open the original in Word and save it again."
    return _refusal(name, f"This Word document cannot be read: {why}", mend)


def unreadable(name: str, what: str, mend: str) -> DocumentError:
    """The refusal of something that is no file to be read."""
    return _refusal(name, what, mend)


def _refusal(name: str, what: str, mend: str) -> DocumentError:
    return DocumentError(Mistake(what, file=name, expected=_EXPECTED, mend=mend))


def _other_than_zip(data: bytes, name: str) -> tuple[str, str] | None:
    """What the bytes are and what to do, None if they may be a zip."""
    if PurePath(name).name.startswith("~$"):
        what = "This is not the document but the small lock file that Word keeps while somebody has the document open"
        return what, "Close the document in Word, then check the document itself."
    if not data:
        return "This file is empty", "Get the file again from whoever sent it, or save it again in Word."
    if data.startswith(_OLE2):
        return _ole2(data, name)
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    known = next((told for pattern, *told in _MAGIC if pattern.match(start)), None)
    if start.startswith(b"PK") or (known is None and b"PK\x05\x06" in data[-66_000:]):
        return None
    what, mend = known or (_unknown(data), _RESAVE)
    return f"This is {what}{_although(name)}", mend


def _unknown(data: bytes) -> str:
    is_text = data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" not in data[:4096]
    return "plain text" if is_text else "not a Word document"


_MAGIC = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), what, mend)
    for pattern, what, mend in (
        (rb"%PDF", "a PDF", _RESAVE),
        (rb"\{\\rtf", "a Rich Text (RTF) document", _RESAVE),
        (
            rb".{0,400}<\?mso-application progid=\"Word\.Document\"",
            "a Word document saved as a single XML file",
            _RESAVE,
        ),
        (rb".{0,1000}<(\w+:)?(package|wordDocument)\b", "a Word document saved as a single XML file", _RESAVE),
        (rb"(<\?xml.{0,400}?)?(<!--.{0,1000}?-->\s*)?<(!doctype html|html|head|body)\b", "a web page (HTML)", _RESAVE),
        (rb"(MIME-Version:|From:|Message-ID:)", "a web page or e-mail saved as a single file", _RESAVE),
        (
            rb"\xff\xd8\xff|\x89PNG|GIF8|II\*\x00|MM\x00\*",
            "a picture",
            "Type the text into Word, or give the Word original.",
        ),
        (rb"<\?xml", "an XML file", _RESAVE),
        (
            rb"\x1f\x8b|7z\xbc\xaf|Rar!",
            "a packed archive",
            "Take the document out of the archive, then check the document.",
        ),
    )
)


def _ole2(data: bytes, name: str) -> tuple[str, str]:
    if any(mark in data for mark in _ENCRYPTED):
        mend = "Open it in Word, remove the password (File > Info > Protect Document > Encrypt with Password), save it."
        return "This Word document is protected by a password, so it cannot be read", mend
    if _WORD_97 in data:
        return f"This is a document of Word 97-2003 (.doc){_although(name, '.doc')}", (
            "Open it in Word and save it as a Word document (.docx)."
        )
    return f"This is a file of an older Office program{_although(name)}", _RESAVE


def _although(name: str, usual: str = "") -> str:
    """What of the name misleads: ", although its name ends in .docx"."""
    ending = PurePath(name).suffix.lower()
    return f", although its name ends in {ending}" if ending in {".docx", ".docm", ".dotx", ".dotm"} - {usual} else ""
