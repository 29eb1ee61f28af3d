"""Kind `long-word`: long words, each told once, where it stands first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from scr_docs.finding import Finding, Location
from scr_docs.kinds.prose_of import names_of, prose_of
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.readability.prose import WORD
from scr_docs.readability.syllables import syllables
from scr_docs.yaml_file import Strict, Text


class Params(Strict):
    """From how many syllables on a word is long, and long words (in small letters) that everybody knows."""

    syllables: int
    usual: tuple[Text, ...] = ()


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding for each long word that is neither usual nor a name of the case file."""
    fine = set(rule.params.usual) | names_of(reading.case)
    for block in prose_of(reading, rule.entry.scope):
        for word, start, end in _long(block.text, rule.params.syllables):
            if word not in fine:
                fine.add(word)
                yield rule.finding(block.text[start:end], location=Location.of(block, start, end))


@lru_cache(maxsize=4_096)
def _long(text: str, beats: int) -> tuple[tuple[str, int, int], ...]:
    """The words of so many syllables or more, in small letters, with their places; the same paragraph comes again."""
    found = []
    for match in WORD.finditer(text):
        word = match[0].lower().replace("’", "'").removesuffix("'s")
        if "-" not in word and not _is_address(text, match.end()) and syllables(word) >= beats:
            found.append((word, *match.span()))
    return tuple(found)


def _is_address(text: str, end: int) -> bool:
    return text[end : end + 1] in ("@", "/") or (text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha())
