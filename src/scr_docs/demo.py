"""The worked example: what a board would do by hand with the shipped samples, in one go."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from scr_docs import case as cases
from scr_docs import pipeline, resources
from scr_docs.errors import Mistake, OutputError
from scr_docs.letters.outbox.manifest import digest
from scr_docs.letters.stages import stages
from scr_docs.output import json_, markers_docx, markers_html, text
from scr_docs.output.write import write

_TO_EVERYBODY = ("first-notice", "invitation")


def make(folder: Path, *, force: bool) -> Iterator[str]:
    """Writes the example into `folder` and says, line by line, what was made and where to look. Raises OutputError."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())) and not force:
        raise OutputError(
            Mistake("This folder holds something already", str(folder), mend="Name another folder, or add --force")
        )
    yield "Everybody in these samples is invented."
    samples = sorted(path.parent for path in resources.folder("sample_reports").glob("*/case.yaml"))
    if not samples:
        raise OutputError(Mistake("This copy of scr-docs lacks its samples", mend="Install it again"))
    for sample in samples:
        yield ""
        yield from _one(sample, folder / sample.name)
    yield ""
    yield f"Look in {folder}: open a letter in Word, and read checks.txt beside the report that it is about."


def _one(sample: Path, here: Path) -> Iterator[str]:
    for name in ("case.yaml", "report.docx"):
        write(here / name, (sample / name).read_bytes())
    case = cases.load(here / "case.yaml")
    yield f"{here}"
    for stage in stages():
        day = _day(case, stage.name)
        # The first two letters go to everybody, to show what each person gets; the later ones to whom they fit.
        everybody = [person.id for person in case.family] if stage.name in _TO_EVERYBODY else []
        run = pipeline.make_letters(case, stage, people=everybody, day=day)
        if not run.letters:
            continue  # nobody whom it fits: a review that is published has no letter about not publishing
        run.write(here / "letters", force=True, case_sha256=digest((here / "case.yaml").read_bytes()))
        yield f"  letters/  {len(run.letters)} × {stage.name}"
    report = pipeline.lint(here / "report.docx", case=here / "case.yaml")
    write(here / "checks.txt", text.render(report, masked=False))
    write(here / "checks.json", json_.render(report, masked=True))
    counts = report.summary()
    found = f"{counts['must-fix']} must-fix, {counts['check']} check (exit status {report.exit_status})"
    yield f"  checks.txt  of report.docx: {found}"
    yield "  checks.json  the same for programs, with every value masked"
    markers = pipeline.quality_markers(case, here / "report.docx")
    write(here / "quality-markers.docx", markers_docx.render(markers, masked=True))
    write(here / "quality-markers.html", markers_html.render(markers, masked=True))
    yield "  quality-markers.docx and .html  the evidence for each question of the quality markers, for the panel"


def _day(case: cases.Case, stage: str) -> datetime.date | None:
    """The day on which this letter first went out, so that the example tells one story."""
    return next((contact.date for contact in case.contacts if contact.stage == stage and contact.date), None)
