"""What was made becomes lines that the case file takes as its contacts, so that nothing goes out a second time."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from scr_docs import case as cases
from scr_docs import pipeline
from scr_docs.case import Case
from scr_docs.letters.outbox.manifest import read
from scr_docs.letters.outbox.verify import verify
from scr_docs.letters.run import LetterRun
from scr_docs.letters.stages import Stage
from tests.letters.own_stage import DAY, LETTER, case_with, own_stage, people_with

FILES = {"text-message.txt": "Please ring {{ team.family_contact.name }}.", "call-script.txt": "Is it safe to talk?"}
NAME = "HB-2016-02-hello-contacts.yaml"


def run_for(tmp_path: Path, case: Case, *who: str) -> LetterRun:
    return pipeline.make_letters(case, stage_of(tmp_path), people=who, day=DAY)


def stage_of(tmp_path: Path) -> Stage:
    return own_stage(tmp_path, LETTER, files=FILES)


def lines_for(tmp_path: Path, who: str, **person: Any) -> list[dict[str, str]]:
    """The lines as YAML has them."""
    run = run_for(tmp_path, case_with(tmp_path, people=people_with(who, **person)), who)
    run.write(tmp_path / "out", force=False)
    text = (tmp_path / "out" / NAME).read_text("utf-8")
    found: list[dict[str, str]] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # it makes texts alone
    return found


@pytest.mark.parametrize(
    ("contact", "channel", "note"),
    [
        ({}, "letter", ""),
        ({"formats": ["large-print", "standard"]}, "letter", "large-print"),
        ({"channel": "email"}, "email", ""),
        ({"channel": "text"}, "text", ""),
        ({"channel": "phone"}, "phone", ""),
        ({"channel": "visit", "formats": ["large-print"]}, "visit", "large-print"),
        ({"channel": "letter", "safe_by_post": "false"}, "phone", ""),
    ],
)
def test_each_person_has_one_line_with_day_way_letter_and_format(
    tmp_path: Path, contact: dict[str, Any], channel: str, note: str
) -> None:
    assert lines_for(tmp_path, "father", contact=contact) == [
        {"date": "2016-01-15", "person": "father", "channel": channel, "stage": "hello", "note": note}
    ]


def test_the_lines_pasted_into_the_case_file_keep_the_letters_from_going_again(tmp_path: Path) -> None:
    case = case_with(tmp_path)
    run = run_for(tmp_path, case, "mother", "father")
    run.write(tmp_path / "out", force=False)
    whole = (tmp_path / "case.yaml").read_text("utf-8") + "contacts:\n" + (tmp_path / "out" / NAME).read_text("utf-8")
    (tmp_path / "case.yaml").write_text(whole, "utf-8")
    again = cases.load(tmp_path / "case.yaml")
    assert [contact.person for contact in again.contacts] == ["mother", "father"]
    after = pipeline.make_letters(again, stage_of(tmp_path), day=DAY)
    why = {one.person: one.why for one in after.without}
    assert "has gone to them already" in why["mother"]
    assert "has gone to them already" in why["father"]


def test_the_file_has_the_lines_of_every_run_and_is_in_the_manifest(tmp_path: Path) -> None:
    case = case_with(tmp_path)
    for who in ("mother", "father"):
        run_for(tmp_path, case, who).write(tmp_path / "out", force=False)
    text = (tmp_path / "out" / NAME).read_text("utf-8")
    assert [line.split(", ")[1] for line in text.splitlines() if line.startswith("  - ")] == [
        "person: mother",
        "person: father",
    ]
    manifest = read(tmp_path / "out")
    assert manifest is not None
    assert [one.file for one in manifest.contacts] == [NAME]
    assert verify(tmp_path / "out").exit_status == 0


@pytest.mark.parametrize("days_later", [0, 1, 4])
def test_what_the_contacts_hold_already_is_not_written_again(tmp_path: Path, days_later: int) -> None:
    sent = DAY + datetime.timedelta(days=days_later)
    gone = [{"date": str(sent), "person": "father", "channel": "letter", "stage": "hello"}]
    run = run_for(tmp_path, case_with(tmp_path, contacts=gone), "father")
    run.write(tmp_path / "out", force=False)
    assert not (tmp_path / "out" / NAME).exists()
    assert run.contacts() == ()


def test_a_contact_before_the_letter_was_made_is_of_an_earlier_one(tmp_path: Path) -> None:
    earlier = DAY - datetime.timedelta(days=1)
    gone = [{"date": str(earlier), "person": "father", "channel": "letter", "stage": "hello"}]
    run = run_for(tmp_path, case_with(tmp_path, contacts=gone), "father")
    assert len(run.contacts()) == 1


def test_an_id_that_holds_a_name_is_in_the_file_and_not_on_the_screen(tmp_path: Path) -> None:
    case = case_with(tmp_path, people=people_with("father", id="Declan 1"))
    run = run_for(tmp_path, case, "Declan 1")
    run.write(tmp_path / "out", force=False)
    assert run.contacts() == ("  # and 1 more in the file: the id holds a name, and is not shown here",)
    assert 'person: "Declan 1"' in (tmp_path / "out" / NAME).read_text("utf-8")
    assert "Declan" not in NAME
