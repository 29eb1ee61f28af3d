"""What a stage's letters look like: filled in with the sample case, as Word files, PDFs and pictures of their pages."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scr_docs.errors import OutputError, ScrDocsError
from scr_docs.letters.office.sample import Sample
from scr_docs.letters.order import FORMATS, OWN
from scr_docs.letters.outbox.writing import Change, apply, only_writer
from scr_docs.letters.pdf import pdfs
from scr_docs.letters.pdf.made import NotMade
from scr_docs.letters.stages import Stage
from scr_docs.pack import Rule

_SECONDS = 120
_DOTS = "80"
"""Dots per inch of a picture of a page: an A4 page is 660 dots wide."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The files of a preview by name, what to know of each, and what could not be made, with the reason."""

    files: Mapping[str, bytes]
    notices: Mapping[str, tuple[str, ...]]
    not_made: tuple[str, ...]
    refused: bool
    stage: str = ""

    @property
    def exit_status(self) -> int:
        """2 where a letter itself could not be made; pictures and PDFs that this computer cannot make are only told."""
        return 2 if self.refused or not self.files else 0

    def write(self, folder: Path) -> list[Path]:
        """Writes the files and gives their paths; an older preview of the stage goes as a whole. Raises OutputError."""
        if not self.files:
            return []
        with only_writer(folder):
            older = [path.name for path in sorted(folder.iterdir()) if self._is_mine(path.name)]
            apply(folder, Change(tuple(self.files.items()), [(name, "") for name in older]))
        return [folder / name for name in self.files]

    def _is_mine(self, name: str) -> bool:
        """Whether a file of this name is of a preview of the stage."""
        formats = "|".join(FORMATS)
        endings = r"-page-\d{1,4}\.png|\.(?:docx|pdf|txt|html|eml)"
        return bool(re.fullmatch(rf"{re.escape(self.stage)}-(?:{formats})(?:{endings})", name)) or name in self.files


def preview(stage: Stage, rules: Sequence[Rule], formats: Sequence[str] = ()) -> Preview:
    """The letters of a stage with sample data, in these formats; else the letter and the versions in their own words.

    Raises TemplateError where the letter itself or letter.yaml is wrong.
    """
    sample = Sample(stage, rules)
    wanted = formats or tuple(name for name in FORMATS if name == "standard" or (name in OWN and stage.version(name)))
    files: dict[str, bytes] = {}
    notices: dict[str, tuple[str, ...]] = {}
    refused: list[str] = []
    for format_ in wanted:
        try:
            letter = sample.letter(format_)
        except ScrDocsError as error:
            refused += (f"{format_}: {mistake.what}" for mistake in error.mistakes)
            continue
        ending = "".join(Path(letter.name).suffixes)
        name = f"{stage.name}-{format_}{ending}"
        files[name], notices[name] = letter.content, letter.notices
    more, told = _pictured({name: content for name, content in files.items() if name.endswith(".docx")})
    return Preview({**files, **more}, notices, (*refused, *told), bool(refused), stage.name)


def _pictured(letters: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[str]]:
    """PDFs and pictures of the pages of these Word letters, and why there are none."""
    files: dict[str, bytes] = {}
    told: list[str] = []
    try:
        made = pdfs(letters)
    except OutputError as error:
        return {}, [f"PDFs and pictures of pages: {mistake}" for mistake in error.mistakes]
    program = shutil.which("pdftoppm")
    for name, pdf in made.items():
        stem = name.removesuffix(".docx")
        if isinstance(pdf, NotMade):
            told.append(f"{stem}.pdf: {pdf.why}")
            continue
        files[f"{stem}.pdf"] = pdf
        if program:
            found = dict(_pages(program, stem, pdf))
            files.update(found)
            told += [] if found else [f"pictures of the pages of {stem}.pdf: pdftoppm could not read it"]
    if files and not program:
        told.append("pictures of pages: they need the program pdftoppm (poppler-utils), which is not installed")
    return files, told


def _pages(program: str, stem: str, pdf: bytes) -> Iterator[tuple[str, bytes]]:
    with tempfile.TemporaryDirectory(prefix="scr-docs-") as folder:
        source = Path(folder) / "letter.pdf"
        source.write_bytes(pdf)
        command = [program, "-r", _DOTS, "-png", str(source), str(Path(folder) / "page")]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603  # a program of this computer
        except (OSError, subprocess.SubprocessError):
            return
        for number, page in enumerate(sorted(Path(folder).glob("page*.png")), 1):
            yield f"{stem}-page-{number}.png", page.read_bytes()
