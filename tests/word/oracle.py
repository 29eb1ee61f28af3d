"""An independent check of the reader: every text in the XML of a file, got with the standard library alone, was read.

    python -m tests.word.oracle FILE...

It shares no code with the reader, and knows nothing of Word but the names of a few elements whose text is no text.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from scr_docs.errors import DocumentError
from scr_docs.model import Document
from scr_docs.word import read_bytes

NO_TEXT = frozenset({
    # docProps/app.xml: what Word counts, and its own version
    "TotalTime", "Pages", "Words", "Characters", "CharactersWithSpaces", "Lines", "Paragraphs", "Slides", "Notes",
    "HiddenSlides", "MMClips", "DocSecurity", "ScaleCrop", "LinksUpToDate", "SharedDoc", "HyperlinksChanged",
    "AppVersion", "Application", "i4", "DigSigBlob",
    # and how Word calls, in its own language, the kinds of headings of which it lists the texts: Title
    "HeadingPairs",
    # docProps/core.xml: times and the count of savings
    "created", "modified", "lastPrinted", "revision",
    # drawings: where shapes stand and how large they are
    "posOffset", "align", "pctWidth", "pctHeight", "pctPosHOffset", "pctPosVOffset",
    # charts: how numbers are shown
    "formatCode",
    # fields and pictures in base64, of which what can be read is read after decoding
    "fldData", "binData",
    # digital signatures: checksums and keys
    "DigestValue", "SignatureValue", "X509Certificate", "Modulus", "Exponent", "X509SerialNumber",
    # pen writing: the points of the strokes
    "trace",
})  # fmt: skip
"""Names of elements whose text is a number that programs count, a time, a measure, or bytes in letters."""

_NOTHING_TO_READ = re.compile(
    r"[\W_]*|true|false|\{?[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\}?[;|]?|0x[0-9A-Fa-f]+"
)
"""Signs without a letter or figure, yes and no, and identifiers."""

_XML = (".xml", ".rels", ".vml")


def missed(data: bytes, document: Document) -> Iterator[tuple[str, str, str]]:
    """Each text of the file that is in no block, with its part and the name of the element that holds it."""
    read = _plain("\n".join(block.text for block in document.blocks))
    unread = {place.where.lower() for place in document.unread}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            if not info.filename.lower().endswith(_XML) or info.filename.lower() in unread:
                continue
            for element, text in _texts(archive.read(info)):
                if _plain(text) not in read and not _NOTHING_TO_READ.fullmatch(text.strip()):
                    yield info.filename, element, text


def _texts(xml: bytes) -> Iterator[tuple[str, str]]:
    """Every text of a part outside the elements of NO_TEXT, with the name of the element that holds it."""
    names: list[str] = []
    for event, element in ElementTree.iterparse(io.BytesIO(xml), events=("start", "end")):  # noqa: S314
        if event == "start":
            names.append(str(element.tag).rpartition("}")[2])
            continue
        if NO_TEXT.isdisjoint(names):
            yield from ((names[-1], text) for text in (element.text, *(child.tail for child in element)) if text)
        names.pop()
        element.clear()


def _plain(text: str) -> str:
    """A text without blanks, so that it does not matter how lines are broken."""
    return "".join(text.split())


def main() -> None:
    """Prints what was missed in each file."""
    lost = 0
    for name in sys.argv[1:]:
        try:
            data = Path(name).read_bytes()
            document = read_bytes(data, name)
        except DocumentError:
            continue
        for part, element, text in missed(data, document):
            lost += 1
            sys.stdout.write(f"{name}: {part}: <{element}> {text[:80]!r}\n")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
