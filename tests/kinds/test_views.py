"""Who is heard, and where: `part-not-told`, `views-of-person`, `own-voice`, `accounts` and their like, on whole small reports."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from scr_docs import pack
from scr_docs.case import Case
from scr_docs.engine import run
from scr_docs.kinds import PARAMS, Reading
from scr_docs.plain import document
from tests.conftest import ROOT
from tests.kinds.helpers import quotes, rule_of, tried
from tests.small_case import case_of

RULES = pack.select(pack.load([ROOT / "checks"], PARAMS), ["family"], [], "reports")


def told(text: str, case: Case | None = None, *, rules: Sequence[str] = ()) -> set[tuple[str, str | None]]:
    """Rule and person of what the shipped rules of the family find, apart from the marker's questions."""
    chosen = [rule for rule in RULES if rule.entry.kind != "question" and (not rules or rule.entry.id in rules)]
    result = run(Reading(document([("body", text)]), case), chosen)
    assert result.broken == ()
    return {(finding.rule.removeprefix("family."), finding.person) for finding in result.findings}


CHILD = {
    "id": "child",
    "name": "Toby Thompson",
    "relationship": "subject",
    "report_name": "Child K",
    "died": "2015-11-12",
}
MOTHER = {"id": "m", "name": "Kelly Thompson", "relationship": "mother", "report_name": "Mother"}
FATHER = {"id": "f", "name": "Rob Price", "relationship": "father", "report_name": "Father"}
SISTER = {"id": "s", "name": "Ada Thompson", "relationship": "half-sister", "report_name": "Sibling 1"}

DHR = """
# Involvement of family, friends, work colleagues, neighbours and wider community
3.1 The Chair met Sally's daughter with her AAFDA advocate. She said that her mother was never asked about money.
3.2 Her son was written to and did not reply.
# Chronology
5.1 Sally asked her GP for help in May. "I am frightened of him," she told the nurse. The sister drove her home.
5.2 The sister rang the surgery twice.
# Analysis
7.1 The practice had no routine question about money.
"""

SAR = """
# 1. Family views
1.1 Mr J's brother met the author. In his view the care agency stopped coming when it snowed.
# 2. Key lines of enquiry
2.1 The care agency stopped calls in the snow without telling anybody; his brother had told the author so, and the log bears this out.
"""

WELSH = """
# Brief outline of circumstances
Child B lived with Mother and Stepfather. Stepfather worked nights. Child B drew a house with no doors.
# Family perspective
Mother met the reviewers. She felt that the midwife had listened.
# Practice and organisational learning
The midwife listened, and Mother told the reviewers how much it mattered. Stepfather was never seen alone.
"""

NO_FAMILY_HEADING = """
# Methodology
2.1 The author spoke to Mother in May. She felt that nobody rang back.
# Key events
3.1 Father rang the social worker. Father left a number. Child K told her teacher that she was hungry.
# Lessons learned
4.1 Calls were not returned. Mother told the author that she had stopped calling.
"""


def test_a_domestic_homicide_review_without_a_case_file() -> None:
    found = told(DHR)
    assert ("relative-forgotten", "sibling") in found
    assert not {person for rule, person in found if rule.endswith("forgotten")} & {"daughter", "son"}
    assert ("views-in-one-section-only", "daughter") in found
    assert ("analysis-without-family", None) in found
    assert not any(rule == "subject-voice-missing" for rule, _ in found)


def test_a_safeguarding_adult_review_with_typed_numbers_that_hears_the_brother_where_it_counts() -> None:
    assert not {rule for rule, _ in told(SAR) if rule.endswith(("forgotten", "only", "without-family"))}


def test_a_welsh_practice_review() -> None:
    found = told(WELSH)
    assert ("father-forgotten", "stepfather") in found
    assert {rule for rule, _ in found} == {"father-forgotten", "subject-not-asked"}


def test_without_a_section_on_the_family_the_account_of_the_method_counts() -> None:
    assert ("father-forgotten", "father") in told(NO_FAMILY_HEADING)
    assert not {rule for rule, _ in told(NO_FAMILY_HEADING)} & {
        "no-views",
        "views-in-one-section-only",
        "analysis-without-family",
    }


def test_a_mother_without_any_second_parent_is_told_once_and_only_without_a_case_file() -> None:
    text = "# Family involvement\nMother met the lead reviewer. Mother said so.\n# Background\nMother moved. Mother worked. Mother and Child K lived alone."
    assert ("father-forgotten", None) in told(text)
    assert ("father-forgotten", None) not in told(text, case_of(CHILD, MOTHER))
    assert ("father-forgotten", None) not in told(text + " The parents met in 2010.")


