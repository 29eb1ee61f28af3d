"""Kind `vague-reason`: where somebody did not take part, the words given as a reason explain something."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.finding import Finding
from scr_docs.kinds.away import away, told_at
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict


class Params(Strict):
    """Nothing to set."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding for each person of whom the report gives no reason but words that explain nothing."""
    for absence in away(reading):
        if absence.vague:
            yield told_at(rule, reading, absence.at, absence.person)
