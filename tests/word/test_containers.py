"""Word documents in other containers are read as they are in the usual one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from scr_docs.errors import DocumentError
from scr_docs.word import plain_text, read_bytes
from tests.word.compound_file import compound
from tests.word.containers import flat, strict
from tests.word.envelope import package
from tests.word.helpers import said
from tests.word.other_places import PLACES, Place
from tests.word.test_hostile import parts_of
from tests.word_builder import build, p

DRAFT = build(p("Kept"), header="Official", footnotes={1: "note"})
OF_THE_ZIP = {"zip-comment", "stray-bytes", "duplicate-part"}
INSIDE = [place for place in PLACES if place.trait not in OF_THE_ZIP]


def refusal(data: bytes, name: str = "draft.docx") -> str:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, name)
    return str(caught.value)


@pytest.mark.parametrize("place", INSIDE, ids=lambda place: place.what)
def test_strict_files_say_the_same_in_every_part(place: Place) -> None:
    data = place.data()
    try:
        usual = read_bytes(data, "x.docx")
    except DocumentError:
        return
    other = read_bytes(strict(data), "x.docx")
    assert [(block.text, block.part, block.address, block.trait) for block in other.blocks] == [
        (block.text, block.part, block.address, block.trait) for block in usual.blocks
    ]


@pytest.mark.parametrize("place", INSIDE, ids=lambda place: place.what)
def test_a_file_of_one_xml_says_the_same_in_every_part(place: Place) -> None:
    data = place.data()
    try:
        as_one = flat(data)
    except UnicodeDecodeError:
        return
    usual, other = read_bytes(data, "x.xml"), read_bytes(as_one, "x.xml")
    assert {(block.text, block.part, block.trait) for block in usual.blocks} <= {
        (block.text, block.part, block.trait) for block in other.blocks
    }


@pytest.mark.parametrize("name", ["draft.xml", "draft.docx"])
def test_a_file_of_one_xml_is_told_by_its_content_and_hashed_as_it_stands(name: str) -> None:
    data = flat(DRAFT)
    found = read_bytes(data, name)
    assert said(found)[:3] == ["Kept", "note", "Official"]
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert found.unread == ()


def test_a_large_picture_in_a_file_of_one_xml_is_read() -> None:
    picture = b"\xff\xd8\xff\xe1\0\x16Exif\0\0" + bytes(range(256)) * 36_000
    parts = parts_of(DRAFT) | {"word/media/image1.jpeg": picture}
    assert said(read_bytes(flat(package(parts)), "x.xml"))[:1] == ["Kept"]


@pytest.mark.parametrize(
    "data",
    [
        flat(DRAFT, beside="<!-- Kelly -->"),
        flat(DRAFT, after="<!-- Kelly -->"),
        flat(DRAFT, beside="Kelly"),
        flat(DRAFT, beside="<pkg:part pkg:name='/x.xml'>Kelly</pkg:part>"),
        flat(DRAFT, beside="<pkg:part pkg:name='/x.xml' pkg:who='Kelly'><pkg:xmlData><x/></pkg:xmlData></pkg:part>"),
        flat(DRAFT, beside="<pkg:part pkg:name='/x.xml'><pkg:xmlData>Kelly<x/></pkg:xmlData></pkg:part>"),
        flat(DRAFT, beside=f"<pkg:part pkg:name='/x'><!--binaryData>{'K' * 1_000_000}</--></pkg:part>"),
    ],
)
def test_what_is_no_part_of_a_file_of_one_xml_is_not_passed_over(data: bytes) -> None:
    said = refusal(data)
    assert "This Word document cannot be read: it holds something beside the parts of a Word document" in said
    assert "Kelly" not in said


def test_a_damaged_file_of_one_xml_is_refused() -> None:
    data = flat(DRAFT)
    assert "it is damaged: it is not well-formed XML" in refusal(data[:-100])
    broken = "<pkg:part pkg:name='/x.png'><pkg:binaryData>abc</pkg:binaryData></pkg:part>"
    assert "a picture or object in it cannot be unpacked" in refusal(flat(DRAFT, beside=broken))


@pytest.mark.parametrize("version", [0x68, 0xC1])
@pytest.mark.parametrize("flags", [0, 0x0100])
def test_a_document_of_an_old_word_is_named_with_its_version(version: int, flags: int) -> None:
    head = b"\xec\xa5" + version.to_bytes(2, "little") + bytes(6) + flags.to_bytes(2, "little") + bytes(5000)
    told = refusal(compound({"WordDocument": head, "1Table": b"Kelly"}))
    word = "Word 6 or Word 95" if version < 0xC0 else "Word 97-2003"
    locked = ", protected by a password" if flags else ""
    assert told.startswith(f"draft.docx: This is a document of {word} (.doc){locked}, although its name ends in .docx.")


@pytest.mark.parametrize(
    ("streams", "what"),
    [
        (
            ("EncryptedPackage", "\x06DataSpaces/TransformInfo/DRMEncryptedTransform/\x06Primary"),
            "not even with a password",
        ),
        (("EncryptionInfo", "EncryptedPackage", "\x06DataSpaces/DRMEncryptedTransform/x"), "not even with a password"),
        (("Workbook",), "This is an Excel workbook"),
        (("PowerPoint Document",), "This is a PowerPoint presentation"),
        (("VisioDocument",), "This is a Visio drawing"),
        (("__properties_version1.0",), "This is an Outlook e-mail (.msg)"),
        (("Quill/QuillSub/CONTENTS",), "This is a Publisher document"),
        (("PerfectOffice_MAIN",), "This is a WordPerfect document"),
        (("EncryptionInfo", "EncryptedPackage"), "is protected by a password"),
    ],
)
def test_other_compound_files_are_named(streams: tuple[str, ...], what: str) -> None:
    assert what in refusal(compound(dict.fromkeys(streams, b"Kelly" * 9)))


TEXT = "# 4 Analysis\r\n4.12 Zoë rang – “no”."


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-be").join([b"\xfe\xff", b""]),
        lambda text: text.encode("cp1252"),
    ],
)
def test_text_is_told_from_its_content(encode: Callable[[str], bytes]) -> None:
    assert plain_text(encode(TEXT), "notes.md") == TEXT


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "notes.txt"),
        (b"Kelly\0", "notes.txt"),
        (b"\x01\x02\x03\x04", "notes.txt"),
        (b"\xff\xfeK", "notes.txt"),
        (b"%PDF-1.7", "notes.txt"),
        (b"<html>", "notes.txt"),
        (b"MIME-Version: 1.0\n", "notes.txt"),
        (b"Kelly", "notes.docx"),
        (b"Kelly", "~$notes.txt"),
        (DRAFT, "notes.txt"),
        (flat(DRAFT), "notes.txt"),
    ],
)
def test_what_is_more_than_text_is_no_text(data: bytes, name: str) -> None:
    assert plain_text(data, name) is None
