"""Signs of a font that stand for no letter. The file has the shape of one by LibreOffice 7.4, with one page."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from scr_docs.letters.pdf.content import meaning
from scr_docs.letters.pdf.signs import with_meanings

WHOLE = b"3 beginbfchar\n<01> <0644>\n<02> <0627>\n<03> <0645>\nendbfchar\n"
LACKING = b"2 beginbfchar\n<01> <0644>\n<03> <0645>\nendbfchar\n"


def pdf(table: bytes) -> bytes:
    codes = b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n" + table + b"endcmap\n"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</Font<</F1 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 0/LastChar 3/ToUnicode 5 0 R>>",
        b"<</Length %d>>\nstream\n%b\nendstream" % (len(codes), codes),
    ]
    made, places = b"%PDF-1.6\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    at = len(made)
    made += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"trailer\n<</Size 6/Root 1 0 R\n/ID [ <AA>\n<AA> ]\n>>\nstartxref\n%d\n%%%%EOF\n" % at


def shown(content: bytes) -> str:
    reader = PdfReader(io.BytesIO(content), strict=True)
    font = reader.pages[0]["/Resources"]["/Font"]["/F1"]  # type: ignore[index]
    return meaning(font.get_object())(b"\x01\x02\x03\x00")


def test_a_sign_without_a_letter_gets_one_that_is_not_spoken() -> None:
    before, after = pdf(LACKING), with_meanings(pdf(LACKING))
    assert shown(before) == "ل\ufffdم\ufffd"
    assert shown(after) == "ل\u200bم\ufffd", "the sign for a letter that the font lacks is still told"
    assert after.startswith(before), "what was there stays"
    assert PdfReader(io.BytesIO(after)).trailer["/ID"] == PdfReader(io.BytesIO(before)).trailer["/ID"]
    assert with_meanings(after) == after


@pytest.mark.parametrize(
    "content", [pdf(WHOLE), pdf(LACKING)[:-9], b"", b"trailer\n<<\n>>\nstartxref\n0\n%%EOF"], ids=range(4)
)
def test_a_file_that_lacks_nothing_or_cannot_be_read_stays_as_it_is(content: bytes) -> None:
    assert with_meanings(content) == content
