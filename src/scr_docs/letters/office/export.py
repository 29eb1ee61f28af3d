"""Copies of the shipped templates, for an office to change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from scr_docs import resources
from scr_docs.errors import Mistake, OutputError
from scr_docs.letters.stages import HOUSE_STYLE, NO_STAGES, stage
from scr_docs.output.write import write


def export(folder: Path, names: Sequence[str] = ()) -> list[Path]:
    """Copies the shipped stages, or those named, with the house style and the pictograms; gives the files written.

    A file that is there already is never overwritten: then nothing is written at all. Raises OutputError, or
    SelectionError for a stage that does not exist.
    """
    shipped = resources.folder("templates")
    wanted = {stage(name).name for name in names}
    copies = {folder / path.relative_to(shipped): path for path in _files(shipped, wanted)}
    # A second stage goes beside the first one: what comes with every stage stays as the office has it.
    kept = {to for to in copies if names and to.exists() and to.relative_to(folder).parts[0] in NO_STAGES}
    copies = {to: path for to, path in copies.items() if to not in kept}
    if standing := [to for to in copies if to.exists()]:
        raise OutputError(
            *(
                Mistake("This file is there already", str(to), mend="Choose another folder; nothing was changed")
                for to in standing[:5]
            )
        )
    for to, path in copies.items():
        write(to, path.read_bytes())
    return list(copies)


def _files(shipped: Path, wanted: set[str]) -> Iterator[Path]:
    for path in sorted(shipped.glob("*/*")):
        where = path.parent.name
        stage_there = (path.parent / "letter.yaml").is_file() and (not wanted or where in wanted)
        if path.is_file() and (stage_there or where == "pictograms" or path == shipped / HOUSE_STYLE):
            yield path
