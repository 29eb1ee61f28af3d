"""`scr-docs lint` on files that are no plain Word document: text, and documents under a password."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import pytest

from scr_docs import lint
from tests.cli.conftest import Run
from tests.word.compound_file import compound
from tests.word.containers import encrypted
from tests.word_builder import build

CASE = "checks/example-case.yaml"
SECRET = "Sixty Bluebells £"  # noqa: S105  # invented
PROTECTED = encrypted(build("Kelly Thompson rang."), SECRET)


@pytest.fixture
def protected(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(PROTECTED)
    return path


@pytest.fixture
def password(tmp_path: Path) -> Path:
    path = tmp_path / "password.txt"
    path.write_text(f"{SECRET}\r\nnot this\n", "utf-8-sig")
    return path


@pytest.mark.parametrize("name", ["notes.md", "notes.txt", "notes"])
def test_text_is_checked_as_one_body(run: Run, root: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("# Analysis\n\n4.12 Kelly Thompson rang.\n", "utf-8")
    ran = run("lint", path, "--case", root / CASE, "--format", "json", "--show-values")
    assert ran.status == 1
    (file,) = json.loads(ran.out)["files"]
    assert file["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert [(one["text"], one["location"]["number"]) for one in file["findings"] if one["text"]] == [
        ("Kelly Thompson", "4.12")
    ]


def test_a_name_in_the_name_of_a_text_file_is_found(run: Run, root: Path, tmp_path: Path) -> None:
    path = tmp_path / "Kelly Thompson.txt"
    path.write_text("Nothing.", "utf-8")
    ran = run("lint", path, "--case", root / CASE, "--show-values")
    assert "  the name of the file\n" in ran.out


def test_text_files_in_a_folder_are_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Kelly", "utf-8")
    assert "There is no Word file in this folder" in run("lint", tmp_path).err


def test_a_password_opens_a_document(run: Run, root: Path, protected: Path, password: Path) -> None:
    ran = run(
        "lint", protected, "--case", root / CASE, "--password-file", password, "--format", "json", "--show-values"
    )
    assert ran.status == 1
    (file,) = json.loads(ran.out)["files"]
    assert file["sha256"] == hashlib.sha256(PROTECTED).hexdigest()
    assert "Kelly Thompson" in [one["text"] for one in file["findings"]]
    assert file["error"] is None
    assert SECRET not in ran.out + ran.err


def test_the_settings_may_say_where_the_password_is(run: Run, root: Path, protected: Path, password: Path) -> None:
    (protected.parent / "scr-docs.yaml").write_text(f"case: {root / CASE}\npassword-file: {password.name}\n", "utf-8")
    assert run("lint", protected).status == 1
    assert lint(protected).exit_status == 1


def test_without_a_password_it_says_what_to_do(run: Run, protected: Path) -> None:
    ran = run("lint", protected)
    assert ran.status == 2
    said = " ".join(ran.out.split())
    assert "This Word document is protected by a password, so it cannot be read." in said
    assert "give that with --password-file, or remove the password" in said


def test_a_wrong_password_is_told_and_not_shown(run: Run, protected: Path, password: Path) -> None:
    password.write_text("Sixty Daffodils", "utf-8")
    ran = run("lint", protected, "--password-file", password, "--show-values")
    assert ran.status == 2
    assert "and the one in the password file does not open it" in " ".join(ran.out.split())
    assert "Daffodils" not in ran.out + ran.err


def test_without_the_extra_it_says_what_to_install(
    run: Run, protected: Path, password: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "msoffcrypto", None)
    ran = run("lint", protected, "--password-file", password)
    assert ran.status == 2
    assert 'pip install "scr-docs[passwords]"' in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("content", "said"), [(b"\n", "The first line of the password file is empty."), (b"\xff", "cannot be read")]
)
def test_a_password_file_without_a_password_stops_everything(
    run: Run, protected: Path, password: Path, content: bytes, said: str
) -> None:
    password.write_bytes(content)
    ran = run("lint", protected, "--password-file", password)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_a_missing_password_file_stops_everything(run: Run, protected: Path, tmp_path: Path) -> None:
    ran = run("lint", protected, "--password-file", tmp_path / "gone.txt")
    assert (ran.status, ran.out) == (2, "")
    assert "gone.txt: There is no such file." in ran.err


@pytest.mark.parametrize(
    ("info", "said"),
    [
        (b"Kelly", "it is protected by a password in a way that cannot be undone here"),
        (b"", "it is protected by a password, and damaged"),
        (b"\4\0\4\0\x40\0\0\0<!DOCTYPE x [<!ENTITY e 'Kelly'>]><x/>", "it is protected by a password, and damaged"),
        (
            b"\4\0\4\0\x40\0\0\0<x spinCount='9000000'/>",
            "its password is scrambled more often than that of any honest document",
        ),
    ],
)
def test_a_protection_that_is_damaged_or_made_to_take_for_ever_is_refused(
    run: Run, protected: Path, password: Path, info: bytes, said: str
) -> None:
    protected.write_bytes(compound({"EncryptionInfo": info, "EncryptedPackage": b"x" * 9}))
    ran = run("lint", protected, "--password-file", password)
    assert ran.status == 2
    assert said in " ".join(ran.out.split())
    assert "fault of scr-docs" not in ran.out


def test_a_file_that_breaks_the_reader_is_told_and_the_others_are_checked(
    run: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "a.docx", tmp_path / "b.docx"
    first.write_bytes(build("x"))
    second.write_text("Kelly Thompson rang.", "utf-8")
    second = second.rename(tmp_path / "b.txt")

    def broken(*_: object) -> None:
        raise RuntimeError("Kelly Thompson")

    monkeypatch.setattr("scr_docs.word.read_bytes", broken)
    ran = run("lint", first, second, "--case", root / CASE, "--format", "json")
    assert ran.status == 2
    one, other = json.loads(ran.out)["files"]
    assert one["error"].startswith("It could not be read, by a fault of scr-docs (RuntimeError in broken, line ")
    assert other["error"] is None
    assert "Kelly" not in ran.out
