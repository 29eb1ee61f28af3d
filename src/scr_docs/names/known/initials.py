"""Initials in the place of a name: "K.T.", and "KT" where the words around it are those around a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scr_docs.names.known.variants import lines_of
from scr_docs.names.text.fold import fold

_LETTER = "[A-ZÀ-ÖØ-ÞĀ-ŽȘȚ]"
_DOTTED = re.compile(
    rf"(?<![\w.&/'’-])(?:{_LETTER}\.[ \xa0]?){{1,3}}{_LETTER}(?!\w)\.?(?!\w|\s[A-Z][a-z]+(?:[,.;)]|\s[a-z]|$))"
)
_SOLID = re.compile(rf"(?<![\w.&/-]){_LETTER}{{2,4}}(?![\w&/-])")
_SOMEBODY = re.compile(
    r"['’]s?(?!\w)|\s(?:said|says|told|went|came|had|has|was|is|did|took|rang|left|felt|knew|thought|met|wrote|gave|saw|spoke"
    r"|and his|and her|lived|lives|attended|reported|stated|disclosed|presented|died|moved|alleged|denied|declined)\b"
)
_WHO = re.compile(
    r"\b(?:mother|father|mum|dad|child|baby|sibling|brother|sister|son|daughter|aunt|uncle|partner|grandmother|grandfather|cousin"
    r"|stepfather|stepmother|infant|girl|boy|subject|initials?|called|named|family|mr|mrs|ms|miss)[\s:,(\[“\"‘']{1,3}$",
    re.IGNORECASE,
)


_SIGNED = re.compile(r"\b(?:signed|sgd|initial(?:s|l?ed))(?: by)?[\s:.]{1,3}$", re.IGNORECASE)
_PERSON_BEFORE = re.compile(
    r"\b(?:mother|father|mum|dad|child|baby|sibling|brother|sister|son|daughter|aunt|uncle|partner|grandmother|grandfather|cousin"
    r"|stepfather|stepmother)\s?\($",
    re.IGNORECASE,
)


def initials(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Where initials stand that may be a person's: start, end, small letters, and whether more than them says so."""
    if text.isascii() and not re.search("[A-Z][A-Z.]", text):
        return
    for match in _DOTTED.finditer(text):
        if match[0].isupper():
            yield match.start(), match.end(), re.sub(r"\W", "", fold(match[0]).text), True
    for match in _SOLID.finditer(text):
        if match[0].isupper():
            yield match.start(), match.end(), fold(match[0]).text, _is_spoken_of(match, text)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word for line in lines_of("abbreviations.txt") for word in line)


def _is_spoken_of(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - 20) : match.start()]
    in_brackets = _PERSON_BEFORE.search(before) and text[match.end() : match.end() + 1] == ")"
    if in_brackets or _SIGNED.search(before):
        return True
    if fold(match[0]).text in _abbreviations():
        return False
    alone = text.strip(" .:;,()[]") == match[0]
    return alone or bool(_SOMEBODY.match(text, match.end()) or _WHO.search(before))
