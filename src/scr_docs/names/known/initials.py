"""Initials in the place of a name: "K.T.", and "KT" or "K T" where the words around it are those around a person."""

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
_SOLID = re.compile(rf"(?<![\w.&-])(?<![^w]/){_LETTER}{{2,4}}(?![\w&/-])")
_SPACED = re.compile(rf"(?<![\w.&/'’-]){_LETTER}(?:[ \xa0]{_LETTER}){{1,2}}(?![\w&/'’.-])")
_HYPHEN = re.compile(rf"(?<![\w.&/'’-]){_LETTER}-{_LETTER}{{1,2}}(?![\w&/'’.-])")
_SMALL = re.compile(r"(?<![\w.&/'’-])[a-z]\.[ ]?[a-z]\.(?!\w)")

_SOMEBODY = re.compile(
    r"['’]s?(?!\w)|\s(?:said|says|told|went|came|had|has|was|is|did|took|rang|left"
    r"|felt|knew|thought|met|wrote|gave|saw|spoke"
    r"|and (?:his|her|their|baby|mum|dad|mother|father|sibs?|siblings?|partner)|lived|lives"
    r"|attended|attends|reported|reports|stated|states"
    r"|disclosed|presented|died|moved|alleged|denied|denies|declined|asked|asks|wants|wanted"
    r"|agreed|refused|refuses|seen|phoned|called|texted"
    r"|visited|arrived|appeared|appears|seemed|seems|cried|crying|tearful|upset|present|absent"
    r"|not (?:seen|at|in|present|home|well)|will|would|to"
    r"|feels|thinks|confirmed|confirms|apologised|admitted|returned|remained|explained"
    r"|continues|spent|slept|ate|fell|hit|bit|kicked|ran|turned)\b"
    r"|\s\((?:\d{1,2}|aged?|mum|dad|mother|father|sister|brother|son|daughter|partner|sibling|child|baby|subject|cousin|aunt|uncle)\b"
)
_WHO = re.compile(
    r"\b(?:mother|father|mum|dad|child|baby|sibling|brother|sister|son|daughter|aunt|uncle|partner|grandmother|grandfather|cousin"
    r"|stepfather|stepmother|infant|girl|boy|subject|initials?|called|named|family|mr|mrs|ms|miss|boyfriend|girlfriend|husband|wife"
    r"|niece|nephew|nan|gran|grandad|carer|mgm|pgm|mgf|pgf)[\s:,(\[“\"‘']{1,3}$",
    re.IGNORECASE,
)
_DONE_TO = re.compile(
    r"(?:\b(?:with|by|from|for|saw|met|rang|phoned|called|visited|seen|asked|told|w|d|t|p|dw"
    r"|tc|hv|re|spoke to|speak to|spoken to"
    r"|discussed|collected|and|of|to|about|between|arrested|interviewed|hit|photo|attended|present|views|contact|report|chronology)"
    r"(?:/[cwfo])?[\s:,(\[“\"‘']{1,2}|w/ ?|d/w ?|t/c ?|[\[(] ?)$",
    re.IGNORECASE,
)
"""Done with or to somebody, or a bracket: what follows is no abbreviation of the kind that reports are full of."""

_SIGNED = re.compile(
    r"\b(?:signed|sgd|initial(?:s|l?ed)|author|completed|recorded|checked"
    r"|countersigned|prepared|minuted|written"
    r"|entered|seen)"
    r"(?: off)?(?: by)?[\s:.]{1,3}$",
    re.IGNORECASE,
)
_PERSON_BEFORE = re.compile(
    r"\b(?:mother|father|mum|dad|child|baby|sibling|brother|sister|son|daughter|aunt|uncle|partner|grandmother|grandfather|cousin"
    r"|stepfather|stepmother)\s?\($",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"^\W{0,3}(?:present|in attendance|attend\w{3,5}|apologies|invited|seen|copies|copied|cc|distribution)\b",
    re.IGNORECASE,
)
_LIST_BEFORE = re.compile(r"[\s:,;/&(]$")
_DISCUSSED = re.compile(r"(?:\b[dw]/[wc]|\bw/)\s?$", re.IGNORECASE)
_WORK = frozenset({
    "hv", "sw", "gp", "pc", "dc", "ds", "di", "mw", "cc", "ed", "ho", "hr", "la", "ot", "pa", "ps", "pp", "qa",
    "po", "hm", "ha", "dr", "st", "tm",
})  # fmt: skip
"""Letters of posts and agencies, which stand in lists of people as often as initials do."""
_LISTED = re.compile(r"\s?(?:[,;/&+)\]]|$|and\b)", re.IGNORECASE)
_SPEAKS = re.compile(r"\s?[:–—]\s?|\s-\s")
_BEGINS = re.compile(r"(?:^|[\n\t|])[\s>•*–\d./:-]{0,24}$")


def initials(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Where initials stand that may be a person's: start, end, small letters, and whether more than them says so."""
    if not (text.isascii() and not re.search("[A-Z][A-Z. -]", text)):
        for match in _DOTTED.finditer(text):
            if match[0].isupper():
                yield match.start(), match.end(), _letters(match), True
        for pattern, apart in ((_SOLID, False), (_SPACED, True), (_HYPHEN, True)):
            for match in pattern.finditer(text):
                if match[0].isupper():
                    yield match.start(), match.end(), _letters(match), _is_spoken_of(match, text, apart=apart)
    for match in _SMALL.finditer(text):
        if match[0].replace(" ", "") not in {"e.g.", "i.e.", "a.m.", "p.m.", "p.s.", "n.b.", "o.d.", "b.d."}:
            yield match.start(), match.end(), _letters(match), True


def _letters(match: re.Match[str]) -> str:
    return re.sub(r"\W", "", fold(match[0]).text)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word for line in lines_of("abbreviations.txt") for word in line)


def _is_spoken_of(match: re.Match[str], text: str, *, apart: bool) -> bool:
    """Whether the words around say that somebody is meant; letters that are an abbreviation too need more of them."""
    before, end, letters = text[max(0, match.start() - 24) : match.start()], match.end(), _letters(match)
    in_brackets = _PERSON_BEFORE.search(before) and text[end : end + 1] == ")"
    if in_brackets or _SIGNED.search(before):
        return True
    alone = text.strip(" .:;,()[]") == match[0]
    listed = _PEOPLE.match(text) and _LIST_BEFORE.search(before) and _LISTED.match(text, end)
    if (alone or listed or _DISCUSSED.search(before)) and letters not in _WORK and len(letters) == 2:
        return True
    if not apart and letters in _abbreviations():
        return False
    if alone or listed or _SOMEBODY.match(text, end) or _WHO.search(before) or _DONE_TO.search(before):
        return True
    return bool(_BEGINS.search(before) and _SPEAKS.match(text, end))
