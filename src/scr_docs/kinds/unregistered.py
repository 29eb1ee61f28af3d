"""Kind `unregistered`: what is probably a name and is nowhere in the case file."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict


class Params(Strict):
    """Nothing to set."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding for each such name that is not one that may stand in the report. Raises ModelError."""
    for block in reading.document.blocks:
        if block.part in rule.entry.scope:
            for hit in reading.unregistered(block):
                yield rule.finding(block.text[hit.start : hit.end], location=Location.of(block, hit.start, hit.end))
