"""Files written into a folder all together or not at all.

Everything is first written into a folder inside the folder; only when all of it is there is it moved into place. What
is moved is noted before, so that a run that is cut off at any moment is undone by the next. The last file that is moved
is what makes it final.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scr_docs.errors import Mistake, OutputError
from scr_docs.output.write import write

ASIDE = ".scr-docs-writing"
LOCK = ".scr-docs-lock"
_NOTES = "notes.json"


@dataclass(frozen=True, slots=True)
class Change:
    """New files in order, the last one final; and before them what is moved out of their way, from where to where.

    A file whose place is taken and that is to be kept nowhere is moved to "".
    """

    files: Sequence[tuple[str, bytes]]
    moves: Sequence[tuple[str, str]] = ()


@contextlib.contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """The folder for this run alone, made where it is not there, with what a cut-off run left undone.

    Raises OutputError where another run writes there. A folder made for nothing is taken away again.
    """
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = _locked(folder / LOCK)
    except OSError as reason:
        _remove_empty(made)
        raise _cannot(folder, reason) from None
    if lock is None:
        raise OutputError(Mistake("Another run is writing here", str(folder), mend="Wait for it, then try again"))
    try:
        _undo_cut_off(folder)
        yield
    finally:
        with contextlib.suppress(OSError):
            (folder / LOCK).unlink()
        os.close(lock)
        _remove_empty(made)


def unwritable(folder: Path) -> Mistake | None:
    """Why nothing can be written into this folder, as far as that can be seen without writing; None if it can."""
    standing = next(each for each in (folder, *folder.absolute().parents) if os.path.lexists(each))
    if not standing.is_dir():
        return Mistake("This is a file, and no folder can be made there", str(standing), mend="Choose another folder")
    if not os.access(standing, os.W_OK | os.X_OK):
        return Mistake("This cannot be written", str(standing), mend="Is the folder read-only?")
    if (folder / ASIDE).exists():
        return Mistake("A run was cut off in this folder", str(folder), mend="The next run without --dry-run undoes it")
    return None


def apply(folder: Path, change: Change) -> None:
    """Makes the change, wholly or, raising OutputError, not at all. To be called within `only_writer`."""
    aside = folder / ASIDE
    moves = [(begin, end or f"{ASIDE}/old-{number}") for number, (begin, end) in enumerate(change.moves)]
    try:
        aside.mkdir(mode=0o700)
        for number, (name, content) in enumerate(change.files):
            _write_aside(aside / str(number), content, folder / name)
        notes = {"files": [name for name, _ in change.files], "moves": moves}
        _write_aside(aside / _NOTES, json.dumps(notes).encode(), folder / ASIDE)
        for begin, end in moves:
            (folder / end).parent.mkdir(exist_ok=True)
            _move(folder / begin, folder / end)
        for number, (name, _) in enumerate(change.files):
            _move(aside / str(number), folder / name)
    except BaseException as error:
        _undo_cut_off(folder)
        if isinstance(error, OSError):
            raise _cannot(folder, error) from None
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _write_aside(path: Path, content: bytes, place: Path) -> None:
    """Writes a file aside; what goes wrong is told of the place where it should be."""
    try:
        write(path, content)
    except OutputError as error:
        raise OutputError(*(replace(mistake, file=str(place)) for mistake in error.mistakes)) from None


def _move(begin: Path, end: Path) -> None:
    """Moves a file to where nothing is."""
    if os.path.lexists(end):
        raise FileExistsError(17, "a file of this name has come there meanwhile", str(end))
    begin.rename(end)


def _undo_cut_off(folder: Path) -> None:
    """Puts the folder back as it was before a change that did not become final. Raises OutputError where it cannot."""
    aside = folder / ASIDE
    if not aside.exists():
        return
    try:
        if (aside / _NOTES).is_file():
            notes = json.loads((aside / _NOTES).read_bytes())
            files, moves = list(notes["files"]), list(notes["moves"])
            if (aside / str(len(files) - 1)).exists():
                for number, name in enumerate(files):
                    if not (aside / str(number)).exists():
                        (folder / name).unlink(missing_ok=True)
                for begin, end in reversed(moves):
                    if os.path.lexists(folder / end) and not os.path.lexists(folder / begin):
                        (folder / end).rename(folder / begin)
                _remove_empty([(folder / end).parent for _, end in moves if not end.startswith(ASIDE)])
        shutil.rmtree(aside)
    except (OSError, ValueError, KeyError, TypeError):
        raise OutputError(
            Mistake(
                "A change of this folder was cut off and cannot be undone",
                str(folder),
                mend=f"Is a file open in Word? Close it and try again. What was there is in superseded or {ASIDE}",
            )
        ) from None


def _remove_empty(folders: Sequence[Path]) -> None:
    for folder in folders:
        with contextlib.suppress(OSError):
            folder.rmdir()


def _cannot(folder: Path, reason: OSError) -> OutputError:
    place = str(reason.filename or folder)
    if isinstance(reason, PermissionError):
        told = Mistake("This cannot be written", place, mend="Is it open in Word, or is the folder read-only?")
    else:
        told = Mistake(f"This cannot be written: {reason.strerror}", place, mend="Nothing was changed")
    return OutputError(told)


def _locked(path: Path) -> int | None:
    """An open file that no other run can lock until it is closed or this program ends; None where another has it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(handle).st_ino == path.stat().st_ino:
            return handle
    except OSError:
        pass
    os.close(handle)
    return None
