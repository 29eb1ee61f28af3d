"""Kind `views-left-behind`: what somebody told the review stands in the family's section and never comes back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from scr_docs.family.chapters import WEIGHED
from scr_docs.family.gist import stems
from scr_docs.family.statement import Placed
from scr_docs.finding import Finding
from scr_docs.kinds.members import at, gave_views, in_chapter, members, told_of, where
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

_OF_THE_REVIEW = frozenset({
    "non-involvement", "invitation", "deferral", "re-offer", "support", "scope", "draft-feedback",
})  # fmt: skip
"""A sentence that says one of these is about taking part, and nothing that an analysis could take up."""
_OF_THE_REPORT = re.compile(
    r"\b(?:reports?|drafts?|publi\w+|names?|named|pseudonyms?|questions?|decision|invit\w+|take part|taking part|posted"
    r"|terms of reference)\b",
    re.IGNORECASE,
)
_ENOUGH = 2


class Params(Strict):
    """Nothing to set."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding for each person of whose views so many do not come back: at the first of them, with the number.

    A view comes back where a paragraph of the analysis, findings or recommendations holds two of its content words.
    """
    if not reading.chapters.weighs:
        return
    weighed = _weighed(reading)
    _, goes = where(reading, "analysis", "findings", "recommendations")
    about_review = {
        (placed.block.index, placed.statement.start)
        for placed in reading.statements
        if placed.statement.kind in _OF_THE_REVIEW
    }
    for member in members(reading):
        views = [placed for placed in gave_views(reading, member) if in_chapter(reading, placed, "family")]
        views = [placed for placed in views if (placed.block.index, placed.statement.start) not in about_review]
        told = [
            placed for placed in views if len(stems(placed.quote)) > _ENOUGH and not _OF_THE_REPORT.search(placed.quote)
        ]
        left = [placed for placed in told if not _comes_back(placed, weighed)]
        if left:
            words = (
                f"{len(left)} of {len(told)}, the first of them here; looked for their subjects in the analysis, the "
                f"findings and the recommendations; they would go under {goes}"
            )
            first = left[0]
            yield rule.finding(told_of(first), location=at(first), person=member.id, called=member.called, words=words)


def _weighed(reading: Reading) -> Mapping[str, set[int]]:
    """For each content word the paragraphs of the analysis, findings and recommendations that hold it."""
    found: dict[str, set[int]] = defaultdict(set)
    for block in reading.document.story():
        if reading.chapters.of.get(block.index) in WEIGHED:
            for stem in stems(block.text):
                found[stem].add(block.index)
    return found


def _comes_back(placed: Placed, weighed: Mapping[str, set[int]]) -> bool:
    held: dict[int, int] = defaultdict(int)
    for stem in stems(placed.quote):
        for block in weighed.get(stem, ()):
            held[block] += 1
    return any(number >= _ENOUGH for number in held.values())
