"""What the reader needs to know of English beside the patterns: small lists of words, from grammar.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from scr_docs import yaml_file
from scr_docs.family.gate import LETTERS
from scr_docs.family.sections import Pattern
from scr_docs.family.words import either
from scr_docs.yaml_file import Strict, Text


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
    filler_stems: frozenset[str]
    """The stem of the last word of each filler; a sentence that has a filler has one of these, or a word in -ly."""
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
    # That the word ends in -ly is asked first: of most words nothing else is asked then.
    filler = rf"(?:{either(file.fillers)}|(?=[a-z]{{4,22}}+(?<=ly)(?![a-z]))(?!{stay})[a-z]+)"
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
        filler_stems=frozenset(words.split()[-1][:LETTERS] for words in file.fillers),
        filler_first=re.compile(rf"{filler},\s"),
        filler_between_commas=re.compile(rf",\s*{filler},\s*"),
        passive=frozenset(file.passive),
        between=frozenset(file.between),
        then=re.compile("|".join(found.pattern for found in file.then)),
        now=re.compile("|".join(found.pattern for found in file.now)),
        auxiliaries=re.compile(rf"(?:\b(?:{'|'.join(file.auxiliaries)}) ?)+$"),
        ends=file.auxiliaries,
    )
