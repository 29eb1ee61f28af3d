"""Days of birth and death that are told without being written."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_docs.names.days.ages import Age, ages, shift
from scr_docs.names.days.feasts import easter, feast
from scr_docs.names.days.numbers import ORDINAL, value
from scr_docs.names.days.told_dates import told

Day = datetime.date
BORN, DIED = Day(2011, 5, 3), Day(2015, 11, 12)
DAYS = st.dates(Day(1990, 1, 1), Day(2030, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "On 1 May 2013, two days before her second birthday, she was seen.",
        "A week after his third birthday, on 10 May 2014, he fell.",
        "On 2 May 2014, the day before her third birthday, she was seen.",
        "He turned four on 3 May 2015.", "It would have been his fifth birthday on 3 May 2016.",
        "They celebrated his fourth birthday (03/05/2015).", "His birthday, 3 May 2014, was a good day.",
        "On 12 June 2013 Child K, aged 2 years, 1 month and 9 days, was weighed.",
        "At 40 days old, on 12 June 2011, she was seen.", "Born exactly nine months before 3 February 2012.",
        "He was born the day after 2 May 2011.", "In 2010 she moved. Her son was born in 2011, on 3 May of that year.",
        "He was born on the first Tuesday of May 2011.", "His birthday is 3 May.", "Her birthday fell on May 3rd.",
        "Next week he turns four on 3 May and wants a party.", "Each year on May 3rd Gran lights a candle for him.",
        "The pram was a present (3 May) and was sold in June.",
    ],
)  # fmt: skip
def test_a_day_of_birth_is_told(text: str) -> None:
    found = [each for each in told(text) if each.fits(BORN)]
    assert found
    assert found[0].exact
    assert found[0].event == "birth"
    assert not any(each.fits(BORN + datetime.timedelta(1)) or each.fits(BORN - datetime.timedelta(1)) for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "He was found on 10 November 2015. He died two days later.", "On 11 November 2015 he was taken ill and died the next day.",
        "She died on the second Thursday of November 2015.", "He died on the day after Armistice Day 2015.",
        "Child K died on 12 November.", "He died four days after Remembrance Sunday 2015.",
        "He died a fortnight before 26 November 2015.",
    ],
)  # fmt: skip
def test_a_day_of_death_is_told(text: str) -> None:
    found = [each for each in told(text) if each.fits(DIED)]
    assert [(each.exact, each.event) for each in found] == [(True, "death")]


@pytest.mark.parametrize(
    "text",
    [
        "on his third birthday in May 2014",
        "Child K, aged nine weeks, was seen on 8 July 2011",
        "the form gives 05/03/2011",
    ],
)
def test_what_leaves_several_days_open_is_told_as_such(text: str) -> None:
    assert [(each.exact, each.whole) for each in told(text) if each.fits(BORN)] == [(False, False)]


@pytest.mark.parametrize(
    "text",
    [
        "Shortly before his second birthday he was seen.", "Mother asked that it be kept away from Mothering Sunday and his birthday.",
        "Child K died in November 2015, when she was seven months old.", "The panel met two days before 3 May 2016.",
        "He was born at Christmas.", "The next day he came home.", "", "She was aged four on 3 June 2015.",
    ],
)  # fmt: skip
def test_ordinary_words_tell_no_day(text: str) -> None:
    assert not any(each.fits(BORN) or each.fits(DIED) for each in told(text))


@given(born=DAYS, years=st.integers(1, 18), days=st.integers(1, 20))
def test_a_day_counted_from_a_birthday_tells_that_birth_and_no_other(born: Day, years: int, days: int) -> None:
    on = shift(born, years=years, days=-days)
    text = f"On {on:%d %B %Y}, {days} days before her {years}{'st' if years == 1 else 'nd' if years == 2 else 'rd' if years == 3 else 'th'} birthday, she fell."
    (found,) = told(text)
    assert found.fits(born)
    assert found.exact
    assert found.whole
    other = shift(born, days=40)
    assert not found.fits(other)


@given(born=DAYS, on=st.integers(1, 6000))
def test_an_age_to_the_day_tells_the_birth(born: Day, on: int) -> None:
    day = born + datetime.timedelta(on)
    (age,) = ages(f"aged {on // 7} weeks and {on % 7} days") if on >= 7 and on % 7 else (Age(0, 0, days=on),)
    assert age.fits(born, day)
    assert not age.fits(born, day + datetime.timedelta(1))
    assert not age.fits(born + datetime.timedelta(1), day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aged seven years and nine months", [(7, 9, 0, 0)]), ("a 34-year-old man", [(34, 0, 0, 0)]),
        ("sisters aged 4, 6 and 9", [(4, 0, 0, 0), (6, 0, 0, 0), (9, 0, 0, 0)]), ("when he was four.", [(4, 0, 0, 0)]),
        ("at the age of six weeks", [(0, 0, 6, 0)]), ("the 14-month-old", [(0, 14, 0, 0)]), ("aged 3yrs 2mths", [(3, 2, 0, 0)]),
        ("aged three and a half years", [(3, 6, 0, 0)]), ("a 9 day old baby", [(0, 0, 0, 9)]), ("a 2-year old sibling", [(2, 0, 0, 0)]),
        ("aged about four", []), ("children aged 16 and over", []), ("aged 5-11", []), ("aged five to eleven", []), ("under two years old", []),
        ("in her thirties", []), ("aged between 5 and 9", []), ("at 28 weeks", []), ("two years ago", []), ("an age-old question", []),
    ],
)  # fmt: skip
def test_exact_ages_are_read_and_rough_ones_left_alone(text: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert [(age.years, age.months, age.weeks, age.days) for age in ages(text)] == expected


@pytest.mark.parametrize(
    ("year", "day"), [(1961, (4, 2)), (2000, (4, 23)), (2008, (3, 23)), (2011, (4, 24)), (2015, (4, 5)), (2019, (4, 21)), (2024, (3, 31)), (2038, (4, 25))]
)  # fmt: skip
def test_easter_is_as_in_the_calendar(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == Day(year, *day)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Boxing Day", (12, 26)), ("Mothering Sunday", (3, 6)), ("Mother’s Day", (3, 6)), ("Good Friday", (3, 25)), ("Halloween", (10, 31)),
        ("Father's Day", (6, 19)), ("August bank holiday", (8, 29)), ("leap day", (2, 29)), ("Remembrance Sunday", (11, 13)), ("New  Year's Eve", (12, 31)),
    ],
)  # fmt: skip
def test_days_with_a_name_are_those_of_2016(name: str, day: tuple[int, int]) -> None:
    assert feast(name, 2016) == Day(2016, *day)


def test_there_is_no_leap_day_in_an_ordinary_year() -> None:
    assert feast("leap day", 2015) is None
    assert feast("pay day", 2015) is None


def test_numbers_in_words_have_their_values() -> None:
    assert [value(word) for word in ("14", "fourteen", "3rd", "twenty-first", "Thirty one", "twelfth", "fiftieth")] == [
        14,
        14,
        3,
        21,
        31,
        12,
        50,
    ]
    assert ORDINAL


@pytest.mark.parametrize(
    "text",
    [
        "third birthday, 3 May 2014 ",
        "two days later ",
        "died on 3 May ",
        "aged 4 weeks on 3 May 2011, ",
        "Boxing Day ",
        "the next day ",
    ],
)
def test_a_long_hostile_text_takes_no_time(text: str) -> None:
    began = time.process_time()
    told("born " + text * (100_000 // len(text)))
    assert time.process_time() - began < 5
