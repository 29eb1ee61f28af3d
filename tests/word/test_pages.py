"""About which page something is on, where Word has noted in the file how it broke the pages."""

from __future__ import annotations

from tests.word.helpers import blocks
from tests.word_builder import comment, dele, fn, h, p, para, r, tbl, textbox

BROKEN = "<w:r><w:lastRenderedPageBreak/></w:r>"
MADE = '<w:r><w:br w:type="page"/></w:r>'
START = p(BROKEN, "two")


def pages(*body: str) -> list[tuple[str, int | None]]:
    return [(block.text.strip(), block.page) for block in blocks(*body)]


def section(kind: str = "") -> str:
    told = f'<w:type w:val="{kind}"/>' if kind else ""
    return f"<w:sectPr>{told}</w:sectPr>"


def test_where_word_has_noted_no_page_no_page_is_told() -> None:
    assert pages("one", p(MADE), "two") == [("one", None), ("two", None)]
    assert blocks(h("A"), p(MADE), para("x"))[1].address == 'body > "1 A" > para 1.1'


def test_pages_are_counted_from_where_word_broke_them() -> None:
    assert pages("one", START, "two", p("three", BROKEN, " and four"), "four") == [
        ("one", 1), ("two", 2), ("two", 2), ("three and four", 2), ("four", 3),
    ]  # fmt: skip


def test_a_break_that_somebody_made_and_that_word_noted_too_is_one() -> None:
    assert pages("one", p(MADE), START) == [("one", 1), ("two", 2)]
    assert pages("one", p(MADE), p("two"), p(BROKEN, "three")) == [("one", 1), ("two", 2), ("three", 3)]
    assert pages(p("one", MADE), START, p("two", MADE), p("three")) == [
        ("one", 1),
        ("two", 2),
        ("two", 2),
        ("three", 3),
    ]


def test_a_section_may_begin_a_new_page() -> None:
    end = p("one", props=section())
    assert pages(end, START, "two") == [("one", 1), ("two", 2), ("two", 2)]
    assert pages(end, "two", p(BROKEN, "three")) == [("one", 1), ("two", 2), ("three", 3)]
    same = p("still one", props=section("continuous"))
    assert pages(end, same, START)[1:] == [("still one", 1), ("two", 2)]


def test_cells_of_a_row_stand_side_by_side() -> None:
    table = tbl((p("a") + p(BROKEN, "b"), "c", p("d") + p(BROKEN, "e")), ("f",))
    assert pages(table, "g") == [("a", 1), ("b", 2), ("c", 1), ("d", 1), ("e", 2), ("f", 2), ("g", 2)]


def test_the_page_ends_the_address_of_everything_in_the_body() -> None:
    body = para(
        BROKEN, "two ", dele("gone"), fn(1), comment(0, "x"), textbox("box"), '<w:bookmarkStart w:name="Kelly"/>'
    )
    found = blocks(h("A"), body, footnotes={1: "note"}, comments={0: ("Sam", "Why?")}, header="Official")
    assert {block.address: block.page for block in found} == {
        'body > heading "1 A", about page 1': 1,
        'body > "1 A" > para 1.1, about page 2': 2,
        "deleted text in para 1.1, about page 2": 2,
        "para 1.1 before the tracked changes, about page 2": 2,
        "bookmark in para 1.1, about page 2": 2,
        "text box at para 1.1, about page 2": 2,
        "footnote 1, cited in para 1.1, about page 2": 2,
        "comment 1 on para 1.1, about page 2": 2,
        "author of comment 1, about page 2": 2,
        "header, section 1": None,
        "author of tracked changes": None,
    }


def test_a_page_break_in_a_deleted_or_hidden_piece_is_still_one() -> None:
    assert pages("one", p(r("x", hidden=True), BROKEN), "two") == [("one", 1), ("x", 1), ("two", 2)]
