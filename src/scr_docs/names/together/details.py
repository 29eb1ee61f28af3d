"""Facts that are harmless alone and identify a family together; what they are stands in details.yaml."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Annotated

from pydantic import BeforeValidator, Field

from scr_docs import resources, yaml_file
from scr_docs.names.days.ages import ages
from scr_docs.names.days.dates import PLACEHOLDERS
from scr_docs.names.days.numbers import NUMBER
from scr_docs.names.text.fold import level
from scr_docs.names.text.sentences import sentences
from scr_docs.names.together.incidents import plain_dates
from scr_docs.names.together.siblings import sibling_groups
from scr_docs.yaml_file import Strict, Text, wrong

_WORD = re.compile(r"[^\W_]+")
_PERSON = re.compile(
    r"\b(?:child|baby|babies|infant|toddler|boy|girl|sons?|daughters?|siblings?|brothers?|sisters?"
    r"|mother|father|mum|dad"
    r"|parents?|famil(?:y|ies)|young person|teenager|twins?|he|she|his|her|they|subject|aunt|uncle|cousin|partner"
    r"|husband|wife|adult|step\w+|grand\w+|mgm|pgm|mgf|pgf)\b",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"%|\bper ?cent\b|\bpopulation\b|\bcensus\b|\bresidents\b|\bresearch(?:ers)?\b|\b(?:study|studies)\b|\bstatistics\b"
    r"|\bnational(?:ly)?\b(?! (?:news|press))|\bguidance\b|\bAct (?:19|20)\d\d|\bcommunities\b"
    r"|\bet al\b|\bISBN\b|\b(?:London|Cardiff|Edinburgh): "
    r"|\b(?:lead reviewer|author|chair|panel)\b[^.]{0,60}\b(?:is|has|was|are)"
    r" (?:an?|the|been|worked|led|independent)\b",
    re.IGNORECASE,
)
"""What marks a sentence about people in general, about books, or about those who held the review."""


def _pattern(value: object) -> object:
    if not isinstance(value, str):
        return value
    value = value.replace("{number}", NUMBER).replace("{date}", PLACEHOLDERS["date"])
    try:
        return re.compile(value, re.IGNORECASE)
    except re.error as error:
        raise wrong(f"is no pattern: {error.msg}") from None


class FactKind(Strict):
    """A kind of fact: what it is called, what it adds, and how it is said less exactly."""

    id: Text
    called: Text
    points: int = Field(ge=1, le=3)
    blur: Text
    small: bool = False
    words: tuple[Text, ...] = ()
    list: Text | None = None
    only_with: frozenset[Text] = frozenset()
    patterns: tuple[Annotated[re.Pattern[str], BeforeValidator(_pattern)], ...] = ()


class _DetailsFile(Strict):
    threshold: int
    kinds: tuple[FactKind, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of some kind in the text."""

    start: int
    end: int
    kind: FactKind


