from __future__ import annotations

import pytest

from scr_docs.case import Case
from tests.kinds.helpers import quotes, rule_of, tried
from tests.small_case import case_of


@pytest.fixture
def case() -> Case:
    return case_of(
        {
            "id": "child",
            "name": "Toby Thompson",
            "relationship": "subject",
            "report_name": "Child K",
            "born": "2011-05-03",
        },
        {
            "id": "mother",
            "name": "Kelly Thompson",
            "relationship": "mother",
            "report_name": "Mother",
            "phone": "07700 900123",
        },
        {"id": "aunt", "name": "Grace Price", "relationship": "aunt", "phone": "07700 900456"},
        professionals=[{"name": "Dr Adeyemi Okafor", "report_name": "GP 1"}],
    )


TEXT = "Kelly and kelly rang Dr Okafor on 07700 900123 after 3 May 2011. Then Thompson left."


@pytest.mark.parametrize(
    ("what", "sure", "found"),
    [
        (["person"], True, ["Kelly", "Thompson"]),
        (["person"], False, ["kelly"]),
        (["professional"], True, ["Okafor"]),
        (["contact-detail", "birth"], True, ["07700 900123", "3 May 2011"]),
        (["death"], True, []),
    ],
)
def test_only_the_values_that_are_asked_for_are_told(case: Case, what: list[str], sure: bool, found: list[str]) -> None:
    assert quotes(tried(rule_of("known", what=what, sure=sure), TEXT, case=case)) == found


def test_a_finding_says_whose_it_is_and_what_to_write(case: Case) -> None:
    (name,) = tried(rule_of("known", what=("person",)), "So Kelly rang.", case=case)
    assert (name.person, name.suggestion, name.message) == ("mother", "Mother", "Mother||{quote}")
    assert (name.location.start, name.location.end) == (3, 8)
    (shared,) = tried(rule_of("known", what=("person",)), "The Thompsons.", case=case)
    assert (shared.person, shared.suggestion) == (None, "Child K or Mother")


def test_parts_outside_its_scope_are_left_alone(case: Case) -> None:
    rule = rule_of("known", what=("person",), scope=("comment",))
    assert quotes(tried(rule, "Kelly", ("comment", "Toby"), case=case)) == ["Toby"]


def test_in_a_letter_only_what_is_others_is_told(case: Case) -> None:
    rule = rule_of("known", what=("person", "contact-detail", "birth"), of_others=True, documents="letters")
    text = "Dear Kelly Thompson, Toby died. 07700 900123. Then Grace Price, 07700 900456, came."
    assert quotes(tried(rule, text, case=case, recipient=case.person("mother"))) == ["Grace Price", "07700 900456"]
    assert quotes(tried(rule, text, case=case, recipient=case.person("aunt"))) == ["Kelly Thompson", "07700 900123"]


def test_without_a_case_file_nothing_is_known() -> None:
    assert tried(rule_of("known", what=("person",)), TEXT) == []
    assert tried(rule_of("known", what=("person",), of_others=True), TEXT) == []
