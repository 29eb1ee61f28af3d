"""What is kept of one file for the next changes nothing of what is read in the next."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scr_docs.errors import DocumentError
from scr_docs.model import Document
from scr_docs.word import Seen, read_bytes
from scr_docs.word.markup.seen import LARGEST
from scr_docs.word.markup.xml import PartError, parse
from tests.word.house_style import STYLES
from tests.word.other_places import PLACES
from tests.word.part_builder import Far, made
from tests.word.story_places import STORY_PLACES
from tests.word_builder import build, h, p, r

HIDING = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{}</w:style>'
VANISH = "<w:rPr><w:vanish/></w:rPr>"


def alike(data: bytes, seen: Seen) -> Document:
    """The document, which is the same with what was seen before as without."""
    found, alone = read_bytes(data, "draft.docx", seen=seen), read_bytes(data, "draft.docx")
    assert found == alone
    assert found.barriers() == alone.barriers()
    return found


def test_a_file_with_something_in_any_place_is_read_as_by_itself_after_all_the_others() -> None:
    seen = Seen(300)
    for place in (*STORY_PLACES, *PLACES):
        alike(place.data(), seen)
    assert 0 < seen.count <= 300


CHANGED: dict[str, tuple[bytes, bytes]] = {
    "a letter in the header": (build("Kept", header="Ann Lee"), build("Kept", header="Ann Lea")),
    "a letter in a footer of the first page": (
        build("Kept", footer={"default": "x", "first": "Ann"}),
        build("Kept", footer={"default": "x", "first": "Ana"}),
    ),
    "what a style hides": (build("Kept", styles=HIDING.format("")), build("Kept", styles=HIDING.format(VANISH))),
    "what a style hides in the header": (
        build("Kept", header="Ann Lee", styles=HIDING.format("")),
        build("Kept", header="Ann Lee", styles=HIDING.format(VANISH)),
    ),
    "the properties": (build("Kept", core={"title": "Ann"}), build("Kept", core={"title": "Ana"})),
    "the settings": (
        build("Kept", header={"default": "a", "even": "b"}),
        build("Kept", header={"default": "a", "even": "b"}, settings="<w:evenAndOddHeaders/>"),
    ),
    "where an arrow leads": (made(Far("hyperlink", "file:///C:/ann")), made(Far("hyperlink", "file:///C:/ana"))),
    "a note": (build("Kept", footnotes={2: "Ann"}), build("Kept", footnotes={2: "Ana"})),
    "a comment": (build("Kept", comments={0: ("Sam", "Ann")}), build("Kept", comments={0: ("Sam", "Ana")})),
    "the lists": (build(h("Kept")), build(h("Kept"), numbering=None)),
    "the body": (build(p("Ann")), build(p("Ana"))),
    "what hides a run of the body": (build(p(r("Ann"))), build(p(r("Ann", hidden=True)))),
}


@pytest.mark.parametrize("what", CHANGED)
def test_a_byte_that_differs_is_seen(what: str) -> None:
    first, second = CHANGED[what]
    for one, other in ((first, second), (second, first)):
        seen = Seen(300)
        assert alike(one, seen).blocks != alike(other, seen).blocks
        assert alike(one, seen) == read_bytes(one, "draft.docx")


@settings(max_examples=20)
@given(st.lists(st.sampled_from(["Ann Lee", "Sam Hall", "", "07700 900123"]), min_size=1, max_size=4))
def test_headers_of_files_in_any_order_are_those_of_each_file(names: list[str]) -> None:
    seen = Seen(40)
    for name in names:
        found = alike(build("Kept", header=f"To {name}", footer=name, core={"creator": name}), seen)
        others = {other for other in names if other and other != name}
        assert not any(other in block.text for other in others for block in found.blocks)


def test_a_part_that_is_damaged_is_told_each_time() -> None:
    seen = Seen(300)
    alike(build("Kept", header="Official"), seen)
    for _ in range(2):
        damaged = build("Kept", extra={"word/header-default.xml": "<w:hdr"}, header="Official")
        assert [unread.where for unread in alike(damaged, seen).unread] == ["word/header-default.xml"]
        with pytest.raises(DocumentError):
            read_bytes(build(extra={"word/document.xml": "<w:document"}), "draft.docx", seen=seen)


def test_only_so_much_is_kept_the_latest_that_was_asked_for() -> None:
    seen, made_of = Seen(3), list[str]()

    def work(text: str) -> str:
        made_of.append(text)
        return text.upper()

    assert [seen.once(work, text) for text in "abcadaeb"] == list("ABCADAEB")
    assert "".join(made_of) == "abcdeb"
    assert seen.count == 3


def test_what_is_large_and_what_came_of_it_is_not_kept() -> None:
    seen = Seen(100)
    data = b"<a>" + b" " * LARGEST + b"</a>"
    first, second = seen.once(parse, data), seen.once(parse, data)
    assert first is not second
    assert seen.once(lambda root: root.tag, first) == "a"
    assert seen.count == 0


def test_nothing_is_kept_of_an_error_of_a_file_read_by_itself_or_of_the_body() -> None:
    seen = Seen(100)
    for _ in range(2):
        with pytest.raises(PartError):
            seen.once(parse, b"<a>")
    assert seen.count == 0
    alone = Seen()
    assert alone.once(parse, b"<a/>") is not alone.once(parse, b"<a/>")
    read_bytes(build("Ann", styles=STYLES), "draft.docx", seen=seen)
    before = seen.count
    read_bytes(build("Sam", styles=STYLES), "draft.docx", seen=seen)
    assert seen.count == before
