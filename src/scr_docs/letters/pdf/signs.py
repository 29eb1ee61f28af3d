"""The signs of a PDF's fonts that stand for no letter, given one that is not spoken.

Where one letter is drawn by two signs, as in Arabic script, LibreOffice says on the page what they mean together
("ActualText") and names the letter for one of them alone. PDF/UA-1 (7.21.7) asks a meaning for each sign shown.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

_GIVEN = re.compile(rb"<([0-9A-F]{2})> <[0-9A-F]+>")
_END = b"endcmap"
_TRAILER = re.compile(rb"trailer\n<<(.*?)\n>>\nstartxref\n(\d+)\n%%EOF\s*\Z", re.DOTALL)
_MOST_IN_A_TABLE = 100
"""How many signs one list of a table of meanings may hold (ISO 32000-1, 9.10.3)."""


def with_meanings(pdf: bytes) -> bytes:
    """The PDF with a letter of no width and no sound (U+200B) for each sign that has none; itself where all have one.

    What is new stands behind what was there (ISO 32000-1, 7.5.6). Whatever LibreOffice writes in another way than with
    a font of up to 255 signs and a plain table at its end stays as it is. The sign for a letter that the font lacks
    gets none either: `verify` tells of it.
    """
    trailer = _TRAILER.search(pdf)
    if trailer is None:
        return pdf
    try:
        new = dict(_tables(PdfReader(io.BytesIO(pdf))))
    except Exception:  # noqa: BLE001  # the file is another program's; what is wrong with it `verify` tells
        return pdf
    if not new:
        return pdf
    made, places = bytearray(pdf), dict[int, int]()
    for number, table in sorted(new.items()):
        places[number] = len(made)
        packed = zlib.compress(table)
        made += b"%d 0 obj\n<</Length %d/Filter/FlateDecode>>\nstream\n" % (number, len(packed))
        made += packed + b"\nendstream\nendobj\n\n"
    at = len(made)
    made += b"xref\n"
    for number, place in places.items():
        made += b"%d 1\n%010d 00000 n \n" % (number, place)
    made += b"trailer\n<<%b\n/Prev %b\n>>\nstartxref\n%d\n%%%%EOF\n" % (trailer[1], trailer[2], at)
    return bytes(made)


def _tables(reader: PdfReader) -> Iterator[tuple[int, bytes]]:
    """For each table of meanings that lacks signs: the number of its object, and what it shall be."""
    for page in reader.pages:
        resources: Any = page["/Resources"].get_object()
        fonts = resources.get("/Font", DictionaryObject()).get_object()
        for font in fonts.values():
            found = _table(font.get_object())
            if found:
                yield found


def _table(font: Any) -> tuple[int, bytes] | None:
    table = font.raw_get("/ToUnicode") if "/ToUnicode" in font else None
    if not isinstance(table, IndirectObject) or "/LastChar" not in font:
        return None
    stream: Any = table.get_object()
    told: bytes = stream.get_data()
    given = {int(code, 16) for code in _GIVEN.findall(told)}
    lacking = [code for code in range(1, int(font["/LastChar"]) + 1) if code not in given]
    if not lacking or _END not in told:
        return None
    more = b""
    for first in range(0, len(lacking), _MOST_IN_A_TABLE):
        some = lacking[first : first + _MOST_IN_A_TABLE]
        lines = b"".join(b"<%02X> <200B>\n" % code for code in some)
        more += b"%d beginbfchar\n%bendbfchar\n" % (len(some), lines)
    return table.idnum, told.replace(_END, more + _END, 1)
