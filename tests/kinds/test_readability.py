from __future__ import annotations

import pytest

from scr_docs.kinds import Reading
from scr_docs.kinds.layout import check as check_layout
from scr_docs.model import Barrier, Document
from scr_docs.plain import document
from tests.kinds.helpers import quotes, rule_of, tried

HARD = (
    "The partnership has commissioned an independent examination of the effectiveness of professional interventions, "
    "encompassing communication between organisations and the identification of vulnerabilities. "
) * 6


def test_a_sentence_is_measured_in_words() -> None:
    rule = rule_of("long-sentence", most=5)
    assert quotes(tried(rule, "I will ring you. I will ring you on Monday morning.")) == [
        "I will ring you on Monday morning."
    ]
    assert tried(rule, "I will ring you.")[:1] == []


def test_a_paragraph_is_long_if_both_its_sentences_and_its_words_are_many() -> None:
    rule = rule_of("long-paragraph", sentences=2, words=8)
    assert [found.message for found in tried(rule, "I will ring you. I will write. I will come to see you.")] == [
        "|3 sentences, 13 words|{quote}"
    ]
    assert tried(rule, "I will ring. I write. I come.") == []
    assert tried(rule, "I will ring you on Monday and come to see you. I will write.") == []


def test_a_reading_age_is_a_band_and_is_told_only_above_the_limit() -> None:
    found = tried(rule_of("reading-age", most=11), HARD)
    low, _, high = found[0].message.strip("|").partition("|")[0].partition(" to ")
    assert 11 < int(low) <= int(high)
    assert tried(rule_of("reading-age", most=11), "I will ring you. " * 60) == []
    assert tried(rule_of("reading-age", most=11), HARD[:200]) == []


def test_a_passive_now_and_then_is_let_be() -> None:
    rule = rule_of("passive", most_in_100=15, always_fine=2)
    two = "It was decided. You will be contacted."
    assert tried(rule, two) == []
    assert tried(rule, f"{two} Records were examined.")[0].message == "|3 of 3 sentences|{quote}"
    assert tried(rule, f"{two} Records were examined. " + "I will ring you on Monday. " * 20) == []


def test_a_long_word_is_told_once_and_names_of_the_case_are_none() -> None:
    rule = rule_of("long-word", syllables=5, usual=["university"])
    text = (
        "Confidentiality matters. We keep confidentiality. The university helps. Write to confidentiality@example.org."
    )
    assert quotes(tried(rule, text)) == ["Confidentiality"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The SIO has agreed to the SCR.", ["SIO", "SCR"]),
        ("The police officer in charge (SIO) agreed. The SIO will ring you.", []),
        ("The SIO (the police officer in charge) agreed to it.", []),
        ("The NHS has agreed to it.", []),
        ("Write to HB2 4QX or sam@EXAMPLE.org today.", []),
        ("THIS LETTER IS PRIVATE.", []),
    ],
)
def test_an_abbreviation_is_explained_beside_brackets(text: str, told: list[str]) -> None:
    assert quotes(tried(rule_of("abbreviation", usual=["NHS"]), text)) == told


def test_a_word_of_the_trade_is_told_unless_it_is_explained_somewhere() -> None:
    rule = rule_of("unexplained", words={r"\badvocates?\b": "advocate is{gap}independent"})
    assert quotes(tried(rule, "You can have an advocate.", "Advocates are free.")) == ["advocate"]
    assert tried(rule, "You can have an advocate.", "An advocate is someone independent.") == []


def test_a_number_only_in_the_footer_is_told() -> None:
    rule = rule_of("only-in-header")
    assert quotes(tried(rule, ("footer", "Ring 01632 960102"), "Ring us.")) == ["01632 960102"]
    assert tried(rule, ("footer", "Ring 01632 960102"), "Ring 01632 960 102.") == []


def test_barriers_of_one_rule_are_one_finding_where_it_says_so() -> None:
    rule = rule_of("layout", hurdles=["justified"], once=True)
    found = tried(rule, ("body/justified", "One.\nTwo.\nThree."))
    assert [(one.text, one.message) for one in found] == [("One.", "|in 3 places, this being the first|{quote}")]


def test_only_what_is_below_the_limit_counts_and_only_in_the_scope() -> None:
    rule = rule_of("layout", hurdles=["text-size"], below=12, scope=["body"])
    assert quotes(tried(rule, ("body/text-size=11.5", "Small."), ("body/text-size=12", "Fine."))) == ["Small."]
    assert tried(rule, ("footnote/text-size=8", "Small.")) == []


def test_many_barriers_that_are_told_singly_end_with_a_count() -> None:
    rule = rule_of("layout", hurdles=["no-alt-text"])
    assert len(tried(rule, ("body/no-alt-text", "\n".join(["A picture"] * 50)))) == 21


def test_nothing_is_worked_out_that_no_rule_asks_for() -> None:
    def asked() -> tuple[Barrier, ...]:
        raise AssertionError

    text = document([("body", "We will ring you.")])
    reading = Reading(Document("x", "", text.blocks, barriers=asked), None)
    assert list(reading.document.story())
    with pytest.raises(AssertionError):
        list(check_layout(rule_of("layout", hurdles=["justified"]), reading))
