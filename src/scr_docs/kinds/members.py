"""The members of the family whom a report ought to hear, with what it says of their part in the review."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from scr_docs.case import Case, Person
from scr_docs.family.chapters import WEIGHED, Chapter
from scr_docs.family.people import shipped
from scr_docs.family.statement import Placed, Statement, StatementKind
from scr_docs.finding import Location
from scr_docs.kinds.away import called
from scr_docs.kinds.reading import Reading
from scr_docs.kinds.signs import about_family
from scr_docs.model import Block
from scr_docs.names.text.sentences import sentences

Group = Literal["fathers", "children", "others", "subject"]

PART: tuple[StatementKind, ...] = (
    "contribution", "invitation", "non-involvement", "deferral", "re-offer", "draft-feedback", "scope", "support",
)  # fmt: skip
"""What says that somebody was asked, took part, or did not."""
_ASKED: tuple[StatementKind, ...] = ("contribution", "invitation", "non-involvement", "deferral", "re-offer")

_FATHERS = re.compile(
    r"^(?:step-?|birth |adoptive |putative )?(?:father|dad)$|^(?:step-?mother|mother's partner|father's partner)$"
)
_CHILDREN = re.compile(r"\b(?:siblings?|sisters?|brothers?|son|daughter|children|child)\b(?!-in-law| in law)")
_OWN_CHILDREN = re.compile(r"\b(?:son|daughter|children|child)\b(?!-in-law| in law)")
_CHILD = re.compile(
    r"(?:the |this )?(?:child|baby|infant|toddler|boy|girl|young person|yp|teenager|subject child)\b", re.IGNORECASE
)
_NO_RELATIVES = frozenset({
    "friend", "neighbour", "employer", "colleague", "perpetrator", "informal carer", "next of kin", "subject",
    "partner",
})  # fmt: skip
"""Roles that may be anybody's: without a case file nobody is missed by them."""
_DEAD = re.compile(r"\b(?:died|dead|deceased|death|late)\b")
_OFTEN = 2
_SUBJECT_HEARD = re.compile(
    r"\b(?:too (?:young|unwell|ill|soon)|(?:her|his|their) age|spoken (?:to|with)|speak (?:to|with)|asked|met"
    r"|take part|took part|contribut\w+|interviewed|non-?verbal|capacity|observ\w+)\b",
    re.IGNORECASE,
)
_TYPED = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3})+\.?|\([a-z]\))\s+")
_SUBJECT_DIED = re.compile(
    r"\b(?:died|death of|fatal\w*|deceased|killed|murder\w*|manslaughter|homicide|inquest|suicide|stillb\w+)\b",
    re.IGNORECASE,
)

_DIED_AFTER = re.compile(
    r"(?:['’]s?)? (?:(?:sad|tragic|sudden|untimely|unexpected|violent) )?(?:death|murder|homicide|suicide|inquest)\b"
    r"(?! (?:risks?|attempts?|notes?|threats?|plans?|prevention|convictions?|charges?|trial)\b)"
    r"|(?:, [^,.;]{1,40},)?(?: (?:had|has|who|also|sadly|tragically|suddenly|then|later|was|were|been))*"
    r" (?:died|dead|deceased|killed|murdered|stillborn|took (?:his|her|their) own life)\b",
    re.IGNORECASE,
)
_DIED_BEFORE = re.compile(
    r"(?<!attempted )(?<!near )(?<!near-)"
    r"\b(?:death|murder|killing|homicide|manslaughter|suicide|inquest|killed|murdered|late)"
    r"(?: (?:of|into|on))?(?: the)? $",
    re.IGNORECASE,
)
"""What a sentence says before and after somebody's name where it tells of that person's own death."""


_HAS_DIED = re.compile(
    r",? (?:had |has |who |also )*(?:died|was dead|is dead|is deceased|took (?:his|her) own life)", re.IGNORECASE
)
_DEATH_OF = re.compile(r"\b(?:death of (?:the |her |his )?|late )$", re.IGNORECASE)
"""The same of a role, where there is no case file."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the family: `id` as in statements, what the report calls them, and the group they belong to."""

    id: str
    called: str
    group: Group
    alike: frozenset[str]
    person: Person | None = None

    def owns(self, placed: Placed) -> bool:
        """Whether the statement is about this member."""
        return placed.statement.person in self.alike


