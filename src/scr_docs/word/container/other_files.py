"""Files of other kinds that come by in place of a Word document, told by the bytes with which they begin."""

from __future__ import annotations

import re

from scr_docs.word.container.refusal import GIVE_WORD, Told

_OLD_WORD = (
    "Open it in Word, or in LibreOffice where Word refuses it, save it as a Word document (.docx), then check that."
)
_ATTACHED = "Save the document that is attached to it, then check that document."
_UNPACK = "Take the document out of it, then check the document."
_TYPED = "A picture cannot be checked. Give the Word document, or type the text into one."
_ORIGINAL = "Find the document itself, then check that."
_PDF = "Check the Word document that it was made from."

_MAIL_HEADER = re.compile(rb"([A-Za-z][\w-]*):|[ \t]")
_OF_MAIL = {b"mime-version", b"message-id", b"received"}
_BEFORE_ROOT = rb"(<\?(?:(?!\?>).)*\?>\s*|<!--(?:(?!-->).)*-->\s*)*"

_KINDS = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), told)
    for pattern, told in (
        (rb"%PDF-", Told("a PDF", _PDF)),
        (rb"\{\\rtf", Told("a Rich Text (RTF) document")),
        (
            _BEFORE_ROOT + rb"<(\w+:)?worddocument\b.{0,4000}office/word/2003/wordml",
            Told("a document in the XML of Word 2003"),
        ),
        (_BEFORE_ROOT + rb"<office:document\b", Told("a flat OpenDocument file (.fodt), as LibreOffice writes it")),
        (_BEFORE_ROOT + rb"<(!doctype html|html|head|body)\b", Told("a web page (HTML)")),
        (
            rb"\xff\xd8\xff|\x89PNG|GIF8[79]a|II[*+]\0|MM\0[*+]|BM.{4}\0{4}|RIFF.{4}WEBP|8BPS\0|\0{3}\x0cjP  ",
            Told("a picture", _TYPED),
        ),
        (
            rb".{4}ftyp(heic|heix|heif|mif1|avif)|\x01\0{3}.{36} EMF|\xd7\xcd\xc6\x9a",
            Told("a picture", _TYPED),
        ),
        (_BEFORE_ROOT + rb"<svg\b", Told("a picture", _TYPED)),
        (rb".{4}ftyp|RIFF.{4}(WAVE|AVI )|ID3[\x02-\x04]|\x1aE\xdf\xa3|OggS\0", Told("a recording", GIVE_WORD)),
        (rb"<\?xml", Told("an XML file")),
        (
            rb"\x1f\x8b|7z\xbc\xaf|Rar!\x1a|\xfd7zXZ|BZh\d1AY|MSCF\0|.{257}ustar",
            Told("a packed archive", _UNPACK),
        ),
        (rb"[\xdb\x9b]\xa5.\0", Told("a document of Word 2 or older", _OLD_WORD, ".doc")),
        (rb"\xdc\xa5.\0", Told("a document of Word 6 or Word 95", _OLD_WORD, ".doc")),
        (rb"\xfe\x37\0|[\x31\x32]\xbe\0\0", Told("a document of an old Word for Macintosh or DOS", _OLD_WORD, ".doc")),
        (rb"\xffWPC", Told("a WordPerfect document", _OLD_WORD)),
        (
            rb"L\0{3}\x01\x14\x02\0|\[InternetShortcut\]|\{.{0,300}docs\.google\.com",
            Told("a shortcut to a document, not the document", _ORIGINAL),
        ),
        (rb"bplist00.{0,4000}NSURL", Told("a document in iCloud that is not on this computer", _ORIGINAL)),
        (rb"MZ.{0,60}\0|\x7fELF", Told("a program", GIVE_WORD)),
        (rb"SQLite format 3|\0\x01\0\0Standard (Jet|ACE)", Told("a database", GIVE_WORD)),
    )
)


def other_kind(start: bytes) -> Told | None:
    """What kind of file begins like this, None if that is unknown; `start` without any byte-order mark."""
    return next((told for pattern, told in _KINDS if pattern.match(start)), None) or _mail(start)


def _mail(start: bytes) -> Told | None:
    """An e-mail or a web page packed like one, told by the headers with which they begin."""
    head = start.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    headers = [_MAIL_HEADER.match(line) for line in head.split(b"\n") if line]
    names = {match[1].lower() for match in headers if match is not None and match[1]}
    if None in headers or not names & _OF_MAIL:
        return None
    if b"multipart/related" in head.lower() and not names & {b"message-id", b"received"}:
        return Told("a web page saved as a single file (MHT)")
    return Told("an e-mail (.eml)", _ATTACHED)
