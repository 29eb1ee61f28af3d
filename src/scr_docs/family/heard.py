"""Who spoke, and to whom, read from words, not phrases: a person, a word of contact and a listener in one clause.

It is asked only for those of whom no pattern found anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from scr_docs import yaml_file
from scr_docs.family.about import people_in, persons
from scr_docs.family.cues import NUMBER, OBJECT, SIGNS, THEIRS, WHO, Worth, compile_pattern
from scr_docs.family.gate import Rare
from scr_docs.family.mark import Marked
from scr_docs.yaml_file import Strict, Text

_BREAK = re.compile(  # each way begins with a letter of its own: `re` then skips to them quickly
    r"; |:(?<=[a-z\ue000]:) |, (?:but|whereas|although|though|while) | (?:but|whereas|although|though|while) "
)
_THEIRS = Rare(THEIRS.pattern)
_OF_OURS = Rare(
    f"[{SIGNS['reviewer']}{SIGNS['review']}]"
    r"|\bour (?:[\w-]+ ){0,3}?(?:visits?|interviews?|meetings?|conversations?|calls?|mornings?|afternoons?|evenings?"
    r"|hours?|contributors?|witnesses|questionnaires?|sessions?|time|talks?|table|offices?)\b"
)
_THAT = re.compile(r"\b(?:that|whether|how|why)\b|,? who (?:said|told|conceded|explained|had asked)\b|: ")
_ALL_BUT = re.compile(
    rf"\b(?:all|every\w*|each|anyone)\b(?: [\w'-]+){{0,8}}? (?:but|save|except|bar|apart from|other than)(?: for)?"
    rf" [{WHO}{OBJECT}](\d+){WHO}(?!')[^;]{{0,80}}?"
    r"\b(?:heard|seen|interviewed|met|spoke|contributed|came|took part|gave|participated|attended)\b"
)
_BUT_ONE = re.compile(
    rf"\b(?:save|except|apart|other|besides|bar|aside|exception)\b(?: (?:for|from|than|of))? "
    rf"[{WHO}{OBJECT}](\d+){WHO}(?:,? (?:who|whom|whose)\b[^;]{{1,160}}?,)?,? (?:all|every\w*|each"
    rf"|everybody)\b[^;]{{0,80}}?"
    r"\b(?:heard|seen|interviewed|met|spoke|contributed|came|took part|gave|participated)\b"
)
_HANDED = Rare(
    r"\b(?:given|gave|made|put|said|says|expressed|set out|sent|wrote|written|voiced|confided|conveyed|addressed"
    rf"|reported|disclosed|told)\b(?:,? [\w'-]+){{0,2}}?(?: to| for| before)? {OBJECT}?{SIGNS['service']}(?!')"
)
_WAS_TOLD = re.compile(
    r" (?:was|were|is|are|been|being|had been|has been) (?:\w+ ){0,2}?"
    r"(?:told|informed|asked|advised|given|assured|sent|written|put|rung|phoned|telephoned|texted|called|warned"
    r"|heard)\b"
)
_ACCOUNT = re.compile(
    r"s? (?:[\w'-]+ ){0,2}?(?:accounts?|versions?|testimony|recollections?|evidence|statements?|letters?"
    r"|story|words|memories|contributions?|views?|narrative|timeline|diary|notes?|answers?)\b"
    r"(?= ?[,(]| (?:to|for|was|were|is|has|reached|came)\b)"
)
"""What somebody gives to a review, after their name."""
_ALONE_HEARD = re.compile(
    rf"\b(?:save|except|but|apart|other|besides|bar|aside|exception)\b(?: (?:for|from|than|of))? "
    rf"[{WHO}{OBJECT}](\d+){WHO}(?:,? (?:who|whom|whose)\b[^;]{{1,160}}?,)?,? (?:no|nobody|none|not one)\b[^;]{{0,80}}?"
    r"\b(?:heard|seen|interviewed|met|spoken|spoke|contributed|came|took part|gave)\b"
)
_ONE = re.compile(rf"({WHO}|{OBJECT})(\d+){WHO}('?)")
_LISTED = re.compile(
    rf"[{WHO}{OBJECT}]\d+{WHO}(?!')(?:, [{WHO}{OBJECT}]\d+{WHO}(?!')){{0,6}}(?: \([^()]{{1,40}}\)"
    rf"|, [\w' -]{{3,30}},?)?,? and"
    rf"(?: (?:by|with|from|to|of))? [{WHO}{OBJECT}]\d+{WHO}(?!')"
)
"""People named together: "by Mother, in person, and by Father"."""
_FROM = re.compile(
    r"\b(?:by|from|of|who|thus|so (?:too )?(?:was|did|were)"
    r"|(?:accounts?|complaints?|letters?|reports?|concerns?|disclosures?|statements?|messages?|things|all|everything)"
    r" (?:that|which)) $"
)
_REACH = 130
"""Within how many letters of each other the person and the listener stand."""
_SOME = 8
"""A sentence has no more sides than these that are worth comparing."""
_SAYS = 60
"""Within how many letters after somebody stands the word that they speak."""
_OTHER = re.compile(rf"[{WHO}{SIGNS['service']}]")
_CONTRAST = r" (?:but|whereas|while|although|though|yet|and) "
_SIDES = re.compile(rf"; |,{_CONTRAST}|:{_CONTRAST}|{_CONTRAST}|: ")
_THINGS = frozenset({"it", "its"})
"""Words that stand for a child too, but more often for a panel or a service."""
_EXCEPTIONS = frozenset({"save", "exce", "but", "apar", "othe", "besi", "bar", "asid"})
"""Stems of the words that except somebody."""
_PART_OF_NAME = re.compile(r" (?:safeguarding|protection|practice|death)\b")
"""What follows "the child" in the name of a panel."""
_QUOTE = SIGNS["quote"]


class _HeardFile(Strict):
    report: tuple[Text, ...]
    questions: tuple[Text, ...]
    help: tuple[Text, ...]
    meeting: tuple[Text, ...]
    recalls: tuple[Text, ...]
    noted: tuple[Text, ...]


@cache
def _shipped(name: str) -> Rare:
    """What heard.yaml has under this name, as one pattern."""
    file = yaml_file.shipped(__file__, "heard.yaml", _HeardFile)
    return Rare("|".join(compile_pattern(line).pattern for line in getattr(file, name)))


def spoke_to_review(marked: Marked, cues: Worth) -> list[str | None]:
    """Who has to do with the review in a clause that speaks of contact and denies, plans or offers nothing."""
    if not marked.has("reviewer", "review") and "our" not in marked.stems:
        return []
    return list(_found(marked, cues, _OF_OURS, "contribution_words", "contribution_not", theirs=_ACCOUNT))


def excepted(marked: Marked) -> list[str | None]:
    """Who alone was heard: "save for Mother, no relative was heard by the panel"."""
    if not (marked.about_review and _EXCEPTIONS & marked.stems):
        return []
    found = _ALONE_HEARD.search(marked.text)
    return [*persons(marked.mentions[int(found[1])])] if found else []


def all_but(marked: Marked) -> list[str | None]:
    """Who alone was not heard: "all but Father gave evidence"."""
    found = (_ALL_BUT.search(marked.people) or _BUT_ONE.search(marked.people)) if _EXCEPTIONS & marked.stems else None
    return [*persons(marked.mentions[int(found[1])])] if found else []


def handed_to_service(marked: Marked) -> bool:
    """Whether what somebody says is said, given or written to a service."""
    return marked.has("service") and _HANDED.search(marked.text, marked.stems) is not None


def thinks(marked: Marked, cues: Worth) -> list[str | None]:
    """Who thinks, feels, wishes or remembers something in a clause that names no listener at the time."""
    people: dict[str | None, None] = {}
    if not cues["view_words"]:
        return []
    for clause in _clauses(marked.text):
        theirs = THEIRS.search(clause)
        if (theirs and not _OF_OURS.search(clause, marked.stems)) or cues.search("view_not", clause):
            continue
        for pattern in cues["view_words"]:
            for hit in pattern.finditer(clause):
                people.update(dict.fromkeys(people_in(hit["who"], marked)))
    return [*people]


def took_part(marked: Marked, cues: Worth) -> list[str | None]:
    """Who met somebody, or gave something, where the section is about the review and no listener is named."""
    return list(_found(marked, cues, _shipped("meeting"), "contribution_words", "contribution_not", acting=True))


def spoke_to_service(marked: Marked, cues: Worth) -> list[str | None]:
    """Who tells something where a service or its occasion is named, and is not the one who is told."""
    return list(_found(marked, cues, _THEIRS, "history_words", "history_not", told=True))


def gave_feedback(marked: Marked, cues: Worth) -> list[str | None]:
    """Who reads, or says something of, the draft or the findings."""
    return list(_found(marked, cues, _shipped("report"), "draft_words", "draft_not", acting=True))


def shaped_questions(marked: Marked, cues: Worth) -> list[str | None]:
    """Who has a part in what the review asks."""
    return list(_found(marked, cues, _shipped("questions"), "scope_words", "scope_words_not", acting=True))


def was_supported(marked: Marked, cues: Worth) -> list[str | None]:
    """Who had somebody, or something, to help them take part."""
    return list(_found(marked, cues, _shipped("help"), "support_words", "support_words_not"))


def differs(marked: Marked) -> list[str | None]:
    """Whose account stands beside another's in a sentence of two sides: one recalls, a record or a service tells."""
    stems = marked.stems
    if not _shipped("noted").may_match(stems):
        return []
    sides = _SIDES.split(marked.text)[:_SOME]
    for number, side in enumerate(sides):
        recalls = _shipped("recalls").search(side, stems)
        others = " ; ".join((*sides[:number], *sides[number + 1 :]))
        if (
            recalls
            and not _OF_OURS.search(others, stems)
            and _shipped("noted").search(others, stems)
            and not THEIRS.search(side)
        ):
            return people_in(recalls[0], marked)
    return []


