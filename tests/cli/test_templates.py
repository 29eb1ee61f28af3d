"""scr-docs templates, as it is typed: what it prints, and its exit status."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scr_docs.cli import main
from scr_docs.letters.stages import stage
from tests.letters.own_stage import whole_case_with
from tests.word_builder import build, p


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(words))
    assert isinstance(ended.value.code, int)
    return ended.value.code


def own_stage(folder: Path, name: str = "thank-you") -> Path:
    return Path(shutil.copytree(stage(name).template.parent, folder / name))


def test_an_export_says_what_to_do_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("templates", "export", str(tmp_path / "ours"), "--stage", "thank-you") == 0
    told = capsys.readouterr().out
    assert f"templates: {(tmp_path / 'ours').as_posix()}" in told
    assert run("templates", "export", str(tmp_path / "ours"), "--stage", "thank-you") == 2
    assert "nothing was changed" in capsys.readouterr().err


def test_check_tells_each_letter_and_ends_with_0_1_or_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = own_stage(tmp_path)
    assert run("templates", "check", str(tmp_path)) == 0
    assert "thank-you: right\n" in capsys.readouterr().out
    (folder / "letter.docx").write_bytes(build(p("{%p if support %} Some text"), p("x"), p("{%p endif %}")))
    assert run("templates", "check", str(tmp_path)) == 1
    told = capsys.readouterr().out
    assert (
        "thank-you: has to be put right\n  thank-you/letter.docx: paragraph 1 (“{%p if support %} Some text”): The words “Some text” stand beside"
        in told
    )
    (folder / "letter.docx").write_bytes(b"x")
    assert run("templates", "check", str(tmp_path)) == 2
    assert "NOT CHECKED  thank-you/letter.docx: It is no Word file" in capsys.readouterr().out


@pytest.mark.parametrize("make", [True, False])
def test_nothing_to_check_is_no_clean_result(tmp_path: Path, make: bool) -> None:
    if make:
        (tmp_path / "none").mkdir()
    assert run("templates", "check", str(tmp_path / "none")) == 2


def test_the_folder_of_the_settings_is_taken_where_none_is_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = own_stage(tmp_path / "ours")
    (own / "letter.yaml").write_text(
        (own / "letter.yaml").read_text("utf-8").replace("title: ", "title: Our "), "utf-8"
    )
    (tmp_path / "scr-docs.yaml").write_text("templates: ours\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("templates", "check") == 0
    assert "1 looked at, 0 to put right" in capsys.readouterr().out


def test_letters_are_made_from_the_folder_that_lies_nearest_to_the_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = own_stage(tmp_path / "ours").rename(tmp_path / "ours" / "card")
    text = (own / "letter.yaml").read_text("utf-8").replace("stage: thank-you", "stage: card")
    (own / "letter.yaml").write_text(text, "utf-8")
    whole_case_with(tmp_path, "thank-you")
    make = [
        "letters",
        "make",
        "--case",
        str(tmp_path / "case.yaml"),
        "--stage",
        "card",
        "--person",
        "father",
        "--date",
        "2016-01-15",
        "--out",
        str(tmp_path / "out"),
    ]
    assert run(*make) == 2
    assert "There is no stage 'card'" in capsys.readouterr().err
    assert run(*make, "--templates", str(tmp_path / "ours"), "--dry-run") == 0
    (tmp_path / "scr-docs.yaml").write_text("templates: ours\n", "utf-8")
    assert run(*make) == 0
    assert (tmp_path / "out" / "HB-2016-02-card-father.docx").is_file()
    capsys.readouterr()
    assert run("letters", "list", "--templates", str(tmp_path / "ours")) == 0
    assert "\ncard\n" in capsys.readouterr().out


def test_a_contact_may_name_the_office_s_stage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = own_stage(tmp_path / "ours").rename(tmp_path / "ours" / "card")
    text = (own / "letter.yaml").read_text("utf-8").replace("stage: thank-you", "stage: card")
    (own / "letter.yaml").write_text(text, "utf-8")
    case = tmp_path / "case.yaml"
    whole_case_with(tmp_path, "thank-you")
    line = "contacts:\n- {date: 2016-01-02, person: mother, channel: letter, stage: card}\n"
    case.write_text(case.read_text("utf-8").replace("contacts:\n", line), "utf-8")
    assert run("case", "check", str(case)) == 0
    assert "is no stage of letters" in capsys.readouterr().out
    (tmp_path / "scr-docs.yaml").write_text("templates: ours\n", "utf-8")
    assert run("case", "check", str(case)) == 0
    told = capsys.readouterr().out
    assert "is no stage of letters" not in told
    assert "  card " in told


def test_a_preview_is_written_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["templates", "preview", "thank-you", "--format", "text-message", "--out", str(tmp_path)]
    assert run(*words) == 0
    assert "thank-you-text-message.txt" in capsys.readouterr().out
    assert (tmp_path / "thank-you-text-message.txt").read_text("utf-8")
    assert run("templates", "preview", "thnk-you", "--out", str(tmp_path)) == 2
    assert "Did you mean thank-you?" in capsys.readouterr().err


def test_a_preview_takes_the_place_of_the_older_one_as_a_whole(tmp_path: Path) -> None:
    for name in (
        "thank-you-standard-page-7.png",
        "thank-you-easy-read.pdf",
        "thank-you-notes.txt",
        "meeting-standard.docx",
    ):
        (tmp_path / name).write_bytes(b"old")
    assert run("templates", "preview", "thank-you", "--format", "text-message", "--out", str(tmp_path)) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "meeting-standard.docx",
        "thank-you-notes.txt",
        "thank-you-text-message.txt",
    ]


def test_a_folder_too_high_or_too_low_is_not_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = own_stage(tmp_path / "ours")
    assert run("templates", "check", str(own)) == 2
    assert "This is one letter’s folder. Name the folder above it" in capsys.readouterr().err
    assert run("templates", "check", str(tmp_path)) == 2
    assert f"Name the folder {tmp_path / 'ours'}" in capsys.readouterr().err
    (own / "letter.yaml").unlink()
    assert run("templates", "check", str(tmp_path / "ours")) == 2
    told = capsys.readouterr()
    assert "0 looked at" in told.out
    assert "Nothing was checked" in told.err


def test_a_house_style_that_is_misnamed_is_told_and_never_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own_stage(tmp_path)
    (tmp_path / "house-style").mkdir()
    (tmp_path / "house-style" / "House style.docx").write_bytes(build(p("x")))
    assert run("templates", "check", str(tmp_path)) == 1
    assert (
        "house-style/House style.docx: Nothing uses this file. The house style is called house-style.docx"
        in capsys.readouterr().out
    )
    assert run("letters", "list", "--templates", str(tmp_path)) == 2
    assert "the shipped one would be used" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("templates", "export", ""),
        ("templates", "check", ""),
        ("templates", "preview", "thank-you", "--out", ""),
        ("templates", "preview", "thank-you", "--out", "x", "--templates", " "),
        ("letters", "verify", ""),
        ("letters", "make", "--case", "case.yaml", "--stage", "thank-you", "--out", ""),
        ("letters", "make", "--case", "", "--stage", "thank-you", "--out", "x"),
        ("demo", ""),
        ("case", "new", ""),
        ("lint", ""),
    ],
)
def test_an_empty_path_is_refused(
    tmp_path: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*words) == 2
    assert "this is empty" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
