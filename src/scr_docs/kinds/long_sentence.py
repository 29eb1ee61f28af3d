"""Kind `long-sentence`: sentences with too many words, and paragraphs with too many sentences."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.finding import Finding, Location
from scr_docs.kinds.prose_of import prose_of
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.readability.prose import spans, words
from scr_docs.yaml_file import Strict


class Params(Strict):
    """The most words that a sentence may have."""

    most: int


class ParagraphParams(Strict):
    """A paragraph is too long if it has more sentences than this, and more words than this."""

    sentences: int
    words: int


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding for each sentence that is longer; {words} in the message is how many words it has."""
    for block in prose_of(reading, rule.entry.scope):
        for start, end in spans(block.text):
            length = len(words(block.text[start:end]))
            if length > rule.params.most:
                place = Location.of(block, start, end)
                yield rule.finding(block.text[start:end], words=str(length), location=place)


def check_paragraph(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding for each paragraph that is longer; {words} in the message says how long it is."""
    for block in prose_of(reading, rule.entry.scope):
        found, length = spans(block.text), len(words(block.text))
        if len(found) > rule.params.sentences and length > rule.params.words:
            told = f"{len(found)} sentences, {length} words"
            yield rule.finding(block.text[slice(*found[0])], words=told, location=Location.of(block, *found[0]))
