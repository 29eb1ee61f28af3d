"""A translation held against the English: what a translator must not change, and what was forgotten, all at once."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from scr_docs.errors import Mistake
from scr_docs.letters.languages.exchange import Exchange
from scr_docs.letters.languages.units import MARK, TAG, Unit, source_hash, words_of

NAMES = ("Samaritans", "Childline", "Cruse", "Mind", "NHS", "NSPCC", "SANDS", "Papyrus", "Victim Support")
"""Names of services that stay as they are, so that somebody finds them."""

_OWN_NAMES: Mapping[tuple[str, str], tuple[str, ...]] = {("NHS", "cy"): ("GIG",), ("Mind", "cy"): ("Mind Cymru",)}
"""What a service calls itself in another language of the United Kingdom."""

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|(?:https?://|www\.)[^\s,;)]{1,200}")
_NUMBER = re.compile(r"\d(?:[\d \u00a0.,:/-]{0,40}\d)?")
_KINDS = {"if": "if", "for": "for", "endif": "end", "endfor": "end"}
_MANY = 3
"""From this number of words on, a piece that is the same in both languages was forgotten."""


def problems(units: Sequence[Unit], texts: Mapping[str, str], language: str, file: str) -> Iterator[Mistake]:
    """Everything that is wrong in the translations, by id, of these units; the place of each, and how to mend it."""
    known = {unit.id for unit in units}
    for unit in units:
        place = f"{unit.id}, {unit.place} (“{_short(unit.text)}”)"
        if unit.id not in texts:
            yield Mistake("This piece is missing", file, place=place, mend="Export the letter again; keep every row")
            continue
        for what, mend in _in_unit(unit.text, texts[unit.id].strip(), language):
            yield Mistake(what, file, place=place, mend=mend)
    for identifier in texts:
        if identifier not in known:
            told = f"The English letter has no piece {identifier}"
            yield Mistake(told, file, mend="Export the letter again; add no rows")


def changed(units: Sequence[Unit], exchange: Exchange, file: str) -> Iterator[Mistake]:
    """Where the English has changed since it was exported; nothing where it is the same."""
    if exchange.source == source_hash(units):
        return
    now = {unit.id: unit for unit in units}
    then = {item.id: item.english for item in exchange.items}
    ids = [
        one
        for one in dict.fromkeys((*now, *then))
        if one not in now or _plain(now[one].text) != _plain(then.get(one, ""))
    ]
    places = ", ".join(f"{one} (“{_short(now[one].text if one in now else then[one])}”)" for one in ids[:5])
    more = f" and {len(ids) - 5} more" if len(ids) > 5 else ""
    told = "The English letter has changed since this was exported"
    mend = "Export it again, and have the pieces that are new translated"
    yield Mistake(told, file, place=f"{places}{more}" or None, mend=mend)


def _in_unit(english: str, text: str, language: str) -> Iterator[tuple[str, str]]:
    if not text:
        yield "There is no translation", "Write it, or mark it as ready in the translation program"
        return
    if (told := _tags(english, text)) is not None:
        yield told
    said, shown = words_of(english), words_of(text)
    left = "".join(TAG.sub("", text))
    if re.search(r"[{}]", left):
        yield "A tag in braces is not complete", "Copy it from the English"
    if _marks(english) != _marks(text) or not _nested(text):
        yield "The marks such as ‹1›…‹/1› are not those of the English", "Put them around the same words"
    elif re.search(r"[‹›]", MARK.sub("", text)) and not re.search(r"[‹›]", MARK.sub("", english)):
        yield "A mark such as ‹1› is not complete", "Copy it from the English"
    yield from _kept(said, shown, language)
    if len(said.split()) >= _MANY and _plain(said).casefold() == _plain(shown).casefold():
        yield "It is still in English", "Translate it"
    if any(unicodedata.category(letter) == "Cc" for letter in text if letter not in "\n\t"):
        yield "It holds a sign that no letter may hold", "Type the piece again"


def _tags(english: str, text: str) -> tuple[str, str] | None:
    """What is wrong with the tags: one is missing, new, or stands in another condition than in the English."""
    theirs, ours = (Counter(map(_plain, TAG.findall(one))) for one in (english, text))
    if lost := list((theirs - ours).elements()):
        new = list((ours - theirs).elements())
        instead = f"; {', '.join(new)} stands in its place" if new else ""
        return f"{', '.join(lost)} is missing{instead}", "Copy it from the English, as it is"
    if new := list((ours - theirs).elements()):
        return f"{', '.join(new)} is not in the English", "Take it out"
    if _order(english) != _order(text):
        return "A tag stands in another place between {% … %} than in the English", "Keep the order of {% … %}"
    return None


def _order(text: str) -> tuple[list[str], Counter[tuple[tuple[str, ...], str]]]:
    """The conditions and loops in order, and each field with those that it stands in."""
    logic: list[str] = []
    inside: list[str] = []
    fields: Counter[tuple[tuple[str, ...], str]] = Counter()
    for tag in map(_plain, TAG.findall(text)):
        if tag.startswith("{{"):
            fields[tuple(inside), tag] += 1
            continue
        logic.append(tag)
        word = (re.match(r"\{%\s?(\w+)", tag) or ["", ""])[1]
        if _KINDS.get(word) == "end":
            del inside[-1:]
        elif word in {"else", "elif"}:
            inside[-1:] = [f"{inside[-1] if inside else ''} {tag}"]
        else:
            inside.append(tag)
    return logic, fields


def _marks(text: str) -> Counter[str]:
    return Counter(found[0] for found in MARK.finditer(text))


def _nested(text: str) -> bool:
    """Whether each mark ends, and before the one around it does."""
    inside: list[str] = []
    for mark in MARK.finditer(text):
        if mark[3]:
            continue
        if not mark[1]:
            inside.append(mark[2])
        elif not inside or inside.pop() != mark[2]:
            return False
    return not inside


def _kept(english: str, text: str, language: str) -> Iterator[tuple[str, str]]:
    """Numbers, addresses and names that are not as in the English."""
    if any(unicodedata.category(sign) == "Nd" and not sign.isascii() for sign in text):
        yield (
            "A number is written in other figures than 0 to 9",
            "Write it in the figures of the English, as on a telephone",
        )
        text = "".join(str(unicodedata.decimal(sign)) if unicodedata.category(sign) == "Nd" else sign for sign in text)
    theirs, ours = (Counter(_ADDRESS.findall(one)) for one in (english, text))
    if theirs != ours:
        yield "An e-mail or web address is not that of the English", f"It says {_list(theirs)}"
    theirs, ours = (_numbers(one) for one in (english, text))
    if theirs != ours:
        yield "A number is not that of the English", f"It says {_list(theirs)}; words such as “two” stay words"
    for name in NAMES:
        if re.search(rf"(?<!\w){name}(?!\w)", english):
            names = (name, *_OWN_NAMES.get((name, language.partition("-")[0]), ()))
            if not any(one in text for one in names):
                yield f"The name {name} is missing", "Names of services stay as they are, so that people find them"


def _numbers(text: str) -> Counter[str]:
    found = (re.sub(r"[ \u00a0]+", " ", one) for one in _NUMBER.findall(_ADDRESS.sub(" ", text)))
    return Counter(found)


def _list(found: Counter[str]) -> str:
    return ", ".join(found) or "none"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    said = _plain(MARK.sub("", text))
    return said if len(said) <= 50 else f"{said[:50]}…"
