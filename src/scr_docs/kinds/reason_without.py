"""Kind `reason-without`: a reason for not taking part comes with what shows that it was looked into."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from scr_docs.case.model import Reason
from scr_docs.family.evidence import Evidence
from scr_docs.finding import Finding
from scr_docs.kinds.away import away, told_at
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

Wanted = Literal[
    "how-asked", "two-attempts", "dates", "decided-by", "search", "assessment", "advocate", "other-voice", "re-offer"
]

_TESTS: Mapping[str, Callable[[Evidence], bool]] = {
    "how-asked": lambda told: bool(told.media),
    "two-attempts": lambda told: told.attempts >= 2,
    "dates": lambda told: bool(told.dates),
    "decided-by": lambda told: bool(told.decided_by),
    "search": lambda told: told.search,
    "assessment": lambda told: told.assessment,
    "advocate": lambda told: told.advocate,
    "other-voice": lambda told: told.other_voice,
    "re-offer": lambda told: told.re_offer,
}


class Params(Strict):
    """The reasons that the rule is about, and what the report must tell of: one of `any_of`.

    `from_age` leaves out whoever is younger by the case file, in years.
    """

    reasons: tuple[Reason, ...]
    any_of: tuple[Wanted, ...]
    from_age: int | None = None


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding for each person whose reason stands alone."""
    params: Params = rule.params
    for absence in away(reading):
        if absence.reason not in params.reasons or _is_younger(reading, absence.person, params.from_age):
            continue
        if not any(_TESTS[wanted](absence.evidence) for wanted in params.any_of):
            yield told_at(rule, reading, absence.at, absence.person)


def _is_younger(reading: Reading, person: str | None, years: int | None) -> bool:
    """Whether the case file says that the person was younger than this when the review was decided on."""
    if years is None or reading.case is None or person is None:
        return False
    known = reading.case.person(person)
    born = known.born if known else None
    day = reading.case.review.decided_on
    if born is None or day is None:
        return False
    return day < born + datetime.timedelta(days=round(years * 365.25))
