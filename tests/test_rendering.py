"""Letters opened by a word processor other than the one that wrote them. Needs LibreOffice and poppler's tools.

Where they are not installed these tests are left out, and say so; SCR_DOCS_SYSTEM_TOOLS=required makes that a failure.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from scr_docs import case as cases
from scr_docs import pipeline
from scr_docs.letters.stages import stages

MISSING = [tool for tool in ("soffice", "pdftotext", "pdffonts") if shutil.which(tool) is None]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        bool(MISSING) and os.environ.get("SCR_DOCS_SYSTEM_TOOLS") != "required",
        reason=f"not installed: {', '.join(MISSING)}",
    ),
]


@pytest.fixture(scope="module")
def rendered(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("letters")
    case = cases.load(root / "sample_reports" / "westmoor" / "case.yaml")
    for stage in stages():
        run = pipeline.make_letters(case, stage, people=["mother", "father"], formats=["standard", "large-print"])
        run.write(folder, force=False)
    profile = f"-env:UserInstallation=file://{tmp_path_factory.mktemp('office')}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, *map(str, folder.glob("*.docx"))], check=True, capture_output=True, timeout=180)
    found = {path.stem: path for path in folder.glob("*.pdf")}
    assert sorted(found) == sorted(path.stem for path in folder.glob("*.docx"))
    assert len(found) >= 8, "first notice and invitation, two people, two formats, are always made"
    return found


def words_of(pdf: Path) -> str:
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return re.sub(r"\s+", " ", text)


def test_every_letter_opens_with_letterhead_greeting_and_contact(rendered: dict[str, Path], root: Path) -> None:
    case = cases.load(root / "sample_reports" / "westmoor" / "case.yaml")
    contact = case.team.family_contact
    for name, pdf in rendered.items():
        person = case.person("mother" if "-mother" in name else "father")
        assert person is not None
        text = words_of(pdf)
        for said in (case.board.name, f"Dear {person.greeting}", contact.name, contact.phone, case.reference):
            assert said is not None
            assert said in text, name


def test_ordinary_letters_are_three_pages_at_most_and_large_print_six(rendered: dict[str, Path]) -> None:
    for name, pdf in rendered.items():
        info = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
        pages = int(re.findall(r"Pages:\s+(\d+)", info)[0])
        assert pages <= (6 if name.endswith("large-print") else 3), name
        assert "A4" in info
