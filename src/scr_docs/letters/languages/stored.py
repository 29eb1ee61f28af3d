"""The translations of a stage: letter.ur.docx beside letter.docx, held against the English each time they are used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scr_docs.errors import Mistake, TemplateError
from scr_docs.letters.languages import fill, guard
from scr_docs.letters.languages.exchange import LANGUAGE
from scr_docs.letters.languages.units import Unit, lines_of, of_text, of_word, source_hash, texts_by_id
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
        return tuple(of_text(_read(path)))
    return tuple(of_word(parts_of(path)))


def texts_of(path: Path) -> dict[str, str]:
    """What stands in each paragraph, or line, of a translated file by its id. Raises TemplateError."""
    if path.suffix == ".txt":
        return {f"line.{number}": line for number, line in enumerate(lines_of(_read(path)), 1)}
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
    units, texts = units_of(english), texts_of(path)
    mistakes: list[Mistake] = []
    if about.source != source_hash(units):
        told = f"{english.name} has changed since it was translated into {language}"
        mend = f"scr-docs templates translate export {stage.name} --language {language}, and have it translated again"
        mistakes.append(Mistake(told, str(path), mend=mend))
    elif path.suffix != ".txt" and set(texts) != set(texts_by_id(parts_of(english))):
        told = "It has more or fewer paragraphs than the English letter"
        mend = "Bring the translation in again with: scr-docs templates translate import"
        mistakes.append(Mistake(told, str(path), mend=mend))
    else:
        ours = {unit.id: texts[unit.id] for unit in units if unit.id in texts}
        mistakes += guard.problems(units, ours, language, str(path))
    if mistakes:
        raise TemplateError(*mistakes)
    return Translated(stage, version, language, path, about, units, {unit.id: texts[unit.id] for unit in units})


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        told = Mistake("It cannot be read as text", str(path), mend="Save it as plain text (UTF-8)")
        raise TemplateError(told) from None
