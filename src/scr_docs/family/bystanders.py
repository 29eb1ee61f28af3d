"""What a service did, and what somebody said no to at the time: no word of who took part in the review."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scr_docs.family.about import persons
from scr_docs.family.cues import NUMBER, OBJECT, PERSON, SIGNS
from scr_docs.family.found import Found
from scr_docs.family.mark import Marked

_OURS = SIGNS["reviewer"] + SIGNS["review"] + SIGNS["report"]
_SERVICE = SIGNS["service"] + SIGNS["occasion"]
_TOUCH = (
    r"(?:contact|reach|interview|visit|see|saw|seen|speak|spoke|spoken|talk|meet|met|trac|locat|find|found|ask|engag"
    r"|listen|hear|heard|approach|follow|invit|question|obtain|get|got|call|rang|ring)"
)
_NOBODY = (
    r"\b(?:nobody|no one|no-one|none|no (?:professional|practitioner|agency|worker|service|member of staff|official))\b"
)
_NOT = r"\b(?:not|never|unable|failed|failing|neither)\b"
_ACTS = re.compile(
    rf"(?:(?<!{OBJECT}){SIGNS['service']}(?:(?! it )[^;,{_OURS}]){{0,40}}?{_NOT}"
    rf"|{_NOBODY})[^;,{_OURS}]{{0,40}}?\b{_TOUCH}\w*(?: [\w'-]+){{0,3}}? (?P<who>{PERSON})"
    rf"(?: about (?![^;,]{{0,20}}[{_OURS}])| until\b|)"
)
_ANSWERS = re.compile(
    rf"(?P<who>{PERSON})(?!')[^;,{_OURS}]{{0,30}}?{_NOT}(?: \w+){{0,3}}? (?:\w+ ){{0,2}}?(?:respond|repl|answer"
    r"|return|engag|speak|spoke|talk|attend|contact|interview|seen|traced|known|located|found|reached|met|heard"
    r"|asked|visited|invited|consulted|involved|included|approached|identified)\w*"
    rf"(?:,? [\w'-]+){{0,2}}? (?:to|with|by) (?:[\w'-]+ ){{0,3}}?{OBJECT}?[{_SERVICE}]"
)
_WHEREABOUTS = re.compile(
    rf"(?P<who>{PERSON})'s? (?:\w+ )?(?:whereabouts|address|identity|location)[^;,{_OURS}]{{0,40}}?\b(?:unknown"
    r"|not known|not (?:\w+ )?(?:recorded|held|shared|disclosed)) (?:to|by"
    rf"|with) (?:[\w'-]+ ){{0,3}}?{OBJECT}?[{_SERVICE}]"
)
_KNOWN = re.compile(
    rf"(?P<who>{PERSON})(?!')(?: \w+){{0,3}}? not (?:\w+ )?known to {OBJECT}?[{_OURS}{_SERVICE}](?! (?:until|till"
    r"|before|at|when|so|and|in time))"
)
_RECORDS = re.compile(
    rf"(?P<who>{PERSON})(?!')[^;]{{0,60}}?\b(?:(?:refus|declin|withh[eo]ld|withdr[ae]w)\w*"
    rf"|not)\b[^;]{{0,30}}?\bconsent\w*\b[^;]{{0,80}}?(?:{SIGNS['record']}|\b(?:records?|files?|notes|data"
    r"|documents?|(?:medical|health) information)\b)"
)
_ELSE = re.compile(
    rf"(?P<who>{PERSON})(?!')[^;{_OURS}]{{0,60}}?{_NOT}[^;,{_OURS}]{{0,40}}?\b(?:contribut\w*|take part|taken part"
    r"|participat\w*|be involved|been involved|involved|join\w*)"
    r" (?:to|in|towards|with) (?:(?:the|an?|her|his|their|any|this|that) )?(?!(?:view|light|order|spite|keeping"
    r"|accordance|line|advance|full|person|part|time|due|process|work|it|this|these"
    r"|learning|exercise|interviews?|meetings?|conversations?|discussions?|report|account|timeline|such|any of|what"
    rf"|our|fieldwork)\b)[a-z{_SERVICE}]"
)
_PART = re.compile(
    rf"[{_OURS}]|\b(?:tak\w+ part|took part|contribut|participat|interviewed|an? interview|invited to (?:take"
    r"|contribute)|been approached|be approached|was approached)"
    r"|\b(?:not|never)(?: \w+){0,3}? (?:contacted|approached|interviewed|invited|involved|included|seen|met|asked"
    r"|spoken|written)\b"
)


def settle_bystanders(found: Found, marked: Marked, *, ours: bool) -> None:
    """Leaves out as absent those who had nothing to do with a service; `ours` says that all around is of the review."""
    if not found.away:
        return
    text = marked.text
    patterns: Iterable[re.Pattern[str]] = (_RECORDS, _KNOWN)
    if not marked.about_review:
        patterns = (*patterns, _WHEREABOUTS, _ANSWERS, _ELSE)
        if not ours:
            patterns = (*patterns, _ACTS)
    for pattern in patterns:
        for hit in pattern.finditer(text):
            if pattern not in {_ELSE, _RECORDS} and _PART.search(text, hit.end()):
                continue
            for number in NUMBER.findall(hit["who"]):
                found.drop("non-involvement", persons(marked.mentions[int(number)]))
