from __future__ import annotations

from typing import Any

import pytest

from scr_docs.case import Case
from tests.kinds.helpers import rule_of, tried
from tests.small_case import case_of


def case(**review: Any) -> Case:
    return case_of(
        {"id": "child", "name": "Toby Thompson", "relationship": "subject", "greeting": "Tobes"},
        review={"kind": "scr", **review},
        team={
            "lead_reviewer": {"name": "Siân O’Neill"},
            "family_contact": {"name": "Sam Carey", "phone": "01632 960102"},
        },
    )


PERIOD = {"period": {"from": "2013-01-01", "to": "2015-11-30"}}


@pytest.mark.parametrize(
    ("fact", "text", "told"),
    [
        ("subject", "We are sorry that Tobes died.", False),
        ("subject", "We are sorry that Toby died.", True),
        ("leader", "SIAN O'NEILL leads it.", False),
        ("leader", "Somebody leads it.", True),
        ("contact-name", "Ring Sam\u00a0Carey.", False),
        ("contact-name", "Ring Sam.", True),
        ("contact-phone", "Ring 01632 960102.", False),
        ("contact-phone", "Ring 01632 960103.", True),
        ("period", "from January 2013\nto November 2015", False),
        ("period", "from January 2013", True),
    ],
)
def test_a_fact_of_the_case_file_must_stand_in_the_letter(fact: str, text: str, told: bool) -> None:
    assert bool(tried(rule_of("says", fact=fact), text, case=case(**PERIOD))) is told


def test_a_fact_in_a_comment_does_not_count() -> None:
    assert tried(rule_of("says", fact="leader"), ("comment", "Siân O’Neill"), case=case())


def test_where_the_case_file_does_not_know_it_yet_other_words_will_do() -> None:
    rule = rule_of("says", fact="period", if_unknown=("not yet decided",))
    assert not tried(rule, "The time is not yet decided.", case=case())
    assert tried(rule, "The time is long.", case=case())
    assert tried(rule_of("says", fact="period"), "The time is long.", case=case())


def test_the_name_will_do_where_nobody_noted_a_greeting() -> None:
    rule = rule_of("says", fact="subject")
    named = case_of({"name": "Toby Thompson", "relationship": "subject"})
    assert not tried(rule, "Toby Thompson died.", case=named)
    assert tried(rule, "Somebody died.", case=case_of())


def test_without_a_case_file_nothing_is_asked_for() -> None:
    assert tried(rule_of("says", fact="leader"), "x") == []
