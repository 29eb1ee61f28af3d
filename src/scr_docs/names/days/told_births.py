"""Days of birth that follow from a birthday by its number or from an age, with the date that stands beside it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import partial
from itertools import chain

from scr_docs.names.days.ages import ages, shift
from scr_docs.names.days.numbers import NUMBER, ORDINAL, value
from scr_docs.names.days.told import COUNT, Sentence, Told, When, offset

_BIRTHDAY = re.compile(
    rf"(?:\b{COUNT}\s(?P<side>before|after|from|short\sof|past)\s(?:(?:his|her|their|the)\s)?)?"
    rf"(?:(?P<ord>{ORDINAL})[\s,]{{1,3}})?\bbirthday\b",
    re.IGNORECASE,
)
_TURNED = re.compile(rf"\b(?:turned|turning|would\shave\s(?:been|turned)|became)\s(?P<ord>{NUMBER})\b", re.IGNORECASE)
_ON_THE_DAY = re.compile(
    r"[\s,(–-]{0,3}(?:was\s|fell\s|falls\s|is\s|which\swas\s)?(?:on|in|of)?\s?(?:the\s|\w{3,6}day,?\s)?"
)
_SLACK = {"month": 3}
"""How many days a month counted from a day may be longer or shorter than 30."""


def birthdays(sentence: Sentence, *, numbered_only: bool) -> Iterator[Told]:
    """Birthdays with a date, days counted from a birthday, and "turned four on …"; with `numbered_only` just these."""
    place = sentence.start, sentence.end
    called = () if numbered_only else _BIRTHDAY.finditer(sentence.text, *place)
    for match in chain(called, _TURNED.finditer(sentence.text, *place)):
        when = sentence.nearest(*match.span())
        if when is None:
            continue
        groups = match.groupdict()
        years = value(match["ord"]) if match["ord"] else None
        unit = (groups.get("unit") or "").lower()
        exact = when.exact and unit != "month"
        if years is None and not exact:
            continue
        off = offset(groups.get("count"), unit, groups.get("side"))
        itself = when.start >= match.end() and _ON_THE_DAY.fullmatch(sentence.text, match.end(), when.start)
        # "A week after his third birthday, on 10 May": the date may be of either.
        offs = {0, off} if itself else {off}
        yield Told(
            min(match.start(), when.start),
            max(match.end(), when.end),
            "birth",
            exact,
            partial(_has_birthday, when=when, years=years, offs=offs, slack=_SLACK.get(unit, 0)),
            whole=exact and years is not None,
        )


def _has_birthday(born: datetime.date, when: When, years: int | None, offs: set[int], slack: int) -> bool:
    """Whether that birthday, or any where `years` is None, of somebody born then is so many days before the date."""
    first, last = when.first - datetime.timedelta(slack), when.last + datetime.timedelta(slack)
    least, most = when.first.year - born.year - 1, when.last.year - born.year + 1
    numbers = range(max(0, least), most + 1) if years is None else (years,)
    return any(first <= shift(born, years=number, days=off) <= last for number in numbers for off in offs)


def ages_on_a_day(sentence: Sentence) -> Iterator[Told]:
    """Ages to the week or day on a day: what is left open is at most a week."""
    for age in ages(sentence.text[sentence.start : sentence.end]):
        start, end = sentence.start + age.start, sentence.start + age.end
        when = sentence.nearest(start, end)
        if when and when.exact and age.to in {"weeks", "days"}:
            exact = age.to == "days"
            fits = partial(age.fits, on=when.first)
            yield Told(min(start, when.start), max(end, when.end), "birth", exact, fits, whole=exact)
