"""Kind `own-voice`: the child or adult whom the review is about is heard in it: words, wishes, a day, what was seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scr_docs.finding import Finding
from scr_docs.kinds.members import sentences_of, where
from scr_docs.kinds.phrase import Pattern
from scr_docs.kinds.reading import Reading
from scr_docs.model import Block
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

_SEEN_ENOUGH = 2


class Params(Strict):
    """`words` show that the person's own words or wishes are told, `seen` what they did and liked; two are needed.

    Sentences count that speak of the person whom the review is about, and those after them that begin with he, she or
    they. `not_if` takes out those about the review's own method.
    """

    words: tuple[Pattern, ...]
    seen: tuple[Pattern, ...]
    not_if: tuple[Pattern, ...] = ()


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding about the report where the person's own voice is nowhere. Where nobody speaks of the person, none."""
    subject = reading.case.subject.id if reading.case and reading.case.subject else "subject"
    seen = 0
    spoken_of = False
    for block in reading.document.story():
        mine = any(subject in mention.people for mention in reading.mentions.get(block.index, ()))
        spoken_of = spoken_of or mine
        if block.level is not None or not (mine or _is_told_aside(block)):
            continue
        for sentence in _own(block, reading, subject):
            if any(pattern.search(sentence) for pattern in rule.params.not_if):
                continue
            if any(pattern.search(sentence) for pattern in rule.params.words):
                return
            seen += any(pattern.search(sentence) for pattern in rule.params.seen)
    if spoken_of and seen < _SEEN_ENOUGH:
        called = _called(reading)
        place, goes = where(reading, "analysis", "people", "events", "family")
        words = (
            "looked for their own words, wishes and feelings, a day in their life, or what people saw them do; "
            f"it would go near the beginning, and under {goes}"
        )
        yield rule.finding(location=place, person=subject, called=called, words=words)


def _is_told_aside(block: Block) -> bool:
    return block.part == "textbox"


def _own(block: Block, reading: Reading, subject: str) -> Iterator[str]:
    """The sentences of a paragraph that speak of this person."""
    mentions = [mention for mention in reading.mentions.get(block.index, ()) if subject in mention.people]
    aside = _is_told_aside(block)
    place, follows = 0, aside
    for sentence in sentences_of(block):
        start = block.text.find(sentence, place)
        place = start + len(sentence)
        named = any(start <= mention.start < place for mention in mentions)
        if named or (follows and (aside or _begins(sentence, ("He ", "She ", "They ", "His ", "Her ")))):
            yield sentence
            follows = True
        else:
            follows = aside


def _begins(sentence: str, words: Sequence[str]) -> bool:
    return sentence.lstrip(" “\"'").startswith(tuple(words))


def _called(reading: Reading) -> str:
    subject = reading.case.subject if reading.case else None
    return subject.called if subject else "the person whom the review is about"
