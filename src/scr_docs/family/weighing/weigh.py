"""Patterns and weights together: what a sentence says of one person's not taking part.

A pattern knows its own wording for certain and no other; the weights know every wording a little. Each label's chance
is multiplied by what the word of the patterns is worth, and the likeliest stands. What that is worth was measured on
sentences for which no pattern had been written (training/family/MODEL_CARD.md).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final

from scr_docs.family.mark import Marked
from scr_docs.family.weighing.features import Numbered, Sentence
from scr_docs.family.weighing.weights import LABELS, NOT_SAID, TOOK_PART, VAGUE, load


@dataclass(frozen=True, slots=True)
class Trust:
    """How far the word of the patterns counts, as powers of e by which a label is likelier."""

    elsewhere: float = 2.0
    """Where no pattern is found and nothing around speaks of the review: that the sentence says nothing of the kind."""
    heard: float = 2.0
    """Where the patterns find that the person took part, or said something: the same."""
    away: float = 3.0
    """Where they find that the person did not take part: that it does say so."""
    label: float = 3.5
    """For the reason that they give, or that the words are vague."""


TRUST = Trust()
_LEAST = 1e-6
_TO_ANYBODY = frozenset({"no-reply", "own-choice"})
"""What somebody may do to a midwife as well as to a reviewer; the weights alone decide."""
_TOOK_PART = LABELS.index(TOOK_PART)
_FIRST_REASON = LABELS.index(VAGUE) + 1
_SURE_ALONE = 0.6
"""How likely a reason must be where the patterns see that somebody did not take part, and see no reason."""
_OWN_WILL = frozenset({NOT_SAID, VAGUE, "own-choice", "distress"})
"""What somebody can overcome, or do in another way."""
_SURELY_HEARD = 0.8
"""How likely it must be that somebody took part for the patterns to be wrong, where the sentence may turn and they give
none but one of these."""
_RULED_OUT = 0.9
"""How likely it must be that somebody took part for no single word to be looked for that says they did not."""
SURE: Final = 0.5
"""How likely a reason must be that stands in another sentence than the not taking part."""
SURE_BEFORE: Final = 0.75
"""The same where it stands before: what a report tells first is seldom why, and "The children live with Ann" never."""


class Weighed:
    """A sentence as the weights see it; what they are asked of a person is worked out once."""

    def __init__(self, marked: Marked) -> None:
        self.may_tell = load().may_tell(marked.stems)
        """Whether it may tell of somebody's absence; of most sentences single words make sure that they do not."""
        self._marked = marked
        self._sentence: Sentence | None = None
        self._about: dict[str | None, Numbered] = {}
        self._chances: dict[str | None, list[float]] = {}

    def about(self, person: str | None) -> Numbered:
        """As `Sentence.about`."""
        if person not in self._about:
            self._sentence = self._sentence or Sentence(self._marked)
            self._about[person] = self._sentence.about(person)
        return self._about[person]

    def chances(self, person: str | None) -> list[float]:
        """How likely each of the LABELS is for this person, in their order."""
        if person not in self._chances:
            self._chances[person] = load().chances(self.about(person)).tolist()
        return self._chances[person]

    def rules_out(self, people: Collection[str | None]) -> bool:
        """Whether it is nearly sure that none of these, who are in it or meant by it, is told of as absent."""
        return bool(people) and all(self.chances(person)[_TOOK_PART] > _RULED_OUT for person in people)


def weigh(
    chances: Sequence[float], by_patterns: Callable[[], str] | None, *,
    heard: bool, near_review: bool, of_service: bool, turns: bool = False,
) -> str:  # fmt: skip
    """The likeliest of the LABELS for a sentence and a person, of whom `chances` (as of `Weighed.chances`) tells.

    `by_patterns` gives the one that the patterns see, and is None where they find nothing of the kind: it is asked only
    if that can still count. `heard` says that they find the person heard, `near_review` that something around the
    sentence speaks of the review, `of_service` that a service of the time is in it, `turns` that it may go on to say
    that somebody was heard after all, of which the patterns know nothing: "did not wish to meet but sent an account".
    """
    logits = [math.log(chance + _LEAST) for chance in chances]
    if by_patterns is None:
        logits[_TOOK_PART] += TRUST.heard if heard else 0.0 if near_review else TRUST.elsewhere
        return LABELS[_likeliest(logits)]
    if logits[_TOOK_PART] - TRUST.away > max(logits[_TOOK_PART + 1 :]) + TRUST.label:
        return TOOK_PART
    label = by_patterns()
    if turns and label in _OWN_WILL and chances[_TOOK_PART] > _SURELY_HEARD:
        return TOOK_PART
    if of_service and not near_review and label in _TO_ANYBODY:
        logits[_TOOK_PART] += TRUST.elsewhere
    else:
        logits[_TOOK_PART] -= TRUST.away
        logits[LABELS.index(label)] += TRUST.label if label != NOT_SAID else 0.0
    likeliest = _likeliest(logits)
    if label == NOT_SAID and likeliest >= _FIRST_REASON and chances[likeliest] < _SURE_ALONE:
        return NOT_SAID
    return LABELS[likeliest]


def _likeliest(logits: Sequence[float]) -> int:
    return max(range(len(logits)), key=logits.__getitem__)


def reason_in(words: Numbered, sure: float = SURE) -> str | None:
    """The reason that this stretch gives, a sentence with one beside it; None unless it is at least so `sure`."""
    of_reasons = load().chances(words)[_FIRST_REASON:]
    at = int(of_reasons.argmax())
    return LABELS[_FIRST_REASON + at] if of_reasons[at] >= sure else None
