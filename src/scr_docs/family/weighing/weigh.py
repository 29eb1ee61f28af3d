"""Patterns and weights together: what a sentence says of one person's not taking part.

A pattern knows its own wording for certain and no other; the weights know every wording a little. Each label's chance
is multiplied by what the word of the patterns is worth, and the likeliest stands. What that is worth was measured on
sentences for which no pattern had been written (training/family/MODEL_CARD.md).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from scr_docs.family.weighing.features import Words
from scr_docs.family.weighing.weights import LABELS, NOT_SAID, TOOK_PART, VAGUE, load


@dataclass(frozen=True, slots=True)
class Worth:
    """How far the word of the patterns counts, as powers of e by which a label is likelier."""

    elsewhere: float = 2.0
    """Where no pattern is found and nothing around speaks of the review: that the sentence says nothing of the kind."""
    bare: float = 3.0
    """More of the same where the sentence has no word for taking part either: "Mother died in 2019"."""
    heard: float = 2.0
    """Where the patterns find that the person took part, or said something: the same."""
    away: float = 3.0
    """Where they find that the person did not take part: that it does say so."""
    label: float = 3.5
    """For the reason that they give, or that the words are vague."""


WORTH: Final = Worth()
_LEAST = 1e-6
_TO_ANYBODY = frozenset({"no-reply", "own-choice"})
"""What somebody may do to a midwife as well as to a reviewer; the weights alone decide."""
_FIRST_REASON = LABELS.index(VAGUE) + 1
_SURE_ALONE = 0.6
"""How likely a reason must be where the patterns see that somebody did not take part, and see no reason."""
SURE: Final = 0.5
"""How likely a reason must be that stands in another sentence than the not taking part."""


def weigh(
    words: Words, by_patterns: str | None, *, heard: bool, near_review: bool, of_service: bool, bare: bool = False
) -> str:
    """The likeliest of the LABELS for this sentence and person.

    `by_patterns` is the one that the patterns give, None where they find nothing of the kind; `heard` says that they
    find the person heard, `near_review` that something around the sentence speaks of the review, `of_service` that a
    service of the time is in it, `bare` that it has no word for taking part or for those who write the report.
    """
    chances = load().chances(words)
    logits = dict(zip(LABELS, (math.log(chance + _LEAST) for chance in chances.tolist()), strict=True))
    if of_service and not near_review and by_patterns in _TO_ANYBODY:
        logits[TOOK_PART] += WORTH.elsewhere
    elif by_patterns is None:
        logits[TOOK_PART] += (
            WORTH.heard if heard else 0.0 if near_review else WORTH.elsewhere + (WORTH.bare if bare else 0.0)
        )
    else:
        logits[TOOK_PART] -= WORTH.away
        logits[by_patterns] += WORTH.label if by_patterns != NOT_SAID else 0.0
    likeliest = max(logits, key=logits.__getitem__)
    if (
        by_patterns == NOT_SAID
        and likeliest not in {TOOK_PART, VAGUE}
        and chances[LABELS.index(likeliest)] < _SURE_ALONE
    ):
        return NOT_SAID
    return likeliest


def may_tell(stems: Iterable[str]) -> bool:
    """Whether a sentence with these stems is worth weighing; of most it is sure that they say nothing of the kind."""
    return load().may_tell(stems)


def reason_in(words: Words) -> str | None:
    """The reason that this stretch gives, a sentence with one beside it; None unless it is a sure one."""
    of_reasons = load().chances(words)[_FIRST_REASON:]
    at = int(of_reasons.argmax())
    return LABELS[_FIRST_REASON + at] if of_reasons[at] >= SURE else None
