"""Where somebody works: a well-known employer with its town or with words for work, or a firm that the words name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scr_docs.names.identifiers.places import brands, is_own, name_start, under_label
from scr_docs.names.identifiers.shape import (
    Shape,
    in_order,
    lines_of,
    sentence_after,
    sentence_before,
    small_words,
    words_of,
)

_NAME = r"[A-Z][\w&'’-]{1,24}(?:\s(?:&\s|and\s|of\s)?[A-Z][\w&'’-]{1,24}){0,4}"
_WORK = re.compile(
    r"\b(?P<how>work(?:s|ed|ing)?|drove|drives|job|jobs|employ(?:ed|er|ment)|shifts?|cleaner|cashier|apprentice\w*|supervisor"
    r"|manager|assistant|volunteer\w*|chef|cook|barmaid|barman|waiter|waitress|driver|doorman|security\sguard"
    r"|receptionist|hairdresser|mechanic)"
    r"(?:\s(?!(?:with|and|but|together|closely|alongside)\b)[\w-]+){0,5}?\s(?:at|for|in|by|was|is|with)\s(?:the\s|a\s)?"
    rf"(?P<name>{_NAME})"
)
_LIMITED = re.compile(rf"(?<![\w&-])(?P<name>{_NAME}?\s(?:Ltd|Limited|plc|PLC|LLP))(?!\w)")
# Words near the name of a trade that make it a place of work.
_WORK_NEAR = re.compile(
    r"\b(?:shifts?|wages?|pay ?slips?|slips|foreman|forewoman|supervisors?|occupation|occ|employ\w*|colleagues?|boss"
    r"|jobs?|works?|worked|working|p45|p60|rota|zero[\s-]hours?|apprentice\w*|sacked|redundan\w+|warehouse|cleaner|porter|driver"
    r"|operative|labourer|picker|packer|assistant|cook|chef|hand|agency|hired|laid\soff|overtime|clocked|night\sshift"
    r"|self-employed|hr|manager|staff|till|factory|site|contract)\b",
    re.IGNORECASE,
)
# After these a name alone is a place of work.
_STRONG_WORK = re.compile(
    r"\b(?:(?:shifts?|jobs?|wages?|wage\sslips?|pay\s?slips?|overtime|apprenticeship|foreman|supervisor|boss|hr|colleagues?"
    r"|employed|sacked|dismissed|redundan\w+|payroll)\s(?:\w+\s){0,2}?(?:at|from|with|for|by)"
    r"|(?:occupation|occ|employment|employer|job|works?)\s?[:–—=-]\s?(?:[a-z][\w\s]{0,25}[,–-])?)"
    rf"\s?(?:the\s)?(?P<name>{_NAME})"
)
_IN_TOWN = (
    r"(?:\s(?:Extra|Express|Local|Superstore|Metro))?,?\s(?:in|on|at)\s(?:the\s)?"
    r"(?!January|February|March|April|May|June|July|August|September|October|November|December)[A-Z][\w'’-]{2,24}"
    r"(?:\s[A-Z][\w'’-]{2,24})?"
)
_AGENCY = re.compile(
    r"\b(?:Council|Police|Constabulary|Trust|NHS|Services?|Partnership|Board|Authority|Department|Government|Ofsted"
    r"|NSPCC|Barnardo\S*|CAFCASS|Cafcass|MASH|CAMHS|Agency|Agencies|Team|Hub|Panel|Probation|Education|Health|Social|Children\S*|Adults?|Court"
    r"|Community|Rehabilitation|University|Research|Working|Framework|Together|Commission\w*|Clinical|Safeguarding|Practice|Department"
    r"|Home Office|Charity|Review\w*)\b"
)
_NEAR = 90
_ELSE = (
    "Group",
    "Club",
    "Press",
    "Works",
    "Security",
    "Recruitment",
    "Windows",
    "Waste",
    "Leisure",
    "Travel",
    "Transport",
)
_LABEL = re.compile(
    r"employers?|place of work|where (?:employed|s?he works|working)|works? (?:at|for)|work ?place|employed (?:by|at)",
    re.IGNORECASE,
)
_EMPLOYED = (
    "work", "job", "employ", "shift", "chef", "cook", "bar", "wait", "dr", "doorman", "security", "receptionist",
    "hairdresser", "mechanic", "cleaner", "cashier", "apprentice", "volunteer", "driver", "supervisor",
)  # fmt: skip
_WORK_WORDS = words_of("""
    work works worked working job jobs employed employer employment shift shifts cleaner cashier apprentice
    apprenticeship supervisor manager assistant volunteer volunteered volunteering chef cook barmaid barman waiter
    waitress drove drives driver doorman guard receptionist hairdresser mechanic
