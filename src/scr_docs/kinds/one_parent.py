"""Kind `one-parent-explained`: where neither parent took part, the report says why of both."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.finding import Finding
from scr_docs.kinds.away import away, called
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

_PARENTS = ("mother", "father")


class Params(Strict):
    """Nothing to set."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding where the report explains the absence of one parent and is silent about the other one's."""
    parents = _parents(reading)
    if len(parents) != len(_PARENTS):
        return
    told = {absence.person: absence for absence in away(reading)}
    contributed = {one.statement.person for one in reading.statements if one.statement.kind == "contribution"}
    explained = [person for person in parents if person in told and told[person].reason]
    silent = [person for person in parents if person not in contributed and person not in explained]
    if len(explained) == 1 and silent:
        yield rule.finding(person=silent[0], called=called(reading, silent[0]), words=called(reading, explained[0]))


def _parents(reading: Reading) -> list[str]:
    """The mother and the father of whom the report speaks; with a case file, those of it who are alive."""
    if reading.case is None:
        spoken = {person for found in reading.mentions.values() for mention in found for person in mention.people}
        return [role for role in _PARENTS if role in spoken]
    people = reading.case.family
    found = [person for role in _PARENTS for person in people if person.relationship.casefold() == role]
    return [person.id for person in found if not person.died and reading.mentioned(person)]
