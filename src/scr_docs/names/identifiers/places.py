"""Named schools, surgeries, hospitals and other places: a name and a word for what it is (places.yaml)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from scr_docs import yaml_file
from scr_docs.names.identifiers.shape import (
    Listed,
    Shape,
    in_order,
    labels,
    sentence_after,
    sentence_before,
    small_words,
    words_of,
)
from scr_docs.yaml_file import Strict, Text

PlaceKind = Literal["school", "nursery", "surgery", "hospital-ward", "placement", "place-of-worship", "community-place"]


class _Entry(Strict):
    suffixes: Listed
    prefixes: Listed = ()
    not_before: Listed = ()
    said_before: Listed = ()
    labels: Listed = ()
    endings: Listed = ()
    inside: Listed = ()
    beside: Listed = ()


class _PlacesFile(Strict):
    kinds: dict[PlaceKind, _Entry]
    generic: Text
    brands: Text


@dataclass(frozen=True)
class _Lexicon:
    """The patterns of one kind, and the last words of its suffixes, without which it is not looked for."""

    words: frozenset[str]
    suffix: re.Pattern[str]
    prefix: re.Pattern[str] | None
    said_before: re.Pattern[str] | None
    label: re.Pattern[str]
    loose: re.Pattern[str] | None
    beside: re.Pattern[str]


_CAPITAL = r"(?:[A-ZÀ-Þ][\wÀ-ÿ'’-]{0,24}\.?)"
_NAME = rf"{_CAPITAL}(?:(?:\s(?:of|the|and|&|upon|on|y|le|with)){{0,2}},?\s{_CAPITAL}){{0,5}}?"
_SAINT = re.compile(r"(?:St|Saint|SS|Ss|Sts)\.?\s", re.IGNORECASE)
_KEPT = re.compile(r"Our\sLady|Royal\s|(?:North|South|East|West|New|Old)\s[A-Z]|Ss?\.?\s|St\.?\s")
_PSEUDONYM = re.compile(r"(?:[A-Z]|[A-Z]{2,5}|[IVX]+|\d+|[A-Z]\d{1,2}|X+|Y+)['’s]*")
_PARTNERS = re.compile(
    rf"(?<!\w)Drs?\.?\s{_CAPITAL}(?:(?:,\s|\s&\s|\sand\s)(?:Drs?\.?\s)?{_CAPITAL}){{0,4}}"
    r"(?:\sand|\s&|\s\+|,)\s(?:[Pp]artners?|[Aa]ssociates)(?!\w)"
)
_WARD_WORD = (
    r"(?:Wards?|Unit|Suite|Wing|Bay|Department|Dept|Assessment\sUnit|Floor|Centre"
    r"|NICU|PICU|SCBU|HDU|ICU|CAU|ED|A&E|MLU|MBU)"
)
_WARD = re.compile(
    rf"(?<!\w)(?:(?:[Ww]ard|WARD|[Bb]ay|[Rr]oom|[Ll]evel)\s[A-Z]{{0,2}}\d{{1,3}}[A-Za-z]?|[Ww]ard\s[A-Z]\w{{0,15}}"
    rf"|(?:[A-Z0-9][\w'’&-]{{0,20}}\s){{0,3}}{_WARD_WORD}"
    r"(?:\s\d{1,2}[A-Z]?)?),?\s(?:(?:at|of|in|on)\s)?(?:[Tt]he\s)?$"
)
_WARD_AFTER = re.compile(
    r",?\s\(?(?:(?:[Ww]ard|WARD)\s[A-Z]{0,2}\d{1,3}[A-Za-z]?|(?:[A-Z][\w'’-]{1,20}\s){1,2}(?:Ward|Unit|Suite)"
    r"|A&E|ED|ICU|PICU|NICU|SCBU|HDU)(?!\w)"
)
_IN_TOWN = re.compile(
    r"\s(?:of|in|at)\s(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z'’-]{2,20}(?:\s[A-Z][a-z'’-]{2,20})?(?!\w)"
)
_BESIDE = 90
# "The Hollies" is a name; these with "the" before them are none.
_NOT_ALONE = words_of("""
    house home hall court place project bungalow view farm bank mount terrace unit suite wing bay ward general district
    maternity lounge retreat hive harbour grove
