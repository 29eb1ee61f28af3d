"""Sentences → statements: who took part in the review, who did not and why, and what the family says to it.

The section, the listener and the words decide together: "Mother told the health visitor" is history, "Mother told the
reviewer" is a contribution, and in a section on family involvement "Mother felt" is a view given to the review.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from scr_docs.family.cues import WHO, Cues, cues, small
from scr_docs.family.people import Mention, People
from scr_docs.language import sentences
from scr_docs.model import Block, Document

StatementKind = Literal[
    "contribution", "view", "history", "invitation", "non-involvement", "deferral", "re-offer", "support", "scope",
    "draft-feedback", "contradiction", "loaded-language",
]  # fmt: skip

_TOLD_TO_REVIEW: tuple[Literal["contribution", "view"], ...] = ("contribution", "view")
_PRONOUN = re.compile(r"(?:he|she|they)\b", re.IGNORECASE)
_JOINED = re.compile(rf"{WHO}(\d+){WHO}")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence says about one person, or the whole family (`person` None), at offsets into the paragraph."""

    kind: StatementKind
    person: str | None
    start: int
    end: int
    reason: str | None = None
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement with the block in which it stands."""

    block: Block
    statement: Statement


def read_document(document: Document, people: People) -> tuple[Placed, ...]:
    """The statements of a report, in reading order."""
    found = cues()
    return tuple(
        Placed(block, statement)
        for block in document.story()
        if block.level is None
        for statement in read_text(block.text, people, to_review=found.speaks_to_review(block.headings))
    )


def read_text(text: str, people: People, *, to_review: bool = False) -> Iterator[Statement]:
    """The statements of one paragraph. `to_review` says that its section is one in which people speak to the review."""
    if not any(True for _ in people.mentions(text)):
        return
    parts = list(sentences(text))
    who: tuple[Mention, ...] = ()
    open_: list[Statement] = []
    for start, end in parts:
        sentence = text[start:end]
        mentions = tuple(people.mentions(sentence))
        named = tuple(mention for mention in mentions if mention.people or mention.whole_family)
        if not named and who and (pronoun := _PRONOUN.match(sentence)):
            meant = who if pronoun[0].lower() == "they" else who[:1]
            people_meant = tuple(dict.fromkeys(person for mention in meant for person in mention.people))
            mentions = (Mention(0, pronoun.end(), people_meant, any(mention.whole_family for mention in meant)),)
        elif named:
            who = named
        lowered = small(sentence)
        if open_ and not _starts_anew(sentence, mentions, open_):
            open_ = [
                statement
                if statement.reason
                else replace(statement, reason=cues().reason(_without_contractions(lowered)))
                for statement in open_
            ]
        found = list(_statements(lowered, mentions, cues(), start, end, to_review=to_review))
        if any(statement.kind == "non-involvement" for statement in found):
            yield from open_
            open_ = [statement for statement in found if statement.kind == "non-involvement"]
            found = [statement for statement in found if statement.kind != "non-involvement"]
        yield from found
    yield from open_


def _starts_anew(sentence: str, mentions: Sequence[Mention], open_: Sequence[Statement]) -> bool:
    """Whether a sentence after one about non-involvement turns to somebody else."""
    about = {statement.person for statement in open_}
    others = {person for mention in mentions for person in mention.people} - about
    return bool(others) and not _PRONOUN.match(sentence)


def _statements(
    sentence: str, mentions: Sequence[Mention], found: Cues, start: int, end: int, *, to_review: bool
) -> Iterator[Statement]:
    if not mentions:
        return
    marked = _without_contractions(_mark(sentence, mentions))
    history = any(pattern.search(marked) for pattern in found.file.history)
    about_review = found.about_review(sentence)
    if to_review or about_review:
        away = _people(marked, found.file.non_involvement, mentions)
        if away and not (history and not about_review):
            reason = found.reason(marked)
            yield from (Statement("non-involvement", person, start, end, reason) for person in away)
        else:
            away = []
        if not history or about_review:
            for kind in _TOLD_TO_REVIEW:
                people = [
                    person for person in _people(marked, getattr(found.file, kind), mentions) if person not in away
                ]
                yield from (Statement(kind, person, start, end) for person in people)
            return
    if history:
        spoke = _people(marked, found.file.view, mentions)
        yield from (Statement("history", person, start, end) for person in spoke)


def _mark(sentence: str, mentions: Sequence[Mention]) -> str:
    """The sentence with each mention replaced by its number, so that patterns need not know what people are called."""
    pieces: list[str] = []
    last = 0
    for number, mention in enumerate(mentions):
        pieces += [sentence[last : mention.start], f"{WHO}{number}{WHO}"]
        last = mention.end
    return "".join([*pieces, sentence[last:]])


def _without_contractions(sentence: str) -> str:
    """The sentence with "did not" for "didn't"."""
    return re.sub(
        r"\b(?:(ca|wo)|(\w+))n't\b",
        lambda found: {"ca": "can", "wo": "will"}.get(found[1], found[2]) + " not",
        sentence,
    )


def _people(marked: str, patterns: Iterable[re.Pattern[str]], mentions: Sequence[Mention]) -> list[str | None]:
    """The people whom the patterns find in the sentence; None for the family as a whole."""
    people: dict[str | None, None] = {}
    for pattern in patterns:
        for match in pattern.finditer(marked):
            for number in _JOINED.findall(match["who"]):
                mention = mentions[int(number)]
                people.update(dict.fromkeys(mention.people or ((None,) if mention.whole_family else ())))
    return list(people)
