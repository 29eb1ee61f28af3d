"""One file is checked up to a length that no report has; what comes after that is told."""

from __future__ import annotations

import pytest

from scr_docs.model import Block, Document, Unread
from scr_docs.word import within_reach
from scr_docs.word.container import length

DOCUMENT = Document(
    "x.docx", "", tuple(Block(n, "body", "four", f"paragraph {n}") for n in range(10)), (Unread("a", "b"),)
)


@pytest.mark.parametrize(
    ("name", "most", "kept"),
    [
        ("MAX_BLOCKS", 10, 10),
        ("MAX_BLOCKS", 9, 9),
        ("MAX_LETTERS", 40, 10),
        ("MAX_LETTERS", 39, 9),
        ("MAX_LETTERS", 3, 0),
    ],
)
def test_what_is_too_much_is_told_and_the_rest_is_kept(
    name: str, most: int, kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(length, name, most)
    found = within_reach(DOCUMENT)
    assert found.blocks == DOCUMENT.blocks[:kept]
    if kept == 10:
        assert found is DOCUMENT
    else:
        assert [unread.where for unread in found.unread] == [
            "a",
            f"everything after the first {kept} paragraphs and cells",
        ]
