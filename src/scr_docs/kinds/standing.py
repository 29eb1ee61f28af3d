"""Whether patterns stand in a text. Letters of one run say most things in the same words: those are looked at first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

_MOST = 2_000
_BEFORE = 12
_last: dict[re.Pattern[str], tuple[str, int]] = {}
"""For each pattern where it stood last: the words from a little before it to its end, and how far into them it begins.

It is only where to look first. That the pattern stands in a text is always said by the pattern, tried on that text.
"""


def stands(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the pattern stands somewhere in the text."""
    words, ahead = _last.get(pattern, ("", 0))
    if words and (at := text.find(words)) >= 0 and pattern.match(text, at + ahead):
        return True
    match = pattern.search(text)
    if match is None:
        return False
    if len(_last) >= _MOST:
        _last.clear()
    begin = max(match.start() - _BEFORE, 0)
    _last[pattern] = (text[begin : match.end()], match.start() - begin)
    return True


def enough_stand(patterns: Iterable[re.Pattern[str]], text: str, at_least: int) -> bool:
    """Whether at least so many of the patterns stand in the text; those that stood in another text are tried first."""
    likely_first = sorted(patterns, key=lambda pattern: pattern not in _last)
    return len(list(islice(filter(lambda pattern: stands(pattern, text), likely_first), at_least))) >= at_least
