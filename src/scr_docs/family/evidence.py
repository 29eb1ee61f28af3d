"""What a passage tells of how somebody was asked, who decided, and what was done instead.

The features are those by which quality marker 12, question 8, asks whether a reason is reasonable and documented.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from scr_docs import yaml_file
from scr_docs.family.sections import Pattern
from scr_docs.yaml_file import Strict


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is told. Empty fields were not found.

    `attempts` is how often somebody was asked, as far as it is said (0: not said). `media` are letter, telephone, text,
    e-mail, visit, social media, "through somebody". `dates` and `until` (the event that is waited for) are the report's
    words in small letters. `decided_by` names whoever decided or advised. `search`, `assessment`, `advocate`,
    `other_voice`, `re_offer` and `gap_stated` say that the passage tells of such a thing.
    """

    attempts: int = 0
    media: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    decided_by: tuple[str, ...] = ()
    until: str = ""
    search: bool = False
    assessment: bool = False
    advocate: bool = False
    other_voice: bool = False
    re_offer: bool = False
    gap_stated: bool = False

    def __or__(self, other: Evidence) -> Evidence:
        """What the two tell together."""
        return Evidence(
            attempts=max(self.attempts, other.attempts, len({*self.media, *other.media})),
            media=tuple(dict.fromkeys((*self.media, *other.media))),
            dates=tuple(dict.fromkeys((*self.dates, *other.dates))),
            decided_by=tuple(dict.fromkeys((*self.decided_by, *other.decided_by))),
            until=self.until or other.until,
            search=self.search or other.search,
            assessment=self.assessment or other.assessment,
            advocate=self.advocate or other.advocate,
            other_voice=self.other_voice or other.other_voice,
            re_offer=self.re_offer or other.re_offer,
            gap_stated=self.gap_stated or other.gap_stated,
        )


class _EvidenceFile(Strict):
    media: dict[str, tuple[Pattern, ...]]
    dates: Pattern
    attempts: dict[str, tuple[Pattern, ...]]
    decided_by: dict[str, tuple[Pattern, ...]]
    decided: Pattern
    until: Pattern
    search: Pattern
    assessment: Pattern
    advocate: Pattern
    other_voice: Pattern
    re_offer: Pattern
    gap_stated: Pattern


@cache
def _shipped() -> _EvidenceFile:
    return yaml_file.shipped(__file__, "evidence.yaml", _EvidenceFile)


def _named(lists: dict[str, tuple[re.Pattern[str], ...]], text: str) -> tuple[str, ...]:
    return tuple(name for name, patterns in lists.items() if any(found.search(text) for found in patterns))


@lru_cache(maxsize=1000)
def evidence_of(text: str) -> Evidence:
    """What this passage, in small letters, tells."""
    if not text:
        return Evidence()
    file = _shipped()
    media = _named(file.media, text)
    told = _named(file.attempts, text)
    until = file.until.search(text)
    return Evidence(
        attempts=max([len(media), *(int(number) for number in told)]),
        media=media,
        dates=tuple(dict.fromkeys(found[0] for found in file.dates.finditer(text))),
        decided_by=_named(file.decided_by, text) if file.decided.search(text) else (),
        until=until[1] if until else "",
        search=bool(file.search.search(text)),
        assessment=bool(file.assessment.search(text)),
        advocate=bool(file.advocate.search(text)),
        other_voice=bool(file.other_voice.search(text)),
        re_offer=bool(file.re_offer.search(text)),
        gap_stated=bool(file.gap_stated.search(text)),
    )
