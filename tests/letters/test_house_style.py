"""One Word file gives every letter its look; with the shipped one nothing looks different from the letters' own files."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt, RGBColor
from lxml import etree

from scr_docs import resources
from scr_docs.errors import TemplateError
from scr_docs.letters import package
from scr_docs.letters.formats.paragraph_styles import styles
from scr_docs.letters.formats.pieces import pieces
from scr_docs.letters.house_style.house import HouseStyle
from scr_docs.letters.house_style.properties import ORDER
from scr_docs.letters.merging.traps import W
from scr_docs.letters.stages import Stage, house_style, stage, stages
from tests.letters.own_stage import DAY, maker, somebody, whole_case_with
from tests.word_builder import build, p, r

LOGO = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)
VERSIONS = ("letter", "easy-read", "young-person")
FILES = [(found.name, version) for found in stages() for version in VERSIONS]


def own_house(tmp_path: Path, change: Callable[[docx.document.Document], None]) -> Path:
    """An office's folder with nothing but a house style that somebody changed in Word."""
    path = tmp_path / "own" / "house-style" / "house-style.docx"
    path.parent.mkdir(parents=True)
    shutil.copy(house_style(), path)
    document = docx.Document(str(path))
    change(document)
    document.save(str(path))
    return tmp_path / "own"


def made(tmp_path: Path, found: Stage, format_: str) -> docx.document.Document:
    case = whole_case_with(tmp_path, found.name)
    return docx.Document(io.BytesIO(maker(case, found, DAY).make(somebody(case, "mother"), format_).content))


def look(parts: dict[str, bytes]) -> list[object]:
    """How the letter looks: each piece with its size, spaces and bold words; its margins; the words at the bottom."""
    document = parts["word/document.xml"].decode()
    bottom = sorted(re.sub(r"<[^>]+>", "", parts[name].decode()) for name in parts if re.match(r"word/footer\d", name))
    return [
        [(piece, piece.look) for piece in pieces(parts)],
        re.findall(r"<w:pg(?:Mar|Sz) [^>]*>|<w:titlePg/>", document), bottom,
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "version"), FILES)
def test_the_shipped_house_style_changes_no_shipped_letter(name: str, version: str) -> None:
    path = stage(name).version(version)
    assert path is not None
    parts = package.parts(path.read_bytes())
    dressed = HouseStyle(house_style()).dress(version)(parts)
    assert look(dressed) == look(parts)
    was, now = (styles(one["word/styles.xml"])[0] for one in (parts, dressed))
    assert {name: replace(now[name], number=None) for name in was} == {
        name: replace(was[name], number=None) for name in was
    }


def red_with_a_logo(document: docx.document.Document) -> None:
    for section in document.sections:
        section.left_margin = Cm(3)
        first = section.first_page_header.paragraphs[0].insert_paragraph_before()
        first.add_run().add_picture(io.BytesIO(LOGO), width=Cm(4))._inline.docPr.set("descr", "Westmoor Board")
    document.sections[0].first_page_footer.paragraphs[0].add_run(" Working together")
    document.styles["Normal"].font.name = "Verdana"
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x80, 0, 0)
    document.styles["Easy Read Normal"].font.size = Pt(21)
    document.styles["Young Person Heading 1"].font.color.rgb = RGBColor(0, 0x50, 0)


def test_every_letter_follows_one_changed_file(tmp_path: Path) -> None:
    own = own_house(tmp_path, red_with_a_logo)
    for name in ("first-notice", "thank-you"):
        found = stage(name, own)
        for format_ in ("standard", "easy-read", "young-person", "large-print"):
            letter = made(tmp_path, found, format_)
            section = letter.sections[0]
            assert round((section.left_margin or Cm(0)).cm, 1) == 3.0
            header = section.first_page_header
            assert header._element.xpath(".//wp:docPr/@descr") == ["Westmoor Board"]
            (arrow,) = header._element.xpath(".//a:blip/@r:embed")
            assert header.part.related_parts[arrow].blob == LOGO
            assert "Hallam Bridge Safeguarding Children Board" in [one.text for one in header.paragraphs]
            foot = "".join(one.text for one in section.first_page_footer.paragraphs)
            assert ("Working together" in foot) is (format_ in {"standard", "large-print"})
            assert letter.styles["Normal"].font.name == "Verdana"
            green = format_ == "young-person"
            assert letter.styles["Heading 1"].font.color.rgb == (
                RGBColor(0, 0x50, 0) if green else RGBColor(0x80, 0, 0)
            )
            size = {"standard": 12, "easy-read": 21, "young-person": 13, "large-print": 18}[format_]
            assert letter.styles["Normal"].font.size == Pt(size)


def test_the_contact_box_stays_within_wider_margins(tmp_path: Path) -> None:
    def wide(document: docx.document.Document) -> None:
        for section in document.sections:
            section.left_margin = section.right_margin = Cm(4)

    letter = made(tmp_path, stage("thank-you", own_house(tmp_path, wide)), "standard")
    (box,) = letter.tables
    assert [column.width.cm for column in box.columns if column.width] == pytest.approx([3.2, 9.8], abs=0.1)


