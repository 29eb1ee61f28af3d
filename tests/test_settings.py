"""The nearest scr-docs.yaml counts, alone, and what the caller gives counts more."""

from __future__ import annotations

from pathlib import Path

import pytest

from scr_docs import settings
from scr_docs.errors import SettingsError
from scr_docs.finding import Severity
from scr_docs.settings import Settings
from tests.messages import LIST, misfit, no_key, none_of, other_key

WHOLE = """\
case: case.yaml
checks: [our-checks, ../shared checks]
select: [personal-data, family]
ignore: [family.father-not-mentioned]
fail-on: check
password-file: password.txt
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document three folders deep."""
    folder = tmp_path / "office" / "reviews" / "HB-2016-02"
    folder.mkdir(parents=True)
    return folder / "draft.docx"


def told(document: Path, text: str) -> str:
    path = document.with_name(settings.NAME)
    path.write_text(text, "utf-8")
    with pytest.raises(SettingsError) as caught:
        settings.load(document)
    return str(caught.value).replace(str(path), path.name)


def test_without_a_file_the_defaults_count(document: Path) -> None:
    assert settings.find(document) is None
    assert settings.load(document) == Settings(fail_on=Severity.MUST_FIX)


def test_a_whole_file_is_read_with_its_paths_taken_from_its_own_folder(document: Path) -> None:
    office = document.parent.parent.parent
    (office / settings.NAME).write_text(WHOLE, "utf-8")
    assert settings.load(document) == Settings(
        case=office / "case.yaml",
        checks=(office / "our-checks", office / "../shared checks"),
        select=("personal-data", "family"),
        ignore=("family.father-not-mentioned",),
        fail_on=Severity.CHECK,
        file=office / settings.NAME,
        password_file=office / "password.txt",
    )


def test_an_absolute_path_stays_as_it_is(document: Path, tmp_path: Path) -> None:
    document.with_name(settings.NAME).write_text(f"case: {tmp_path / 'elsewhere.yaml'}\n", "utf-8")
    assert settings.load(document).case == tmp_path / "elsewhere.yaml"


def test_the_nearest_file_counts_and_files_are_not_merged(document: Path) -> None:
    (document.parent.parent.parent / settings.NAME).write_text(WHOLE, "utf-8")
    near = document.parent.parent / settings.NAME
    near.write_text("fail-on: note\n", "utf-8")
    assert settings.load(document) == Settings(fail_on=Severity.NOTE, file=near)


def test_a_folder_is_looked_at_itself(document: Path) -> None:
    here = document.with_name(settings.NAME)
    here.write_text(WHOLE, "utf-8")
    assert settings.find(document.parent) == here
    assert settings.find(document.parent / "not yet there" / "draft.docx") == here


def test_a_folder_with_the_name_of_the_file_is_passed_over(document: Path) -> None:
    document.with_name(settings.NAME).mkdir()
    assert settings.find(document) is None


def test_a_path_without_a_folder_is_looked_for_where_the_program_runs(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document.with_name(settings.NAME).write_text(WHOLE, "utf-8")
    monkeypatch.chdir(document.parent)
    assert settings.find(Path("draft.docx")) == document.with_name(settings.NAME)


def test_what_the_caller_gives_counts_more_than_the_file(document: Path) -> None:
    document.with_name(settings.NAME).write_text(WHOLE, "utf-8")
    found = settings.load(
        document,
        case=Path("c.yaml"),
        checks=[Path("k")],
        select=["language"],
        ignore=["hidden"],
        fail_on="never",
        password_file=Path("p.txt"),
    )
    assert found == Settings(
        Path("c.yaml"), (Path("k"),), ("language",), ("hidden",), None, document.with_name(settings.NAME), Path("p.txt")
    )


def test_what_the_caller_does_not_give_comes_from_the_file(document: Path) -> None:
    document.with_name(settings.NAME).write_text(WHOLE, "utf-8")
    found = settings.load(document, select=["language"])
    assert (found.select, found.ignore, found.fail_on) == (
        ("language",),
        ("family.father-not-mentioned",),
        Severity.CHECK,
    )


@pytest.mark.parametrize(
    ("word", "severity"),
    [
        ("must-fix", Severity.MUST_FIX),
        ("check", Severity.CHECK),
        ("note", Severity.NOTE),
        ("never", None),
        ("", Severity.MUST_FIX),
    ],
)
def test_a_run_fails_on_the_severity_that_is_set(document: Path, word: str, severity: Severity | None) -> None:
    document.with_name(settings.NAME).write_text(f"case:\nfail-on: {word}\n", "utf-8")
    assert settings.load(document).fail_on == severity


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fail_on: check\n", no_key("scr-docs.yaml:1: fail_on", "fail-on")),
        ("case: x\nselects: [a]\n", no_key("scr-docs.yaml:2: selects", "select")),
        (
            "colour: red\n",
            other_key("scr-docs.yaml:1: …", "case, checks, fail-on, ignore, password-file, select or templates"),
        ),
        (
            "fail-on: must_fix\n",
            none_of("scr-docs.yaml:1: fail-on", "must-fix, check, note or never", "must-fix"),
        ),
        (
            "ignore: family\n",
            misfit("scr-docs.yaml:1: ignore", LIST),
        ),
        ("case: [a]\n", misfit("scr-docs.yaml:1: case", "a text")),
        ("- a\n", "scr-docs.yaml:1: This is not the settings file. Expected: lines of the form key: value."),
        ("", "scr-docs.yaml: The settings file is empty."),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_line(document: Path, text: str, message: str) -> None:
    assert told(document, text) == message


@pytest.mark.parametrize(("word", "near"), [("must_fix", " Did you mean must-fix?"), ("error", "")])
def test_a_severity_that_the_caller_invents_is_a_mistake(document: Path, word: str, near: str) -> None:
    with pytest.raises(SettingsError) as caught:
        settings.load(document, fail_on=word)
    said = "fail_on: There is no such severity. Expected: must-fix, check, note or never."
    assert str(caught.value) == said + near
