"""An office's templates looked through as a whole, before any letter goes out; told in the words of the office."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from scr_docs import resources
from scr_docs.errors import Mistake, ScrDocsError, TemplateError
from scr_docs.letters.facts import known_fields
from scr_docs.letters.house_style.house import HouseStyle
from scr_docs.letters.languages.lines import spoken
from scr_docs.letters.languages.stored import OutdatedError, languages_of
from scr_docs.letters.languages.stored import load as load_translated
from scr_docs.letters.merging.template import Template
from scr_docs.letters.merging.untrusted import NotReadError, parts_of
from scr_docs.letters.merging.wording import Wording
from scr_docs.letters.office import by_hand, letter_yaml
from scr_docs.letters.office.files import elsewhere, strays, strays_of_house_style, strays_of_stage
from scr_docs.letters.office.sample import Sample
from scr_docs.letters.order import OWN, STAGES
from scr_docs.letters.stages import HOUSE_STYLE, LINES, NO_STAGES, Stage, house_style, load, misnamed_house_style
from scr_docs.pack import Rule

HOUSE = "house style"
OTHER = "other files"
OF_LINES = "lines in other languages"
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in one stage, or in the house style. Letters with a mistake are not made; notes stop nothing."""

    name: str
    mistakes: tuple[Mistake, ...]
    notes: tuple[Mistake, ...] = ()
    unread: tuple[Mistake, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at in a folder of templates, and what was found."""

    folder: Path
    found: tuple[Looked, ...]

    @property
    def nothing(self) -> bool:
        """Whether neither a letter nor a house style was looked at."""
        return all(one.name == OTHER for one in self.found)

    @property
    def exit_status(self) -> int:
        """2 where a file could not be looked at or there was none, 1 where one has a mistake, otherwise 0."""
        if self.nothing or any(one.unread for one in self.found):
            return 2
        return 1 if any(one.mistakes for one in self.found) else 0


def check(own: Path | None, rules: Sequence[Rule]) -> Checked:
    """Looks through an office's folder, or the shipped templates. Raises TemplateError where it is none of letters."""
    folder = own or resources.folder("templates")
    if not folder.is_dir():
        raise TemplateError(Mistake("There is no such folder with templates", str(folder)))
    if wrong := elsewhere(folder):
        raise TemplateError(wrong)
    found = [_house(folder)] if (folder / HOUSE_STYLE).is_file() else []
    house = house_style(None if any(one.mistakes or one.unread for one in found) else folder)
    found += [_lines(folder)] if (folder / LINES).is_file() else []
    folders = [path.parent for path in sorted(folder.glob("*/letter.yaml")) if path.parent.name not in NO_STAGES]
    names = {*STAGES, *(path.name for path in folders)}
    found += [_stage(path, house, rules, names) for path in sorted(folders, key=_rank)]
    if own and (left := (*strays(own), *strays_of_house_style(own))):
        style = misnamed_house_style(own)
        lost = tuple(one for one in left if _is_lost(own / str(one.file), style))
        found.append(Looked(OTHER, lost, tuple(one for one in left if one not in lost)))
    return Checked(folder, tuple(found))


def _is_lost(stray: Path, style: Path | None) -> bool:
    """Whether what is meant to count does not: a folder with Word files, or what was to be the house style."""
    return stray == style or any(stray.glob("*.docx"))


def _rank(folder: Path) -> tuple[int, str]:
    return (STAGES.index(folder.name) if folder.name in STAGES else len(STAGES), folder.name)


def _house(folder: Path) -> Looked:
    looking = _Looking(folder)
    looking.at(lambda: HouseStyle(folder / HOUSE_STYLE))
    return looking.looked(HOUSE)


def _lines(folder: Path) -> Looked:
    looking = _Looking(folder)
    looking.at(lambda: spoken(folder / LINES))
    return looking.looked(OF_LINES)


def _stage(folder: Path, house: Path, rules: Sequence[Rule], names: set[str]) -> Looked:
    looking = _Looking(folder.parent, HouseStyle(house))
    looking.notes += strays_of_stage(folder)
    stage = looking.at(lambda: load(folder, house))
    if stage is None:
        return looking.looked(folder.name)
    looking.mistakes += letter_yaml.mistakes(stage, rules, names)
    looking.notes += letter_yaml.notes(stage)
    right = [version for version in _versions(stage) if looking.at_version(stage, version)]
    sound = not looking.mistakes
    for version in right:
        for language in languages_of(stage, version):
            looking.at_translation(stage, version, language)
    if "letter" in right and sound:
        sample = looking.at(lambda: Sample(stage, rules))
        for version in right:
            if sample is None:
                break
            format_ = "standard" if version == "letter" else version
            made = looking.at(partial(sample.letter, format_))
            if made is not None:
                looking.notes += (Mistake(told, f"{stage.name}/{_file(version)}") for told in made.notices)
    return looking.looked(stage.name)


def _versions(stage: Stage) -> Iterator[str]:
    yield "letter"
    yield from (name for name in ("subject", *OWN) if stage.version(name))


def _file(version: str) -> str:
    return OWN.get(version, f"{version}.docx")


class _Looking:
    """Gathers what is wrong; files are called as they lie in the folder."""

    def __init__(self, folder: Path, house: HouseStyle | None = None) -> None:
        self._folder = folder
        self._house = house
        self.mistakes: list[Mistake] = []
        self.notes: list[Mistake] = []
        self.unread: list[Mistake] = []

    def at(self, make: Callable[[], Thing]) -> Thing | None:
        """What `make` makes; None where that raised a mistake, which is kept."""
        try:
            return make()
        except NotReadError as error:
            self.unread += map(self._short, error.mistakes)
        except ScrDocsError as error:
            self.mistakes += map(self._short, error.mistakes)
        return None

    def at_version(self, stage: Stage, version: str) -> bool:
        """Whether the file of a version is right in itself."""
        path = stage.version(version) or stage.template
        if path.suffix == ".txt":
            return self.at(lambda: Wording(path, known_fields())) is not None
        dress = self._house.dress(version) if self._house else None
        if self.at(lambda: Template(path, known_fields(), dress)) is None:
            return False
        told = by_hand.set_by_hand(parts_of(path), parts_of(stage.house))
        self.notes += (Mistake(what[:1].upper() + what[1:], f"{stage.name}/{path.name}") for what in told)
        return True

    def at_translation(self, stage: Stage, version: str, language: str) -> None:
        """Looks at a translation. One of an older English, or that nobody has checked, is noted: the English goes."""
        try:
            translated = load_translated(stage, version, language)
        except OutdatedError as error:
            self.notes += map(self._short, error.mistakes)
        except NotReadError as error:
            self.unread += map(self._short, error.mistakes)
        except TemplateError as error:
            self.mistakes += map(self._short, error.mistakes)
        else:
            if translated.about.checked_by and translated.unchecked:
                told = f"It is {translated.unchecked}; no letter is made of it but with --draft"
            elif translated.unchecked:
                told = "No professional translator has checked it yet, so no letter is made of it but with --draft"
            else:
                return
            self.notes.append(Mistake(told, f"{stage.name}/{translated.path.name}"))

    def looked(self, name: str) -> Looked:
        """All that was found, each once."""
        return Looked(name, *(tuple(dict.fromkeys(found)) for found in (self.mistakes, self.notes, self.unread)))

    def _short(self, mistake: Mistake) -> Mistake:
        file = mistake.file
        if file and Path(file).is_relative_to(self._folder):
            file = Path(file).relative_to(self._folder).as_posix()
        return replace(mistake, file=file)
