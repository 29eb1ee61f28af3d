"""The line above the greeting of an English letter, and what the board is, on their way to a translator and back.

They come back into lines.yaml in an office's own folder, where they go before what is shipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import yaml

from scr_docs.case.model import ReviewKind
from scr_docs.case.terms import Terms, terms
from scr_docs.letters.languages.exchange import Exchange, Item
from scr_docs.letters.languages.lines import Spoken, language_of, spoken
from scr_docs.letters.languages.units import Unit, source_hash
from scr_docs.letters.office.translate import Imported, approved, cleaned, read, refuse_no_language
from scr_docs.letters.stages import LINES
from scr_docs.output.write import write

NAME = "lines"
"""What stands for a stage in the file."""

_FIELD, _PHONE = "{{ phone }}", "{phone}"
_LINE = f"This is an important letter for you. To have it translated, free of charge, please ring {_FIELD}."
_SUBJECT = "A letter for you"
_BOARD = "board_plain"
_HEAD = """\
# What letters say in other languages, in place of what is shipped; docs/languages.md tells what each key is.
# Written by: scr-docs templates translate import
"""


def exchange_of(language: str, own: Path | None = None) -> Exchange:
    """What there is to translate, with the words that there are already. `own` is the office's folder."""
    refuse_no_language(language)
    known = language_of(language, _file(own))
    there = dict(_words(known)) if known else {}
    units = _units(known)
    items = tuple(Item(unit.id, unit.place, unit.text, there.get(unit.id, "")) for unit in units)
    return Exchange(NAME, NAME, language, source_hash(units), items)


def bring_in(path: Path, own: Path, *, checked_by: str | None = None) -> Imported:
    """Brings the words into lines.yaml of an office's own folder. Raises TemplateError with every mistake."""
    exchange = cleaned(read(path))
    before = language_of(exchange.language, _file(own))
    texts = approved(exchange, _units(before), path, checked_by)
    file = _file(own)
    mine = spoken(file) if file else {}
    kept = {tag: mine[tag] for tag in mine if file and mine[tag] != spoken().get(tag)}
    kept[exchange.language] = Spoken(
        name=before.name if before else exchange.language,
        checked_by=checked_by,
        line=texts["line.1"].replace(_FIELD, _PHONE),
        subject=texts["subject.1"],
        terms={
            kind: {
                **{term: texts[_id(term, kind)] for term in _own_terms(before, kind)},
                _BOARD: texts[_boards()[kind]],
            }
            for kind in get_args(ReviewKind)
        },
    )
    told = {"languages": {tag: one.model_dump(exclude_defaults=True) for tag, one in kept.items()}}
    text = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=100_000)
    write(own / LINES, f"{_HEAD}{text}".encode())
    return Imported(own / LINES, exchange.language, checked_by, ())


def _file(own: Path | None) -> Path | None:
    return own / LINES if own and (own / LINES).is_file() else None


def _boards() -> dict[ReviewKind, str]:
    """The id of the piece that says what the board is, for each kind of review; some say the same."""
    found: dict[str, str] = {}
    return {kind: found.setdefault(terms(kind).board_plain, f"board.{len(found) + 1}") for kind in get_args(ReviewKind)}


def _own_terms(known: Spoken | None, kind: ReviewKind) -> list[str]:
    """Which other terms of a kind of review the language has words of its own for, such as review in Welsh."""
    mine = known.terms.get(kind, {}) if known else {}
    return [term for term in mine if term in Terms.model_fields and term != _BOARD]


def _id(term: str, kind: ReviewKind) -> str:
    """The id of the piece for such a term: reviewname.1 is what the first kind of review is called."""
    return f"{term.replace('_', '')}name.{get_args(ReviewKind).index(kind) + 1}"


def _units(known: Spoken | None) -> list[Unit]:
    """Every word of a language that a letter can hold: whoever checks it has to read them all."""
    boards = {identifier: terms(kind).board_plain for kind, identifier in reversed(_boards().items())}
    own = [(term, kind) for kind in get_args(ReviewKind) for term in _own_terms(known, kind)]
    return [
        Unit("line.1", "the line above the greeting", _LINE),
        Unit("subject.1", "the subject of an e-mail", _SUBJECT),
        *(Unit(one, "what the board is, after “This is”", boards[one]) for one in sorted(boards)),
        *(Unit(_id(term, kind), f"the {term}", getattr(terms(kind), term)) for term, kind in own),
    ]


def _words(known: Spoken) -> Iterator[tuple[str, str]]:
    yield "line.1", known.line.replace(_PHONE, _FIELD)
    yield "subject.1", known.subject
    for kind, identifier in _boards().items():
        yield identifier, known.terms.get(kind, {}).get(_BOARD, "")
        yield from ((_id(term, kind), known.terms[kind][term]) for term in _own_terms(known, kind))
