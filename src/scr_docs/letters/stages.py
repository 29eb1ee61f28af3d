"""The stages of letters: one folder each, with a Word file and letter.yaml; an office can change them and add its own.

An office's folder is looked at first, stage by stage: a stage that it holds takes the place of the shipped one as a
whole, and its house style that of the shipped one.
"""

from __future__ import annotations

import re
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

HOUSE_STYLE = "house-style/house-style.docx"
LINES = "lines.yaml"
"""What letters in English say in other languages, in an office's folder."""

NO_STAGES = frozenset({"house-style", "pictograms"})
"""Folders beside the stages that are none."""

OF_PROGRAMS = re.compile(r"(?i)\.DS_Store|\._.*|\.~lock\..*#|~\$.*|~.*\.tmp|(?:eh)?Thumbs\.db|desktop\.ini")
"""Files that Word, LibreOffice, Windows and macOS put into folders by themselves."""

NEVER = frozenset({"safety", "not-traced"})
"""Reasons for which nothing goes to an address or a number, whatever a stage says: it would reach somebody else."""

_NAME = re.compile(r"[a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){0,6}")


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


class TranslationOf(Strict):
    """A version in another language: the hash of the English that it was made of, who wrote it, and who checked it.

    `words` is the hash of the translation as it was brought in; with other words in it `checked_by` counts no more.
    """

    source: Text
    words: Text = ""
    drafted: Literal["machine", "person"] = "machine"
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
    languages: dict[Text, dict[Text, TranslationOf]] = Field(default_factory=dict)


@dataclass(frozen=True)
class Stage:
    """One stage, with the places of its Word template, of letter.yaml, and of the house style."""

    entry: LetterFile
    template: Path
    file: Path
    house: Path
    lines: Path | None = None
    """The office's own lines in other languages, which go before the shipped ones."""

    @property
    def name(self) -> str:
        """What the stage is called on the command line."""
        return self.entry.stage

    def version(self, name: str, language: str = "") -> Path | None:
        """The file of a version with words of its own: easy-read, text-message …; None where the stage has none.

        With a language, such as ur, that of easy-read.ur.docx; "letter" is the letter itself.
        """
        path = self.template.with_name(OWN.get(name, f"{name}.docx"))
        path = path.with_suffix(f".{language}{path.suffix}") if language else path
        return path if path.is_file() and _is_inside(path) else None

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
        if person.involvement.reason in {*NEVER, *self.entry.fits.unless_reason}:
            return f"the case file gives a reason why they are not written to now ({person.involvement.reason})"
        return None

    def misfit(self, case: Case, person: Person) -> str | None:
        """Why this letter is not for this person now; None if it is."""
        fits = self.entry.fits
        status = person.involvement.status or "not-invited"
        if fits.once and case.contacted(person, self.name):
            return "the contacts say that it has gone to them already"
        if status not in fits.statuses:
            return (
                f"this letter is for people whose involvement is {one_of(fits.statuses)}; theirs is {status}"
                " (involvement.status in the case file)"
            )
        if held := self.held(person):
            return held
        missing = [stage for stage in fits.after if not case.contacted(person, stage)]
        return f"{one_of(missing)} has to go to them first" if missing else None


def _holds(case: Case, key: str) -> bool:
    value: object = case
    for step in key.split("."):
        value = getattr(value, f"{step}_" if step in {"from", "with"} else step, None)
    return value not in (None, (), "")


def house_style(own: Path | None = None) -> Path:
    """The Word file of the house style: the office's, else the shipped one."""
    mine = own / HOUSE_STYLE if own else None
    return mine if mine and mine.is_file() else resources.folder("templates") / HOUSE_STYLE


def misnamed_house_style(own: Path) -> Path | None:
    """A Word file that lies where the house style is looked for, and is called otherwise; None where all is right."""
    beside = [] if (own / HOUSE_STYLE).is_file() else sorted((own / HOUSE_STYLE).parent.glob("*.do[ct]*"))
    return next((path for path in beside if not OF_PROGRAMS.fullmatch(path.name)), None)


def stages(own: Path | None = None) -> tuple[Stage, ...]:
    """Every stage, in the order in which families meet them, those that an office added last. Raises TemplateError.

    `own` is the folder of the office.
    """
    house = house_style(own)
    folders = [path.parent for path in sorted(resources.folder("templates").glob("*/letter.yaml"))]
    found = {folder.name: folder for folder in (*folders, *(_of_office(own) if own else ()))}
    mine = own / LINES if own and (own / LINES).is_file() else None
    loaded = [load(folder, house, mine) for folder in found.values()]
    rank = {name: number for number, name in enumerate(STAGES)}
    return tuple(sorted(loaded, key=lambda stage: (rank.get(stage.name, len(rank)), stage.name)))


def _of_office(own: Path) -> list[Path]:
    """The folders of the stages of an office. Raises TemplateError: what is not found would go out as shipped."""
    if not own.is_dir():
        told = Mistake(
            "There is no such folder with templates", str(own), mend="scr-docs templates export makes one to start from"
        )
        raise TemplateError(told)
    folders = sorted(path for path in own.iterdir() if path.is_dir() and path.name not in NO_STAGES)
    mistakes = [
        Mistake("This folder has Word files and no letter.yaml, so it is no letter", str(folder))
        for folder in folders
        if not (folder / "letter.yaml").is_file() and any(folder.glob("*.docx"))
    ]
    if style := misnamed_house_style(own):
        what = "This Word file is not called as the house style is, so the shipped one would be used"
        mistakes.append(Mistake(what, str(style), expected=HOUSE_STYLE))
    found = [folder for folder in folders if (folder / "letter.yaml").is_file()]
    if not found and not mistakes and not (own / HOUSE_STYLE).is_file() and not (own / LINES).is_file():
        what = "There is no letter and no house style in this folder"
        mistakes.append(Mistake(what, str(own), expected="a folder for each stage, with letter.yaml and letter.docx"))
    if mistakes:
        raise TemplateError(*mistakes)
    return found


def stage(name: str, own: Path | None = None) -> Stage:
    """The stage of this name. Raises SelectionError."""
    found = stages(own)
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


def load(folder: Path, house: Path | None = None, lines: Path | None = None) -> Stage:
    """The stage in a folder. Raises TemplateError."""
    path = folder / "letter.yaml"
    if not _NAME.fullmatch(folder.name):
        told = "The name of this folder cannot be a stage’s: it stands in the names of files"
        raise TemplateError(Mistake(told, str(folder), expected="small letters and hyphens, as in first-notice"))
    file = yaml_file.read(path, TemplateError, about="the description of a letter")
    entry = file.build(LetterFile)
    if entry.stage != folder.name:
        raise TemplateError(
            file.mistake(("stage",), "does not agree with the name of its folder", expected=folder.name)
        )
    template = folder / "letter.docx"
    if not template.is_file() or not _is_inside(template):
        expected = "a Word file letter.docx beside letter.yaml"
        raise TemplateError(Mistake("The letter itself is missing", str(template), expected=expected))
    return Stage(entry, template, path, house or house_style(), lines)


def _is_inside(path: Path) -> bool:
    """Whether a file of a stage lies in its folder; a link to another place on the computer does not."""
    return path.resolve().parent == path.parent.resolve()
