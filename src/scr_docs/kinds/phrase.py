"""Kind `phrase`: words that should not stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator

from scr_docs.errors import did_you_mean, one_of
from scr_docs.family.mark import quotations
from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.names.days.dates import PLACEHOLDERS
from scr_docs.names.text.sentences import sentences
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict, Text, wrong

_UNBOUNDED = re.compile(r"\)(?:[+*]|\{\d*,\})")


def compile_pattern(value: object) -> object:
    """A pattern of a rule as a regular expression; {date}, {number} and their like stand for what PLACEHOLDERS says."""
    if not isinstance(value, str):
        return value
    value = re.sub(r"(\[(?:\\.|[^\]])*\])|'", lambda found: found[1] or "['’]", value)
    for word in re.findall(r"\{([a-z_]+)\}", value):
        if word not in PLACEHOLDERS:
            near = did_you_mean(word, PLACEHOLDERS)
            known = one_of([f"{{{name}}}" for name in sorted(PLACEHOLDERS)])
            raise wrong(
                "holds a {…} that stands for nothing", expected=known, mend=f"Did you mean {{{near}}}?" if near else ""
            )
        value = value.replace(f"{{{word}}}", PLACEHOLDERS[word])
    if _UNBOUNDED.search(value):
        raise wrong("repeats a group without an end, which can take for ever", expected="a bound, such as {0,5}")
    try:
        return re.compile(value, re.IGNORECASE)
    except re.error as error:
        raise wrong(f"is no pattern: {error.msg}", expected="words, or a regular expression") from None


Pattern = Annotated[re.Pattern[str], BeforeValidator(compile_pattern)]

_REACH = 160
"""So many characters on either side of what was found, within its sentence, are read for what is meant."""
_NEAR = 60

_DISCUSSED = re.compile(
    r"\b(?:the|this|these|that|such) (?:terms?\b(?! of)|(?:\w+ )?(?:phrases?|expressions?|labels?)\b)"
    r"|\b(?:the words?|words? (?:like|such as)|phrases|labell(?:ed|ing)|wording|terminology|cod(?:es?|ing))\b"
    r"|\blanguage (?:of|such as|like|used)\b|\b(?:instead of|rather than)\b"
    r"|\b(?:not|never|avoid(?:s|ed|ing)?) (?:to )?"
    r"(?:us(?:e|es|ed|ing)|say(?:s|ing)?|said|writ(?:e|es|ten|ing)|describ(?:e|es|ed|ing)|call(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|nor|neither|no|hardly|far from|without|wasn['’]t|weren['’]t|isn['’]t|aren['’]t)"
    r"(?: (?!and\b|but\b|so\b|who\b|which\b)[\w'’-]+){0,3} $",
    re.IGNORECASE,
)


def _instead(value: object) -> object:
    """What to write, as pairs of a pattern and words; a text alone is for whatever is found."""
    if isinstance(value, str):
        return ((compile_pattern(""), " ".join(value.split())),)
    if isinstance(value, dict) and value and all(isinstance(words, str) for words in value.values()):
        return tuple((compile_pattern(found), words) for found, words in value.items())
    raise wrong("is neither words nor words by what they stand for", expected="words, or {pattern: words}")


class Params(Strict):
    """What such a rule looks for. A group named `told` in a pattern is then all that is quoted.

    `unless` are patterns of the same sentence that show that something else is meant. With `own_words` the report's own
    words alone count: none in quotation marks, none that it denies, and none that it names to speak about them.
    `instead` is what to write. `only_with` are words of which one must stand in the paragraph: it saves trying patterns
    that may begin with many words.
    """

    patterns: tuple[Pattern, ...]
    only_with: tuple[Text, ...] = ()
    unless: tuple[Pattern, ...] = ()
    own_words: bool = False
    instead: Annotated[tuple[tuple[re.Pattern[str], str], ...], BeforeValidator(_instead)] = ()


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding for each place where one of the patterns stands."""
    for block in reading.document.blocks:
        if block.text and block.part in rule.entry.scope:
            for start, end in _found(rule.params, block.text):
                quote = block.text[start:end]
                suggestion = next((words for found, words in rule.params.instead if found.search(quote)), None)
                yield rule.finding(quote, location=Location.of(block, start, end), suggestion=suggestion)


@lru_cache(maxsize=8_192)
def _lowered(text: str) -> str:
    return text.lower()


def _found(params: Params, text: str) -> Iterator[tuple[int, int]]:
    if params.only_with and not any(word in _lowered(text) for word in params.only_with):
        return
    found = sorted(
        match.span("told" if "told" in pattern.groupindex else 0)
        for pattern in params.patterns
        for match in pattern.finditer(text)
    )
    taken = 0
    around = _Around(text) if found and (params.unless or params.own_words) else None
    for start, end in found:
        if start >= taken and end > start:
            taken = end
            if around is None or not around.excuses(params, start, end):
                yield start, end


class _Around:
    """What stands around the places of one text. They are asked for in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sentences: Sequence[tuple[int, int]] = tuple(sentences(text))
        self._quotes: Sequence[tuple[int, int]] = quotations(text)
        self._sentence = self._quote = 0

    def excuses(self, params: Params, start: int, end: int) -> bool:
        """Whether the words at this place mean something else, or are not the report's own where that is asked."""
        first, last = self._within(start)
        context = self._text[max(first, start - _REACH) : min(last, end + _REACH)]
        if any(pattern.search(context) for pattern in params.unless):
            return True
        if not params.own_words:
            return False
        before = self._text[max(first, start - _NEAR) : start]
        near = before + self._text[start : min(last, end + _NEAR)]
        return bool(self._is_quoted(start) or _DENIED.search(before) or _DISCUSSED.search(near))

    def _within(self, start: int) -> tuple[int, int]:
        while self._sentence + 1 < len(self._sentences) and self._sentences[self._sentence][1] <= start:
            self._sentence += 1
        return self._sentences[self._sentence] if self._sentences else (0, len(self._text))

    def _is_quoted(self, start: int) -> bool:
        while self._quote < len(self._quotes) and self._quotes[self._quote][1] <= start:
            self._quote += 1
        return self._quote < len(self._quotes) and self._quotes[self._quote][0] <= start
