"""A cell is found by table, row and column, and says what heads its column and its row."""

from __future__ import annotations

from scr_docs.model import Cell
from tests.word.helpers import addresses, blocks, texts
from tests.word_builder import h, p, para, sdt, tbl, tc


def cells(*body: str) -> dict[str, Cell | None]:
    return {block.text: block.cell for block in blocks(*body)}


def span(text: str, columns: int) -> str:
    return tc(text, f'<w:gridSpan w:val="{columns}"/>')


def merged(text: str, how: str = "continue") -> str:
    return tc(text, f'<w:vMerge w:val="{how}"/>')


def test_a_cell_knows_its_place_the_head_of_its_column_and_the_start_of_its_row() -> None:
    found = cells(tbl(("Date", "Event"), ("3 May", "Mother rang")))
    assert found["Date"] == Cell(1, 1, 1)
    assert found["Event"] == Cell(1, 1, 2, label="Date")
    assert found["3 May"] == Cell(1, 2, 1, header="Date")
    assert found["Mother rang"] == Cell(1, 2, 2, header="Event", label="3 May")


def test_merged_columns_shift_nothing() -> None:
    found = cells(tbl(("Who", span("When", 2), "What"), ("a", "b", "c", "d"), (span("wide", 3), "e")))
    assert found["c"] == Cell(1, 2, 3, header="When", label="a")
    assert found["d"] == Cell(1, 2, 4, header="What", label="a")
    assert found["e"] == Cell(1, 3, 4, header="What", label="wide")


def test_a_cell_merged_with_the_one_above_lends_its_words() -> None:
    found = cells(tbl(("Who", "What"), (merged("Mother", "restart"), "x"), (merged(""), "y"), (tc("Father"), "z")))
    assert found["y"] == Cell(1, 3, 2, header="What", label="Mother")
    assert found["z"] == Cell(1, 4, 2, header="What", label="Father")


def test_columns_left_out_at_the_start_of_a_row_are_counted() -> None:
    row = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{tc("y")}</w:tr>'
    found = cells(f"<w:tbl><w:tr>{tc('a')}{tc('b')}</w:tr>{row}</w:tbl>")
    assert found["y"] == Cell(1, 2, 2, header="b")


def test_rows_and_cells_inside_content_controls_are_rows_and_cells() -> None:
    row = f"<w:tr>{tc('a')}{tc('b')}</w:tr>"
    second = sdt(sdt(f"<w:tr>{tc('c')}{tc('d')}</w:tr>"))
    found = cells(f"<w:tbl>{row}{second}<w:tr>{sdt(tc('e'))}{tc('f')}</w:tr></w:tbl>")
    assert found["d"] == Cell(1, 2, 2, header="b", label="c")
    assert found["f"] == Cell(1, 3, 2, header="b", label="e")


def test_several_paragraphs_of_a_cell_and_a_table_inside_it() -> None:
    inner = p("before") + tbl(("x", "y"), ("z", "inner")) + p("after")
    body = [h("Family"), tbl(("Date", "Event"), ("3 May", inner)), tbl(("second",))]
    found = {block.text: block for block in blocks(*body)}
    way = 'body > "1 Family" > table 1, row 2, column 2'
    assert found["before"].address == way
    assert found["inner"].address == f"{way} > table inside it, row 2, column 2"
    assert found["after"].address == way
    assert found["inner"].cell == Cell(3, 2, 2, header="y", label="z")
    assert found["second"].address == 'body > "1 Family" > table 2, row 1, column 1'


def test_a_second_paragraph_in_a_cell_says_so() -> None:
    assert addresses(tbl((p("a") + p("b"),)))[1] == "body > table 1, row 1, column 1 > paragraph 2"
    assert addresses(h("A"), tbl((para("a"), "b")))[1] == 'body > "1 A" > table 1, row 1, column 1 > para 1.1'


def test_a_table_without_rows_or_cells_is_nothing() -> None:
    assert texts("<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "x") == ["x"]


def test_damaged_spans_do_no_harm() -> None:
    assert texts(tbl((span("a", 999_999_999), span("b", -3)), ("c", "d"))) == ["a", "b", "c", "d"]
