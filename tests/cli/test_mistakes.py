"""What is typed wrongly on the command line is told with what was expected, and with what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

MAKE = ("letters", "make", "--case", "CASE", "--stage", "first-notice", "--out", "OUT", "--dry-run")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((*MAKE, "--date", "20/05/2024"), "Expected: YYYY-MM-DD, such as 2024-05-20. Did you mean 2024-05-20?"),
        ((*MAKE, "--date", "5.6.24"), "Did you mean 2024-06-05?"),
        ((*MAKE, "--date", "3 September 2019"), "Did you mean 2019-09-03?"),
        ((*MAKE, "--date", "2024/5/20"), "Did you mean 2024-05-20?"),
        ((*MAKE, "--date", "2024-02-30"), "'2024-02-30' is not a day. Expected: YYYY-MM-DD, such as 2024-05-20.\n"),
        ((*MAKE, "--date", "tomorrow"), "'tomorrow' is not a day. Expected: YYYY-MM-DD, such as 2024-05-20.\n"),
        ((*MAKE, "--date", "31/31/2019"), "'31/31/2019' is not a day. Expected: YYYY-MM-DD, such as 2024-05-20.\n"),
        ((*MAKE, "--format", "large"), "text-message or call-script. Did you mean large-print?"),
        ((*MAKE, "--format", "Easy_Read"), "Did you mean easy-read?"),
        ((*MAKE, "--person", "mohter"), "an id under people: child, mother or father. Did you mean mother?"),
        (("lint", "x.docx", "--format", "jsn"), "Expected: text or json. Did you mean json?"),
        (("lint", "x.docx", "--fail-on", "must"), "Did you mean must-fix?"),
        (("lint", "x.docx", "--select", "personal-data.known-nam"), "Did you mean personal-data.known-name?"),
        (("quality-markers", "--case", "CASE", "--format", "htm"), "Did you mean html?"),
        (("explain", "known-nme"), "such as personal-data.known-name, or a pack; “scr-docs rules” lists them. Did you"),
        (("explain", "known-nme"), "Did you mean personal-data.known-name?"),
    ],
)
def test_a_slip_is_told_with_what_was_expected(
    run: Run, root: Path, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    given = {"CASE": root / "checks" / "example-case.yaml", "OUT": tmp_path / "out"}
    ran = run(*(given.get(word, word) for word in words))
    assert ran.status == 2
    assert told in ran.err


def test_a_right_day_is_taken(run: Run, root: Path, tmp_path: Path) -> None:
    words = ("letters", "make", "--case", root / "sample_reports" / "westmoor" / "case.yaml", "--stage", "first-notice")
    ran = run(*words, "--person", "mother", "--out", tmp_path / "out", "--date", "2019-05-16", "--dry-run")
    assert ran.status == 0
    assert "dated 2019-05-16" in ran.out


def test_ids_that_hold_names_are_not_listed(run: Run, root: Path, tmp_path: Path) -> None:
    text = (root / "checks" / "example-case.yaml").read_text("utf-8")
    case = tmp_path / "case.yaml"
    case.write_text(text.replace("id: father", "id: grace"), "utf-8")
    assert "id: grace" in case.read_text("utf-8")
    ran = run("letters", "make", "--case", case, "--stage", "first-notice", "--out", tmp_path, "--person", "grase")
    assert ran.status == 2
    assert "grace" not in ran.err
