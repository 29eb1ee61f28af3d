from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scr_docs.names.unregistered import tagger
from scr_docs.names.unregistered.name_words import NameHit
from scr_docs.names.unregistered.reader import find
from scr_docs.names.unregistered.reader import without as left_of
from training import evaluate

MODEL = tagger.load()


def names_in(*texts: str) -> list[list[str]]:
    return [[text[hit.start : hit.end] for hit in hits] for text, hits in zip(texts, find(texts, MODEL), strict=True)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The neighbour, Oksana Bondarenko, rang the police.", ["Oksana Bondarenko"]),
        ("She was seen by Dr D.J. Hughes and by Ms K. Thompson.", ["D.J. Hughes", "K. Thompson"]),
        ("Her aunt, Grace Smith-Jones, agreed.", ["Grace Smith-Jones"]),
        ("Mr O’Neill’s sister rang.", ["O’Neill"]),
        ("STATEMENT OF CHIDINMA OKAFOR", ["CHIDINMA OKAFOR"]),
        ("Mother told the midwife that Maria de la Cruz had left.", ["Maria de la Cruz"]),
        ("Present: Anna Kowalska (midwife), Tariq Mahmood", ["Anna Kowalska", "Tariq Mahmood"]),
        ("Police spoke to Siân and to Łukasz.", ["Siân", "Łukasz"]),
    ],
)
def test_a_name_is_told_whole_and_without_its_title_or_possessive(text: str, found: list[str]) -> None:
    assert names_in(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Child K was moved to Juniper Ward and then to Ash House.",
        "Clare’s Law and Down’s syndrome were explained.",
        "In May Mother's Partner went to Ofsted; by April the panel had met.",
        "Maternal Grandmother told Health Visitor 1 that Sibling 2 was at School 1.",
        "Hope was expressed that the will to change would grow.",
        "The Laming Inquiry and the Munro Review asked for this.",
        "They moved from Leeds to Bradford after Eid and Christmas.",
    ],
)
def test_what_only_looks_like_a_name_is_left_alone(text: str) -> None:
    assert names_in(text) == [[]]


def test_a_name_once_found_is_found_everywhere_in_the_document() -> None:
    found = names_in(
        "The neighbour, Oksana Bondarenko, rang the police.",
        "Oksana",
        "BONDARENKO",
        "later oksana left",
        "Bondarenko Ward was closed.",
        "Mother rang.",
    )
    assert found == [["Oksana Bondarenko"], ["Oksana"], ["BONDARENKO"], ["oksana"], [], []]


def test_what_is_told_elsewhere_is_cut_out_of_a_hit() -> None:
    text = "by Dr Kelly Thompson, Smith"
    hit = NameHit(6, 27, 0.9, ("name model",))
    assert [text[left.start : left.end] for left in left_of(hit, [(6, 20)], text)] == ["Smith"]
    assert list(left_of(hit, [(0, 30)], text)) == []
    assert list(left_of(hit, [], text)) == [hit]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(), max_size=60), max_size=5))
def test_hits_lie_in_their_text_in_order_and_apart(texts: list[str]) -> None:
    for text, hits in zip(texts, find(texts, MODEL), strict=True):
        ends = 0
        for hit in hits:
            assert ends <= hit.start < hit.end <= len(text)
            assert 0 <= hit.score <= 1
            ends = hit.end


@pytest.mark.parametrize(
    "text", ["A" * 100_000, "A. " * 30_000, "Kelly-" * 20_000, "Kelly " * 20_000, "'s" * 50_000, "O'" * 50_000]
)
def test_hostile_texts_take_no_longer_than_long_ones(text: str) -> None:
    began = time.monotonic()
    find([text], MODEL)
    assert time.monotonic() - began < 20


def test_the_floor_holds_on_names_and_sentences_that_were_never_trained_with() -> None:
    drawn = list(evaluate.cases(each=1))
    found = total = 0
    for case in drawn:
        hits = [(hit.start, hit.end) for hit in find([case.text], MODEL)[0]]
        found += sum(evaluate.is_found(case, name, hits) for name in case.names)
        total += len(case.names)
    assert total > 250
    assert found / total > 0.95
    without = evaluate.without_names()
    for kind, most in (("prose", 4), ("trap sentences", 15)):
        texts = without[kind]
        alarms = sum(len(find([text], MODEL)[0]) for text in texts)
        assert 1000 * alarms / sum(len(text.split()) for text in texts) <= most
