"""The words of a template on their way to a translator and back, into an office's own folder."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scr_docs.errors import Mistake, OutputError, TemplateError
from scr_docs.letters import package
from scr_docs.letters.dates import is_english
from scr_docs.letters.directions import is_right_to_left
from scr_docs.letters.facts import known_fields
from scr_docs.letters.house_style.house import HouseStyle
from scr_docs.letters.languages import bilingual, fill, guard, po, xliff
from scr_docs.letters.languages.exchange import LANGUAGE, Exchange, Item
from scr_docs.letters.languages.stored import load, path_of, texts_of, units_of
from scr_docs.letters.languages.units import ISOLATES, Unit, alike, source_hash, words_hash
from scr_docs.letters.merging.template import Template
from scr_docs.letters.merging.untrusted import parts_of
from scr_docs.letters.merging.wording import Wording
from scr_docs.letters.office.export import export as copy
from scr_docs.letters.stages import Stage, TranslationOf, stage
from scr_docs.output.write import write

FORMATS: Mapping[str, tuple[str, Callable[[Exchange], bytes]]] = {
    "docx": (".docx", bilingual.write),
    "xliff": (".xlf", xliff.write),
    "po": (".po", po.write),
}
"""The forms in which a translation goes out, each with the ending of its file."""

_BLANKS = re.compile("[ \t\r\n]+")
_READERS = {".docx": bilingual.read, ".xlf": xliff.read, ".xliff": xliff.read, ".po": po.read}


@dataclass(frozen=True, slots=True)
class Imported:
    """A translation that was brought in: the file, who checked it, and the stage's files if these were copied first."""

    path: Path
    language: str
    checked_by: str | None
    copied: tuple[Path, ...]


def exchange_of(chosen: Stage, version: str, language: str) -> Exchange:
    """What there is to translate of a version, with the translation that there is already. Raises TemplateError."""
    refuse_no_language(language)
    path = path_of(chosen, version)
    units = units_of(path)
    known: Mapping[str, str] = {}
    if chosen.version(version, language):
        try:
            known = load(chosen, version, language).texts
        except TemplateError:
            known = {}  # it is of another English: every piece is asked for anew
    items = tuple(Item(unit.id, unit.place, unit.text, known.get(unit.id, "")) for unit in units)
    return Exchange(chosen.name, version, language, source_hash(units), items)


def refuse_no_language(language: str) -> None:
    """Raises TemplateError where nothing can be translated into this."""
    if not LANGUAGE.fullmatch(language) or is_english(language):
        told = Mistake(f"{language} is no language to translate into", mend="Write its tag, such as cy, pl or ur")
        raise TemplateError(told)


def approved(exchange: Exchange, units: Sequence[Unit], path: Path, checked_by: str | None) -> dict[str, str]:
    """The translations by the ids of their units. Raises TemplateError with everything that is wrong with them."""
    texts = {item.id: item.translated for item in exchange.items}
    mistakes = list(guard.changed(units, exchange, str(path)))
    if not mistakes:
        mistakes += guard.problems(units, texts, exchange.language, str(path))
        mistakes += _unreviewed(exchange, path) if checked_by else ()
    if mistakes:
        raise TemplateError(*mistakes)
    return texts


def export(exchange: Exchange, form: str, out: Path | None = None) -> Path:
    """Writes what goes to the translator; gives the file. Raises OutputError where it is there already."""
    ending, make = FORMATS[form]
    path = out or Path(f"{exchange.stage}-{exchange.version}-{exchange.language}{ending}")
    if path.exists():
        raise OutputError(Mistake("This file is there already", str(path), mend="Choose another with --out"))
    write(path, make(exchange))
    return path


