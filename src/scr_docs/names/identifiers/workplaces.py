"""Where somebody works: a well-known employer with its town or with words for work, or a firm that the words name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.names.identifiers.places import brands, is_own, name_start, under_label
from scr_docs.names.identifiers.shape import Shape, in_order, small_words, words_of

_WORK = re.compile(
    r"\b(?P<how>work(?:s|ed|ing)?|drove|drives|job|jobs|employ(?:ed|er|ment)|shifts?|cleaner|cashier|apprentice\w*|supervisor"
    r"|manager|assistant|volunteer\w*|chef|cook|barmaid|barman|waiter|waitress|driver|doorman|security\sguard"
    r"|receptionist|hairdresser|mechanic)"
    r"(?:\s(?!(?:with|and|but|together|closely|alongside)\b)[\w-]+){0,5}?\s(?:at|for|in|by|was|is|with)\s(?:the\s|a\s)?"
    r"(?P<name>[A-Z][\w&'’-]{1,24}(?:\s(?:&\s|and\s|of\s)?[A-Z][\w&'’-]{1,24}){0,4})"
)
_FIRM = re.compile(
    r"\s(?:Ltd|Limited|plc|PLC|LLP|Inc|Co|Bros|& Sons?|and Sons?|Group|Stores?|Foods?|Factory|Bakery|Garage|Motors"
    r"|Cafe|Café|Hotel|Inn|Arms|Salon|Taxis|Cars|Logistics|Builders|Roofing|Electrical|Security|Cleaning|Recruitment"
    r"|Call Centre|Takeaway|Restaurant|Warehouse|Biscuits|Bakers|Butchers)\b"
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
_LABEL = re.compile(r"employers?|place of work|works? (?:at|for)|work ?place|employed (?:by|at)", re.IGNORECASE)
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
    if small_words(text).isdisjoint(_WORK_WORDS):
        return
    for match in _WORK.finditer(text):
        name = match["name"]
        at_work = match["how"].startswith(_EMPLOYED) and not _AGENCY.search(name)
        found = brand.search(name)
        if found or _FIRM.search(f" {name}") or (at_work and _is_firm(match, name)):
            yield Shape(match.start("name"), match.end("name"), name.casefold())


def _is_firm(match: re.Match[str], name: str) -> bool:
    """Whether "worked at …" names a firm: no person, pseudonym, month or school without a name."""
    joined = re.search(r"\s(at|for|by|with)\s(?:the\s|a\s)?$", match[0][: match.start("name") - match.start()])
    return bool(joined) and name_start(name) == 0 and all(is_own(word) for word in re.findall(r"[A-Z][\w'’-]+", name))