@pytest.mark.parametrize(
    ("person", "part", "forgotten"),
    [
        (FATHER, "", True),
        (FATHER, "Father was invited by letter.", False),
        (FATHER, "Father declined to take part.", False),
        (FATHER, "Both parents were invited to contribute.", False),
        ({**FATHER, "died": "2012-01-01"}, "", False),
        ({**FATHER, "relationship": "mother's partner"}, "", True),
        ({**FATHER, "relationship": "maternal aunt"}, "", True),
        (SISTER, "", True),
        (SISTER, "Sibling 1 was not spoken to because of her age.", False),
    ],
)
def test_whoever_is_mentioned_must_be_told_of(person: dict[str, str], part: str, *, forgotten: bool) -> None:
    text = f"# Family involvement\nMother met the lead reviewer. {part}\n# Background\n{person['report_name']} lived nearby."
    found = {rule for rule, _ in told(text, case_of(CHILD, MOTHER, person)) if rule.endswith("forgotten")}
    group = {"half-sister": "child-forgotten", "maternal aunt": "relative-forgotten"}
    assert found == ({group.get(person["relationship"], "father-forgotten")} if forgotten else set())


def test_a_missing_part_is_told_at_the_heading_where_it_would_go_and_names_no_real_name() -> None:
    text = "# 3 Family involvement: Rob Price\n3.1 Mother met the lead reviewer.\n# 4 Background\nFather lived nearby."
    (found,) = tried(rule_of("part-not-told", who="fathers"), text, case=case_of(CHILD, MOTHER, FATHER))
    assert (found.person, found.location.block) == ("f", 0)
    assert found.message.startswith(
        "Father|looked for an invitation, a contribution, or a reason why not; it would go under"
    )
    assert "(section 3)" in found.message
    assert "Price" not in found.message


def test_where_the_report_says_nothing_of_anybody_another_rule_tells_it() -> None:
    assert (
        tried(
            rule_of("part-not-told", who="fathers"), "# Background\nFather lived nearby.", case=case_of(MOTHER, FATHER)
        )
        == []
    )


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Child K was seen. Child K was a happy baby.", True),
        ("Child K was lovely.", True),
        ("Child K was described as settled. The voice of the child was missing.", True),
        ("Child K smiled at her aunt.", True),
        ("Child K smiled at her aunt. She cried at night.", False),
        ("Child K said that nights were bad.", False),
        ("Child K wanted a dog.", False),
        ("The weather was bad.", False),
    ],
)
def test_a_voice_is_words_or_wishes_or_two_things_that_were_seen(text: str, *, missing: bool) -> None:
    found = told(f"# Background\n{text}", case_of(CHILD, MOTHER), rules=["subject-voice-missing"])
    assert bool(found) is missing


ANALYSIS = "\n# Analysis\nSupport ended too soon."


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("# Family involvement\nMother met the lead reviewer." + ANALYSIS, {"no-views"}),
        ("# Family involvement\nMother met the lead reviewer. She felt unheard by the ward." + ANALYSIS, {"views-in-one-section-only", "analysis-without-family"}),
        ("# Family involvement\nMother met the lead reviewer.\n# Analysis\nMother told the lead reviewer that the ward was cold.", set()),
        ("# Family involvement\nMother met the lead reviewer. She felt unheard by the ward.", set()),
        ("# Analysis\nSupport ended. Mother told the social worker that she was tired.", set()),
    ],
)  # fmt: skip
def test_where_those_who_took_part_are_heard(text: str, rules: set[str]) -> None:
    names = ["no-views", "views-in-one-section-only", "person-not-in-analysis", "analysis-without-family"]
    assert {rule for rule, _ in told(text, case_of(CHILD, MOTHER), rules=names)} == rules


@pytest.mark.parametrize(
    ("view", "fact", "told_alone"),
    [
        ("the school rang her once about marks", "Staff rang Mother on three occasions about bruises.", True),
        ("the school rang her once about marks", "Staff rang Mother once about bruises.", False),
        ("the school rang her once about marks", "Staff rang Father on three occasions about bruises.", False),
        ("the school rang her once about marks", "Housing visited Mother on three occasions.", False),
        ("she waited three weeks for the hospital bed", "Mother waited two days for the hospital bed.", True),
        ("she waited three weeks for the hospital bed", "Mother waited 20 days for the hospital bed.", False),
        ("nobody explained the protection plan", "A nurse explained the protection plan to Mother.", True),
        ("nobody explained the protection plan", "Nobody explained the protection plan to Mother.", False),
        (
            "the school rang her once about marks",
            "Staff rang Mother on three occasions about bruises; Mother recalls one call.",
            False,
        ),
    ],
)
def test_an_account_that_clashes_with_the_family_s_is_told_where_it_stands_alone(
    view: str, fact: str, *, told_alone: bool
) -> None:
    text = f"# Family involvement\n3.1 Mother told the lead reviewer that {view}.\n# Key events\n5.1 It was May. {fact}"
    rule = next(rule for rule in RULES if rule.entry.id == "one-account-only")
    found = run(Reading(document([("body", text)]), case_of(CHILD, MOTHER, FATHER)), [rule]).findings
    assert [finding.text for finding in found] == ([fact] if told_alone else [])
    assert all("para 3.1" in finding.message for finding in found)


