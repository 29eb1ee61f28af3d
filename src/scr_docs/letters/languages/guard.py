"""A translation held against the English: what a translator must not change, and what was forgotten, all at once."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from scr_docs.errors import Mistake
from scr_docs.letters.languages import kept, shape
from scr_docs.letters.languages.exchange import Exchange
from scr_docs.letters.languages.kept import INVISIBLE
from scr_docs.letters.languages.units import ISOLATES, MARK, TAG, Unit, source_hash, words_of

_TURNING = re.compile("[\u202a-\u202e\u206a-\u206f]")
"""Embeddings and overrides of direction: with them 116 123 can be shown as 321 611."""

_ALLOWED = re.compile("[\u0600-\u0605\u06dd]")
"""Signs of Arabic writing that count as no letters and are seen."""

_MANY = 2
"""From this number of words on, a piece that is the same in both languages was forgotten."""

_SENTENCE = 4
"""From this number of words on, the same goes for a sentence in a longer piece."""

_FULL, _SHARE = 30, 5
"""Words of so many letters have at least one for each so many of the English in any writing."""

_WIDE = 3
"""So many letters says one sign of Chinese, Japanese or Korean."""

_TIMES, _MORE = 3, 40
"""Words have at most so many times the letters of the English, and so many more: beyond, some came from elsewhere."""


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
    if not INVISIBLE.sub("", text).strip():
        yield "There is no translation", "Write it, or mark it as ready in the translation program"
        return
    yield from _signs(text)
    yield from shape.problems(english, text)
    if re.search(r"[{}]", TAG.sub("", text)):
        yield "A tag in braces is not complete", "Copy it from the English"
    if _marks(english) != _marks(text) or not _nested(text):
        yield "The marks such as ‹1›…‹/1› are not those of the English", "Put them around the same words"
    elif re.search(r"[‹›]", MARK.sub("", text)) and not re.search(r"[‹›]", MARK.sub("", english)):
        yield "A mark such as ‹1› is not complete", "Copy it from the English"
    if shape.same_logic(english, text):
        said = shape.by_branch(text)
        for branch, words in shape.by_branch(english).items():
            yield from kept.problems(words, said.get(branch, ""), language)
            yield from _of_other_length(words, said.get(branch, ""))
    else:
        yield from kept.problems(words_of(english), words_of(text), language)
    yield from _untranslated(words_of(english), words_of(INVISIBLE.sub("", text)))


def _signs(text: str) -> Iterator[tuple[str, str]]:
    """Signs that no letter may hold; those that turn what stands after them round are named."""
    shown = ISOLATES.sub("", text)
    if found := _TURNING.findall(shown):
        named = ", ".join(f"U+{ord(sign):04X}" for sign in dict.fromkeys(found))
        mend = "Type the piece again; numbers and names are kept the right way round without it"
        yield f"It holds a sign that turns letters or numbers round ({named})", mend
    rest = (sign for sign in _TURNING.sub("", INVISIBLE.sub("", _ALLOWED.sub("", shown))) if sign not in "\n\t")
    if any(unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cs"} for sign in rest):
        yield "It holds a sign that no letter may hold", "Type the piece again"


def _untranslated(english: str, text: str) -> Iterator[tuple[str, str]]:
    """What was left in English, or is far too short to say the same."""
    theirs, ours = (_spoken(one) for one in (english, text))
    of_services = set(" ".join(kept.NAMES).casefold().split())
    own = [word for word in theirs.split() if word not in of_services]
    if theirs == ours:
        if len(own) >= _MANY:
            yield "It is still in English", "Translate it"
        return
    for sentence in re.split(r"(?<=[.!?:;])\s", english):
        said = _spoken(sentence)
        if len(said.split()) >= _SENTENCE and f" {said} " in f" {ours} ":
            yield f"“{_short(sentence)}” is still in English", "Translate it"


def _of_other_length(english: str, text: str) -> Iterator[tuple[str, str]]:
    """Whether the words of a branch are too few or too many to be a translation: some were lost, or stand elsewhere."""
    letters, there = _length(english), _length(text)
    if letters >= _FULL and 0 < there * _SHARE < letters:
        yield (
            f"It is far shorter than the English (“{_short(_plain(english))}”)",
            "Translate all of it, where it stands",
        )
    if there > letters * _TIMES + _MORE and letters:
        told = f"It is far longer than the English (“{_short(_plain(english))}”)"
        yield told, "Keep what stands between two {% … %} between the same two"


def _length(text: str) -> int:
    """How many letters these words have; a sign of Chinese, Japanese or Korean counts as several."""
    return sum(_WIDE if unicodedata.east_asian_width(sign) == "W" else 1 for sign in text if sign.isalpha())


def _spoken(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


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


def _plain(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    said = _plain(MARK.sub("", text))
    return said if len(said) <= 50 else f"{said[:50]}…"
