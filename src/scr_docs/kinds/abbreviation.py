"""Kind `abbreviation`: words of capital letters that nobody explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.finding import Finding, Location
from scr_docs.kinds.prose_of import names_of, prose_of
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict, Text

_CAPITALS = re.compile(r"(?<![\w/@.-])[A-Z](?:[A-Z&]|[a-z]?(?=[A-Z])){1,6}(?:s\b)?(?![\w@-])")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d")


class Params(Strict):
    """Abbreviations that everybody knows."""

    usual: tuple[Text, ...] = ()


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding where each abbreviation stands first, unless the letter explains it in brackets, or beside brackets."""
    text = reading.story_of(rule.entry.scope)
    known = {word.casefold() for word in rule.params.usual} | names_of(reading.case)
    for block in prose_of(reading, rule.entry.scope):
        shouted = block.text.isupper()
        for match in _CAPITALS.finditer(block.text):
            word = match[0].removesuffix("s")
            if shouted or len(word) < 2 or word.casefold() in known or _is_explained(word, text):
                continue
            known.add(word.casefold())
            yield rule.finding(match[0], location=Location.of(block, *match.span()))


def _is_explained(word: str, text: str) -> bool:
    """Whether it stands somewhere in brackets after words, or before words in brackets."""
    told = re.escape(word)
    return bool(re.search(rf"[a-z]\W{{1,3}}\({told}s?\)|\b{told}s? \([A-Za-z]{{3}}", text))
