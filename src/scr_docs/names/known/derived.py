"""Other forms of a known name: its short forms, its other spellings, and slips of the pen; alone none is certain.

A form is found word by word. The word is then replaced by the name as the case file has it, so that whatever is done to
find that name finds its other forms too: in any order, with initials, in the plural.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from nicknames import NickNamer
from rapidfuzz.distance import DamerauLevenshtein

from scr_docs.names.known.variants import lines_of, ordinary_words, plain_words
from scr_docs.names.text.fold import Folded

Via = Literal["form", "slip"]

_AT_MOST = 4
"""So many names may have the same short form in one case file; more would make a long text slow."""

_WORD = re.compile(r"[^\W\d_]{2,40}")
_SAME_SOUND_FIRST = str.maketrans({"c": "k", "q": "k", "g": "j", "z": "s", "w": "v"})
_GENDERED = (
    ("ski", "ska"), ("cki", "cka"), ("dzki", "dzka"), ("sky", "ska"), ("sky", "skaya"), ("skyi", "ska"), ("ov", "ova"),
    ("ev", "eva"), ("in", "ina"), ("yn", "yna"), ("iy", "aya"), ("as", "iene"), ("as", "aite"), ("is", "yte"),
    ("is", "iene"), ("us", "iene"), ("us", "ute"), ("ins", "ina"), ("ns", "na"), ("os", "ou"), ("is", "i"), ("as", "a"),
    ("ak", "akova"), ("ek", "kova"), ("sson", "sdottir"),
)  # fmt: skip
"""Endings of one family's name for men and women: Polish, Russian, Lithuanian, Latvian, Greek, Czech, Icelandic."""
_NO_SHORT_FORMS = frozenset({"bela", "maurice", "morris", "sheridan"})
"""Names of their own that the package `nicknames` holds for short forms of others."""
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "er", "ers", "al", "ment", "ments", "ion", "ions", "ation")


@dataclass(frozen=True, slots=True)
class Form:
    """A word of the text and the name for which it may stand."""

    start: int
    end: int
    written: str
    name: str
    via: Via


class Forms:
    """The other forms of some names, ready to be looked for."""

    def __init__(
        self, given: Iterable[str], names: Iterable[str], declared: Collection[str], prose: Collection[str]
    ) -> None:
        """`given` have short forms, `names` have spellings; `declared` mean nothing else, `prose` are no slips."""
        names = set(names)
        self._declared = declared
        self._prose = prose
        self._forms: dict[str, list[str]] = defaultdict(list)
        # "Mo" is short for Morris too, but not where she is Maureen.
        given = set(given)
        explained = {form for name in given for form in _short_forms(name) if len(form) < len(name)}
        for name in sorted(names):
            for form in (*_spellings(name), *(_short_forms(name) if name in given - explained else ())):
                if form not in names and form not in declared and name not in self._forms[form]:
                    self._forms[form].append(name)
        self._names = names
        self._by_first: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._by_sound: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name in sorted(names):
            for piece in dict.fromkeys((re.sub(r"\W", "", name), *re.split(r"\W", name))):
                if len(piece) > 3:
                    self._by_first[_first(piece)].append((piece, name))
                    self._by_sound[sound(piece)].append((piece, name))
        self._seen: dict[str, tuple[Via, tuple[str, ...]] | None] = {}

    def restated(self, folded: Folded) -> Iterator[tuple[Folded, list[Form]]]:
        """The text with the known names in the place of their forms; several times where a form has several names."""
        found: list[tuple[int, int, str, Via, tuple[str, ...]]] = []
        for match in _WORD.finditer(folded.text):
            word = match[0]
            if word not in self._seen:
                self._seen[word] = self._of(word)
            if form := self._seen[word]:
                written = folded.original[slice(*folded.span(*match.span()))]
                if _may_be_name(written, folded.original, slip=form[0] == "slip"):
                    found.append((*match.span(), written, *form))
        for turn in range(max((len(form[4]) for form in found), default=0)):
            chosen = [
                Form(start, end, text, names[min(turn, len(names) - 1)], via) for start, end, text, via, names in found
            ]
            yield folded.replaced((form.start, form.end, form.name) for form in chosen), chosen

    def _of(self, word: str) -> tuple[Via, tuple[str, ...]] | None:
        """The names for which the word may stand; None for what is a name, is declared or is a plain word."""
        if word in self._names or word in self._declared:
            return None
        if names := self._forms.get(word):
            return "form", tuple(names[:_AT_MOST])
        one = word.removesuffix("s")
        if len(one) > 2 and (names := self._forms.get(one)):
            return "form", tuple(name + "s" for name in names[:_AT_MOST])
        if len(word) < 4 or one in self._names or word in self._prose or is_plain(word):
            return None
        near = {name: _distance(word, piece) for piece, name in self._near(word)}
        best = sorted((distance, name) for name, distance in near.items() if distance is not None)
        return ("slip", tuple(name for _, name in best[:_AT_MOST])) if best else None

    def _near(self, word: str) -> Iterator[tuple[str, str]]:
        yield from self._by_first.get(_first(word), ())
        yield from self._by_sound.get(sound(word), ())