def test_a_logo_is_told_in_plain_text_too(tmp_path: Path) -> None:
    found = stage("thank-you", own_house(tmp_path, red_with_a_logo))
    case = whole_case_with(tmp_path, "thank-you")
    assert b"Westmoor Board" in maker(case, found, DAY).make(somebody(case, "mother"), "plain-text").content


def test_a_style_that_only_the_letter_has_stays(tmp_path: Path) -> None:
    own = own_house(tmp_path, red_with_a_logo)
    shutil.copytree(resources.folder("templates") / "thank-you", own / "thank-you")
    path = own / "thank-you" / "letter.docx"
    document = docx.Document(str(path))
    mine = document.styles.add_style("Our Verse", WD_STYLE_TYPE.PARAGRAPH)
    mine.font.italic, mine.base_style = True, document.styles["Normal"]
    document.paragraphs[9].insert_paragraph_before("A verse.", "Our Verse")
    document.save(str(path))
    letter = made(tmp_path, stage("thank-you", own), "standard")
    (verse,) = [one for one in letter.paragraphs if one.text == "A verse."]
    assert verse.style is not None
    assert verse.style.font.italic
    assert verse.style.base_style is not None
    assert verse.style.base_style.font.name == "Verdana"


def test_a_letter_from_another_program_gets_the_look_by_the_names_of_its_styles() -> None:
    foreign = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="Heading 1"/><w:basedOn w:val="Standard"/></w:style>'
    )
    data = build(
        p("Hello", style="berschrift1"),
        p(r("Dear {{ person.greeting }}")),
        styles=foreign,
        header="Old head",
        footer="{{ board.nmae }}",
    )
    dressed = HouseStyle(house_style()).dress("letter")(package.parts(data))
    found, usual = styles(dressed["word/styles.xml"])
    assert (found["berschrift1"].size, found["berschrift1"].bold, usual.size) == (32, True, 24)
    assert not any(b"Old head" in content or b"nmae" in content for content in dressed.values())
    assert b"{{ board.name }}" in dressed["word/header1.xml"]


def test_the_parts_belong_together(tmp_path: Path) -> None:
    own = own_house(tmp_path, red_with_a_logo)
    case = whole_case_with(tmp_path, "thank-you")
    parts = package.parts(maker(case, stage("thank-you", own), DAY).make(somebody(case, "mother"), "easy-read").content)
    types = etree.fromstring(parts["[Content_Types].xml"])
    named = [name for one in types if (name := one.get("PartName"))]
    assert len(named) == len(set(named))
    assert all(name.lstrip("/") in parts for name in named)
    for name, content in parts.items():
        if name.startswith("word/_rels/"):
            arrows = [one.get("Id") for one in etree.fromstring(content)]
            assert len(arrows) == len(set(arrows))
            for one in etree.fromstring(content):
                assert one.get("TargetMode") or f"word/{one.get('Target')}" in parts
    document = parts["word/document.xml"].decode() + "".join(
        parts[one].decode() for one in parts if "header" in one and "rels" not in one
    )
    known = {one.get(f"{W}styleId") for one in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")}
    assert set(re.findall(r'<w:(?:p|r|tbl)Style w:val="([^"]+)"', document)) <= known


@pytest.mark.parametrize("version", VERSIONS)
def test_properties_stand_in_the_order_that_word_wants(version: str) -> None:
    path = stage("first-notice").version(version)
    assert path is not None
    dressed = HouseStyle(house_style()).dress(version)(package.parts(path.read_bytes()))
    for kind, order in ORDER.items():
        for properties in etree.fromstring(dressed["word/styles.xml"]).iter(f"{W}{kind}"):
            ranks = [order.index(one.tag.removeprefix(W)) for one in properties]
            assert ranks == sorted(ranks)


def without_description(document: docx.document.Document) -> None:
    document.sections[0].first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(LOGO))


def two_letterheads(document: docx.document.Document) -> None:
    document.settings.odd_and_even_pages_header_footer = True


def a_field_that_is_none(document: docx.document.Document) -> None:
    document.sections[0].first_page_header.paragraphs[0].add_run("{{ board.adress }}")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            without_description,
            "The logo in the letterhead has no description for people who cannot see it. Right click it",
        ),
        (two_letterheads, "Its pages have two letterheads in turn, which letters cannot"),
        (a_field_that_is_none, "The field board.adress does not exist. Did you mean board.address?"),
    ],
)
def test_what_is_wrong_with_the_house_style_is_told_with_its_file_before_any_letter(
    tmp_path: Path, change: Callable[[docx.document.Document], None], said: str
) -> None:
    own = own_house(tmp_path, change)
    case = whole_case_with(tmp_path, "thank-you")
    with pytest.raises(TemplateError) as wrong:
        maker(case, stage("thank-you", own), DAY)
    assert said in str(wrong.value)
    assert "house-style.docx: " in str(wrong.value)
