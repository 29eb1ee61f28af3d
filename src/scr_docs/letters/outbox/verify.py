"""A folder of letters held against its manifest: what is changed, missing, renamed, put away or new."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scr_docs.errors import Mistake, OutputError
from scr_docs.letters.outbox.manifest import NAME, SUPERSEDED, Manifest, digest_of, read
from scr_docs.letters.outbox.writing import ASIDE, LOCK
from scr_docs.letters.stages import OF_PROGRAMS


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not as the manifest has it, and what is different."""

    file: str
    what: str


@dataclass(frozen=True, slots=True)
class Verified:
    """How many files are as they were written, which are not, and which could not be looked at."""

    same: int
    differences: tuple[Difference, ...]
    unread: tuple[Difference, ...]

    @property
    def exit_status(self) -> int:
        """0 where all is as it was written, 1 where something is different, 2 where something was not looked at."""
        return 2 if self.unread else 1 if self.differences else 0


def verify(folder: Path) -> Verified:
    """The folder held against its manifest. Raises OutputError where there is no folder or no manifest to read."""
    if not folder.is_dir():
        raise OutputError(Mistake("There is no such folder", str(folder)))
    manifest = read(folder)
    if manifest is None:
        told = Mistake(
            "There is no manifest in this folder", str(folder), expected=f"{NAME}, which letters make writes"
        )
        raise OutputError(told)
    found: dict[str, str] = {}
    unread: list[Difference] = []
    for name in _files(folder, unread):
        try:
            found[name] = digest_of(folder / name)
        except OSError as reason:
            unread.append(Difference(name, f"cannot be read: {reason.strerror}"))
    differences = list(_differences(manifest, found, {one.file for one in unread}))
    if (folder / ASIDE).exists():
        differences.append(
            Difference(ASIDE, "a run was cut off here; the next “letters make” into this folder undoes it")
        )
    same = sum(found.get(one.file) == one.sha256 for one in manifest.files())
    return Verified(same, tuple(differences), tuple(unread))


def _files(folder: Path, unread: list[Difference]) -> Iterator[str]:
    """The files of the folder and below, by their way from it; what programs put there is passed over."""

    def tell(reason: OSError) -> None:
        unread.append(Difference(os.path.relpath(reason.filename, folder), f"cannot be read: {reason.strerror}"))

    for here, folders, names in os.walk(folder, onerror=tell):
        folders[:] = sorted(name for name in folders if name != ASIDE)
        for name in sorted(names):
            way = Path(here, name).relative_to(folder).as_posix()
            if way not in {NAME, LOCK} and not OF_PROGRAMS.fullmatch(name):
                yield way


def _differences(manifest: Manifest, found: dict[str, str], unread: set[str]) -> Iterator[Difference]:
    listed = {one.file: one.sha256 for one in manifest.files()}
    extra = {name: sha for name, sha in found.items() if name not in listed}
    for file, sha in listed.items():
        if file in found:
            if found[file] != sha:
                yield Difference(file, "has been changed since it was written")
        elif file not in unread:
            moved = next((name for name, other in extra.items() if other == sha), None)
            if moved is None:
                yield Difference(file, "is missing")
                continue
            del extra[moved]
            put_away = moved.startswith(f"{SUPERSEDED}/")
            yield Difference(
                file, "has been moved to superseded by hand" if put_away else f"has been renamed or moved to {moved}"
            )
    for name, sha in extra.items():
        same = next((file for file, other in listed.items() if other == sha), None)
        yield Difference(name, f"is not in the manifest; it is a copy of {same}" if same else "is not in the manifest")
