"""What a file is when it is not the Word document that it should be, told from its bytes and never from its name."""

from __future__ import annotations

import enum
from pathlib import PurePath

from scr_docs.errors import DocumentError
from scr_docs.word.container import flat_opc, ole2_files
from scr_docs.word.container.other_files import other_kind
from scr_docs.word.container.other_zips import told_of_zip
from scr_docs.word.container.package import Package
from scr_docs.word.container.refusal import Told, is_another_kind, refusal
from scr_docs.word.container.text_file import text_of

_HEAD = 16_384
_BOMS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_NOT_HERE = (
    "If it is kept in OneDrive, iCloud or another cloud, open it once so that it is fetched to this computer, then "
    "check it again. Otherwise get it again from whoever sent it, or save it again in Word."
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_LOCK_SIZES = (162, 165)
_LOCK_NAME = 54


_OF_OTHERS = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".odt", ".rtf", ".pdf"})


class Container(enum.Enum):
    """In what a Word document may come."""

    ZIP = "a zip of parts"
    FLAT = "one XML file that holds the parts (Flat OPC)"
    ENCRYPTED = "an OLE2 file that holds the zip, encrypted under a password"


def container(data: bytes, name: str) -> Container:
    """In what the Word document in these bytes comes; DocumentError, with what they are and what to do, for others."""
    if _is_lock(data, name):
        what = "This is not the document but the small lock file that Word keeps while somebody has the document open"
        raise refusal(name, what, "Close the document in Word, then check the document itself.")
    if not data:
        raise refusal(name, "This file is empty: it has 0 bytes", _NOT_HERE)
    if not data[:512].strip(b"\0") and data.count(0) == len(data):
        raise refusal(name, "This file holds nothing but zeros: its content is elsewhere, or lost", _NOT_HERE)
    if data.startswith(ole2_files.MAGIC):
        if ole2_files.is_protected_by_password(data):
            return Container.ENCRYPTED
        raise is_another_kind(name, ole2_files.told_of_ole2(data))
    start = head(data)
    if flat_opc.is_flat(start):
        return Container.FLAT
    known = other_kind(start)
    if start.startswith(_ZIP) or (known is None and b"PK\x05\x06" in data[-66_000:]):
        return Container.ZIP
    raise is_another_kind(name, known or _unknown(data))


def not_a_word_package(name: str, package: Package) -> DocumentError:
    """The refusal of a sound zip that has no Word main part."""
    return is_another_kind(name, told_of_zip(package))


def head(data: bytes) -> bytes:
    """How the bytes begin, in one byte for each letter and without a byte-order mark or blanks before the first."""
    if (coding := _BOMS.get(data[:2])) is not None:
        return data[2:_HEAD].decode(coding, "replace").encode("utf-8", "replace").lstrip()
    return data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")


def _is_lock(data: bytes, name: str) -> bool:
    """Word's lock file holds the name of whoever has the document open, once in bytes and once in UTF-16."""
    if PurePath(name).name.startswith(("~$", ".~lock.")):
        return True
    length = data[0] if len(data) in _LOCK_SIZES else 0
    return 0 < length < _LOCK_NAME and data[_LOCK_NAME : _LOCK_NAME + 2] == bytes((length, 0))


def _unknown(data: bytes) -> Told:
    if b"%PDF-" in data[:1024]:
        return Told("a PDF", "Check the Word document that it was made from.")
    return Told("plain text") if text_of(data) is not None else Told("not a Word document")


def plain_text(data: bytes, name: str) -> str | None:
    """The text of a file that is a text and nothing else, also by its name; None for all others."""
    if not data or PurePath(name).suffix.lower() in _OF_OTHERS or _is_lock(data, name):
        return None
    start = head(data)
    if flat_opc.is_flat(start) or start.startswith(_ZIP) or b"PK\x05\x06" in data[-66_000:] or other_kind(start):
        return None
    return text_of(data)
