"""Kind `deferral-without-re-offer`: whoever was to be asked later was asked, or will be."""

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
    """One finding for each person whose part was put off, and of whom no offer after that is told."""
    for absence in away(reading):
        if absence.deferred and not absence.evidence.re_offer:
            yield told_at(rule, reading, absence.deferred[0], absence.person)