def is_quoted(marked: Marked) -> list[str | None]:
    """Whose words a quotation is, where nobody else could have spoken them."""
    if THEIRS.search(marked.text) or _QUOTE not in marked.text:
        return []
    ones = [one for one in _ONE.finditer(marked.text) if one[1] == WHO and not one[3]]
    people = list(dict.fromkeys(person for one in ones for person in persons(marked.mentions[int(one[2])])))
    return people if len(people) == 1 else []


def _found(
    marked: Marked,
    cues: Worth,
    listener: Rare,
    words: str,
    refused: str,
    *,
    told: bool = False,
    acting: bool = False,
    theirs: re.Pattern[str] | None = None,
) -> Iterator[str | None]:
    for clause in _clauses(marked.text) if cues[words] and listener.may_match(marked.stems) else ():
        listens = listener.search(clause, marked.stems)
        if listens is None or cues.search(words, clause) is None or (acting and THEIRS.search(clause)):
            continue
        near = [
            one
            for one in _ONE.finditer(clause)
            if abs(one.start() - listens.start()) < _REACH and not _PART_OF_NAME.match(clause, one.end())
        ]
        if not near or _is_refused(clause, max(listens.end(), near[0].end()), cues, refused):
            continue
        ones = [one for one in near if not one[3] or (theirs and theirs.match(clause, one.end()))]
        if told:
            ones = [one for one in ones if _tells(one, clause, cues, words)]
        if acting:
            ones = [one for one in ones if one[1] == WHO or _is_source(one, clause)]
            if words == "scope_words":  # "that was Father's idea"
                ones = ones or near
        if ones:
            nearest = min(ones, key=lambda one: abs(one.start() - listens.start()))
            together = (one[0] for one in _LISTED.finditer(clause) if one.start() <= nearest.start() < one.end())
            named = NUMBER.findall(next(together, nearest[0]))
            for mention in (marked.mentions[int(number)] for number in named):
                if marked.lowered[mention.start : mention.end] not in _THINGS:
                    yield from persons(mention)


def _is_refused(clause: str, after: int, cues: Worth, refused: str) -> bool:
    """Whether the clause denies, plans or offers; what was said, after "that", may hold any "not"."""
    that = _THAT.search(clause, after)
    return cues.search(refused, clause[: that.start()] if that else clause) is not None


def _is_source(one: re.Match[str], clause: str) -> bool:
    """Whether something comes "by" or "from" somebody."""
    return _FROM.search(clause[max(0, one.start() - 30) : one.start()]) is not None


def _tells(one: re.Match[str], clause: str, cues: Worth, words: str) -> bool:
    """Whether the word is theirs: they stand right before it, or after "by" or "from"."""
    if _is_source(one, clause):
        return True
    if one[1] != WHO or _WAS_TOLD.match(clause, one.end()):
        return False
    return cues.search(words, _OTHER.split(clause[one.end() : one.end() + _SAYS])[0]) is not None


@lru_cache(maxsize=4)  # a sentence is asked of several times in a row
def _clauses(text: str) -> tuple[str, ...]:
    breaks = [0, *(found.end() for found in _BREAK.finditer(text)), len(text)]
    return tuple(text[start:end] for start, end in pairwise(breaks))
