"""Names in the shape of a citation: "Brandon et al. (2012)", "(Sidebotham, 2011)", an entry of a list of references.

The year of a citation may be the year in which a child was born: "Niamh (2006)". So a surname with a year counts only
where it is a known author's, where the report's own references hold it, or where the words around speak of research.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scr_docs.model import Block
from scr_docs.names.allowed.allow_lists import allow_lists
from scr_docs.names.allowed.name_shape import CAPITAL
from scr_docs.names.text.fold import fold

_SURNAME = rf"(?:(?:O|D|Mc|Mac)['’]?)?{CAPITAL}[^\W\d_]{{1,24}}(?:[-‑'’]{CAPITAL}[^\W\d_]{{1,24}})?"
_INITIALS = rf"{CAPITAL}\.?(?:[\s-]?{CAPITAL}\.?){{0,2}}(?![^\W\d_])"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)[a-z]?"
_SHAPE = re.compile(
    rf"(?<![^\W_])(?P<names>{_SURNAME}(?:(?:,\s|\s?(?:,?\sand|&)\s){_SURNAME}){{0,4}})"
    rf"(?P<others>,?\s(?:et\.?\sal\.?|and\s(?:colleagues|others)))?(?:['’]s?)?"
    rf"(?P<year>,?\s?[\[(]\s?{_YEAR}|,?\s{_YEAR}\s?(?:[);]|[:,]\s?(?:p|\d)))?"
)
_ONE = re.compile(_SURNAME)
_ENTRY = re.compile(rf"(?<![^\W_])(?P<name>{_SURNAME}),?\s{_INITIALS}")
_ENTRY_YEAR = re.compile(rf"[\[(,\s]{_YEAR}[\]),.:;\s]")
_REFERENCES = re.compile(
    r"\b(?:references?|bibliography|works cited|further reading|literature|sources)\b\W*$", re.IGNORECASE
)
_RESEARCH = re.compile(
    r"\b(?:research\w{0,4}|stud(?:y|ies)|literature|theor\w{1,5}|author\w{0,2}|findings?|argu\w{1,5}"
    r"|analys[ei]s|model|concept\w{0,4}"
    r"|(?:not(?:es|ed)|found|find|show(?:s|ed)|identif\w{3,4}) that|suggest\w{0,4}|defin\w{1,6}"
    r"|describ\w{1,3}|conclud\w{1,3}|cit\w{2,4}|see (?:also )?|highlight\w{0,3})\b",
    re.IGNORECASE,
)
_REACH = 70
_NOTES = frozenset({"footnote", "endnote"})


@dataclass(frozen=True, slots=True)
class Cited:
    """A name that stands in a citation, as offsets into the block's text."""

    start: int
    end: int


class Citations:
    """What the report itself lists as its sources, and the citations of a block."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        """Reads the lists of references and the notes among the blocks."""
        self._listed = set(allow_lists().cited)
        for block in blocks:
            if _is_source(block):
                self._listed |= {fold(match["name"]).text for match in _authors(block.text)}

    def find(self, block: Block) -> Iterator[Cited]:
        """The names in the block that stand in a citation."""
        text = block.text
        if _is_source(block):
            yield from _entry(text)
        if not any(character.isdigit() for character in text) and " al" not in text:
            return
        for match in _SHAPE.finditer(text):
            if not (match["others"] or match["year"]):
                continue
            found = [
                Cited(match.start("names") + one.start(), match.start("names") + one.end())
                for one in _ONE.finditer(match["names"])
            ]
            known = [fold(text[one.start : one.end]).text in self._listed for one in found]
            scholarly = match["others"] is not None and "et" in match["others"]
            if scholarly or any(known) or _of_research(text, match):
                yield from found


def _is_source(block: Block) -> bool:
    """Whether the block is an entry of a list of references, or a note that names its source."""
    listed = bool(block.headings) and _REFERENCES.search(block.headings[-1]) is not None and block.level is None
    return (listed or block.part in _NOTES) and _ENTRY_YEAR.search(block.text) is not None


def _entry(text: str) -> Iterator[Cited]:
    """The authors of an entry, with their initials."""
    yield from (Cited(match.start("name"), match.end()) for match in _authors(text))


def _authors(text: str) -> Iterator[re.Match[str]]:
    """Those with initials who stand before the entry's year."""
    year = _ENTRY_YEAR.search(text)
    yield from _ENTRY.finditer(text, 0, year.start() if year else len(text))


def _of_research(text: str, match: re.Match[str]) -> bool:
    """Whether the words of the sentence around speak of research: "Hargreaves (2014) argues", not "Niamh (2006)".

    "Sian Griffiths (2012)" is a whole name, and no citation.
    """
    before = text[max(0, match.start() - _REACH) : match.start()]
    after = text[match.end() : match.end() + _REACH]
    if re.search(rf"(?<![^\W_]){CAPITAL}[^\W\d_]{{1,24}}\s$", before):
        return False
    return _RESEARCH.search(f"{before.rpartition('. ')[2]} | {after.partition('. ')[0]}") is not None
