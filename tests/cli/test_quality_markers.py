from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.case.whole_case import LEAST, WHOLE
from tests.cli.conftest import Run
from tests.output.markers_sample import REPORT


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(WHOLE, "utf-8")
    return path


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(REPORT, "utf-8")
    return path


def test_case_and_report_answer_all_questions(run: Run, case: Path, report: Path) -> None:
    ran = run("quality-markers", "--case", case, "--report", report)
    assert ran.status == 0
    assert "QM12.9" in ran.out
    assert "Informing.4" in ran.out
    shown = ("quality-markers", "--case", case, "--report", report, "--format", "json")
    assert "Acacia" not in run(*shown).out
    assert "Acacia" in run(*shown, "--show-values").out


def test_without_a_report_the_case_file_is_looked_at_and_the_rest_is_said(run: Run, case: Path) -> None:
    ran = run("quality-markers", "--case", case)
    assert ran.status == 0
    assert "No report was given" in ran.out
    assert "QM12" not in ran.out
    assert "Informing.1" in ran.out


def test_without_a_case_file_the_report_is_looked_at_and_the_rest_is_said(run: Run, report: Path) -> None:
    ran = run("quality-markers", "--report", report)
    assert ran.status == 0
    assert "No case file was given" in ran.out
    assert "nobody who was left out can be missed" in " ".join(ran.out.split())
    assert "Informing." not in ran.out


def test_a_case_file_without_people_leaves_informing_unlooked_at(run: Run, tmp_path: Path, report: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(LEAST, "utf-8")
    ran = run("quality-markers", "--case", case, "--report", report)
    assert "holds nobody of the family" in ran.out
    assert run("quality-markers", "--case", case).status == 2


def test_nothing_given_is_a_usage_error(run: Run) -> None:
    ran = run("quality-markers")
    assert ran.status == 2
    assert "Nothing was given to look at" in ran.err


def test_a_report_that_cannot_be_read_is_not_checked(run: Run, case: Path, tmp_path: Path) -> None:
    broken = tmp_path / "draft.docx"
    broken.write_bytes(b"PK\x03\x04 no zip")
    assert run("quality-markers", "--case", case, "--report", broken).status == 2
    assert run("quality-markers", "--case", case, "--report", tmp_path / "none.docx").status == 2


@pytest.mark.parametrize(("fail_on", "status"), [("must-fix", 0), ("check", 1), ("never", 0)])
def test_the_exit_status_is_that_of_lint(run: Run, case: Path, report: Path, fail_on: str, status: int) -> None:
    assert run("quality-markers", "--case", case, "--report", report, "--fail-on", fail_on).status == status


def test_each_form_is_written_to_its_file(run: Run, case: Path, report: Path, tmp_path: Path) -> None:
    for form, starts in (("html", b"<!DOCTYPE html>"), ("docx", b"PK"), ("json", b"{"), ("text", b"Evidence")):
        path = tmp_path / f"out.{form}"
        ran = run("quality-markers", "--case", case, "--report", report, "--format", form, "--output", path)
        assert (ran.status, ran.out) == (0, "")
        assert path.read_bytes().startswith(starts)
    assert run("quality-markers", "--case", case, "--format", "docx").status == 2
    again = run("quality-markers", "--case", case, "--format", "docx", "--output", tmp_path / "out.docx")
    assert again.status == 2


def test_lint_tells_the_questions_too_and_masks_them(run: Run, case: Path, report: Path) -> None:
    told = json.loads(run("lint", report, "--case", case, "--format", "json").out)
    questions = told["files"][0]["questions"]
    assert [one["id"] for one in questions if one["status"] == "evidenced"]
    assert all("Kelly" not in piece["text"] for one in questions for piece in one["evidence"])
    none = json.loads(run("lint", report, "--case", case, "--select", "hidden", "--format", "json").out)
    assert none["files"][0]["questions"] == []
