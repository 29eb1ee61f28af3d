"""What is damaged or made to harm is refused or contained, and never takes the rest of the file with it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from scr_docs.errors import DocumentError
from scr_docs.model import Document
from scr_docs.word import read_bytes
from scr_docs.word.container import budget
from scr_docs.word.container import package as container
from tests.word.envelope import SPACES, package
from tests.word.helpers import said
from tests.word_builder import build, fn, p, tbl, textbox

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def parts_of(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(changes: Mapping[str, str | bytes | None], *body: str, **around: object) -> Document:
    """The document read from a file in which some parts are others, or missing for None."""
    parts = {**parts_of(build(*(body or ("Kept",)), **around)), **changes}  # type: ignore[arg-type]
    return read_bytes(package({name: part for name, part in parts.items() if part is not None}), "draft.docx")


def why_refused(changes: Mapping[str, str | bytes | None]) -> str:
    with pytest.raises(DocumentError) as caught:
        changed(changes)
    return str(caught.value)


def test_a_part_that_cannot_be_read_is_reported_and_the_rest_is_read() -> None:
    found = changed({"word/footnotes.xml": "<w:footnotes"}, "Kept", footnotes={1: "lost"}, header="Official")
    assert said(found) == ["Kept", "Official"]
    (unread,) = found.unread
    assert unread.where == "word/footnotes.xml"
    assert unread.why == "it is damaged: it is not well-formed XML"


@pytest.mark.parametrize(
    ("part", "why"),
    [
        (f"<!DOCTYPE x [<!ENTITY nm 'Kelly'>]><w:document {W}><w:body/></w:document>", "it declares a DOCTYPE"),
        (f"<!DOCTYPE x SYSTEM 'file:///etc/passwd'><w:document {W}/>", "it declares a DOCTYPE"),
        ("<!DOCTYPE x [<!ENTITY nm 'Kelly'>]><w:document/>".encode("utf-16"), "it declares a DOCTYPE"),
        (
            f"<?xml version='1.0' encoding='UCS-4'?><!DOCTYPE x []><w:document {W}/>".encode("utf-32"),
            "it is written in a text coding that Word files never use",
        ),
        ("<w:document", "it is damaged"),
        ("", "it is damaged"),
        (
            f"<w:document {W}>" + "<w:sdt>" * 300 + "</w:sdt>" * 300 + "</w:document>",
            "it is nested deeper than 256 levels",
        ),
        (b"<w:document \xff\xfe", "it is damaged"),
        (f"<w:document {W}>&nm;</w:document>", "it is damaged"),
        (f"<w:document {W}>\x01</w:document>", "it is damaged"),
    ],
)
def test_a_main_part_that_cannot_be_read_refuses_the_file(part: str | bytes, why: str) -> None:
    said = why_refused({"word/document.xml": part})
    assert "This Word document cannot be read: in its main part, " in said
    assert why in said


def test_a_doctype_in_the_properties_is_reported() -> None:
    found = changed({"docProps/core.xml": "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"})
    assert [unread.where for unread in found.unread] == ["docProps/core.xml"]


@pytest.mark.parametrize(
    "changes",
    [
        {"[Content_Types].xml": None},
        {"_rels/.rels": None},
        {"[Content_Types].xml": None, "_rels/.rels": None, "word/_rels/document.xml.rels": None},
        {"_rels/.rels": "<broken", "[Content_Types].xml": "<broken"},
        {"word/styles.xml": None, "word/numbering.xml": None, "word/settings.xml": None, "docProps/core.xml": None},
    ],
)
def test_missing_or_damaged_signposts_lose_no_text(changes: Mapping[str, str | bytes | None]) -> None:
    found = changed(changes, p("Kept", fn(1)), footnotes={1: "note"}, header="Official")
    assert said(found)[:3] == ["Kept", "note", "Official"]


def test_the_main_part_is_found_under_another_name_and_in_other_letters() -> None:
    parts = parts_of(build("Kept"))
    parts["WORD/Doc1.XML"] = parts.pop("word/document.xml")
    rels = parts["_rels/.rels"]
    assert isinstance(rels, bytes)
    parts["_rels/.rels"] = rels.replace(b"word/document.xml", b"/word/doc1.xml")
    assert said(read_bytes(package(parts), "x.docx")) == ["Kept", "WORD/Doc1.XML"]


def test_strict_files_are_read_as_others_are() -> None:
    strict = {
        name: part.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"http://purl.oclc.org/ooxml/wordprocessingml/"
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"
        )
        for name, part in parts_of(
            build(p("Kept", textbox("boxed"), fn(1)), footnotes={1: "note"}, header="Official")
        ).items()
        if isinstance(part, bytes)
    }
    assert said(read_bytes(package(strict), "x.docx")) == [
        "Kept",
        "boxed",
        "note",
        "Official",
    ]


def test_both_copies_of_a_part_that_stands_twice_are_read() -> None:
    second = f"<w:document {SPACES}><w:body>{p('Second')}</w:body></w:document>".encode()
    found = read_bytes(package(parts_of(build("First")), repeated=(("word/document.xml", second),)), "x.docx")
    assert said(found) == ["First", "Second", "word/document.xml stands 2 times in the file"]
    assert [block.trait for block in found.blocks if block.part == "body"] == [None, "duplicate-part"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_lie_about_the_size_of_a_part_hides_nothing() -> None:
    data = bytearray(build("Kept", header="Official"))
    name = data.rfind(b"word/header-default.xml")
    data[name - 46 + 24 : name - 46 + 28] = (10).to_bytes(4, "little")
    assert said(read_bytes(bytes(data), "x.docx")) == ["Kept", "Official"]


def test_a_wrong_checksum_is_reported() -> None:
    data = bytearray(build("Kept", header="Official"))
    name = data.rfind(b"word/header-default.xml")
    data[name - 46 + 16] ^= 0xFF
    (unread,) = read_bytes(bytes(data), "x.docx").unread
    assert unread.why == "it is damaged: its checksum is wrong"


def test_an_encrypted_part_is_reported() -> None:
    data = bytearray(build("Kept", header="Official"))
    name = data.rfind(b"word/header-default.xml")
    data[name - 46 + 8] |= 1
    (unread,) = read_bytes(bytes(data), "x.docx").unread
    assert unread.why == "it is protected by a password"


def test_a_part_that_is_not_where_the_zip_says_is_reported() -> None:
    data = bytearray(build("Kept", header="Official"))
    name = data.rfind(b"word/header-default.xml")
    data[name - 46 + 42] ^= 0x01
    (unread,) = read_bytes(bytes(data), "x.docx").unread
    assert "it is damaged" in unread.why


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_read(method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, part in parts_of(build("Kept")).items():
            archive.writestr(name, part)
    assert said(read_bytes(out.getvalue(), "x.docx")) == ["Kept"]


def test_bytes_before_and_after_the_zip_do_no_harm() -> None:
    assert said(read_bytes(b"PK junk" + build("Kept") + b"junk", "x.docx")) == ["Kept", "PK junk", "junk"]


@pytest.mark.parametrize("name", ["../../evil.xml", "..\\..\\evil.xml", "c:/evil.xml"])
def test_a_part_whose_name_leads_out_of_the_file_is_reported_and_never_unpacked(name: str) -> None:
    (unread,) = changed({name: "<x>Kelly</x>"}).unread
    assert (unread.where, unread.why) == (name, "its name leads out of the file, as in a file that is made to do harm")


@pytest.mark.parametrize("name", ["/abs.xml", "word/other.xml", "unknown.dat"])
def test_a_part_of_an_unknown_kind_is_read_if_it_is_text_and_never_unpacked(name: str) -> None:
    found = changed({name: "<x>Kelly</x>"})
    assert ("Kelly", "custom-xml", "custom-xml") in {(block.text, block.part, block.trait) for block in found.blocks}
    assert found.unread == ()


def test_a_part_of_an_unknown_kind_that_is_no_text_is_reported() -> None:
    found = changed({"unknown.dat": bytes(range(256)) * 4})
    assert [(unread.where, unread.why) for unread in found.unread] == [
        ("unknown.dat", "it is of a kind that scr-docs does not know")
    ]


def test_a_part_that_swells_is_contained(monkeypatch: pytest.MonkeyPatch) -> None:
    swollen = f"<w:hdr {W}>{' ' * 6_000_000}</w:hdr>"
    found = changed({"word/header-default.xml": swollen}, header="Official")
    assert "unpacks to more than 200 times its size" in found.unread[0].why
    monkeypatch.setattr(container, "MAX_PART", 5_000_000)
    assert "larger than" in changed({"word/header-default.xml": swollen}, header="Official").unread[0].why


def test_the_sum_of_all_parts_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "MAX_TOTAL", 20_000)
    found = changed({"word/header-default.xml": f"<w:hdr {W}>{' ' * 30_000}</w:hdr>"}, header="Official")
    assert any("the file unpacks to more than" in unread.why for unread in found.unread)


def test_a_zip_of_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAX_ENTRIES", 3)
    with pytest.raises(DocumentError, match="it holds more than 3 parts"):
        read_bytes(build("x"), "x.docx")


def test_a_second_main_document_is_read_as_something_left_over() -> None:
    types = parts_of(build("x"))["[Content_Types].xml"]
    assert isinstance(types, bytes)
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    override = b'<Override PartName="/word/document2.xml" ContentType="%s"/>' % kind
    second = f"<w:document {SPACES}><w:body>{p('Second')}</w:body></w:document>"
    found = changed(
        {"word/document2.xml": second, "[Content_Types].xml": types.replace(b"</Types>", override + b"</Types>")}
    )
    (block,) = [block for block in found.blocks if block.text == "Second"]
    assert (block.part, block.trait) == ("hidden", "orphan-part")
    assert block.address == "second document word/document2.xml > paragraph 1"


def test_external_and_dangling_targets_are_not_followed() -> None:
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
        f'<Relationship Id="r{position}" Type="http://x/{kind}" Target="{target}"{mode}/>'
        for position, (kind, target, mode) in enumerate((
            ("header", "http://evil.example/x", ' TargetMode="External"'), ("image", "NULL", ""),
            ("styles", "../../../../etc/passwd", ""), ("hyperlink", "mailto:a@b", ""),
        ))
    ) + "</Relationships>"  # fmt: skip
    found = changed({"word/_rels/document.xml.rels": rels})
    assert said(found)[:1] == ["Kept"]
    assert {block.text: block.trait for block in found.blocks if block.part == "link"} == {
        "http://evil.example/x": "linked-file",
        "mailto:a@b": None,
    }


def test_deep_nesting_within_the_limit_is_read() -> None:
    deep = "x"
    for _ in range(60):
        deep = tbl((deep,))
    assert said(read_bytes(build(deep), "x.docx")) == ["x"]
    wrapped = "<w:smartTag>" * 240 + "<w:r><w:t>y</w:t></w:r>" + "</w:smartTag>" * 240
    assert said(read_bytes(build(p(wrapped)), "x.docx")) == ["y"]


def test_styles_in_a_circle_do_no_harm() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("A", "B"), ("B", "A"), ("C", "C"))
    )
    found = read_bytes(build(p("a", style="A"), p("c", style="C"), p("d", style="Gone"), styles=styles), "x.docx")
    assert said(found) == ["a", "c", "d"]


def test_a_field_that_never_ends_keeps_to_its_paragraph() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    found = read_bytes(build(p("a", begin), p("b"), p('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "c")), "x.docx")
    assert [(block.text, block.marks) for block in found.blocks if block.part == "body"] == [
        ("a", ()),
        ("b", ()),
        ("c", ()),
    ]


def test_a_part_that_cannot_be_unpacked_is_reported() -> None:
    data = bytearray(build("Kept", header="Official"))
    start = data.find(b"word/header-default.xml") + len("word/header-default.xml")
    damaged = data[:start] + b"\xff" * 8 + data[start + 8 :]
    (unread,) = read_bytes(bytes(damaged), "x.docx").unread
    assert unread.why == "it is damaged: it cannot be unpacked"
    name = data.rfind(b"word/header-default.xml")
    data[name - 46 + 10] = 9
    (unread,) = read_bytes(bytes(data), "x.docx").unread
    assert unread.why == "it is packed in a way that cannot be unpacked"


def test_the_building_blocks_and_folders_of_a_package_are_known() -> None:
    glossary: dict[str, str | bytes | None] = {
        "word/glossary/document.xml": "<x/>",
        "word/glossary/_rels/document.xml.rels": "<x/>",
        "word/media/": b"",
    }
    assert changed(glossary).unread == ()
