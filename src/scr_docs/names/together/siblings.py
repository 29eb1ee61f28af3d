"""Groups of brothers and sisters with their ages: "three sisters aged 4, 6 and 9"."""

from __future__ import annotations

import re
from itertools import pairwise

from scr_docs.names.days.numbers import NUMBER

_SEX = r"(?:(?:half|step|twin|older|younger|elder)[- ]){0,2}(?:brother|sister|son|daughter|boy|girl)s?"
_UNIT = r"(?:[\s-](?:years?|yrs?|months?|mths?|weeks?|days?))?(?:[\s-]old)?"
_OPEN = (
    rf"(?!\s?(?:(?:or|and)\s(?:over|under|above|older|younger)\b"
    rf"|[‐-―-]\s?\d|to\s{NUMBER}|%|weeks\spregnant|of\sthe|of\sthem))"
)
_ONE = rf"{NUMBER}{_UNIT}\b{_OPEN}"
_LIST = rf"{NUMBER}{_UNIT}(?:,\s(?:and\s)?{NUMBER}{_UNIT}){{0,8}},?\s?(?:and|&)\s{_ONE}"
_NAMED = r"(?:\s(?:Sibling|Child|Subject|Half[- ]Sibling)\s\w{1,2})?"
_OF = (
    r"(?:\s\w+){0,2},?\s?(?:who\s(?:is|was|were|are)\s|\(|of\s|was\s|were\s|then\s|now\s)?(?:aged?\s|ages\s)?(?:of\s)?"
)
_SEVERAL = re.compile(rf"\b{_SEX}{_NAMED}{_OF}(?P<ages>{_LIST})", re.IGNORECASE)
_AFTER = re.compile(
    rf"\b{_SEX}{_NAMED}(?:,\s|\s\(|\s)(?:who\s)?(?:(?:is|was|then|now)\s)?"
    rf"(?:(?:aged|age|of)\s{_ONE}|{NUMBER}{_UNIT}(?=[,);.]|\sand\b))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b{NUMBER}[\s-](?:year|month|week)s?[\s-]old\s(?:\w+\s)?{_SEX}\b"
    rf"|\b{_SEX}\s(?:of\s)?{NUMBER}[\s-](?:years?|months?)\b"
    rf"|\b(?:male|female),?\s(?:aged\s)?{_ONE}|\baged\s{NUMBER},?\s\(?(?:male|female)\b",
    re.IGNORECASE,
)
_CHILDREN = re.compile(
    rf"\b(?:children|siblings)\b(?:\s\w+){{0,2}},?\s\(?(?:aged|ages)\s{NUMBER}{_UNIT},\s"
    rf"(?:{NUMBER}{_UNIT},?\s){{0,7}}and\s{_ONE}",
    re.IGNORECASE,
)
_HAS_SIBLINGS = re.compile(r"\b(?:brother|sister|son|daughter|boy|girl|male|female|children|sibling)", re.IGNORECASE)
_HAS_AGE = re.compile(rf"\b{NUMBER}", re.IGNORECASE)
_BREAK = re.compile(r"[.!?]\s")
_FAR = 160


def sibling_groups(text: str) -> list[tuple[int, int]]:
    """Where two or more children stand with age and sex, or three or more with their ages, in order."""
    if not _HAS_SIBLINGS.search(text) or not _HAS_AGE.search(text):
        return []
    found = [match.span() for pattern in (_SEVERAL, _CHILDREN) for match in pattern.finditer(text)]
    each = sorted(match.span() for pattern in (_AFTER, _BEFORE) for match in pattern.finditer(text))
    found += [
        (start, next_end)
        for (start, end), (next_start, next_end) in pairwise(each)
        if end <= next_start <= end + _FAR and not _BREAK.search(text, end, next_start)
    ]
    return sorted(found)
