"""Every place in which text stands is read, in the order of the page, with the part that it belongs to."""

from __future__ import annotations

import pytest

from scr_docs.model import Part
from tests.word.helpers import addresses, blocks, document, texts
from tests.word_builder import bullet, comment, field, fn, h, ins, link, p, para, r, sdt, tbl, textbox

NAME = "Kelly Thompson"


@pytest.mark.parametrize(
    "body",
    [
        p(NAME),
        p(r("Kel"), r("ly ", bold=True), r("Thomp"), "son"),
        p(link(NAME)),
        p(link("Kelly "), "Thompson"),
        p(sdt(NAME)),
        sdt(p(NAME)),
        sdt(sdt(p("Kelly ", sdt("Thompson")))),
        p(f"<w:smartTag w:element='PersonName'>{r('Kelly')}</w:smartTag>", " Thompson"),
        f"<w:customXml w:element='x'>{p(NAME)}</w:customXml>",
        p(f"<w:customXml w:element='x'>{r(NAME)}</w:customXml>"),
        p(f"<w:fldSimple w:instr=' AUTHOR '>{r(NAME)}</w:fldSimple>"),
        p(field(" MERGEFIELD name ", NAME)),
        p(f"<w:dir w:val='ltr'>{r('Kelly')}</w:dir><w:bdo w:val='ltr'>{r(' Thompson')}</w:bdo>"),
        p(f"<w:unknown>{r(NAME)}</w:unknown>"),
        p(f"<w:r><w:t>Kelly</w:t></w:r><w:proofErr w:type='spellStart'/>{r(' Thompson')}"),
        p(ins("Kelly "), ins("Thompson", tag="moveTo")),
        p(f"<m:oMath><m:r><m:t>{NAME}</m:t></m:r></m:oMath>"),
        p(r("Kelly", "<w:t xml:space='preserve'> </w:t>"), "Thompson"),
        p("<w:r><w:t>Kelly<!-- a comment --> Thompson</w:t></w:r>"),
        p("<w:r><w:t><![CDATA[Kelly]]> Thompson</w:t></w:r>"),
        p('<w:r><w:sym w:font="Wingdings" w:char="F04B"/></w:r>', "elly Thompson"),
    ],
)
def test_a_name_in_the_body_is_read_whole_however_it_is_wrapped(body: str) -> None:
    assert texts(body, part="body") == [NAME]


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ("<w:noBreakHyphen/>", "Anne\u2011Marie"),
        ("<w:softHyphen/>", "Anne\u00adMarie"),
        ("<w:tab/>", "Anne\tMarie"),
        ("<w:br/>", "Anne\nMarie"),
        ("<w:cr/>", "Anne\nMarie"),
        ('<w:sym w:font="Symbol" w:char="2014"/>', "Anne\u2014Marie"),
        ('<w:sym w:font="Symbol" w:char="zz"/>', "AnneMarie"),
        ("<w:lastRenderedPageBreak/>", "AnneMarie"),
        ('<w:instrText xml:space="preserve"> HYPERLINK "file:///c:/x" </w:instrText>', "AnneMarie"),
        ("<w:t>-</w:t>", "Anne-Marie"),
        ("<w:t> </w:t>", "AnneMarie"),
        ("<w:t>\n</w:t>", "AnneMarie"),
    ],
)
def test_signs_within_a_word_are_kept_as_word_shows_them(run: str, text: str) -> None:
    assert texts(p("Anne", f"<w:r>{run}</w:r>", "Marie"), part="body") == [text]


def test_ruby_text_follows_the_text_that_it_explains() -> None:
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('above')}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r>"
    assert texts(p("the ", ruby, " text")) == ["the base(above) text"]


@pytest.mark.parametrize(
    ("around", "part", "address"),
    [
        ({"header": "Official"}, "header", "header, section 1"),
        ({"header": {"first": "Official"}}, "header", "header (first page), section 1"),
        ({"header": {"even": "Official"}}, "header", "header (even pages), section 1"),
        ({"footer": "Official"}, "footer", "footer, section 1"),
        ({"footnotes": {7: "Official"}}, "footnote", "footnote that is not cited"),
        ({"comments": {0: ("", "Official")}}, "comment", "comment 1, on no place in the text"),
        ({"core": {"title": "Official"}}, "properties", "document properties > Title (docProps/core.xml)"),
    ],
)
def test_what_stands_around_the_body_is_read(around: dict[str, object], part: Part, address: str) -> None:
    (found,) = [block for block in blocks("text", **around) if block.part != "body"]
    assert (found.part, found.text, found.address) == (part, "Official", address)


def test_a_note_follows_the_paragraph_that_cites_it() -> None:
    found = blocks(
        h("Analysis"),
        para("First", fn(2)),
        para("Second", fn(9, "endnote")),
        footnotes={2: "A note"},
        endnotes={9: "An end"},
    )
    assert [(block.part, block.text) for block in found] == [
        ("body", "Analysis"),
        ("body", "First"),
        ("footnote", "A note"),
        ("body", "Second"),
        ("endnote", "An end"),
    ]
    assert found[2].address == "footnote 1, cited in para 1.1"
    assert found[4].address == "endnote i, cited in para 1.2"
    assert (found[2].headings, found[2].after) == (("1 Analysis",), "1.1")


def test_notes_are_counted_as_the_settings_say() -> None:
    settings = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
    assert "endnote 1, cited in paragraph 1" in addresses(
        p("x", fn(1, "endnote")), endnotes={1: "note"}, settings=settings
    )