def verbs(text: str) -> list[str]:
    rule = rule_of(
        "speech-verbs", loaded=("claimed", "admitted"), plain=("said", "stated"), follows=("that", "she", "the")
    )
    return quotes(tried(rule, text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The nurse stated that she came. Mother claimed that nobody came.", ["claimed"]),
        ("The nurse stated that she came. Mother said that nobody came.", []),
        ("The nurse claimed that she came. Mother claimed that nobody came. Father said that she did.", []),
        ("Mother claimed that nobody came.", []),
        ("The nurse stated that she came. Mother was admitted. Mother claimed benefits.", []),
        ("The nurse stated that she came. “Mother claimed that nobody came.”", []),
        ("The nurse stated that she came. Father rang. He admitted that he was late.", ["admitted"]),
        ("Father rang. The nurse stated that she came, and she claimed that he was late.", []),
    ],
)
def test_verbs_are_held_against_those_used_of_staff(text: str, found: list[str]) -> None:
    assert verbs(text) == found


def test_at_most_ten_verbs_are_told() -> None:
    assert len(verbs("The nurse stated that she came. " + "Mother claimed that nobody came. " * 30)) == 10


def test_a_view_comes_back_where_a_paragraph_of_the_analysis_shares_two_of_its_words() -> None:
    head = "# Family involvement\nMother met the lead reviewer. She felt that the interpreter at the clinic was rude.\n# Findings\n"
    rule = rule_of("views-left-behind")
    assert tried(rule, head + "The clinic had booked an interpreter.", case=case_of(MOTHER)) == []
    (found,) = tried(rule, head + "The clinic was full.\nAn interpreter costs money.", case=case_of(MOTHER))
    assert found.text == "She felt that the interpreter at the clinic was rude."
    assert found.message.startswith("Mother|1 of 1, ")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Analysis",
        "Mother " * 5_000,
        "accounts differ " * 3_000,
        "“" * 5_000,
        "# Family involvement\n" + "Mother felt alone. " * 500,
    ],
)
def test_odd_texts_break_nothing(text: str) -> None:
    told(text)
    told(text, case_of(CHILD, MOTHER, FATHER, SISTER))


GOOD = """
# 1 Introduction
1.1 This review is about Baby F, who was injured at four months and has recovered.
# 2 Contribution of family members
2.1 Mother and Father were each seen at home by the reviewer. Mother said that the midwife was kind. Father told the reviewer that he was never asked a question by the health visitor.
2.2 Baby F is too young to be spoken to; the foster carer described how he reaches for voices and startles at doors.
2.3 Half-sibling 1, who is nine, met the reviewer with her teaching assistant and drew her house.
# 3 What happened
3.1 The health visitor made two visits. Baby F smiled early and turned to voices.
3.2 Father attended both visits and the record describes him as quiet.
# 4 Analysis and learning
4.1 Father told the reviewer that he would have said that he was struggling. The health visitor agrees that she spoke to Mother alone.
4.2 Half-sibling 1 told the reviewer what nobody else knew: that she rocked the baby at night.
4.3 Mother felt that the midwife understood her, and the record of that visit is the fullest.
"""

SAR_WITH_BROTHER = """
# 1. Foreword
Mr J wanted to go home. "They never let me sit outside," he told a nurse.
# 2. Family views
2.1 Mr J's brother met the author twice. In his view the care agency stopped coming when it snowed. He disputes that anybody rang him.
2.2 The log shows three calls; the brother was in hospital on those days and the review finds that he cannot have answered.
# 3. Findings
3.1 The brother told the author that the agency stopped coming in the snow, and the log bears him out.
"""


@pytest.mark.parametrize("text", [GOOD, SAR_WITH_BROTHER])
def test_a_good_report_without_a_case_file_trips_nothing(text: str) -> None:
    assert told(text) == set()
