from __future__ import annotations

import pytest
from pydantic import ValidationError

from scr_docs.names.identifiers import SHAPES
from tests.kinds.helpers import quotes, rule_of, tried
from tests.small_case import case_of

CASE = case_of(
    {"name": "Kelly Thompson", "phone": "07700 900123", "email": "kelly@example.org", "born": "1991-05-02"},
    board={
        "name": "A Board", "phone": "01632 960100", "email": "board@example.org", "address": ["1 Bridge Street", "HB1 1AA"],
    },
    team={"family_contact": {"phone": "+44 1632 960102"}},
    support=[{"email": "help@example.org"}],
    identifiers=[{"value": "943 476 5919"}],
)  # fmt: skip


@pytest.mark.parametrize(
    ("shape", "text", "found"),
    [
        ("phone-number", "07700 900123, 07700 900789, 01632 960100 and 01632 960102", ["07700 900789"]),
        ("email-address", "kelly@example.org, Board@Example.org, help@example.org, x@example.org", ["x@example.org"]),
        ("postcode", "HB1 1AA and HB11AA and HB2 4QX", ["HB2 4QX"]),
        ("birth-date", "born on 2 May 1991, born on 3 June 2009", ["3 June 2009"]),
        ("nhs-number", "943 476 5919 and 401 023 2137", ["401 023 2137"]),
    ],
)
def test_what_the_case_file_knows_or_calls_public_is_not_told_again(shape: str, text: str, found: list[str]) -> None:
    assert quotes(tried(rule_of("shape", shape=shape), text, case=CASE)) == found


def test_the_reference_of_the_review_and_the_boards_own_address_are_public() -> None:
    case = case_of(
        {"name": "Kelly Thompson"},
        reference="HB-2016-02",
        board={
            "name": "A Board",
            "website": "https://www.board.example.com",
            "address": ["1 Bridge Street", "HB1 1AA"],
        },
    )
    text = "Our ref: HB-2016-02 and HB-2016-03. See board.example.com/reviews, 1 Bridge Street and 2 Bridge Street."
    told = {
        shape: quotes(tried(rule_of("shape", shape=shape), text, case=case))
        for shape in ("local-case-number", "web-address", "street-address")
    }
    assert told == {"local-case-number": ["HB-2016-03"], "web-address": [], "street-address": ["2 Bridge Street"]}


def test_a_place_of_the_case_file_is_told_by_its_own_rule_only() -> None:
    case = case_of({"name": "Kelly Thompson"}, places=[{"name": "Elm Grove Primary School", "kind": "school"}])
    rule = rule_of("shape", shape="school")
    assert quotes(tried(rule, "Elm Grove Primary School and Larkrise Primary School", case=case)) == [
        "Larkrise Primary School"
    ]


def test_one_stretch_of_text_is_told_by_one_rule() -> None:
    text = "He gave 07700 900789 as his account number, and custody record YT/01234/15 as the crime reference."
    told = {shape: quotes(tried(rule_of("shape", shape=shape), text)) for shape in SHAPES}
    assert {shape: found for shape, found in told.items() if found} == {
        "phone-number": ["07700 900789"],
        "custody-record": ["YT/01234/15"],
    }


def test_places_in_the_text_are_those_of_the_original_letters() -> None:
    text = "rang\u200b\u00a0 07700\u00a0\u00a0900\u00ad789, at 14  Acacia\tRoad"
    for shape, found in (("phone-number", "07700\u00a0\u00a0900\u00ad789"), ("street-address", "14  Acacia\tRoad")):
        assert quotes(tried(rule_of("shape", shape=shape), ("comment", text))) == [found]


def test_a_shape_that_there_is_not_is_a_mistake() -> None:
    with pytest.raises(ValidationError, match="names no shape of an identifier"):
        rule_of("shape", shape="shoe-size")


def test_an_address_that_holds_a_known_name_is_still_told() -> None:
    rule = rule_of("shape", shape="email-address")
    assert quotes(tried(rule, "from Kelly.Thompson@example.org", case=CASE)) == ["Kelly.Thompson@example.org"]


def test_without_a_case_file_every_shape_is_told() -> None:
    assert quotes(tried(rule_of("shape", shape="phone-number"), "07700 900123")) == ["07700 900123"]


def test_a_tables_header_and_label_say_what_a_date_is() -> None:
    rule = rule_of("shape", shape="birth-date")
    found = tried(rule, "| Who | D.o.b. | Seen |\n| Cousin | 7.6.09 | 8.6.09 |\n| DOB | x | 9.6.09 |")
    assert [(finding.text, finding.location.part) for finding in found] == [("7.6.09", "table"), ("9.6.09", "table")]


def test_parts_outside_its_scope_are_left_alone() -> None:
    rule = rule_of("shape", shape="postcode", scope=("comment",))
    assert quotes(tried(rule, "HB2 4QX", ("comment", "HB2 4QY"))) == ["HB2 4QY"]
