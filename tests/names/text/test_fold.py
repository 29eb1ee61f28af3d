from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scr_docs.names.text.fold import fold

LETTERS = st.sampled_from(
    "abzABZ 09'-’‘ʼ‐‑–—“”łŁøØđðħıßﬁﬄæÆœþéÉñüŷẃ\u0301\u0327\u0308\xad\u200b\u2060\ufeff\u00a0\u2003\t\n\rİＫⅣ½ńजकहि"
)
TEXTS = st.one_of(st.text(max_size=40), st.text(LETTERS, max_size=40))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Kelly Thompson", "kelly thompson"),
        ("Kelly   Thompson", "kelly thompson"),
        ("Kelly\tThompson\nagain", "kelly thompson again"),
        ("Kelly\u00a0\u2003Thompson", "kelly thompson"),
        ("O’Neill O‘Neill OʼNeill O´Neill O`Neill O′Neill", "o'neill o'neill o'neill o'neill o'neill o'neill"),
        ("Smith‐Jones Smith‑Jones Smith–Jones Smith—Jones", "smith-jones smith-jones smith-jones smith-jones"),
        ("“Kel” „Kel“", '"kel" "kel"'),
        ("Siân Nuñez Zoë", "sian nunez zoe"),
        ("Sia\u0302n Zoe\u0308", "sian zoe"),
        ("Łukasz Søren Đorđe Guðrún Mħand Işık", "lukasz soren dorde gudrun mhand isik"),
        ("Weiß ﬁnn Ægir Œuvre Þór", "weiss finn aegir oeuvre thor"),
        ("Kel\xadly Kel\u200bly Kel\u2060ly \ufeffKelly", "kelly kelly kelly kelly"),
        ("Ｋelly Keⅼly", "kelly kelly"),
        ("İpek", "ipek"),
        ("", ""),
        ("\xad", ""),
    ],
)
def test_the_same_letters_fold_to_one_form(written: str, folded: str) -> None:
    assert fold(written).text == folded


@pytest.mark.parametrize(
    ("written", "found", "piece"),
    [
        ("Ms O’Neill rang", "o'neill", "O’Neill"),
        ("Ms  \u00a0Siân rang", "sian", "Siân"),
        ("Ms Sia\u0302n\u0323 rang", "sian", "Sia\u0302n\u0323"),
        ("Ms Kel\xadly\xad rang", "kelly", "Kel\xadly"),
        ("Herr Weiß", "weiss", "Weiß"),
        ("ﬁnn rang", "finn", "ﬁnn"),
        ("Ms Kelly rang", "kelly", "Kelly"),
    ],
)
def test_a_span_leads_back_to_what_was_written(written: str, found: str, piece: str) -> None:
    folded = fold(written)
    at = folded.text.index(found)
    start, end = folded.span(at, at + len(found))
    assert written[start:end] == piece


@given(TEXTS, st.data())
@example("Weiß ﬁ", None)
def test_folding_what_a_span_leads_to_gives_the_span_again(text: str, data: st.DataObject | None) -> None:
    folded = fold(text)
    spans = [(0, len(folded.text))] if data is None else [_span(len(folded.text), data)]
    for start, end in spans:
        if start < end:
            first, last = folded.span(start, end)
            assert 0 <= first < last <= len(text)
            again = fold(text[first:last]).text
            # A letter of the original that folds to several ("ß", "ﬁ", "½") cannot be cut.
            assert folded.text[start:end].strip() in again
            if all(len(fold(letter).text) <= 1 for letter in text):
                assert again.strip() == folded.text[start:end].strip()


@given(TEXTS)
def test_spans_keep_the_order_of_the_text(text: str) -> None:
    folded = fold(text)
    starts = [folded.span(at, at + 1)[0] for at in range(len(folded.text))]
    assert starts == sorted(starts)


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(TEXTS)
def test_composed_and_decomposed_letters_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)).text == fold(unicodedata.normalize("NFD", text)).text


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40))
def test_plain_text_is_only_put_in_small_letters(text: str) -> None:
    if "  " not in text:
        assert fold(text).text == text.lower().replace("`", "'")


def _span(length: int, data: st.DataObject) -> tuple[int, int]:
    start = data.draw(st.integers(0, length))
    return start, data.draw(st.integers(start, length))