@lru_cache(maxsize=1)
def _all(reading: Reading) -> tuple[Placed, ...]:
    return tuple(about_family(reading, get_args(StatementKind)))


def _of(reading: Reading, kinds: Sequence[StatementKind]) -> Iterator[Placed]:
    """The statements of these kinds about the family; several rules ask for them, of each member."""
    return (placed for placed in _all(reading) if placed.statement.kind in kinds)


@lru_cache(maxsize=1)
def members(reading: Reading) -> tuple[Member, ...]:
    """Those of whom the report speaks and who can be asked: by the case file, otherwise as the report calls them."""
    if reading.case is not None:
        return tuple(_of_case(reading, reading.case))
    return tuple(_of_roles(reading))


def _of_case(reading: Reading, case: Case) -> Iterator[Member]:
    of_child = is_about_child(reading)
    subject_gone = case.subject is not None and (case.review.kind == "dhr" or _is_told_dead(reading, case.subject.id))
    for person in case.people:
        group: Group = "subject" if person is case.subject else group_of(person.relationship, of_child=of_child)
        gone = person.has_died or (person is case.subject and subject_gone)
        if not gone and (person is case.subject or reading.mentioned(person)):
            yield Member(person.id, called(reading, person.id), group, frozenset({person.id}), person)


def _of_roles(reading: Reading) -> Iterator[Member]:
    counted = Counter(
        role
        for found in reading.mentions.values()
        for mention in found
        if len(mention.people) == 1
        for role in mention.people
    )
    told = {placed.statement.person for placed in _of(reading, ("view", *PART))}
    seen: set[str] = set()
    for role, number in counted.items():
        relation = reading.people.relationship(role)
        anybody = {role, relation} & _NO_RELATIVES
        if anybody or role in seen or (number < _OFTEN and role not in told) or _has_died(reading, role):
            continue
        alike = _alike(role)
        seen |= alike
        yield Member(role, role, group_of(relation, of_child=is_about_child(reading)), alike)
    if counted["subject"] and not _subject_died(reading):
        yield Member("subject", "the child or adult whom the review is about", "subject", frozenset({"subject"}))


def _alike(role: str) -> frozenset[str]:
    """This role and the others that may be the same person: "maternal grandmother" and "grandmother"."""
    return frozenset({role, *(other for group in shipped().alike if role in group for other in group)})


@lru_cache(maxsize=1)
def is_about_child(reading: Reading) -> bool:
    """Whether the review is about a child: by its kind, otherwise by what the report calls the person."""
    if reading.case is not None:
        return reading.case.review.kind not in {"sar", "dhr"}
    return any(
        _CHILD.match(block.text, mention.start)
        for block in reading.document.story()
        for mention in reading.mentions.get(block.index, ())
        if mention.people == ("subject",)
    )


def group_of(relationship: str, *, of_child: bool = True) -> Group:
    """In which group a relationship is looked for; brothers and sisters of an adult are no children."""
    told = relationship.casefold().replace("’", "'")
    if _FATHERS.search(told):
        return "fathers"
    children = _CHILDREN if of_child else _OWN_CHILDREN
    return "children" if children.search(told) and "'s" not in told and "grand" not in told else "others"


def _has_died(reading: Reading, role: str) -> bool:
    """Whether a sentence that names this role speaks of a death, other than of the subject's."""
    return any(
        _HAS_DIED.match(text, end) or _DEATH_OF.search(text[max(0, start - 20) : start])
        for text, start, end in _named(reading, role)
    )


def _subject_died(reading: Reading) -> bool:
    return any(_SUBJECT_DIED.search(block.text) for block in reading.document.story())


def _is_told_dead(reading: Reading, person: str) -> bool:
    """Whether the report says of this person that they died; a death of somebody beside them does not count."""
    return any(
        _DIED_AFTER.match(text, end) or _DIED_BEFORE.search(text[max(0, start - 40) : start])
        for text, start, end in _named(reading, person)
    )


def _named(reading: Reading, person: str) -> Iterator[tuple[str, int, int]]:
    """Each text that names this person alone, and where."""
    for block in reading.document.story():
        for mention in reading.mentions.get(block.index, ()):
            if mention.people == (person,):
                yield block.text, mention.start, mention.end


