"""Kind `informing`: something in how somebody was told of the review that needs a look, from the case file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from scr_docs.case.told import Told, told
from scr_docs.finding import Finding
from scr_docs.kinds.phrase import Pattern
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict, Text

Fact = Literal["not-told", "told-late", "one-channel", "need-not-arranged", "question-unanswered"]


class Params(Strict):
    """Which thing. `days` is how many may pass before the first contact; `words` tell that a need was met."""

    fact: Fact
    days: int = 7
    needs: tuple[Text, ...] = ()
    words: tuple[Pattern, ...] = ()


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding for each person, or for each question, of whom it is so. {words} holds the days or the channel."""
    for one in told(reading.case) if reading.case else ():
        for words in _wrong(rule.params, one):
            yield rule.finding(person=one.person.id, called=one.person.called, words=words)


def in_days(days: int) -> str:
    """How long after the decision: "on the day", "112 days after", "1 day before"."""
    if days == 0:
        return "on the day of the decision"
    number = "1 day" if abs(days) == 1 else f"{abs(days)} days"
    return f"{number} {'after' if days > 0 else 'before'} the decision"


def _wrong(params: Params, one: Told) -> Iterator[str]:
    if params.fact == "question-unanswered":
        for asked in one.unanswered:
            yield f"on {asked.asked_on.day} {asked.asked_on:%B %Y}" if asked.asked_on else "on a day not written down"
    elif params.fact == "not-told":
        if one.owed and not one.reached:
            yield ""
    elif params.fact == "told-late":
        if one.owed and one.days is not None and one.days > params.days:
            yield in_days(one.days)
    elif params.fact == "one-channel":
        if one.one_way_only:
            yield one.channels[0]
    elif one.reached and one.needs(params.needs) and not one.arranged(params.words):
        yield ""
