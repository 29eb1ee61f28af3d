"""Facts that identify together, on paragraphs that do and paragraphs that do not."""

from __future__ import annotations

import datetime
import time
from pathlib import Path

import pytest

from scr_docs.names.together.details import details
from scr_docs.names.together.incidents import blurred, incident_dates
from scr_docs.names.together.siblings import sibling_groups

HERE = Path(__file__).parent
IDENTIFY = (HERE / "together_identify.txt").read_text("utf-8").splitlines()
ORDINARY = (HERE / "together_ordinary.txt").read_text("utf-8").splitlines()
KNOWN = details()


def told(text: str) -> bool:
    return bool(KNOWN.core(KNOWN.facts(text)))


def test_nearly_every_paragraph_that_identifies_is_told() -> None:
    missed = [text for text in IDENTIFY if not told(text)]
    assert len(IDENTIFY) >= 25
    assert len(missed) <= 1, missed


def test_of_well_anonymised_prose_at_most_one_paragraph_in_a_thousand_words_is_told() -> None:
    wrong = [text for text in ORDINARY if told(text)]
    assert len(ORDINARY) >= 40
    assert len(wrong) <= sum(len(text.split()) for text in ORDINARY) / 1000, wrong


@pytest.mark.parametrize("kind", KNOWN.file.kinds, ids=lambda kind: kind.id)
def test_each_kind_says_how_to_blur_it_and_can_be_found(kind: object) -> None:
    shown = KNOWN.by_id[kind.id]  # type: ignore[attr-defined]
    assert "→" in shown.blur
    assert shown.words or shown.list or shown.patterns or shown.id in {"exact-date", "exact-age", "age"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She is a twin.", "multiple-birth"), ("He has Menkes disease.", "rare-condition"), ("Her father is Deaf.", "disability"),
        ("The mother is Polish-speaking.", "origin"), ("His mother is a nurse.", "telling-job"), ("Mother, a teacher, rang.", "telling-job"),
        ("The child was in HMP Moorland with her.", "named-place"), ("She lived in Acacia Road.", "street"), ("He is one of nine children.", "siblings"),
        ("They are Jehovah’s Witnesses, her parents said.", "faith"), ("He was mauled by a dog.", "known-event"), ("The child attends St Bede's Primary School.", "named-place"),
    ],
)  # fmt: skip
def test_a_fact_of_its_kind_is_found(text: str, kind: str) -> None:
    assert kind in {fact.kind.id for fact in KNOWN.facts(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The family used polish on the table.", "The nurse rang the midwife and the police officer about the child.", "Ms Baker rang the family.",
        "A twin-track plan was made for the child.", "The family heard it at the Crown Court.", "The child was seen at Hospital 1 and at School 2.",
        "In the borough 12% of children are Somali.", "The child was seen when he was in Year 4.", "The author, Ron Lock, is a former soldier who led the review of the child.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_fact_is_left_alone(text: str) -> None:
    assert KNOWN.facts(text) == []


def test_each_kind_counts_once() -> None:
    facts = KNOWN.facts("The child's family is Polish, Somali, Kurdish and Tamil.")
    assert len(facts) == 4
    assert KNOWN.points(facts) == 2


def test_the_core_is_the_shortest_stretch_that_is_enough() -> None:
    text = (
        "On 3 May 2014 the girl came. "
        + "She was well. " * 20
        + "Her father is a jockey from Eritrea and she is a twin."
    )
    facts = KNOWN.facts(text)
    core = KNOWN.core(facts)
    assert KNOWN.points(core) >= KNOWN.threshold
    assert text[core[0].start :].startswith("jockey")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("three sisters aged 4, 6 and 9", True), ("a brother, aged six, and a sister of nine", True), ("sons (11 and 13)", True),
        ("a four-year-old boy and his sister, who was two.", True), ("four children aged 2, 4, 7 and 9", True), ("boy (8) and girl (5)", True),
        ("two older siblings", False), ("her brother, aged six, came", False), ("children aged under five", False), ("two of her sisters came", False),
        ("boys aged 5 to 11 and girls", False), ("She has a brother, aged six. Later a boy of 9 came.", False),
    ],
)  # fmt: skip
def test_a_group_of_siblings_has_ages_and_sexes(text: str, found: bool) -> None:
    assert bool(sibling_groups(text)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 12 November 2015 Child K was found unresponsive.", 1), ("He died on 12/11/2015.", 1), ("She was admitted to hospital on 3 May 2014.", 1),
        ("On 3 May 2014 he was arrested; on 9 May 2014 he was charged.", 2), ("The panel met on 3 March 2016 to consider the death.", 0),
        ("On 14 January 2016 the Board decided to review the death of Child K.", 0), ("Working Together was revised on 26 March 2015.", 0),
        ("The health visitor called on 3 May 2014.", 0), ("He died in November 2015.", 0), ("Draft of 3 May 2016 on the death of Child K", 0),
        ("The report into the death was published on 9 October 2016.", 0),
    ],
)  # fmt: skip
def test_a_date_belongs_to_the_words_that_are_nearest(text: str, found: int) -> None:
    assert len(list(incident_dates(text))) == found


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ((2015, 11, 12), "in mid-November 2015, or in the autumn of 2015"), ((2015, 12, 30), "in late December 2015, or in the winter of 2015–16"),
        ((2016, 1, 4), "in early January 2016, or in the winter of 2015–16"), ((2000, 2, 10), "in early February 2000, or in the winter of 1999–00"),
        ((2014, 3, 21), "in late March 2014, or in the spring of 2014"), ((2014, 8, 20), "in mid-August 2014, or in the summer of 2014"),
    ],
)  # fmt: skip
def test_a_day_is_blurred_to_its_part_of_the_month_and_its_season(day: tuple[int, int, int], words: str) -> None:
    assert blurred(datetime.date(*day)) == words


@pytest.mark.parametrize(
    "text",
    [
        "sister aged 4 ",
        "child twin Polish ",
        "Aa ",
        "died on 3 May 2011 ",
        "the only aaaa ",
        "aged 4, ",
        "worked at the ",
    ],
)
def test_a_long_hostile_text_takes_no_time(text: str) -> None:
    whole = text * (100_000 // len(text))
    began = time.process_time()
    KNOWN.core(KNOWN.facts(whole))
    list(incident_dates(whole))
    assert time.process_time() - began < 5
