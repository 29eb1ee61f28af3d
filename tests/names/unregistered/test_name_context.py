from __future__ import annotations

import time

import pytest

from scr_docs.model import Block, Cell
from scr_docs.names.unregistered import context, tagger
from scr_docs.names.unregistered.around_names import named_things
from scr_docs.names.unregistered.inflection import irregular
from scr_docs.names.unregistered.reader import find

MODEL = tagger.load()


def names_in(*texts: str, persons: frozenset[int] = frozenset()) -> list[list[str]]:
    found = find(texts, MODEL, persons=persons)
    return [[text[hit.start : hit.end] for hit in hits] for text, hits in zip(texts, found, strict=True)]


@pytest.mark.parametrize(
    "word",
    [
        *("wept", "overtook", "unforgiven", "hurries", "dies", "lying", "stopped", "thieves", "wolves", "diagnoses"),
        *("uglier", "happily", "possibly", "housewives", "they've", "mustn't", "o'clock", "shan't"),
    ],
)
def test_a_form_of_an_ordinary_word_is_ordinary(word: str) -> None:
    assert MODEL.lexicon.is_ordinary(word)


@pytest.mark.parametrize("word", ["ines", "aled", "reece", "wojcik", "okafor", "shanice", "przybylski"])
def test_a_name_is_no_form_of_an_ordinary_word(word: str) -> None:
    assert not MODEL.lexicon.is_ordinary(word)


def test_every_irregular_form_belongs_to_a_word_of_the_dictionary() -> None:
    assert len(irregular()) > 300
    assert [form for form in irregular() if not MODEL.lexicon.is_ordinary(form)] == []


@pytest.mark.parametrize(
    "text",
    [
        "The infant wept when the officers withdrew.",
        "He swore, flung the cup and fled before housewives awoke.",
        "Post-natal depression was overlooked. Multi-agency training was thought useful.",
        "Achieving Permanence Early (APE) was explained to staff, and APE was begun.",
        "The form is called TARO and is kept on CareNotes and in PAMIS.",
        "A Yankauer catheter and a Guedel airway lay beside the bed.",
        "He was diagnosed with Tourette's and with Crohn's.",
        "A Foley catheter was left in place.",
        "The dog, a Patterdale, bit the postman.",
        "Victorian villas and Edwardian houses stand near the surgery.",
        "The Bradshaw study of poverty is often quoted.",
        "Holt and Kelly argued convincingly for this in 2016.",
        "The Alzheimer's nurses came twice.",
    ],
)
def test_what_bears_a_name_or_looks_like_one_is_not_told(text: str) -> None:
    assert names_in(text) == [[]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A child called Burberry was seen at home.", "Burberry"),
        ("Police interviewed Russell about the dog.", "Russell"),
        ("Mother told Celtic that she was leaving.", "Celtic"),
        ("Georgian, aged 4, was seen with her brother.", "Georgian"),
        ("Parkinson's mother rang the school.", "Parkinson"),
        ("Nobody rang Pilar back.", "Pilar"),
        ("Speak to Nithya before the visit.", "Nithya"),
        ("The Hughes children were not seen.", "Hughes"),
        ("The Kowalski family moved to the area.", "Kowalski"),
        ("Present: Kelly Thompson school nurse, and the chair.", "Kelly Thompson"),
        ("Tyrone St Clair's mother came to the clinic.", "Tyrone St Clair"),
        ("They met Nan Doherty-Ward at the site.", "Nan Doherty-Ward"),
        ("“It’s Morag’s, leave it,” she said.", "Morag"),
        ("An invitation came from agnieszka on Friday.", "agnieszka"),
        ("Siblings of daisy-mae", "daisy-mae"),
        ("Kirsty MacLean rang the ward.", "Kirsty MacLean"),
        ("Holt and Kelly argued in the kitchen.", "Kelly"),
        ("Chair: Eleanor Whitcombe MBE, JP", "Eleanor Whitcombe"),
        ("Author: Oluwaseun Adeyemi MSc RGN", "Oluwaseun Adeyemi"),
    ],
)
def test_a_person_is_told_whatever_else_bears_the_name(text: str, name: str) -> None:
    assert name in names_in(text)[0]


def test_the_place_of_the_board_is_no_person_but_somebody_who_is_called_so_is() -> None:
    title = "Ravensmoor Safeguarding Children Board"
    assert names_in(title, "In Ravensmoor, much can be hidden.")[1] == []
    assert context.own_places([title, "Upper Dunmere and Hale Local Safeguarding Partnership"]) == {
        "ravensmoor",
        "dunmere",
        "hale",
    }
    assert names_in(title, "Mr Ravensmoor rang the police.")[1] == ["Ravensmoor"]


def cell(text: str, header: str = "", label: str = "") -> Block:
    return Block(0, "table", text, "", cell=Cell(1, 2, 2, header, label))


@pytest.mark.parametrize(
    ("text", "header", "label", "told"),
    [
        ("Ailsa", "Person", "", True),
        ("ailsa", "Attendance", "Parent or carer", True),
        ("Jo", "Who was seen", "", True),
        ("Yes", "Invited", "", False),
        ("Mother", "Name", "", False),
        ("Health visitor", "Who was present", "", False),
        ("Sibling 2", "Family member", "", False),
        ("No concerns noted", "Outcome", "Person", False),
        ("Apologies", "Attendance", "", False),
    ],
)
def test_a_cell_that_holds_a_person_holds_a_name(text: str, header: str, label: str, *, told: bool) -> None:
    block = cell(text, header, label)
    assert names_in(text, persons=context.person_cells([block])) == [[text] if told else []]


def test_a_cell_about_something_else_is_no_persons() -> None:
    blocks = [cell("Ailsa", "Name of school"), cell("Ailsa Craig is an island in the firth", "Name"), cell("Ailsa")]
    assert context.person_cells(blocks) == frozenset()


def test_what_bears_a_name_is_listed_with_what_shows_it() -> None:
    assert len(named_things()) > 250
    assert all((group.unless is None) == bool(group.beside) for group in named_things().values())


@pytest.mark.parametrize("text", ["Aa and " * 15_000, "Hale, " * 17_000, "A and B wrote " * 7_000, "(ABE) " * 17_000])
def test_hostile_texts_take_no_longer_than_long_ones(text: str) -> None:
    began = time.monotonic()
    context.cited(text)
    context.own_places([text])
    find([text], MODEL)
    assert time.monotonic() - began < 20
