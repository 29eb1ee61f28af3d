"""Signs: the sentences of a report, and entries of the case file, that bear on a quality marker's question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import BeforeValidator

from scr_docs.case import Case, Person
from scr_docs.family.sections import section_of
from scr_docs.family.statement import Placed, StatementKind
from scr_docs.finding import Evidence
from scr_docs.kinds.away import called
from scr_docs.kinds.phrase import compile_pattern
from scr_docs.kinds.reading import Reading
from scr_docs.model import Block
from scr_docs.names.text.sentences import sentences
from scr_docs.yaml_file import Strict, Text

WORDS = {
    "family": (
        r"(?:famil(?:y|ies)|parents?|relatives|mother|father|mum|dad|stepfather|stepmother|partner|husband|wife"
        r"|siblings?|sisters?|brothers?|sons?|daughters?|aunts?|uncles?|grand\w{3,9}|carers?|they|she|he|them|her|him"
        r"|each person|each of them|everyone|everybody|those who)"
    ),
    "review": r"(?:(?:the |this )?(?:review|panel|board|partnership|chair)|(?:lead )?reviewers?|author|we|us)",
}
"""What {family} and {review} stand for in the patterns of a sign."""

_LONGEST = 1_000
"""A sentence is read so far, in characters: patterns stay quick on text without full stops."""

_RELATIVE = re.compile(rf"\b{WORDS['family']}\b", re.IGNORECASE)
_ANY_RELATIVE = "mother"
"""A word that {family} stands for."""

_PER_PERSON = 3
_WORDS = 4
"""A sentence has so many words; what is shorter is the header of a column."""

_NUMBER = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3})+\.?|\([a-z]\))\s+")
_TWICE = 2


def _pattern(value: object) -> object:
    if isinstance(value, str):
        for word, stands_for in WORDS.items():
            value = value.replace(f"{{{word}}}", stands_for)
    return compile_pattern(value)


Pattern = Annotated[re.Pattern[str], BeforeValidator(_pattern)]
CaseFact = Literal["reasons", "questions", "draft-shown"]
Whose = Literal["anybody", "everybody", "took-part", "away"]


class Sign(Strict):
    """One thing that would show it: what it is, what to write where it is missing, and how it is recognised.

    `patterns` are looked for in sentences, `statements` are what sentences say of the family. `whose` asks for it of
    each person of a group; a sentence that a pattern finds then speaks for all. `under` and `not_under` are headings;
    where the report tells of events, no pattern is looked for but one that may stand `anywhere`.
    """

    what: Text
    missing: Text
    patterns: tuple[Pattern, ...] = ()
    statements: tuple[StatementKind, ...] = ()
    whose: Whose = "anybody"
    under: tuple[Pattern, ...] = ()
    not_under: tuple[Pattern, ...] = ()
    anywhere: bool = False
    reason: Literal["given", "documented"] | None = None
    case: CaseFact | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The evidence for a sign, the people for whom there is none, and whether nothing is missing."""

    evidence: tuple[Evidence, ...]
    without: tuple[str, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Groups:
    """The people of the review by id: all the living, who took part, who did not."""

    everybody: tuple[str, ...]
    took_part: tuple[str, ...]
    away: tuple[str, ...]

    def of(self, whose: Whose) -> tuple[str, ...]:
        """The people of this group; nobody in particular for "anybody"."""
        return {"everybody": self.everybody, "took-part": self.took_part, "away": self.away}.get(whose, ())


def groups(reading: Reading) -> Groups:
    """By the case file where it says who took part, else by the report."""
    spoke = {placed.statement.person for placed in about_family(reading, ("contribution",))}
    if reading.case is not None:
        living = [person for person in reading.case.family if not person.has_died]
        took = tuple(person.id for person in living if took_part(person, spoke=person.id in spoke))
        everybody = tuple(person.id for person in living)
    else:
        told: tuple[StatementKind, ...] = ("contribution", "non-involvement", "invitation", "deferral")
        named = (placed.statement.person for placed in about_family(reading, told))
        everybody = tuple(dict.fromkeys(person for person in named if person))
        took = tuple(person for person in everybody if person in spoke)
    return Groups(everybody, took, tuple(person for person in everybody if person not in took))


def find(sign: Sign, reading: Reading, people: Groups) -> Found:
    """What of the sign stands in the report or the case file."""
    evidence = [*_of_case(sign, reading.case), *_of_patterns(sign, reading)]
    group = people.of(sign.whose)
    if sign.whose == "anybody":
        evidence += (_evidence(placed, sign, reading) for placed in _placed(sign, reading))
        return Found(tuple(evidence), (), bool(evidence))
    for_all = bool(evidence)
    without = []
    for person in group:
        own = [placed for placed in _placed(sign, reading) if placed.statement.person == person]
        own.sort(key=lambda placed: sign.statements.index(placed.statement.kind))
        evidence += [
            _evidence(placed, sign, reading) for placed in own[: 1 if sign.whose == "everybody" else _PER_PERSON]
        ]
        if not own and not for_all:
            without.append(person)
    return Found(tuple(evidence), tuple(without), bool(evidence) and not without)


def quoted(text: str) -> str:
    """A sentence as it is quoted: in one line, without a number that somebody typed before it."""
    return " ".join(_NUMBER.sub("", text, count=1).split()) if _NUMBER.match(text) else " ".join(text.split())


def took_part(person: Person, *, spoke: bool) -> bool:
    """Whether somebody took part: by the case file, or where that does not say so as the report does (`spoke`)."""
    status = person.involvement.status
    return status == "contributed" or (spoke and status in {None, "invited"})


def about_family(reading: Reading, kinds: Sequence[StatementKind]) -> Iterator[Placed]:
    """The statements of these kinds that say something of the family's part in the review.

    Left out are those about the person whom the review is about; where the report tells of events, whatever is not
    plainly told to the review; and views in sentences that blame: “Mother denied …” does not hear her.
    """
    subject = reading.case.subject.id if reading.case and reading.case.subject else "subject"
    blamed = {
        (placed.block.index, placed.statement.start)
        for placed in reading.statements
        if placed.statement.kind == "loaded-language"
    }
    for placed in reading.statements:
        statement = placed.statement
        if statement.kind not in kinds or statement.person == subject:
            continue
        heard = statement.kind in {"view", "contribution"}
        if heard and (placed.block.index, statement.start) in blamed:
            continue
        to_review = statement.kind == "contribution" or statement.to_review
        if to_review or section_of(placed.block.headings) != "events":
            yield placed


def _placed(sign: Sign, reading: Reading) -> Iterator[Placed]:
    for placed in about_family(reading, sign.statements):
        if _stands_there(sign, placed.block, reading) and _has_reason(sign, placed):
            yield placed


def _has_reason(sign: Sign, placed: Placed) -> bool:
    statement = placed.statement
    if sign.reason is None:
        return True
    if statement.kind not in {"non-involvement", "deferral"} or not statement.reason or statement.vague:
        return False
    told = statement.evidence
    how = told.attempts >= _TWICE or len(told.media) >= _TWICE or bool(told.dates or told.decided_by)
    else_ = told.search or told.assessment or told.advocate or told.other_voice or told.re_offer
    return sign.reason == "given" or statement.reason == "deceased" or how or else_


def _stands_there(sign: Sign, block: Block, reading: Reading) -> bool:
    headings = block.headings
    if any(pattern.search(heading) for pattern in sign.not_under for heading in headings):
        return False
    if not sign.under:
        return True
    if any(pattern.search(heading) for pattern in sign.under for heading in headings):
        return True
    # A report may have no such section. What stands outside the account of the review itself is then its analysis.
    has = any(pattern.search(other.text) for other in reading.document.story() if other.level for pattern in sign.under)
    return not has and section_of(headings) not in {"review", "events"}


def _of_patterns(sign: Sign, reading: Reading) -> Iterator[Evidence]:
    if not sign.patterns:
        return
    for block in reading.document.story():
        told = sign.anywhere or section_of(block.headings) != "events"
        if block.level is None and told and _stands_there(sign, block, reading):
            for sentence, read in _sentences(reading)[block.index]:
                if len(read.split()) >= _WORDS and any(pattern.search(read) for pattern in sign.patterns):
                    yield Evidence(block.number, quoted(sentence), block.address, sign.what)


@lru_cache(maxsize=1)
def _sentences(reading: Reading) -> Mapping[int, Sequence[tuple[str, str]]]:
    """As `split`, of each block of text by its index."""
    blocks = (block for block in reading.document.story() if block.level is None)
    return {block.index: split(block.text, _report_names(reading, block)) for block in blocks}


def _report_names(reading: Reading, block: Block) -> tuple[tuple[int, int], ...]:
    """Where the block calls somebody of the family by a name that is no word for a relative, such as a pseudonym."""
    found = (
        (mention.start, mention.end) for mention in reading.mentions.get(block.index, ()) if mention.role != "subject"
    )
    return tuple((start, end) for start, end in found if not _RELATIVE.search(block.text, start, end))


@lru_cache(maxsize=4096)
def split(text: str, named: tuple[tuple[int, int], ...] = ()) -> tuple[tuple[str, str], ...]:
    """The sentences of a paragraph, each as it stands and as it is read: with a word for a relative at these places."""
    found: list[tuple[str, str]] = []
    for start, end in sentences(text):
        at, last = start, min(end, start + _LONGEST)
        pieces: list[str] = []
        for first, after in named:
            if at <= first and after <= last:
                pieces += (text[at:first], _ANY_RELATIVE)
                at = after
        found.append((text[start:end], "".join((*pieces, text[at:last]))))
    return tuple(found)


def _evidence(placed: Placed, sign: Sign, reading: Reading) -> Evidence:
    person = placed.statement.person
    people = (called(reading, person),) if person else ()
    return Evidence(placed.block.number, quoted(placed.quote), placed.block.address, sign.what, people)


def _of_case(sign: Sign, case: Case | None) -> Iterator[Evidence]:
    if case is None or sign.case is None:
        return
    where = "case file"
    if sign.case == "reasons" and case.review.reasons_for_family_involvement:
        reasons = ", ".join(case.review.reasons_for_family_involvement)
        yield Evidence(None, f"Reasons that the team wrote down: {reasons}.", where, sign.what)
    if sign.case == "questions" and (number := len(case.review.questions_for_family)):
        told = f"{number} questions to ask the family" if number > 1 else "1 question to ask the family"
        yield Evidence(None, f"{told} in review.questions_for_family.", where, sign.what)
    if sign.case == "draft-shown":
        shown = sum(meeting.purpose == "read-draft" for meeting in case.meetings)
        if shown or case.feedback:
            told = f"{shown} meetings to read the draft, {len(case.feedback)} comments on it."
            yield Evidence(None, told, where, sign.what)
