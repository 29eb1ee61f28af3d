"""What stands in a compound file is found: names, paths, properties, messages, and the files inside it."""

from __future__ import annotations

import contextlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_docs.word.embedded.ole import OleError, ole_object
from scr_docs.word.markup.found import Found, Inner
from tests.word.compound_file import compound

BIG = b"Kelly Thompson " * 1000


def texts(data: bytes) -> list[tuple[str, str]]:
    return [(item.where, item.text) for item in ole_object(data) if isinstance(item, Found)]


def files(data: bytes) -> list[tuple[str, bytes, str]]:
    return [(item.name, item.data, item.why_unread) for item in ole_object(data) if isinstance(item, Inner)]


def native(
    content: bytes,
    label: str = "kelly.txt",
    path: str = "C:\\Users\\jo\\kelly.txt",
    temporary: str = "C:\\Temp\\k.txt",
    kind: int = 3,
) -> bytes:
    """A file as Windows packs it when it is dropped into a document."""
    body = b"\2\0" + label.encode("cp1252") + b"\0" + path.encode("cp1252") + b"\0\0\0" + struct.pack("<H", kind)
    spelt = temporary.encode("cp1252") + b"\0"
    body += struct.pack("<I", len(spelt)) + spelt + struct.pack("<I", len(content)) + content
    for wide in (temporary + "é", label + "é", path + "é"):
        body += struct.pack("<I", len(wide)) + wide.encode("utf-16-le")
    return struct.pack("<I", len(body)) + body


SUMMARY = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
DOCUMENT = bytes.fromhex("02d5cdd59c2e1b10939708002b2cf9ae")
USER = bytes.fromhex("05d5cdd59c2e1b10939708002b2cf9ae")


def narrow(text: str, coding: str = "cp1252") -> bytes:
    raw = text.encode(coding) + b"\0"
    return struct.pack("<II", 30, len(raw)) + raw + b"\0" * (-len(raw) % 4)


def wide(text: str) -> bytes:
    raw = (text + "\0").encode("utf-16-le")
    return struct.pack("<II", 31, len(text) + 1) + raw + b"\0" * (-len(raw) % 4)


def properties(*sections: tuple[bytes, dict[int, bytes]]) -> bytes:
    """A property stream."""
    head = struct.pack("<HHI16sI", 0xFFFE, 0, 0, b"", len(sections))
    bodies, at = [], len(head) + 20 * len(sections)
    for kind, values in sections:
        table, body, start = b"", b"", 8 + 8 * len(values)
        for number, value in values.items():
            table += struct.pack("<II", number, start + len(body))
            body += value
        whole = struct.pack("<II", start + len(body), len(values)) + table + body
        head += kind + struct.pack("<I", at)
        bodies.append(whole)
        at += len(whole)
    return head + b"".join(bodies)


def test_a_file_that_was_dropped_in_gives_its_names_its_paths_and_itself() -> None:
    data = compound({"\x01Ole10Native": native(b"said Kelly")})
    assert texts(data) == [
        ("embedded file, name", "kelly.txt"),
        ("embedded file, original path", "C:\\Users\\jo\\kelly.txt"),
        ("embedded file, temporary path", "C:\\Temp\\k.txt"),
        ("embedded file, temporary path", "C:\\Temp\\k.txté"),
        ("embedded file, name", "kelly.txté"),
        ("embedded file, original path", "C:\\Users\\jo\\kelly.txté"),
    ]
    assert files(data) == [("kelly.txt", b"said Kelly", "")]
    traits = {item.where: item.trait for item in ole_object(data) if isinstance(item, Found)}
    assert traits["embedded file, original path"] == "local-path"
    assert traits["embedded file, name"] == "embedded-file"


def test_a_large_file_is_read_whole() -> None:
    assert files(compound({"\x01Ole10Native": native(BIG)})) == [("kelly.txt", BIG, "")]


def test_a_file_that_is_only_linked_gives_its_path() -> None:
    data = compound({"\x01Ole10Native": native(b"", kind=1)})
    assert files(data) == []
    assert ("embedded file, original path", "C:\\Users\\jo\\kelly.txt") in texts(data)


def test_a_file_that_is_cut_short_is_told() -> None:
    whole = native(b"said Kelly")
    at = whole.index(b"said Kelly") - 4
    short = whole[:at] + struct.pack("<I", 5000) + whole[at + 4 :]
    assert files(compound({"\x01Ole10Native": short}))[0][2] == "it is cut short"