@dataclass(frozen=True)
class Details:
    """The kinds of fact, and the points from which on facts are told."""

    file: _DetailsFile

    @property
    def threshold(self) -> int:
        """From so many points on, facts are told."""
        return self.file.threshold

    @cached_property
    def by_id(self) -> Mapping[str, FactKind]:
        """The kinds by their identifiers."""
        return {kind.id: kind for kind in self.file.kinds}

    @cached_property
    def _by_word(self) -> Mapping[str, tuple[tuple[re.Pattern[str], FactKind], ...]]:
        """By the first word: what to look for there, the longest first."""
        phrases: dict[str, list[tuple[str, FactKind]]] = defaultdict(list)
        for kind in self.file.kinds:
            for phrase in (*kind.words, *(resources.lines(__file__, kind.list) if kind.list else ())):
                first = _WORD.search(phrase)
                assert first
                word = first[0].lower()
                for way in {word, word + "s"}:
                    phrases[way].append((phrase, kind))
        return {
            word: tuple((_phrase(phrase), kind) for phrase, kind in sorted(found, key=lambda pair: -len(pair[0])))
            for word, found in phrases.items()
        }

    def about_family(self, text: str) -> bool:
        """Whether the text speaks of a child or an adult of a family."""
        return bool(_PERSON.search(text))

    def facts(self, text: str, *, anybody: bool = False) -> list[Fact]:
        """The facts in a paragraph about a family, or about `anybody`; none in sentences about people in general."""
        plain = level(text)
        found = sorted(self._in_text(plain.text), key=lambda fact: fact.start)
        if not found or not (anybody or self.about_family(plain.text)):
            return []
        general = [place for place in sentences(plain.text) if _GENERAL.search(plain.text, *place)]
        return [
            Fact(*plain.span(fact.start, fact.end), fact.kind)
            for fact in found
            if not any(start <= fact.start < end for start, end in general)
        ]

    def _in_text(self, text: str) -> Iterator[Fact]:
        for date in plain_dates(text):
            yield Fact(date.start, date.end, self.by_id["exact-date"])
        for age in ages(text):
            exact = age.child and age.to != "years"
            yield Fact(age.start, age.end, self.by_id["exact-age" if exact else "age"])
        for group in sibling_groups(text):
            yield Fact(*group, self.by_id["siblings"])
        words = frozenset(_WORD.findall(text.lower()))
        if not self._by_word.keys().isdisjoint(words):
            yield from self._words(text)
        for kind in self.file.kinds:
            for pattern in () if kind.only_with and kind.only_with.isdisjoint(words) else kind.patterns:
                yield from (Fact(*match.span(), kind) for match in pattern.finditer(text))

    def _words(self, text: str) -> Iterator[Fact]:
        for word in _WORD.finditer(text):
            for pattern, kind in self._by_word.get(word[0].lower(), ()):
                if (match := pattern.match(text, word.start())) and not (kind.small and _is_name(match)):
                    yield Fact(*match.span(), kind)
                    break

    def points(self, facts: Sequence[Fact]) -> int:
        """What the facts add up to, each kind once; an age adds nothing beside one that is more exact."""
        kinds = {fact.kind.id: fact.kind.points for fact in facts}
        return sum(kinds.values())

    def core(self, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        """The facts of the shortest stretch that is enough by itself; none where they are not enough together."""
        inside: Counter[str] = Counter()
        points = first = 0
        best: tuple[int, int, int] | None = None
        for last, fact in enumerate(facts):
            inside[fact.kind.id] += 1
            points += fact.kind.points if inside[fact.kind.id] == 1 else 0
            while points - (spare := self._spared(facts[first], inside)) >= self.threshold:
                points -= spare
                inside[facts[first].kind.id] -= 1
                first += 1
            length = fact.end - facts[first].start
            if points >= self.threshold and (best is None or length < best[0]):
                best = (length, first, last + 1)
        return tuple(facts[best[1] : best[2]]) if best else ()

    def _spared(self, fact: Fact, inside: Mapping[str, int]) -> int:
        """The points that are lost without the fact: none where another of its kind stands in the stretch."""
        return fact.kind.points if inside[fact.kind.id] == 1 else 0


@cache
def details() -> Details:
    """The shipped kinds of fact."""
    return Details(yaml_file.shipped(__file__, "details.yaml", _DetailsFile))


def _phrase(phrase: str) -> re.Pattern[str]:
    exact = phrase.startswith("^")
    words = re.escape(phrase.lstrip("^")).replace("\\ ", "[ -]").replace("\\-", "[ -]").replace("'", "['’]")
    return re.compile(words + r"(?:s|['’]s?)?(?!\w)", 0 if exact else re.IGNORECASE)


def _is_name(match: re.Match[str]) -> bool:
    """Whether a single word with a capital letter may be a surname: "Ms Baker", but not "a baker"."""
    return " " not in match[0] and match[0][0].isupper() and not match[0].isupper() and match.start() > 0
