"""Who is who, where the report says so itself: a table or list of pseudonyms, with how each is related."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from scr_docs.family.roles import role_phrases, shipped
from scr_docs.family.words import small, words
from scr_docs.model import Block, Document
from scr_docs.names.allowed.pseudonyms import declared

SUBJECT = "subject"
"""The id of the person whom the review is about, and their relationship."""

_SUBJECT = re.compile(
    r"(?:the )?(?:victim|deceased|subject(?: child| adult)?|(?:child|baby|infant|young person|adult|person) who (?:died"
    r"|was (?:killed|harmed|injured)))(?: (?:of|in) (?:the|this) \w+)?\s*(?=[,;:(.–-]|aged\b|$)"
)
_MAY_BE_SUBJECT = re.compile(r"(?:the )?(?:child|baby|infant|young person|adult)\s*(?:$|,? aged \w+$|\()")
"""The one row that says no more than this, where no other row is surer."""
_PSEUDONYM = r"\W*([^\W\d_][\w’'-]*(?: (?:[A-Z]\d?|\d{1,2}))?)\s*"
"""One name, or a role with a letter: more may be a real name."""
_NAME = re.compile(rf"{_PSEUDONYM}(?:[,;(].*)?", re.DOTALL)
_LINE = re.compile(rf"{_PSEUDONYM}(?:[–—:,-]|\bis\b|\bwas\b)\s*(.{{3,140}})", re.DOTALL)
_LIST = re.compile(
    r"\b(?:pseudonyms?|who(?: is|['’]s) who|(?:family|members) (?:composition|of the family)|family members|key people"
    r"|(?:people|persons|individuals) (?:in|referred|named|involved)\b)",
    re.IGNORECASE,
)
"""Headings under which a report lists its people."""
_HEADER = re.compile(
    r"\W*(?:pseudonyms?|(?:report |anonymi[sz]ed )?names?\b.*\b(?:report|review)|report names?"
    r"|(?:referred to|known|anonymi[sz]ed) as.*)\W*",
    re.IGNORECASE,
)
"""A column of invented names. One headed "Reference" or "Identifier" may hold real ones."""
_RELATION = re.compile(r"\b(?:relation\w*|role|who|family member|person|connection|kin)\b", re.IGNORECASE)
_PLACEHOLDERS = frozenset(
    {"none", "unknown", "tbc", "na", "nil", "not", "withheld", "anonymous", "no", "various", "nobody"}
)
_NOT_OF_ROLE = frozenset({"for", "with", "by", "at", "from", "in", "on"})
"""After one of these a role is somebody else's: "social worker for the mother"."""
_OF_SUBJECT = frozenset(
    {"victim", "deceased", "subject", "child", "baby", "infant", "adult", "her", "him", "them", "person"}
)
_UNKNOWN = ""
_MOST = 200
"""No review has more people; what is longer is no list of a family."""
_LONGEST = 200
"""Letters of what is said of one of them."""
_ANYBODY = frozenset({"perpetrator", "friend", "neighbour", "employer", "colleague", "informal carer", "next of kin"})
"""Roles that tell less than a word for a relative beside them: "perpetrator, husband of Amira"."""


@dataclass(frozen=True, slots=True)
class Introduced:
    """Somebody of the family as they are known: `called` in the report, with real `names` only from a case file."""

    id: str
    called: str
    relationship: str
    names: tuple[str, ...] = ()
    is_subject: bool = False


def introduced(document: Document) -> tuple[Introduced, ...]:
    """The people whom the report introduces by a pseudonym and says how they are related, in its order.

    A person's id is the pseudonym, that of the subject SUBJECT. Nobody is introduced by what may be a real name: the
    column is headed "Pseudonym" or the like, or the report calls the name a pseudonym.
    """
    told: dict[str, str] = {}
    for name, relation in (*_of_tables(document), *_of_lists(document)):
        if len(told) < _MOST:
            told.setdefault(name, " ".join(small(relation[:_LONGEST]).split()))
    plain = {small(name): name for name in told}
    subject = _subject(told)
    roles = {} if subject is None else {subject: SUBJECT}
    for _ in range(2):  # whose mother somebody is may be told further down
        for name, relation in told.items():
            if name not in roles and (role := _relationship(relation, plain, roles)):
                roles[name] = role
    return tuple(
        Introduced(SUBJECT if name == subject else name, name, roles[name], is_subject=name == subject)
        for name in told
        if name in roles
    )


def _subject(told: Mapping[str, str]) -> str | None:
    """Who of them the review is about; None where no row says so, or several may."""
    sure = [name for name, relation in told.items() if _SUBJECT.match(relation)]
    may = [name for name, relation in told.items() if _MAY_BE_SUBJECT.match(relation)]
    return next(iter(sure), None) or (may[0] if len(may) == 1 else None)


