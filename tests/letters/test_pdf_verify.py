"""What is refused when a PDF is read back: each fault that a program which makes PDFs can leave."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from scr_docs.letters.pdf import typst_
from scr_docs.letters.pdf.content import words_by_tag
from scr_docs.letters.pdf.verify import problems
from tests.letters.pdf_letters import finished


@pytest.fixture(scope="module")
def letter() -> bytes:
    return finished("first-notice")["standard"]


@pytest.fixture(scope="module")
def good(letter: bytes) -> bytes:
    made = typst_.convert({"letter": letter})["letter"]
    assert isinstance(made, bytes)
    return made


def changed(pdf: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    change(writer)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def without(*keys: str) -> Callable[[PdfWriter], object]:
    def change(writer: PdfWriter) -> None:
        for key in keys:
            del writer.root_object[key]

    return change


def elements(writer: PdfWriter, role: str) -> list[DictionaryObject]:
    return [one for one in writer._objects if isinstance(one, DictionaryObject) and one.get("/S") == role]


def xmp(old: bytes, new: bytes) -> Callable[[PdfWriter], object]:
    def change(writer: PdfWriter) -> None:
        stream: Any = writer.root_object["/Metadata"].get_object()
        told = stream.get_data()
        assert old in told
        stream.set_data(told.replace(old, new))

    return change


def untag_a_paragraph(writer: PdfWriter) -> None:
    paragraph = elements(writer, "/P")[3]
    paragraph[NameObject("/K")] = ArrayObject()


def skip_a_level(writer: PdfWriter) -> None:
    elements(writer, "/H2")[0][NameObject("/S")] = NameObject("/H4")


def no_headings(writer: PdfWriter) -> None:
    for role in ("/H1", "/H2"):
        for one in elements(writer, role):
            one[NameObject("/S")] = NameObject("/P")


def a_field(writer: PdfWriter) -> None:
    note = DictionaryObject({NameObject("/Subtype"): NameObject("/Widget")})
    writer.pages[0][NameObject("/Annots")] = ArrayObject([note])


def words_outside(writer: PdfWriter) -> None:
    page = writer.pages[0]
    stream: Any = page["/Contents"].get_object()
    stream.set_data(stream.get_data() + b"\nBT /f0 12 Tf (\\000\\001\\000\\002) Tj ET\n")


def no_font(writer: PdfWriter) -> None:
    for one in writer._objects:
        if isinstance(one, DictionaryObject) and "/FontFile2" in one:
            del one["/FontFile2"]


def a_script(writer: PdfWriter) -> None:
    act = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x()")})
    writer.root_object[NameObject("/OpenAction")] = act


def no_page(writer: PdfWriter) -> None:
    writer.remove_page(len(writer.pages) - 1)


FAULTS: dict[str, tuple[Callable[[PdfWriter], object], str]] = {
    "no tags": (without("/StructTreeRoot"), "not tagged"),
    "not marked": (without("/MarkInfo"), "not tagged"),
    "no language": (without("/Lang"), "its language is not en-GB"),
    "another language": (lambda w: w.root_object.update({NameObject("/Lang"): TextStringObject("en-US")}), "language"),
    "the file's name as title": (without("/ViewerPreferences"), "name of its file"),
    "another title": (lambda w: w.add_metadata({"/Title": "Ronan"}), "title is not that"),
    "no title in XMP": (xmp(b"Letter WM-2019-04</rdf:li>", b"</rdf:li>"), "title is not that"),
    "no XMP": (without("/Metadata"), "does not say that it is PDF/UA"),
    "not PDF/UA": (xmp(b"<pdfuaid:part>1</pdfuaid:part>", b""), "does not say that it is PDF/UA"),
    "an author": (lambda w: w.add_metadata({"/Author": "Denise Lockyer"}), "properties hold more"),
    "a subject": (lambda w: w.add_metadata({"/Subject": "Ronan Prothero"}), "properties hold more"),
    "keywords": (lambda w: w.add_metadata({"/Keywords": "Ronan"}), "properties hold more"),
    "a program that is a path": (lambda w: w.add_metadata({"/Creator": "C:/Users/denise/letter.docx"}), "properties"),
    "an author in XMP": (xmp(b"<rdf:li>WSCP</rdf:li>", b"<rdf:li>Denise</rdf:li>"), "properties hold more"),
    "a description in XMP": (
        xmp(b"<xmp:CreatorTool>", b"<dc:description>x</dc:description><xmp:CreatorTool>"),
        "properties",
    ),
    "an attribute in XMP": (xmp(b'rdf:about=""', b'rdf:about="" pdf:Keywords="Ronan"'), "properties hold more"),
    "a script": (a_script, "a script"),
    "another file": (lambda w: w.add_attachment("a.txt", b"x"), "another file"),
    "a field": (a_field, "a comment or a field"),
    "a paragraph lost": (untag_a_paragraph, "the same words"),
    "words twice": (
        lambda w: elements(w, "/P")[3].update({NameObject("/ActualText"): TextStringObject("x")}),
        "same words",
    ),
    "words outside": (words_outside, "outside all tags"),
    "a level skipped": (skip_a_level, "skip a level"),
    "no headings": (no_headings, "no headings"),
    "no font": (no_font, "not embedded"),
    "a page lost": (no_page, "letters of it are lost"),
    "a password": (lambda w: w.encrypt("x", algorithm="RC4-128"), "password"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_in_words_and_without_values(fault: str, good: bytes, letter: bytes) -> None:
    change, why = FAULTS[fault]
    told = problems(changed(good, change), letter)
    assert any(why in one for one in told), told
    assert not [one for one in told if "Ronan" in one or "Denise" in one]


def test_a_good_one_passes_also_after_it_was_written_anew(good: bytes, letter: bytes) -> None:
    assert problems(good, letter) == []
    assert problems(changed(good, lambda _: None), letter) == []


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"no PDF", b"\x00" * 1000])
def test_what_is_no_pdf_cannot_be_read_back(content: bytes, letter: bytes) -> None:
    assert [one for one in problems(content, letter) if "cannot be read back" in one]


def test_half_a_pdf_is_refused(good: bytes, letter: bytes) -> None:
    for share in (4, 2, 1.2):
        assert problems(good[: int(len(good) / share)], letter)


def test_the_pdf_of_another_letter_is_refused(good: bytes) -> None:
    for other in (finished("invitation")["standard"], finished("first-notice")["easy-read"]):
        assert [one for one in problems(good, other) if "words" in one or "letters" in one]


def test_a_picture_without_words_is_refused() -> None:
    easy = finished("first-notice")["easy-read"]
    made = typst_.convert({"letter": easy})["letter"]
    assert isinstance(made, bytes)

    def silence(writer: PdfWriter) -> None:
        del elements(writer, "/Figure")[0]["/Alt"]

    assert "a picture has no description" in problems(changed(made, silence), easy)


def test_tags_deeper_than_any_letters_end_the_reading(good: bytes, letter: bytes) -> None:
    def deepen(writer: PdfWriter) -> None:
        below = DictionaryObject({NameObject("/S"): NameObject("/P")})
        below[NameObject("/K")] = ArrayObject([writer._add_object(below)])
        root: Any = writer.root_object["/StructTreeRoot"].get_object()
        root[NameObject("/K")] = ArrayObject([below])

    assert problems(changed(good, deepen), letter) == ["it cannot be read back (ValueError)"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"/P <</MCID 0>> BDC /F 1 Tf (ab) Tj EMC", {0: "ab"}),
        (b"/P <</MCID 0>> BDC /F 1 Tf [(a) -20 <62> (\\143\\))] TJ EMC", {0: "abc)"}),
        (b"/P <</MCID 0>> BDC /F 1 Tf (a(b)c) Tj EMC", {0: "a(b)c"}),
        (b"/Artifact BMC /F 1 Tf (page 1) Tj EMC /P <</MCID 3>> BDC (a) Tj EMC", {3: "a"}),
        (b"/P <</MCID 1>> BDC /Span BMC /F 1 Tf (a) Tj EMC (b) ' EMC", {1: "ab"}),
        (b"/F 1 Tf (loose) Tj", {None: "loose"}),
        (b"/P <</MCID 0>> BDC /Other 1 Tf (a) Tj EMC", {0: ""}),
        (b"EMC EMC /P <</MCID x>> BDC /F 1 Tf (a) Tj", {None: "a"}),
    ],
)
def test_words_are_found_by_their_tag(content: bytes, words: dict[int | None, str]) -> None:
    assert words_by_tag(content, {"/F": lambda shown: shown.decode("latin-1")}) == words


def test_a_hostile_content_stream_is_read_in_no_time() -> None:
    for piece in (b"(", b"((", b"<", b"\\", b"(\\", b"<<", b"[", b"/", b"%"):
        begin = time.process_time()
        words_by_tag(piece * 200_000, {})
        assert time.process_time() - begin < 10, piece


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"/P <</MCID 1>> BDC /F Tf (a)Tj /Span <</ActualText<FEFF00E9>>> BDC (b)Tj EMC (c)Tj EMC", {1: "aéc"}),
        (b"/P <</MCID 1>> BDC /Span <</ActualText(\\351)>> BDC (b)Tj /X BMC (c)Tj EMC EMC EMC", {1: "é"}),
        (b"/P <</MCID 1>> BDC /Span <</ActualText(o)>> BDC /Span <</ActualText(i)>> BDC EMC EMC EMC", {1: "o"}),
        (b"/Artifact BMC /Span <</ActualText(o)>> BDC (b)Tj EMC EMC", {}),
        (b"/F Tf /Span <</ActualText>> BDC (b)Tj EMC", {None: "b"}),
    ],
)
def test_text_that_stands_in_place_of_what_is_shown_is_what_is_read(content: bytes, words: dict[int, str]) -> None:
    fonts = {"/F": lambda shown: shown.decode("latin-1")}
    assert words_by_tag(content.replace(b"/F Tf", b"/F 12 Tf"), fonts) == words


def test_what_is_shown_is_known_beside_what_is_said_in_its_place() -> None:
    content = b"/P <</MCID 1>> BDC /F 12 Tf /Span <</ActualText<FEFF06D2>>> BDC (b)Tj EMC (c)Tj EMC"
    assert words_by_tag(content, {"/F": lambda shown: shown.decode("latin-1")}, as_shown=True) == {1: "bc"}
