"""Details that identify together and dates told otherwise, through their kinds."""

from __future__ import annotations

import pytest

from scr_docs import case as cases
from scr_docs.case import Case
from tests.conftest import ROOT
from tests.kinds.helpers import quotes, rule_of, tried

TELLING = "Her twin brother has Menkes disease and they live in a hamlet."
TABLE = "| Name | Relationship | Age | Ethnicity |\n| Child K | Subject | 5 years 3 months | Eritrean |\n| Sibling 1 | Twin brother | 5 | Eritrean |"


@pytest.fixture(scope="module")
def case() -> Case:
    return cases.load(ROOT / "checks" / "example-case.yaml")


def test_a_paragraph_is_told_once_with_its_facts_and_how_to_blur_each() -> None:
    (found,) = tried(
        rule_of("together", what="details", message="{words}"), f"Child K was kind. {TELLING} Her father is a jockey."
    )
    assert "a twin or triplet" in found.message
    assert "rare condition" in found.message
    assert found.suggestion is not None
    assert found.suggestion.count("→") == len(found.message.split("; "))
    assert "jockey" not in found.message


def test_the_quote_takes_in_what_stands_directly_before_it() -> None:
    text = "Stepfather, a 34-year-old night supervisor at the town’s only biscuit factory, had been at home with the children."
    assert quotes(tried(rule_of("together", what="details"), text)) == [
        "a 34-year-old night supervisor at the town’s only biscuit factory"
    ]


def test_facts_in_two_paragraphs_do_not_add_up() -> None:
    assert tried(rule_of("together", what="details"), "Her brother is a twin.\nShe has Menkes disease.") == []


def test_a_table_of_the_family_is_one_whole() -> None:
    (found,) = tried(rule_of("together", what="details"), TABLE)
    assert found.location.part == "table"


def test_the_rows_of_another_table_are_read_one_by_one() -> None:
    rows = "| Date | Event |\n| 3 May 2014 | The child's twin brother came |\n| 9 May 2014 | Mother said that she is from Eritrea |"
    assert tried(rule_of("together", what="details"), rows) == []
    one = "| Date | Event |\n| 3 May 2014 | The child's twin brother came with his father, who is from Eritrea |"
    (found,) = tried(rule_of("together", what="details"), one)
    assert found.location.part == "table"


def test_pseudonyms_and_common_answers_in_a_table_of_the_family_are_no_facts() -> None:
    rows = "| Name | Relationship | Age | Ethnicity | School |\n| Child K | Subject | 5 | White British | School 1 |\n| Mother | Mother | 32 | White British | - |"
    assert tried(rule_of("together", what="details"), rows) == []


def test_siblings_in_a_table_need_both_age_and_sex() -> None:
    rule = rule_of("together", what="siblings")
    both = (
        "| Name | Relationship | Born |\n| Sibling 1 | Full sister | 22/09/2006 |\n| Sibling 2 | Half-brother | 2018 |"
    )
    assert quotes(tried(rule, both)) == ["22/09/2006"]
    by_column = "| Name | Sex | Age |\n| Sibling 1 | F | 9 |\n| Sibling 2 | M | 2 |"
    assert quotes(tried(rule, by_column)) == ["9"]
    assert tried(rule, both.replace("sister", "sibling").replace("brother", "sibling")) == []
    assert tried(rule, both.replace("22/09/2006", "school age").replace("2018", "infant")) == []


def test_a_day_that_can_be_worked_out_has_its_owner(case: Case) -> None:
    (found,) = tried(
        rule_of("told-date"), "On 1 May 2013, two days before his second birthday, he was seen.", case=case
    )
    assert (found.person, found.text) == ("child", "1 May 2013, two days before his second birthday")


def test_the_full_date_of_birth_is_left_to_its_own_rule(case: Case) -> None:
    text = "On his third birthday, 3 May 2014, and on 3 May 2011."
    assert quotes(tried(rule_of("told-date"), text, case=case)) == ["third birthday, 3 May 2014"]
    assert tried(rule_of("told-date"), "He was born on 3 May 2011.", case=case) == []


def test_a_birth_is_told_although_the_day_of_death_beside_it_is_known(case: Case) -> None:
    text = "He died on 12 November 2015, aged 4 years, 6 months and 9 days."
    assert [found.person for found in tried(rule_of("told-date"), text, case=case)] == ["child"]


def test_a_birthday_of_somebody_else_can_be_worked_out_without_a_case_file(case: Case) -> None:
    text = "The cousin turned five on 9 August 2014."
    assert quotes(tried(rule_of("worked-out-birth"), text)) == ["turned five on 9 August 2014"]
    assert quotes(tried(rule_of("worked-out-birth"), text, case=case)) == ["turned five on 9 August 2014"]
    assert tried(rule_of("worked-out-birth"), "He turned three on 3 May 2014.", case=case) == []


def test_the_day_of_an_incident_is_told_with_a_blurred_one(case: Case) -> None:
    (found,) = tried(
        rule_of("incident-date"), "On\u00a03\u00a0March\u00a02014 the baby was found unresponsive.", case=case
    )
    assert (found.text, found.suggestion) == ("3\u00a0March\u00a02014", "in early March 2014, or in the spring of 2014")


def test_known_days_and_dates_of_birth_are_no_incidents(case: Case) -> None:
    text = "Child K died on 12 November 2015. The cousin was born on 4 June 2013 and was injured."
    assert tried(rule_of("incident-date"), text, case=case) == []


def test_in_a_table_the_row_says_what_the_date_is() -> None:
    rule = rule_of("incident-date")
    assert quotes(
        tried(rule, "| Date | Event |\n| 4 May 2014 | Ambulance called |\n| 9 May 2016 | Panel meeting |")
    ) == ["4 May 2014"]
