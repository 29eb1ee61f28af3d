"""Kind `part-not-told`: the report says of each person whether they were asked, took part, or did not."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.finding import Finding
from scr_docs.kinds.members import Group, anybody_told, members, part_of, where
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

_OFTEN = 5


class Params(Strict):
    """`who` is looked for: fathers (and any second parent), children (brothers and sisters), others, subject."""

    who: Group


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding for each of them of whom the report speaks without saying what part they had in the review.

    Nothing is told where the report says it of nobody at all: another rule does. The place is the heading under which
    it would go.
    """
    if not anybody_told(reading):
        return
    place, called = where(reading, "family", "method")
    for member in members(reading):
        if member.group == rule.params.who and not part_of(reading, member):
            looked = f"looked for an invitation, a contribution, or a reason why not; it would go under {called}"
            yield rule.finding(location=place, person=member.id, called=member.called, words=looked)
    if rule.params.who == "fathers" and _has_no_second_parent(reading):
        looked = f"looked for any mention of a father or second parent; it would go under {called}"
        yield rule.finding(location=place, called="the father, or a second parent,", words=looked)


def _has_no_second_parent(reading: Reading) -> bool:
    """Without a case file: whether the report speaks of a mother again and again, and never of anybody beside her."""
    if reading.case is not None:
        return False
    roles = [mention.role for found in reading.mentions.values() for mention in found]
    several = any(len(mention.people) > 1 for found in reading.mentions.values() for mention in found)
    beside = {
        "father",
        "stepfather",
        "stepmother",
        "mother's partner",
        "father's partner",
        "husband",
        "wife",
        "partner",
    }
    return roles.count("mother") >= _OFTEN and not beside & set(roles) and not several
