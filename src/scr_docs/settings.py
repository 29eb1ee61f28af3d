"""scr-docs.yaml: what an office has decided once. The nearest one, from a document's folder upward, counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field

from scr_docs import yaml_file
from scr_docs.errors import Mistake, SettingsError, did_you_mean, one_of
from scr_docs.finding import Severity
from scr_docs.yaml_file import Strict, Text

NAME = "scr-docs.yaml"

FailOn = Literal["must-fix", "check", "note", "never"]


class _SettingsFile(Strict):
    case: Text | None = None
    checks: tuple[Text, ...] = ()
    select: tuple[Text, ...] = ()
    ignore: tuple[Text, ...] = ()
    fail_on: FailOn | None = Field(None, alias="fail-on")
    password_file: Text | None = Field(None, alias="password-file")
    templates: Text | None = None


@dataclass(frozen=True)
class Settings:
    """What counts for one document. `fail_on` None means that no finding makes the run fail."""

    case: Path | None = None
    checks: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.MUST_FIX
    file: Path | None = None
    password_file: Path | None = None
    templates: Path | None = None


def find(start: Path) -> Path | None:
    """The nearest settings file in the folder of `start` or above it; None where there is none."""
    resolved = start.resolve()
    folders = (resolved, *resolved.parents) if resolved.is_dir() else resolved.parents
    return next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)


def load(
    document: Path,
    *,
    case: Path | None = None,
    checks: Sequence[Path] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    fail_on: str | None = None,
    password_file: Path | None = None,
    templates: Path | None = None,
) -> Settings:
    """The settings for `document`: what the caller gives, else the nearest scr-docs.yaml, else the defaults.

    Paths in the file are taken from its own folder. Settings files are not merged. Raises SettingsError.
    """
    path = find(document)
    file = (
        yaml_file.read(path, SettingsError, about="the settings file").build(_SettingsFile) if path else _SettingsFile()
    )
    here = path.parent if path else Path()
    return Settings(
        case=case or (here / file.case if file.case else None),
        checks=tuple(checks) or tuple(here / folder for folder in file.checks),
        select=tuple(select) or file.select,
        ignore=tuple(ignore) or file.ignore,
        fail_on=_severity(fail_on or file.fail_on or "must-fix"),
        password_file=password_file or (here / file.password_file if file.password_file else None),
        file=path,
        templates=templates or (here / file.templates if file.templates else None),
    )


def _severity(word: str) -> Severity | None:
    if word not in get_args(FailOn):
        near = did_you_mean(word, get_args(FailOn))
        mend = f"Did you mean {near}?" if near else None
        raise SettingsError(
            Mistake("There is no such severity", place="fail_on", expected=one_of(get_args(FailOn)), mend=mend)
        )
    return None if word == "never" else Severity(word)
