"""What an OLE2 compound file is: old Office programs write such files, and so does Word around encrypted ones."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from scr_docs.word.container.ole_file import OleError, open_ole, read_stream
from scr_docs.word.container.refusal import GIVE_WORD, RESAVE, Told

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_RIGHTS = Told(
    "a Word document that is protected by rights management (IRM or a sensitivity label), so it cannot be read, not "
    "even with a password",
    "Somebody with full control of it must open it in Word, choose File > Info > Protect Document > Restrict Access > "
    "Unrestricted Access (or change its sensitivity label), and save it.",
    ".docx",
)
_OLD_WORD = "Open it in Word and save it as a Word document (.docx), then check that."
_OLDER_WORD = (
    "Open it in Word, or in LibreOffice where Word refuses it, save it as a Word document (.docx), then check that."
)

_STREAMS = {
    "workbook": Told("an Excel workbook", GIVE_WORD),
    "book": Told("an Excel workbook", GIVE_WORD),
    "powerpoint document": Told("a PowerPoint presentation", GIVE_WORD),
    "visiodocument": Told("a Visio drawing", GIVE_WORD),
    "quill": Told("a Publisher document", "Copy its text into a Word document, then check that."),
    "__properties_version1.0": Told(
        "an Outlook e-mail (.msg)", "Save the document that is attached to it, then check that document."
    ),
    "msworkswpdoc": Told("a Microsoft Works document", RESAVE),
    "perfectoffice_main": Told("a WordPerfect document", RESAVE),
}
_NAMES = ("EncryptionInfo", "ENCRYPTIONINFO", "EncryptedPackage", "DRMEncryptedTransform", "WordDocument", "Workbook")


def is_protected_by_password(data: bytes) -> bool:
    """Whether an OLE2 file is the wrapping of an Office file that a password opens."""
    names = frozenset(_names(data))
    return "encryptioninfo" in names and not _is_under_rights(names)


def told_of_ole2(data: bytes) -> Told:
    """What an OLE2 file is that no password opens."""
    names = frozenset(_names(data))
    if _is_under_rights(names):
        return _RIGHTS
    if "worddocument" in names:
        return _word(data)
    return next((told for name, told in _STREAMS.items() if name in names), Told("a file of an older Office program"))


def _is_under_rights(names: frozenset[str]) -> bool:
    return any(name.startswith(("drmencrypted", "\x09drm")) for name in names)


def _names(data: bytes) -> Iterator[str]:
    """The names of all streams and storages, in lower case; those that can be seen where the file is damaged."""
    try:
        file = open_ole(data)
        yield from (str(step).lower() for path in file.listdir(streams=True, storages=True) for step in path)
    except OleError:
        yield from (name.lower() for name in _NAMES if name.encode("utf-16-le") in data)


def _word(data: bytes) -> Told:
    """Which Word wrote it, and whether a password protects it, as the head of the stream WordDocument says."""
    try:
        head = read_stream(open_ole(data), ["WordDocument"], len(data))[0][:32]
        _, version = struct.unpack_from("<HH", head)
        (flags,) = struct.unpack_from("<H", head, 10)
    except (OleError, struct.error):
        return Told("a document of Word 97-2003 (.doc)", _OLD_WORD, ".doc")
    locked = ", protected by a password" if flags & 0x0100 else ""
    if version < 0xC0:
        return Told(f"a document of Word 6 or Word 95 (.doc){locked}", _OLDER_WORD, ".doc")
    return Told(f"a document of Word 97-2003 (.doc){locked}", _OLD_WORD, ".doc")
