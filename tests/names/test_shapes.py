from __future__ import annotations

import datetime
import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scr_docs.case.values import is_nhs_number
from scr_docs.names.dates import PLACEHOLDERS, dates
from scr_docs.names.shapes import SHAPES, phone_digits


def found(shape: str, text: str, context: str = "") -> list[str]:
    """The stretches of the text that have this shape."""
    return [text[hit.start : hit.end] for hit in SHAPES[shape](text, context)]


@pytest.mark.parametrize(
    "written",
    [
        "3 May 2011", "03 May 2011", "3rd May 2011", "3rd of May 2011", "3rd day of May 2011", "3 may 2011", "3 MAY 2011",
        "May 3 2011", "May 3rd, 2011", "3 May, 2011", "3 May 11", "3 May '11", "3 May ’11", "3-May-2011", "3May2011",
        "3/5/2011", "03/05/2011", "3/5/11", "3.5.2011", "3.5.11", "3-5-2011", "3 / 5 / 2011", "03 05 2011", "2011-05-03",
        "2011/05/03", "3  May  2011", "3\u00a0May\u00a02011", "3\nMay 2011",
    ],
)  # fmt: skip
def test_a_day_is_read_in_words_and_figures(written: str) -> None:
    text = f"it was ({written}) then"
    (day,) = dates(text)
    assert text[day.start : day.end] == written
    assert day.day == datetime.date(2011, 5, 3)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1 Jan 2015", (2015, 1, 1)), ("2 Feb. 2015", (2015, 2, 2)), ("3 Mar 2015", (2015, 3, 3)), ("4 Apr 2015", (2015, 4, 4)),
        ("5 Jun 2015", (2015, 6, 5)), ("6 Jul 2015", (2015, 7, 6)), ("7 Aug 2015", (2015, 8, 7)), ("8 Sept 2015", (2015, 9, 8)),
        ("9 Sep 2015", (2015, 9, 9)), ("10 Oct 2015", (2015, 10, 10)), ("11 Nov 2015", (2015, 11, 11)),
        ("12 December 2015", (2015, 12, 12)), ("29 February 2016", (2016, 2, 29)), ("31/12/99", (1999, 12, 31)),
        ("10/11/2016", (2016, 11, 10)),
    ],
)  # fmt: skip
def test_months_may_be_short_and_the_day_comes_first(written: str, day: tuple[int, int, int]) -> None:
    assert [one.day for one in dates(written)] == [datetime.date(*day)]


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2015", "30/02/2015", "29 February 2015", "13/13/2015", "0/5/2011", "32 May 2011", "1 Dec 1899", "May 2011",
        "3 May", "3 maybe 2011", "3 Mayor 2011", "2011 2012 2013", "1.2.3", "version 12", "in 2011", "11/2015",
        "", "no figures at all",
    ],
)  # fmt: skip
def test_what_is_no_day_of_the_calendar_is_left_alone(text: str) -> None:
    assert list(dates(text)) == []


def test_both_ends_of_a_range_are_read() -> None:
    text = "from 3/5/2011-4/6/2011 and 5 July 2011–6 July 2011, and 7 July 2011-8 July 2011"
    assert [day.day.month for day in dates(text)] == [5, 6, 7, 7, 7, 7]


@given(st.dates(datetime.date(1901, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_is_read_as_itself(day: datetime.date) -> None:
    long = f"{day.day} {day:%B %Y}"
    for written in (long, f"{day:%d/%m/%Y}", f"{day:%Y-%m-%d}", f"{day:%d.%m.%Y}", f"{day:%B} {day.day}, {day.year}"):
        assert [one.day for one in dates(f"on {written}.")] == [day]


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


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("401 023 2137", ""), ("401-023-2137", ""), ("401.023.2137", ""), ("401  023  2137", ""), ("401\u00a0023\u00a02137", ""),
        ("NHS number 4010232137", ""), ("nhs no. 4010232137", ""), ("4010232137 (NHS)", ""), ("NHS4010232137", ""),
        ("NHS: 401 0232137", ""), ("4010232137", "NHS number | Child"), ("4010232137", " | NHS no"), ("(401 023 2137)", ""),
    ],
)  # fmt: skip
def test_an_nhs_number_is_found_grouped_or_near_the_letters(text: str, context: str) -> None:
    (hit,) = SHAPES["nhs-number"](text, context)
    assert hit.value == "4010232137"


@pytest.mark.parametrize(
    "text",
    [
        "4010232137", "401 023 2138", "NHS number 4010232138", "NHS 401 023 213", "14010232137", "401 023 21370", "111 111 1111",
        "NHS " + "x " * 30 + "4010232137", "A401 023 2137", "401 023 2137B",
    ],
)  # fmt: skip
def test_another_number_is_no_nhs_number(text: str) -> None:
    assert found("nhs-number", text) == []


@given(st.integers(0, 999_999_999))
def test_of_ten_digits_at_most_one_last_digit_makes_an_nhs_number(first: int) -> None:
    right = [last for last in range(10) if is_nhs_number(f"{first:09d}{last}")]
    assert len(right) <= 1
    for last in right:
        digits = f"{first:09d}{last}"
        weighted = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True))
        assert weighted % 11 == 0
        assert found("nhs-number", f"{digits[:3]} {digits[3:6]} {digits[6:]}")


