from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from scr_docs.errors import OutputError
from scr_docs.output.write import write


@pytest.mark.parametrize("content", ["Siân\n", "Siân\n".encode()])
def test_a_file_is_written_whole_for_its_owner_only(tmp_path: Path, content: str | bytes) -> None:
    path = tmp_path / "new" / "result.json"
    write(path, content)
    assert path.read_text("utf-8") == "Siân\n"
    assert os.listdir(path.parent) == ["result.json"]  # noqa: PTH208  # names, hidden ones too
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text("old", "utf-8")
    write(path, "new")
    assert path.read_text("utf-8") == "new"


def test_what_breaks_on_the_way_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    path = tmp_path / "result.json"
    path.write_text("old", "utf-8")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="This cannot be written: No space left on device"):
        write(path, "new")
    assert [found.name for found in tmp_path.iterdir()] == ["result.json"]
    assert path.read_text("utf-8") == "old"


def test_a_stop_by_the_user_leaves_nothing_behind_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_self: Path, _target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "result.json", "new")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_may_not_be_written_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="Is it open in Word, or is the folder read-only"):
        write(tmp_path / "result.docx", b"x")


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", "utf-8")
    with pytest.raises(OutputError, match="This cannot be written"):
        write(tmp_path / "taken" / "result.json", "x")
