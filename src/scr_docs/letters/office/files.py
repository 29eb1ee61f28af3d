"""The files of an office's folder: which of them are something, and what the others may have been meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from scr_docs.errors import Mistake, did_you_mean
from scr_docs.letters.order import OWN
from scr_docs.letters.stages import HOUSE_STYLE, LINES, NO_STAGES, OF_PROGRAMS

OF_STAGES = ("letter.yaml", "letter.docx", "subject.docx", *OWN.values())
"""The files that the folder of a stage can hold."""

_LANGUAGE = re.compile(r"\.[a-z]{2,3}(?:-[A-Za-z]{2,8})?(?=\.(?:docx|txt)$)")


def strays(own: Path) -> Iterator[Mistake]:
    """What in an office's folder is never used, with what it may have been meant to be."""
    for path in sorted(own.iterdir()):
        if _is_of_programs(path) or path.name == LINES:
            continue
        if path.is_dir():
            if path.name not in NO_STAGES and not (path / "letter.yaml").is_file():
                told = "This folder has no letter.yaml, so it is no letter"
                yield Mistake(told, path.name, mend=_near(path.name, tuple(NO_STAGES)))
        elif path.suffix.lower() in {".docx", ".docm", ".doc", ".dotx", ".yaml", ".yml"}:
            told = "This file lies beside the folders, where nothing looks for it"
            yield Mistake(told, path.name, mend="Each letter has a folder of its own")


def strays_of_house_style(own: Path) -> Iterator[Mistake]:
    """What in the folder of the house style is never used."""
    folder, name = (own / HOUSE_STYLE).parent, Path(HOUSE_STYLE).name
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if not _is_of_programs(path) and path.name != name:
            mend = f"The house style is called {name}"
            yield Mistake("Nothing uses this file", f"{folder.name}/{path.name}", mend=mend)


def elsewhere(own: Path) -> Mistake | None:
    """What to tell where a folder is one letter's own, or lies above the one that holds the letters; None if not."""
    if (own / "letter.yaml").is_file():
        return Mistake("This is one letter’s folder", str(own), mend="Name the folder above it")
    if any(own.glob("*/letter.yaml")) or (own / HOUSE_STYLE).is_file() or (own / LINES).is_file():
        return None
    below = next((path.parent.parent for path in sorted(own.glob("*/*/letter.yaml"))), None)
    return Mistake("There is no letter in this folder", str(own), mend=f"Name the folder {below}") if below else None


def _is_of_programs(path: Path) -> bool:
    return path.name.startswith(".") or bool(OF_PROGRAMS.fullmatch(path.name))


def strays_of_stage(folder: Path) -> Iterator[Mistake]:
    """What in the folder of a stage is never used, with what it may have been meant to be."""
    for path in sorted(folder.iterdir()):
        if not _is_of_programs(path) and _LANGUAGE.sub("", path.name) not in OF_STAGES:
            near = _near(path.name, OF_STAGES)
            mend = near or f"A letter’s files are called {', '.join(OF_STAGES)}"
            yield Mistake("No letter uses this file", f"{folder.name}/{path.name}", mend=mend)


def _near(name: str, known: tuple[str, ...]) -> str | None:
    near = did_you_mean(name, known)
    return f"Did you mean {near}?" if near else None
