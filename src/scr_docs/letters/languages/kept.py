"""What no translation changes: numbers, addresses, and the names of services, whatever a language makes of their form.

Numbers are compared by what they are worth: 9.30 and 9:30, 10,000 and 10 000, 5pm and 17:00, ۳ and 3 are the same, and
they may stand in any order. The figures of a telephone number stay together and in their order.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scr_docs.letters.languages.units import in_figures

NAMES = ("Samaritans", "Childline", "Cruse", "Mind", "NHS", "NSPCC", "SANDS", "Papyrus", "Victim Support")
"""Names of services that stay as they are, so that somebody finds them."""

_OWN_NAMES: Mapping[tuple[str, str], tuple[str, ...]] = {("NHS", "cy"): ("GIG",)}
"""What a service calls itself in another language of the United Kingdom."""

INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u2060\u2066-\u2069\ufeff]")
"""Signs that are not seen, and that a text may hold."""

_ADDRESS = re.compile(
    r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}|(?:https?://|www\.)[!-(*+\--:=-~]{1,200}"
)
_BLANK = "[ \u00a0\u2007\u2009\u202f]"
_LONG = re.compile(rf"(?<![\d.,:/+])\+?\d{{2,15}}(?:(?:{_BLANK}|-)\d{{2,15}}){{1,8}}(?![\d/])")
_VALUE = re.compile(r"\d{1,30}(?:[.,:٫٬'’]\d{1,30}){0,4}")
_HOURS = re.compile(rf"(?<!\d)(\d{{1,2}}){_BLANK}?[hH時时點点시]{_BLANK}?(\d\d)(?!\d)")
"""9 h 30 or 9時30, as several languages write the time."""
_CLOCK = re.compile(r"\s{0,2}([ap])\.?m\b", re.IGNORECASE)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_MONTH = re.compile(rf"(?<=\d[ \u00a0])({'|'.join(_MONTHS)})\b|\b({'|'.join(_MONTHS)})(?=[ \u00a0]\d)")
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b", re.IGNORECASE)
_LONGEST_ENDING = 6


@dataclass(frozen=True, slots=True)
class _Value:
    """A number of the English: how it stands there, and the values that it may have in a translation."""

    shown: str
    worth: tuple[str, ...]


def problems(english: str, text: str, language: str) -> Iterator[tuple[str, str]]:
    """What of these words without tags is not as in the English, and how to mend it."""
    text = in_figures(text)
    theirs, ours = (_addresses(one) for one in (english, text))
    if theirs != ours:
        yield "An e-mail or web address is not that of the English", f"It says {_list(theirs)}"
    if not _same_numbers(_ADDRESS.sub(" ", english), _ADDRESS.sub(" ", text)):
        shown = ", ".join(_shown(_ADDRESS.sub(" ", english))) or "none"
        mend = f"It says {shown}; write figures as figures, and a telephone number in its order"
        yield "A number is not that of the English", mend
    seen = INVISIBLE.sub("", text)
    for name in NAMES:
        if _stands(name, english):
            names = (name, *_OWN_NAMES.get((name, language.partition("-")[0]), ()))
            if not any(_stands(one, seen) for one in names):
                mend = "Names of services stay as they are, so that people find them; an ending goes after a hyphen"
                yield f"The name {name} is missing", mend


def _addresses(text: str) -> Counter[str]:
    return Counter(one.rstrip(".:!?'*+-") for one in _ADDRESS.findall(text))


def _same_numbers(english: str, text: str) -> bool:
    for number in _long(english):
        groups = re.findall(r"\d+", number)
        plus = r"\+" if number.startswith("+") else ""
        pattern = rf"(?<![\d+]){plus}{rf'(?:{_BLANK}|[.,–‑-])?'.join(groups)}(?!\d)"
        text, found = re.subn(pattern, " ", text, count=1)
        if not found:
            return False
    text = re.sub(rf"(?<=\d){_BLANK}(?=\d{{3}}(?!\d))", "", text)
    text = _HOURS.sub(r"\1:\2", text)
    left = Counter(one for value in _values(text) for one in value.worth[:1])
    for value in _values(_without_long(english)):
        worth = next((one for one in value.worth if left[one]), None)
        if worth is None:
            return False
        left[worth] -= 1
    months = Counter(str(_MONTHS.index(one[1] or one[2]) + 1) for one in _MONTH.finditer(english))
    words = Counter(str(_WORDS.index(one[1].lower()) + 1) for one in _WORD.finditer(english))
    return not (left - months - words)


def _shown(english: str) -> list[str]:
    found = [*_long(english), *(value.shown for value in _values(_without_long(english)))]
    return [re.sub(_BLANK, " ", one) for one in found]


def _long(english: str) -> list[str]:
    """Numbers in several groups that are one, such as 116 123; the years 2015-2016 and the hours 9-5 are two."""
    return [found[0] for found in _LONG.finditer(english) if _is_long(found[0])]


def _without_long(english: str) -> str:
    return _LONG.sub(lambda found: " " if _is_long(found[0]) else found[0], english)


def _is_long(number: str) -> bool:
    return len(re.sub(r"\D", "", number)) > 4 and ("-" not in number or number[0] in "0+" or number.count("-") > 2)


def _values(text: str) -> Iterator[_Value]:
    for found in _VALUE.finditer(text):
        worth = _worth(found[0])
        clock = _CLOCK.match(text, found.end())
        if clock and len(worth) == 1:
            yield _Value(found[0] + clock[0], _hours(worth[0], clock[1].lower()))
        else:
            yield from (_Value(found[0], (one,)) for one in worth)


def _hours(worth: str, half: str) -> tuple[str, ...]:
    """The hour as it stands, and as a clock of twenty-four hours has it."""
    hour, dot, minutes = worth.partition(".")
    if not 1 <= int(hour) <= 12:
        return (worth,)
    other = int(hour) % 12 + (12 if half == "p" else 0)
    return tuple(dict.fromkeys((worth, f"{other}{dot}{minutes}")))


def _worth(number: str) -> list[str]:
    """The values of figures that stand together: thousands are one, a fraction or time is one, a date is three."""
    first, *others = re.split(r"\D", number)
    signs = set(re.sub(r"\d", "", number))
    if others and len(first) <= 3 and {len(one) for one in others} == {3} and len(signs) == 1 and ":" not in signs:
        return [_whole("".join((first, *others)))]
    if len(others) == 1 and len(others[0]) <= 2:
        return [_whole(first) if others[0] == "00" else f"{_whole(first)}.{others[0]}"]
    return [_whole(one) for one in (first, *others)]


def _whole(figures: str) -> str:
    """The figures without a nought before a day or an hour; 0800 keeps its own."""
    return figures.lstrip("0") or "0" if len(figures) <= 2 else figures


def _stands(name: str, text: str) -> bool:
    """Whether a name stands as a word of its own.

    Letters of another script may touch it (Arabic و, Chinese 和), and a short ending may stand after a hyphen, an
    apostrophe or a colon, as languages that bend names write it: NHS-u, NHS’nin.
    """
    for found in re.finditer(re.escape(name).replace(r"\ ", _BLANK), text):
        begin, end = found.span()
        ending = re.match(r"[-‑’':]([^\W\d_]{0,100})", text[end : end + 101])
        joined = _joins(text[max(0, begin - 1) : begin]) or _joins(text[end : end + 1])
        if not joined and not (ending and len(ending[1]) > _LONGEST_ENDING):
            return True
    return False


def _joins(sign: str) -> bool:
    """Whether a sign beside a name makes it part of a longer word: a Latin letter, an accent or a figure."""
    if not sign:
        return False
    latin = sign.isalpha() and unicodedata.name(sign, "").startswith(("LATIN", "FULLWIDTH LATIN"))
    return sign == "_" or sign.isdecimal() or latin or unicodedata.category(sign) == "Mn"


def _list(found: Counter[str]) -> str:
    return ", ".join(found) or "none"