def _distance(word: str, name: str) -> int | None:
    """How many letters differ, if few enough for a slip of the pen or if both sound alike; None otherwise.

    A letter is added, left out, changed or put in another's place (Damerau and Levenshtein): one in a name of up to six
    letters, two in a longer one.
    """
    most = 1 if len(name) < 7 else 2
    if sound(word) == sound(name) and len(sound(name)) > 2 and len(name) > 4:
        most = 3 if len(sound(name)) > 3 else 2
    distance = DamerauLevenshtein.distance(word, name, score_cutoff=most)
    return distance if 0 < distance <= most else None


def _first(word: str) -> str:
    return "f" if word.startswith("ph") else "s" if word[0] == "x" else word[0].translate(_SAME_SOUND_FIRST)


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """The consonants of a word as they sound, doubled ones once: "thompson" and "tomsen" have the same."""
    for letters, instead in (
        ("ph", "f"), ("ck", "k"), ("sch", "S"), ("sh", "S"), ("ch", "C"), ("cz", "C"), ("th", "t"), ("mps", "ms"),
        ("bh", "v"), ("kn", "n"), ("wr", "r"), ("x", "ks"),
    ):  # fmt: skip
        word = word.replace(letters, instead)
    word = word[:1].translate(_SAME_SOUND_FIRST) + re.sub("[aeiouyhw]", "", word[1:].translate(_SAME_SOUND_FIRST))
    return re.sub(r"(.)\1+", r"\1", word)


def _may_be_name(written: str, text: str, *, slip: bool) -> bool:
    """Whether a form is written as a name would be: a short one in capitals is an abbreviation, unless all is."""
    if written.isupper() and len(written) < 6 and not text.isupper():
        return False
    return not slip or not written[:1].islower()


@lru_cache(maxsize=50_000)
def is_plain(word: str) -> bool:
    """Whether this is a plain word of reports, or one of them with an ending."""
    if word in plain_words() or word in ordinary_words():
        return True
    for ending in _ENDINGS:
        if word.endswith(ending) and len(stem := word.removesuffix(ending)) > 2:
            doubled = stem[:-1] if stem[-1] == stem[-2] else stem
            if not plain_words().isdisjoint({stem, stem + "e", doubled, re.sub("i$", "y", stem)}):
                return True
    return False


def _spellings(name: str) -> Iterator[str]:
    for spelling in _groups().get(name, ()):
        yield re.sub(r"\W", "", spelling)
    for one, other in _GENDERED:
        for ending, instead in ((one, other), (other, one)):
            if name.endswith(ending) and len(name) - len(ending) > 3:
                yield name.removesuffix(ending) + instead


def _short_forms(name: str) -> Iterator[str]:
    yield from _pet_names().get(name, ())
    for form in (*_namer().nicknames_of(name), *_namer().canonicals_of(name)):
        if form.isalpha() and form not in _NO_SHORT_FORMS and (form[0] == name[0] or len(form) > 3):
            yield form
    if "-" in name:
        yield from (form for half in name.split("-")[:1] for form in _short_forms(half))


@cache
def _namer() -> NickNamer:
    return NickNamer()


@cache
def _groups() -> Mapping[str, tuple[str, ...]]:
    """For each name the others that are spelt in its place."""
    together: dict[str, dict[str, None]] = defaultdict(dict)
    for group in lines_of("spellings.txt"):
        for name in group:
            together[name].update(dict.fromkeys(other for other in group if other != name))
    return {name: tuple(others) for name, others in together.items()}


@cache
def _pet_names() -> Mapping[str, tuple[str, ...]]:
    """For each name its short forms, and for each short form the names, the spellings of a name sharing them."""
    pairs: dict[str, dict[str, None]] = defaultdict(dict)
    for name, *forms in lines_of("nicknames.txt"):
        for spelling in (name, *_groups().get(name, ())):
            pairs[spelling].update(dict.fromkeys(form for form in forms if form != spelling))
            for form in forms:
                if form != spelling:
                    pairs[form][spelling] = None
    return {name: tuple(others) for name, others in pairs.items()}
