"""A mistake in the reader of one part, or a part that is damaged, keeps no other part from being read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Never

import pytest

from scr_docs.errors import DocumentError
from scr_docs.word import around, assemble, read_bytes
from scr_docs.word.container.source import Source
from scr_docs.word.markup.found import Found
from scr_docs.word.stories import comments
from scr_docs.word.stories import in_order as stories
from tests.word.helpers import said
from tests.word.other_places import NAME, chart, w
from tests.word.part_builder import More, made
from tests.word_builder import build, p

CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


def broken(*_: object, **__: object) -> Never:
    raise KeyError(NAME)


def half_broken(source: Source) -> Iterator[Found]:
    yield Found("chart", "read before", source.shown)
    broken()


def test_an_unexpected_mistake_in_the_reader_of_a_part_is_noted_without_a_word_of_the_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(around, "READERS", {**around.READERS, "chart": half_broken})
    part = More("word/charts/chart1.xml", chart(""), CHART, "chart")
    found = read_bytes(made(part, header="Official"), "draft.docx")
    assert {"Kept", "Official", "read before"} <= set(said(found))
    (unread,) = found.unread
    assert unread.where == "word/charts/chart1.xml"
    assert unread.why == "it could not be read (KeyError in around.py)"
    assert NAME not in str(unread)


def test_the_file_of_ours_with_the_mistake_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comments, "read_story", broken)
    found = read_bytes(build("Kept", comments={0: ("Sam", "lost")}, header="Official"), "draft.docx")
    assert "Official" in said(found)
    assert [(unread.where, unread.why) for unread in found.unread] == [
        ("word/comments.xml", "it could not be read (KeyError in comments.py)")
    ]


@pytest.mark.parametrize("what", ["read_styles", "read_numbering"])
def test_text_is_read_without_styles_and_lists_that_cannot_be_read(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = getattr(stories, what)
    monkeypatch.setattr(stories, what, lambda root: sound(None) if root is None else broken())
    found = read_bytes(build("Kept"), "draft.docx")
    assert "Kept" in said(found)
    assert len(found.unread) == 1


def test_a_mistake_in_the_reader_of_the_main_part_refuses_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "add_body", broken)
    with pytest.raises(DocumentError) as caught:
        read_bytes(build("Kept"), "draft.docx")
    assert "in its main part, it could not be read (KeyError in in_order.py)" in str(caught.value)
    assert NAME not in str(caught.value)


def test_a_mistake_in_the_building_blocks_loses_only_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assemble, "elsewhere", broken)
    xml = w(
        "glossaryDocument", f"<w:docParts><w:docPart><w:docPartBody>{p('x')}</w:docPartBody></w:docPart></w:docParts>"
    )
    found = read_bytes(made(More("word/glossary/document.xml", xml, "", "glossaryDocument")), "draft.docx")
    assert "Kept" in said(found)
    assert [unread.where for unread in found.unread] == ["word/glossary/document.xml"]


@pytest.mark.parametrize(
    ("part", "why"),
    [
        (More("word/charts/chart1.xml", "<c:chart", CHART, "chart"), "it is damaged"),
        (More("word/media/image1.png", b"\0\1\2\3" * 20, "", "image"), "it is a picture of a kind that scr-docs cannot read"),
        (More("word/embeddings/a.pdf", b"%PDF-1.7", "", "package"), "a PDF is inside; it was not checked"),
        (More("word/vbaProject.bin", b"\0", "application/vnd.ms-office.vbaProject", "vbaProject"), "the code of macros"),
        (More("word/fonts/font1.odttf", b"PK\3\4", "", "font"), "it says that it is a font, and it is none"),
        (More("other/data.dat", bytes(range(256)) * 3, "", "other"), "it is of a kind that scr-docs does not know"),
        (More("word/Thumbs.db", bytes(range(256)) * 3), "it is a collection of small pictures"),
    ],
    ids=lambda value: value.name if isinstance(value, More) else "",
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_its_reason(part: More, why: str) -> None:
    found = read_bytes(made(part), "draft.docx")
    assert "Kept" in said(found)
    (unread,) = found.unread
    assert unread.where == part.name
    assert unread.why.startswith(why)


@pytest.mark.parametrize(
    "part",
    [
        More("[trash]/0000.dat", b"\xff\xff\xff\xff" + bytes(500)),
        More("word/media/image1.jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\1", "", "image"),
        More("mimetype", b"application/zip"),
    ],
    ids=lambda part: part.name,
)
def test_what_holds_no_words_is_no_reason_to_call_a_file_unread(part: More) -> None:
    assert read_bytes(made(part), "draft.docx").unread == ()
