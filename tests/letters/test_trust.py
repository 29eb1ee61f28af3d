"""The folder of letters: all or nothing, nothing overwritten, and a manifest that can be held against it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from scr_docs import pipeline
from scr_docs.errors import OutputError
from scr_docs.letters.outbox import writing
from scr_docs.letters.outbox.manifest import Manifest, digest, read
from scr_docs.letters.outbox.verify import verify
from scr_docs.letters.outbox.writing import ASIDE, Change, apply, only_writer
from scr_docs.letters.run import LetterRun
from scr_docs.letters.stages import stage
from tests.letters.marked_case import WHO, marked_case, markers
from tests.letters.own_stage import DAY, case_with, own_stage

FullDisk = OSError(28, "No space left on device")


def run_of(tmp_path: Path, *who: str, greeting: str = "Dear") -> LetterRun:
    letter = ["{{ person.name }}", f"{greeting} {{{{ person.greeting }}}}."]
    return pipeline.make_letters(
        case_with(tmp_path), own_stage(tmp_path, letter), people=who or ["mother", "father"], day=DAY
    )


def snapshot(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder, also its folders."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")
    }


def steps(monkeypatch: pytest.MonkeyPatch, fail_at: int | None) -> Callable[[], int]:
    """Counts what touches the disk while a folder is written, and fails at one of these steps."""
    done = 0

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*given: Any, **more: Any) -> Any:
            nonlocal done
            done += 1
            if done - 1 == fail_at:
                raise OSError(*FullDisk.args)
            return real(*given, **more)

        return step

    monkeypatch.setattr(writing, "_write_aside", counted(writing._write_aside))
    monkeypatch.setattr(writing, "_move", counted(writing._move))
    return lambda: done


@pytest.mark.parametrize("before", ["no folder", "other letters", "the same letters"])
def test_whatever_step_fails_the_folder_is_as_it_was(
    tmp_path: Path, before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = run_of(tmp_path)
    folder = tmp_path / "out" / "letters"
    if before == "other letters":
        run_of(tmp_path, "friend").write(folder, force=False)
    elif before == "the same letters":
        run_of(tmp_path, greeting="Hello").write(folder, force=False)
    was = snapshot(tmp_path)
    with monkeypatch.context() as patched:
        count = steps(patched, None)
        run.write(folder, force=True)
        every = count()
    assert every >= 9
    assert verify(folder).exit_status == 0
    for path in sorted(tmp_path.rglob("*"), reverse=True):
        if path.relative_to(tmp_path).as_posix() not in was:
            path.rmdir() if path.is_dir() else path.unlink()
    for name, content in was.items():
        if content is not None:
            (tmp_path / name).write_bytes(content)
    assert snapshot(tmp_path) == was
    for number in range(every):
        with monkeypatch.context() as patched:
            steps(patched, number)
            with pytest.raises(OutputError, match="No space left on device"):
                run.write(folder, force=True)
        assert snapshot(tmp_path) == was, f"step {number}"


@pytest.mark.parametrize("at", [3, 5, 7, 8])  # four files are written aside, two moved away, three into place
def test_a_run_that_is_killed_is_undone_by_the_next(tmp_path: Path, at: int) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "old.txt").write_text("old", "utf-8")
    (folder / "manifest.json").write_text("old manifest", "utf-8")
    was = snapshot(folder)
    program = f"""
import os
from pathlib import Path
from scr_docs.letters.outbox import writing
done = 0
def dying(real):
    def step(*given):
        global done
        if done == {at}:
            os._exit(9)
        done += 1
        return real(*given)
    return step
writing._write_aside, writing._move = dying(writing._write_aside), dying(writing._move)
files = [("a.txt", b"a"), ("b.txt", b"b"), ("manifest.json", b"new")]
with writing.only_writer(Path({str(folder)!r})):
    writing.apply(Path({str(folder)!r}), writing.Change(files, [("old.txt", "superseded/old.txt"), ("manifest.json", "")]))
