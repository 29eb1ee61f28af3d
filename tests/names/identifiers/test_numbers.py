from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scr_docs.case.values import is_nhs_number
from scr_docs.names.identifiers import SHAPES, phone_digits


def found(shape: str, text: str, context: str = "") -> list[str]:
    """The stretches of the text that have this shape."""
    return [text[hit.start : hit.end] for hit in SHAPES[shape](text, context)]


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
    "text", ["WC2N", "section B2 3CD", "HB2 4QX7", "AHB2 4QXA", "12 4QX", "HB2 QX4", "page A4", "qq2n 5du", "ls2 5th"]
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
