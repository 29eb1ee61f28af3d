"""What somebody answered in the sentence that asks them: "was invited to meet the reviewer and did so".

A yes that is kept is a contribution; a yes that is taken back ("agreed to meet the reviewer but cancelled") is none.
"""

from __future__ import annotations

import re

from scr_docs.family.about import people_in, persons
from scr_docs.family.cues import OBJECT, PERSON, SIGNS, WHO
from scr_docs.family.found import Found
from scr_docs.family.gate import Rare
from scr_docs.family.mark import Marked

_LIST = rf"{PERSON}(?!')(?:(?:, |,? and ){PERSON}(?!')){{0,7}}"
_PART = (
    r"(?:do(?:ing)? so|tak(?:e|ing) part|contribut\w+|participat\w+|meet|speak|talk|accept|agree|help|be (?:seen"
    r"|interviewed|involved))\b"
)
_YES = re.compile(
    rf"(?:,? (?:and|which|who|whereupon|an (?:offer|invitation|opportunity)(?: that| which)?)|[,;]) (?:which )?"
    rf"(?:(?P<who>{_LIST}) )?(?:(?:has|had|have|was|were) ){{0,2}}"
    rf"(?:did(?: so)?(?=[.,;]|$| (?:in|on|by|twice|together|with|at|through|separately|over)\b)|done so\b|accepted\b"
    rf"|(?:agreed|chose|consented)(?=[.,;]|$| to(?:[.,;]|$)| to {_PART}| and\b)"
    rf"|(?:happy|glad|pleased|willing|content|grateful|keen|delighted)(?=[.,;]|$| to(?:[.,;]|$)| to {_PART})"
    r"|took (?:up )?(?:the |this |that |her |his |their )?(?:\w+ )?(?:offer|invitation|opportunity|chance)"
    r"|took \w+ up\b"
    r"|taken up\b|said yes\b)"
)
_NAMED_YES = re.compile(
    rf"(?<!neither )(?P<who>{_LIST}) (?:(?:has|had|have|was|were) ){{0,2}}"
    rf"(?:did so\b|accepted|agreed(?: to {_PART}| to)?|(?:happy|glad|pleased|willing) to (?:{_PART})|took up (?:the"
    r"|this|that|her|his|their) (?:\w+ )?(?:offer|invitation|opportunity|chance))"
    r"(?=[.,;]|$| (?:and|in|by|on|at|with)\b)"
)
_ASKED = re.compile(r"\b(?:invit\w+|asked|offer\w*|approach\w*|wrote|written|contacted|encouraged|given)\b")
_OF_MIND = re.compile(
    rf"\b(?:happy|glad|pleased|willing|content|grateful|keen|delighted)(?:[.,;]|$| to\b(?:[.,;]|$| {_PART}))"
)
_TELLS = re.compile(r"\b(?:that|how|why|because|felt|said|told|thought)\b")
_TAKEN_BACK = Rare(
    r"\b(?:agreed|accept(?:ed|ing)|consented|willing|happy|said yes|agreement"
    rf"|acceptance)\b(?![^;]{{0,60}}?\b(?:again|second|further|another)\b)"
    rf"[^;{WHO}]{{0,140}}?(?:,|;|\b(?:but|and|though|although|however|before|only to))"
    rf" ?(?:(?P<whom>{PERSON}) )?(?:\w+ ){{0,3}}?"
    r"(?:cancel\w*|withdr[ae]w\w*|pull(?:ed|ing) out|back(?:ed|ing) out|dropp(?:ed|ing) out"
    r"|chang(?:ed|ing) (?:\w+|\ue000\d+\ue000)(?:'s?)? minds?|thought better"
    r"|decid(?:ed|ing) (?:against|not)|declin(?:ed|ing)|chose not"
    r"|(?:did|does|has|have|had) not (?:attend|come|keep|kept|turn|do so|go ahead|appear|arrive|take part|show"
    r"|follow|met|meet)\w*"
    r"|(?:failed|failing) to (?:attend|come|keep|appear|turn|arrive)|never (?:came|attended|did|appeared|arrived|met)"
    r"|no longer (?:wished|wanted|willing|felt))\b"
)
_AFTER_ALL = Rare(
    rf"(?P<who>{PERSON})(?!')[^;{SIGNS['service']}{SIGNS['occasion']}]{{0,80}}?"
    rf"\bchang(?:ed|ing) (?:\w+|{PERSON})(?:'s?)? minds?"
    rf"(?:,? (?:and|but)|,) (?:{PERSON} )?(?:(?!to\b)\w+ ){{0,2}}?(?:sent|wrote|gave|provided|met|saw"
    r"|spoke to|spoke with|talked to|talked with|emailed|recorded|contributed|took part|came to (?:meet|see))\b"
    rf"(?! {OBJECT}?{SIGNS['service']})"
    rf"(?! (?:\w+ ){{0,2}}?(?:no|that)\b)(?![^;]{{0,60}}?"
    rf"(?:\b(?:declin|refus|withdr|not\b|apolog|to say|cancel|unopened|nobody|nothing)"
    rf"|\b(?:to|for|with) (?:\w+ ){{0,2}}?{OBJECT}?{SIGNS['service']}))"
)
"""Somebody changes their mind, and then gives something all the same."""
_NEVER_TURNED = re.compile(r"\b(?:never|neither|nor|if|unless|whether|not chang\w+)\b|^had\b")
_MET = re.compile(r"\b(?:met|spoke|spoken|seen|interviewed|contributed|took part|wrote|told)\b")
_LAST = re.compile(rf"{WHO}(\d+){WHO}(?!')")


