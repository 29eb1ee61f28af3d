"""PDFs without LibreOffice: what is made by typst, what is refused, and what is said where nothing makes them."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

import page
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from scr_docs.errors import OutputError
from scr_docs.letters import package, pdf
from scr_docs.letters.pdf import libreoffice, typst_
from scr_docs.letters.pdf.made import Made, NotMade
from scr_docs.letters.pdf.said import said
from scr_docs.letters.pdf.source import source
from tests.letters.pdf_letters import FORMATS, finished, saying

LEGAL = st.characters(
    exclude_categories=["Cs", "Cc", "Co", "Cn", "So", "Lo", "Mn", "Me", "Mc", "Lm", "Sk", "Sm", "Nl", "No"],
    max_codepoint=0x17F,
)


def by_typst(letters: Mapping[str, bytes]) -> dict[str, Made]:
    return pdf.pdfs(letters, typst_.convert)


def made(letter: bytes) -> bytes:
    found = by_typst({"letter": letter})["letter"]
    assert isinstance(found, bytes), found
    return found


@pytest.mark.parametrize("sample", ["westmoor", "hallam-bridge"])
@pytest.mark.parametrize("stage", ["first-notice", "invitation", "second-attempt", "publication"])
def test_every_format_of_a_letter_passes_pdf_ua(stage: str, sample: str) -> None:
    letters = finished(stage, sample=sample, person="mother" if sample == "westmoor" else "maternal-grandmother")
    assert set(letters) == set(FORMATS)
    for name, content in by_typst(letters).items():
        assert isinstance(content, bytes), (name, content)
        report = page.validate_pdf_bytes(content, profile="ua1")
        assert report.is_compliant, (name, str(report))
        assert report.rules.total >= 100


def test_it_is_said_in_the_order_of_the_letter_with_headings_and_pictures() -> None:
    letters = finished("first-notice")
    spoken = said(PdfReader(io.BytesIO(made(letters["standard"]))))
    places = [
        spoken.words.index(text)
        for text in ("Old Corn Exchange", "Dear Siân", "What the review is for", "With kind regards")
    ]
    assert places == sorted(places)
    assert spoken.headings[0] == 1
    assert spoken.untagged == ""
    easy = said(PdfReader(io.BytesIO(made(letters["easy-read"]))))
    assert "A telephone" in easy.pictures
    assert len(easy.pictures) > 10


def test_the_same_letter_gives_the_same_bytes() -> None:
    for letter in finished("first-notice").values():
        assert made(letter) == made(letter)


def test_large_print_has_no_letter_smaller_than_asked_for() -> None:
    parts = package.parts(finished("first-notice")["large-print"])
    sizes = [float(size) for size in re.findall(r"size: ([\d.]+)pt", source(parts, ["Arial"]).text)]
    assert min(sizes) >= 18


def test_an_address_stands_where_the_window_of_the_envelope_is() -> None:
    """GOV.UK Notify: between 39.5 and 66.3 mm from the top of the page."""
    height: list[float] = []

    def visit(text: str, page_matrix: list[float], _matrix: object, _font: object, _size: object) -> None:
        if "QW3" in text or "Elisabeth" in text:
            height.append(page_matrix[5])

    first = PdfReader(io.BytesIO(made(finished("first-notice")["standard"]))).pages[0]
    first.extract_text(visitor_text=visit)
    from_top = [(841.89 - abs(one)) / 72 * 25.4 for one in height]
    assert from_top, "the address was found"
    assert all(39.5 < one < 66.3 for one in from_top)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(LEGAL, min_size=1, max_size=200))
@example(text='#set text(red) $x$ *b* _i_ @ref <lab> \\ #sys.inputs "q" \\u{41} // c /* d */ `raw` ]) }')
@example(text='#image("/etc/passwd") #read("/etc/passwd") #eval("1") #include "x.typ" #import "@preview/x:1.0.0"')
@example(text='") + read("/etc/passwd") + ("')
@example(text="one\n\ntwo\nthree")
@example(text="office ﬁne soft\u00adhyphen non\u2011breaking\u00a0space")
def test_nothing_in_a_letter_is_a_command(text: str) -> None:
    letter = saying(f"Begin {text} end.")
    found = by_typst({"letter": letter})["letter"]
    # Whatever the words are, they come out as they are or the letter is refused for want of a font.
    if isinstance(found, NotMade):
        assert "font" in found.why
    else:
        assert "root:" not in said(PdfReader(io.BytesIO(found))).words


def test_a_command_in_a_letter_is_printed_as_it_stands() -> None:
    text = '#read("/etc/passwd") $x$ *b* \\u{41} `raw` // c'
    assert "".join(text.split()) in "".join(said(PdfReader(io.BytesIO(made(saying(text))))).words.split())


@pytest.mark.parametrize("text", ["مرحبا 01632 960147", "שלום רב"])
def test_words_from_right_to_left_are_set_from_right_to_left(text: str) -> None:
    parts = package.parts(saying(text))
    assert source(parts, ["Arial"]).text.count("dir: rtl") == 1
    found = by_typst({"letter": saying(text)})["letter"]
    assert isinstance(found, bytes) or "font" in found.why


def test_letters_without_a_font_are_refused_and_not_shown_as_boxes() -> None:
    found = by_typst({"letter": saying("\u16a0\u16b1\u16b2 \U00012000")})["letter"]
    assert isinstance(found, NotMade)
    assert "font" in found.why


def test_without_any_font_fit_for_letters_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typst_, "_fonts", lambda: (None, ()))
    found = typst_.convert({"letter": finished("first-notice")["standard"]})["letter"]
    assert isinstance(found, NotMade)
    assert "Liberation Sans" in found.why


def test_a_picture_that_typst_cannot_read_refuses_that_letter_alone() -> None:
    parts = package.parts(finished("first-notice")["easy-read"])
    picture = next(name for name in parts if name.startswith("word/media/"))
    found = by_typst(
        {"bad": package.packed({**parts, picture: b"no picture"}), "good": finished("first-notice")["standard"]}
    )
    assert isinstance(found["bad"], NotMade)
    assert found["bad"].why.startswith("typst refuses: ")
    assert isinstance(found["good"], bytes)


def test_libreoffice_comes_first_then_typst_and_else_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: "/opt/soffice")
    assert pdf.converter() is not typst_.convert
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    assert pdf.converter() is typst_.convert
    monkeypatch.setattr(typst_, "is_there", lambda: False)
    with pytest.raises(OutputError, match=r"Install LibreOffice, or run: pip install \"scr-docs\[pdf\]\""):
        pdf.converter()
    assert pdf.pdfs({}) == {}
