"""What was written into a folder of letters: manifest.json, with a sha256 for each file and nobody's name."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import re
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from scr_docs.errors import Mistake, OutputError
from scr_docs.yaml_file import Strict

NAME = "manifest.json"
SUPERSEDED = "superseded"
_LARGEST = 20_000_000

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def _plain_name(name: str) -> str:
    """The name, if it leads nowhere else."""
    folder, _, file = name.rpartition("/")
    if folder not in {"", SUPERSEDED} or not file or file in {".", ".."} or re.search(r'[\\/:*?"<>|\x00-\x1f]', file):
        raise ValueError("leads out of the folder")
    return name


FileName = Annotated[str, AfterValidator(_plain_name)]


class Listed(Strict):
    """A file of the folder."""

    file: FileName
    sha256: Sha256


class ListedLetter(Listed):
    """A letter: to whom by id, which, from what, and with which version of scr-docs."""

    reference: str
    stage: str
    person: str
    format: str
    language: str
    date: datetime.date
    template_sha256: Sha256
    case_sha256: Sha256 | None = None
    made_with: str


class StageList(Listed):
    """A list for the office, of one review and one stage: of envelopes, or of lines for the contacts."""

    reference: str
    stage: str


class Older(Listed):
    """A file that was replaced: where it is kept, and what it was called."""

    was: FileName


class Manifest(Strict):
    """Everything that was written into one folder, by the names of the files."""

    schema_: Literal["scr-docs/letters/1"] = Field("scr-docs/letters/1", alias="schema")
    letters: tuple[ListedLetter, ...] = ()
    envelopes: tuple[StageList, ...] = ()
    contacts: tuple[StageList, ...] = ()
    superseded: tuple[Older, ...] = ()

    def files(self) -> tuple[Listed, ...]:
        """Every file that should be there."""
        return (*self.letters, *self.envelopes, *self.contacts, *self.superseded)

    def content(self) -> bytes:
        """The manifest as it is written: the same bytes for the same letters."""
        told = self.model_dump(mode="json", by_alias=True)
        for listed in ("letters", "envelopes", "contacts", "superseded"):
            told[listed].sort(key=lambda one: str(one["file"]))
        return (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode()


def read(folder: Path) -> Manifest | None:
    """The manifest of a folder; None where it has none. Raises OutputError where it cannot be read."""
    path = folder / NAME
    if not os.path.lexists(path):
        return None
    try:
        content = path.read_bytes()
        manifest = Manifest.model_validate_json(content) if len(content) <= _LARGEST else None
    except (OSError, ValueError, RecursionError):
        manifest = None
    names = [listed.file.casefold() for listed in manifest.files()] if manifest else []
    if manifest is None or len(set(names)) < len(names):
        told = "The manifest cannot be read, so nothing can be said about the letters in this folder"
        mend = "Was it changed by hand? Take it from a copy, or make the letters again in another folder"
        raise OutputError(Mistake(told, str(path), mend=mend))
    return manifest


@cache
def made_with() -> str:
    """The program and its version, as a manifest has it."""
    try:
        return f"scr-docs {version('scr-docs')}"
    except PackageNotFoundError:
        return "scr-docs"


def digest(content: bytes) -> str:
    """The sha256 of these bytes, in hexadecimal figures."""
    return hashlib.sha256(content).hexdigest()


def digest_of(path: Path) -> str:
    """The sha256 of a file. Raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def without(manifest: Manifest, names: Iterable[str]) -> Manifest:
    """The manifest without the letters and lists of these names."""
    gone = set(names)
    return manifest.model_copy(
        update={
            "letters": tuple(one for one in manifest.letters if one.file not in gone),
            "envelopes": tuple(one for one in manifest.envelopes if one.file not in gone),
            "contacts": tuple(one for one in manifest.contacts if one.file not in gone),
        }
    )
