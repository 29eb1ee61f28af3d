"""Who did not take part, as one marked sentence tells it, or a cell of a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from scr_docs.family.about import matched, people_in, persons
from scr_docs.family.cues import NUMBER, OBJECT, PERSON, SIGNS, THEIRS, WHO, Cues, Worth
from scr_docs.family.found import Found
from scr_docs.family.gate import Rare
from scr_docs.family.mark import Marked
from scr_docs.family.people import Mention
from scr_docs.family.sections import Section
from scr_docs.family.statement import StatementKind
from scr_docs.family.unheard import unheard

_BARE = re.compile(rf"^((?:{WHO}\d+{WHO}(?:, | and )?)+)(?: \([^()]{{1,60}}\))?\s*[:–—-]\s*")
_PIECES = re.compile(r"(?:[;,.]| [-–—]) (?:and |but |so )?")
_NOT_ASKED = re.compile(
    r"\b(?:no|not|never|nor|neither|without|rather than|against|unable to)\b (?:\w+ ){0,3}?"
    r"(?:invit\w+|approach\w*|contact\w*|sought|seek|written|asked|request\w*|solicit\w*|writing|attempts?)\b"
)
_ASKED = re.compile(
    r"\b(?:invit\w+|approach\w*|contact(?:ed)?|written to|wrote|letters?|sent|asked|offer\w*|attempts?)\b"
)
_OR_ANOTHER = re.compile(
    rf"\b(?:not|never|neither|unable)\b[^;{WHO}]{{0,60}} {PERSON}(?!')[^;{WHO}]{{0,90}}?,? (?:or|nor)"
    rf" (?:(?:with|to|from|by) )?(?P<who>{PERSON})(?!')"
)
"""Another of whom the same is said: "did not see Mother, who was ill, or Father, who …"."""
_TOOK_PART = re.compile(
    rf"(?P<who>{PERSON})(?!') (?:met|saw|spoke (?:to|with)|talked (?:to|with)|wrote to|gave|welcomed) "
    rf"{OBJECT}?[{SIGNS['reviewer']}{SIGNS['review']}](?![^;,{WHO}]{{0,60}}? (?:but|not|never|until|only)\b)"
)
"""Whoever took part beside those who did not."""
_NO_LETTER = Rare(
    r"\bno (?:letter|approach|invitation|request|leaflet)s? (?:was|were|has been|had been|could be)\b"
    rf"|\b(?:letter|approach|invitation|visit)s? (?:to|from|of)(?: {PERSON})?[^;]{{0,40}}? "
    rf"(?:(?:was|were) (?:\w+ )?(?:ruled out|not"
    r"|never|placed on|lost|mislaid|rejected|vetoed)|would|could|might|may)\b"
    rf"|\b(?:nothing|little|no \w+)\b[^;]{{0,60}}? (?:from|by|in|to) (?:an? )?"
    rf"(?:approach|invitation|letter)\w* to {PERSON}"
    rf"|{PERSON} (?:has|had|was|is) not been (?:\w+ )?(?:informed|told|notified|asked|written|invited)"
)
_ALONE = Rare(
    rf"(?<!left )(?<!leave )(?<!leaving ){PERSON} alone\b|\b(?:\w+ed|seen|met|been|spoken to"
    rf"|parent) alone\b|\balone with\b"
    r"|\bbeing left alone\b|\bleft alone (?:at|in|with|overnight|for|all|when|while|on)\b"
    rf"|\bin the absence of (?:the )?{PERSON}|\bon (?:her|his|their) own\b"
)
_OF_INVITATIONS = re.compile(
    r"\binvit|\bapproach(?:ed)?\b|\boffer(?:ed)?\b|\bof contact\b|\b(?:how|when) (?:asked|contacted|told)"
)
OF_REVIEW = re.compile(
    f"[{SIGNS['reviewer']}{SIGNS['review']}]"
    r"|take part|taking part|contribut|participat|interview|be (?:involved|part)|meet|heard (?:from|back)"
    r"|too (?:young|little|ill|unwell|frail|old) to|rather not|no part|any part"
    r"|any involvement|nothing to do"
)
_OUR_DOING = re.compile(
    r"\b(?:our|this) (?:\w+ )?"
    r"(?:visits?|letters?|appointments?|intention|plans?|timetable|hope|list|questions?|invitations?|approach\w*"
    r"|conversations?|interviews?|meetings?|offers?|calls?)"
)
_OF_HEARING = Rare(
    r"\b(?:tak\w+ part|took part|contribut\w+|interview\w*|input|voices?|account|report|write to|approach\w*|contact"
    r"|involved|included|participat\w+|involvement|views)\b"
)
_ELSEWHERE = Rare(
    rf"\b(?:invit\w+|attend\w*|came|come|go|went) (?:\w+ ){{0,4}}?{OBJECT}?{SIGNS['occasion']}"
    r"|\b(?:to|at|from|(?<!offer )(?<!offers )(?<!opportunity )(?<!chance )(?<!invitation )(?<!idea )of)"
    r" (?:an?|the|any|each|every|that) (?:[\w']+ ){0,3}?"
    r"(?:meetings?|conferences?|hearings?|appointments?|clinics?|course|groups?|assessments?|sessions?|reviews?)\b"
    r"|\binvolved in [^;,]{0,25}(?:care|life|upbringing|decisions?|parenting|planning)\b(?!,? and)"
)
_OF_TAKING_PART_IN = re.compile(r"\b(?:interview\w*|contribut\w+|views|account)\b")
_TOLD_US = Rare(
    rf"{SIGNS['service']}[^;]{{0,60}}?\b"
    r"(?:request|advis|direct|recommend|insist|instruct|object|ruled|would not|did not think|asked that)\w*\b"
    r"[^;]{0,60}\b(?:re-?)?(?:approach|contact|interview|spoken to|speak|invit)"
)
_NO = re.compile(
    r"\b(?:not|never|no|neither|nor|none|without|more than|preclud\w+|prevent\w+|rul\w+ out|failed|fruitless|unable)\b"
)
_OWN = frozenset({None, "no-reply", "own-choice"})
_HEARD: tuple[StatementKind, ...] = ("history", "draft-feedback")
_STRANGERS_FIRST = re.compile(
    rf"^(?!(?:despite|notwithstanding|after|following) (?:[\w'-]+ ){{0,3}}?"
    rf"(?:enquir|inquir|search|check|effort|attempt|tracing))"
    rf"[^{WHO}]*?(?<!\ue006){SIGNS['service']}"
)
_NOT_SO = re.compile(
    r"^(?:had|if|were|should)\b[^;]{1,150}\bwould (?:\w+ )?(?:have\b|be\b)|\b"
    r"(?:wrong|mistaken|incorrect|a mistake|unfair|untrue) to"
    r" (?:conclude|suppose|assume|infer|say|think|suggest|imply|believe)\b"
)
"""What follows, or goes before, was not so."""
_UNREAL = ("had", "if", "were", "should")
_WRONG = frozenset({"wron", "mist", "inco", "unfa", "untr"})
"""The sentence begins with one of _UNREAL, or has one of these stems, where _NOT_SO is in it."""
_IN_FUTURE = re.compile(
    r"\b(?:should(?! have)|must|needs? to|will ensure|ensures?|makes? sure"
    r"|within (?:\w+ )?(?:working )?(?:hours?|days?))\b"
)
"""Words of recommendations."""


def of_hearing(marked: Marked) -> bool:
    """Whether the sentence has words for taking part, or for what somebody tells a review."""
    return _OF_HEARING.search(marked.text, marked.stems) is not None


def strangers_first(marked: Marked) -> bool:
    """Whether somebody of a service acts before anybody of the family is named."""
    return marked.has("service") and _STRANGERS_FIRST.search(marked.text) is not None


def told_us(marked: Marked) -> bool:
    """Whether a service says who should be approached, or should not."""
    return marked.has("service") and _TOLD_US.search(marked.text, marked.stems) is not None


def add_away(
    found: Found, marked: Marked, cues: Worth, section: Section | None, others: Sequence[tuple[int, int]], *,
    linked: bool, ours: bool, theirs: bool,
) -> None:  # fmt: skip
    """Who did not take part. What somebody says is left out, but for their own no to the review."""
    if _ALONE.search(marked.text, marked.stems):
        return
    away = partial(matched, marked=marked, outside=others, unless=OF_REVIEW)
    found.add("non-involvement", away(cues["non_involvement"]))
    if section == "review" or (section is None and (ours or linked or not theirs)):
        found.add("non-involvement", away(cues["non_involvement_weak"]))
    told = found.by_kind.get("contribution") or found.by_kind.get("view") or found.by_kind.get("history")
    if ours and section in {None, "review"} and marked.about_review and not found.away and not told:
        found.add("non-involvement", away(cues["non_involvement_any"]))


def is_elsewhere(marked: Marked) -> bool:
    """Whether somebody was asked to, or was not at, a meeting of a service."""
    return _ELSEWHERE.search(marked.text, marked.stems) is not None and not _OF_TAKING_PART_IN.search(marked.text)


def _settle_several(found: Found, marked: Marked) -> None:
    """Adds others of whom the same no is said, and leaves out whoever took part beside several who did not."""
    for hit in _OR_ANOTHER.finditer(marked.text):
        first, second = (persons(marked.mentions[int(one)]) for one in NUMBER.findall(hit[0]))
        if set(first) & found.away.keys():
            found.add("non-involvement", second)
    if len(found.away) > 1 and not _NO.search(marked.text[:20]):
        for hit in _TOOK_PART.finditer(marked.text):
            heard = persons(marked.mentions[int(NUMBER.findall(hit["who"])[0])])
            found.drop("non-involvement", heard)
            found.add("contribution", heard)


def settle_away(found: Found, marked: Marked) -> None:
    """Leaves out the child where it is another who did not take part, and whoever was "not approached" as invited.

    What should be done for families in future tells of nobody who did not take part.
    """
    if not found.away:
        return
    if None in found.away and _IN_FUTURE.search(marked.text):
        found.drop("non-involvement", [None])
    may_be_unreal = marked.text.startswith(_UNREAL) or not _WRONG.isdisjoint(marked.stems)
    if may_be_unreal and _NOT_SO.search(marked.text):
        found.forget("non-involvement")
    _settle_several(found, marked)
    subject = {one for mention in marked.mentions if mention.role == "subject" for one in persons(mention)}
    if found.away.keys() - subject:
        found.drop("non-involvement", subject)
    if found.away.keys() <= subject and not marked.about_review and not of_hearing(marked):
        found.drop("non-involvement", subject)
    if found.away and _NO_LETTER.search(marked.text, marked.stems):
        found.drop("invitation", found.away)
    if found.away and _NOT_ASKED.search(marked.text) and not _ASKED.search(_NOT_ASKED.sub("", marked.text)):
        found.drop("invitation", found.away)


def add_unheard(  # noqa: PLR0917  # as _speech
    found: Found, marked: Marked, cues: Worth, section: Section | None, implied: Sequence[Mention],
    others: Sequence[tuple[int, int]], *, near_review: bool, ruled_out: Callable[[], bool],
) -> None:  # fmt: skip
    """Who was not heard, by single words, where no pattern fits; not those who speak or took part in the sentence."""
    if not near_review and not (_OUR_DOING.search(marked.text) or of_hearing(marked)):
        return
    theirs = marked.has("service", "occasion") and THEIRS.search(marked.text) is not None
    strangers = strangers_first(marked) and not told_us(marked)
    if not marked.about_review and (strangers or _ELSEWHERE.search(marked.text, marked.stems)):
        return
    if not marked.about_review and (
        section == "events" or (section not in {None, "review"} and (theirs or not of_hearing(marked)))
    ):
        return
    if ruled_out():
        return
    away = unheard(marked, implied, others, others=bool(found.away))
    if found.away:
        away.likely.clear()
    if None in away.likely and not (marked.about_review or _OUR_DOING.search(marked.text) or section is None):
        del away.likely[None]
    heard: set[str | None] = set()
    if away.likely:
        heard = {person for kind in _HEARD for person in found.by_kind.get(kind, {})}
        heard |= {*found.to_review, *matched(cues["contribution"], marked=marked, without=_NO)}
    found.add("non-involvement", [*away.surely, *(person for person in away.likely if person not in heard)])


def _any(patterns: Iterable[re.Pattern[str]], pieces: Sequence[str]) -> bool:
    return any(pattern.search(piece) for pattern in patterns for piece in pieces)


def add_bare(
    found: Found, marked: Marked, all_cues: Cues, implied: Sequence[Mention], header: str | None, *, may: bool
) -> None:
    """What a cell, an item of a list, or a sentence without a subject says of the person before it."""
    listed = _BARE.match(marked.text) if marked.text.startswith(WHO) else None
    about: list[str | None] = [person for one in implied for person in persons(one)]
    text = marked.text
    if listed:
        about = people_in(listed[1], marked)
        text = marked.text[listed.end() :]
    if not about or not (may or listed):
        return
    whole = f"{WHO}0{WHO} "
    is_item = listed is not None or header is not None
    away = all_cues["non_involvement_bare"] if is_item else ()
    pieces = _PIECES.split(text) if listed or header is not None else [text]
    if _any(away, pieces[:1]):  # "Not to be contacted – risk to Mother"
        found.forget("non-involvement")
        found.add("non-involvement", about)
    elif _any((*away, *all_cues["non_involvement_passing"]), pieces):
        found.add("non-involvement", about)
    if not is_item:
        return
    alone = [] if marked.mentions else [whole + text]
    if _any((*all_cues["non_involvement"], *all_cues["non_involvement_weak"]), alone):
        found.add("non-involvement", about)
    if header is not None and _OF_INVITATIONS.search(header):
        if _any(all_cues["invitation_bare"], [text]):
            found.add("invitation", about)
    elif _any(all_cues["contribution_bare"], [text]) and not found.away:
        found.add("contribution", about)
    found.add("invitation", about if _any(all_cues["invitation"], alone) else ())
