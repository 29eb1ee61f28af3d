"""The words for people, from people.yaml, and what a mention of somebody is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from scr_docs import yaml_file
from scr_docs.family.words import Phrases
from scr_docs.yaml_file import Strict, Text


class _Group(Strict):
    words: tuple[Text, ...]
    roles: tuple[Text, ...]


class _Subject(Strict):
    with_letter: tuple[Text, ...]
    alone: tuple[Text, ...]


class PeopleFile(Strict):
    """The words of people.yaml, where each list says what it is for."""

    roles: dict[str, tuple[Text, ...]]
    in_capitals: dict[str, tuple[Text, ...]]
    subject: _Subject
    groups: tuple[_Group, ...]
    chains: dict[str, dict[str, Text]]
    brothers: dict[str, Text]
    alike: tuple[tuple[Text, ...], ...]
    women: tuple[Text, ...]
    men: tuple[Text, ...]
    nobody: tuple[Text, ...]


@cache
def shipped() -> PeopleFile:
    """The shipped words for people."""
    return yaml_file.shipped(__file__, "people.yaml", PeopleFile)


class Mention(NamedTuple):
    """One or several people named in a text. `people` is empty for "the family" as a whole, and for strangers.

    `gender` is "f", "m", or "" where the words do not tell; `role` is the role of people.yaml that the words name.
    `owned_by` is the word that says whose relative it is ("her"), where the text before must tell whom that means.
    """

    start: int
    end: int
    people: tuple[str, ...]
    whole_family: bool = False
    gender: str = ""
    role: str = ""
    owned_by: str = ""
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Who:
    """What a phrase stands for: a role, or people themselves; `several` is a group."""

    role: str = ""
    people: tuple[str, ...] = ()
    several: bool = False
    whole_family: bool = False
    nobody: bool = False
    letter: bool = False
    capital: bool = False
    capitals: bool = False
    brother: bool = False
    sister: bool = False


def add_roles(phrases: Phrases[Who]) -> None:
    """Adds the words for roles and groups; what the phrases know already they keep."""
    file = shipped()
    phrases.add_all([way for name in file.nobody for way in (name, f"the {name}")], Who(nobody=True))
    phrases.add_all(file.subject.alone, Who("subject"))
    phrases.add_all(file.subject.with_letter, Who("subject", letter=True))
    for group in file.groups:
        phrases.add_all(group.words, Who(people=group.roles, several=True, whole_family=not group.roles))
    for role, ways in file.in_capitals.items():
        phrases.add_all(ways, Who(role, capitals=True))
    for role, ways in file.roles.items():
        for way in ways:
            for form in ("brother", "sister", ""):
                kept = way.replace("sister|brother", form).replace("brothers and sisters", "") if form else way
                if form and kept == way:
                    continue
                phrases.add(kept, Who(role, brother=form == "brother", sister=form == "sister"))


@cache
def role_phrases() -> Phrases[Who]:
    """The words for roles and groups alone."""
    phrases: Phrases[Who] = Phrases()
    add_roles(phrases)
    return phrases
