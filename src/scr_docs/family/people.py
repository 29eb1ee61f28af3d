"""Who is meant: the people of a case file by report name and role, or, without one, the roles that a report uses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from scr_docs.case import Case
from scr_docs.family.cues import WHO, cues, small

_OF_PARENTS = ("mother's ", "father's ", "mother['’]s ", "father['’]s ")


@dataclass(frozen=True, slots=True)
class Mention:
    """One or several people named in a text. `people` is empty for "the family" as a whole."""

    start: int
    end: int
    people: tuple[str, ...]
    whole_family: bool = False


class People:
    """The family of one review, ready to be recognised in the words of its report."""

    def __init__(self, case: Case | None) -> None:
        """Reads report names and relationships of the case file; without one, a person's id is the role."""
        self._ids: dict[str, tuple[str, ...]] = {}
        self._whole: set[str] = set()
        sources: dict[str, str] = {}
        roles = cues().file.roles
        if case is None:
            for role, ways in roles.items():
                self._add(sources, role, ways, (role,))
        else:
            counts = Counter(person.relationship.casefold() for person in case.people)
            for person in case.people:
                names = [re.escape(small(person.report_name))] if person.report_name else []
                role = person.relationship.casefold()
                if counts[role] == 1 and person is not case.subject:
                    names += [*roles.get(role, ()), re.escape(small(role))]
                self._add(sources, person.id, names, (person.id,))
            # "Mother's Partner" is not Mother, even where the case file knows no partner.
            self._add(sources, WHO, [way for ways in roles.values() for way in ways if way.startswith(_OF_PARENTS)], ())
        for number, (way, words) in enumerate(cues().file.groups.items()):
            members = tuple(sorted(self._members(case, words)))
            key = f"{WHO}{number}"
            self._ids[key] = members
            if not words:
                self._whole.add(key)
            if members or not words:
                sources.setdefault(way, key)
        ordered = sorted(sources, key=len, reverse=True)
        self._keys = [sources[way] for way in ordered]
        self._pattern = re.compile(
            r"(?<![\w-])(?<!mother's )(?<!father's )(?<!partner's )(?:"
            + "|".join(f"({way})" for way in ordered)
            + r")(?![\w-])"
        )

    def _add(self, sources: dict[str, str], key: str, ways: list[str] | tuple[str, ...], ids: tuple[str, ...]) -> None:
        self._ids[key] = ids
        for way in ways:
            sources.setdefault(way, key)

    def _members(self, case: Case | None, words: tuple[str, ...]) -> Iterator[str]:
        if case is None:
            yield from (role for role in self._ids if any(word in role.split() for word in words))
            return
        for person in case.family:
            if any(word in person.relationship.casefold().split() for word in words):
                yield person.id

    def mentions(self, text: str) -> Iterator[Mention]:
        """The people named in the text, in order; the longest name wins ("Mother's Partner" is not Mother)."""
        for match in self._pattern.finditer(small(text)):
            key = self._keys[(match.lastindex or 1) - 1]
            yield Mention(match.start(), match.end(), self._ids[key], key in self._whole)
