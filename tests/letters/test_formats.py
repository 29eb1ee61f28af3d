"""Every format of a letter: it says all that the letter says, and looks as it should."""

from __future__ import annotations

import datetime
import email
import email.policy
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from scr_docs import case as cases
from scr_docs import word
from scr_docs.case import Case
from scr_docs.errors import CaseError, LetterError, TemplateError
from scr_docs.letters import package
from scr_docs.letters.formats.easy_read import UNCHECKED
from scr_docs.letters.formats.pieces import Piece, pieces, text_alone
from scr_docs.letters.formats.plain_text import plain_text
from scr_docs.letters.formats.read_aloud import read_aloud, spoken
from scr_docs.letters.formats.web_page import web_page
from scr_docs.letters.stages import stages
from tests import word_builder as w
from tests.letters.own_stage import case_with, maker, own_stage, people_with, somebody

DERIVED = ("plain-text", "html", "read-aloud", "email")
STAGES = [stage for stage in stages() if not stage.entry.meeting]
DAY = datetime.date(2016, 1, 29)


@pytest.fixture(scope="module")
def sample() -> Case:
    root = Path(__file__).parents[2]
    return cases.load(root / "sample_reports" / "hallam-bridge" / "case.yaml")


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text))


class _Read(HTMLParser):
    """The words of a page, and the tags and attributes that it uses."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: list[str] = []
        self.attributes: dict[str, str | None] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(attrs)

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] != ["style"]:
            self.said.append(data)


@pytest.mark.parametrize("stage", STAGES[:2], ids=lambda stage: stage.name)
def test_every_word_of_a_letter_is_in_what_is_made_of_it(sample: Case, stage: Any) -> None:
    mother = somebody(sample, "mother")
    made = maker(sample, stage, DAY)
    document = word.read_bytes(made.make(mother, "standard").content, "letter.docx")
    story = words("\n".join(block.text for block in document.story()))
    text = made.make(mother, "plain-text").content.decode()
    page = _Read(made.make(mother, "html").content.decode())
    draft = email.message_from_bytes(made.make(mother, "email").content, policy=email.policy.default)
    assert story <= words(text)
    assert story <= words(" ".join(page.said))
    alternatives = [part.get_content().replace("\r\n", "\n") for part in draft.iter_parts()]
    assert alternatives == [text, made.make(mother, "html").content.decode()]
    aloud = made.make(mother, "read-aloud").content.decode()
    assert "0 1 6 3 2, 9 6 0, 1 4 7" in aloud
    assert {one for one in story if one.isalpha() and len(one) > 3} - {"30pm"} <= words(aloud)
    assert not re.search(r"\d{5}", aloud)


def test_a_page_is_accessible_and_fetches_nothing(sample: Case) -> None:
    page = maker(sample, STAGES[0], DAY).make(somebody(sample, "mother"), "html").content.decode()
    read = _Read(page)
    assert '<html lang="en-GB">' in page
    assert read.tags.count("h1") == 1
    assert {"main", "header", "h2", "ul", "li", "dl", "title"} <= set(read.tags)
    assert not {"script", "img", "link", "iframe", "a"} & set(read.tags)
    assert "url(" not in page
    assert "@import" not in page
    assert "@media print" in page
    assert "Letter HB-2016-02</title>" in page


def test_an_email_is_a_draft_that_tells_nothing_from_outside(sample: Case) -> None:
    content = maker(sample, STAGES[0], DAY).make(somebody(sample, "mother"), "email").content
    draft = email.message_from_bytes(content, policy=email.policy.default)
    assert draft["X-Unsent"] == "1"
    assert draft["To"] == "kelly@example.org"
    assert draft["From"] == "carol.winstanley@example.org"
    assert draft["Subject"] == "A letter for you"
    assert [part.get_content_type() for part in draft.walk()] == ["multipart/alternative", "text/plain", "text/html"]


@pytest.mark.parametrize("format_", ["standard", "large-print", *DERIVED])
def test_the_same_facts_give_the_same_bytes_in_every_format(sample: Case, format_: str) -> None:
    mother = somebody(sample, "mother")
    first, second = (maker(sample, STAGES[0], DAY).make(mother, format_) for _ in range(2))
    assert first.content == second.content
    assert first.name == second.name
    assert not any(name in first.name.casefold() for name in ("kelly", "thompson", "isla"))


@pytest.mark.parametrize("size", [16, 18, 24])
def test_large_print_has_the_size_that_was_asked_for_and_nothing_smaller(tmp_path: Path, size: int) -> None:
    people = people_with("mother", contact={"formats": ["large-print"], "print_size": size})
    content = (
        maker(case_with(tmp_path, people=people), STAGES[0])
        .make(somebody(case_with(tmp_path, people=people), "mother"), "large-print")
        .content
    )
    parts = package.parts(content)
    for name in ("word/styles.xml", "word/document.xml", *(one for one in parts if "footer" in one or "header" in one)):
        sizes = [int(found) for found in re.findall(rb'<w:szC?s? w:val="(\d+)"', parts[name])]
        assert all(found >= size * 2 for found in sizes), name
    document = parts["word/document.xml"].decode()
    assert all(row.count("<w:tc>") == 1 for row in re.findall(r"<w:tr[ >].*?</w:tr>", document))
    assert "HB2\u00a04QX" in document


@pytest.mark.parametrize("size", ["15", "25", "big"])
def test_a_size_that_is_no_large_print_is_a_mistake_of_the_case_file(tmp_path: Path, size: str) -> None:
    with pytest.raises(CaseError, match=r"print_size: does not fit here\. Expected: a whole number from 16 to 24\."):
        case_with(tmp_path, people=people_with("mother", contact={"print_size": size}))


@pytest.mark.parametrize("body", [["Hello {{ person.greeting }}."], [UNCHECKED, "Hello {{ person.greeting }}."]])
def test_easy_read_says_that_it_is_not_checked_until_it_is(tmp_path: Path, body: list[str]) -> None:
    case = case_with(tmp_path)
    for by, times in ((None, 1), ("Hallam People First", 0)):
        told: dict[str, Any] = {"easy-read": {"must_have": [], **({"checked_by": by} if by else {})}}
        stage = own_stage(tmp_path, files={"easy-read.docx": body}, versions=told)
        letter = maker(case, stage).make(somebody(case, "mother"), "easy-read")
        text = "\n".join(block.text for block in word.read_bytes(letter.content, "x.docx").story())
        assert text.count(UNCHECKED) == times
        assert any("people with learning disabilities have not checked" in one for one in letter.notices) is bool(times)
        assert letter.name == "HB-2016-02-hello-mother-easy-read.docx"


def test_a_version_is_held_against_its_own_must_haves(tmp_path: Path) -> None:
    case = case_with(tmp_path)
    files = {"easy-read.docx": ["Hello {{ person.greeting }}."]}
    stage = own_stage(
        tmp_path,
        files=files,
        versions={"easy-read": {"must_have": ["letters.no-support"]}},
    )
    with pytest.raises(LetterError, match="The letter offers no support"):
        maker(case, stage).make(somebody(case, "mother"), "easy-read")
    with pytest.raises(TemplateError, match=r"It does not say what easy-read\.docx must say"):
        maker(case, own_stage(tmp_path, files=files)).make(somebody(case, "mother"), "easy-read")


@pytest.mark.parametrize("name", ["easy-read.docx", "call-script.txt", "young-person.docx"])
def test_every_version_is_held_against_others_data(tmp_path: Path, name: str) -> None:
    case = case_with(tmp_path)
    body = "Hello {{ person.greeting }}. Declan O'Marr was asked too."
    entry: dict[str, Any] = {"versions": {"easy-read": {"must_have": []}, "young-person": {"must_have": []}}}
    stage = own_stage(tmp_path, files={name: body if name.endswith("txt") else [body]}, **entry)
    with pytest.raises(LetterError, match="Personal data of somebody else is in this letter") as refused:
        maker(case, stage).make(somebody(case, "mother"), name.partition(".")[0])
    assert "Declan" not in str(refused.value)


def test_a_word_that_may_be_somebodys_name_is_told_masked_with_its_place(tmp_path: Path) -> None:
    case = case_with(tmp_path, people=people_with("aunt", name="Hope Marsh"))
    stage = own_stage(tmp_path, letter=["Dear {{ person.greeting }}", "We spoke to Hope about this."])
    letter = maker(case, stage).make(somebody(case, "mother"), "standard")
    (told,) = [notice for notice in letter.notices if notice.startswith("look again")]
    assert "a word in this letter may be the name of somebody else: “H***” (body > paragraph 2)" in told
    assert "Hope" not in told


def test_a_walk_keeps_everything_in_order() -> None:
    picture = '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="A letter"/></wp:inline></w:drawing></w:r></w:p>'
    content = w.build(
        w.h("Heading"), w.p("One", w.r("two"), "three"), w.bullet("First"), w.bullet("Second"), picture,
        w.tbl(("Phone", "01632 960100"), ("Alone", "")), w.p(w.textbox("Boxed")), w.sdt(w.p("Controlled")), w.p("Noted", w.fn(1)),
        w.p(w.r("Line\nbreak\ttab")), header={"default": "Board"}, footer="Page 1", footnotes={1: w.p("The note")},
    )  # fmt: skip
    found = pieces(package.parts(content))
    assert [(piece.kind, piece.text) for piece in found] == [
        ("letterhead", "Board"), ("heading", "Heading"), ("paragraph", "Onetwothree"), ("item", "First"), ("item", "Second"),
        ("picture", "A letter"), ("row", "Phone: 01632 960100"), ("paragraph", "Alone"), ("paragraph", "Boxed"),
        ("paragraph", "Controlled"), ("paragraph", "Noted"), ("paragraph", "Line\nbreak tab"), ("paragraph", "Note 1: The note"),
    ]  # fmt: skip


def _table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def _cell(*inside: str) -> str:
    return f"<w:tc>{''.join(inside)}{w.p()}</w:tc>"


INNER = _table(_cell(w.p("Monday")) + _cell(w.p("ten")), _cell(w.p("Tuesday")) + _cell(w.p("two")))
HELD_ROW = f"<w:sdt><w:sdtContent><w:tr>{_cell(w.p('Held'))}<w:sdt><w:sdtContent>{_cell(w.p('so'))}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"


def test_a_table_within_a_table_is_said_once() -> None:
    outer = _table(_cell(w.p("Ring")) + _cell(INNER), _cell(_table(_cell(INNER))))
    outer = f"{outer.removesuffix('</w:tbl>')}{HELD_ROW}</w:tbl>"
    content = w.build(w.p("Before"), outer, w.p("After"))
    text = plain_text(pieces(package.parts(content)))
    for said in ("Before", "Ring", "Held", "After"):
        assert text.count(said) == 1
    for said in ("Monday", "ten", "Tuesday", "two"):
        assert text.count(said) == 2  # it stands there twice


@pytest.mark.parametrize("format_", ["plain-text", "html", "email", "read-aloud"])
def test_a_letter_with_a_table_in_a_table_is_made_with_every_word_once(tmp_path: Path, format_: str) -> None:
    stage = own_stage(tmp_path, ["Dear {{ person.greeting }}", _table(_cell(w.p("Ring")) + _cell(INNER))])
    case = case_with(tmp_path)
    letter = maker(case, stage).make(somebody(case, "mother"), format_)
    count = letter.content.decode().count("Tuesday")
    assert count == (2 if format_ == "email" else 1)


@pytest.mark.parametrize("change", [lambda text: f"{text}\nKelly", lambda text: text.replace("Kelly", "", 1)])
def test_a_walk_that_loses_a_word_or_says_it_twice_is_refused(
    tmp_path: Path, change: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scr_docs.letters.make.text_alone", lambda parts: change(text_alone(parts)))
    case = case_with(tmp_path)
    with pytest.raises(LetterError, match="would be lost, or said twice"):
        maker(case, own_stage(tmp_path)).make(somebody(case, "mother"), "plain-text")


def test_plain_text_and_pages_of_every_kind_of_piece() -> None:
    found = (
        Piece("letterhead", "Board"), Piece("letterhead", "Street"), Piece("paragraph", "A"), Piece("paragraph", "B", joined=True),
        Piece("heading", "About <us>", level=1), Piece("item", "x & y", mark="•"), Piece("item", "z", mark="•"),
        Piece("item", "one", mark="1."), Piece("row", "P: 1\n2", cells=("P", "1\n2")), Piece("row", "Q: 3", cells=("Q", "3")),
        Piece("picture", "A tree"),
    )  # fmt: skip
    assert plain_text(found) == (
        "Board\nStreet\n\nA\nB\n\n\nAbout <us>\n\n- x & y\n- z\n1. one\n\nP:\n1\n2\nQ: 3\n\n[Picture: A tree]\n"
    )
    page = web_page(found, "T")
    assert "<p>A<br>B</p>\n<h1>About &lt;us&gt;</h1>\n<ul>\n<li>x &amp; y</li>" in page
    assert "<dt>P</dt>\n<dd>1<br>2</dd>\n<dt>Q</dt>\n<dd>3</dd>\n</dl>\n<p>[Picture: A tree]</p>" in page
    assert read_aloud(found).splitlines()[-8:] == [
        "[Point] z", "[Point] one", "", "[A box]", "P: 1, 2", "Q: 3", "", "[A picture: A tree]",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("01632 960102", "0 1 6 3 2, 9 6 0, 1 0 2"),
        ("07700\u00a0900123", "0 7 7 0 0, 9 0 0, 1 2 3"),
        ("020 7946 0218", "0 2 0, 7 9 4 6, 0 2 1 8"),
        ("+44 7700 900123", "plus 4 4, 7 7 0 0, 9 0 0, 1 2 3"),
        ("carol.w-x@example.org", "carol dot w dash x at example dot org"),
        ("See https://www.hbscb.example.org/reviews.", "See w w w dot hbscb dot example dot org slash reviews."),
        ("HB2 4QX", "H B 2, 4 Q X"),
        ("HB-2016-02", "H B dash 2 0 1 6 dash 0 2"),
        ("9.30am to 4pm", "9 30 a m to 4 p m"),
        ("the NHS, a GP, BSL", "the N H S, a G P, B S L"),
        ("Dr Smith & Mrs Bell, e.g. now", "Doctor Smith and Missis Bell, for example now"),
        ("14 Acacia Road in January 2016", "14 Acacia Road in January 2016"),
        ("I went. A dog.", "I went. A dog."),
    ],
)
def test_numbers_and_short_forms_are_written_as_they_are_said(written: str, said: str) -> None:
    assert spoken(written) == said
