"""The sample reports are goldens: a careful reviewer's expectations stand beside each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import scr_docs
from scr_docs.finding import Finding, Severity
from tests import sample_report

FOLDERS = sample_report.folders()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_word_file_is_that_of_the_text(folder: Path) -> None:
    """Run `python -m tests.sample_report` after a change of report.txt."""
    assert (folder / "report.docx").read_bytes() == sample_report.build(folder)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_planted_fault_is_found_in_its_place_and_nothing_else(folder: Path) -> None:
    expected = yaml.safe_load((folder / "expected.yaml").read_text("utf-8"))
    report = scr_docs.lint(folder / "report.docx", case=folder / "case.yaml")
    left = list(report.findings)
    missing = []
    for fault in expected.get("now", []):
        found = next((finding for finding in left if _is(finding, fault)), None)
        if found is None:
            missing.append(fault)
        else:
            left.remove(found)
    assert missing == []
    assert [(finding.rule, finding.location.address, finding.person) for finding in left] == []
    assert report.exit_status == expected["status"]
    people = {person.id: {"involved": person.involved, "reason": person.reason} for person in report.files[0].people}
    assert people == {person.pop("id"): person for person in expected["people"]}


def test_the_good_report_has_no_must_fix_and_reads_like_a_report() -> None:
    folder = next(folder for folder in FOLDERS if folder.name == "hallam-bridge")
    report = scr_docs.lint(folder / "report.docx", case=folder / "case.yaml")
    assert not [finding for finding in report.findings if finding.severity is Severity.MUST_FIX]
    assert report.files[0].words > 4000


def _is(finding: Finding, fault: dict[str, Any]) -> bool:
    owners = {fault.get("person"), *fault.get("or", ())}
    return (
        finding.rule == fault["rule"]
        and finding.text == fault.get("text", finding.text)
        and finding.location.part == fault.get("part", "body")
        and finding.location.number == fault.get("number", finding.location.number)
        and ("person" not in fault or finding.person in owners or (finding.person is None and "or" in fault))
    )
