"""Seconds a letter for a tagged PDF: 100 letters in one call of LibreOffice, a call for each, and typst; in one run.

python -m benchmarks.pdf

Every PDF is read back as it is in use, and that is in the time. "A call for each" is what a loop around
`soffice --convert-to` does, with a profile that is warm; it is tried with a few letters. Processor time is what is held
against the bound, as other work on the computer lengthens the time on the clock; both are told.
"""

from __future__ import annotations

import datetime
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from scr_docs import case as cases
from scr_docs import pipeline
from scr_docs.letters import pdf
from scr_docs.letters.make import Maker
from scr_docs.letters.pdf import libreoffice, typst_
from scr_docs.letters.pdf.made import NotMade
from scr_docs.letters.stages import stage

LETTERS, LOOP = 100, 5
SAMPLE = Path(__file__).parent.parent / "sample_reports" / "hallam-bridge" / "case.yaml"
PEOPLE = ("mother", "father", "maternal-grandmother")
MOST = {"LibreOffice, one call": 0.3, "typst": 0.1}
"""Seconds of processor time a letter that are not to be passed."""


def letters() -> dict[str, bytes]:
    case = cases.load(SAMPLE)
    maker = Maker(case, stage("first-notice"), pipeline.all_rules(()), datetime.date(2016, 1, 29))
    made = [maker.make(person, "standard").content for person in case.people if person.id in PEOPLE]
    return {str(number): made[number % len(made)] for number in range(LETTERS)}


def loop(some: Mapping[str, bytes], office: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        for name, content in some.items():
            file = Path(folder) / f"{name}.docx"
            file.write_bytes(content)
            command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(file)]
            subprocess.run(command, check=True, capture_output=True, timeout=120)


def processor() -> float:
    uses = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


def measure(name: str, count: int, work: Callable[[], object]) -> None:
    begin, used = time.perf_counter(), processor()
    found = work()
    took, used = (time.perf_counter() - begin) / count, (processor() - used) / count
    refused = sum(isinstance(one, NotMade) for one in found.values()) if isinstance(found, dict) else 0
    bound = f", at most {MOST[name]:.1f}" if name in MOST else ", untagged and not read back"
    print(f"{name}: {used:.3f} s a letter{bound} ({took:.3f} s on the clock), {count} letters, {refused} refused")


def main() -> None:
    every = letters()
    office = libreoffice.program()
    if office is None:
        print("LibreOffice is not installed")
    else:
        measure(
            "LibreOffice, one call", LETTERS, lambda: pdf.pdfs(every, lambda some: libreoffice.convert(some, office))
        )
        few = dict(list(every.items())[:LOOP])
        measure("LibreOffice, a call for each", LOOP, lambda: loop(few, office))
    pdf.pdfs({"first": every["0"]}, typst_.convert)
    measure("typst", LETTERS, lambda: pdf.pdfs(every, typst_.convert))


if __name__ == "__main__":
    main()
