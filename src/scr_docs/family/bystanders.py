"""Of whom an absence is not told: what a service did, what somebody said no to, and who is but the other end of a tie.

"Father had had no contact with the child and was not invited" is about Father alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from scr_docs.family.about import persons
from scr_docs.family.cues import NUMBER, OBJECT, OUR_SIDE, PERSON, SIGNS, WHO
from scr_docs.family.found import Found
from scr_docs.family.gate import Rare
from scr_docs.family.mark import Marked

_SERVICE = SIGNS["service"] + SIGNS["occasion"]
_TOUCH = (
    r"(?:contact|reach|interview|visit|see|saw|seen|speak|spoke|spoken|talk|meet|met|trac|locat|find|found|ask|engag"
    r"|listen|hear|heard|approach|follow|invit|question|obtain|get|got|call|rang|ring)"
)
_NOBODY = (
    r"\b(?:nobody|no one|no-one|none|no (?:professional|practitioner|agency|worker|service|member of staff|official))\b"
)
_NOT = r"\b(?:not|never|unable|unfit|failed|failing|neither)\b"
ACTS = Rare(
    rf"(?:(?<!{OBJECT}){SIGNS['service']}(?:(?! it )[^;,{OUR_SIDE}]){{0,40}}?{_NOT}"
    rf"|{_NOBODY})[^;,{OUR_SIDE}]{{0,40}}?\b{_TOUCH}\w*(?: [\w'-]+){{0,3}}? (?P<who>{PERSON})"
    rf"(?: about (?![^;,]{{0,20}}[{OUR_SIDE}])| until\b|)"
)
_ANSWERS = Rare(
    rf"(?P<who>{PERSON})(?!')[^;,{OUR_SIDE}]{{0,30}}?{_NOT}(?: \w+){{0,3}}? (?:\w+ ){{0,2}}?(?:respond|repl|answer"
    r"|return|engag|speak|spoke|talk|attend|contact|interview|seen|traced|known|located|found|reached|met|heard"
    r"|asked|visited|invited|consulted|involved|included|approached|identified)\w*"
    rf"(?:,? [\w'-]+){{0,2}}? (?:to|with|by) (?:[\w'-]+ ){{0,3}}?{OBJECT}?[{_SERVICE}]"
)
_WHEREABOUTS = Rare(
    rf"(?P<who>{PERSON})'s? (?:\w+ )?(?:whereabouts|address|identity|location)[^;,{OUR_SIDE}]{{0,40}}?\b(?:unknown"
    r"|not known|not (?:\w+ )?(?:recorded|held|shared|disclosed)) (?:to|by"
    rf"|with) (?:[\w'-]+ ){{0,3}}?{OBJECT}?[{_SERVICE}]"
)
_KNOWN = Rare(
    rf"(?P<who>{PERSON})(?!')(?: \w+){{0,3}}? not (?:\w+ )?known to {OBJECT}?[{OUR_SIDE}{_SERVICE}](?! (?:until|till"
    r"|before|at|when|so|and|in time))"
)
_RECORDS = Rare(
    rf"(?P<who>{PERSON})(?!')[^;]{{0,60}}?\b(?:(?:refus|declin|withh[eo]ld|withdr[ae]w)\w*"
    rf"|not)\b[^;]{{0,30}}?\bconsent\w*\b[^;]{{0,80}}?(?:{SIGNS['record']}|\b(?:records?|files?|notes|data"
    r"|documents?|(?:medical|health) information)\b)"
)
_ELSE = Rare(
    rf"(?P<who>{PERSON})(?!')[^;{OUR_SIDE}]{{0,60}}?{_NOT}[^;,{OUR_SIDE}]{{0,40}}?\b(?:contribut\w*|take part"
    r"|taken part|participat\w*|be involved|been involved|involved|join\w*)"
    r" (?:to|in|towards|with) (?:(?:the|an?|her|his|their|any|this|that) )?(?!(?:view|light|order|spite|keeping"
    r"|accordance|line|advance|full|person|part|time|due|process|work|it|this|these"
    r"|learning|exercise|interviews?|meetings?|conversations?|discussions?|report|account|timeline|such|any of|what"
    rf"|our|fieldwork)\b)[a-z{_SERVICE}]"
)
_WHO_KNEW = Rare(
    rf"^(?:the |a |an |one |another )?{SIGNS['service']}[^;,{WHO}]{{0,20}}?,? (?:who|whom|that|which)\b"
    rf"[^;{OUR_SIDE}{WHO}]{{1,60}}(?P<who>{PERSON})(?!')[^;{OUR_SIDE}{WHO}]{{0,40}}?"
    rf" (?:was|were|is|are|had|has|have|could|did|would|declined|retired|left|moved)\b[^{WHO}]*$"
)
"""The nurse who had known Mother best was not interviewed: of Mother nothing is told."""
_PART = re.compile(
    rf"[{OUR_SIDE}]|\b(?:tak\w+ part|took part|contribut|participat|interviewed|an? interview|invited to (?:take"
    r"|contribute)|been approached|be approached|was approached)"
    r"|\b(?:not|never)(?: \w+){0,3}? (?:contacted|approached|interviewed|invited|involved|included|seen|met|asked"
    r"|spoken|written)\b"
)
_OTHER_END = (
    r"(?:contact|relationships?|dealings|ties?|bond|links?|connections?|touch|involvement|communication"
    r"|falling.out|rift|feud"
    r"|terms|life) (?:with|to)|estranged from|(?:separated|divorced|distant|cut off|moved) (?:out |away )?from"
    r"|(?:separated|fell out|fallen out|split|lived|living|relationship|quarrelled|broken) (?:up |off )?with"
    r"|(?:never|not|last|barely|hardly|scarcely|had|has) (?:\w+ )?(?:met|known|knew|seen|saw|spoken to|spoke to"
    r"|held|visited)"
    r"|(?:met|knew) (?:neither|nor)|strangers? to|unknown to|unrelated to|(?:care|upbringing|lives|life|birth) of"
    r"|found|buried|lost|nursed|held|married|left|(?:cares?|caring|cared|looks?|looking|looked) (?:for|after)"
    r"|part in"
)
_TIED = Rare(
    rf"{PERSON}(?:'s (?=(?:\w+ )?(?:contact|relationship|ties?|links?|marriage)\b)|(?!'))[^;{OUR_SIDE}]{{0,90}}?\b"
    rf"(?:{_OTHER_END}) (?:either )?(?P<who>{PERSON})"
    rf"(?!,? who\b)(?:,? (?:and|or|nor) (?:(?:[\w']+ ){{0,3}}?"
    rf"(?:with|to|of|from|met|known|seen|her|his|their|the) )?{PERSON}(?!')){{0,4}}"
)
_AT_STAKE = re.compile(
    rf"(?:\b|(?={SIGNS['occasion']}))"
    rf"(?:(?:risks?|harm|threats?|danger|distress|upset|violence|abuse) (?:posed )?(?:to|for|against|towards)"
    r"|(?:plac|put|leav)\w*(?= [^ ]+ (?:and [^ ]+ )?(?:in danger|at (?:\w+ )?risk|in jeopardy|in peril))"
    r"|endanger\w*|protect\w*"
    r"|safeguard\w*|expos\w+|frighten\w*|jeopardis\w+|unsettl\w+|destabilis\w+|(?:death|loss|funeral|murder"
    r"|killing|illness"
    rf"|safety|protection|wishes|request|consent|trial) (?:of|to|from)"
    r"|(?:proceedings|hearing|order|application|dispute) (?:concerning|regarding|about|relating to|in respect of|over)"
    rf"|[{SIGNS['occasion']}] (?:concerning|regarding|relating to|in respect of|over)"
    rf"|(?:would|could|might|may) (?:have )?"
    rf"(?:told?|tell|reveal|disclose|betray|show|lead|led|alert)\w*(?: {PERSON})?(?: to)?"
    rf" (?:where|(?:in )?(?:which|what) \w+)"
    rf"(?= {PERSON} (?:now )?(?:liv|stay|resid|is|was|had|went|goes))) (?P<who>{PERSON})"
    rf"|(?P<owner>{PERSON})'s? (?:\w+ )?(?:request|wish|wishes|insistence|safety|life|lives|upbringing|care"
    rf"|death|funeral|birth)\b"
    rf"|\b(?:before|since|when|after) (?P<born>{PERSON}) (?:\w+ )?(?:was|were) (?:\w+ )?(?:born"
    rf"|conceived|adopted|removed)\b"
)


def settle_ties(found: Found, marked: Marked) -> None:
    """Leaves out as absent whoever is named for a tie or a danger alone; the one other person named is absent."""
    text = marked.text
    if not found.away or len(marked.mentions) < 2:
        return
    tied: set[int] = set()
    for hit in _TIED.finditer(text, marked.stems):
        tied |= {int(number) for number in NUMBER.findall(text, hit.start("who"), hit.end())}
    for hit in _AT_STAKE.finditer(text):
        tied |= {int(number) for number in NUMBER.findall(hit["who"] or hit["owner"] or hit["born"])}
    if not tied:
        return
    free = {
        one
        for number, mention in enumerate(marked.mentions)
        if number not in tied and not (mention.whole_family and f"{number}{WHO}'" in text)  # "the family's early years"
        for one in persons(mention)
    }
    ends = {one for number in tied for one in persons(marked.mentions[number])} - free
    left = [one for one in found.away if one not in ends]
    heard = {*found.by_kind.get("contribution", ()), *found.by_kind.get("history", ())}
    if not left and len(free) == 1 and not free & heard:
        left = [*free]
        found.add("non-involvement", left)
    if left:
        found.drop("non-involvement", ends)


_OTHER_OFFERS = Rare(
    rf"(?P<who>{PERSON})(?!')[^;{OUR_SIDE}]{{0,40}}?\b(?:declin|refus|turned down|reject|not (?:\w+ )?(?:accept"
    rf"|take up|engage with"
    r"|attend|want|wish for)|withdr[ae]w)\w*(?: from)?(?: [\w'-]+){0,5}? (?:support|referrals?|assessment|services?"
    r"|appointments?|treatment|vaccination|immunisation|courses?|programmes?|counselling|therapy|medication"
    r"|nursery place"
    r"|early help|tenancy|accommodation|parenting|respite|package|screening|blood tests?|bookings?|visits? (?:by|from)"
    r"|classes|group)\b(?! (?:to|with|for) (?:the )?(?:contribute|take part|meet|review|author|panel))"
)
_NOT_THEIRS = Rare(
    rf"(?<!{OBJECT}){SIGNS['service']} (?:\w+ )?(?:did|was|were|has|have|had|could) not (?:\w+ ){{0,2}}?"
    rf"(?:contribut|tak"
    r"|participat|attend|respond|repl|provid|submit|send|return|interview|represent|involv)\w*[^;]{0,140}?"
    rf" (?:had|having|has|with|about|for|of|to|saw|seen|met|known|knew) (?P<who>{PERSON})(?!'?s? \w+ (?:was|did|were))"
)
"""A service that did not take part, and whom it knew."""
_ABOUT = Rare(
    r"\b(?:request|records?|report|chronolog\w+|files?|notes|referral|data"
    r"|information)s?\b[^;,]{0,60}?\b(?:about|regarding"
    rf"|concerning|relating to|in respect of|held on|held for) (?P<who>{PERSON})"
    r"(?! (?:\w+ ){0,2}?(?:came|emerged|reached|arrived|surfaced|was (?:passed|received)))"
)


_REFERRED = Rare(
    rf"\b(?:referral|assessment|support|treatment|early help|plan)\b[^;{OUR_SIDE}]{{0,80}}?\b(?:declin|refus"
    rf"|withdr[ae]w|withheld"
    rf"|not (?:accept|given|taken up))\w*[^;{OUR_SIDE}]{{0,20}}? (?:by|from) (?P<who>{PERSON})"
    rf"|(?P<whom>{PERSON})(?!')[^;{OUR_SIDE}]{{0,80}}?\bno (?:response|reply|answer) (?:to|from)[^;{OUR_SIDE}]{{0,40}}?"
    rf"(?:[{_SERVICE}]|\b(?:midwif|midwiv|health visit|hospital|clinic|school|nursery|housing)\w*)"
)
_BETWEEN = Rare(rf"\bbetween (?P<who>{PERSON}) and (?:[\w'-]+ ){{0,2}}?{OBJECT}?[{_SERVICE}]")


def settle_bystanders(found: Found, marked: Marked, *, ours: bool) -> None:
    """Leaves out as absent those who had nothing to do with a service; `ours` says that all around is of the review."""
    if not found.away:
        return
    text = marked.text
    patterns: Iterable[Rare] = (_RECORDS, _KNOWN, _ABOUT, _NOT_THEIRS, _WHO_KNEW)
    if not marked.about_review:
        patterns = (*patterns, _WHEREABOUTS, _ANSWERS, _ELSE, _OTHER_OFFERS, _BETWEEN, _REFERRED)
        if not ours:
            patterns = (*patterns, ACTS)
    for pattern in patterns:
        for hit in pattern.finditer(text, marked.stems):
            if pattern not in {_ELSE, _RECORDS, _ABOUT, _OTHER_OFFERS, _BETWEEN, _REFERRED} and _PART.search(
                text, hit.end()
            ):
                continue
            for number in NUMBER.findall(hit[hit.lastgroup or "who"]):
                found.drop("non-involvement", persons(marked.mentions[int(number)]))
