"""What is read is one state of a file, or nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from scr_docs.errors import DocumentError
from scr_docs.word import read
from scr_docs.word.container import snapshot as one_moment
from tests.word.helpers import said
from tests.word_builder import build

FIRST, SECOND = build("First"), build("Second")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "draft.docx"
    made.write_bytes(FIRST)
    return made


@pytest.fixture
def while_reading(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Path], object], int], None]:
    """Has something happen to the file after it was read, so many times."""
    content = one_moment._content

    def happens(what: Callable[[Path], object], times: int) -> None:
        left = [what] * times

        def reading(path: Path, size: int) -> bytes:
            data = content(path, size)
            if left:
                left.pop()(path)
            return data

        monkeypatch.setattr(one_moment, "_content", reading)

    return happens


def save(path: Path) -> None:
    """As Word does: into another file, which then takes the name."""
    new = path.with_name("new.tmp")
    new.write_bytes(SECOND)
    os.utime(new, ns=(0, path.stat().st_mtime_ns))
    new.replace(path)


def append(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


@pytest.mark.parametrize("what", [save, append])
def test_a_file_that_changes_while_it_is_read_is_read_once_more(
    path: Path, while_reading: Callable[[Callable[[Path], object], int], None], what: Callable[[Path], object]
) -> None:
    while_reading(what, 1)
    assert said(read(path))[0] == ("Second" if what is save else "First")


def test_a_file_that_goes_on_changing_is_refused(
    path: Path, while_reading: Callable[[Callable[[Path], object], int], None]
) -> None:
    while_reading(append, 2)
    with pytest.raises(DocumentError, match="This file is being saved at the moment"):
        read(path)


def test_a_file_that_is_locked_or_too_large_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as during:
        during.setattr(one_moment, "_content", locked)
        with pytest.raises(DocumentError, match=r"This file cannot be opened \(Permission denied\)"):
            read(path)
    monkeypatch.setattr(one_moment, "MAX_FILE", 100)
    with pytest.raises(DocumentError, match="This file is larger than"):
        read(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "draft.docx")
    with pytest.raises(DocumentError, match="This is a device or a pipe, not a file"):
        read(tmp_path / "draft.docx")


@pytest.mark.parametrize("told", [{"st_file_attributes": 0x00400020}, {"st_flags": 0x40000000}])
def test_a_file_whose_content_is_in_a_cloud_is_told_before_it_is_opened(told: dict[str, int]) -> None:
    assert one_moment._is_elsewhere(SimpleNamespace(**told))  # type: ignore[arg-type]
    assert not one_moment._is_elsewhere(SimpleNamespace(st_file_attributes=0x20))  # type: ignore[arg-type]


def test_a_file_that_is_not_fetched_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_moment, "_is_elsewhere", lambda _: True)
    with pytest.raises(DocumentError, match="The content of this file is in a cloud"):
        read(path)
