from __future__ import annotations

import pytest

from tests.kinds.helpers import rule_of, tried

WAYS = ("by phone", "by letter", "in person")


@pytest.mark.parametrize(
    ("texts", "at_least", "missing"),
    [
        (["Come in person."], 1, False),
        (["Come."], 1, True),
        (["Come in person."], 2, True),
        (["Come in person.", "Or by PHONE."], 2, False),
        (["In person, in person."], 2, True),
        ([], 1, True),
    ],
)
def test_words_that_should_stand_somewhere_are_missed_once(texts: list[str], at_least: int, missing: bool) -> None:
    found = tried(rule_of("absent", patterns=WAYS, at_least=at_least), *texts)
    assert [finding.location.block for finding in found] == ([None] if missing else [])


def test_words_that_no_reader_reads_do_not_count() -> None:
    assert tried(rule_of("absent", patterns=WAYS), ("comment", "by phone"), ("deleted", "by letter"))


def test_words_outside_its_scope_do_not_count() -> None:
    assert tried(rule_of("absent", patterns=WAYS, scope=("footnote",)), "by phone")
    assert not tried(rule_of("absent", patterns=WAYS, scope=("footnote",)), ("footnote", "by phone"))
