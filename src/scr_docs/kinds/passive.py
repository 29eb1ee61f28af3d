"""Kind `passive`: a letter in which too many sentences do not say who does what."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.finding import Finding, Location
from scr_docs.kinds.prose_of import prose_of
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.readability.passive import passives
from scr_docs.readability.prose import spans
from scr_docs.yaml_file import Strict


class Params(Strict):
    """The share of sentences in the passive, in a hundred, that is still fine; and how many are always fine."""

    most_in_100: int
    always_fine: int = 1


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding at the first passive, where there are too many; {words} in the message says how many."""
    found: list[Finding] = []
    sentences = 0
    for block in prose_of(reading, rule.entry.scope):
        sentences += len(spans(block.text))
        for start, end in passives(block.text):
            found.append(rule.finding(block.text[start:end], location=Location.of(block, start, end)))
    if len(found) > rule.params.always_fine and len(found) * 100 > rule.params.most_in_100 * sentences:
        first = found[0]
        yield rule.finding(first.text, words=f"{len(found)} of {sentences} sentences", location=first.location)
