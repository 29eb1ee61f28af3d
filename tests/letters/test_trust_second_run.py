"""A second run into the same folder, when people have died, are held, are not safe or want something else by then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scr_docs import pipeline
from scr_docs.case import Case
from scr_docs.errors import OutputError
from scr_docs.letters.outbox.manifest import read
from scr_docs.letters.outbox.verify import verify
from scr_docs.letters.run import LetterRun
from tests.letters.own_stage import DAY, PEOPLE, case_with, own_stage, people_with
from tests.letters.test_trust import snapshot

LIST = "HB-2016-02-hello-envelopes.txt"
FATHER = "HB-2016-02-hello-father.docx"
HELD = {"involvement": {"status": "deferred", "reason": "criminal-proceedings"}}


def run(tmp_path: Path, *who: str, people: Any = PEOPLE, formats: tuple[str, ...] = (), **more: Any) -> LetterRun:
    files = {"call-script.txt": "Is it safe to talk?\nHello {{ person.greeting }}."}
    stage = own_stage(tmp_path, ["{{ person.name }}", "Dear {{ person.greeting }}."], files)
    case: Case = case_with(tmp_path, people=people, **more)
    return pipeline.make_letters(case, stage, people=who, formats=formats, day=DAY)


def put_away(folder: Path) -> set[str]:
    manifest = read(folder)
    assert manifest is not None
    return {one.was for one in manifest.superseded}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        (HELD, "not written to now (criminal-proceedings)"),
        ({"died": "2016-01-02"}, "has died"),
        ({"involvement": {"reason": "safety"}}, "not written to now (safety)"),
        ({"involvement": {"reason": "not-traced"}}, "not written to now (not-traced)"),
        ({"contact": {"safe_by_post": "false"}}, "it is not made for them now"),
        ({"contact": {"channel": "email"}}, "it is not made for them now"),
        ({"involvement": {"status": "declined"}}, "theirs is declined"),
        ({"id": "dad"}, "they are not in the case file any more"),
    ],
)
@pytest.mark.parametrize("who", [(), ("father",)])
def test_an_older_letter_to_somebody_who_gets_none_now_is_refused_or_moved(
    tmp_path: Path, changes: dict[str, Any], why: str, who: tuple[str, ...]
) -> None:
    if who and why.startswith(("they are not", "theirs is")):
        return  # asked for by id they get one, or are not there
    folder = tmp_path / "out"
    run(tmp_path, "father").write(folder, force=False)
    was = snapshot(folder)
    later = run(tmp_path, *who, people=people_with("father", **changes))
    with pytest.raises(OutputError) as refused:
        later.write(folder, force=False)
    assert "An older letter is here for father, and must not stay" in str(refused.value)
    assert why in str(refused.value)
    assert snapshot(folder) == was
    later.write(folder, force=True)
    assert not (folder / FATHER).exists()
    assert FATHER in put_away(folder)
    assert verify(folder).exit_status == 0
    listed = (folder / LIST).read_text("utf-8") if (folder / LIST).exists() else ""
    assert FATHER not in listed
    assert ("3 Mill Lane" in listed) is ("id" in changes)


def test_a_run_that_is_not_for_them_leaves_them_out_of_the_list_and_says_which(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    run(tmp_path, "father").write(folder, force=False)
    later = run(tmp_path, "mother", people=people_with("father", **HELD))
    assert later.look(folder, force=False).left_out == (FATHER,)
    later.write(folder, force=False)
    listed = (folder / LIST).read_text("utf-8")
    assert "Kelly Ann Quill" in listed
    assert "3 Mill Lane" not in listed
    assert "O'Marr" not in listed
    assert (
        f"Do not send these. They were made earlier, and the case file says now that they must not go.\nPut away what is printed of them.\nleft out: {FATHER}\n"
        in listed
    )
    assert verify(folder).exit_status == 0


def test_who_has_had_the_letter_keeps_the_file_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    run(tmp_path, "father").write(folder, force=False)
    gone = [{"date": "2016-01-03", "person": "father", "channel": "letter", "stage": "hello"}]
    run(tmp_path, people=people_with("father", involvement={"status": "invited"}), contacts=gone).write(
        folder, force=False
    )
    assert (folder / FATHER).exists()


def test_a_letter_that_was_deleted_is_written_again(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    for _ in range(2):
        run(tmp_path, "father").write(folder, force=False)
        assert verify(folder).exit_status == 0
        (folder / FATHER).unlink()


def test_nothing_is_made_for_a_run_that_finds_nobody(tmp_path: Path) -> None:
    dead = people_with("father", died="2016-01-02")
    assert run(tmp_path, "father", people=dead).write(tmp_path / "out", force=True) == []
    assert not (tmp_path / "out").exists()


def test_another_format_comes_beside_the_first_and_what_is_made_anew_takes_the_place_of_its_pdf(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    first = run(tmp_path, "father")
    pdf = replace(first.letters[0], name=FATHER.replace(".docx", ".pdf"), format="standard-pdf", content=b"%PDF")
    replace(first, letters=(*first.letters, pdf)).write(folder, force=False)
    run(tmp_path, "father", formats=("html",)).write(folder, force=False)
    assert {"standard", "standard-pdf", "html"} == _formats(folder)
    later = run(tmp_path, "father", formats=("standard",))
    with pytest.raises(OutputError, match="An older letter is here for father, and must not stay: a newer one"):
        later.write(folder, force=False)
    later.write(folder, force=True)
    assert {"standard", "html"} == _formats(folder)
    assert {FATHER, FATHER.replace(".docx", ".pdf")} == put_away(folder)
    run(tmp_path, "father", people=people_with("father", contact={"safe_by_post": "false"})).write(folder, force=True)
    assert {"call-script"} == _formats(folder)
    assert verify(folder).exit_status == 0


def _formats(folder: Path) -> set[str]:
    manifest = read(folder)
    assert manifest is not None
    return {one.format for one in manifest.letters if (folder / one.file).exists()}


def test_a_dry_run_tells_what_the_run_refuses_and_ends_as_it_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from scr_docs.cli import main  # noqa: PLC0415

    (tmp_path / "ours").mkdir()
    own_stage(tmp_path / "ours")
    folder, blocked = tmp_path / "out", tmp_path / "file"
    blocked.write_text("x", "utf-8")

    def make(*more: str, out: Path = folder) -> tuple[int, str, str]:
        case_with(tmp_path)
        words = ["letters", "make", "--case", str(tmp_path / "case.yaml"), "--stage", "hello", "--person", "father"]
        with pytest.raises(SystemExit) as ended:
            main([*words, "--date", "2016-01-15", "--templates", str(tmp_path / "ours"), "--out", str(out), *more])
        told = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return ended.value.code, told.out, told.err

    status, out, _ = make("--dry-run")
    assert status == 0
    assert "Would be written to" in out
    assert "more than half a year from today" in out
    assert not folder.exists()
    assert make()[0] == 0
    was = snapshot(folder)
    status, out, err = make("--dry-run")
    assert (status, make()[0]) == (2, 2)
    assert "Would be written to" not in out
    assert "This letter is there already" in err
    status, out, _ = make("--dry-run", "--force")
    assert status == 0
    assert f"Would be moved to superseded/:\n  {FATHER}" in out
    assert snapshot(folder) == was
    for place in (blocked, blocked / "below"):
        status, _, err = make("--dry-run", out=place)
        assert (status, make(out=place)[0]) == (2, 2)
        assert "This is a file" in err
    (folder / "manifest.json").write_bytes(b"{")
    assert (make("--dry-run")[0], make()[0]) == (2, 2)


def test_a_dry_run_tells_of_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_given: False)
    (told,) = run(tmp_path, "father").look(tmp_path / "out", force=False).in_the_way
    assert told.what == "This cannot be written"


@pytest.mark.parametrize("name", ["Thumbs.db", ".DS_Store", "desktop.ini", "~$hello.docx", "._hello.docx"])
def test_what_programs_put_into_a_folder_is_no_difference(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "out"
    run(tmp_path, "father").write(folder, force=False)
    (folder / name).write_bytes(b"x")
    assert verify(folder).exit_status == 0
