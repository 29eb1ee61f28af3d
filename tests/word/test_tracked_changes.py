"""Tracked changes: the text as it is now, what was deleted, and the text as it was, so that half a name is found."""

from __future__ import annotations

from tests.word.helpers import blocks, marked, numbers, texts
from tests.word_builder import build, dele, h, ins, p, para, r, tbl, tc, textbox

CELL_DELETED = '<w:cellDel w:id="1" w:author="R"/>'
DELETED_MARK = '<w:del w:id="1" w:author="R"/>'


def test_a_paragraph_is_read_as_it_is_now_as_deleted_pieces_and_as_it_was() -> None:
    now, piece, before, *_ = blocks(h("Analysis"), para("Kel", dele("ly"), ins("vin"), " said"))[1:]
    assert (now.part, now.text, marked(now)) == ("body", "Kelvin said", [("vin", "inserted")])
    assert (piece.part, piece.text, piece.address) == ("deleted", "ly", "deleted text in para 1.1")
    assert (before.part, before.text, marked(before)) == ("deleted", "Kelly said", [("ly", "deleted")])
    assert before.address == "para 1.1 before the tracked changes"
    assert before.after == "1.1"


def test_each_stretch_that_was_deleted_is_a_piece_of_its_own() -> None:
    assert texts(p("a ", dele("b "), dele("c "), "d ", dele("e")), part="deleted") == ["b c ", "e", "a b c d e"]


def test_a_deletion_without_text_beside_it_is_told_once() -> None:
    assert texts(p(dele("all of it"), ins("new"))) == ["new", "all of it", "Reviewer"]


def test_the_two_ends_of_a_move_are_told_together() -> None:
    start, end = (f'<w:moveFromRange{edge} w:id="7" w:name="move1"/>' for edge in ("Start", "End"))
    moved = f'<w:moveFrom w:id="1" w:author="R">{r("Kelly")}</w:moveFrom>'
    to = '<w:moveToRangeStart w:id="8" w:name="move1"/>' + ins("Kelly", tag="moveTo") + '<w:moveToRangeEnd w:id="8"/>'
    found = blocks(h("Analysis"), para("Here ", start + moved + end), para("There ", to))
    (piece,) = (block for block in found if block.trait == "moved")
    assert (piece.text, piece.address) == ("Kelly", "text moved away from para 1.1 to para 1.2")
    assert [(mark.part, mark.trait) for mark in found[4].marks] == [("inserted", "moved")]


def test_a_move_of_whole_paragraphs_is_told_with_the_ranges_between_them() -> None:
    source = f'<w:moveFrom w:id="1" w:author="R">{r("Kelly")}</w:moveFrom>'
    start, end = '<w:moveFromRangeStart w:id="7" w:name="m"/>', '<w:moveFromRangeEnd w:id="7"/>'
    to = '<w:moveToRangeStart w:id="8" w:name="m"/>' + p(ins("Kelly", tag="moveTo")) + '<w:moveToRangeEnd w:id="8"/>'
    mark = '<w:moveFrom w:id="2" w:author="R"/>'
    found = blocks("One", start + p(source, mark=mark) + end, "Two", to)
    (piece,) = (block for block in found if block.trait == "moved")
    assert piece.address.endswith(" to paragraph 3")
    assert [block.text for block in found if block.part == "body"] == ["One", "Two", "Kelly"]


def test_moved_text_counts_where_it_went() -> None:
    moved = f'<w:moveFrom w:id="1" w:author="R">{r("moved")}</w:moveFrom>'
    assert texts(p("Here ", moved), p(ins("moved", tag="moveTo")), part="body") == ["Here ", "moved"]


def test_a_deletion_within_an_insertion_is_a_deletion() -> None:
    assert texts(p("kept ", ins(dele("gone"))), part="body") == ["kept "]


def test_a_paragraph_that_is_wholly_deleted_is_neither_read_as_text_nor_counted() -> None:
    gone = p(dele("Gone"), style="NumberedParagraph", mark=DELETED_MARK)
    found = blocks(h("Analysis"), para("One"), gone, para("Two"))
    assert [(block.part, block.text, block.number) for block in found[1:4]] == [
        ("body", "One", "1.1"),
        ("deleted", "Gone", None),
        ("body", "Two", "1.2"),
    ]


def test_paragraphs_whose_mark_between_them_is_deleted_are_one() -> None:
    assert texts(p("Kel", mark=DELETED_MARK), p("ly"), part="body") == ["Kelly"]
    assert texts(p("Kel", mark=DELETED_MARK), p(dele("gone"), mark=DELETED_MARK), p("ly"), part="body") == ["Kelly"]
    assert texts(p("last", mark=DELETED_MARK), tbl(("cell",)))[:2] == ["last", "cell"]