def test_a_note_of_several_paragraphs_says_which() -> None:
    found = addresses(p("x", fn(1)), footnotes={1: p("One") + p("Two")})
    assert found[1:] == ["footnote 1, cited in paragraph 1", "footnote 1, cited in paragraph 1 > paragraph 2"]


def test_a_text_box_follows_its_paragraph_and_is_read_once() -> None:
    found = blocks(h("Analysis"), para("At", textbox("In the ", p("box"))), para("After"))
    assert [(block.part, block.text) for block in found[1:]] == [
        ("body", "At"),
        ("textbox", "In the "),
        ("textbox", "box"),
        ("body", "After"),
    ]
    assert found[2].address == "text box at para 1.1"
    assert found[3].address == "text box at para 1.1 > paragraph 2"


def test_the_second_copy_of_a_text_box_is_read_if_it_says_something_else() -> None:
    assert texts(p(textbox("Child A", fallback=NAME)), part="textbox") == ["Child A", NAME]


def test_two_text_boxes_in_one_paragraph_are_told_apart() -> None:
    assert addresses(p("x", textbox("one"), textbox("two")))[1:] == [
        "text box at paragraph 1",
        "text box 2 at paragraph 1",
    ]


def test_a_text_box_within_a_text_box_and_one_in_a_table_are_read() -> None:
    assert texts(p(textbox(p("outer", textbox("inner")))), part="textbox") == ["outer", "inner"]
    found = blocks(tbl((p("cell", textbox("boxed")), "b")))
    assert [(block.part, block.text) for block in found] == [("table", "cell"), ("textbox", "boxed"), ("table", "b")]
    assert found[1].address == "text box at table 1, row 1, column 1"


def test_a_table_in_a_text_box_and_a_list_in_a_header_are_read() -> None:
    assert texts(p(textbox(tbl(("a", "b")))), part="textbox") == ["a", "b"]
    assert texts("x", header=bullet("item"), part="header") == ["item"]


def test_text_in_a_drawing_canvas_is_read() -> None:
    words = "<a:p><a:r><a:t>Kelly</a:t></a:r><a:br/><a:r><a:t>Thompson</a:t></a:r></a:p>"
    canvas = f"<w:r><w:drawing><a:txBody>{words}</a:txBody></w:drawing></w:r>"
    assert texts(p(canvas), part="textbox") == ["Kelly\nThompson"]


def test_a_drawing_without_text_adds_nothing() -> None:
    picture = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1"/></wp:inline></w:drawing></w:r>'
    assert texts(p("x", picture)) == ["x"]


def test_a_fallback_is_read_in_place_where_the_first_choice_says_nothing() -> None:
    choice, fallback = "<mc:Choice Requires='x'><w:new/></mc:Choice>", "<mc:Fallback><w:t>:)</w:t></mc:Fallback>"
    smile = f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"
    assert texts(p("Hello ", f"<w:r>{smile}</w:r>")) == ["Hello :)"]


def test_comments_are_counted_in_the_order_of_the_text_and_their_authors_are_read() -> None:
    found = blocks(
        h("Analysis"),
        para("First ", comment(5, "here")),
        para(comment(3, "there")),
        comments={3: ("Sam", "Two"), 5: ("Jo", "One"), 9: ("Al", "Lost")},
    )
    assert [(block.address, block.text, block.after) for block in found if block.part == "comment"] == [
        ("comment 1 on para 1.1", "One", "1.1"),
        ("author of comment 1", "Jo", "1.1"),
        ("comment 2 on para 1.2", "Two", "1.2"),
        ("author of comment 2", "Sam", "1.2"),
        ("comment 3, on no place in the text", "Lost", None),
        ("author of comment 3", "Al", None),
    ]


def test_what_a_field_hides_in_its_code_is_marked_as_field() -> None:
    begin, end = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    (found,) = blocks(p("Seen ", begin, r("Kelly"), end, "seen"))
    assert [(found.text[mark.start : mark.end], mark.part) for mark in found.marks] == [("Kelly", "field")]


def test_blank_paragraphs_make_no_blocks_and_blocks_are_counted_through() -> None:
    found = blocks("one", p(), p(r(" \t")), "two", header="three")
    assert [(block.index, block.text) for block in found] == [(0, "one"), (1, "two"), (2, "three")]


def test_a_document_knows_its_name_and_its_hash_and_counts_words_of_the_story() -> None:
    read = document("one two", tbl(("three",)), header="not counted")
    assert read.path == "draft.docx"
    assert len(read.sha256) == 64
    assert read.words == 3
    assert read.unread == ()


def test_blocks_in_alternative_content_and_in_tables_and_boxes_of_headers_are_read() -> None:
    choice = f"<mc:AlternateContent><mc:Choice Requires='x'>{p('one')}</mc:Choice><mc:Fallback>{p('one')}</mc:Fallback>"
    assert texts(f"{choice}</mc:AlternateContent>") == ["one"]
    found = blocks("x", header=p() + tbl(("a", "b")) + p("c", textbox("boxed")))
    assert [(block.part, block.address) for block in found[1:]] == [
        ("header", "header, section 1 > table 1, row 1, column 1"),
        ("header", "header, section 1 > table 1, row 1, column 2"),
        ("header", "header, section 1"),
        ("header", "header, section 1 > text box > paragraph 2"),
    ]


def test_the_line_above_the_notes_is_no_note() -> None:
    separator = "<w:p><w:r><w:separator/></w:r></w:p>"
    assert texts(p("x", fn(1)), footnotes={-1: separator, 1: "note"}) == ["x", "note"]
