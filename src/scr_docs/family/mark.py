"""Sentences with people and listeners replaced by signs, so that patterns need not know what anybody is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from scr_docs.family.cues import NUMBER, OBJECT, PERSON, SIGNS, WHO
from scr_docs.family.gate import LETTERS, Rare
from scr_docs.family.grammar import grammar
from scr_docs.family.listeners import NOBODY, listeners
from scr_docs.family.people import Mention
from scr_docs.family.words import Words, words

_LONG_QUOTE = 5  # words; shorter ones are part of the sentence: he was "not available"
_QUOTES = re.compile(
    r"“[^“”]{1,1500}”|\"[^\"]{1,1500}\""
    r"|(?<![\w’'])['‘](?=\w)[^'’‘“”\"]{0,300}(?:['’]\w[^'’‘“”\"]{0,200}){0,8}['’](?!\w)"
)
_OPENING = ("“", '"', "‘", " '", "('")
_NUMBERING = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]?|\([a-z]{1,3}\)|[a-z]\)|[-–—•▪*·])\s+")
_CONTRACTIONS = re.compile(r"\b(?:(ca|wo|sha)|(\w+))n't\b")
_WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}
_IN_FULL = {"w/out": "without", "w/o": "without", "w/": "with ", " + ": " and ", "i/v": "interview", "n/a": "none"}
_SHORTHAND = re.compile("|".join(map(re.escape, _IN_FULL)))
_IN_BRACKETS = re.compile(rf"(?<!{SIGNS['quote']})(?<!{SIGNS['quote']} ) ?\({PERSON}\)")
_BOARDS = re.compile(r"(\ue006?\ue001)'s? \ue006?\ue001")
"""The Board's reviewer."""
_NOT_ONLY = Rare(
    r"\bnot only\b|\bno (?:fewer|less) than\b|\bnot (?:the )?least\b(?: of)?"
    r"|\bno longer\b(?! (?:open|possible|practicable|time|an?|able|available|any|had|has|have|wish\w*|want\w*"
    r"|well|fit|felt|feels|willing))"
)

_JOINS = frozenset({"+", "and", "or", "nor", ", and", ", or", "&", "as well as", "with", "/"})
_GOES_ON = re.compile(r",|,? and\b|,? or\b")
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its", "our"})
_NOUNS = frozenset({"visit", "visits", "place", "call", "report", "support", "help"})
_NOUN = re.compile(
    r"\b(?:home|a|the|this|that|her|his|their|first|second|next|last|same|each|every|joint|duty|later|one)"
    rf" (?:{'|'.join(_NOUNS)})\s*$"
)
"""What is a noun here, though it may be a verb: "during the home visit Father said"."""
_OF_REVIEW = frozenset({SIGNS["reviewer"], SIGNS["review"], SIGNS["report"]})
_STEM = itemgetter(slice(LETTERS))
_Piece = tuple[int, int, str, str]


class Marked(NamedTuple):
    """A sentence with signs for people and listeners (`text`), and who they are.

    `lowered` is its paragraph in small letters and `span` its place there.
    """

    text: str
    mentions: tuple[Mention, ...]
    lowered: str
    span: tuple[int, int]
    stems: frozenset[str]
    """The first letters of its words, and the signs that are in it."""
    about_review: bool
    """Whether the review, or somebody who holds it, is in the sentence."""

    @property
    def people(self) -> str:
        """The sentence with signs for people alone."""
        pieces = [*_people(self.mentions)]
        return without_contractions(_with_signs(self.lowered, self.span, pieces))

    def plain(self, people: str | None = None, concerned: str | None = None) -> str:
        """The sentence in small letters, or part of its `people`, with the words for people put back.

        A single WHO stays where the person `concerned` stands.
        """
        if people is None:
            return without_contractions(self.lowered[slice(*self.span)])
        return NUMBER.sub(lambda found: self._called(int(found[1]), concerned), people)

    def about(self, person: str | None) -> str:
        """The whole sentence in small letters, with a single WHO where this person stands."""
        return self.plain(self.people, person)

    def _called(self, number: int, concerned: str | None) -> str:
        mention = self.mentions[number]
        is_concerned = concerned is not None and concerned in mention.people
        return WHO if is_concerned else self.lowered[mention.start : mention.end]

    def has(self, *names: str) -> bool:
        """Whether one of these listeners is in the sentence."""
        for name in names:  # noqa: SIM110  # asked very often, and a generator takes twice as long
            if SIGNS[name] in self.stems:
                return True
        return False


def quotations(text: str) -> list[tuple[int, int]]:
    """What stands in quotation marks, as offsets."""
    if not any(mark in text for mark in _OPENING):
        return []
    return [found.span() for found in _QUOTES.finditer(text)]


def is_long(text: str, span: tuple[int, int]) -> bool:
    """Whether a quotation is more than a word or two within the sentence."""
    inside = text[span[0] + 1 : span[1] - 1]
    return len(inside.split()) > _LONG_QUOTE or inside.rstrip().endswith((".", "?", "!", ","))


