"""Kind `heard-their-way`: where a child took part, the report says how that was made right for a child."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.finding import Finding
from scr_docs.kinds.members import Member, at, members, part_of, told_of, took_part
from scr_docs.kinds.phrase import Pattern
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

_ADULT = 18


class Params(Strict):
    """`patterns` are the ways: somebody beside them, drawing, text messages, a place that they know."""

    patterns: tuple[Pattern, ...]


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding for each brother or sister under eighteen who took part, if no paragraph on it tells such a way."""
    for member in members(reading):
        if member.group != "children" or _is_adult(reading, member):
            continue
        spoke = took_part(reading, member)
        blocks = {placed.block.index: placed.block.text for placed in (*spoke, *part_of(reading, member))}
        supported = any(placed.statement.kind == "support" for placed in part_of(reading, member))
        told = any(pattern.search(text[:4_000]) for pattern in rule.params.patterns for text in blocks.values())
        if spoke and not supported and not told:
            words = (
                "looked for somebody beside them, drawing, play, messages or a place that they know; "
                "it would go where the report says that they were seen"
            )
            yield rule.finding(
                told_of(spoke[0]), location=at(spoke[0]), person=member.id, called=member.called, words=words
            )


def _is_adult(reading: Reading, member: Member) -> bool:
    """By the case file, on the day of the decision; without one, by the word adult before the role."""
    person, case = member.person, reading.case
    if person is not None and case is not None and person.born and case.review.decided_on:
        return (case.review.decided_on - person.born).days >= _ADULT * 365.25
    adult = ("adult ", "grown-up ")
    return any(
        block.text[mention.start : mention.end].casefold().startswith(adult)
        or block.text[max(0, mention.start - 9) : mention.start].casefold().endswith(adult)
        for block in reading.document.story()
        for mention in reading.mentions.get(block.index, ())
        if member.id in mention.people
    )
