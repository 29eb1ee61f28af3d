"""The names that a report gives to people itself: pseudonyms that it declares, and roles with a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.model import Block, Document
from scr_docs.names.allowed.allow_lists import allow_lists
from scr_docs.names.allowed.name_shape import CAPITAL
from scr_docs.names.text.fold import fold

_NAME = rf"{CAPITAL}[^\W\d_A-Z][^\W\d_]{{0,20}}(?:-{CAPITAL}[^\W\d_]{{1,20}})?(?![^\W_])"
_QUOTE = "[\"'“”‘’]?"
_LIST = rf"{_QUOTE}(?P<names>{_NAME}{_QUOTE}(?:(?:,\s|,?\sand\s|\s?&\s|,\s){_QUOTE}{_NAME}{_QUOTE}){{0,9}})"
_HERE = (
    r"(?:in|throughout|for the purposes? of|within|for)\s(?:the rest of\s)?(?:this|the)\s(?:overview\s"
    r"|final\s|serious case\s|learning\s)?"
    r"(?:report|review|document)|(?:referred to|called|named|known) throughout|hereafter|hereinafter|from here on"
)
_UNREAL = (
    r"pseudonyms?|(?:not|isn['’]t) (?:his|her|their|a|the) real names?|invented names?|false names?"
    r"|made-up names?|fictitious|anonymi[sz]\w{1,5}"
    r"|names? (?:has|have) been changed|to protect (?:his|her|their|the)"
)
_CALLED = (
    rf"(?:referred to|known|called|named|identified|described|designated)(?:\s(?:only|simply|here"
    rf"|throughout))?(?:,?\s(?:{_HERE}),?)?"
    r"(?:\sas|\sby the (?:name|pseudonym))?\s"
)
_SURE = tuple(
    re.compile(pattern)
    for pattern in (
        (
            rf"(?i:pseudonyms?(?:\s(?:of|for [^.;:]{{1,40}}?(?:is|are|was|were)|used (?:is|are|was|were|in this "
            rf"report (?:is|are))|is|are|was|were|will be)|:)?\s){_LIST}"
        ),
        rf"(?i:names? (?:has|have) been changed\s?(?::|to)\s){_LIST}",
        (
            rf"(?P<names>{_NAME}){_QUOTE}\s(?i:\((?:a |her |his |their )?(?:pseudonym|not (?:his|her|their) real "
            rf"name|invented name|name changed))"
        ),
        (
            rf"(?P<names>{_NAME}){_QUOTE},?\s(?i:(?:is|was|which is)\s(?:a |the )?(?:pseudonym|not (?:his|her"
            rf"|their) real name|invented name))"
        ),
    )
)
_IF_SAID = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:(?P<past>\b(?:was|were)\s)?(?:\w+ly\s)?{_CALLED}){_LIST}",
        rf"(?P<past>\b(?:was|were)\s)?(?i:(?:chose|chosen|picked|preferred)\s(?:[^.;:]{{0,40}}?\s)?names?\s){_LIST}",
        rf"(?P<names>{_NAME}){_QUOTE},?\s(?i:is\sthe\sname\s(?:chosen|given|used))(?P<past>)?",
    )
)
"""These are pseudonyms only where the sentence says so: a child may be "known as Kel" at school."""

_HERE_RE = re.compile(rf"\b(?:{_HERE})\b|\bwill be (?:referred|known|called)\b", re.IGNORECASE)
_UNREAL_RE = re.compile(rf"\b(?:{_UNREAL})\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]{1,600}[.!?\n]?")
_CUE = re.compile(
    (
        r"referred to|known|called|named|identified|described|designated|pseudonym|real name|changed|chose"
        r"|invented|picked|preferred"
    ),
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"\W*(?:pseudonyms?|referred to as|known as|names? (?:used )?in (?:this|the) (?:report|review)"
    r"|anonymi[sz]ed (?:name|as)|report names?|identifier|called|names? used"
    r"|reference)(?:\s(?:in|for|throughout) (?:this|the) (?:report|review))?\W*",
    re.IGNORECASE,
)
_ROLE = re.compile(
    rf"(?<![^\W_])(?:[Cc]hild|[Bb]aby|[Ii]nfant|[Yy]oung [Pp]erson|[Aa]dult|[Ss]ubject|[Ss]ibling"
    rf"|[Ss]ib\.?|[Ff]amily|[Mm]other|[Ff]ather|[Pp]artner|[Pp]erson"
    rf"|[Pp]rofessional|[Pp]erpetrator|[Vv]ictim|Mr|Mrs|Ms|Miss|Dr|Nurse|[Tt]own|[Ss]chool|[Hh]ospital"
    rf"|[Aa]rea)\.?\s{CAPITAL}\d?(?![^\W_]|['’.][^\W\d_])"
)
_FIRST = re.compile(_NAME)


def declared(document: Document) -> Iterator[str]:
    """The invented first names that the report says are such, in a sentence or in its table of who is who."""
    for block in document.story():
        if block.cell is not None:
            yield from _in_table(block)
        elif _CUE.search(block.text):
            for sentence in _SENTENCE.finditer(block.text):
                yield from _in_sentence(sentence[0])


def roles(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of the text that are a role with a letter: "Child A", "Mrs J", "Child K1"."""
    yield from (match.span() for match in _ROLE.finditer(text))


def _in_sentence(sentence: str) -> Iterator[str]:
    here, unreal = _HERE_RE.search(sentence), _UNREAL_RE.search(sentence)
    found = [match for pattern in _SURE for match in pattern.finditer(sentence)] if unreal else []
    if here or unreal:
        told = (match for pattern in _IF_SAID for match in pattern.finditer(sentence))
        found += [match for match in told if here or not match["past"]]
    for match in found:
        yield from (name for name in _FIRST.findall(match["names"]) if _is_name(name))


def _in_table(block: Block) -> Iterator[str]:
    cell = block.cell
    if cell is not None and cell.row > 1 and _HEAD.fullmatch(cell.header) and len(block.text) < 60:
        yield from (name for name in _FIRST.findall(block.text) if _is_name(name))


def _is_name(word: str) -> bool:
    folded = fold(word).text
    return folded not in allow_lists().role_words and folded not in allow_lists().not_names
