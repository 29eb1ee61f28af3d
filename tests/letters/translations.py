"""Translations as they come back from a translator, for the tests of languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from scr_docs.case import Case
from scr_docs.letters.languages.exchange import Exchange
from scr_docs.letters.office import translate
from scr_docs.letters.stages import stage

MESSAGE = (
    "Dzień dobry, {{ person.greeting }}. Nazywam się {{ team.family_contact.name }}. Mam list i chcę najpierw porozmawiać. "
    "Bez pośpiechu. Proszę zadzwonić: {{ team.family_contact.phone }}"
)
"""The text message of the first notice in Polish."""

FORMS = ("docx", "xliff", "po")
ENDINGS = {"docx": ".docx", "xliff": ".xlf", "po": ".po"}


@cache
def of_shipped(name: str, language: str = "ur") -> Exchange:
    """The translation of a letter that is shipped."""
    return translate.exchange_of(stage(name), "letter", language)


def text_message(language: str, text: str) -> Exchange:
    """The text message of the first notice, one line, with this translation."""
    exchange = translate.exchange_of(stage("first-notice"), "text-message", language)
    (item,) = exchange.items
    return replace(exchange, items=(replace(item, translated=text),))


def changed(exchange: Exchange, identifier: str, change: Callable[[str], str]) -> Exchange:
    """The same with one piece translated otherwise."""
    assert any(item.id == identifier for item in exchange.items)
    items = (replace(one, translated=change(one.translated)) if one.id == identifier else one for one in exchange.items)
    return replace(exchange, items=tuple(items))


def holding(exchange: Exchange, text: str) -> str:
    """The id of the first piece whose English holds this."""
    return next(item.id for item in exchange.items if text in item.english)


def returned(folder: Path, exchange: Exchange, form: str) -> Path:
    """The file that comes back; in XLIFF every piece that is translated is marked so."""
    path = translate.export(exchange, form, folder / f"back{ENDINGS[form]}")
    if form == "xliff":
        path.write_bytes(path.read_bytes().replace(b'state="needs-review-translation"', b'state="translated"'))
    return path


def reading(case: Case, languages: Mapping[str, str]) -> Case:
    """The case with these people reading these languages, by letter."""

    def of(person: str) -> dict[str, object]:
        return {"language": languages[person], "channel": "letter", "formats": ("standard",), "safe_by_post": True}

    people = tuple(
        one.model_copy(update={"contact": one.contact.model_copy(update=of(one.id))}) if one.id in languages else one
        for one in case.people
    )
    return case.model_copy(update={"people": people})


def plain(text: str) -> str:
    """A text without the signs that keep values the right way round, and with plain blanks."""
    return re.sub("[\u2066-\u2069]", "", text).replace("\u00a0", " ")