def read(path: Path) -> Exchange:
    """What a translator sent back. Raises TemplateError."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        expected = "a file that was exported: .docx, .xlf or .po"
        raise TemplateError(Mistake("It is no translation by the ending of its name", str(path), expected=expected))
    return reader(path)


def bring_in(path: Path, own: Path, *, checked_by: str | None = None) -> Imported:
    """Brings a translation into an office's own folder, if nothing at all is wrong with it.

    Where that folder does not have the stage, the shipped one is copied into it first. Raises TemplateError with every
    mistake and its place, or SelectionError for a stage that does not exist.
    """
    exchange = cleaned(read(path))
    own_stage = (own / exchange.stage / "letter.yaml").is_file()
    chosen = stage(exchange.stage, own if own_stage else None)
    english = path_of(chosen, exchange.version)
    texts = approved(exchange, units_of(english), path, checked_by)
    made = content(english, texts, exchange.language)
    _prove(made, english, chosen, exchange, path)
    copied = () if own_stage else tuple(copy(own, [chosen.name]))
    chosen = stage(exchange.stage, own)
    english = path_of(chosen, exchange.version)
    target = english.with_suffix(f".{exchange.language}{english.suffix}")
    there = texts_of(target) if target.is_file() else {}
    same = all(alike(there.get(one, "")) == alike(text) for one, text in texts.items())
    before = chosen.entry.languages.get(exchange.language, {}).get(exchange.version)
    drafted = before.drafted if before and same else "person"
    write(target, made)
    words = words_hash(texts)
    about = TranslationOf(source=exchange.source, words=words, drafted=drafted, checked_by=checked_by)
    _note(chosen, exchange, about)
    return Imported(target, exchange.language, checked_by, copied)


def content(english: Path, texts: Mapping[str, str], language: str) -> bytes:
    """The file of a version in another language."""
    if english.suffix == ".txt":
        return fill.filled_text(english.read_text("utf-8-sig"), texts, language).encode()
    return package.packed(fill.filled(parts_of(english), texts, language))


def cleaned(exchange: Exchange) -> Exchange:
    """The translations on one line each, without the signs that keep values the right way round: ours are put anew."""
    items = (
        replace(one, translated=_BLANKS.sub(" ", ISOLATES.sub("", one.translated)).strip()) for one in exchange.items
    )
    return replace(exchange, items=tuple(items))


def _unreviewed(exchange: Exchange, path: Path) -> Iterator[Mistake]:
    """What the file itself says that nobody has checked."""
    if found := [one.id for one in exchange.items if one.unreviewed]:
        told = f"{len(found)} pieces are marked as still to be reviewed, so it cannot be said that they are checked"
        mend = "Have them marked as translated in the translation program, or import without --checked-by"
        yield Mistake(told, str(path), place=", ".join(found[:5]), mend=mend)


def _prove(made: bytes, english: Path, chosen: Stage, exchange: Exchange, back: Path) -> None:
    """Reads the new file, aside, as letters are made of it. Raises TemplateError."""
    turned = is_right_to_left(exchange.language)
    with tempfile.TemporaryDirectory(prefix="scr-docs-") as folder:
        path = Path(folder) / f"{exchange.version}.{exchange.language}{english.suffix}"
        path.write_bytes(made)
        there = texts_of(path)
        lost = [one for one in exchange.items if alike(there.get(one.id, "")) != alike(one.translated)]
        if lost:
            told = "Its marks such as ‹1› cannot be kept in this order"
            mend = "Keep the marks in the order of the English, and most words outside them"
            raise TemplateError(*(Mistake(told, str(back), place=f"{one.id}, {one.place}", mend=mend) for one in lost))
        if path.suffix == ".txt":
            Wording(path, known_fields(), isolated=turned)
        else:
            Template(path, known_fields(), HouseStyle(chosen.house).dress(exchange.version), isolated=turned)


def _note(chosen: Stage, exchange: Exchange, about: TranslationOf) -> None:
    """Writes into letter.yaml from what the translation was made and who checked it; all else stays as it is."""
    every = {language: dict(versions) for language, versions in chosen.entry.languages.items()}
    every.setdefault(exchange.language, {})[exchange.version] = about
    write(chosen.file, noted(chosen.file.read_text("utf-8-sig"), every).encode())


def noted(text: str, languages: Mapping[str, Mapping[str, TranslationOf]]) -> str:
    """The text of a letter.yaml with these languages in place of those that it names."""
    kept: list[str] = []
    between: list[str] = []  # blank lines and comments, which belong to what stands below them
    inside = False
    for line in text.splitlines():
        if inside and (not line.strip() or line.startswith("#")):
            between.append(line)
            continue
        inside = line.startswith("languages:") or (inside and line.startswith((" ", "\t")))
        kept += [] if inside else [*between, line]
        between = []
    kept += between
    told = ["languages:                            # translations; a letter in one that nobody checked is not made"]
    for language, versions in sorted(languages.items()):
        told.append(f"  {_key(language)}:")
        for version, about in versions.items():
            told += [
                f"    {version}:",
                f"      source: {about.source}",
                *([f"      words: {about.words}"] if about.words else []),
                f"      drafted: {about.drafted}",
                f"      checked_by: {_quoted(about.checked_by)}",
            ]
    return "\n".join([*kept, *([""] if kept and kept[-1].strip() else []), *told]) + "\n"


def _key(language: str) -> str:
    """A tag as a key: YAML takes no for a yes-or-no."""
    return f'"{language}"' if language in {"no", "on", "off", "yes", "y", "n"} else language


def _quoted(name: str | None) -> str:
    if not name:
        return "null                # the professional translator who read it, and when"
    return '"' + re.sub(r'["\\]', "", " ".join(name.split())) + '"'