def test_bytes_without_names_are_a_file() -> None:
    assert files(compound({"\x01Ole10Native": struct.pack("<I", 6) + b"BMxxxx"})) == [
        ("embedded object", b"BMxxxx", "")
    ]


@pytest.mark.parametrize("name", ["Package", "CONTENTS", "Store/Package"])
def test_whole_documents_are_files(name: str) -> None:
    assert files(compound({name: b"PK\3\4"})) == [("embedded document", b"PK\3\4", "")]


@pytest.mark.parametrize(
    ("stream", "why"),
    [
        ("WordDocument", "it is a document of Word 97-2003, which was not checked"),
        ("Workbook", "it is a workbook of Excel 97-2003, which was not checked"),
        ("PowerPoint Document", "it is a presentation of PowerPoint 97-2003, which was not checked"),
        ("EncryptedPackage", "it is protected by a password, so it was not checked"),
    ],
)
def test_documents_of_older_programs_are_not_checked_and_said_so(stream: str, why: str) -> None:
    data = compound({stream: b"\0\1Kelly Thompson\0" + "her Mother".encode("utf-16-le"), "1Table": b"\0\1styles"})
    assert [(name, reason) for name, _, reason in files(data)] == [("document of an older program", why)]
    by_chance = [text for where, text in texts(data) if where == f"{stream} stream"]
    assert by_chance == ([] if stream == "EncryptedPackage" else ["Kelly Thompson", "her Mother"])


def test_macros_are_told_once() -> None:
    data = compound({"Macros/VBA/Module1": b"\1Kelly macro", "Macros/VBA/_VBA_PROJECT": b"x", "Macros/VBA/dir": b"y"})
    assert [reason for _, _, reason in files(data)] == ["it holds macros, which were not checked"]


def test_properties_are_read_under_their_names() -> None:
    code_page = struct.pack("<IHH", 2, 1252, 0)
    first = properties((SUMMARY, {1: code_page, 2: narrow("Kelly’s review"), 4: narrow("Jo Thompson"), 8: wide("Zoë")}))
    titles = struct.pack("<II", 0x101E, 2) + b"".join(
        narrow(text)[4:].rstrip(b"\0") + b"\0" for text in ("Kelly", "Sam")
    )
    second = properties(
        (DOCUMENT, {1: code_page, 15: narrow("Warrington"), 13: titles}), (USER, {2: wide("NHS of child")})
    )
    assert texts(compound({"\x05SummaryInformation": first})) + texts(
        compound({"\x05DocumentSummaryInformation": second})
    ) == [
        ("document properties > Title", "Kelly’s review"),
        ("document properties > Author", "Jo Thompson"),
        ("document properties > Last modified by", "Zoë"),
        ("document properties > Company", "Warrington"),
        ("document properties > Titles of parts", "Kelly"),
        ("document properties > Titles of parts", "Sam"),
        ("document properties > property 2", "NHS of child"),
    ]


def test_the_picture_that_is_shown_is_a_file() -> None:
    stream = (
        struct.pack("<iI", -1, 3)
        + struct.pack("<6I", 4, 1, 0xFFFFFFFF, 2, 0, 100)
        + struct.pack("<II", 100, 4)
        + b"WMF!"
    )
    assert files(compound({"\x02OlePres000": stream})) == [("picture that is shown", b"WMF!", "")]
    assert files(compound({"\x03EPRINT": b"EMF!"})) == [("picture that is shown", b"EMF!", "")]


def test_an_outlook_message_gives_its_texts_and_attachments() -> None:
    data = compound(
        {
            "__substg1.0_0037001F": "Kelly".encode("utf-16-le"),
            "__substg1.0_0C1A001E": b"Jo Thompson",
            "__substg1.0_10130102": b"<p>dear Nan",
            "__substg1.0_10090102": b"LZFu",
            "__attach_version1.0_#00000000/__substg1.0_37010102": b"said Kelly",
            "__properties_version1.0": b"\0\0",
        }
    )
    assert texts(data) == [("message, subject", "Kelly"), ("message, sender", "Jo Thompson")]
    assert files(data) == [
        ("attachment", b"said Kelly", ""),
        ("message as RTF", b"", "it is a packed copy of the message, which was not checked"),
        ("message as a web page", b"<p>dear Nan", ""),
    ]


