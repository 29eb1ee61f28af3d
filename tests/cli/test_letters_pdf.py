"""scr-docs letters make --pdf."""

from __future__ import annotations

from pathlib import Path

import pytest

from scr_docs.letters.pdf import libreoffice, typst_
from tests.cli.conftest import Run


def make(run: Run, root: Path, out: Path, *options: str) -> tuple[int, str]:
    case = root / "sample_reports" / "westmoor" / "case.yaml"
    told = ("letters", "make", "--case", case, "--stage", "invitation", "--person", "mother", "--date", "2019-05-20")
    result = run(*told, "--out", out, *options)
    return result.status, result.out + result.err


def test_a_pdf_lies_beside_each_word_letter(
    run: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    formats = ["--format", "standard", "--format", "large-print", "--format", "plain-text"]
    status, told = make(run, root, tmp_path, "--pdf", *formats)
    assert status == 0, told
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == [
        "WM-2019-04-invitation-mother-large-print.pdf",
        "WM-2019-04-invitation-mother.pdf",
    ]
    assert {path.stem for path in tmp_path.glob("*.docx")} == {path.stem for path in tmp_path.glob("*.pdf")}
    envelope = next(tmp_path.glob("*-envelopes.txt")).read_text()
    assert ".pdf" not in envelope, "one letter goes into it, not the same twice"


def test_without_any_tool_nothing_at_all_is_written(
    run: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    monkeypatch.setattr(typst_, "is_there", lambda: False)
    status, told = make(run, root, tmp_path / "out", "--pdf", "--format", "standard")
    assert status == 2
    assert "Install LibreOffice" in told
    assert not (tmp_path / "out").exists()


def test_a_pdf_that_is_refused_is_a_letter_missing_and_the_word_letter_stays(
    run: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    monkeypatch.setattr(typst_, "convert", lambda letters: dict.fromkeys(letters, b"%PDF-1.7 no more"))
    status, told = make(run, root, tmp_path, "--pdf", "--format", "standard")
    assert status == 2
    assert "WM-2019-04-invitation-mother.docx as a PDF: it cannot be read back" in told
    assert not list(tmp_path.glob("*.pdf"))
    assert len(list(tmp_path.glob("*.docx"))) == 1
