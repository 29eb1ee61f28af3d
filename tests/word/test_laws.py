"""What holds for every document, tried on many."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from scr_docs.model import PARTS
from tests.word.helpers import blocks, document
from tests.word_builder import bullet, dele, fn, h, ins, p, para, r, sub, tbl, textbox

WORDS = st.text(alphabet="abcKLM é1.-’ ", min_size=1, max_size=30).filter(lambda text: not text.startswith("<"))


@given(
    st.text(alphabet="Kelly Thompson said 14.", min_size=1, max_size=60),
    st.lists(st.integers(0, 60), max_size=6),
    st.booleans(),
)
def test_how_the_runs_of_a_paragraph_are_split_changes_nothing(text: str, cuts: list[int], bold: bool) -> None:
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    pieces = [r(text[start:end], bold=bold) for start, end in pairwise(edges)]
    whole = blocks("before", p(r(text, bold=bold)), "after")
    assert blocks("before", p(*pieces), "after") == whole


@given(st.lists(st.tuples(st.sampled_from(["kept", "ins", "del", "hidden"]), WORDS), min_size=1, max_size=8))
def test_marks_and_pieces_agree_with_what_was_written(pieces: list[tuple[str, str]]) -> None:
    made: dict[str, Callable[[str], str]] = {
        "kept": r,
        "ins": ins,
        "del": dele,
        "hidden": lambda text: r(text, hidden=True),
    }
    found = document(p(*(made[kind](text) for kind, text in pieces)))
    now = "".join(text for kind, text in pieces if kind != "del")
    before = "".join(text for kind, text in pieces if kind != "ins")
    said = [block.text for block in found.blocks]
    assert now in said or not now.strip()
    assert before in said or not before.strip() or "del" not in dict(pieces)
    for block in found.blocks:
        assert all(0 <= mark.start < mark.end <= len(block.text) for mark in block.marks)
        if block.part == "body":
            hidden = "".join(block.text[mark.start : mark.end] for mark in block.marks if mark.part == "hidden")
            assert hidden == "".join(text for kind, text in pieces if kind == "hidden")


BODY = st.lists(
    st.one_of(
        WORDS.map(p),
        WORDS.map(h),
        WORDS.map(para),
        WORDS.map(sub),
        WORDS.map(bullet),
        WORDS.map(lambda text: p(r(text, bold=True))),
        WORDS.map(lambda text: p(text, fn(1))),
        WORDS.map(lambda text: p(textbox(text))),
        st.lists(WORDS, min_size=1, max_size=3).map(lambda row: tbl(tuple(row))),
    ),
    max_size=12,
)


@given(BODY)
def test_every_block_has_text_an_address_a_known_part_and_its_place_in_the_order(body: list[str]) -> None:
    found = document(*body, footnotes={1: "note"}, header="Official")
    assert [block.index for block in found.blocks] == list(range(len(found.blocks)))
    for block in found.blocks:
        assert block.text.strip()
        assert block.address
        assert block.part in PARTS
        assert block.number is None or block.after is None
        assert (block.cell is not None) == (block.part == "table")
    assert document(*body, footnotes={1: "note"}, header="Official") == found


@given(BODY, WORDS)
def test_a_plain_paragraph_more_changes_no_text_of_the_others(body: list[str], more: str) -> None:
    before = [block.text for block in blocks(*body)]
    after = [block.text for block in blocks(*body, p(more))]
    assert after == before + ([more] if more.strip() else [])
