"""Names that nobody registered: what the name model finds, made whole words and cut to what is really a name.

The model says how likely each word is part of a name. How likely is likely enough depends on the word: an unknown word
with a capital needs little, an ordinary word a lot, and one in lower case is never told. Whatever was found once
is then looked for in the whole document, its parts alone too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from scr_docs.names.text.fold import fold
from scr_docs.names.unregistered import context
from scr_docs.names.unregistered.around_names import lists
from scr_docs.names.unregistered.name_words import NameHit, ReadText
from scr_docs.names.unregistered.tagger import Tagger
from scr_docs.names.unregistered.word_kinds import About
from scr_docs.names.unregistered.words import Token, tokens

_ADDRESS = re.compile(r"[^\s@]{0,64}@[^\s@]{1,200}|(?:https?://|www\.)\S{1,300}")
"""An address of mail or web has a rule of its own, which tells the name in it too."""

_PLACE_BEFORE = frozenset({"in", "near", "at", "st"})
_SURE = 0.6
"""From which score a name is looked for in the whole document."""

_SHARE = 0.25
"""Of a word that the document holds often, the model must have told at least this share."""


class SecondOpinion(Protocol):
    """Another engine: for each text, how likely each of its words is part of a name."""

    def scores(self, texts: Sequence[str], words: Sequence[Sequence[Token]]) -> Iterable[list[float]]:
        """For each text, how likely each of its words is part of a name: from 0 to 1."""
        ...


def find(
    texts: Sequence[str], tagger: Tagger, second: SecondOpinion | None = None, persons: Collection[int] = ()
) -> list[list[NameHit]]:
    """The names in each text of one document, in order, without overlaps. The whole document has a say in each.

    `persons` are the texts, by their place, that are cells of a table which hold one person (context.person_cells).
    """
    words = [list(tokens(text)) for text in texts]
    own = tagger.scores([[token.text for token in found] for found in words])
    opinions = second.scores(texts, words) if second else [None] * len(texts)
    acronyms = frozenset(
        acronym for found in words for acronym in context.defined_acronyms([token.text for token in found])
    )
    places = context.own_places(texts)
    read = [
        ReadText(found, scores, tagger.lexicon, opinion, About(acronyms, places, at in persons, context.cited(text)))
        for at, (text, found, scores, opinion) in enumerate(zip(texts, words, own, opinions, strict=True))
    ]
    _tell_again(read)
    return [
        [hit for hit in block.hits() if not any(hit.start < end and start < hit.end for start, end in addresses)]
        for text, block in zip(texts, read, strict=True)
        for addresses in [[found.span() for found in _ADDRESS.finditer(text)]]
    ]


def without(hit: NameHit, told: Iterable[tuple[int, int]], text: str) -> Iterator[NameHit]:
    """What of the hit is not in the stretches that are told elsewhere, as far as it is still a word."""
    start = hit.start
    for first, last in [
        *sorted(span for span in told if span[0] < hit.end and hit.start < span[1]),
        (hit.end, hit.end),
    ]:
        left = text[start : max(start, first)]
        words = left.strip(" .,-'’")
        if sum(map(str.isalpha, words)) > 1 and (
            len(left) == hit.end - hit.start or fold(words).text not in lists().particles | lists().titles
        ):
            begin = start + left.index(words)
            yield replace(hit, start=begin, end=begin + len(words)) if len(left) < hit.end - hit.start else hit
        start = max(start, last)


def _tell_again(read: Sequence[ReadText]) -> None:
    """What was found once is a name wherever it stands, unless most of what the document says of it is otherwise."""
    best: dict[str, float] = defaultdict(float)
    for block in read:
        for word, score in block.parts():
            best[word] = max(best[word], score)
    wanted = {word for word, score in best.items() if score >= _SURE and word not in lists().never}
    places: Mapping[str, list[tuple[ReadText, int]]] = defaultdict(list)
    for block in read:
        for at, word in enumerate(block.folded):
            if word in wanted:
                places[word].append((block, at))
    for word, found in places.items():
        if sum(block.named[at] for block, at in found) >= len(found) * _SHARE:
            for block, at in found:
                if _may_be_the_same(block, at):
                    block.named[at] = True
                    block.scores[at] = max(block.scores[at], best[word] * 0.9)


def _may_be_the_same(block: ReadText, at: int) -> bool:
    """Whether a word that is a name elsewhere is one here: not in "near Preston", nor in "Preston Ward"."""
    place = at > 0 and block.folded[at - 1] in _PLACE_BEFORE and block.scores[at] < 0.05
    return not block.named[at] and not place and not block.is_thing(at + 1)
