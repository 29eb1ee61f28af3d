"""Kind `long-word`: long words, each told once, where it stands first."""

from __future__ import annotations

from collections.abc import Iterator

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
        for match in WORD.finditer(block.text):
            word = match[0].lower().replace("’", "'").removesuffix("'s")
            if word in fine or "-" in word or _is_address(block.text, match.end()):
                continue
            if syllables(word) >= rule.params.syllables:
                fine.add(word)
                yield rule.finding(match[0], location=Location.of(block, *match.span()))


def _is_address(text: str, end: int) -> bool:
    return text[end : end + 1] in ("@", "/") or (text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha())
