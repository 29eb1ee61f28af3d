"""Letters in other languages as tagged PDFs, each held against PDF/UA-1. Needs LibreOffice and fontconfig.

Where they are not installed these tests are left out, and say so; SCR_DOCS_SYSTEM_TOOLS=required makes that a failure.
"""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess

import page
import pytest

from scr_docs import case as cases
from scr_docs import pipeline, resources
from scr_docs.letters import package
from scr_docs.letters.pdf import pdfs, typst_
from scr_docs.letters.pdf.made import Made, NotMade
from scr_docs.letters.stages import stage
from tests.letters.translations import reading

MISSING = [tool for tool in ("soffice", "fc-list") if shutil.which(tool) is None]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        bool(MISSING) and os.environ.get("SCR_DOCS_SYSTEM_TOOLS") != "required",
        reason=f"not installed: {', '.join(MISSING)}",
    ),
]


@pytest.fixture(scope="module")
def made() -> dict[str, Made]:
    case = cases.load(resources.folder("sample_reports") / "westmoor" / "case.yaml")
    letters: dict[str, bytes] = {}
    for name in ("first-notice", "invitation"):
        for language in ("cy", "pl", "ur"):
            run = pipeline.make_letters(
                reading(case, {"mother": language}),
                stage(name),
                people=["mother"],
                formats=["standard", "large-print"],
                day=datetime.date(2016, 1, 15),
                draft=True,
            )
            letters |= {letter.name: letter.content for letter in run.letters if letter.language == language}
    assert len(letters) == 12
    return pdfs(letters)


def has_font(language: str) -> bool:
    told = subprocess.run(["fc-list", f":lang={language}", "family"], check=True, capture_output=True, text=True)
    return bool(told.stdout.strip())


@pytest.mark.parametrize("language", ["cy", "pl", "ur"])
def test_each_translated_letter_is_a_pdf_that_a_screen_reader_can_read(language: str, made: dict[str, Made]) -> None:
    found = {name: pdf for name, pdf in made.items() if f"-{language}-draft" in name}
    assert len(found) == 4
    for name, pdf in found.items():
        if not has_font(language):
            assert isinstance(pdf, NotMade), "without a font nothing may be shown as empty boxes"
            assert "font" in pdf.why, name
            continue
        assert isinstance(pdf, bytes), (name, pdf)
        report = page.validate_pdf_bytes(pdf, profile="ua1")
        assert report.is_compliant, (name, str(report))


WITHOUT_URDU = str.maketrans("ہے۔", "هی.", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670")
"""Letters that fonts for Arabic have too. Typst says words with signs for vowels twice, and they are refused."""


def test_typst_makes_a_letter_from_right_to_left_that_can_be_read_back() -> None:
    case = cases.load(resources.folder("sample_reports") / "westmoor" / "case.yaml")
    day = datetime.date(2016, 1, 15)
    run = pipeline.make_letters(
        reading(case, {"mother": "ur"}), stage("first-notice"), people=["mother"], day=day, draft=True
    )
    parts = package.parts(next(one.content for one in run.letters if one.language == "ur"))
    words = {name: text.decode().translate(WITHOUT_URDU).encode() for name, text in parts.items() if "word/" in name}
    letter = package.packed({**parts, **words})
    (pdf,) = pdfs({"letter.docx": letter}, typst_.convert).values()
    if not has_font("ar"):
        assert isinstance(pdf, NotMade)
        assert "font" in pdf.why
        return
    assert isinstance(pdf, bytes), pdf
    assert page.validate_pdf_bytes(pdf, profile="ua1").is_compliant