""")
_LONGEST_LABELLED = 60


def places(kind: PlaceKind, text: str, context: str) -> Iterator[Shape]:
    """The named places of this kind; "the primary school" and "School 1" have no name."""
    lexicon = _lexicons()[kind]
    if labelled := under_label(lexicon.label, text, context):
        yield labelled
        return
    if small_words(text).isdisjoint(lexicon.words):
        return
    plain = text.title() if text.isupper() and len(text.title()) == len(text) else text
    yield from in_order(_places(lexicon, plain))


def _places(lexicon: _Lexicon, text: str) -> Iterator[Shape]:
    for match in lexicon.suffix.finditer(text):
        start = name_start(match["name"])
        if start is not None:
            start = _with_ward(text, match.start() + start)
            ward = _WARD_AFTER.match(text, match.end())
            end = ward.end() if ward else match.end()
            yield Shape(start, end, text[start:end].casefold())
    yield from _loose(lexicon, text)
    for match in _PARTNERS.finditer(text) if "associate" in lexicon.words else ():
        yield Shape(match.start(), match.end(), match[0].casefold())
    for match in lexicon.prefix.finditer(text) if lexicon.prefix else ():
        if name_start(match["name"]) is not None:
            name = match[0].rstrip(".")
            yield Shape(match.start(), match.start() + len(name), name.casefold())
    for match in lexicon.said_before.finditer(text) if lexicon.said_before else ():
        if all(is_own(word) for word in match["name"].removesuffix("Partners").split() if word not in {"and", "&"}):
            name = match["name"].rstrip(".")
            yield Shape(match.start("name"), match.start("name") + len(name), name.casefold())


def _loose(lexicon: _Lexicon, text: str) -> Iterator[Shape]:
    """Names that could be other things too, where words in the same sentence tell what they are."""
    if not lexicon.loose or not lexicon.beside.search(text):
        return
    for match in lexicon.loose.finditer(text):
        start = 0 if match["the"] or match["inside"] else name_start(match["name"])
        beside = f"{sentence_before(text, match.start(), _BESIDE)} | {sentence_after(text, match.end(), _BESIDE)}"
        if start is not None and lexicon.beside.search(beside):
            begin = _with_ward(text, match.start() + start)
            town = _IN_TOWN.match(text, match.end()) if match["inside"] else None
            end = town.end() if town else match.end()
            yield Shape(begin, end, text[begin:end].casefold())


def under_label(label: re.Pattern[str], text: str, context: str) -> Shape | None:
    """The name that is all there is under such a label: in a table's cell, or after a colon ("School: Elm Grove")."""
    before, colon, after = text.partition(":")
    start = 0
    if colon and label.fullmatch(before.strip(" •-")):
        start = len(before) + 1
    elif heads := _heads(label, text):
        start = heads
    elif not any(label.fullmatch(piece.strip(" :")) for piece in labels(context)):
        return None
    name = (after if start else text).strip(" .,;")
    capitals = re.findall(r"[^\W\d_][\w'’-]*", name)
    named = [word for word in capitals if word[0].isupper()]
    most = len(name) <= _LONGEST_LABELLED and not re.search(r"[.;:?!]\s|\d{3}", name)
    if not (most and named and any(map(is_own, named)) and len(capitals) - len(named) <= len(named)):
        return None
    at = text.index(name, start)
    return Shape(at, at + len(name), name.casefold())


def _heads(label: re.Pattern[str], text: str) -> int:
    """Where the name begins after a label without a colon, as a tab or a dash leaves it; 0 where there is none."""
    head = label.match(text)
    sign = re.match(r"\s?[=–—-]\s", text[head.end() :]) if head else None
    if head and sign:
        return head.end() + sign.end()
    blank = re.match(r"\s(?=(?:the\s)?[A-Z])", text[head.end() :]) if head else None
    return head.end() + 1 if head and blank and " " in head[0] and head[0].isupper() else 0


def _with_ward(text: str, start: int) -> int:
    """Where a place begins with the ward that stands before it: "Ward 7 at Northgate Hospital"."""
    ward = _WARD.search(text[max(0, start - 40) : start])
    return start - len(ward[0]) if ward else start


def name_start(name: str) -> int | None:
    """Where in the words before the suffix the place's own name begins; None where they are no name."""
    pieces = list(re.finditer(r"\S+", name))
    start = 0
    for number, piece in enumerate(pieces):  # words that only begin the sentence, and what is joined by "and"
        joins = (
            piece[0] in {"and", "with"} and not _SAINT.match(name[pieces[start].start() :]) and number + 1 < len(pieces)
        )
        leads = number == start and not is_own(piece[0]) and not _KEPT.match(name[piece.start() :])
        if joins or piece[0].endswith(",") or leads:
            start = number + 1
    own = [piece for piece in pieces[start:] if is_own(piece[0])]
    return pieces[start].start() if own else None