@pytest.mark.parametrize(
    "text",
    [
        "WC2N 5DU",
        "WC2N5DU",
        "SW1A 1AA",
        "M1 1AE",
        "B33 8TH",
        "CR2 6XH",
        "HB2 4QX",
        "HB2  4QX",
        "HB2\u00a04QX",
        "(HB2 4QX).",
    ],
)
def test_a_postcode_is_found(text: str) -> None:
    (hit,) = SHAPES["postcode"](text, "")
    assert hit.value == "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize(
    "text", ["WC2N", "section B2 3CD", "HB2 4QX7", "AHB2 4QXA", "12 4QX", "HB2 QX4", "page A4", "wc2n 5du"]
)
def test_another_code_is_no_postcode(text: str) -> None:
    assert found("postcode", text) == []


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        # numbers that Ofcom sets aside for drama
        ("07700 900789", "07700900789"), ("07700900789", "07700900789"), ("07700-900-789", "07700900789"),
        ("07700.900.789", "07700900789"), ("(07700) 900789", "07700900789"), ("tel:07700900789", "07700900789"),
        ("Tel.07700 900789", "07700900789"), ("+44 7700 900789", "07700900789"), ("+44 (0) 7700 900789", "07700900789"),
        ("0044 7700 900789", "07700900789"), ("(+44) 7700 900789", "07700900789"), ("+447700900789", "07700900789"),
        ("+44 07700 900789", "07700900789"), ("020 7946 0958", "02079460958"), ("(020) 7946 0958", "02079460958"),
        ("01632 960789", "01632960789"), ("(01632) 960 789", "01632960789"), ("0113 496 0999", "01134960999"),
        ("01632 960789.", "01632960789"), ("07700 900789/790", "07700900789"), ("07700 900789 1", "07700900789"),
        ("(01632 960789", "01632960789"), ("016977 3999", "0169773999"),
    ],
)  # fmt: skip
def test_a_telephone_number_is_found(text: str, digits: str) -> None:
    assert [hit.value for hit in SHAPES["phone-number"](f"rang {text} twice", "")] == [digits]


@pytest.mark.parametrize(
    "text",
    [
        "0800 1111", "0808 800 5000", "0300 123 4567", "0345 678 9000", "0845 46 47 48", "116 123", "999", "101", "111", "900789",
        "2010 2011 2012 2013", "01 02 2015 at 10 30", "paras 01 02 03 04 05 06", "ref 07700900789X", "X07700900789", "1234567890",
        "3.07700900789", "+44 800 1111 000", "+44 300 123 4567", "00000000000", "401 023 2137", "07700 9007",
    ],
)  # fmt: skip
def test_help_lines_and_other_numbers_are_left_alone(text: str) -> None:
    assert found("phone-number", text) == []


def test_an_nhs_number_that_looks_like_a_telephone_number_is_told_once() -> None:
    number = next(f"{n:010d}" for n in range(1_130_000_000 // 10, 200_000_000) if is_nhs_number(f"{n:010d}"))
    assert number.startswith("01")
    text = f"NHS number {number}"
    assert found("nhs-number", text) == [number]
    assert found("phone-number", text) == []


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        ("07700 900789", "07700900789"),
        ("+44 (0)7700 900789", "07700900789"),
        ("004407700900789", "07700900789"),
        ("+48 22", "4822"),
    ],
)
def test_the_digits_of_a_number_are_those_dialled_at_home(number: str, digits: str) -> None:
    assert phone_digits(number) == digits


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("from j.smith99@example.org.", "j.smith99@example.org"),
        ("from J.Smith@EXAMPLE.ORG, twice", "j.smith@example.org"),
        ("mailto:x@example.co.uk", "x@example.co.uk"),
        ("<kelly+1@sub.example.org>", "kelly+1@sub.example.org"),
        ("o’neill@example.org", "o’neill@example.org"),
        ("'kelly@example.org'", "kelly@example.org"),
        ("k_t-1@example.org;", "k_t-1@example.org"),
    ],
)
def test_an_email_address_is_found(text: str, address: str) -> None:
    assert [hit.value for hit in SHAPES["email-address"](text, "")] == [address]


@pytest.mark.parametrize("text", ["@kelly", "kelly@", "kelly @ example.org", "kelly@example", "a@.b", "at example.org"])
def test_another_handle_is_no_email_address(text: str) -> None:
    assert found("email-address", text) == []


@settings(deadline=None)
@given(
    st.text(st.sampled_from("0123456789 ()+-./@abNHSborn DOBMay'’:|,\u00a0"), max_size=60),
    st.sampled_from(["", "DOB | NHS"]),
)
def test_shapes_lie_inside_the_text_in_order(text: str, context: str) -> None:
    for find in SHAPES.values():
        hits = list(find(text, context))
        assert all(0 <= hit.start < hit.end <= len(text) and hit.value for hit in hits)
        assert all(one.end <= other.start for one, other in itertools.pairwise(hits))


HOSTILE = {
    "digits": "1" * 100_000, "spaced digits": "1 " * 50_000, "phones": "07 " * 33_000, "quotes": "'" * 100_000, "at": "a@" * 50_000,
    "dots": "a.a@a." * 16_000, "letters": "a" * 100_000, "brackets": "(0" * 50_000, "born": ("born" + " " * 60) * 1_500,
    "dates": "born on 1/1/" * 8_000, "one a": "'a" * 50_000, "dob": "d.o.b " * 16_000, "commas": "1 May 2011, " * 8_000,
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_takes_no_more_than_a_moment(name: str, shape: str) -> None:
    started = time.process_time()
    list(SHAPES[shape](HOSTILE[name], ""))
    assert time.process_time() - started < 5


def test_every_placeholder_of_a_rule_is_a_pattern() -> None:
    assert set(PLACEHOLDERS) == {"date", "month", "number", "word", "words", "gap"}
