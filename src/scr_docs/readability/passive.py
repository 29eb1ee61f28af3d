"""Passive voice, as a hint: a form of "be" or "get", perhaps an adverb, and a past participle."""

from __future__ import annotations

import re
from functools import lru_cache

from scr_docs.readability.prose import spans

_IRREGULAR = (
    "beaten|begun|bent|bitten|blamed|born|bought|bound|broken|brought|built|burnt|cast|caught|chosen|cut|dealt|done|drawn|"
    "driven|eaten|fed|felt|forbidden|forgiven|forgotten|found|frozen|given|grown|heard|held|hidden|hit|hung|kept|known|"
    "laid|led|left|lent|lost|made|meant|met|misled|overseen|paid|put|read|rung|said|seen|sent|set|shaken|shot|shown|shut|"
    "sold|sought|spent|split|spoken|spread|stolen|struck|sung|taken|taught|thought|thrown|told|torn|undertaken|"
    "understood|withdrawn|withheld|worn|written"
)
_STATES = (
    r"(?:allowed|bored|born|concerned|confused|excited|frightened|interested|involved|married|pleased|prepared|scared|"
    r"so|sorry|supposed|surprised|tired|upset|used|worried|distressed|ashamed|named|called|closed|left|done|planned)\b"
)
_NOT_PARTICIPLES = r"(?:need|indeed|red|bed|hundred|speed|seed|feed|deed|sacred|naked|wicked|beloved)\b"

PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|gets?|got)"
    r"(?: (?:not|also|never|always|often|only|being|been|fully|already|still|now|then|later|[a-z]{3,12}ly)){0,2}"
    rf" (?!{_STATES})(?!{_NOT_PARTICIPLES})(?:[a-z]{{2,14}}ed|{_IRREGULAR})\b"
    r"(?! (?:to be|that it|up|with how))",
    re.IGNORECASE,
)
"""What looks like a passive. States that read as adjectives ("worried", "involved") are left out."""


@lru_cache(maxsize=8_192)
def passives(text: str) -> tuple[tuple[int, int], ...]:
    """The first passive of each sentence of a paragraph that has one, as offsets into the paragraph."""
    found = (PASSIVE.search(text, start, end) for start, end in spans(text))
    return tuple(match.span() for match in found if match)
