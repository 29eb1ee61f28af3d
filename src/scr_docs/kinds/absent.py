"""Kind `absent`: words that should stand somewhere in the document, and do not."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.finding import Finding
from scr_docs.kinds.phrase import Pattern
from scr_docs.kinds.reading import Reading
from scr_docs.kinds.standing import enough_stand
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict


class Params(Strict):
    """What would do. At least `at_least` of the patterns must be there."""

    patterns: tuple[Pattern, ...]
    at_least: int = 1


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding about the whole document where too few of the patterns stand in what its reader reads."""
    text = reading.story_of(rule.entry.scope)
    if not enough_stand(rule.params.patterns, text, rule.params.at_least):
        yield rule.finding()
