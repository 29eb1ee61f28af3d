"""Kind `unexplained`: a word of the trade that a letter uses and nowhere explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator

from scr_docs.finding import Finding, Location
from scr_docs.kinds.phrase import compile_pattern
from scr_docs.kinds.reading import Reading
from scr_docs.kinds.standing import stands
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict, wrong


def _pairs(value: object) -> object:
    if isinstance(value, dict) and value:
        return tuple((compile_pattern(word), compile_pattern(told)) for word, told in value.items())
    raise wrong("is no list of words with what explains them", expected="{word: pattern}")


Pairs = Annotated[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...], BeforeValidator(_pairs)]


class Params(Strict):
    """The words, each with the pattern of an explanation that will do wherever it stands."""

    words: Pairs


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding where each of the words stands first, if nothing in the letter explains it."""
    text = reading.story_of(rule.entry.scope)
    for word, told in rule.params.words:
        if stands(told, text):
            continue
        for block in reading.document.story():
            if block.part in rule.entry.scope and (match := word.search(block.text)):
                yield rule.finding(match[0], location=Location.of(block, *match.span()))
                break
