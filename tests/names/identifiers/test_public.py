"""Law, books, money and the mailboxes of public bodies are anybody's, and no identifiers; what stands beside them is."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scr_docs
from scr_docs.names.identifiers import identify
from scr_docs.names.identifiers.public import is_public_mailbox, public_stretches

PUBLIC = (
    "See Re A [2014] EWHC 1234 (Fam) at paragraph 12.",
    "R (X) v Y [2012] UKSC 45 and [2019] EWCA Civ 1234 were followed.",
    "Under SI 2013/1465 and SI 2006 No. 90 the board must act.",
    "The file of the case cites the Regulations 2006/90 and Statutory Instrument 2018/789.",
    "Reference: ISBN 978-0-11-322844-9.",
    "ISBN: 9780749445676 and ISSN 1234-5678.",
    "The programme cost £12,345,678,901, and that one 12345678901 euros.",
    "Write to jo@samaritans.org, enquiries@westmoor.gov.uk or contact@childline.org.uk.",
    "The template was Normal.dotm.",
)


@pytest.mark.parametrize("text", PUBLIC)
def test_what_is_public_is_not_told(text: str) -> None:
    ((*found,),) = scr_docs.find_personal_data([text])
    assert found == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("SI 2013/1465 and NHS number 943 476 5919", "personal-data.nhs-number"),
        ("It cost £120; ring 07700 900123.", "personal-data.phone-number"),
        ("He paid with 4111 1111 1111 1111 pounds of debt.", "personal-data.card-number"),
        ("Ask j.smith@westmoor.gov.uk or enquiries@westmoor.gov.uk.", "personal-data.email-address"),
        ("ISBN 978-0-11-322844-9 was lent to HB2 4QX.", "personal-data.postcode"),
    ],
)
def test_what_stands_beside_it_is_told(text: str, rule: str) -> None:
    ((*found,),) = scr_docs.find_personal_data([text])
    assert [one.rule for one in found] == [rule]


@pytest.mark.parametrize("number", ["943 476 5918", "943-476-5918", "943\u00a0476\u00a05918"])
@pytest.mark.parametrize("words", ["Written on the card: {}.", "NHS number {}", "{} was his number."])
def test_a_number_grouped_as_an_nhs_number_is_not_certain_without_its_check_digit(number: str, words: str) -> None:
    ((*found,),) = scr_docs.find_personal_data([words.format(number)])
    assert all(str(one.severity) != "must-fix" for one in found)


@pytest.mark.parametrize(
    "address",
    ["kelly@nhs.net", "kelly.help@nhs.net", "info@kellys-page.com", "reception@elm-surgery.nhs.uk", "help@elm.sch.uk", "@nhs.uk"],
)  # fmt: skip
def test_a_mailbox_of_a_person_a_surgery_or_a_school_is_not_public(address: str) -> None:
    assert not is_public_mailbox(address)


@given(st.text(max_size=200))
def test_stretches_lie_within_the_text_and_never_break_it(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in public_stretches(text))


def test_hostile_texts_take_no_long_time() -> None:
    for text in ("1" * 100_000, "£1," * 30_000, "[2014] EWFC " * 8_000, "ISBN " * 20_000, "10.1234/" * 12_000):
        start = time.perf_counter()
        list(public_stretches(text))
        assert time.perf_counter() - start < 5
    assert identify("SI " * 20_000) == {}
