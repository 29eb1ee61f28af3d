"""Who is meant: the people of a case file by report name, name and role; without one, the roles of the report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from scr_docs.case import Case
from scr_docs.family.grammar import grammar
from scr_docs.family.introduced import Introduced
from scr_docs.family.roles import Mention, Who, add_roles, role_phrases, shipped
from scr_docs.family.words import Phrases, Words, small, words

_OWNERS = frozenset({"his", "her", "their"})
_ARTICLES = frozenset({"the", "a", "an"})
_SELDOM_FAMILY = frozenset({"employer", "colleague", "neighbour", "next of kin"})
"""Roles that are nobody of the family in a report that introduces its people and none of these."""
_LETTER = re.compile(r"\d{1,3}|[A-Z]\d?")
_LONGEST_LETTER = 3


__all__ = ["Mention", "People", "shipped"]


class People:
    """The family of one review, ready to be recognised in the words of its report."""

    def __init__(self, case: Case | None, introduced: Sequence[Introduced] = ()) -> None:
        """Reads report names, names and relationships of the case file.

        Without one those count whom the report introduces, and where it introduces nobody of a role, the role itself is
        the person's id.
        """
        self._file = shipped()
        self._has_case = case is not None
        self._known = tuple(_of_case(case)) if case is not None else tuple(introduced)
        self._phrases: Phrases[Who] = Phrases()
        self._role_of: dict[str, str] = {}
        self._ids: dict[str, tuple[str, ...]] = {}
        self._designators: dict[str, str] = {}
        self._compound: dict[tuple[str, str], str] = {}
        self._of_headings: dict[str, tuple[Mention, ...]] = {}
        self._add_known(role_phrases())
        add_roles(self._phrases)
        articles = ("the", "a", "an", "his", "her", "their", "this")
        self._may_name = {*self._phrases.starts, "family"}.difference(articles) | self._phrases.after(*articles)
        self._women, self._men = frozenset(self._file.women), frozenset(self._file.men)
        self._gender = {**dict.fromkeys(self._women, "f"), **dict.fromkeys(self._men, "m")}

    def _add_known(self, roles: Phrases[Who]) -> None:
        """The people who are known by id, and which of them has which role."""
        relations = Counter(person.relationship.casefold() for person in self._known)
        by_role: dict[str, list[str]] = {}
        for person in self._known:
            relation = person.relationship.casefold()
            known = roles.get(relation)
            role = "subject" if person.is_subject else (known.role if known and known.role else relation)
            self._role_of[person.id] = role
            by_role.setdefault(role, []).append(person.id)
            who = Who(role, (person.id,), brother=bool(known and known.brother), sister=bool(known and known.sister))
            if person.called:
                self._phrases.add(person.called, who)
                last = words(small(person.called)).texts[-1:]
                if last and (last[0].isdigit() or len(last[0]) == 1):
                    self._designators[person.id] = last[0]
            for name in person.names:
                self._phrases.add(name, Who(role, (person.id,), capital=True))
            if not person.is_subject and relations[relation] == 1:
                self._phrases.add(relation, who)
                self._own(person, relation)
        for role, ids in by_role.items():
            self._ids[role] = tuple(ids)

    def _own(self, person: Introduced, relation: str) -> None:
        """Remembers "husband's mother" as the mother of the one who is the husband."""
        owner, possessive, whose = relation.replace("’", "'").partition("'s ")
        if possessive:
            self._compound[owner, whose] = person.id

    def _resolve(self, role: str) -> tuple[str, ...]:
        """The ids of the one person who has this role; nobody where there is none, or more than one."""
        if not self._known and not self._has_case:
            return (role,)
        found = self._ids.get(role, ())
        if not found:
            alike = {other for group in self._file.alike if role in group for other in group}
            found = tuple(dict.fromkeys(id_ for other in alike for id_ in self._ids.get(other, ())))
        if not found and not self._has_case and role not in _SELDOM_FAMILY:
            return (role,)
        return found if len(found) == 1 else ()

    def _resolve_group(self, roles: Sequence[str]) -> tuple[str, ...]:
        if "child" in roles:
            roles = tuple(self._ids.keys() & {"son", "daughter"}) or ("sibling",)
        if not self._known and not self._has_case:
            return tuple(sorted(roles))
        wanted = set(roles)
        if "grandmother" in wanted:  # "the grandparents" are whoever is a grandparent
            wanted |= {role for role in self._ids if role.endswith(("grandmother", "grandfather"))}
        wanted |= {other for group in self._file.alike for other in group[1:] if group[0] in wanted and len(group) > 3}
        return tuple(person.id for person in self._known if self._role_of[person.id] in wanted)

    def relationship(self, person: str) -> str:
        """How the person with this id is related to the subject; a role is an id itself."""
        return next((one.relationship for one in self._known if one.id == person), person)

    def gender(self, role: str) -> str:
        """The gender of a role: f, m, or nothing where it does not tell."""
        return self._gender.get(role, "")

    def one_of(self, group: Mention, gender: str) -> Mention | None:
        """The only man or woman of a group of several: the father, of "the parents"."""
        alike = [one for one in group.people if self.gender(self._role_of.get(one, one)) == gender]
        if not gender or len(group.people) < 2 or len(alike) != 1:
            return None
        role = self._role_of.get(alike[0], alike[0])
        return group._replace(people=(alike[0],), gender=gender, role=role)

    def related(self, owner: Mention, relative: Mention) -> Mention:
        """Who the relative of this owner is: Mother's mother is Maternal Grandmother; Child K's mother is Mother."""
        role = self._chain(owner.role, relative)
        told = self._compounds(owner, relative)
        if told:
            ids: tuple[str, ...] = (told,)
        elif role != relative.role:
            ids = self._resolve(role)
        elif owner.role in {"", "subject", "sibling", *self._file.chains}:
            ids = relative.people or self._resolve(role)
        else:
            ids = ()  # the stepfather's mother is not Mother
        start, end = min(owner.start, relative.start), max(owner.end, relative.end)
        return Mention(start, end, ids, gender=self.gender(role) or relative.gender, role=role)

    def _compounds(self, owner: Mention, relative: Mention) -> str:
        """The id of the "husband's mother" of the case file; empty where it has none."""
        person = next((one for one in self._known if owner.people == (one.id,)), None)
        if person is None:
            return ""
        siblings = ("brother",) if relative.gender == "m" else ("sister",)
        ways = (relative.role, *(siblings if relative.role == "sibling" else ()))
        found = (self._compound.get((person.relationship.casefold(), way)) for way in ways)
        return next((told for told in found if told), "")

    def _chain(self, owner: str, relative: Mention) -> str:
        role = self._file.chains.get(owner, {}).get(relative.role, relative.role)
        return self._file.brothers.get(role, role) if relative.role == "sibling" and relative.gender == "m" else role

    def may_be_among(self, found: Words) -> bool:
        """Whether one of these words may name anybody: quick, and never no where somebody is named."""
        return not self._may_name.isdisjoint(found.texts)

    def mentions(self, text: str) -> Iterator[Mention]:
        """The people named in the text, in order; the longest name wins ("Mother's Partner" is not Mother)."""
        yield from self.mentions_in(text, words(small(text)))

    def mentions_of_heading(self, heading: str) -> tuple[Mention, ...]:
        """The people named in a heading, which stands above many paragraphs."""
        if heading not in self._of_headings:
            self._of_headings[heading] = tuple(self.mentions(heading))
        return self._of_headings[heading]

    def mentions_in(self, text: str, found: Words) -> list[Mention]:
        """As `mentions`, for a text whose words are known already."""
        mentions: list[Mention] = []
        last = 0  # index of the word after the last mention
        skipped = 0  # index of the word after the last phrase
        for index, (after, who) in self._hits(found):
            if index < skipped:
                continue
            if who.nobody:
                skipped = after
                continue
            mention, after = self._mention(text, found, index, after, who)  # noqa: PLW2901  # a letter may follow it
            if mention is None:
                continue
            between = found.texts[last:index]
            if mentions and (mention.role or mention.whole_family) and self._joins(mentions[-1], between):
                owner = mentions.pop()
                mention = mention._replace(start=owner.start) if mention.whole_family else self.related(owner, mention)
            elif mentions and self._of(between, mentions[-1], mention):
                mention = self.related(mention, mentions.pop())
            mentions.append(mention)
            skipped = last = after
        return [mention for mention in mentions if mention.people or mention.whole_family or mention.role]

    def _hits(self, found: Words) -> Iterable[tuple[int, tuple[int, Who]]]:
        """As `Phrases.hits`, with "Sally's family", where nobody knows a Sally."""
        texts = found.texts
        if "family" not in texts:
            return self._phrases.hits(found).items()
        hits = {**self._phrases.hits(found)}
        for index in range(1, len(texts)):
            if texts[index] == "family" and texts[index - 1] == "'s":
                hit = hits.get(index)
                hits[index] = hit if hit is not None and hit[0] > index + 1 else (index + 1, _FAMILY)
        return sorted(hits.items(), key=itemgetter(0))

    def _mention(  # noqa: C901  # what may stand before and after the words themselves
        self, text: str, found: Words, index: int, after: int, who: Who
    ) -> tuple[Mention | None, int]:
        texts, starts, ends = found.texts, found.starts, found.ends
        letter = _letter(text, found, after)
        start, owned = starts[index], ""
        if who.capitals and not text[start : ends[after - 1]].isupper():
            return None, after
        if (who.letter and letter is None) or (who.capital and text[start].islower()):
            return None, after
        ids = who.people
        if who.several:
            ids = self._resolve_group(who.people)
        elif not ids:
            ids = self._resolve(who.role)
            named = who.role == "subject" and who.letter and self._has_case
            if named or (letter is not None and any(self._designators.get(one, letter) != letter for one in ids)):
                ids = ()
        if letter is not None and not who.several:
            after += 1
        gender = self.gender(who.role) or ("m" if who.brother else "f" if who.sister else "")
        if who.several and texts[index] in {"neither", "either"}:
            start = starts[index + 1]  # the word must stay: neither of them did
        before = _before(texts, index)
        if before >= 0:
            word = texts[before]
            if word in _OWNERS and not who.several:
                start, owned = starts[before], word
            elif word in _ARTICLES and before == index - 1 and starts[index] - ends[before] == 1:
                start = starts[before]
            elif word == "'s" and before > 0 and who.role and not who.people and text[starts[before - 1]].isupper():
                start = starts[before - 1]  # "Sally's sister", where nobody knows a Sally
        return Mention(start, ends[after - 1], ids, who.whole_family, gender, who.role, owned), after

    @staticmethod
    def _joins(owner: Mention, told: Sequence[str]) -> bool:
        """Whether the words between say that the second is the first one's relative."""
        possessive = told[:1] in (["'s"], ["'"]) and all(
            word in grammar().between or word == "the" for word in told[1:]
        )
        return possessive and bool(owner.people or owner.role) and not owner.whole_family

    @staticmethod
    def _of(told: Sequence[str], relative: Mention, owner: Mention) -> bool:
        """Whether the words between say the same as "of": "the mother in Case 5" is the mother."""
        return (
            told[:1] in (["of"], ["in"], ["from"] if owner.role == "subject" else ["of"])
            and (told[:1] == ["of"] or owner.role == "subject")
            and told[1:] in ([], ["the"])
            and bool(relative.role)
            and bool(owner.role)
            and owner.role != relative.role
        )


_FAMILY = Who(several=True, whole_family=True)


def _of_case(case: Case) -> Iterator[Introduced]:
    """The people of the case file."""
    for person in case.people:
        yield Introduced(
            person.id, person.report_name or "", person.relationship, person.names, is_subject=person is case.subject
        )


def _letter(text: str, found: Words, after: int) -> str | None:
    """The number or single capital that belongs to the word before it: "Sibling 2", "Child K"."""
    if after == len(found) or len(found.texts[after]) > _LONGEST_LETTER:
        return None
    before, start, end = found.ends[after - 1], found.starts[after], found.ends[after]
    word = text[start:end]
    if start - before > 2 or text[before:start].strip(" \u00a0-.") or not _LETTER.fullmatch(word):
        return None
    return None if word == "I" and not _is_stop(text, end) else found.texts[after]


def _is_stop(text: str, end: int) -> bool:
    return text[end : end + 1] in {".", ",", ";", ")", "'", "’", ""}


def _before(texts: Sequence[str], index: int) -> int:
    """The index of the word that may say whose relative it is, past such as "own" and "late"; -1 if none."""
    back = index - 1
    while back >= 0 and index - back < 4 and texts[back] in grammar().between:
        back -= 1
    return back