def _of_tables(document: Document) -> Iterator[tuple[str, str]]:
    """Names and relationships of the rows of tables with a column of pseudonyms."""
    cells = [block for block in document.story() if block.cell is not None and block.cell.row > 1]
    for _, row in groupby(cells, key=lambda block: block.cell and (block.cell.table, block.cell.row)):
        pieces = [(block.cell.header, block.text) for block in row if block.cell is not None]
        named = next((text for header, text in pieces if _HEADER.fullmatch(header)), "")
        name = _NAME.fullmatch(named)
        if name is None or not _is_no_role(name[1]):
            continue
        others = [(header, text) for header, text in pieces if not _HEADER.fullmatch(header)]
        others.sort(key=lambda piece: not _RELATION.search(piece[0]))
        related = (text for _, text in others if _says_who(small(text[:_LONGEST])))
        if (relation := next(related, None)) is not None:
            yield name[1], relation


def _says_who(relation: str) -> bool:
    may = _SUBJECT.match(relation) or _MAY_BE_SUBJECT.match(relation)
    return may is not None or bool(_roles_in(words(relation).texts))


def _of_lists(document: Document) -> Iterator[tuple[str, str]]:
    """Names and relationships of lines such as "Amira – the victim" under a heading that says what the list is."""
    pseudonyms: frozenset[str] | None = None
    for block in document.story():
        if block.cell is not None or block.level is not None or not _under_list(block):
            continue
        found = _LINE.fullmatch(block.text.strip())
        if found is None or not _is_no_role(found[1]):
            continue
        pseudonyms = frozenset(declared(document)) if pseudonyms is None else pseudonyms
        if found[1] in pseudonyms or re.search(r"\bpseudonyms?\b", block.headings[-1], re.IGNORECASE):
            yield found[1], found[2]


def _under_list(block: Block) -> bool:
    return bool(block.headings) and _LIST.search(block.headings[-1]) is not None


def _is_no_role(name: str) -> bool:
    """Whether the reader does not know the words by themselves, as it does "Mother"; "Adult A" may be anybody."""
    return not name[:1].islower() and small(name) not in _PLACEHOLDERS and role_phrases().get(name) is None


class _Role(NamedTuple):
    """How a relative is called, as what they count, the index of the first word and the one after the last."""

    called: str
    role: str
    start: int
    end: int


def _roles_in(told: Sequence[str]) -> list[_Role]:
    """The roles in these words, one after another."""
    roles: list[_Role] = []
    index = 0
    while index < len(told) and told[index] not in _NOT_OF_ROLE:
        hit = role_phrases().at(told, index)
        if hit is None or hit[1].nobody or hit[1].several or not hit[1].role or hit[1].role == SUBJECT:
            index += 1
            continue
        roles.append(_Role(" ".join(told[index : hit[0]]), hit[1].role, index, hit[0]))
        index = hit[0]
    return roles


def _relationship(relation: str, names: Mapping[str, str], roles: Mapping[str, str]) -> str:
    """How somebody is related to the subject, as a case file would say it; empty where the words do not tell."""
    told = words(relation).texts
    ways: list[tuple[bool, bool, str]] = []
    before: _Role | None = None  # it may be whose relative the next one is
    for one in _roles_in(told):
        if {"of", "to"}.intersection(told[max(0, one.start - 2) : one.start]):
            continue  # "mother of the perpetrator" is no perpetrator
        owner = _owner(told, one, names)
        if before is not None and before.end == one.start - 1 and told[before.end] == "'s":  # "mother's sister"
            ways.append((one.role in _ANYBODY, True, _chained(before.called, before.role, one)))
        elif (owner is None or roles.get(owner) == SUBJECT) and told[one.end : one.end + 1] != ["'s"]:
            ways.append((one.role in _ANYBODY, False, one.called))
        elif owner is not None and owner in roles:
            of_owner = role_phrases().get(roles[owner])
            called = _chained(roles[owner], of_owner.role if of_owner else "", one)
            ways.append((one.role in _ANYBODY, True, called))
        before = one
    return min(ways, key=lambda way: way[:2])[2] if ways else ""


def _chained(owner: str, of_owner: str, relative: _Role) -> str:
    """What the relative is whose owner is so called and has this role: the mother's mother is maternal grandmother."""
    chain = shipped().chains.get(of_owner, {}).get(relative.role)
    if chain is None:
        return f"{owner}'s {relative.called}"
    return shipped().brothers.get(chain, chain) if "brother" in relative.called else chain


def _owner(told: Sequence[str], relative: _Role, names: Mapping[str, str]) -> str | None:
    """Whose relative it is: the first name after "of" or "to", or the one before "'s".

    None where nobody but the subject is meant, _UNKNOWN where it is somebody whom the report has not introduced.
    """
    after = told[relative.end : relative.end + 8]
    if after[:1] in (["of"], ["to"]):
        named = next((names[one] for one in _beginnings(after[1:]) if one in names), None)
        return named or (None if _OF_SUBJECT.intersection(after[1:4]) else _UNKNOWN)
    before = told[max(0, relative.start - 5) : relative.start]
    if before[-1:] == ["'s"]:
        ends = (" ".join(before[at:-1]) for at in range(len(before)))
        return next(
            (names[one] for one in ends if one in names), None if _OF_SUBJECT.intersection(before) else _UNKNOWN
        )
    return None


def _beginnings(told: Sequence[str]) -> Iterator[str]:
    """The first words of these, by ones, twos and threes; then those after each "and"."""
    for size in (3, 2, 1):
        yield " ".join(told[:size])
    if "and" in told:
        yield from _beginnings(told[told.index("and") + 1 :])