def is_own(word: str) -> bool:
    """Whether a word can be a name: it has a capital, is no general term and no pseudonym such as A or SW1."""
    bare = word.strip(".,'’").removesuffix("'s").removesuffix("’s")
    return bool(bare) and bare[0].isupper() and bare.lower() not in _generic() and not _PSEUDONYM.fullmatch(bare)


@cache
def _file() -> _PlacesFile:
    return yaml_file.shipped(__file__, "places.yaml", _PlacesFile)


@cache
def _generic() -> frozenset[str]:
    return frozenset(_file().generic.split())


@cache
def brands() -> re.Pattern[str]:
    """The employers that everybody knows."""
    names = sorted((name.strip() for name in _file().brands.split("|")), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


@cache
def _lexicons() -> Mapping[PlaceKind, _Lexicon]:
    return {kind: _lexicon(entry) for kind, entry in _file().kinds.items()}


def _lexicon(entry: _Entry) -> _Lexicon:
    def joined(words: tuple[str, ...]) -> str:
        return "|".join(sorted(words, key=len, reverse=True)).replace(" ", r"\s").replace("'", "['’]?")

    spoken = entry.suffixes + entry.prefixes + entry.said_before + entry.endings + entry.inside
    ends = (
        re.sub(r"\(\?(?:-i)?:|\\d\{1,2\}|[()?|]", " ", word.replace("s?", " ").replace("-?", "-")) for word in spoken
    )
    words = frozenset(word for end in ends for word in re.findall(r"[a-z]+", end.lower()) if len(word) > 2)
    words |= {"partner", "associate"} if "surgery" in entry.suffixes else frozenset()
    not_before = rf"(?!\s(?i:{joined(entry.not_before)})\b)" if entry.not_before else ""
    suffix = re.compile(
        rf"(?<![\w'’-])(?P<name>{_NAME})\s(?:(?:R\.?C\.?|C\.?\s?of\s?E\.?|C\.?E\.?|VA"
        rf"|VC)\s){{0,3}}(?i:{joined(entry.suffixes)})(?!\w){not_before}(?!\s?\d)(?!['’]s\s[Ss]ervices)"
    )
    prefix = said = None
    if entry.prefixes:
        name = rf"(?P<name>(?:(?:y|yr|o|the|of)\s)?{_CAPITAL}(?:\s(?:(?:y|yr)\s)?{_CAPITAL}){{0,2}})"
        prefix = re.compile(rf"(?<!\w)(?i:{joined(entry.prefixes)})\s{name}")
    if entry.said_before:
        name = rf"(?P<name>{_CAPITAL}(?:\s{_CAPITAL}){{0,2}}(?:\s(?:and|&)\sPartners)?)(?![\w-])"
        said = re.compile(rf"(?<!\w)(?i:{joined(entry.said_before)})\s(?:[Tt]he\s)?{name}")
    label = re.compile(joined(entry.labels) or r"(?!)", re.IGNORECASE)
    beside = re.compile(rf"(?<!\w)(?:{joined(entry.beside) or '(?!)'})(?!\w)", re.IGNORECASE)
    return _Lexicon(words | _plurals(words), suffix, prefix, said, label, _loose_names(joined, entry), beside)


def _loose_names(joined: Callable[[tuple[str, ...]], str], entry: _Entry) -> re.Pattern[str] | None:
    """A name that ends in one of the words, or has one of those inside."""
    if not entry.endings and not entry.inside:
        return None
    ending = joined(tuple(word.title().replace("'S", "'s") for word in entry.endings)) or "(?!)"
    alone = joined(tuple(word.title() for word in entry.endings if word not in _NOT_ALONE)) or "(?!)"
    inside = joined(tuple(word.title() for word in entry.inside)) or "(?!)"
    name = rf"{_CAPITAL}(?:\s(?:and\s|of\s|the\s)?{_CAPITAL}){{0,3}}?"
    within = rf"(?:{_CAPITAL}\s){{0,2}}?(?:{inside})(?:\s(?:and\s|&\s|'n'\s)?{_CAPITAL}){{0,2}}"
    return re.compile(
        rf"(?<![\w'’-])(?:(?:(?!The\s(?:{ending}))(?P<name>{name})\s(?:{ending})|(?P<the>[Tt]he)\s(?:{alone})(?!\s[A-Z]))|(?P<inside>{within}))(?![\w-])(?!['’]s?\s[A-Z])"
    )


def _plurals(words: frozenset[str]) -> frozenset[str]:
    return frozenset(f"{word}s" for word in words)
