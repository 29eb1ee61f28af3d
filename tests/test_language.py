from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scr_docs.language import sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two! Three? Four; five… six", ["One.", "Two!", "Three?", "Four;", "five…", "six"]),
        ("Only one", ["Only one"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_where_they_should(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == found


@settings(deadline=None)
@given(st.text(max_size=60))
def test_sentences_lie_in_order_and_lose_no_letter(text: str) -> None:
    spans = list(sentences(text))
    assert "".join(text[start:end] for start, end in spans).split() == (text.split() if text.strip() else [])
