"""Kind `speech-verbs`: the family's words and those of staff are told with verbs of the same kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from scr_docs.family.listeners import listeners
from scr_docs.family.mark import quotations
from scr_docs.family.words import Words, small, words
from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.model import Block
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict, Text

_BETWEEN = frozenset({
    "has", "had", "have", "also", "then", "now", "later", "again", "both", "repeatedly", "initially", "further",
    "always", "still", "once", "apparently", "who", "and", "consistently", "subsequently",
})  # fmt: skip
_PRONOUNS = frozenset({"he", "she", "they"})
_AT_MOST = 10


class Params(Strict):
    """`loaded` are verbs that doubt or accuse, `plain` those that do not. `follows` begin what is said: that, she."""

    loaded: tuple[Text, ...]
    plain: tuple[Text, ...]
    follows: tuple[Text, ...]


Side = Literal["family", "staff"]


@dataclass(frozen=True, slots=True)
class _Said:
    block: Block
    side: Side
    verb: str
    start: int
    end: int
    loaded: bool


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding at each loaded verb of the family, up to ten, if the report speaks more plainly of staff."""
    said = [
        one for block in reading.document.story() if block.level is None for one in _in(block, reading, rule.params)
    ]
    family = [one for one in said if one.side == "family"]
    staff = [one for one in said if one.side == "staff"]
    loaded = [one for one in family if one.loaded]
    plain_of_staff = sum(not one.loaded for one in staff)
    if not loaded or not plain_of_staff or _share(family) <= _share(staff):
        return
    told = f"of the family: {_counted(family)}; of staff: {_counted(staff)}"
    for one in loaded[:_AT_MOST]:
        place = Location.of(one.block, one.start, one.end)
        yield rule.finding(one.block.text[one.start : one.end], location=place, words=told)


def _share(said: Sequence[_Said]) -> float:
    return sum(one.loaded for one in said) / len(said) if said else 0.0


def _counted(said: Sequence[_Said]) -> str:
    counted = Counter(one.verb for one in said)
    return ", ".join(f"{verb} {number}" for verb, number in counted.most_common(6)) or "nothing"


def _in(block: Block, reading: Reading, params: Params) -> Iterator[_Said]:
    loaded, wanted = frozenset(params.loaded), frozenset((*params.loaded, *params.plain))
    if not _any(tuple(sorted(wanted))).search(block.text):
        return
    found = words(small(block.text))
    quotes = quotations(block.text)
    speakers = _speakers(block, reading, found)
    last: Side | None = None
    at = quote = 0
    for index in found.among(wanted):
        verb, start, end = found.texts[index], found.starts[index], found.ends[index]
        while at < len(speakers) and speakers[at][0] <= start:
            last, at = speakers[at][2], at + 1
        while quote < len(quotes) and quotes[quote][1] <= start:
            quote += 1
        quoted = quote < len(quotes) and quotes[quote][0] <= start
        if quoted or not _goes_on(block.text, found, index, params):
            continue
        side = _speaker(found, index, speakers[:at][-1:], last)
        if side is not None:
            yield _Said(block, side, verb, start, end, verb in loaded)


_Speaker = tuple[int, int, Side]


def _speakers(block: Block, reading: Reading, found: Words) -> list[_Speaker]:
    """Where the block names family or staff, in order; a name of the case's professionals is staff too."""
    speakers: list[_Speaker] = [(one.start, one.end, "family") for one in reading.mentions.get(block.index, ())]
    taken = [(one[0], one[1]) for one in speakers]
    skipped = 0
    for index, (after, listener) in listeners().hits(found).items():
        if index < skipped or listener != "service":
            continue
        start, end, skipped = found.starts[index], found.ends[after - 1], after
        if after < len(found) and re.fullmatch(r"\d{1,3}", found.texts[after]):
            end, skipped = found.ends[after], after + 1  # "Social Worker 1"
        if not any(first < end and start < last for first, last in taken):
            speakers.append((start, end, "staff"))
    return sorted(speakers)


def _speaker(found: Words, index: int, before: Sequence[_Speaker], last: Side | None) -> Side | None:
    """Whose verb this is: of the person right before it, or of whom he, she or they last stood for."""
    back = index - 1
    while back >= 0 and found.texts[back] in _BETWEEN and index - back < 5:
        back -= 1
    if back < 0:
        return None
    if before and before[0][0] <= found.starts[back] < before[0][1]:
        return before[0][2]
    return last if found.texts[back] in _PRONOUNS else None


def _goes_on(text: str, found: Words, index: int, params: Params) -> bool:
    is_last = index + 1 == len(found)
    gap = text[found.ends[index] : len(text) if is_last else found.starts[index + 1]]
    return (not is_last and found.texts[index + 1] in params.follows and not gap.strip()) or any(
        mark in gap for mark in '“":‘'
    )


_PATTERNS: dict[tuple[str, ...], re.Pattern[str]] = {}


def _any(wanted: tuple[str, ...]) -> re.Pattern[str]:
    if wanted not in _PATTERNS:
        _PATTERNS[wanted] = re.compile(rf"\b(?:{'|'.join(map(re.escape, wanted))})\b", re.IGNORECASE)
    return _PATTERNS[wanted]
