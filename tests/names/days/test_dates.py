"""Every day in every way of writing it; and what only looks like one."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_docs.names.days.dates import dates, months

Day = datetime.date
DAYS = st.dates(Day(1990, 1, 1), Day(2030, 12, 31))
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
]
ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]


def suffix(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def month(day: Day) -> str:
    return MONTHS[day.month - 1].title()


def year_in_words(year: int) -> str:
    rest = year % 100
    tens = {2: "twenty", 3: "thirty", 9: "ninety"}.get(rest // 10, "")
    words = UNITS[rest - 1] if 0 < rest < 20 else f"{tens} {UNITS[rest % 10 - 1]}" if rest % 10 else tens
    return f"nineteen {words}" if year < 2000 else f"two thousand and {words}" if rest else "two thousand"


FORMS: dict[str, Callable[[Day], str]] = {
    "3 May 2011": lambda day: f"{day.day} {month(day)} {day.year}",
    "03 May 2011": lambda day: f"{day.day:02} {month(day)} {day.year}",
    "3rd May 2011": lambda day: f"{day.day}{suffix(day.day)} {month(day)} {day.year}",
    "3rd of May, 2011": lambda day: f"{day.day}{suffix(day.day)} of {month(day)}, {day.year}",
    "3 rd May 2011": lambda day: f"{day.day} {suffix(day.day)} {month(day)} {day.year}",
    "the third of May 2011": lambda day: f"the {ORDINALS[day.day - 1]} of {month(day)} {day.year}",
    "third May 2011": lambda day: f"{ORDINALS[day.day - 1]} {month(day)} {day.year}",
    "the third day of May 2011": lambda day: f"the {ORDINALS[day.day - 1]} day of {month(day)} {day.year}",
    "the third of May two thousand and eleven": lambda day: (
        f"the {ORDINALS[day.day - 1]} of {month(day)} {year_in_words(day.year)}"
    ),
    "May 3, 2011": lambda day: f"{month(day)} {day.day}, {day.year}",
    "May 3rd 2011": lambda day: f"{month(day)} {day.day}{suffix(day.day)} {day.year}",
    "May the 3rd, 2011": lambda day: f"{month(day)} the {day.day}{suffix(day.day)}, {day.year}",
    "MAY THE THIRD 2011": lambda day: f"{month(day)} the {ORDINALS[day.day - 1]} {day.year}".upper(),
    "Tuesday 3 May 2011": lambda day: f"{day:%A} {day.day} {month(day)} {day.year}",
    "3 may 2011": lambda day: f"{day.day} {month(day).lower()} {day.year}",
    "3-May-2011": lambda day: f"{day.day}-{month(day)[:3]}-{day.year}",
    "3May2011": lambda day: f"{day.day}{month(day)[:3]}{day.year}",
    "03/05/2011": lambda day: f"{day.day:02}/{day.month:02}/{day.year}",
    "3/5/2011": lambda day: f"{day.day}/{day.month}/{day.year}",
    "3.5.2011": lambda day: f"{day.day}.{day.month}.{day.year}",
    "03 – 05 – 2011": lambda day: f"{day.day:02} – {day.month:02} – {day.year}",
    "03-05-2011": lambda day: f"{day.day:02}-{day.month:02}-{day.year}",
    "03 05 2011": lambda day: f"{day.day:02} {day.month:02} {day.year}",
    "with no-break spaces": lambda day: f"{day.day}\u00a0{month(day)}\u00a0{day.year}",
    "3.v.2011": lambda day: f"{day.day}.{ROMAN[day.month - 1]}.{day.year}",
    "3 V 2011": lambda day: f"{day.day} {ROMAN[day.month - 1].upper()} {day.year}",
    "2011-05-03": lambda day: day.isoformat(),
    "2011-05-03T09:30:00Z": lambda day: f"{day.isoformat()}T09:30:00Z",
    "2011/05/03": lambda day: f"{day:%Y/%m/%d}",
}


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS)
def test_every_day_is_read_in_every_form(form: str, day: Day) -> None:
    found = list(dates(f"It was on {FORMS[form](day)} that she came."))
    assert [each.day for each in found] == [day]


@given(day=st.dates(Day(1990, 1, 1), Day(2025, 12, 31)))
def test_a_year_of_two_digits_is_the_last_that_has_been(day: Day) -> None:
    for text in (f"{day.day}/{day.month}/{day:%y}", f"{day.day} {month(day)} '{day:%y}", f"{day:%d.%m.%y}"):
        assert [each.day for each in dates(f"On {text} she came.")] == [day]


@given(day=DAYS)
def test_figures_without_signs_are_read_only_where_they_are_asked_for(day: Day) -> None:
    for text in (f"{day:%d%m%Y}", f"{day:%Y%m%d}"):
        assert list(dates(text)) == []
        assert [each.day for each in dates(text, compact=True)] == [day]


@given(day=DAYS, more=st.integers(1, 3))
def test_each_day_of_several_is_read(day: Day, more: int) -> None:
    later = day + datetime.timedelta(more)
    if later.month != day.month:
        return
    for sign in ("/", "-", " and ", " to ", " or ", " until Friday "):
        text = f"in the night of {day.day}{sign}{later.day} {month(day)} {day.year}"
        assert [each.day for each in dates(text)] == [day, later]
        assert all(text[each.start].isdigit() and text[: each.end] == text for each in dates(text))


def test_the_year_of_the_second_date_is_that_of_the_first() -> None:
    assert [each.day for each in dates("between 3 May and 12 June 2011")] == [Day(2011, 5, 3), Day(2011, 6, 12)]


def test_a_date_that_may_have_its_month_first_has_both_days() -> None:
    (both,) = dates("03/05/2011")
    assert (both.day, both.swapped) == (Day(2011, 5, 3), Day(2011, 3, 5))
    (one,) = dates("05/13/2011")
    assert (one.day, one.swapped) == (Day(2011, 5, 13), None)
    assert [each.swapped for each in dates("3 May 2011, 13/5/2011, 2011-05-03, 4.4.2011, 3.v.2011")] == [None] * 5


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2011", "paragraph 4.12", "from 10.30-12.30", "0/0/2011", "the score was 3-2", "call 0800 1111", "May 2011",
        "in the second May half-term", "01632 960123", "24/7", "1 in 2,000", "12 of 2011 children", "3 May", "£3.50",
    ],
)  # fmt: skip
def test_what_is_no_day_is_not_read(text: str) -> None:
    assert list(dates(text)) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in May 2013", Day(2013, 5, 1), Day(2013, 5, 31)), ("Feb. 2012", Day(2012, 2, 1), Day(2012, 2, 29)),
        ("05/2013", Day(2013, 5, 1), Day(2013, 5, 31)), ("May '13", Day(2013, 5, 1), Day(2013, 5, 31)),
    ],
)  # fmt: skip
def test_a_month_is_read_from_its_first_day_to_its_last(text: str, first: Day, last: Day) -> None:
    assert [(each.first, each.last) for each in months(text)] == [(first, last)]


def test_a_month_of_a_full_date_is_no_month() -> None:
    assert [each.first for each in months("3 May 2013, June 2013, 4 July 2013")] == [Day(2013, 6, 1)]


@given(text=st.text(alphabet=st.sampled_from("0123456789/.- ,stMayJunethird\u00a0–"), max_size=80))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    for found in dates(text, compact=True):
        assert 0 <= found.start < found.end <= len(text)
    assert all(each.first.day == 1 for each in months(text))


@pytest.mark.parametrize("text", ["3 May 2011 ", "3.5.", "1", "3 and ", "may ", "first ", "January 3 ", "/", " "])
def test_a_long_hostile_text_takes_no_time(text: str) -> None:
    began = time.process_time()
    list(dates(text * (100_000 // len(text))))
    list(months(text * (100_000 // len(text))))
    assert time.process_time() - began < 5
