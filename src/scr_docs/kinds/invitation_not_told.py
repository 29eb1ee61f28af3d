"""Kind `invitation-not-told`: where somebody did not take part, the report says whether and how they were asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.finding import Finding
from scr_docs.kinds.members import at, members, part_of, told_of, where
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

_ASKED = re.compile(
    r"\b(?:declin\w+|chose|choos\w+|refus\w+|withdrew|withdrawn|wish\w*|want\w*|repl(?:y|ied|ies)|respon\w+"
    r"|answer\w*|invit\w+|offer\w*|asked|letters?|wrote|written|approach\w*|contact\w*|consider\w*|decid\w+|decision"
    r"|agreed|not (?:been )?(?:spoken|seen|interviewed|met)|trace\w*|locat\w+|died|dead)\b",
    re.IGNORECASE,
)
"""Words that say, or imply, that somebody was asked, or that it was decided not to ask."""


class Params(Strict):
    """Nothing to set."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding for each person of whom the report says that they did not take part, and not that they were asked."""
    _, called = where(reading, "family", "method")
    for member in members(reading):
        part = part_of(reading, member)
        away = [placed for placed in part if placed.statement.kind == "non-involvement" and member.owns(placed)]
        if (
            member.group == "subject"
            or not away
            or len(away) < len(part)
            or any(placed.statement.reason for placed in away)
        ):
            continue
        if not any(_ASKED.search(placed.quote) for placed in away):
            looked = f"looked for a letter, a call or another way of asking; it would go under {called}"
            yield rule.finding(
                told_of(away[0]), location=at(away[0]), person=member.id, called=member.called, words=looked
            )
