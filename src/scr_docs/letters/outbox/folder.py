"""Letters put into their folder with the manifest and the list of envelopes; older ones are kept, never lost."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from scr_docs.errors import Mistake, OutputError
from scr_docs.letters.outbox import manifest as manifests
from scr_docs.letters.outbox.contacts import contacts
from scr_docs.letters.outbox.envelopes import envelopes
from scr_docs.letters.outbox.manifest import (
    NAME,
    SUPERSEDED,
    ListedLetter,
    Manifest,
    Older,
    StageList,
    digest,
    digest_of,
)
from scr_docs.letters.outbox.older import Now
from scr_docs.letters.outbox.writing import Change, apply, only_writer, unwritable

Letters = Sequence[tuple[ListedLetter, bytes]]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a run would do to a folder: which files move to superseded/ and why, and what stands in its way.

    `left_out` are older letters that stay and must not go any more.
    """

    moves: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]
    in_the_way: tuple[Mistake, ...]


def put(folder: Path, now: Now, letters: Letters, *, force: bool) -> list[Path]:
    """Writes the letters and gives their paths; all of them with what belongs to them, or nothing.

    Nothing is overwritten. With `force` what stands in the way, and what those for whom this run was had before and
    do not get now, moves to the folder "superseded". Raises OutputError.
    """
    if not letters and not (folder / NAME).exists():
        return []
    with only_writer(folder):
        change = _worked_out(folder, now, letters, force=force)
        if whole := change.whole():
            apply(folder, whole)
    return [folder / entry.file for entry, _ in letters]


def look(folder: Path, now: Now, letters: Letters, *, force: bool) -> Outlook:
    """What `put` would do with the folder as it is; touches nothing. Raises OutputError where it cannot look."""
    told = unwritable(folder)
    change = _worked_out(folder, now, letters, force=force)
    in_the_way = (*((told,) if told and (letters or change.moved) else ()), *change.in_the_way)
    return Outlook(tuple(change.moved.items()), tuple(change.left_out), in_the_way)


def _worked_out(folder: Path, now: Now, letters: Letters, *, force: bool) -> _Change:
    change = _Change(folder, manifests.read(folder) or Manifest(), force=force)
    change.put_away(now, [entry for entry, _ in letters])
    for entry, content in letters:
        change.add(entry, content)
    change.write_lists(now)
    return change


class _Change:
    """What a run changes in a folder, worked out before anything is touched."""

    def __init__(self, folder: Path, manifest: Manifest, *, force: bool) -> None:
        self._folder = folder
        self._manifest = self._was = manifest
        self._force = force
        self._files: list[tuple[str, bytes]] = []
        self._moves: list[tuple[str, str]] = []
        self.in_the_way: list[Mistake] = []
        self.moved: dict[str, str] = {}
        self.left_out: list[str] = []

    def put_away(self, now: Now, new: Sequence[ListedLetter]) -> None:
        """The older letters whose place is taken, or whose reader gets none or something else now."""
        replaced = now.replaced(self._manifest.letters, new)
        whose = {one.file: one.person for one in self._manifest.letters}
        for name, why in replaced.items():
            told = f"An older letter is here for {whose[name]}, and must not stay: {why}"
            self._clear(name, why, told)
        self._manifest = manifests.without(self._manifest, replaced)

    def add(self, entry: ListedLetter, content: bytes) -> None:
        """A letter."""
        self._clear(entry.file)
        self._files.append((entry.file, content))
        kept = manifests.without(self._manifest, [entry.file])
        self._manifest = kept.model_copy(update={"letters": (*kept.letters, entry)})

    def write_lists(self, now: Now) -> None:
        """The lists of a stage for all its letters in the folder, also of earlier runs: of envelopes, of contacts."""
        case, stage = now.chooser.case, now.chooser.stage.name
        of_stage = sorted(now.of_stage(self._manifest.letters), key=lambda one: one.file)
        self.left_out = [one.file for one in now.left_out(of_stage)]
        going = [one for one in of_stage if one.file not in self.left_out]
        about = {"reference": case.reference, "stage": stage}
        begin = f"{case.file_reference}-{stage}"
        self._write_list(f"{begin}-envelopes.txt", envelopes(case, going, self.left_out), about)
        self._write_list(f"{begin}-contacts.yaml", contacts(case, going), about)

    def _write_list(self, name: str, told: str | None, about: Mapping[str, str]) -> None:
        """Writes one list, or takes away the older one where there is nothing to list."""
        key = "contacts" if name.endswith(".yaml") else "envelopes"
        of_kind: tuple[StageList, ...] = getattr(self._manifest, key)
        listed = next((one for one in of_kind if one.file == name), None)
        path = self._folder / name
        if os.path.lexists(path):
            if listed and path.is_file() and digest_of(path) == listed.sha256:
                if told is not None and digest(told.encode()) == listed.sha256:
                    return
                self._moves.append((name, ""))  # as it was written: it is made anew
            else:
                self._clear(name)
        self._manifest = manifests.without(self._manifest, [name])
        if told is not None:
            content = told.encode()
            self._files.append((name, content))
            entry = StageList(file=name, sha256=digest(content), **about)
            kept: tuple[StageList, ...] = getattr(self._manifest, key)
            self._manifest = self._manifest.model_copy(update={key: (*kept, entry)})

    def whole(self) -> Change | None:
        """The change; None where there is nothing to change. Raises OutputError with all that stands in its way."""
        if self.in_the_way:
            raise OutputError(*self.in_the_way)
        if not self._files and not self._moves and self._manifest == self._was:
            return None
        if (self._folder / NAME).exists():
            self._moves.append((NAME, ""))
        return Change((*self._files, (NAME, self._manifest.content())), self._moves)

    def _clear(self, name: str, why: str = "a newer one takes its place", told: str = "") -> None:
        """Moves what has this name out of the way, if it may be; else it is told what is there."""
        path = self._folder / name
        if not os.path.lexists(path):
            return
        if not self._force:
            what = "file" if name.endswith(("-envelopes.txt", ".yaml")) else "letter"
            usual = f"This {what} is there already"
            self.in_the_way.append(Mistake(told or usual, str(path), mend="--force moves it to superseded/"))
            return
        if (path.parent / f"~${name[2:]}").exists():
            self.in_the_way.append(Mistake("This letter is open in Word", str(path), mend="Close it and try again"))
            return
        try:
            older = Older(file=next(self._free_names(path)), sha256=digest_of(path), was=name)
        except OSError:
            self.in_the_way.append(Mistake("The older file cannot be read", str(path), mend="Is it a file?"))
            return
        self._moves.append((name, older.file))
        self.moved[name] = why
        self._manifest = self._manifest.model_copy(update={"superseded": (*self._manifest.superseded, older)})

    def _free_names(self, path: Path) -> Iterator[str]:
        """Names in superseded/ that nothing has: the letter's with the time at which it was written."""
        written = datetime.datetime.fromtimestamp(path.stat().st_mtime, tz=datetime.UTC).strftime("%Y%m%dT%H%M%S")
        taken = {end.casefold() for _, end in self._moves} | {one.file.casefold() for one in self._manifest.superseded}
        for number in range(1, 10_000):
            more = "" if number == 1 else f"-{number}"
            name = f"{SUPERSEDED}/{PurePath(path.name).stem}-{written}{more}{path.suffix}"
            if name.casefold() not in taken and not os.path.lexists(self._folder / name):
                yield name
