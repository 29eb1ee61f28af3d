"""The stages of letters: one folder each, with a Word file and letter.yaml; an office can add its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from scr_docs import resources, yaml_file
from scr_docs.case import Case, Person
from scr_docs.case.model import MeetingPurpose, Reason, Status
from scr_docs.errors import Mistake, SelectionError, TemplateError, did_you_mean, one_of
from scr_docs.letters.order import DERIVED, FORMATS, OWN, STAGES
from scr_docs.yaml_file import Strict, Text


class Fits(Strict):
    """Whom a letter is for when nobody is named."""

    statuses: tuple[Status, ...]
    once: bool = True
    after: tuple[Text, ...] = ()
    unless_reason: tuple[Reason, ...] = ()


class Version(Strict):
    """A version of the letter in words of its own: what it must say, and who checked it with its readers."""

    must_have: tuple[Text, ...]
    checked_by: Text | None = None


class LetterFile(Strict):
    """letter.yaml: what the letter is for, whom it fits, what it must say and what it needs."""

    stage: Text
    title: Text
    about: Text
    audience: Text = ""
    fits: Fits
    meeting: MeetingPurpose | None = None
    must_have: tuple[Text, ...]
    needs: tuple[Text, ...] = ()
    versions: dict[Literal["easy-read", "young-person", "subject"], Version] = Field(default_factory=dict)


@dataclass(frozen=True)
class Stage:
    """One stage, with the place of its Word template."""

    entry: LetterFile
    template: Path
    file: Path

    @property
    def name(self) -> str:
        """What the stage is called on the command line."""
        return self.entry.stage

    def version(self, name: str) -> Path | None:
        """The file of a version with words of its own: easy-read, text-message …; None where the stage has none."""
        path = self.template.with_name(OWN.get(name, f"{name}.docx"))
        return path if path.is_file() else None

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats in which this stage's letter can be made."""
        return tuple(name for name in FORMATS if name in DERIVED or self.version(name))

    def checked_by(self, version: str) -> str | None:
        """Who of its readers checked this version; None where nobody did."""
        found = next((one for name, one in self.entry.versions.items() if name == version), None)
        return found.checked_by if found else None

    def must_have(self, version: str) -> tuple[str, ...]:
        """The rules that this version is held against. TemplateError where letter.yaml does not speak of a version."""
        if version == "letter":
            return self.entry.must_have
        for name, told in self.entry.versions.items():
            if name == version:
                return told.must_have
        raise TemplateError(
            Mistake(
                f"It does not say what {version}.docx must say",
                str(self.file),
                place="versions",
                mend=f"Add {version} with must_have, a list of rules",
            )
        )

    def lacks(self, case: Case) -> list[str]:
        """The keys of `needs`, such as team.family_contact.phone, under which the case file holds nothing."""
        return [key for key in self.entry.needs if not _holds(case, key)]

    def held(self, person: Person) -> str | None:
        """The reason of the case file for which this person may not get this letter even if asked for; None if none."""
        if person.involvement.reason in self.entry.fits.unless_reason:
            return f"the case file gives a reason why they are not written to now ({person.involvement.reason})"
        return None

    def misfit(self, case: Case, person: Person) -> str | None:
        """Why this letter is not for this person now; None if it is."""
        fits = self.entry.fits
        status = person.involvement.status or "not-invited"
        if fits.once and case.contacted(person, self.name):
            return "the contacts say that it has gone to them already"
        if status not in fits.statuses:
            return f"this letter is for people whose involvement is {one_of(fits.statuses)}; theirs is {status}"
        if held := self.held(person):
            return held
        missing = [stage for stage in fits.after if not case.contacted(person, stage)]
        return f"{one_of(missing)} has to go to them first" if missing else None


def _holds(case: Case, key: str) -> bool:
    value: object = case
    for step in key.split("."):
        value = getattr(value, f"{step}_" if step in {"from", "with"} else step, None)
    return value not in (None, (), "")


def known_stages() -> tuple[str, ...]:
    """The names of all stages, also of those that have no letter yet."""
    return tuple(dict.fromkeys((*STAGES, *(found.name for found in stages()))))


def stages() -> tuple[Stage, ...]:
    """Every stage, in the order in which families meet them. Raises TemplateError."""
    folder = resources.folder("templates")
    found = [load(path.parent) for path in sorted(folder.glob("*/letter.yaml"))]
    rank = {name: number for number, name in enumerate(STAGES)}
    return tuple(sorted(found, key=lambda stage: (rank.get(stage.name, len(rank)), stage.name)))


def stage(name: str) -> Stage:
    """The stage of this name. Raises SelectionError."""
    found = stages()
    for candidate in found:
        if candidate.name == name:
            return candidate
    raise SelectionError(
        Mistake(
            f"There is no stage {name!r}",
            expected=one_of([candidate.name for candidate in found]),
            mend=_near(name, [candidate.name for candidate in found]),
        )
    )


def _near(name: str, known: Sequence[str]) -> str | None:
    if name in STAGES:
        return "This stage is planned, and has no letter yet"
    near = did_you_mean(name, known)
    return f"Did you mean {near}?" if near else None


def load(folder: Path) -> Stage:
    """The stage in a folder. Raises TemplateError."""
    path = folder / "letter.yaml"
    file = yaml_file.read(path, TemplateError, about="the description of a letter")
    entry = file.build(LetterFile)
    if entry.stage != folder.name:
        raise TemplateError(
            file.mistake(("stage",), "does not agree with the name of its folder", expected=folder.name)
        )
    template = folder / "letter.docx"
    if not template.is_file():
        raise TemplateError(
            Mistake(
                "The letter itself is missing", str(template), expected="a Word file letter.docx beside letter.yaml"
            )
        )
    return Stage(entry, template, path)
