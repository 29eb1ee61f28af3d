"""Who was not heard, read from words rather than phrases: a "no" and a word for taking part in one clause.

It is asked only where no pattern for not taking part fits, and where the review is at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from scr_docs import yaml_file
from scr_docs.family.about import near, people_in, persons
from scr_docs.family.cues import NUMBER, OBJECT, OURS, PERSON, SIGNS, WHO, compile_pattern
from scr_docs.family.gate import needed, split
from scr_docs.family.literal import Sieve, literals, ones
from scr_docs.family.mark import Marked
from scr_docs.family.people import Mention
from scr_docs.yaml_file import Strict, Text

_REACH = 90
"""Within how many letters of each other the "no" and the word for taking part stand."""
_NEXT = 12
"""Letters after "the view of Father" within which a "no" is about the view itself: "is missing"."""
_CONTRAST = r" (?:but|whereas|although|though|while) (?=[^;,]{0,50}[\ue000\ue001\ue002])"
_BREAK = re.compile(  # each way begins with a letter of its own: `re` then skips to them quickly
    rf"; |:(?<=[a-z\ue000]:) |,{_CONTRAST}|{_CONTRAST}| - | – "
)
_STRANGER_AFTER = re.compile(
    rf"(?![^;]{{0,50}}[{SIGNS['reviewer']}{SIGNS['review']}])\W{{0,2}}"
    rf"(?:(?:by|at|in|to|with|from|of|for) )?(?:\w+ ){{0,3}}?"
    rf"{OBJECT}?[{SIGNS['service']}{SIGNS['occasion']}{SIGNS['record']}]"
)
_STRANGER_BETWEEN = re.compile(rf"[{SIGNS['occasion']}{SIGNS['record']}]|(?<!\ue006){SIGNS['service']}")
_LISTED = rf"{PERSON}(?!')(?:(?:, |,? (?:and|or|nor)(?: with| to| from| by)? ){PERSON}(?!')){{0,7}}"
_AFTER = re.compile(rf" (?:\w+ ){{0,3}}?{_LISTED}|[^;]{{0,60}}?(?:\b(?:is|are|was|were)|:) {_LISTED}(?=[.,;]|$)")
_BUT = re.compile(rf"\b(?:but|except(?: for)?|excepting|save(?: for)?|from|bar|barring|than|of) (?:for )?{_LISTED}$")
_ACTOR = re.compile(rf"(?<!{OBJECT})[{OURS}]|{WHO}(?=\d+{WHO}(?!'))|(?<!{OBJECT}){SIGNS['service']}")
_IMPERSONAL = re.compile(r"\b(?:it|this|which|there|view|decision) (?:was|is|had been|has been)\b")
_OURS_ACT = re.compile(
    rf"(?<!{OBJECT})[{OURS}]"
    r"|[,;] (?:and )?(?:so|hence|therefore|thus|which meant|with the result|as a result|for that reason)\b"
    rf"|[,;] and {PERSON}'s (?:own )?(?:views?|account|participation|involvement|contribution|voice)\b"
)
_OTHER_THING = re.compile(r"\b(?:why|whether|how|what|recall\w*|remember\w*|understand|know)\b")
_THAT = re.compile(r"\bthat\b|\band (?:does|did|do|has|had|is|could)\b")
_OWNED_BY_FAMILY = re.compile(
    rf"\d{WHO}'s? (?!(?:own )?(?:views?|voices?|account|part|involvement|contribution|input|side|words))"
)
_IN_THE_VIEW = re.compile(rf"\b(?:in|from|to) (?:the |{PERSON}'s? )?(?:own )?$")
_TO_OURS = re.compile(rf" (?:to |with )?{OBJECT}?[{OURS}]")
_PASSIVE = re.compile(
    r"\b(?:is|was|are|were|been) (?:understood|believed|thought|known|reported|said|considered|found)(?: to)?$"
)
_DECIDED = re.compile(
    r"\b(?:agree|conclud|decid|consider|felt|judg|thought|determin|resolv|view|direct|advis|recommend|accept|took)\w*\b[^.;]{0,30}$"
)
_NOR = re.compile(
    rf"\b(?:nor|neither)(?:, [^,;]{{1,40}},)? (?:was|were|is|did|does|do|has|have|had|could|would|will) {PERSON}(?!')"
)
"""Others of whom the same is said: "nor was Father"."""
_OWN_NO = re.compile(
    r"tak\w+ part|took part|part of|contribut|participat|being part|be(?:en|ing)? (?:involved|interviewed)"
)
"""Of what somebody says, only a no to this."""
_GROUP = re.compile(r"\\b\(\?:(.*)\)\\b", re.DOTALL)
_SIGN_STEMS = {
    **{name: frozenset({sign}) for name, sign in SIGNS.items()},
    "ours": frozenset({SIGNS["reviewer"], SIGNS["review"]}),
}
Words = dict[str, list[re.Pattern[str]]]
_Listed = tuple[str, re.Pattern[str]]
_QUOTES = ('"', "“", "‘", "'")


class _File(Strict):
    no: tuple[Text, ...]
    stopped: tuple[Text, ...]
    part: tuple[Text, ...]
    gone: tuple[Text, ...]
    dead: tuple[Text, ...]
    declines: tuple[Text, ...]
    refusal: tuple[Text, ...]
    never: tuple[Text, ...]


_LISTS = tuple(_File.model_fields)
_TELLING = ("gone", "dead", "part", "declines", "refusal")
"""Without a pattern of these nobody is found, unless others are known to be away."""


@cache
def _shipped() -> tuple[tuple[_Listed, ...], dict[str, int], Sieve]:
    """The pattern of each alternative with the name of its list; and which are worth a try.

    By stem it is told which are where the stem is in a sentence, a bit for each; those that may match anything stand
    under no letters. The sieve tells it by all words. Several alternatives may have one pattern.
    """
    file = yaml_file.shipped(__file__, "unheard.yaml", _File)
    every: list[_Listed] = []
    by_stem: dict[str, int] = {}
    groups: list[tuple[tuple[str, ...], ...]] = []
    for name in _File.model_fields:
        for line in getattr(file, name):
            for need, pattern, pieces in _gated(line):
                bits = (1 << (len(every) + len(pieces))) - (1 << len(every))
                for one in need or {""}:
                    by_stem[one] = by_stem.get(one, 0) | bits
                for piece in pieces:
                    whole = name == "refusal"  # those are of the sentence with its quotations
                    groups.append(() if whole else literals(compile_pattern(piece).pattern))
                    every.append((name, pattern))
    return tuple(every), by_stem, Sieve(groups)


def _gated(line: str) -> Iterator[tuple[frozenset[str], re.Pattern[str], list[str]]]:
    """The alternatives of a line, together where the same stems open them, and one by one."""
    group = _GROUP.fullmatch(line)
    by_need: dict[frozenset[str], list[str]] = {}
    for piece in split(group[1] if group else line):
        need = next(iter(needed(piece, _SIGN_STEMS)), frozenset())
        by_need.setdefault(need, []).append(piece)
    for need, pieces in by_need.items():
        whole = "|".join(pieces)
        yield need, compile_pattern(rf"(?<!\w)(?:{whole})(?!\w)" if group else whole), pieces


def _worth(stems: frozenset[str], text: str) -> Words:
    """The patterns that may match a sentence with these stems."""
    every, by_stem, sieve = _shipped()
    worth: Words = {name: [] for name in _LISTS}
    bits = by_stem.get("", 0)
    for one in stems & by_stem.keys():
        bits |= by_stem[one]
    for name, pattern in ones(every, bits & sieve.may_match(text)):
        if pattern not in worth[name][-1:]:
            worth[name].append(pattern)
    return worth


@dataclass(slots=True)
class Unheard:
    """Those of whom a sentence about the review says that they were not heard; None for the family as a whole.

    `surely` are those of whom a single word says it, `likely` those of whom a "no" and another word do.
    """

    surely: dict[str | None, None] = field(default_factory=dict)
    likely: dict[str | None, None] = field(default_factory=dict)


def unheard(
    marked: Marked, implied: Sequence[Mention], outside: Sequence[tuple[int, int]], *, others: bool = False
) -> Unheard:
    """Who was not heard; with `others`, who besides those known to be away, of whom nobody's death tells.

    What begins in the stretches `outside`, which are somebody's words, does not count, unless the review acts there.
    """
    words = _worth(marked.stems, marked.text)
    text = marked.text
    found = Unheard()
    if not (others or any(map(words.__getitem__, _TELLING))) or any(one.search(text) for one in words["never"]):
        return found
    for sure, hit in _hits(text, words, about_review=marked.about_review and not others):
        inside = [first for first, last in outside if first <= hit.start() < last]
        own = bool(inside) and (
            _OWN_NO.match(hit[0]) or hit[0].endswith(tuple(OURS)) or _TO_OURS.match(text, hit.end())
        )
        if (
            inside
            and hit.start() - max(inside) > _NEXT
            and not own
            and not _OURS_ACT.search(text, max(inside), hit.start())
        ):
            continue
        (found.surely if sure or own else found.likely).update(dict.fromkeys(_about(hit, marked, implied)))
    for one in words["declines"]:
        found.surely.update((who, None) for hit in one.finditer(text) for who in _about(hit, marked, implied))
    if _OWNED_BY_FAMILY.search(text) and not implied:  # "the family's previous area" is not about the family
        numbered = enumerate(marked.mentions)
        if all(f"{number}{WHO}'" in text for number, one in numbered if one.whole_family):
            found.surely.pop(None, None)
            found.likely.pop(None, None)
    if others or found.surely or found.likely:
        for hit in _NOR.finditer(text):
            found.surely.update(dict.fromkeys(people_in(hit[0], marked)))
    if len(found.surely) > 1:
        found.surely.pop(None, None)
    found.surely.update(dict.fromkeys(_refusing(marked, words)))
    return found


def _refusing(marked: Marked, words: Words) -> tuple[str | None, ...]:
    """Whoever says no in quotation marks: the first who is named."""
    start, end = marked.span
    if not any(marked.lowered.find(quote, start, end) >= 0 for quote in _QUOTES) and not any(
        one.owned_by for one in marked.mentions
    ):
        return ()
    if not marked.mentions or not any(one.search(marked.people) for one in words["refusal"]):
        return ()
    return next((people for one in marked.mentions if (people := persons(one))), ())


def review_acts(text: str, place: int) -> bool:
    """Whether the last who acts before this place is the review, or nobody: "it was felt that"."""
    if _PASSIVE.search(text, max(0, place - 40), place):
        return True
    if not _DECIDED.search(text, max(0, place - 40), place):
        return False
    last = [*_ACTOR.finditer(text, 0, place)]
    return last[-1][0] in OURS if last else _IMPERSONAL.search(text, 0, place) is not None


def _about(hit: re.Match[str], marked: Marked, implied: Sequence[Mention]) -> list[str | None]:
    """Whom the words are about: whoever stands right after them, otherwise those whom `near` finds."""
    if hit[0].endswith(WHO) and (but := _BUT.search(hit[0])):
        return people_in(but[0], marked)
    after = _AFTER.match(marked.text, hit.end())
    if after and NUMBER.search(hit[0]) is None:
        return people_in(after[0], marked)
    return near(hit, marked=marked, implied=implied if not marked.mentions else ())


def _hits(text: str, words: Words, *, about_review: bool) -> Iterator[tuple[bool, re.Match[str]]]:
    for name in ("gone", "dead") if about_review else ("gone",):
        yield from ((True, hit) for found in words[name] if (hit := found.search(text)))
    if not (words["no"] or words["stopped"]) or not words["part"]:
        return
    for start, end in _clauses(text):
        parts = [hit for found in words["part"] for hit in found.finditer(text, start, end)]
        if not parts:
            continue
        for found in (*words["no"], *words["stopped"]):
            for no in found.finditer(text, start, end):
                yield from ((False, part) for part in parts if _belong(text, no, part))


def _belong(text: str, no: re.Match[str], part: re.Match[str]) -> bool:
    """Whether these two words are about one thing, and not about a service."""
    first, second = sorted((no, part), key=lambda hit: hit.start())
    between = text[first.end() : second.start()]
    if (
        len(between) > _REACH
        or second.start() < first.end()
        or (_OTHER_THING if first is no else _THAT).search(between)
    ):
        return False
    if _IN_THE_VIEW.search(text, max(0, part.start() - 30), part.start()):
        return False
    return not _STRANGER_BETWEEN.search(between) and not _STRANGER_AFTER.match(text, second.end())


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _BREAK.finditer(text):
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)