def settle_answers(found: Found, marked: Marked, *, asked: bool) -> None:
    """Adds whoever said yes to an invitation; of a yes taken back, leaves the absence.

    `asked` tells that the sentence before was about an invitation.
    """
    text = marked.text
    back = _TAKEN_BACK.search(text, marked.stems) if found.invited or marked.about_review else None
    if back and not _MET.search(text, 0, back.start()):
        who = _subject(marked, back.start()) or list(found.by_kind.get("invitation", ()))
        whom = people_in(back["whom"] or "", marked)
        if not whom or set(whom) <= set(who):
            found.drop("contribution", who)
            found.add("non-involvement", who)
            return
    told = found.by_kind.get("contribution", {}).keys() & found.by_kind.get("view", {}).keys()
    if told and _OF_MIND.search(text) and not _TELLS.search(text):
        found.drop("view", told)
    invited = _ASKED.search(text) if found.by_kind.get("invitation") else None
    if invited or asked:
        for yes in _NAMED_YES.finditer(text, invited.end() if invited else 0):
            named = people_in(yes["who"], marked)
            found.add("contribution", [one for one in named if one not in found.away])
    if not invited:
        return
    for yes in _YES.finditer(text, invited.end()):
        named = people_in(yes["who"] or "", marked)
        who = [one for one in named or found.by_kind["invitation"] if one not in found.away]
        found.add("contribution", who)
        if _OF_MIND.search(text, yes.start()) and not _TELLS.search(text):
            found.drop("view", who)


def settle_after_all(found: Found, marked: Marked) -> None:
    """Reads a change of mind after which something was given as a contribution, and no longer as a no."""
    for hit in _AFTER_ALL.finditer(marked.text, marked.stems):
        if _NEVER_TURNED.search(marked.text, 0, hit.end()):
            continue
        who = people_in(hit["who"], marked)
        found.drop("non-involvement", who)
        found.add("contribution", who)
        found.after_all.update(dict.fromkeys(who))


def _subject(marked: Marked, before: int) -> list[str | None]:
    """Whoever acts last before this place."""
    last = [*_LAST.finditer(marked.text, 0, before)]
    return [*persons(marked.mentions[int(last[-1][1])])] if last else []
