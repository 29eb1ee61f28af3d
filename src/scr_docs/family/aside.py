"""Who is only spoken of: no listener of the review's, though one stands near them in the sentence.

"The reviewer spoke to the teacher about the sibling" tells of the teacher, "the midwife who had visited Mother" of the
midwife, and "the panel considered how far Mother was listened to" of nobody at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from scr_docs.family.about import begins_in, people_in, persons
from scr_docs.family.cues import NUMBER, OBJECT, OURS, PERSON, SIGNS, WHO
from scr_docs.family.found import Found
from scr_docs.family.gate import Rare
from scr_docs.family.mark import Marked
from scr_docs.family.statement import StatementKind

_OF_FAMILY: tuple[StatementKind, ...] = ("view", "contribution", "non-involvement")
_SERVICE = SIGNS["service"]
_LIST = rf"{PERSON}(?!')(?:(?:, |,? and ){PERSON}(?!')){{0,7}}"
_STRANGER = (
    rf"(?:{_SERVICE}|\b(?:practitioners?|professionals?|staff|workers?|officers?|agenc(?:y|ies)|those|people|anyone"
    r"|everyone|teams?|services?))"
)
_TELLER = rf"(?:{_STRANGER}|{SIGNS['supporter']}|\bsolicitors?\b|\blegal representatives?\b|\bfirm of solicitors\b)"
"""Somebody outside the family who tells the review of it."""
_OBJECT = Rare(rf"\b(?:about|regarding|concerning|discuss\w*) {_LIST}(?! (?:and|with|to|from) \ue006?[{OURS}])")
_RELATIVE = Rare(rf"{_STRANGER}(?:'s? \w+)?,? (?:who|that|which)\b[^;,{OURS}]{{1,120}}")
_EMBEDDED = Rare(
    rf"(?<!\ue006)[{OURS}] (?:\w+ ){{0,3}}?(?:consider|examin|explor|look|discuss|assess|reflect|debat|reviewed|weigh"
    r"|conclud|found|establish|not(?=ed|es)|understood|considers)\w*"
    rf" (?:[\w'-]+ ){{0,3}}?(?:how|whether|what|why|when|where|that|extent|ways?)\b[^;{OURS}]{{1,300}}"
)
_TOLD_BY = Rare(
    rf"\ue006?[{OURS}] (?:(?:was|were|had been|has been|have been|is|are) (?:told|informed|advised|assured"
    rf"|given to understand)"
    rf" by|(?:had |has |have )?(?:heard|learned|learnt|understood|gathered"
    rf"|received word) from) (?:[\w'-]+ ){{0,8}}?\ue006?{_TELLER}"
    r"[^;]{1,300}"
)
_TOLD_US = Rare(
    rf"(?<!\ue006){_TELLER}[^;{OURS}\ue000\ue006]{{0,60}}? (?:told|informed|advised|assured|said to"
    rf"|reported to|explained to|described to"
    rf"|discussed with|shared with|recalled to|mentioned to) (?:[\w'-]+ ){{0,2}}?\ue006?[{OURS}] (?:that|how"
    rf"|why|of|about)\b[^;]{{1,300}}"
)
_WROTE_OF = Rare(
    rf"(?:{PERSON}'s|\b(?:his|her|their)) (?:[\w'-]+ ){{0,2}}?{_TELLER}[^;{OURS}\ue000\ue006]{{0,30}}? (?:wrote|written"
    rf"|writes|emailed|e-mailed|replied|responded|answered|confirmed|telephoned|rang|reported|said|explained|advised)"
    rf"(?: (?:back )?to (?:[\w'-]+ ){{0,2}}?\ue006?[{OURS}])?[^;{OURS}\ue000\ue006]{{0,60}}?"
    r" (?:that|how|why)\b[^;,]{1,300}"
)
"""Whose therapist or solicitor writes of them."""
_HEARD_THAT = Rare(
    rf"(?<!\ue006)[{OURS}] (?:(?:has|had|have|was|were|is|are|also) ){{0,2}}(?:heard|learned|learnt|told"
    rf"|informed|notes?|noted|found|finds"
    r"|established|understands?|understood|aware|recommends?|recommended|suggests?|suggested) that [^;]{1,300}"
)
_THEIR_MIND = Rare(
    rf"(?<!\ue006){SIGNS['service']} (?:felt|was|were|seemed|appeared) (?:\w+ )?(?:reassured|concerned"
    rf"|satisfied|convinced|persuaded"
    r"|struck|worried|moved|misled|influenced)\b[^;]{1,200}"
)
_UNASKED = Rare(
    r"\b(?:(?:no|little|any) (?:\w+ ){0,3}?(?:record|evidence|note|mention|indication|exploration"
    r"|understanding|trace)\b[^;]{0,30}?"
    rf" (?:of|about|as to)|(?:nobody|no one|no-one|no agency|none of [^;]{{1,30}}?"
    rf"|[{SIGNS['service']}{SIGNS['record']}][^;\ue000\ue006]{{0,40}}? not)"
    rf" (?:\w+ ){{0,2}}?(?:ask|explor|establish|record|seek|sought|consider|know|knew|enquir|inquir"
    rf"|discover)\w*(?: [\ue000\ue006]\d+\ue000)?)"
    r" (?:what|how|whether|why)\b[^;]{1,200}"
)
"""What nobody asked of the family nor wrote down."""
_OUR_MIND = Rare(
    rf"(?<!\ue006)[{OURS}] (?:(?:has|had|have|is|was|were|are|also) )?(?:felt|feels|feel|thought|thinks"
    rf"|believed|believes|considered"
    r"|considers|consider|concluded|concludes|conclude|agreed|of the view|of the opinion|satisfied"
    r"|took the view|takes the view"
    r"|formed the view) (?:that )?[^;]{1,300}"
)
_OWN_VIEW = Rare(
    rf"\b(?:in|from|to|of) (?:the )?\ue006?[{OURS}]'s? (?:\w+ ){{0,2}}?(?:view|opinion|judg\w+|assessment"
    r"|perspective|mind|estimation|eyes|analysis)\b"
    rf"|\bin (?:the )?(?:\w+ )?(?:view|opinion|judg\w+|assessment|estimation|eyes) of (?:the )?\ue006?[{OURS}]"
    rf"|\baccording to (?:the )?\ue006?[{OURS}]"
    rf"|[{OURS}]'s? (?:\w+ ){{0,2}}?(?:view|opinion|judg\w+|assessment|conclusion|finding) (?:is|was|remains)\b"
    rf"|\b(?:is|was) (?:the )?\ue006?[{OURS}]'s? (?:\w+ ){{0,2}}?(?:view|opinion|judg\w+|assessment|conclusion"
    r"|finding) that\b"
)
_SHARED = Rare(
    rf"(?<!\ue006)[{OURS}] (?:\w+ ){{0,2}}?(?:discuss|explor|consider|talk|spoke|speak|review"
    rf"|reflect)\w* (?:\w+ ){{0,3}}?with"
    rf" (?:[\w'-]+ ){{0,5}}?\ue006?{_TELLER}[^;{OURS}]{{0,60}}? (?:how|whether|what|why|when"
    rf"|about)\b[^;{OURS}]{{1,200}}"
)
_TO_BE_DONE = Rare(
    rf"^(?:(?!\b(?:that|whether|if|why|how|because|who)\b)[^;{WHO}{OBJECT}]){{0,120}}?"
    r"\b(?:should|must|ought to|needs? to)\b(?! (?:\w+ )?have\b)[^;]{0,250}?"
    r"\b(?:with|through|from) the (?:help|contribution|involvement|participation|assistance|input) of [^;]{1,200}"
)
"""What a service is to do, and with whose help."""
_HEARSAY = Rare(
    rf"(?P<who>{PERSON}),? according to (?P<teller>{PERSON})(?!'),"
    rf"|(?:^|[;,] |\b(?:and|but) )according to (?P<by>{PERSON})(?!'),? (?P<whose>{PERSON})(?!') "
    r"(?:(?:had|has|have|also) )?"
    r"(?:thought|believed|felt|assumed|considered|wanted|wished|hoped|feared|knew|supposed)\b"
)
"""What one relative says that another thought."""
_ASIDES = (_SHARED, _HEARD_THAT, _OBJECT, _RELATIVE, _EMBEDDED, _TOLD_BY, _TOLD_US)
_OF_TAKING_PART = re.compile(
    r"\b(?:tak\w+ part|took part|contribut|participat|interview|invit|approach|declin|involv|trac|meet|met\b|spoke"
    r"|speak)"
)


def settle_own_view(found: Found, marked: Marked) -> None:
    """Leaves nothing of anybody where the review says what it thinks of the past, and not who took part in it."""
    if (
        found.tells_of(_OF_FAMILY)
        and marked.has("reviewer", "review")
        and _OWN_VIEW.search(marked.text, marked.stems)
        and not _OF_TAKING_PART.search(marked.text)
    ):
        found.forget(*_OF_FAMILY)


def settle_asides(found: Found, marked: Marked) -> None:
    """Leaves out as contributors those whom the sentence only speaks of."""
    if found.by_kind.get("contribution"):
        found.drop("contribution", _only_spoken_of(marked))
        found.drop("contribution", _only_in(marked, [*_stretches(marked, (_WROTE_OF, _TO_BE_DONE))]))


def settle_hearsay(found: Found, marked: Marked) -> None:
    """Leaves out the view that a sentence gives by the word of another relative."""
    if not found.by_kind.get("view"):
        return
    for hit in _HEARSAY.finditer(marked.text, marked.stems):
        tellers = people_in(hit["teller"] or hit["by"], marked)
        who = [one for one in people_in(hit["who"] or hit["whose"], marked) if one not in tellers]
        found.drop("view", who)


def words_of_strangers(marked: Marked) -> list[tuple[int, int]]:
    """Where the sentence gives what professionals told the review, or what the review thinks."""
    ours = (_TOLD_BY, _TOLD_US, _OUR_MIND) if marked.has("reviewer", "review") else ()
    theirs = (_THEIR_MIND,) if marked.has("service") else ()
    return [hit.span() for one in (*ours, *theirs, _UNASKED) for hit in one.finditer(marked.text, marked.stems)]


def _only_spoken_of(marked: Marked) -> list[str | None]:
    """The people whom the sentence only speaks of, wherever it names them."""
    if not marked.mentions or not marked.has("reviewer", "review"):
        return []
    return _only_in(marked, [*_stretches(marked, _ASIDES)])


def _stretches(marked: Marked, patterns: Iterable[Rare]) -> Iterator[tuple[int, int]]:
    return (hit.span() for one in patterns for hit in one.finditer(marked.text, marked.stems))


def _only_in(marked: Marked, asides: Sequence[tuple[int, int]]) -> list[str | None]:
    """The people whom the sentence names in these stretches alone."""
    if not asides:
        return []
    aside: dict[str | None, None] = {}
    named: set[str | None] = set()
    for number in NUMBER.finditer(marked.text):
        people = persons(marked.mentions[int(number[1])])
        if begins_in(number, asides):
            aside.update(dict.fromkeys(people))
        else:
            named.update(people)
    return [one for one in aside if one not in named]
