"""The pack `language` on sentences that its examples do not hold: what blames, and what only looks as if it did."""

from __future__ import annotations

import pytest

from scr_docs import pack
from scr_docs.engine import run
from scr_docs.kinds import PARAMS, Reading
from scr_docs.model import STORY_PARTS
from scr_docs.plain import document
from tests.conftest import ROOT

RULES = pack.select(pack.load([ROOT / "checks"], PARAMS), ["language"], [], "reports")


def told(text: str) -> set[str]:
    result = run(Reading(document([("body", text)]), None), RULES)
    assert result.broken == ()
    return {finding.rule.removeprefix("language.") for finding in result.findings}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Staff found the parents hostile throughout.", "hostile"),
        ("The family were considered hard-to-engage by the school.", "hard-to-reach"),
        ("There was a pattern of non-engagement.", "failed-to-engage"),
        ("Mother disengaged from the service in June.", "failed-to-engage"),
        ("The father failed to attend three core groups.", "failed-to-engage"),
        ("She repeatedly refused assessments.", "refused"),
        ("Mother's non-compliance with medication was noted.", "non-compliant"),
        ("Baby F failed to attend for immunisations.", "was-not-brought"),
        ("The children DNA'd their dental checks.", "was-not-brought"),
        ("Child A1 had missed two paediatric appointments.", "was-not-brought"),
        ("Mr J DNAd his outpatient appointment.", "did-not-attend-code"),
        ("His drinking was put down to attention seeking.", "manipulative"),
        ("They led chaotic lives.", "chaotic"),
        ("Father was resistant to support.", "evasive"),
        ("The mother showed a lack of insight.", "lacked-insight"),
        ("This was disguised compliance.", "disguised-compliance"),
        ("The so-called toxic trio was there.", "disguised-compliance"),
        ("At fourteen she was seen as making lifestyle choices.", "put-self-at-risk"),
        ("She placed herself at risk of harm.", "put-self-at-risk"),
        ("He absconded from the home again.", "absconded"),
        ("Mother failed to prioritise the children's needs.", "failed-to-protect"),
        ("She let him back into the house.", "failed-to-protect"),
        ("She chose to remain with him.", "failed-to-protect"),
        ("She did not disclose the violence.", "failed-to-disclose"),
        ("There were four domestic disputes in a year.", "domestic-incident"),
        ("Her brother committed suicide in 2010.", "committed-suicide"),
        ("Adult B suffered with anxiety.", "defined-by-illness"),
        ("He was confined to a wheelchair.", "defined-by-illness"),
        ("He was said to be an illegal immigrant.", "illegal-immigrant"),
    ],
)
def test_blame_is_told(text: str, rule: str) -> None:
    assert rule in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The hostile environment policy made families afraid of hospitals.",
        "Police reported hostile reconnaissance near the station.",
        "DNA evidence was taken from the room, and a DNA test showed paternity.",
        "The Court of Appeal refused leave, and the application was refused.",
        "The visitor was refused entry to the ward.",
        "The baby refused two bottles.",
        "The hospital recorded “DNA” three times.",
        "The GP wrote 'failed to engage' in the notes.",
        "The report does not describe anybody as hard to reach.",
        "The phrase disguised compliance is used nine times in the file.",
        "Agencies failed to engage the father.",
        "Children's Social Care did not engage with the grandparents.",
        "The trust did not comply with its own policy.",
        "Services failed to protect Child K.",
        "The authority failed to report the injury.",
        "Mother has an avoidant attachment style.",
        "He has chronic obstructive pulmonary disease.",
        "The prisoner absconded while on licence from prison.",
        "The lead reviewer had contact with her mother in May.",
        "A placement order was made.",
        "The LAC review was held in June.",
        "The baby suffered from bruising and two fractures.",
        "Sally suffered from domestic abuse for years.",
        "The coroner named the deceased.",
        "The Troubled Families programme closed in May.",
        "The abuser was controlling and manipulative.",
        "In the case of Child K the referral was late.",
        "The social worker closed the case.",
        "Father was charged, and the alleged assault on her was tried in October.",
        "The clinic's codes are changed: DNA becomes WNB.",
    ],
)
def test_what_only_looks_like_blame_is_left_alone(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_reads_the_story_alone_and_is_never_certain(rule: pack.Rule) -> None:
    assert set(rule.entry.scope) == STORY_PARTS
    assert rule.entry.severity in {"check", "note"}
    assert rule.params.own_words
