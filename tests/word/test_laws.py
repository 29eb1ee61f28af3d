"""What holds for every document, tried on many."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from scr_docs.model import PARTS
from tests.word.drawing_builder import anchored, inline, old, picture, shape
from tests.word.helpers import blocks, document
from tests.word_builder import bullet, comment, dele, field, fn, h, ins, p, para, r, sdt, sub, tbl, textbox

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


FORMATS = {
    "plain": "", "hidden": "<w:vanish/>", "white": '<w:color w:val="FFFFFF"/>', "tiny": '<w:sz w:val="2"/>',
    "black": '<w:highlight w:val="black"/>', "signs": '<w:rFonts w:ascii="Wingdings"/>', "web": "<w:webHidden/>",
}  # fmt: skip
CHANGES = {"kept": "", "ins": "ins", "del": "del", "moveTo": "moveTo", "moveFrom": "moveFrom"}


@given(
    st.lists(
        st.tuples(st.sampled_from([*FORMATS]), st.sampled_from([*CHANGES]), st.text("Kelly ab", min_size=1, max_size=9)),
        min_size=1, max_size=5,
    ),
    st.lists(st.integers(0, 45), max_size=8),
)  # fmt: skip
def test_how_runs_are_split_changes_no_mark_no_trait_and_no_piece(
    pieces: list[tuple[str, str, str]], cuts: list[int]
) -> None:
    def written(look: str, change: str, text: str) -> str:
        run = f'<w:r><w:rPr>{FORMATS[look]}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        tag = CHANGES[change]
        return f'<w:{tag} w:id="1" w:author="R">{run}</w:{tag}>' if tag else run

    split, start = [], 0
    for look, change, text in pieces:
        edges = sorted({0, len(text), *(cut - start for cut in cuts if start < cut < start + len(text))})
        split += [written(look, change, text[one:two]) for one, two in pairwise(edges)]
        start += len(text)
    assert blocks("a", p(*split)) == blocks("a", p(*(written(*piece) for piece in pieces)))


@given(st.text("XE Kelly\\:", min_size=1, max_size=20), st.lists(st.integers(0, 20), max_size=4))
def test_how_the_code_of_a_field_is_split_changes_nothing(code: str, cuts: list[int]) -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    edges = sorted({0, len(code), *(cut for cut in cuts if cut < len(code))})
    pieces = (code[one:two] for one, two in pairwise(edges))
    split = [f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces]
    assert blocks(p("a", begin, *split, end)) == blocks(p("a", field(code).replace("separate", "end", 1)))


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
    said = [block.text.strip() for block in found.blocks]
    assert now.strip() in said or not now.strip()
    assert before.strip() in said or not before.strip() or all(kind != "del" for kind, _ in pieces)
    for block in found.blocks:
        assert all(0 <= mark.start < mark.end <= len(block.text) for mark in block.marks)
        if block.part == "body":
            hidden = "".join(block.text[mark.start : mark.end] for mark in block.marks if mark.part == "hidden")
            assert hidden == "".join(text for kind, text in pieces if kind == "hidden")


PLAIN = (
    WORDS.map(p),
    WORDS.map(h),
    WORDS.map(para),
    WORDS.map(sub),
    WORDS.map(bullet),
    WORDS.map(lambda text: p(r(text, bold=True))),
    WORDS.map(lambda text: p(text, fn(1))),
    WORDS.map(lambda text: p(textbox(text))),
    WORDS.map(lambda text: p(text, f'<w:hyperlink w:tooltip="{text}">{r("x")}</w:hyperlink>')),
    WORDS.map(lambda text: p(field(f' XE "{text}" ', text))),
    WORDS.map(lambda text: sdt(p(text), title=text)),
    WORDS.map(lambda text: p(text, inline(picture(more='<a:srcRect l="9"/>'), described=f'descr="{text}"'))),
    WORDS.map(lambda text: p(text, anchored(shape(text=text)), anchored(shape()))),
    WORDS.map(lambda text: p(old(f'<v:shape><v:textpath string="{text}"/></v:shape>'))),
    st.lists(WORDS, min_size=1, max_size=3).map(lambda row: tbl(tuple(row))),
)
BODY = st.lists(
    st.one_of(
        *PLAIN,
        WORDS.map(lambda text: p(text, mark='<w:ins w:id="1" w:author="R"/>')),
        WORDS.map(lambda text: p(text, mark='<w:del w:id="1" w:author="R"/>')),
        WORDS.map(lambda text: f'<w:bookmarkStart w:id="1" w:name="{text}"/>'),
        WORDS.map(lambda text: p("<w:r><w:lastRenderedPageBreak/></w:r>", comment(0, text))),
    ),
    max_size=12,
)


@given(BODY)
def test_every_block_has_text_an_address_a_known_part_and_its_place_in_the_order(body: list[str]) -> None:
    found = document(*body, footnotes={1: "note"}, header="Official", comments={0: ("Sam", "Why?")})
    assert [block.index for block in found.blocks] == list(range(len(found.blocks)))
    for block in found.blocks:
        assert block.text.strip()
        assert block.address
        assert block.part in PARTS
        assert block.number is None or block.after is None
        assert block.part != "table" or block.cell is not None
        assert block.page is None or block.address.endswith(f", about page {block.page}")
        assert all(block.text[mark.start : mark.end] for mark in block.marks)
    assert document(*body, footnotes={1: "note"}, header="Official", comments={0: ("Sam", "Why?")}) == found


@given(st.lists(st.one_of(*PLAIN), max_size=12), WORDS)
def test_a_plain_paragraph_more_changes_no_text_of_the_others(body: list[str], more: str) -> None:
    before = [block.text for block in blocks(*body)]
    after = [block.text for block in blocks(*body, p(more))]
    assert after == before + ([more] if more.strip() else [])
