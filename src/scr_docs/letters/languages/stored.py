"""The translations of a stage: letter.ur.docx beside letter.docx, held against the English each time they are used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scr_docs.errors import Mistake, TemplateError
from scr_docs.letters.languages import fill, guard
from scr_docs.letters.languages.exchange import LANGUAGE
from scr_docs.letters.languages.units import (
    Unit,
    alike,
    lines_of,
    of_text,
    of_word,
    source_hash,
    texts_by_id,
    words_hash,
)
from scr_docs.letters.merging.template import Dress
from scr_docs.letters.merging.untrusted import parts_of
from scr_docs.letters.stages import Stage, TranslationOf


@dataclass(frozen=True)
class Translated:
    """One version of a stage in another language, with the words by the ids of their English."""

    stage: Stage
    version: str
    language: str
    path: Path
    about: TranslationOf
    units: tuple[Unit, ...] = field(repr=False)
    texts: Mapping[str, str] = field(repr=False)

    def dress(self, house: Dress) -> Dress:
        """What gives the English template in the house style and in this language."""

        def both(parts: Mapping[str, bytes]) -> dict[str, bytes]:
            dressed = house(parts)
            body = {key: text for key, text in self.texts.items() if not key.startswith(_HEADS)}
            words = {unit.text: self.texts[unit.id] for unit in self.units}
            return fill.filled(dressed, {**body, **fill.by_words(dressed, words)}, self.language)

        return both

    def wording(self) -> str:
        """The text of a text message or call script in this language, built of the English as letters are."""
        return fill.filled_text(read_text(path_of(self.stage, self.version)), self.texts, self.language)

    @property
    def checked_by(self) -> str | None:
        """Who checked these words; None where nobody did, or where they are no longer the words that were checked."""
        return None if self.unchecked else self.about.checked_by

    @property
    def unchecked(self) -> str:
        """Why these words do not count as checked, to follow “it is”; "" where they do."""
        if not self.about.checked_by:
            return "machine-drafted" if self.about.drafted == "machine" else "not checked"
        if not self.about.words:
            return "not sure to be as it was checked: letter.yaml does not say which words were"
        if self.about.words != words_hash(self.texts):
            return "no longer as it was checked: its words have changed since"
        return ""


class OutdatedError(TemplateError):
    """The English has changed since it was translated."""


_AGAIN = "Bring the translation in again with: scr-docs templates translate import"
_HEADS = ("header", "footer")


def path_of(stage: Stage, version: str) -> Path:
    """The English file of a version: letter, subject, easy-read, text-message … Raises TemplateError."""
    path = stage.template if version == "letter" else stage.version(version)
    if path is None:
        raise TemplateError(Mistake(f"This stage has no {version}", str(stage.template.parent)))
    return path


def units_of(path: Path) -> tuple[Unit, ...]:
    """What there is to translate in a file of a stage. Raises TemplateError."""
    if path.suffix == ".txt":
        return tuple(of_text(read_text(path)))
    return tuple(of_word(parts_of(path)))


def texts_of(path: Path) -> dict[str, str]:
    """What stands in each paragraph, or line, of a translated file by its id. Raises TemplateError."""
    if path.suffix == ".txt":
        return {f"line.{number}": line for number, line in enumerate(lines_of(read_text(path)), 1)}
    return texts_by_id(parts_of(path))


def languages_of(stage: Stage, version: str) -> tuple[str, ...]:
    """The languages in which this stage has this version, English aside."""
    english = stage.template if version == "letter" else stage.version(version)
    if english is None:
        return ()
    found = stage.template.parent.glob(f"{english.stem}.*{english.suffix}")
    named = (path.name[len(english.stem) + 1 : -len(english.suffix)] for path in sorted(found))
    return tuple(one for one in named if LANGUAGE.fullmatch(one) and stage.version(version, one))


def language_for(stage: Stage, version: str, wanted: str) -> str | None:
    """The language of this version for somebody who reads `wanted`: "ur" for ur-PK; None where there is none."""
    there = {one.casefold(): one for one in languages_of(stage, version)}
    steps = wanted.casefold().split("-")
    return next((there[tag] for end in range(len(steps), 0, -1) if (tag := "-".join(steps[:end])) in there), None)


def load(stage: Stage, version: str, language: str) -> Translated:
    """A version in another language. Raises TemplateError with everything in which it is not that of the English."""
    path, english = stage.version(version, language), path_of(stage, version)
    if path is None:
        raise TemplateError(Mistake(f"There is no {version} in {language}", str(stage.template.parent)))
    about = stage.entry.languages.get(language, {}).get(version)
    if about is None:
        mend = "Bring it in with: scr-docs templates translate import FILE"
        raise TemplateError(
            Mistake(f"It does not say from what {path.name} was translated", str(stage.file), mend=mend)
        )
    units, texts, theirs = units_of(english), texts_of(path), texts_of(english)
    ids = {unit.id for unit in units}
    mistakes: list[Mistake] = []
    if about.source != source_hash(units):
        told = f"{english.name} has changed since it was translated into {language}"
        mend = f"scr-docs templates translate export {stage.name} --language {language}, and have it translated again"
        raise OutdatedError(Mistake(told, str(path), mend=mend))
    kind = "lines" if path.suffix == ".txt" else "paragraphs"
    if set(texts) != set(theirs):
        told = f"It has more or fewer {kind} than the English"
        mistakes.append(Mistake(told, str(path), mend=_AGAIN))
    else:
        other = [one for one in texts if one not in ids and alike(texts[one]) != alike(theirs[one])]
        told = f"This {kind[:-1]} holds no words to translate, and is not that of the English"
        mistakes += (Mistake(told, str(path), place=one, mend=_AGAIN) for one in other)
        mistakes += guard.problems(units, {one: texts[one] for one in ids}, language, str(path))
    if mistakes:
        raise TemplateError(*mistakes)
    return Translated(stage, version, language, path, about, units, {unit.id: texts[unit.id] for unit in units})


def state_of(stage: Stage, version: str, language: str) -> str:
    """How far a translation is, in a few words: who checked it, or why no letter is made of it."""
    try:
        found = load(stage, version, language)
    except OutdatedError:
        return "of an older English letter"
    except TemplateError:
        return "has to be put right: see templates check"
    if found.about.checked_by and found.unchecked:
        return "changed since it was checked"
    return f"checked by {found.checked_by}" if found.checked_by else "not yet checked"


def read_text(path: Path) -> str:
    """The text of a .txt file of a stage. Raises TemplateError."""
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        told = Mistake("It cannot be read as text", str(path), mend="Save it as plain text (UTF-8)")
        raise TemplateError(told) from None
