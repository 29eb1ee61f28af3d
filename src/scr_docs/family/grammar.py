"""What the reader needs to know of English beside the patterns: small lists of words, from grammar.yaml."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from scr_docs import yaml_file
from scr_docs.family.gate import LETTERS
from scr_docs.family.sections import Pattern
from scr_docs.family.words import either
from scr_docs.yaml_file import Strict, Text

_WORDS = 20_000
"""So many words of texts are remembered with what they may begin."""


class _GrammarFile(Strict):
    view_nouns: tuple[Text, ...]
    after_object: tuple[Text, ...]
    before_object: tuple[Text, ...]
    short: dict[str, Text]
    fillers: tuple[Text, ...]
    not_fillers: tuple[Text, ...]
    passive: tuple[Text, ...]
    between: tuple[Text, ...]
    then: tuple[Pattern, ...]
    now: tuple[Pattern, ...]
    auxiliaries: tuple[Text, ...]


@dataclass(frozen=True)
class Grammar:
    """The lists, ready to be used. Each stands in grammar.yaml with what it is for."""

    view_nouns: frozenset[str]
    after_object: frozenset[str]
    before_object: frozenset[str]
    short: Mapping[str, str]
    shortened: re.Pattern[str]
    short_stems: frozenset[str]
    filler: re.Pattern[str]
    may_fill: Callable[[str], bool]
    """Whether this word, with what is written on to it, may be a filler."""
    long_fillers: tuple[str, ...]
    """Those of several words."""
    filler_first: re.Pattern[str]
    filler_between_commas: re.Pattern[str]
    passive: frozenset[str]
    between: frozenset[str]
    then: re.Pattern[str]
    now: re.Pattern[str]
    auxiliaries: re.Pattern[str]
    ends: tuple[str, ...]
    """With one of these every text ends at the end of which auxiliaries are found."""


@cache
def grammar() -> Grammar:
    """The shipped lists."""
    file = yaml_file.shipped(__file__, "grammar.yaml", _GrammarFile)
    stay = "|".join(rf"{word}\b" for word in file.not_fillers)
    filler = rf"(?:{'|'.join(file.fillers)}|(?!{stay})[a-z]{{2,20}}ly)"
    alone = either(words for words in file.fillers if " " not in words)
    begins = re.compile(rf"(?:{alone}|(?!{stay})[a-z]{{2,20}}ly)(?![a-z])")
    kept = r"(?! (?:one|two|three|four|the|a|an|before|after)\b)"  # "later the mother" would lose its time
    return Grammar(
        view_nouns=frozenset(file.view_nouns),
        after_object=frozenset(file.after_object),
        before_object=frozenset(file.before_object),
        short=file.short,
        shortened=re.compile(
            rf"(?<![\w/'])(?:{'|'.join(map(re.escape, sorted(file.short, key=len, reverse=True)))})(?![\w/])"
        ),
        short_stems=frozenset(re.split(r"[/']", short)[0][:LETTERS] for short in file.short),
        filler=re.compile(rf"\s{filler}(?=[\s,.;]){kept},?"),
        may_fill=lru_cache(maxsize=_WORDS)(lambda word: begins.match(word) is not None),
        long_fillers=tuple(words for words in file.fillers if " " in words),
        filler_first=re.compile(rf"{filler},\s"),
        filler_between_commas=re.compile(rf",\s*{filler},\s*"),
        passive=frozenset(file.passive),
        between=frozenset(file.between),
        then=re.compile("|".join(found.pattern for found in file.then)),
        now=re.compile("|".join(found.pattern for found in file.now)),
        auxiliaries=re.compile(rf"(?:\b(?:{'|'.join(file.auxiliaries)}) ?)+$"),
        ends=file.auxiliaries,
    )
