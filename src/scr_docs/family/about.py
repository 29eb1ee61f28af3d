"""Whom the patterns that match a marked sentence are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from scr_docs.family.cues import NUMBER, OBJECT, PERSON, WHO
from scr_docs.family.mark import Marked
from scr_docs.family.people import Mention

People = dict[str | None, None]
"""People in the order in which they were found; None stands for the family as a whole."""

_LISTS = re.compile(
    rf"{PERSON}(?: \([^()]{{1,60}}\))?(?:(?:,? and |, |,? or |,? nor ){PERSON}(?: \([^()]{{1,60}}\))?){{0,7}}"
)
_GOES_ON = re.compile(
    r"(?: and| so| but)(?:,? (?:on|for|in|as) (?:that|this|these|those|a) [^,;]{1,30},?)?"
    r" (?:was|were|has|had|did|could|is|are) (?:not|never)\b"
)
_AFTER_SINCE = re.compile(r" (?:since|when|after|before|until) $")
_SUBJECTS = re.compile(rf"{WHO}\d+{WHO}(?!')(?:(?:,? and |, |,? or |,? nor ){WHO}\d+{WHO}(?!')){{0,7}}")
_REACH = 200
"""How many letters on either side of a hit still belong to its clause, at most."""
_CLAUSE_END = re.compile(r"[;,]| (?:but|and|that|who|which|where|because) ")
_TELLERS = re.compile(
    rf"(?:{WHO}|(?<=(?:by|of) ){OBJECT}|(?<=between ){OBJECT})(\d+){WHO}(?! (?:was|were|had been) (?:hit|hurt))"
)


def persons(mention: Mention) -> tuple[str | None, ...]:
    """The people of a mention; None for the family as a whole, nobody for a stranger."""
    return mention.people or ((None,) if mention.whole_family else ())


def people_in(signs: str, marked: Marked) -> list[str | None]:
    """The people whose signs are in this piece of the sentence, in order; None for the family as a whole."""
    return [one for number in NUMBER.findall(signs) for one in persons(marked.mentions[int(number)])]


def tellers(marked: Marked) -> list[str | None]:
    """Those whose accounts a sentence sets side by side: whoever acts in it, or has an account "by" or "of" them."""
    numbers = dict.fromkeys(_TELLERS.findall(marked.text))
    people = (one for number in numbers for one in persons(marked.mentions[int(number)]))
    return list(dict.fromkeys(people))


def near(hit: re.Match[str], *, marked: Marked, implied: Sequence[Mention]) -> list[str | None]:
    """Whom a pattern without a person of its own is about: those inside it, else those named nearest to it."""
    if implied:
        return [person for one in implied for person in persons(one)]
    inside = NUMBER.findall(hit[0])
    before = _list_at(marked.text[: hit.start()], last=True)
    numbers = inside[:1] or before or _list_at(marked.text[hit.end() :], last=False)
    if inside:
        numbers = _list_of(marked.text, inside[0])
    return [person for number in numbers for person in persons(marked.mentions[int(number)])]


def _of_main(hit: re.Match[str], text: str) -> str | None:
    """Whom a pattern names as `who`, None where it has none.

    In "Father had no contact with the child since she was born and was not asked" it is Father who was not asked.
    """
    named = cast("str | None", hit.groupdict().get("who"))
    if named is None or not _AFTER_SINCE.search(text, max(0, hit.start("who") - 12), hit.start("who")):
        return named
    main = _SUBJECTS.search(text, text.rfind(";", 0, hit.start()) + 1, hit.start("who"))
    return main[0] if main and _GOES_ON.search(hit[0]) else named


def _list_at(text: str, *, last: bool) -> list[str]:
    lists = list(_LISTS.finditer(text))
    return NUMBER.findall(lists[-1 if last else 0][0]) if lists else []


def _list_of(text: str, number: str) -> list[str]:
    return next(
        (NUMBER.findall(found[0]) for found in _LISTS.finditer(text) if number in NUMBER.findall(found[0])), [number]
    )


def _clause(text: str, match: re.Match[str]) -> str:
    """What was matched with the rest of its clause on both sides."""
    first, last = max(0, match.start() - _REACH), match.end() + _REACH
    start = max(first, *(text.rfind(mark, first, match.start()) + 1 for mark in ";:,"))
    end = _CLAUSE_END.search(text, match.end(), last)
    return text[start : end.start() if end else last]


def matched(
    patterns: Sequence[re.Pattern[str]], *, marked: Marked, outside: Sequence[tuple[int, int]] = (),
    unless: re.Pattern[str] | None = None, without: re.Pattern[str] | None = None,
    refused: re.Pattern[str] | None = None,
) -> list[str | None]:  # fmt: skip
    """The people whom the patterns find in the sentence; None for the family as a whole.

    What begins in the stretches `outside` does not count, unless it holds `unless`; nor does what holds `without`, nor
    that of which `refused` finds something in the clause around it.
    """
    people: People = {}
    for match in hits(patterns, marked):
        inside = begins_in(match, outside)
        if (inside and not (unless and unless.search(match[0]))) or (
            without and without.search(marked.text, max(0, match.start() - 20), match.end() + 12)
        ):
            continue
        if not (refused and refused.search(_clause(marked.text, match))):
            people.update(dict.fromkeys(whom(match, marked)))
    return list(people)


def hits(patterns: Sequence[re.Pattern[str]], marked: Marked) -> list[re.Match[str]]:
    """Everything that the patterns find in the sentence, pattern by pattern; nothing where it names nobody."""
    if not (patterns and marked.mentions):
        return []
    text = marked.text
    return [match for pattern in patterns for match in pattern.finditer(text)]


def begins_in(hit: re.Match[str], stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether the hit begins in one of these stretches of its text."""
    return any(first <= hit.start() < last for first, last in stretches)


def whom(hit: re.Match[str], marked: Marked) -> list[str | None]:
    """The people of whom this hit of a pattern tells."""
    named = _of_main(hit, marked.text)
    return near(hit, marked=marked, implied=()) if named is None else people_in(named, marked)