""")


def workplaces(text: str, context: str) -> Iterator[Shape]:
    """Where somebody works: a known employer with its town or with words for work, or a firm that the words name."""
    labelled = under_label(_LABEL, text, context)
    if labelled and not _AGENCY.search(text[labelled.start : labelled.end]):
        yield labelled
        return
    yield from in_order(_workplaces(text))


def _workplaces(text: str) -> Iterator[Shape]:
    brand = brands()
    if brand.search(text):
        for match in re.finditer(brand.pattern + _IN_TOWN, text):
            yield Shape(match.start(), match.end(), match[0].casefold())
    yield from _by_trade(text)
    for match in _STRONG_WORK.finditer(text):
        name = match["name"]
        if not _AGENCY.search(name) and all(is_own(word) for word in re.findall(r"[A-Z][\w'’-]+", name)):
            yield Shape(match.start("name"), match.end("name"), name.casefold())
    if small_words(text).isdisjoint(_WORK_WORDS):
        return
    for match in _WORK.finditer(text):
        name = match["name"]
        at_work = match["how"].startswith(_EMPLOYED) and not _AGENCY.search(name)
        found = brand.search(name)
        if found or _ends_in_trade(name) or (at_work and _is_firm(match, name)):
            yield Shape(match.start("name"), match.end("name"), name.casefold())


def _ends_in_trade(name: str) -> bool:
    return any(place.fullmatch(name) for place in (_LIMITED, _trades()[1]))


def _by_trade(text: str) -> Iterator[Shape]:
    """Names that end as those of firms do; where the ending is a word for a trade, only near words for work."""
    words = small_words(text)
    if not words.isdisjoint({"ltd", "limited", "plc", "llp"}):
        for match in _LIMITED.finditer(text):
            name = match["name"]
            if is_own(name.split()[0]) and not _AGENCY.search(name):
                yield Shape(match.start(), match.end(), name.casefold())
    if words.isdisjoint(_trades()[0]) or not _WORK_NEAR.search(text):
        return
    for match in _trades()[1].finditer(text):
        name = match[0]
        near = f"{sentence_before(text, match.start(), _NEAR)} | {sentence_after(text, match.end(), _NEAR)}"
        start = name_start(name)
        agency = _AGENCY.search(name) or name.endswith(_ELSE)
        if start is not None and not agency and _WORK_NEAR.search(near):
            yield Shape(match.start() + start, match.end(), name[start:].casefold())


@cache
def _trades() -> tuple[frozenset[str], re.Pattern[str]]:
    """The last words of the trades, and names that end in one."""
    trades = sorted(lines_of("trades.txt"), key=len, reverse=True)
    ends = frozenset(trade.split()[-1].lower() for trade in trades)
    return ends, re.compile(rf"(?<![\w&-]){_NAME}?\s(?:{'|'.join(map(re.escape, trades))})(?!\w)")


def _is_firm(match: re.Match[str], name: str) -> bool:
    """Whether "worked at …" names a firm: no person, pseudonym, month or school without a name."""
    joined = re.search(r"\s(at|for|by|with)\s(?:the\s|a\s)?$", match[0][: match.start("name") - match.start()])
    return bool(joined) and name_start(name) == 0 and all(is_own(word) for word in re.findall(r"[A-Z][\w'’-]+", name))