def part_of(reading: Reading, member: Member) -> list[Placed]:
    """What the report says of this member's part in the review, or of the part of the family as a whole."""
    found = [placed for placed in _of(reading, PART) if member.owns(placed)]
    if member.group == "subject":  # of whom about_family never speaks
        wanted = (placed for placed in reading.statements if member.owns(placed) and placed.statement.kind in _ASKED)
        found = [placed for placed in wanted if in_chapter(reading, placed, "family", "method", "other")]
        return found or list(_subject_told(reading, member))
    whole = [
        placed
        for placed in _of(reading, ("non-involvement", *(() if reading.case else ("contribution",))))
        if placed.statement.person is None
    ]
    return found or whole or [placed for placed in views_of(reading, member) if in_chapter(reading, placed, "family")]


def _subject_told(reading: Reading, member: Member) -> Iterator[Placed]:
    """Sentences of the family's section on how the subject could be heard that are no statement of any kind."""
    for block in reading.document.story():
        if block.level is not None or reading.chapters.of.get(block.index) != "family":
            continue
        for start, end in sentences(block.text):
            named = any(
                start <= mention.start < end and member.id in mention.people
                for mention in reading.mentions.get(block.index, ())
            )
            if named and _SUBJECT_HEARD.search(block.text[start : min(end, start + 1_000)]):
                yield Placed(block, Statement("non-involvement", member.id, start, end))


def views_of(reading: Reading, member: Member) -> list[Placed]:
    """This member's views as the report gives them."""
    return [placed for placed in _of(reading, ("view",)) if member.owns(placed)]


def in_chapter(reading: Reading, placed: Placed, *chapters: Chapter) -> bool:
    """Whether the statement stands in one of these chapters."""
    return reading.chapters.of.get(placed.block.index, "other") in chapters


def heard_in_analysis(reading: Reading, member: Member) -> list[Placed]:
    """Where this member is heard in the analysis, the findings or the recommendations."""
    heard = _of(reading, ("view", "contribution", "contradiction", "scope"))
    return [placed for placed in heard if member.owns(placed) and in_chapter(reading, placed, *WEIGHED)]


def took_part(reading: Reading, member: Member) -> list[Placed]:
    """Where the report says that this member took part."""
    return [placed for placed in _of(reading, ("contribution",)) if member.owns(placed)]


def gave_views(reading: Reading, member: Member) -> list[Placed]:
    """The views of a member who took part; none of somebody who did not, whatever the report says of their wishes."""
    views = views_of(reading, member)
    away = any(placed.statement.kind == "non-involvement" and member.owns(placed) for placed in _all(reading))
    spoke = took_part(reading, member) or (len(views) >= _OFTEN and not away)
    return views if spoke else []


def anybody_told(reading: Reading) -> bool:
    """Whether the report says of anybody that they took part or did not; another rule tells where it does not."""
    return any(True for _ in _of(reading, ("contribution", "non-involvement")))


_NAMES = {
    "family": "the section on family involvement",
    "method": "the account of how the review was done",
    "people": "the section on who is who",
    "events": "the account of events",
}


def where(reading: Reading, *chapters: Chapter) -> tuple[Location, str]:
    """The heading under which something would go, and how to say so: by number, as a heading may hold a name."""
    chapter = next((name for name in chapters if name in reading.chapters.headings), None)
    if chapter is None:
        return Location(), "a section on family involvement"
    block = reading.chapters.headings[chapter]
    typed = re.match(r"\s*(\d{1,3}(?:\.\d{1,3}){0,3})\b", block.text)
    number = block.number or (typed[1] if typed else None)
    name = _NAMES.get(chapter, f"the {chapter}")
    return Location.of(block, 0, len(block.text)), f"{name} (section {number})" if number else name


def at(placed: Placed) -> Location:
    """The place of a statement's sentence, without a number that somebody typed before it."""
    start = placed.statement.start
    number = _TYPED.match(placed.block.text) if start == 0 else None
    return Location.of(placed.block, number.end() if number else start, placed.statement.end)


def told_of(placed: Placed) -> str:
    """The words at that place."""
    place = at(placed)
    return placed.block.text[place.start : place.end]


def sentences_of(block: Block) -> Iterator[str]:
    """The sentences of a paragraph, each no longer than a pattern may read."""
    for start, end in sentences(block.text):
        yield block.text[start : min(end, start + 1_000)]
