"""Dates, times, addresses, NHS numbers and languages are right or wrong by themselves."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from scr_docs.case import values


@given(st.dates())
def test_every_day_is_read_as_it_is_written(day: datetime.date) -> None:
    assert values.parse_date(day.isoformat()) == day


@pytest.mark.parametrize("written", ["2016-02-30", "2016-13-01", "0000-01-01", "2015-02-29"])
def test_a_day_that_does_not_exist_is_no_date(written: str) -> None:
    with pytest.raises(PydanticCustomError, match="is a day that does not exist"):
        values.parse_date(written)


@pytest.mark.parametrize(
    "written", ["14.1.2016", "14 January 2016", "2016", "2016-01-14T10:00", "16-01-14", "20160114"]
)
def test_a_day_in_another_form_is_no_date(written: str) -> None:
    with pytest.raises(PydanticCustomError, match="is not a date in the form that is expected"):
        values.parse_date(written)


@pytest.mark.parametrize("check", [values.parse_date, values.check_time, values.check_email, values.check_language])
@pytest.mark.parametrize("value", [None, [], {"a": "b"}])
def test_what_is_no_text_is_left_to_the_model(check: Any, value: Any) -> None:
    assert check(value) == value


@pytest.mark.parametrize("time", ["10:30", "9:05", "09:05", "00:00", "23:59"])
def test_a_time_of_the_clock_is_right(time: str) -> None:
    assert values.check_time(time) == time


@pytest.mark.parametrize("time", ["24:00", "10.30", "10:60", "10:3", "10:30am", "630", "noon"])
def test_another_time_is_wrong(time: str) -> None:
    with pytest.raises(PydanticCustomError, match="is not a time of day"):
        values.check_time(time)


@pytest.mark.parametrize("address", ["a@b.org", "first.last+tag@mail.example.co.uk", "o'neill@example.org"])
def test_an_email_address_is_right(address: str) -> None:
    assert values.check_email(address) == address


@pytest.mark.parametrize("address", ["a", "a@b", "@b.org", "a b@c.org", "<a@b.org>", "a@b@c.org", "a@b.org, c@d.org"])
def test_another_email_address_is_wrong(address: str) -> None:
    with pytest.raises(PydanticCustomError, match="is not an e-mail address"):
        values.check_email(address)


@pytest.mark.parametrize("tag", ["en-GB", "en", "cy", "pl", "syl", "bfi", "en-gb", "zh-Hant-HK", "pt-BR", "sr-Latn"])
def test_a_tag_that_the_registry_knows_is_a_language(tag: str) -> None:
    assert values.check_language(tag) == tag


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Welsh", "cy"),
        ("polish", "pl"),
        ("BSL", "bfi"),
        ("en-UK", "en-GB"),
        ("en_UK", "en-GB"),
        ("en_GB", "en-GB"),
        ("Farsi", "fa"),
    ],
)
def test_a_language_by_its_name_is_answered_with_its_tag(typed: str, near: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        values.check_language(typed)
    assert (caught.value.context or {})["mend"] == f"Did you mean {near}?"


@pytest.mark.parametrize("tag", ["xx-YY", "zh_HK", "Elvish", "e", "not a language", "en-GB-"])
def test_a_tag_that_the_registry_does_not_know_is_no_language(tag: str) -> None:
    with pytest.raises(PydanticCustomError, match="is not a language tag"):
        values.check_language(tag)


def modulus_11(nine: str) -> str | None:
    """The check digit by the NHS Data Dictionary's five steps; None where a number so begun is not used."""
    total = 0
    for place, digit in enumerate(nine, 1):
        total += int(digit) * (11 - place)
    check = 11 - total % 11
    if check == 11:
        check = 0
    return None if check == 10 else str(check)


@given(st.from_regex(r"[0-9]{10}", fullmatch=True))
def test_an_nhs_number_is_right_if_its_last_digit_is_its_check_digit(digits: str) -> None:
    assert values.is_nhs_number(digits) == (modulus_11(digits[:9]) == digits[9] and len(set(digits)) > 1)


@given(st.from_regex(r"[0-9]{9}", fullmatch=True), st.integers(0, 8))
def test_exactly_one_last_digit_is_right_and_two_neighbours_are_not_exchanged_unseen(nine: str, at: int) -> None:
    right = [digit for digit in "0123456789" if values.is_nhs_number(nine + digit)]
    check = modulus_11(nine)
    assert right == [check] * (check is not None and set(nine) != {check})
    whole = nine + (check or "0")
    swapped = whole[:at] + whole[at + 1] + whole[at] + whole[at + 2 :]
    assert swapped == whole or not (values.is_nhs_number(whole) and values.is_nhs_number(swapped))


@pytest.mark.parametrize(
    "digits", ["943476591", "94347659190", "943 476 5919", "", "943476591x", "0000000000", "1111111111"]
)
def test_other_digits_are_no_nhs_number(digits: str) -> None:
    assert not values.is_nhs_number(digits)


@pytest.mark.parametrize(
    ("last", "postcode", "almost"),
    [
        ("HB2 4QX", "HB2 4QX", False),
        ("HB24QX", "HB24QX", False),
        ("Hallam Bridge HB2 4QX", "HB2 4QX", False),
        ("EC1A 1BB", "EC1A 1BB", False),
        ("M1 1AE ", "M1 1AE", False),
        ("hb2 4qx", None, True),
        ("HB2  4QX", None, True),
        ("HB2 4Q0", None, True),
        ("HBO 4QX", None, True),
        ("HB2 OQX", None, True),
        ("HB2 4QXX", None, True),
        ("HB2 4Q", None, True),
        ("Bolton", None, False),
        ("Poole", None, False),
        ("Colne", None, False),
        ("Ilford", None, False),
        ("Sleepy Hollow", None, False),
        ("Hallam Bridge", None, False),
        ("HMP Aldermoor", None, False),
        ("A1234BC", None, False),
        ("Flat 2", None, False),
        ("", None, False),
    ],
)
def test_the_end_of_an_address_is_a_postcode_or_nearly_one_or_none(
    last: str, postcode: str | None, almost: bool
) -> None:
    assert values.postcode_of(("1 Acacia Road", last)) == postcode
    assert values.almost_postcode(("1 Acacia Road", last)) == almost


def test_no_address_has_no_postcode() -> None:
    assert values.postcode_of(()) is None
    assert not values.almost_postcode(())


def test_words_of_names_are_compared_without_case_figures_and_short_words() -> None:
    assert values.name_words("Kelly-Ann O'Neill", "MASON_2", "Li Zoë") == {"kelly", "ann", "neill", "mason", "zoë"}
