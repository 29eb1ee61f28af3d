from __future__ import annotations

import pytest

from scr_docs.names.identifiers import SHAPES


def found(shape: str, text: str, context: str = "") -> list[str]:
    """The stretches of the text that have this shape."""
    return [text[hit.start : hit.end] for hit in SHAPES[shape](text, context)]


@pytest.mark.parametrize(
    "text",
    [
        "born on 3 May 2011", "born 3/5/11", "Born: 3 May 2011", "was born on the 3rd of May 2011", "born in London on 3 May 2011",
        "born at Hospital 1 on 3 May 2011", "born prematurely on 3 May 2011", "born on Tuesday, 3 May 2011", "newborn on 3 May 2011",
        "stillborn on 3 May 2011", "born on or about 3 May 2011", "DOB 3.5.11", "D.O.B.: 03/05/2011", "d.o.b 3 May 2011",
        "D/O/B 3/5/2011", "DoB – 3 May 2011", "Date of birth (3 May 2011)", "date of birth\t3 May 2011", "birth date: 3 May 2011",
        "His date of birth is given as 3 May 2011", "her birthday, 3 May 2011", "birthday was on 3 May 2011", "(b. 3 May 2011)",
        "gave birth on 3 May 2011", "3 May 2011 (date of birth)", "3 May 2011 (DOB)",
    ],
)  # fmt: skip
def test_a_date_that_words_call_a_birth_date_is_one(text: str) -> None:
    assert len(found("birth-date", f"Child K, {text}, lived here.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "died on 3 May 2011", "on 3 May 2011", "the report of 3 May 2011", "born in May 2011", "born in 2011 and moved on 3 May 2014",
        "Child K was born. On 3 May 2011 they moved", "born on 31 February 2011", "reborn 3 May 2011", "the airborne unit, 3 May 2011",
        "turned four on 3 May 2015", "the child was born at home. The visit was on 3 May 2011",
    ],
)  # fmt: skip
def test_another_date_is_no_birth_date(text: str) -> None:
    assert found("birth-date", text) == []


def test_dates_of_birth_in_a_row_are_all_found() -> None:
    assert len(found("birth-date", "born 3 May 2011, 4 June 2013 and 5 July 2014")) == 3
    assert len(found("birth-date", "born 3 May 2011 and seen on 4 June 2013")) == 1


@pytest.mark.parametrize(
    "context",
    [
        "DOB | Child",
        "D.o.b. | ",
        "Date of birth | Sibling 1",
        " | Date of birth",
        "Name and DOB | x",
        "Born | x",
        "Child's date of birth | ",
    ],
)
def test_the_words_of_a_table_can_say_that_a_date_is_a_birth_date(context: str) -> None:
    assert found("birth-date", "7.6.09", context) == ["7.6.09"]


@pytest.mark.parametrize(
    "context", ["", " | ", "Date | Event", "Stubborn | x", "| The child was born at home and lived with"]
)
def test_other_words_of_a_table_do_not(context: str) -> None:
    assert found("birth-date", "7.6.09", context) == []