"""
    ended = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
    assert ended.returncode == 9, ended.stderr
    with only_writer(folder):
        assert {name: content for name, content in snapshot(folder).items() if name != writing.LOCK} == was
    assert snapshot(folder) == was


def test_a_run_that_was_cut_off_after_its_last_file_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.rmtree", lambda *_given, **_more: None)
    with only_writer(tmp_path):
        apply(tmp_path, Change([("a.txt", b"a"), ("manifest.json", b"new")]))
    monkeypatch.undo()
    assert (tmp_path / ASIDE).exists()
    with only_writer(tmp_path):
        pass
    assert snapshot(tmp_path) == {"a.txt": b"a", "manifest.json": b"new"}


def test_two_runs_never_write_at_once(tmp_path: Path) -> None:
    run = run_of(tmp_path)
    with only_writer(tmp_path / "out"), pytest.raises(OutputError, match="Another run is writing here"):
        run.write(tmp_path / "out", force=False)
    run.write(tmp_path / "out", force=False)
    assert verify(tmp_path / "out").exit_status == 0


def test_nothing_is_overwritten_and_with_force_the_old_one_is_kept_and_listed(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    (old, _) = run_of(tmp_path, greeting="Hello").write(folder, force=False)
    before, was = old.read_bytes(), snapshot(folder)
    with pytest.raises(OutputError, match="--force moves it to superseded/"):
        run_of(tmp_path).write(folder, force=False)
    assert snapshot(folder) == was
    (new, _) = run_of(tmp_path).write(folder, force=True)
    assert new.read_bytes() != before
    manifest = read(folder)
    assert manifest is not None
    kept = {one.was: one for one in manifest.superseded}[old.name]
    assert (folder / kept.file).read_bytes() == before
    assert kept.sha256 == digest(before)
    assert verify(folder).exit_status == 0
    for number in range(3):
        run_of(tmp_path).write(folder, force=True)
        assert verify(folder).same == 4 + 2 * (number + 2)


def test_a_letter_that_is_open_in_word_stops_the_run(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    (path, *_) = run_of(tmp_path).write(folder, force=False)
    (folder / f"~${path.name[2:]}").write_bytes(b"owner")
    was = snapshot(folder)
    with pytest.raises(OutputError, match="This letter is open in Word"):
        run_of(tmp_path).write(folder, force=True)
    assert snapshot(folder) == was
    assert verify(folder).exit_status == 0


def test_the_same_case_and_date_give_the_same_bytes_in_every_file(tmp_path: Path) -> None:
    case = marked_case(tmp_path, "invitation")
    for name in ("one", "two"):
        run = pipeline.make_letters(case, stage("invitation"), people=WHO, day=DAY)
        run.write(tmp_path / name, force=False, case_sha256="0" * 64)
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "two")
    assert {"manifest.json", "HB-2016-02-invitation-envelopes.txt"} < set(snapshot(tmp_path / "one"))


def test_manifest_names_and_output_tell_nothing_of_anybody_and_the_list_of_envelopes_only_addresses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from scr_docs.cli import main  # noqa: PLC0415

    case = marked_case(tmp_path, "support-offer")
    folder = tmp_path / "out"
    words = [
        "letters",
        "make",
        "--case",
        str(tmp_path / "case.yaml"),
        "--stage",
        "support-offer",
        "--date",
        "2016-01-15",
        "--out",
        str(folder),
    ]
    for more in (["--dry-run"], []):
        with pytest.raises(SystemExit):
            main([*words, *more])
    told = capsys.readouterr()
    listed = next(folder.glob("*envelopes.txt")).read_text("utf-8")
    names = " ".join(path.name for path in folder.iterdir())
    seen = "".join([told.out, told.err, (folder / "manifest.json").read_text("utf-8"), names]).casefold()
    for who in (*WHO, "child"):
        for marker in markers(who):
            assert marker.casefold() not in seen.replace(" ", "").replace("-", "")
        row = any(f"-{who}" in line for line in listed.splitlines() if line.startswith("in it: "))
        person = case.person(who)
        assert person is not None
        assert (person.name in listed) is row
        assert all((line in listed) is row for line in person.address)
    assert {who for who in WHO if f"-{who}" in listed} == {"mother", "stepfather", "neighbour"}  # others hear otherwise
    for telling in (case.board.name, "review", "safeguarding", "Council", "Toby"):
        assert telling.casefold() not in listed.replace("HB-2016-02-support-offer", "").casefold()
    entry = json.loads((folder / "manifest.json").read_text("utf-8"))["letters"][0]
    assert set(entry) == {
        "file",
        "sha256",
        "reference",
        "stage",
        "person",
        "format",
        "language",
        "date",
        "template_sha256",
        "case_sha256",
        "made_with",
    }
    assert entry["case_sha256"] == digest((tmp_path / "case.yaml").read_bytes())


def test_the_list_of_envelopes_grows_with_the_folder_and_is_never_lost(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    run_of(tmp_path, "mother").write(folder, force=False)
    path = folder / "HB-2016-02-hello-envelopes.txt"
    assert "Kelly Ann Quill" in path.read_text("utf-8")
    run_of(tmp_path, "father").write(folder, force=False)
    assert "Kelly Ann Quill" in path.read_text("utf-8")
    assert "3 Mill Lane" in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8") + "posted on Monday", "utf-8")
    with pytest.raises(OutputError, match="This file is there already"):
        run_of(tmp_path, "friend").write(folder, force=False)
    run_of(tmp_path, "friend").write(folder, force=True)
    assert any("posted on Monday" in one.read_text("utf-8") for one in (folder / "superseded").iterdir())
    assert verify(folder).exit_status == 0


def _into(folder: Path, name: str) -> Path:
    """The path of this name in a new folder."""
    folder.mkdir()
    return folder / name


def _change(folder: Path) -> Iterator[tuple[str, Callable[[], object], str]]:
    letter = folder / "HB-2016-02-hello-mother-large-print.docx"
    other = folder / "HB-2016-02-hello-father.docx"
    yield (
        "changed",
        lambda: letter.write_bytes(letter.read_bytes() + b" "),
        "large-print.docx  has been changed since it was written",
    )
    yield "missing", letter.unlink, "large-print.docx  is missing"
    yield "renamed", lambda: letter.rename(folder / "for Kelly.docx"), "has been renamed or moved to for Kelly.docx"
    yield (
        "put away",
        lambda: letter.rename(_into(folder / "superseded", "x.docx")),
        "moved to superseded by hand",
    )
    yield "new", lambda: (folder / "new.docx").write_bytes(b"new"), "new.docx  is not in the manifest"
    yield (
        "copied",
        lambda: (folder / "copy.docx").write_bytes(other.read_bytes()),
        "it is a copy of HB-2016-02-hello-father.docx",
    )
    yield "cut off", (folder / ASIDE).mkdir, "a run was cut off here"
    yield (
        "in a folder",
        lambda: _into(folder / "sub", "a.txt").write_text("a", "utf-8"),
        "sub/a.txt  is not in the manifest",
    )


@pytest.mark.parametrize("number", range(8))
def test_verify_tells_each_difference_and_ends_with_1(
    tmp_path: Path, number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    from scr_docs.cli import main  # noqa: PLC0415

    folder = tmp_path / "out"
    run_of(tmp_path).write(folder, force=False)
    for status in (0, 1):
        with pytest.raises(SystemExit) as ended:
            main(["letters", "verify", str(folder)])
        assert ended.value.code == status
        if status == 0:
            assert "Files as they were written: 4. No differences." in capsys.readouterr().out
            _, change, said = list(_change(folder))[number]
            change()
    told = capsys.readouterr().out
    assert said in told
    assert "1 difference." in told


@pytest.mark.parametrize(
    "broken",
    [
        b"", b"{", b"[]", b'{"schema": "scr-docs/letters/2"}', b"\xff\xfe", b"[" * 100_000,
        b'{"schema": "scr-docs/letters/1", "superseded": [{"file": "../../etc/passwd", "sha256": "%s", "was": "a"}]}' % (b"0" * 64),
        b'{"schema": "scr-docs/letters/1", "envelopes": [{"file": "a", "sha256": "short", "reference": "r", "stage": "s"}]}',
        b'{"schema": "scr-docs/letters/1", "superseded": [%s, %s]}' % ((b'{"file": "superseded/a", "sha256": "%s", "was": "a"}' % (b"0" * 64),) * 2),
    ],
)  # fmt: skip
def test_a_manifest_that_cannot_be_read_is_not_checked_and_never_written_over(tmp_path: Path, broken: bytes) -> None:
    folder = tmp_path / "out"
    run_of(tmp_path, "mother").write(folder, force=False)
    (folder / "manifest.json").write_bytes(broken)
    was = snapshot(folder)
    for act in (lambda: verify(folder), lambda: run_of(tmp_path, "father").write(folder, force=True)):
        with pytest.raises(OutputError, match="The manifest cannot be read"):
            act()
    assert snapshot(folder) == was


def test_without_a_folder_or_a_manifest_nothing_is_checked(tmp_path: Path) -> None:
    for folder, said in (
        (tmp_path / "none", "There is no such folder"),
        (tmp_path, "There is no manifest in this folder"),
    ):
        with pytest.raises(OutputError, match=said) as told:
            verify(folder)
        assert told.value.exit_code == 2


def test_a_letter_that_cannot_be_read_is_not_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_of(tmp_path, "mother").write(tmp_path / "out", force=False)

    def refuse(_path: Path) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("scr_docs.letters.outbox.verify.digest_of", refuse)
    held = verify(tmp_path / "out")
    assert (held.exit_status, held.same, held.differences) == (2, 0, ())
    assert {one.what for one in held.unread} == {"cannot be read: Permission denied"}


def test_a_file_that_comes_meanwhile_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, run = tmp_path / "out", run_of(tmp_path)
    real = apply

    def apply_late(where: Path, change: Change) -> None:
        (where / run.letters[1].name).write_bytes(b"somebody else's")
        real(where, change)

    monkeypatch.setattr("scr_docs.letters.outbox.folder.apply", apply_late)
    with pytest.raises(OutputError, match="has come there meanwhile"):
        run.write(folder, force=False)
    assert snapshot(folder) == {run.letters[1].name: b"somebody else's"}


def test_an_empty_manifest_is_the_same_after_reading() -> None:
    assert Manifest.model_validate_json(Manifest().content()) == Manifest()
