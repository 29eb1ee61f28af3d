"""A few lines of text become a document: paragraphs, headings, tables and numbers, each with its way there."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_docs.model import PARTS, Block, Cell, Document, Part
from scr_docs.plain import document

BODY = """\
# 4 Analysis

Nobody asked Mother.
  4.12 Mother rang the surgery.
Then she rang again.
## Health
4.13. The GP called back.
| Date | What |
| 3 May | A visit |

| Name |
### A
# 5 Findings
None.
"""


def seen(blocks: tuple[Block, ...], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(getattr(block, name) for name in names) for block in blocks]


def test_each_line_is_a_block_with_its_address_and_headings() -> None:
    assert seen(document([("body", BODY)]).blocks, "index", "text", "address", "headings") == [
        (0, "4 Analysis", "heading", ()),
        (1, "Nobody asked Mother.", "paragraph 2", ("4 Analysis",)),
        (2, "4.12 Mother rang the surgery.", "para 4.12", ("4 Analysis",)),
        (3, "Then she rang again.", "paragraph 4", ("4 Analysis",)),
        (4, "Health", "heading", ("4 Analysis",)),
        (5, "4.13. The GP called back.", "para 4.13", ("4 Analysis", "Health")),
        (6, "Date", "table, row 1, column 1", ("4 Analysis", "Health")),
        (7, "What", "table, row 1, column 2", ("4 Analysis", "Health")),
        (8, "3 May", "table, row 2, column 1", ("4 Analysis", "Health")),
        (9, "A visit", "table, row 2, column 2", ("4 Analysis", "Health")),
        (10, "Name", "table, row 3, column 1", ("4 Analysis", "Health")),
        (11, "A", "heading", ("4 Analysis", "Health")),
        (12, "5 Findings", "heading", ()),
        (13, "None.", "paragraph 14", ("5 Findings",)),
    ]


def test_a_paragraph_without_a_number_knows_the_last_number_before_it() -> None:
    blocks = document([("body", "One.\n1.1 Two.\nThree.\n1.2.3 Four.\nFive.\n2 Six.\n2016.1234 Seven.")]).blocks
    assert seen(blocks, "number", "after") == [
        (None, None), ("1.1", None), (None, "1.1"), ("1.2.3", None), (None, "1.2.3"), (None, "1.2.3"), (None, "1.2.3"),
    ]  # fmt: skip


def test_headings_have_levels_and_end_those_below() -> None:
    blocks = document([("body", "# A\n### C\nx\n## B\ny\n#No heading\n####### neither")]).blocks
    assert seen(blocks, "text", "level", "headings") == [
        ("A", 1, ()),
        ("C", 3, ("A",)),
        ("x", None, ("A", "C")),
        ("B", 2, ("A",)),
        ("y", None, ("A", "B")),
        ("#No heading", None, ("A", "B")),
        ("####### neither", None, ("A", "B")),
    ]


def test_a_cell_knows_the_head_of_its_column_and_the_label_of_its_row() -> None:
    blocks = document(
        [("body", "| Date | What |\n| 3 May | A visit | more |\n| | blank |\n|| blank |\nafter\n| new |")]
    ).blocks
    assert [(block.part, block.text, block.cell) for block in blocks if block.cell] == [
        ("table", "Date", Cell(1, 1, 1, "", "")),
        ("table", "What", Cell(1, 1, 2, "", "Date")),
        ("table", "3 May", Cell(1, 2, 1, "Date", "")),
        ("table", "A visit", Cell(1, 2, 2, "What", "3 May")),
        ("table", "more", Cell(1, 2, 3, "", "3 May")),
        ("table", "", Cell(1, 3, 1, "Date", "")),
        ("table", "blank", Cell(1, 3, 2, "What", "")),
        ("table", "", Cell(1, 4, 1, "Date", "")),
        ("table", "blank", Cell(1, 4, 2, "What", "")),
        ("table", "new", Cell(1, 1, 1, "", "")),
    ]


def test_a_text_in_another_part_is_one_block_as_it_stands() -> None:
    blocks = document([("comment", "# 1.1 Kelly\n| said |"), ("file-name", "Kelly.docx"), ("body", "One.")]).blocks
    assert seen(blocks, "index", "part", "text", "address") == [
        (0, "comment", "# 1.1 Kelly\n| said |", "paragraph 1"),
        (1, "file-name", "Kelly.docx", "paragraph 2"),
        (2, "body", "One.", "paragraph 3"),
    ]


def test_a_document_has_the_name_that_is_given_and_the_digest_of_its_text() -> None:
    texts: list[tuple[Part, str]] = [("body", "Zoë"), ("footer", "b")]
    made = document(iter(texts), name="draft")
    assert (made.path, made.sha256) == ("draft", hashlib.sha256("Zoë\nb".encode()).hexdigest())
    assert document([]) == Document("text", hashlib.sha256(b"").hexdigest(), ())


@pytest.mark.parametrize("text", ["", " \n \n", "\r\n"])
def test_a_body_without_text_has_no_blocks(text: str) -> None:
    assert document([("body", text)]).blocks == ()


@given(st.lists(st.tuples(st.sampled_from(PARTS), st.text())))
def test_any_text_becomes_blocks_that_are_numbered_in_order_and_lose_no_word(texts: list[tuple[Part, str]]) -> None:
    made = document(texts)
    assert [block.index for block in made.blocks] == list(range(len(made.blocks)))
    kept = "".join("".join(block.text.split()) for block in made.blocks)
    for part, text in texts:
        if part != "body":
            assert "".join(text.split()) in kept
        for word in text.replace("|", " ").replace("#", " ").split():
            assert word in kept