def mark(  # noqa: PLR0917  # a sentence and what is known of it
    text: str,
    lowered: str,
    span: tuple[int, int],
    found: Words,
    mentions: Sequence[Mention],
    quotes: Sequence[tuple[int, int]],
) -> Marked:
    """The sentence at `span` of a paragraph with signs. Long quotations are hidden.

    `lowered` is the paragraph in small letters; `found`, `mentions` and `quotes` are those of the sentence, at offsets
    into the paragraph.
    """
    long = [quote for quote in quotes if is_long(text, quote)] if quotes else []
    people = [*_people(mentions)]
    quoted = [*_quoted(quotes, long)] if quotes else []
    told = [*_listeners(text, found, mentions, long)]
    stems = frozenset([*map(_STEM, found.texts), *(sign for _, _, sign, _ in (*told, *quoted))])
    whole = _with_signs(lowered, span, sorted([*people, *told, *quoted]))
    if grammar().short_stems & stems:
        longer = grammar().shortened.sub(lambda found: grammar().short[found[0]], whole)
        if longer != whole:
            whole = longer
            stems |= _stems(whole)
    tidy = tidied(whole, stems)
    if "n't" in whole or "/" in whole:  # "didn't" is two words by now
        stems |= _stems(tidy)
    return Marked(tidy, tuple(mentions), lowered, span, stems, not _OF_REVIEW.isdisjoint(stems))


def _stems(text: str) -> frozenset[str]:
    """The stems of its words, also with the signs that are written on to them: the weights know "d." of "died"."""
    return frozenset(map(_STEM, (*text.split(), *words(text).texts)))


def _with_signs(lowered: str, span: tuple[int, int], pieces: Sequence[_Piece]) -> str:
    numbering = _NUMBERING.match(lowered, *span)
    last = numbering.end() if numbering else span[0]
    out: list[str] = []
    before_object = grammar().before_object
    is_object = False
    last_kind = ""
    for start, end, sign, kind in pieces:
        if start < last:
            continue
        between = lowered[last:start]
        last = end
        if kind == "quote":
            out += between, sign
            continue
        stripped = between.strip()
        is_person = kind == "person"
        if not (
            is_person
            and last_kind == kind
            and (stripped in _JOINS or (stripped == "," and _GOES_ON.match(lowered, end, span[1])))
        ):
            before = stripped[stripped.rfind(" ") + 1 :]
            if "(" in before:
                before = before.rpartition("(")[2]
            is_object = before in before_object and not (before in _NOUNS and _NOUN.search(between))
        last_kind = kind
        if is_person and lowered.startswith("neither", start, end):  # the word must stay
            between += "neither "
            is_object = True
        out += between, sign if not is_object else OBJECT + sign[1:] if is_person else OBJECT + sign
    out.append(lowered[last : span[1]])
    return "".join(out)


def tidied(marked: str, stems: frozenset[str]) -> str:
    """The sentence without contractions and without words that change nothing, such as "subsequently".

    `stems` are those of its words.
    """
    whole = without_contractions(marked)
    if "/" in whole or "+" in whole:
        whole = _SHORTHAND.sub(lambda found: _IN_FULL[found[0]], whole)
    whole = _NOT_ONLY.sub("", whole, stems)
    if "ly" in whole or not grammar().filler_stems.isdisjoint(stems):
        whole = _without_fillers(whole)
    if SIGNS["reviewer"] + "'" in whole:
        whole = _BOARDS.sub(r"\1", whole)
    if "(" in whole:
        whole = _IN_BRACKETS.sub("", whole)
    return " ".join(whole.split())


def _without_fillers(whole: str) -> str:
    if "," in whole:
        whole = grammar().filler_between_commas.sub(" ", whole)
        if first := grammar().filler_first.match(whole):
            whole = whole[first.end() :]
    return grammar().filler.sub("", whole)


def without_contractions(sentence: str) -> str:
    """The sentence with "did not" for "didn't"."""
    if "n't" not in sentence:
        return sentence
    return _CONTRACTIONS.sub(lambda found: _WHOLE.get(found[1], found[2]) + " not", sentence)


def _people(mentions: Sequence[Mention]) -> Iterator[_Piece]:
    for number, mention in enumerate(mentions):
        possessive = "'s" if mention.pronoun and mention.owned_by else ""
        yield mention.start, mention.end, f"{WHO}{number}{WHO}{possessive}", "person"


def _listeners(
    text: str, found: Words, mentions: Sequence[Mention], quotes: Sequence[tuple[int, int]]
) -> Iterator[_Piece]:
    taken = sorted([(mention.start, mention.end) for mention in mentions] + list(quotes))
    texts, starts, ends = found.texts, found.starts, found.ends
    hits = listeners().hits(found)
    index = at = 0
    for begin, (last, told) in hits.items():
        if begin < index:
            continue
        start = starts[begin]
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at < len(taken) and (taken[at][0] <= start or ends[last - 1] > taken[at][0]):
            continue
        if texts[begin] in _ARTICLES and (longer := hits.get(begin + 1)) and longer[1] != NOBODY and longer[0] > last:
            continue  # "the nursery" is none in "the nursery manager"
        before = begin - 1
        if begin and texts[before] in _ARTICLES and start - ends[before] == 1:
            start = starts[before] if not at or taken[at - 1][1] <= starts[before] else start
        index = last
        if told == NOBODY:
            continue
        end = ends[last - 1]
        if last < len(found) and told in {"service", "occasion"} and _is_number(text, starts[last], ends[last], end):
            end = ends[last]
            index += 1
        yield start, end, SIGNS[told], "listener"


def _is_number(text: str, start: int, end: int, after: int) -> bool:
    """Whether the word right after this place is a number, or a letter that stands for one."""
    told = text[start:end]
    return start - after == 1 and (told.isdigit() or (len(told) == 1 and told.isupper() and told != "I"))


def _quoted(quotes: Sequence[tuple[int, int]], long: Sequence[tuple[int, int]]) -> Iterator[_Piece]:
    for start, end in quotes:
        if (start, end) in long:
            yield start, end, SIGNS["quote"], "quote"
        else:
            yield start, start + 1, "", "quote"
            yield end - 1, end, "", "quote"