def test_the_kind_of_object_and_a_link_are_read_and_an_unknown_stream_is_a_file() -> None:
    data = compound(
        {"\x01CompObj": b"\1\0Packager Shell Object\0", "\x01Ole": b"\0\\\\srv\\Kelly.doc\0", "Odd": b"\0\1"}
    )
    assert texts(data) == [("kind of object", "Packager Shell Object"), ("Ole stream", "\\\\srv\\Kelly.doc")]
    assert files(data) == [("Odd", b"\0\1", "")]


@pytest.mark.parametrize("data", [b"", b"no compound file", compound({"x": b"y"})[:700]])
def test_what_is_no_sound_compound_file_is_refused(data: bytes) -> None:
    with pytest.raises(OleError):
        list(ole_object(data))


def test_other_properties_of_a_message_are_read_by_chance() -> None:
    assert texts(compound({"__substg1.0_30010102": b"\0\1Kelly\0"})) == [("message, name", "Kelly")]


def test_properties_that_no_table_names_are_read_by_chance() -> None:
    named = properties((USER, {0: b"\1\0\0\0\2\0\0\0\6\0\0\0Child\0", 2: struct.pack("<II", 3, 7)}))
    assert texts(compound({"\x05DocumentSummaryInformation": named})) == [("document properties", "Child")]
    broken = properties((SUMMARY, {2: struct.pack("<II", 30, 5_000_000)}))
    assert texts(compound({"\x05SummaryInformation": broken})) == []


def changed(data: bytes, at: int, value: int) -> bytes:
    return data[:at] + struct.pack("<I", value) + data[at + 4 :]


def why_refused(data: bytes) -> str:
    with pytest.raises(OleError) as caught:
        list(ole_object(data))
    return str(caught.value)


@pytest.mark.parametrize("place", [44, 64, 72])
def test_claims_of_more_sectors_than_there_are_bytes_are_not_believed(place: int) -> None:
    whole = compound({"Package": BIG})
    assert why_refused(changed(whole, place, 0x0FFFFFFF)) == "it is damaged: it is not a sound compound file"


def test_a_stream_that_claims_to_be_longer_than_the_file_is_told_and_the_others_are_read() -> None:
    whole = compound({"Package": BIG, "\x01CompObj": b"Kelly"})
    entry = whole.index("Package".encode("utf-16-le"))
    lied = changed(whole, entry + 120, 0x7FFFFFFF)
    assert why_refused(lied) == "it is damaged: some of it cannot be read"
    assert [item.text for item in until_it_fails(lied)] == ["Kelly"]


def until_it_fails(data: bytes) -> list[Found]:
    found = []
    with contextlib.suppress(OleError):
        for item in ole_object(data):
            if isinstance(item, Found):
                found.append(item)  # noqa: PERF401  what is found before the failure counts
    return found


def test_a_stream_to_which_no_way_leads_is_told() -> None:
    whole = compound({"Kelly": b"one", "Package": b"two"})
    entry = whole.index("Kelly".encode("utf-16-le"))
    assert why_refused(changed(whole, entry + 72, 0xFFFFFFFF)) == "it is damaged: some of it cannot be read"


VALID = [
    compound({"\x01Ole10Native": native(BIG), "Package": b"PK", "\x01CompObj": b"Kelly"}),
    compound({"\x05SummaryInformation": properties((SUMMARY, {2: narrow("Kelly"), 4: wide("Jo")}))}),
    compound({"a/b/c": b"x" * 5000, "a/b/\x02OlePres000": b"\xff" * 40, "a/d": b"y"}),
]


@given(st.sampled_from(VALID), st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 255)), max_size=8))
def test_damaged_files_never_fail_in_another_way(data: bytes, changes: list[tuple[int, int]]) -> None:
    damaged = bytearray(data)
    for place, value in changes:
        damaged[place % len(damaged)] = value
    with contextlib.suppress(OleError):
        list(ole_object(bytes(damaged)))


@given(
    st.sampled_from(["\x01Ole10Native", "\x05SummaryInformation", "\x02OlePres000", "\x01CompObj"]),
    st.binary(max_size=300),
)
def test_random_streams_never_fail(name: str, content: bytes) -> None:
    list(ole_object(compound({name: content})))


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_random_packed_files_never_fail(start: bytes, content: bytes) -> None:
    whole = native(content)
    list(ole_object(compound({"\x01Ole10Native": struct.pack("<I", 0) + whole[4:20] + start + whole[20:]})))
