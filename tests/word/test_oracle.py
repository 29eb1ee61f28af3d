"""Every text in the XML of a file, as the standard library alone reads it, was read by the reader too."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from scr_docs.errors import DocumentError
from scr_docs.model import Document
from scr_docs.word import read_bytes
from tests.word.oracle import NO_TEXT, missed
from tests.word.other_places import PLACES, Place
from tests.word.story_places import STORY_PLACES
from tests.word_builder import (
    build,
    bullet,
    comment,
    dele,
    field,
    fn,
    h,
    ins,
    link,
    p,
    para,
    r,
    sdt,
    sub,
    tbl,
    tc,
    textbox,
)  # fmt: skip

_CORPUS = Path(os.environ.get("SCR_DOCS_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
_SAMPLES = Path(__file__).parents[2] / "sample_reports"

BUILT = {
    "stories": build(
        h("Family"), para("Mother said ", r("no", bold=True)), sub("a"), bullet("b"), p("cited", fn(1), fn(2, "endnote")),
        header={"default": "Official", "first": "First", "even": "Even"}, footer="Page", footnotes={1: "note"},
        endnotes={2: "end"}, comments={0: ("Sam Carey", "Is this right?")},
        core={"title": "Review", "creator": "Sam", "lastModifiedBy": "Al"}, app={"Company": "Council", "Pages": "3"},
    ),
    "changes": build(p("kept ", ins("put in"), dele("taken out"), ins("moved", tag="moveTo")), p(dele("all of it"))),
    "tables": build(tbl(("one", tbl(("inner", sdt(tc("control")))))), "after"),
    "boxes": build(p(textbox("boxed", fallback="boxed otherwise")), p(link("linked", to="x"), field(" DATE ", "today"))),
    "hidden": build(p(r("hidden", hidden=True), r("white", color="FFFFFF"), r("black", highlight="black"))),
    "commented": build(p(comment(0, "this"), sdt("title", title="Name")), comments={0: ("A", p("x", textbox("y")))}),
}  # fmt: skip


@pytest.mark.parametrize("name", BUILT)
def test_every_text_of_a_file_with_stories_was_read(name: str) -> None:
    assert list(missed(BUILT[name], read_bytes(BUILT[name], "draft.docx"))) == []


@pytest.mark.parametrize("place", [*STORY_PLACES, *PLACES], ids=lambda place: place.what)
def test_every_text_of_a_file_with_one_more_place_was_read(place: Place) -> None:
    data = place.data()
    assert list(missed(data, read_bytes(data, "draft.docx"))) == []


def _files() -> Iterator[Path]:
    for folder in (_SAMPLES, _CORPUS):
        if folder.is_dir():
            yield from sorted(path for path in folder.rglob("*.do[ct][xm]"))


@pytest.mark.slow
def test_every_text_of_real_files_was_read() -> None:
    lost = []
    for path in _files():
        data = path.read_bytes()
        try:
            found = read_bytes(data, path.name)
        except DocumentError:
            continue
        lost += [(path.name, *each) for each in missed(data, found)]
    assert lost == []


def test_what_is_not_read_is_missed_by_the_check_itself() -> None:
    assert {text for _, _, text in missed(BUILT["stories"], Document("x", "", ()))} >= {
        "Official",
        "Is this right?",
        "Sam",
    }


def test_the_list_of_what_is_no_text_stays_short() -> None:
    assert len(NO_TEXT) < 50
