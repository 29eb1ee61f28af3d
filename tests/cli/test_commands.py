from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scr_docs.cli import COMMANDS
from tests.cli.conftest import Run

HEAVY = ("spacy", "docx", "docxtpl", "jinja2", "lxml", "numpy")


@pytest.mark.parametrize("words", [["--help"], ["lint", "--help"], ["rules"], ["explain", "known-name"], ["--version"]])
def test_help_and_rules_import_nothing_heavy(words: list[str]) -> None:
    code = f"""
import sys
from scr_docs.cli import main
try:
    main({words!r})
except SystemExit as ended:
    assert ended.code == 0, ended.code
print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = set(json.loads(ran.stderr.strip().replace("'", '"')))
    assert not heavy & {"spacy", "docx", "docxtpl", "numpy"}
    if "--help" in words:
        assert not heavy


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.status == 0
    assert len(ran.out) > 100


def test_an_unknown_command_is_a_usage_error_with_the_nearest_one(run: Run) -> None:
    ran = run("lnit", "x.docx")
    assert ran.status == 2
    assert "There is no command 'lnit'. Did you mean lint?" in ran.err


def test_rules_lists_every_rule_and_explains_it(run: Run) -> None:
    rules = [entry["rule"] for entry in json.loads(run("rules", "--format", "json").out)]
    listed = run("rules").out
    assert len(rules) == len(set(rules)) > 30
    for rule in rules:
        assert rule in listed
        told = run("explain", rule)
        assert told.status == 0
        assert all(
            head in told.out for head in ("Why it matters", "How to put it right", "Found by this rule", "Source")
        )


def test_explain_of_an_unknown_rule_is_an_error(run: Run) -> None:
    ran = run("explain", "personal-data.known-nam")
    assert ran.status == 2
    assert "Did you mean personal-data.known-name?" in ran.err


def test_case_new_writes_a_file_that_tells_its_blanks(run: Run, tmp_path: Path) -> None:
    assert run("case", "new", tmp_path / "review").status == 0
    assert {path.name for path in (tmp_path / "review").iterdir()} == {"case.yaml", "case.schema.json"}
    ran = run("case", "check", tmp_path / "review" / "case.yaml")
    assert ran.status == 2
    assert "reference: is blank" in ran.err
    again = run("case", "new", tmp_path / "review")
    assert again.status == 2
    assert "There is a case file already" in again.err


def test_case_check_lists_what_letters_still_need(run: Run, root: Path) -> None:
    ran = run("case", "check", root / "checks" / "example-case.yaml")
    assert ran.status == 0
    assert "no mistakes. 3 people." in ran.out
    assert re.search(r"\n  first-notice +nothing\n", ran.out)
    assert re.search(r"\n  publication +[^\n]*(?:\n {19}[^\n]*)*people\[father\]\.address\n", ran.out)
    assert re.search(r"\n  meeting +meetings \(one to come, with the purpose talk\)", ran.out)


def test_case_check_tells_to_whom_a_letter_has_gone_and_which_day_is_odd(run: Run, root: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    contact = "contacts:\n  - {date: 2016-01-13, person: mother, channel: letter, stage: first-notice}\n"
    case.write_text((root / "checks" / "example-case.yaml").read_text("utf-8") + contact, "utf-8")
    ran = run("case", "check", case)
    assert re.search(r"\n  first-notice +.*\(gone to mother\)\n", ran.out)
    line = case.read_text("utf-8").count("\n")
    assert f"line {line}: contacts[0].date: is before the day of the decision" in " ".join(ran.out.split())


def test_letters_list_names_the_stages(run: Run) -> None:
    ran = run("letters", "list")
    assert ran.status == 0
    assert ran.out.index("first-notice") < ran.out.index("invitation")


def test_python_dash_m_works_as_the_command_does() -> None:
    ran = subprocess.run([sys.executable, "-m", "scr_docs", "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("scr-docs, version ")


def test_a_mistyped_stage_among_the_contacts_is_told(run: Run, root: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    contact = "contacts: [{date: 2016-01-15, person: mother, channel: letter, stage: first-notise}]\n"
    case.write_text((root / "checks" / "example-case.yaml").read_text("utf-8") + contact, "utf-8")
    ran = run("case", "check", case)
    assert ran.status == 0
    assert "contacts[0].stage: is no stage of letters; did you mean first-notice?" in ran.out


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_result_that_nobody_reads_is_not_clean() -> None:
    words = [sys.executable, "-c", "import time; time.sleep(1); from scr_docs.cli import main; main(['rules'])"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as ran:
        assert ran.stdout is not None
        ran.stdout.close()
        assert ran.wait(60) == 2