INSERTED_MARK = '<w:ins w:id="1" w:author="R"/>'


def test_a_name_that_an_inserted_mark_has_cut_in_two_is_whole_in_the_text_before() -> None:
    found = blocks(p("Then Kel", mark=INSERTED_MARK), p("ly came."))
    assert [(block.part, block.text) for block in found[:3]] == [
        ("body", "Then Kel"), ("body", "ly came."), ("deleted", "Then Kelly came."),
    ]  # fmt: skip
    assert marked(found[2]) == [("Then Kel", "deleted"), ("ly came.", "deleted")]
    assert found[2].address == "paragraph 2 before the tracked changes"


def test_cut_twice_and_changed_besides_the_text_before_is_one() -> None:
    cut = p("Kel", ins("vin"), mark=INSERTED_MARK), p(dele("ly "), mark=INSERTED_MARK), p("came.")
    assert [block.text for block in blocks(*cut) if block.address.endswith("before the tracked changes")] == [
        "Kelly came."
    ]


def test_a_new_paragraph_is_not_one_with_the_next_in_the_text_before() -> None:
    assert texts(p(ins("new"), mark=INSERTED_MARK), p("old"), part="deleted") == []
    assert texts(p("a", mark=INSERTED_MARK), tbl(("b",)), p("c"), part="deleted") == []


def test_paragraphs_that_a_deleted_mark_joins_were_two_before() -> None:
    found = blocks(p("Kel", dele("vin"), mark=DELETED_MARK), p("ly"))
    assert [(block.part, block.text) for block in found[:3]] == [
        ("body", "Kelly"), ("deleted", "vin\n"), ("deleted", "Kelvin\nly"),
    ]  # fmt: skip
    assert texts(p("Kel", mark=DELETED_MARK), p("ly"), part="deleted") == ["Kel\nly"]


def test_what_was_inserted_between_two_deletions_leaves_two_marks_in_the_text_before() -> None:
    found = blocks(p("a ", dele("Kel"), ins("x"), dele("ly")))
    before = next(block for block in found if block.address.endswith("before the tracked changes"))
    assert (before.text, marked(before)) == ("a Kelly", [("Kel", "deleted"), ("ly", "deleted")])


def test_a_deleted_row_or_cell_is_deleted_text() -> None:
    row = f'<w:tr><w:trPr><w:del w:id="1" w:author="R"/></w:trPr><w:tc>{p("Kelly")}</w:tc></w:tr>'
    cell = f"<w:tr>{tc('Sam', CELL_DELETED)}{tc('kept')}</w:tr>"
    found = blocks(f"<w:tbl><w:tblPr/>{row}{cell}</w:tbl>")
    assert [(block.part, block.text) for block in found if block.part != "properties"] == [
        ("deleted", "Kelly"),
        ("deleted", "Sam"),
        ("table", "kept"),
    ]


def test_an_inserted_row_is_marked_as_inserted() -> None:
    row = f'<w:tr><w:trPr><w:ins w:id="1" w:author="R"/></w:trPr><w:tc>{p("Kelly")}</w:tc></w:tr>'
    assert marked(blocks(f"<w:tbl><w:tblPr/>{row}</w:tbl>")[0]) == [("Kelly", "inserted")]


def test_a_text_box_that_was_deleted_is_deleted_text() -> None:
    assert texts(p("x", f'<w:del w:id="1" w:author="R">{textbox("Kelly")}</w:del>'), part="deleted") == ["Kelly"]


def test_block_level_changes_reach_the_paragraphs_inside() -> None:
    assert texts(f'<w:del w:id="1" w:author="R">{p("gone")}</w:del>', p("kept"), part="body") == ["kept"]


def test_hidden_and_inserted_text_carries_both_marks_and_hidden_comes_first() -> None:
    (found, *_) = blocks(p("a ", ins(r("b", hidden=True)), ins("c")))
    assert marked(found) == [("b", "hidden"), ("bc", "inserted")]
    assert found.part_at(2, 3) == "hidden"


def test_an_inserted_paragraph_counts() -> None:
    mark = '<w:ins w:id="1" w:author="R"/>'
    assert numbers(h("A"), p(ins("new"), style="NumberedParagraph", mark=mark), para("old"))[:3] == ["1", "1.1", "1.2"]


def test_the_same_calls_build_the_same_bytes() -> None:
    assert build("x") == build("x")


def test_a_deletion_that_is_hidden_in_part_is_one_piece() -> None:
    assert texts(p("x ", dele("Kel"), dele(r("ly", hidden=True))), part="deleted")[0] == "Kelly"
