"""What offices do to a shipped letter in Word or LibreOffice: it comes out right, or is refused with the place."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from scr_docs import pipeline, word
from scr_docs.errors import TemplateError
from scr_docs.letters.stages import Stage, stage
from tests.letters.own_stage import DAY, maker, somebody, whole_case_with
from tests.word_builder import comment, dele, ins, p, r

NEW = "There is a quiet room."


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def write(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def office(tmp_path: Path) -> Path:
    own = tmp_path / "own"
    shutil.copytree(Path(str(stage("thank-you").template.parent)), own / "thank-you")
    return own


def edited(tmp_path: Path, change: Callable[[str], str], name: str = "letter.docx") -> Path:
    """An office's folder in which somebody changed the XML of the thank-you letter's text."""
    own = office(tmp_path)
    parts = parts_of(own / "thank-you" / name)
    before = parts["word/document.xml"].decode()
    after = change(before)
    assert after != before
    write(own / "thank-you" / name, {**parts, "word/document.xml": after.encode()})
    return own


def text(tmp_path: Path, own: Path, format_: str = "standard") -> str:
    found: Stage = stage("thank-you", own)
    case = whole_case_with(tmp_path, "thank-you")
    made = maker(case, found, DAY).make(somebody(case, "mother"), format_)
    blocks = word.read_bytes(made.content, "letter.docx").blocks
    # LibreOffice drops the hidden description of a table, and names pictures anew.
    seen = [block for block in blocks if block.part in {"body", "table", "header", "footer", "alt-text"}]
    dropped = ("name of", "alternative text of a table")
    return "\n".join(
        block.text for block in seen if not (block.part == "alt-text" and block.address.startswith(dropped))
    )


def told(own: Path) -> str:
    (looked,) = [one for one in pipeline.check_templates(own).found if one.name == "thank-you"]
    return "\n".join(map(str, (*looked.unread, *looked.mistakes)))


def paragraph_with(xml: str, words: str) -> str:
    every: list[str] = re.findall(r"<w:p>.*?</w:p>|<w:p .*?</w:p>", xml)
    return next(found for found in every if words in found)


def after_salutation(xml: str, new: str) -> str:
    dear = paragraph_with(xml, "Dear ")
    return xml.replace(dear, dear + new)


def test_a_paragraph_that_was_moved_and_one_that_was_added_are_where_they_are_now(tmp_path: Path) -> None:
    def change(xml: str) -> str:
        dear, date = paragraph_with(xml, "Dear "), paragraph_with(xml, "{{ letter.date }}")
        return xml.replace(date, "").replace(dear, dear + date + p(NEW))

    said = text(tmp_path, edited(tmp_path, change))
    assert re.search(rf"Dear Kelly\nFriday 15 January 2016\n{NEW}", said)


def test_a_field_that_was_added_is_filled_in(tmp_path: Path) -> None:
    own = edited(tmp_path, lambda xml: after_salutation(xml, p("The board is {{ board.short_name }}.")))
    assert "The board is HBSCB." in text(tmp_path, own)
    assert told(own) == ""


def test_a_field_that_does_not_exist_is_told_with_its_paragraph_and_what_may_be_meant(tmp_path: Path) -> None:
    own = edited(tmp_path, lambda xml: after_salutation(xml, p("The board is {{ board.shortname }}.")))
    assert re.search(
        r"thank-you/letter\.docx: paragraph \d+ \(“The board is \{\{ board\.shortname \}\}\.”\): "
        r"The field board\.shortname does not exist\. Did you mean board\.short_name\?", told(own)
    )  # fmt: skip


def test_a_field_that_is_like_none_is_told_with_those_that_exist(tmp_path: Path) -> None:
    own = edited(tmp_path, lambda xml: after_salutation(xml, p("{{ board.chief_executive }}")))
    assert "The field board.chief_executive does not exist. There are board.address, board.email, board.name" in told(
        own
    )


def test_words_beside_a_condition_are_told_with_the_words_that_would_be_deleted(tmp_path: Path) -> None:
    own = edited(
        tmp_path, lambda xml: after_salutation(xml, p("{%p if support %} Some text") + p("x") + p("{%p endif %}"))
    )
    assert "The words “Some text” stand beside {%p if support %} and would be deleted" in told(own)
    with pytest.raises(TemplateError, match="would be deleted"):
        text(tmp_path, own)


def test_quotes_that_word_made_round_are_straight_again(tmp_path: Path) -> None:
    new = p("{%p if waiting.reason == “own-choice” %}") + p("Never.") + p("{%p else %}") + p(NEW) + p("{%p endif %}")
    said = text(tmp_path, edited(tmp_path, lambda xml: after_salutation(xml, new)))
    assert NEW in said
    assert "Never." not in said


def test_a_tag_in_pieces_with_marks_of_the_spelling_check_between_is_one_tag(tmp_path: Path) -> None:
    pieces = (
        r("{{ person") + '<w:proofErr w:type="spellStart"/>' + r(".gree", italic=True) + '<w:proofErr w:type="spellEnd"/>'
        '<w:bookmarkStart w:id="7" w:name="_GoBack"/>' + r("ting }") + '<w:bookmarkEnd w:id="7"/>' + r("}, hello.")
    )  # fmt: skip
    own = edited(tmp_path, lambda xml: after_salutation(xml, f"<w:p>{pieces}</w:p>"))
    assert "Kelly, hello." in text(tmp_path, own)
    assert told(own) == ""


def test_a_bookmark_that_a_link_leads_to_stays(tmp_path: Path) -> None:
    new = (
        f'<w:p><w:bookmarkStart w:id="3" w:name="help"/>{r(NEW)}<w:bookmarkEnd w:id="3"/></w:p>'
        f'<w:p><w:hyperlink w:anchor="help">{r("See there")}</w:hyperlink></w:p>'
    )
    own = edited(tmp_path, lambda xml: after_salutation(xml, new))
    case = whole_case_with(tmp_path, "thank-you")
    made = maker(case, stage("thank-you", own), DAY).make(somebody(case, "mother"), "standard")
    (tmp_path / "made.docx").write_bytes(made.content)
    assert b'w:name="help"' in parts_of(tmp_path / "made.docx")["word/document.xml"]


@pytest.mark.parametrize(
    "new",
    [
        p("Some", ins(" new")), p("Some", dele(" old")),
        f'<w:p><w:pPr><w:pPrChange w:id="1" w:author="A"><w:pPr/></w:pPrChange></w:pPr>{r("x")}</w:p>',
    ],
)  # fmt: skip
def test_tracked_changes_are_told_with_the_paragraph_and_how_to_accept_them(tmp_path: Path, new: str) -> None:
    own = edited(tmp_path, lambda xml: after_salutation(xml, new))
    assert re.search(
        r"letter\.docx: paragraph \d+: Tracked changes are left in the template\. Accept or reject them all", told(own)
    )
    with pytest.raises(TemplateError, match="Tracked changes are left"):
        text(tmp_path, own)


def test_comments_are_told_with_the_paragraph(tmp_path: Path) -> None:
    own = edited(tmp_path, lambda xml: after_salutation(xml, p(comment(1, "Is this kind?"))))
    assert re.search(r"letter\.docx: paragraph \d+: Comments are left in the template\. Delete them all", told(own))


def test_a_content_control_around_words_and_fields_is_filled_in(tmp_path: Path) -> None:
    inline = f'<w:p><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>{r("Hello {{ person.greeting }}.")}</w:sdtContent></w:sdt></w:p>'
    block = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('About {{ subject.greeting }}.')}</w:sdtContent></w:sdt>"
    said = text(tmp_path, edited(tmp_path, lambda xml: after_salutation(xml, inline + block)))
    assert "Hello Kelly." in said
    assert "About Toby." in said


@pytest.mark.parametrize("holder", ["w:sdt><w:sdtPr/><w:sdtContent", 'w:hyperlink w:anchor="x"'])
def test_a_tag_half_inside_a_control_or_link_is_told_with_its_paragraph(tmp_path: Path, holder: str) -> None:
    inside = r("person.greeting }} of")
    held = f"<{holder}>{inside}</w:sdtContent></w:sdt>" if "sdt" in holder else f"<{holder}>{inside}</w:hyperlink>"
    own = edited(tmp_path, lambda xml: after_salutation(xml, f"<w:p>{r('Hello {{ ')}{held}</w:p>"))
    assert re.search(r"paragraph \d+ \(“Hello \{\{ person\.greeting \}\} of”\): A tag stands half inside", told(own))


def test_a_control_that_word_would_fill_itself_is_refused(tmp_path: Path) -> None:
    bound = f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>{p("{{ person.name }}")}</w:sdtContent></w:sdt>'
    assert "Word would put other words into it" in told(edited(tmp_path, lambda xml: after_salutation(xml, bound)))


def test_something_it_must_say_that_was_deleted_is_told(tmp_path: Path) -> None:
    own = edited(tmp_path, lambda xml: re.sub("(?i)thank", "xxxxx", xml))
    assert "(letters.no-thanks; the whole letter)" in told(own)


def test_what_a_version_lost_is_told_of_that_version(tmp_path: Path) -> None:
    own = edited(tmp_path, lambda xml: xml.replace("subject.greeting", "board.short_name"), "young-person.docx")
    assert "letters.child-not-named" in told(own)


needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@needs_libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("version", ["letter", "easy-read", "young-person"])
def test_a_copy_saved_by_libreoffice_makes_the_same_letter(tmp_path: Path, version: str) -> None:
    own = office(tmp_path)
    path = own / "thank-you" / f"{version}.docx"
    format_ = "standard" if version == "letter" else version
    before = text(tmp_path, own, format_)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(tmp_path / "saved"),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shutil.copy(tmp_path / "saved" / path.name, path)
    assert told(own) == ""
    after = text(tmp_path, own, format_)
    assert sorted(after.split()) == sorted(before.split())
