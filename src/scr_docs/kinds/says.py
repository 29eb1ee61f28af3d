"""Kind `says`: a fact of the case file that must stand in a letter, such as the name of the person to ring."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from scr_docs.case import Case
from scr_docs.finding import Finding
from scr_docs.kinds.phrase import Pattern
from scr_docs.kinds.reading import Reading
from scr_docs.names.text.fold import folded
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

Fact = Literal["subject", "leader", "contact-name", "contact-phone", "period"]


class Params(Strict):
    """Which fact, and the words that will do where the case file does not know it yet."""

    fact: Fact
    if_unknown: tuple[Pattern, ...] = ()


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding about the whole letter where the fact, or a part of it, is not there, or the case file lacks it."""
    if reading.case is None:
        return
    text = reading.folded_story
    wanted = [folded(value) for value in _values(reading.case, rule.params.fact)]
    said = all(value in text for value in wanted) if wanted else any(p.search(text) for p in rule.params.if_unknown)
    if not said:
        yield rule.finding()


def _values(case: Case, fact: Fact) -> list[str]:
    period = case.review.period
    values: dict[Fact, tuple[str | None, ...]] = {
        "subject": (case.subject.greeting or case.subject.name if case.subject else None,),
        "leader": (case.team.lead_reviewer.name,),
        "contact-name": (case.team.family_contact.name,),
        "contact-phone": (case.team.family_contact.phone,),
        "period": tuple(f"{day:%B %Y}" for day in (period.from_, period.to) if day),
    }
    return [value for value in values[fact] if value]
