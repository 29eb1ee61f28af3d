"""An embedded file is opened, whatever it is, so deep and no deeper; what cannot be read is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_docs.errors import DocumentError, Mistake
from scr_docs.model import Block, Document, Unread
from scr_docs.word.container.budget import Budget
from scr_docs.word.embedded import file as reader
from scr_docs.word.embedded.file import embedded
from scr_docs.word.markup.found import Found
from tests.word import picture_builder
from tests.word.compound_file import compound
from tests.word.office_builder import presentation_parts, slide, types, workbook_parts, zipped
from tests.word.test_ole import native

CELL = '<c r="B4" t="inlineStr"><is><t>Kelly</t></is></c>'
WORKBOOK = zipped(workbook_parts(CELL))
DOCX = {
    "[Content_Types].xml": types("word/document.xml", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "word/document.xml": "<w:document xmlns:w='w'/>",
}


def no_document(data: bytes, name: str, depth: int) -> Document:
    block = Block(0, "body", f"read at depth {depth}", f"body of {name}", trait="hidden-text")
    picture = Block(1, "picture", "Jo", "picture 1")
    return Document(name, str(len(data)), (block, picture), (Unread("word/odd.xml", "it is odd"),))


def opened(
    data: bytes, name: str = "kelly.bin", depth: int = 1, left: int = 10_000_000
) -> tuple[list[Found], list[Unread]]:
    return embedded(name, data, depth=depth, budget=Budget(left), read_document=no_document)


def read(data: bytes, name: str = "kelly.bin") -> list[tuple[str, str]]:
    """Every text with its place, less the name of the file itself."""
    found, unread = opened(data, name)
    assert (found[0].text, found[0].where, found[0].trait) == (name, "name of the file", "embedded-file")
    assert unread == []
    return [(item.where, item.text) for item in found[1:]]


def why(data: bytes) -> list[tuple[str, str]]:
    return [(unread.where, unread.why) for unread in opened(data)[1]]


def test_a_workbook_and_a_presentation_are_opened() -> None:
    assert ("sheet Income, cell B4", "Kelly") in read(WORKBOOK)
    assert read(zipped(presentation_parts(slide("Kelly")))) == [("slide 1", "Kelly")]


def test_a_package_is_known_by_its_folders_where_it_does_not_say_what_it_is() -> None:
    parts = workbook_parts(CELL)
    del parts["[Content_Types].xml"]
    assert ("sheet Income, cell B4", "Kelly") in read(zipped(parts))


def test_a_word_file_is_read_by_the_reader_that_is_given() -> None:
    found, unread = opened(zipped(DOCX), "inner.docx")
    assert found == [
        Found("embedded", "inner.docx", "name of the file", "embedded-file"),
        Found("embedded", "read at depth 1", "body of inner.docx", "hidden-text"),
        Found("picture", "Jo", "picture 1"),
    ]
    assert unread == [Unread("inner.docx > word/odd.xml", "it is odd")]


def test_a_word_file_that_is_refused_is_told() -> None:
    def refuse(data: bytes, name: str, depth: int) -> Document:  # noqa: ARG001
        raise DocumentError(Mistake("This Word document cannot be read"))

    _, unread = embedded("x.docx", zipped(DOCX), depth=1, budget=Budget(), read_document=refuse)
    assert unread == [Unread("x.docx", "This Word document cannot be read")]


def test_a_second_level_is_opened_and_a_third_is_not() -> None:
    second = zipped(
        {**workbook_parts(), "xl/embeddings/b.xlsx": zipped({**workbook_parts(CELL), "xl/c.xlsx": WORKBOOK})}
    )
    found, unread = opened(second, "a.xlsx")
    assert ("xl/embeddings/b.xlsx > sheet Income, cell B4", "Kelly") in [(item.where, item.text) for item in found]
    assert unread == [Unread("a.xlsx > xl/embeddings/b.xlsx > xl/c.xlsx", "not opened: it is nested too deeply")]
    assert [item.trait for item in found].count("embedded-file") == 3


def test_a_wrapping_is_no_level_of_its_own_but_one_in_another_is() -> None:
    wrapped = compound({"\x01Ole10Native": native(zipped({**workbook_parts(), "xl/b.xlsx": WORKBOOK}))})
    found, unread = opened(wrapped)
    assert ("kelly.txt > xl/b.xlsx > sheet Income, cell B4", "Kelly") in [(item.where, item.text) for item in found]
    assert unread == []
    for _ in range(5):
        wrapped = compound({"Package": wrapped})
    assert [unread.why for unread in opened(wrapped)[1]] == ["not opened: it is nested too deeply"]


def test_a_level_too_deep_is_named_and_not_opened() -> None:
    found, unread = opened(WORKBOOK, "c.xlsx", depth=3)
    assert [item.text for item in found] == ["c.xlsx"]
    assert unread == [Unread("c.xlsx", "not opened: it is nested too deeply")]


def test_what_is_not_xml_in_a_package_is_read_or_told() -> None:
    parts = workbook_parts() | {
        "xl/media/image1.jpeg": picture_builder.picture("JPEG", comment=b"by Jo"),
        "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "xl/printerSettings/printerSettings1.bin": "\\\\srv\\JoPrinter\0".encode("utf-16-le"),
        "xl/odd.bin": b"\0\1\2",
        "xl/embeddings/x.pdf": b"%PDF-1.7",
    }
    found, unread = opened(zipped(parts, b"packed by Jo"))
    assert {
        Found("picture", "by Jo", "xl/media/image1.jpeg > JPEG comment", "picture-data"),
        Found("embedded", "xl/vbaProject.bin", "macros", "macro"),
        Found("embedded", "\\\\srv\\JoPrinter", "xl/printerSettings/printerSettings1.bin", "printer"),
        Found("embedded", "packed by Jo", "comment of the zip", "zip-comment"),
    } <= set(found)
    assert [(item.where.rpartition(" > ")[2], item.why) for item in unread] == [
        ("xl/vbaProject.bin", "it holds macros, which were not checked"),
        ("xl/odd.bin", "it is of a kind that scr-docs cannot read"),
        ("xl/embeddings/x.pdf", "a PDF is inside; it was not checked"),
    ]


def test_any_other_zip_is_read_part_by_part() -> None:
    data = zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": "<t:p xmlns:t='t'>Kelly<t:s/><t:span>Thomp</t:span>son</t:p>",
            "notes.txt": "her mother",
        }
    )
    assert read(data) == [
        ("content.xml", "Kelly Thompson"),
        ("notes.txt > name of the file", "notes.txt"),
        ("notes.txt > line 1", "her mother"),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 ...", "a PDF is inside; it was not checked"),
        (b"ID3\4\0", "a recording is inside; it was not checked"),
        (b"\0\0\0\x18ftypmp42", "a recording is inside; it was not checked"),
        (b"\0\0\0\x18ftypheic", "a picture of a kind (HEIF) that scr-docs cannot read is inside; it was not checked"),
        (b"MZ\x90\0", "a program is inside; it was not checked"),
        (b"7z\xbc\xaf\x27\x1c", "a packed archive is inside; it was not checked"),
        (b"\1\2\3\0\5", "it is of a kind that scr-docs cannot read"),
        (b"PK\3\4 cut short", "the zip is cut short or damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is damaged: it is not a sound compound file"),
        (b"\x89PNG\r\n\x1a\n", "it is damaged or cut short, so what it holds besides the picture was not all read"),
        (compound({"WordDocument": b"x"}), "it is a document of Word 97-2003, which was not checked"),
    ],
)
def test_what_cannot_be_read_is_told_in_plain_words(data: bytes, reason: str) -> None:
    assert [text for _, text in why(data)] == [reason]


def test_an_empty_file_is_only_named() -> None:
    assert read(b"") == []


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_plain_text_is_read_in_any_coding(coding: str) -> None:
    text = "Kelly’s mother said\r\nthat Kelly was fine\r\n"
    assert read(text.encode(coding)) == [("line 1", "Kelly’s mother said"), ("line 2", "that Kelly was fine")]


def test_a_text_of_too_many_lines_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scr_docs.word.embedded.plain_files._MOST_LINES", 1)
    assert why(b"a\nb") == [("kelly.bin", "it has more than 1 lines, of which the rest were not checked")]


PAGE = """<html><head><meta name="author" content="Jo Thompson"><!--[if gte mso 9]><xml><o:Author>Sam Jones</o:Author></xml>
<![endif]--><title>Review</title></head><body><p>Kel<b>ly</b> &eacute;<br>said<img alt="Kelly at school"></p><p>a < b
<a href='mailto:jo@example.org'>write<!-- never sent --></a><script>var x = "Nan";</script></body>"""


def test_a_web_page_is_read_with_its_attributes_and_comments() -> None:
    assert read(PAGE.encode()) == [
        ("name", "author"),
        ("content", "Jo Thompson"),
        ("paragraph 1", "Review"),
        ("paragraph 2", "Kelly é"),
        ("alt", "Kelly at school"),
        ("paragraph 3", "said"),
        ("href", "mailto:jo@example.org"),
        ("paragraph 4", "a < b write"),
        ("paragraph 5", 'var x = "Nan";'),
        ("comment", "Sam Jones"),
        ("comment", "never sent"),
    ]


def test_no_broken_tag_makes_text_unseen() -> None:
    for broken in (
        "<p>Kelly",
        "<p Kelly",
        "<p><!-- Kelly",
        "<p>x<!-- a -- Kelly",
        "<p>x</p <p>Kelly",
        "<p title='Kelly",
        "<p data-x='Kelly'>",
    ):
        found, _ = opened(broken.encode())
        assert any("Kelly" in item.text for item in found[1:]), broken


def test_a_picture_in_a_page_is_read() -> None:
    letters = picture_builder.base64_of(picture_builder.picture("JPEG", comment=b"by Jo"))
    assert ("file in the page > JPEG comment", "by Jo") in read(
        f'<p><img src="data:image/jpeg;base64,{letters}">'.encode()
    )


def test_xml_of_any_vocabulary_is_read() -> None:
    data = b"<?xml version='1.0'?><case><child name='Kelly'>Kelly <b>T</b>hompson</child><x>7</x></case>"
    assert read(data) == [("XML, name", "Kelly"), ("XML", "Kelly Thompson"), ("XML", "7")]


def test_xml_that_is_not_sound_is_told_and_read_all_the_same() -> None:
    found, unread = opened(b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY nm 'Kelly'>]><x>&nm; said</x>")
    assert any("Kelly" in item.text for item in found[1:])
    assert "DOCTYPE" in unread[0].why


MAIL = b"""From: Jo Thompson <jo@example.org>\r
Subject: =?utf-8?B?S2VsbHnigJlzIHJldmlldw==?=\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary="b"\r
\r
--b\r
Content-Type: text/plain; charset="iso-8859-1"\r
Content-Transfer-Encoding: quoted-printable\r
\r
dear Zo=EB\r
--b\r
Content-Type: text/html\r
\r
<p>dear <b>Nan</b></p>\r
--b\r
Content-Type: application/octet-stream; name="kelly.txt"\r
Content-Transfer-Encoding: base64\r
Content-Disposition: attachment; filename="kelly.txt"\r
\r
c2FpZCBLZWxseQ==\r
--b--\r
"""


def test_an_e_mail_is_read_with_its_headers_texts_and_attachments() -> None:
    assert [(where, text) for where, text in read(MAIL) if not where.endswith("name of the file")] == [
        ("e-mail, From", "Jo Thompson <jo@example.org>"),
        ("e-mail, Subject", "Kelly’s review"),
        ("e-mail, Content-Disposition", 'attachment; filename="kelly.txt"'),
        ("text of the e-mail > line 1", "dear Zoë"),
        ("text of the e-mail > paragraph 1", "dear Nan"),
        ("kelly.txt > line 1", "said Kelly"),
    ]


def test_an_e_mail_of_too_many_parts_is_told() -> None:
    deep = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (i, i) for i in range(2000))
    assert [reason for _, reason in why(b"From: a\r\nTo: b\r\n" + deep)] == [
        "it has more parts than an honest e-mail has"
    ]


RTF = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Georgia;}}{\info{\author Jo Thompson}{\title Kelly\'92s review}}"
    r"\pard Kel{\b ly} said \u8220?no\u8221?{\*\atnauthor Sam}{\*\annotation {\b who} is Nan?} at \{home\}\par"
    r" second\~line{\field{\*\fldinst HYPERLINK mailto:jo@example.org}{\fldrslt here}}\cell more\row"
    r"{\footnote her aunt}{\*\unknowndest Nan}\u-10179?\u-9143?\par}"
)


def test_rich_text_is_read_with_what_it_sets_aside() -> None:
    assert read(RTF.encode("latin-1")) == [
        ("Rich Text, author", "Jo Thompson"),
        ("Rich Text, title", "Kelly’s review"),
        ("Rich Text, atnauthor", "Sam"),
        ("Rich Text, annotation", "who is Nan?"),
        ("Rich Text, text", "Kelly said “no” at {home}"),
        ("Rich Text, fldinst", "HYPERLINK mailto:jo@example.org"),
        ("Rich Text, fldrslt", "here"),
        ("Rich Text, text", "second line more"),
        ("Rich Text, footnote", "her aunt"),
        ("Rich Text, unknowndest", "Nan"),
        ("Rich Text, text", "👉"),
    ]


def test_pictures_and_objects_in_rich_text_are_read() -> None:
    jpeg = picture_builder.picture("JPEG", comment=b"by Jo")
    packed = native(b"said Kelly")
    name = b"Package\0"
    head = b"\1\5\0\0\2\0\0\0" + len(name).to_bytes(4, "little") + name + bytes(8)
    data = (
        rb"{\rtf1{\pict\jpegblip "
        + jpeg.hex().encode()
        + rb"}{\object{\*\objdata "
        + (head + packed).hex().encode()
        + b"}}}"
    )
    found = read(data)
    assert ("picture > JPEG comment", "by Jo") in found
    assert ("kelly.txt > line 1", "said Kelly") in found
    binary = rb"{\rtf1{\pict\jpegblip\bin%d " % len(jpeg) + jpeg + b"}}"
    assert ("picture > JPEG comment", "by Jo") in read(binary)


def test_a_file_inside_an_ole_object_is_named_and_read() -> None:
    found = read(compound({"\x01Ole10Native": native(b"said Kelly")}))
    assert ("embedded file, name", "kelly.txt") in found
    assert ("kelly.txt > name of the file", "kelly.txt") in found
    assert ("kelly.txt > line 1", "said Kelly") in found


def test_an_e_mail_in_odd_codings_is_read() -> None:
    odd = (
        b"From: =?nonsense?Q?Jo=EB?= <jo@example.org>\r\nSubject: =?utf-8?B?S2VsbHk=?= \xe9\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/plain; charset=nonsense\r\n\r\nsaid Kelly\r\n"
    )
    found = read(odd)
    assert ("e-mail, From", "Joë <jo@example.org>") in found
    assert any(where == "e-mail, Subject" and "Kelly" in text for where, text in found)
    assert found[-1] == ("text of the e-mail > line 1", "said Kelly")


def test_an_e_mail_inside_an_e_mail_is_read() -> None:
    inner = b"From: Sam\r\nSubject: Kelly\r\n\r\ndear Nan"
    outer = b"From: Jo\r\nTo: Nan\r\nContent-Type: message/rfc822\r\n\r\n" + inner
    assert {("e-mail, Subject", "Kelly"), ("text of the e-mail > line 1", "dear Nan")} <= set(read(outer))


def test_an_object_in_rich_text_that_is_no_package_is_read() -> None:
    name = b"Excel.Sheet\0"
    head = b"\1\5\0\0\2\0\0\0" + len(name).to_bytes(4, "little") + name + bytes(8)
    data = head + len(WORKBOOK).to_bytes(4, "little") + WORKBOOK
    found = read(b"{\\rtf1{\\object{\\*\\objdata " + data.hex().encode() + b"}}}")
    assert ("Rich Text, object", "Excel.Sheet") in found
    assert ("object > sheet Income, cell B4", "Kelly") in found
    odd = b"{\\rtf1{\\object{\\*\\objdata " + (b"\xff" * 20 + b"\1" * 20).hex().encode() + b"}}}"
    assert why(odd) == [("kelly.bin > object", "it is of a kind that scr-docs cannot read")]


def test_a_part_that_cannot_be_unpacked_is_told() -> None:
    data = bytearray(zipped(workbook_parts() | {"xl/media/image1.png": b"x" * 50}))
    place = data.rindex(b"xl/media/image1.png") - 46
    data[place + 16] ^= 0xFF
    assert why(bytes(data)) == [("kelly.bin > xl/media/image1.png", "it is damaged: its checksum is wrong")]


def test_the_budget_is_shared_by_all_that_is_inside() -> None:
    assert "the file unpacks to more than" in opened(WORKBOOK, left=500)[1][0].why
    wrapped = compound({"\x01Ole10Native": native(b"said Kelly")})
    assert [unread.why for unread in opened(wrapped, left=5)[1]] == [
        "not opened: the files inside one another are too large"
    ]
    budget = Budget(10_000_000)
    embedded("x", WORKBOOK, depth=1, budget=budget, read_document=no_document)
    assert budget.left < 10_000_000


def test_too_many_files_inside_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_MAX_FILES", 3)
    data = zipped({f"{number}.txt": "x" for number in range(9)})
    assert why(data) == [("kelly.bin", "it holds more than 3 files, of which the rest were not checked")]


def test_too_many_texts_inside_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_MAX_FOUND", 3)
    found, unread = opened(b"a\nb\nc\nd")
    assert [item.text for item in found] == ["kelly.bin", "a", "b"]
    assert [item.why for item in unread] == ["it holds more than 3 texts, of which the rest were not checked"]


def test_what_would_take_too_long_is_told() -> None:
    assert why(b"{\\rtf1" + b"{" * 20_000) == [("kelly.bin", "it is nested too deeply")]
    long = b"From: a\nTo: b\nContent-Type: text/plain; " + b"a=b; " * 5000 + b"\n\nx"
    assert why(long) == [("kelly.bin", "it has longer headers than an honest e-mail has")]
    odd = read(b"From: a\nSubject: " + b"=?utf-8?B?" * 2000 + b"\n\nsaid Kelly")
    assert odd[-1] == ("text of the e-mail > line 1", "said Kelly")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_that_is_not_what_it_claims_is_told() -> None:
    data = bytearray(zipped({"a": "Kelly"}))
    data[data.rindex(b"PK\1\2") + 28] = 0
    assert [reason for _, reason in why(bytes(data))] in (
        ["it is damaged, so not all of it was checked"],
        ["the zip is cut short or damaged"],
    )


VALID = [
    WORKBOOK,
    zipped(presentation_parts(slide("Kelly"))),
    compound({"\x01Ole10Native": native(WORKBOOK), "\x01CompObj": b"Kelly"}),
    RTF.encode("latin-1"),
    MAIL,
    PAGE.encode(),
    b"<?xml version='1.0'?><x a='Kelly'>b</x>",
]


@given(st.binary(max_size=300))
def test_random_bytes_never_fail(data: bytes) -> None:
    opened(data)


@given(
    st.sampled_from([b"{\\rtf1 ", b"From: x\nTo: y\n", b"<html>", b"<?xml?>", b"PK\x03\x04"]), st.binary(max_size=300)
)
def test_random_bytes_after_a_good_beginning_never_fail(start: bytes, data: bytes) -> None:
    opened(start + data)


@given(st.text(alphabet="{}\\*'u8-? rtfpbin\nobjdatc", max_size=200))
def test_odd_rich_text_never_fails(text: str) -> None:
    opened(f"{{\\rtf1 {text}".encode())


@given(st.text(alphabet='=?utf-8BQ:;"\r\n ContetypMulipar/boundaxd', max_size=200))
def test_odd_e_mails_never_fail(text: str) -> None:
    opened(f"From: x\nContent-Type: {text}".encode())


@given(
    st.sampled_from(VALID),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=8),
    st.integers(0, 10_000) | st.none(),
)
def test_damaged_files_never_fail(data: bytes, changes: list[tuple[int, int]], end: int | None) -> None:
    damaged = bytearray(data)
    for place, value in changes:
        damaged[place % len(damaged)] = value
    opened(bytes(damaged[:end]))
