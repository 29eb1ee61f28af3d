"""Who is who, where the report says so itself: a table or list of pseudonyms, with how each is related."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from scr_docs.family.roles import role_phrases, shipped
from scr_docs.family.words import Word, small, words
from scr_docs.model import Block, Document
from scr_docs.names.allowed.pseudonyms import declared, is_heading_of_names

SUBJECT = "subject"
"""The id of the person whom the review is about, and their relationship."""

_SUBJECT = re.compile(
    r"(?:the )?(?:victim|deceased|subject(?: child| adult)?|child|baby|infant|young person|adult|person)"
    r"(?: who (?:died|was (?:killed|harmed|injured)))?(?: (?:of|in) (?:the|this) \w+)?\s*(?=[,;:(.–-]|aged\b|$)"
)
_NAME = re.compile(r"\W*([^\W\d_][\w’'-]*(?: [^\W_][\w’'-]*){0,3})\s*(?:[,;(].*)?", re.DOTALL)
_LINE = re.compile(
    r"\W*([^\W\d_][\w’'-]*(?: [A-Z0-9][\w’'-]*){0,2})\s*(?:[–—:,-]|\bis\b|\bwas\b)\s*(.{3,140})", re.DOTALL
)
_LIST = re.compile(
    r"\b(?:pseudonyms?|anonymi[sz]\w+|who(?: is|['’]s) who|(?:family|members) (?:composition|of the family)"
    r"|family members|key people|(?:people|persons|individuals) (?:in|referred|named|involved)\b)",
    re.IGNORECASE,
)
"""Headings under which a report lists its people."""
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
        told.setdefault(name, " ".join(small(relation).split()))
    plain = {small(name): name for name in told}
    subject = next((name for name, relation in told.items() if _SUBJECT.match(relation)), None)
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


def _of_tables(document: Document) -> Iterator[tuple[str, str]]:
    """Names and relationships of the rows of tables with a column of pseudonyms."""
    cells = [block for block in document.story() if block.cell is not None and block.cell.row > 1]
    for _, row in groupby(cells, key=lambda block: block.cell and (block.cell.table, block.cell.row)):
        pieces = list(row)
        named = next((one for one in pieces if one.cell and is_heading_of_names(one.cell.header)), None)
        name = _NAME.fullmatch(named.text) if named is not None else None
        if name is None or named is None or not _is_no_role(name[1]):
            continue
        others = [one.text for one in pieces if one is not named]
        related = [text for text in others if _SUBJECT.match(small(text)) or _roles_in(words(small(text)))]
        for text in related[:1]:
            yield name[1], text


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
        if found[1] in pseudonyms or re.search("pseudonym|anonymi", block.headings[-1], re.IGNORECASE):
            yield found[1], found[2]


def _under_list(block: Block) -> bool:
    return bool(block.headings) and _LIST.search(block.headings[-1]) is not None


def _is_no_role(name: str) -> bool:
    """Whether the reader does not know the words by themselves, as it does "Mother"; "Adult A" may be anybody."""
    return name[:1].isupper() and role_phrases().get(name) is None


def _roles_in(found: list[Word]) -> list[tuple[str, str, int, int]]:
    """The roles in these words, one after another: how they are called, the role, the words before and after."""
    roles: list[tuple[str, str, int, int]] = []
    index = 0
    while index < len(found):
        hit = role_phrases().at(found, index)
        if hit is None or hit[1].nobody or hit[1].several or not hit[1].role or hit[1].role == SUBJECT:
            index += 1
            continue
        roles.append((" ".join(word.text for word in found[index : hit[0]]), hit[1].role, index, hit[0]))
        index = hit[0]
    return roles


def _relationship(relation: str, names: Mapping[str, str], roles: Mapping[str, str]) -> str:
    """How somebody is related to the subject, as a case file would say it; empty where the words do not tell."""
    found = words(relation)
    ways: list[tuple[bool, bool, str]] = []
    before: tuple[str, str, int] | None = None  # a role that may be whose relative the next one is
    for called, role, start, end in _roles_in(found):
        owner = _owner(found, start, end, names)
        if before is not None and before[2] == start - 1 and found[start - 1].text == "'s":  # "mother's sister"
            ways.append((role in _ANYBODY, True, _chained(before[0], before[1], called, role)))
        elif (owner is None or roles.get(owner) == SUBJECT) and [word.text for word in found[end : end + 1]] != ["'s"]:
            ways.append((role in _ANYBODY, False, called))
        elif owner is not None and owner in roles:
            of_owner = role_phrases().get(roles[owner])
            ways.append(
                (role in _ANYBODY, True, _chained(roles[owner], of_owner.role if of_owner else "", called, role))
            )
        before = called, role, end
    return min(ways, key=lambda way: way[:2])[2] if ways else ""


def _chained(owner: str, of_owner: str, called: str, role: str) -> str:
    """What the relative is whose owner is so called and has this role: the mother's mother is maternal grandmother."""
    chain = shipped().chains.get(of_owner, {}).get(role)
    if chain is None:
        return f"{owner}'s {called}"
    return shipped().brothers.get(chain, chain) if "brother" in called else chain


def _owner(found: list[Word], start: int, end: int, names: Mapping[str, str]) -> str | None:
    """Whose relative it is: the first name after "of" or "to", or the one before "'s"; None where nobody is named."""
    after = [word.text for word in found[end : end + 8]]
    if after[:1] in (["of"], ["to"]):
        return next((names[one] for one in _beginnings(after[1:]) if one in names), None)
    before = [word.text for word in found[:start]]
    if before[-1:] == ["'s"]:
        ends = (" ".join(before[at:-1]) for at in range(len(before)))
        return next((names[one] for one in ends if one in names), None)
    return None


def _beginnings(told: list[str]) -> Iterator[str]:
    """The first words of these, by ones, twos and threes; then those after each "and"."""
    for size in (3, 2, 1):
        yield " ".join(told[:size])
    if "and" in told:
        yield from _beginnings(told[told.index("and") + 1 :])
