"""A run of letters: who gets one, who does not and why, and how the folder is written so that nothing is lost."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scr_docs.case import Case, Person
from scr_docs.errors import LetterError, Mistake, OutputError
from scr_docs.letters.make import Letter, Maker
from scr_docs.letters.stages import Stage
from scr_docs.output.write import write


@dataclass(frozen=True, slots=True)
class NoLetter:
    """Somebody who gets no letter. `refused` is True where one was due and could not be made."""

    person: str
    why: str
    refused: bool


@dataclass(frozen=True, slots=True)
class LetterRun:
    """The letters of one run, in memory, and those who get none."""

    letters: tuple[Letter, ...]
    without: tuple[NoLetter, ...]

    @property
    def exit_status(self) -> int:
        """2 where a letter that was due is not there, or there is none at all; otherwise 0."""
        return 2 if not self.letters or any(person.refused for person in self.without) else 0

    def write(self, folder: Path, *, force: bool) -> list[Path]:
        """Writes every letter and gives their paths; nothing is written where one of them would overwrite a file.

        With `force` an older letter moves to the folder "superseded" beside it. Raises OutputError.
        """
        paths = [folder / letter.name for letter in self.letters]
        standing = [path for path in paths if path.exists()]
        if standing and not force:
            raise OutputError(
                *(
                    Mistake("This letter is there already", str(path), mend="--force moves it to superseded/")
                    for path in standing
                )
            )
        for path in standing:
            _supersede(path)
        for path, letter in zip(paths, self.letters, strict=True):
            write(path, letter.content)
        return paths


def make_all(maker: Maker, case: Case, stage: Stage, asked: Sequence[Person], formats: Sequence[str]) -> LetterRun:
    """A letter for everybody asked for, or for everybody whom the stage fits; nobody's suffers from another's."""
    letters: list[Letter] = []
    without: list[NoLetter] = []
    for person in dict.fromkeys(asked) or case.people:
        why = (
            maker.chooser.nothing_for(person)
            or maker.chooser.held(person)
            or (None if asked else stage.misfit(case, person))
        )
        if why:
            without.append(NoLetter(person.id, why, refused=bool(asked)))
            continue
        chosen = maker.chooser.choose(person, formats)
        # What cannot be made is told with the letters that are there; alone, or asked for, it is a letter missing.
        told = formats or not chosen.formats
        without += [NoLetter(person.id, reason, refused=True) for reason in chosen.cannot if told]
        unfit = stage.misfit(case, person) if asked else None
        notices = (*(() if told else chosen.cannot), *chosen.notices, *([f"look again: {unfit}"] if unfit else ()))
        for format_ in chosen.formats:
            try:
                letters.append(maker.make(person, format_, notices))
            except LetterError as error:
                which = "" if len(chosen.formats) == 1 else f"{format_}: "
                without += [NoLetter(person.id, f"{which}{mistake.what}", refused=True) for mistake in error.mistakes]
    return LetterRun(tuple(letters), tuple(dict.fromkeys(without)))


def _supersede(path: Path) -> None:
    older = path.parent / "superseded"
    stamp = datetime.datetime.fromtimestamp(path.stat().st_mtime, tz=datetime.UTC).strftime("%Y%m%dT%H%M%S")
    try:
        older.mkdir(exist_ok=True)
        target = older / f"{path.stem}-{stamp}{path.suffix}"
        number = 1
        while target.exists():
            number += 1
            target = older / f"{path.stem}-{stamp}-{number}{path.suffix}"
        path.rename(target)
    except OSError as reason:
        told = Mistake(
            f"The older letter cannot be moved: {reason.strerror}", str(path), mend="Close it in Word and try again"
        )
        raise OutputError(told) from None
