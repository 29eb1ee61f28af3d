"""Kind `known`: a value of the case file that stands in the document."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.names.known.index import What
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict


class Params(Strict):
    """Which values; `sure: false` asks for those that may be something else, `misspelt` for what is near to a name."""

    what: tuple[What, ...]
    sure: bool = True
    misspelt: bool = False
    of_others: bool = False


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding for each place where such a value stands."""
    for block in reading.document.blocks:
        if block.part not in rule.entry.scope:
            continue
        for hit in reading.of_others(block) if rule.params.of_others else reading.known(block):
            kind_of_hit = (hit.sure, hit.misspelt)
            if hit.known.what in rule.params.what and kind_of_hit == (rule.params.sure, rule.params.misspelt):
                yield rule.finding(
                    block.text[hit.start : hit.end],
                    location=Location.of(block, hit.start, hit.end),
                    person=hit.known.owner,
                    called=hit.known.called,
                    suggestion=hit.known.suggestion,
                )
