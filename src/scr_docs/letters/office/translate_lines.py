"""The line above the greeting of an English letter, and what the board is, on their way to a translator and back.

They come back into lines.yaml in an office's own folder, where they go before what is shipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import yaml

from scr_docs.case import terms
from scr_docs.case.model import ReviewKind
from scr_docs.errors import Mistake, TemplateError
from scr_docs.letters.dates import is_english
from scr_docs.letters.languages import guard
from scr_docs.letters.languages.exchange import LANGUAGE, Exchange, Item
from scr_docs.letters.languages.lines import Spoken, language_of, spoken
from scr_docs.letters.languages.units import Unit, source_hash
from scr_docs.letters.office.translate import Imported, cleaned, read, unreviewed
from scr_docs.letters.stages import LINES
from scr_docs.output.write import write

NAME = "lines"
"""What stands for a stage in the file."""

_FIELD, _PHONE = "{{ phone }}", "{phone}"
_LINE = f"This is an important letter for you. To have it translated, free of charge, please ring {_FIELD}."
_SUBJECT = "A letter for you"
_HEAD = """\
# What letters say in other languages, in place of what is shipped; docs/languages.md tells what each key is.
# Written by: scr-docs templates translate import
"""


def exchange_of(language: str, own: Path | None = None) -> Exchange:
    """What there is to translate, with the words that there are already. `own` is the office's folder."""
    if not LANGUAGE.fullmatch(language) or is_english(language):
        told = Mistake(f"{language} is no language to translate into", mend="Write its tag, such as cy, pl or ur")
        raise TemplateError(told)
    known = language_of(language, _file(own))
    there = dict(_words(known)) if known else {}
    units = _units()
    items = tuple(Item(unit.id, unit.place, unit.text, there.get(unit.id, "")) for unit in units)
    return Exchange(NAME, NAME, language, source_hash(units), items)


def bring_in(path: Path, own: Path, *, checked_by: str | None = None) -> Imported:
    """Brings the words into lines.yaml of an office's own folder. Raises TemplateError with every mistake."""
    exchange = cleaned(read(path))
    units, texts = _units(), {item.id: item.translated for item in exchange.items}
    mistakes = list(guard.changed(units, exchange, str(path)))
    if not mistakes:
        mistakes += guard.problems(units, texts, exchange.language, str(path))
        mistakes += unreviewed(exchange, path) if checked_by else ()
    if mistakes:
        raise TemplateError(*mistakes)
    before = language_of(exchange.language, _file(own))
    file = _file(own)
    mine = spoken(file) if file else {}
    kept = {tag: mine[tag] for tag in mine if file and mine[tag] != spoken().get(tag)}
    kept[exchange.language] = Spoken(
        name=before.name if before else exchange.language,
        checked_by=checked_by,
        line=texts["line.1"].replace(_FIELD, _PHONE),
        subject=texts["subject.1"],
        terms={
            kind: {**(before.terms.get(kind, {}) if before else {}), "board_plain": texts[_boards()[kind]]}
            for kind in get_args(ReviewKind)
        },
    )
    told = {"languages": {tag: one.model_dump(exclude_defaults=True) for tag, one in kept.items()}}
    text = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=100_000)
    write(own / LINES, f"{_HEAD}{text}".encode())
    return Imported(own / LINES, exchange.language, checked_by, ())


def _file(own: Path | None) -> Path | None:
    return own / LINES if own and (own / LINES).is_file() else None


def _boards() -> dict[str, str]:
    """The id of the piece that says what the board is, for each kind of review; some say the same."""
    found: dict[str, str] = {}
    return {kind: found.setdefault(terms(kind).board_plain, f"board.{len(found) + 1}") for kind in get_args(ReviewKind)}


def _units() -> list[Unit]:
    boards = {identifier: terms(kind).board_plain for kind, identifier in reversed(_boards().items())}
    return [
        Unit("line.1", "the line above the greeting", _LINE),
        Unit("subject.1", "the subject of an e-mail", _SUBJECT),
        *(Unit(one, "what the board is, after “This is”", boards[one]) for one in sorted(boards)),
    ]


def _words(known: Spoken) -> Iterator[tuple[str, str]]:
    yield "line.1", known.line.replace(_PHONE, _FIELD)
    yield "subject.1", known.subject
    for kind, identifier in _boards().items():
        yield identifier, known.terms.get(kind, {}).get("board_plain", "")
