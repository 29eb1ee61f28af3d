from __future__ import annotations

from dataclasses import replace

import pytest

from scr_docs.finding import AllowedName, FileReport, Finding, LintReport, Severity
from scr_docs.output import text
from tests.output.reports import MISSING, NAME, REPORT

MASKED = """\
drafts/T******* draft.docx
  body > "4 K****’s views" > para 4.12
    must-fix  A real name of the family is in the report: “K**** T*******”
              T*** K**** T******* r*** t** s******.
              Write: Mother  [personal-data.known-name]
  comment 1 by “S”
    check     A postcode is in the report: “H** 4**”
              [personal-data.postcode]
  comment
    note      A comment
              [hidden.comment]
  The whole document
    must-fix  The report never speaks of Father
              [family.member-not-mentioned]

old.doc
  NOT CHECKED  this is an old Word file

2 files: 2 must-fix, 1 check, 1 note. 1 waived.
2 rules run, 1 off.
1 file was NOT CHECKED, or not wholly. Nothing can be said about what was not read.
Values are masked; --show-values shows them.
A clean result means that no listed problem was found, not that the report meets a standard.
"""


def test_a_masked_report_is_this_text() -> None:
    assert text.render(REPORT, masked=True) == MASKED


def test_a_whole_report_shows_the_values() -> None:
    shown = text.render(REPORT, masked=False)
    assert "drafts/Thompson draft.docx\n" in shown
    assert '  body > "4 Kelly’s views" > para 4.12\n' in shown
    assert "“Kelly Thompson”\n              Then Kelly Thompson rang the surgery.\n" in shown
    assert "masked" not in shown
    assert len(shown.splitlines()) == len(MASKED.splitlines()) - 1


CLEAN = FileReport("a.docx", rules_run=("a.b",))


@pytest.mark.parametrize(
    ("report", "shown"),
    [
        (
            LintReport((CLEAN,)),
            "a.docx\n  No listed problem was found.\n\n1 file: 0 must-fix, 0 check, 0 note.\n1 rules run, 0 off.\n",
        ),
        (
            LintReport((FileReport("a.docx"),)),
            "a.docx\n  NOT CHECKED  no rule was run\n\n1 file: 0 must-fix, 0 check, 0 note.\n",
        ),
        (LintReport(()), "0 files: 0 must-fix, 0 check, 0 note.\n"),
    ],
)
def test_what_is_clean_is_told_with_what_that_does_not_mean(report: LintReport, shown: str) -> None:
    assert text.render(report, masked=True) == shown + text.PROMISE + "\n"


def test_a_file_that_was_not_read_is_never_called_clean() -> None:
    shown = text.render(LintReport((replace(CLEAN, error="broken"), replace(CLEAN, error="broken"))), masked=True)
    assert "No listed problem" not in shown.replace(text.PROMISE, "")
    assert "2 files were NOT CHECKED" in shown


def test_what_was_found_before_a_file_broke_is_told_too() -> None:
    shown = text.render(LintReport((replace(CLEAN, error="broken", findings=(MISSING,)),)), masked=True)
    assert "NOT CHECKED  broken" in shown
    assert "The report never speaks of Father" in shown


def test_rules_that_need_a_case_file_are_told() -> None:
    off = replace(CLEAN, rules_off=("personal-data.known-name",), needs_case=("personal-data.known-name",))
    shown = text.render(LintReport((off,)), masked=True)
    assert "1 rules run, 1 off.\nChecked without a case file that holds people" in shown
    other_file_had_one = LintReport((off, replace(CLEAN, rules_run=("personal-data.known-name",))))
    assert "1 off.\nChecked without a case file that" in text.render(other_file_had_one, masked=True)
    ignored = LintReport((replace(CLEAN, rules_off=("personal-data.known-name",)),))
    assert "give --case" not in text.render(ignored, masked=True)


def test_an_error_shows_no_value_either() -> None:
    shown = text.render(
        LintReport((replace(CLEAN, error="Kelly Thompson.xlsx is broken", findings=(NAME,)),)), masked=True
    )
    assert "NOT CHECKED  K**** T*******.xlsx is broken" in shown


def test_findings_in_one_place_stand_under_one_head() -> None:
    again = replace(NAME, rule="x.y", severity=Severity.CHECK, suggestion=None)
    shown = text.render(LintReport((replace(CLEAN, findings=(NAME, again)),)), masked=True)
    assert shown.count("para 4.12") == 1


def test_long_lines_are_wrapped_under_their_beginning() -> None:
    long = replace(MISSING, message="word " * 60)
    lines = text.render(LintReport((replace(CLEAN, findings=(long,)),)), masked=True).splitlines()
    assert max(map(len, lines)) <= 100
    assert lines[3].startswith("              word")


def at(number: str, block: int, text: str = "Kelly Thompson") -> Finding:
    return replace(
        NAME, text=text, location=replace(NAME.location, number=number, block=block, address=f"body > {number}")
    )


def test_the_same_finding_is_told_once_with_all_its_places() -> None:
    found = (at("4.7", 1), at("4.9", 2, "KELLY  Thompson"), at("5.2", 3), at("5.3", 4, "Kelly"))
    shown = text.render(LintReport((replace(CLEAN, findings=found),)), masked=True)
    assert shown.count("K**** T*******”") == 1
    assert "[personal-data.known-name]\n              The same 2 times more: para 4.9; para 5.2\n" in shown
    assert "1 file: 4 must-fix" in shown


def test_hundreds_of_the_same_stay_readable() -> None:
    found = tuple(at(f"1.{number}", number) for number in range(1, 301))
    shown = text.render(LintReport((replace(CLEAN, findings=found),)), masked=True)
    assert "The same 299 times more: para 1.2; para 1.3;" in shown
    assert "and 289 more" in shown
    assert len(shown.splitlines()) < 15


def test_what_is_another_persons_or_of_another_rule_is_told_by_itself() -> None:
    found = (NAME, replace(NAME, person="child"), replace(NAME, rule="a.b"), MISSING, MISSING)
    assert "The same" not in text.render(LintReport((replace(CLEAN, findings=found),)), masked=True)


def test_allowed_names_are_listed_with_the_reason_and_their_places() -> None:
    allowed = (
        AllowedName(
            "Jane Roe", "cited as an author", (at("2.1", 1).location, at("2.1", 1).location, at("3.4", 2).location)
        ),
    )
    report = LintReport((replace(CLEAN, allowed=allowed, findings=(NAME,)),))
    assert (
        "  Names that may stand in the report\n    J*** R**: cited as an author\n      at para 2.1; para 3.4\n"
        in text.render(report, masked=True)
    )
    assert "    Jane Roe: cited as an author\n" in text.render(report, masked=False)
    assert "report\n    none\n" in text.render(LintReport((replace(CLEAN, allowed=()),)), masked=True)
