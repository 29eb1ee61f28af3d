"""The patterns of statements.yaml, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from pathlib import Path

from scr_docs import yaml_file
from scr_docs.errors import Mistake, PackError
from scr_docs.family.gate import LETTERS, closing, needed, split, stem
from scr_docs.family.literal import Sieve, literals, ones
from scr_docs.family.words import either
from scr_docs.yaml_file import Strict, Text

WHO = "\ue000"
"""Stands around the number of a person in a marked sentence; like the other signs a letter of the private use area."""
OBJECT = "\ue006"
"""Stands before a listener to whom something is done, and in place of the first WHO of such a person."""
PERSON = rf"[{WHO}{OBJECT}]\d+{WHO}"
"""Anybody. It begins with one of two letters, not with one that may be missing: `re` then skips to them quickly."""
NUMBER = re.compile(rf"[{WHO}{OBJECT}](\d+){WHO}")
"""The number of a person."""
SIGNS: Mapping[str, str] = {
    "reviewer": "\ue001", "review": "\ue002", "service": "\ue003", "occasion": "\ue004", "supporter": "\ue005",
    "quote": "\ue007", "record": "\ue008", "report": "\ue009",
}  # fmt: skip
"""What stands for a listener, a record or a long quotation."""
OURS = SIGNS["reviewer"] + SIGNS["review"]
"""Those who hold the review, and the review itself; to go into a class of letters."""
OUR_SIDE = OURS + SIGNS["report"]
THEIRS = re.compile(f"[{SIGNS['service']}{SIGNS['occasion']}]")
"""A service of the time, or something that it held."""


Patterns = tuple[re.Pattern[str], ...]
_STEPS = 3
"""Of so many of the words that a pattern needs it is asked whether they are there."""

_ONE = PERSON
_HOW = r"(?: \([^()]{1,40}\)|, (?:by|in|over|with|via|through|on) [\w' -]{3,30},?)?"
"""How somebody was heard, between two in a list: "from Mother (by telephone) and Father"."""
_AND = (
    r"(?:,? (?:and(?: with| by| of| from| to| for)?|n?or(?: with| by| of| from| to| for)?|with|along with"
    r"|together with|as did|as well as))"
)
_IN_LIST = rf",(?: (?:from|with|by|to|of|for))? {_ONE}(?!')"
_LIST = (
    r"(?:(?=,| (?:\(|and|n?or|with|along|together|as)\b| \()"
    rf"(?:(?:(?:{_HOW}{_IN_LIST}){{0,6}}{_HOW}{_AND} {_ONE}(?!')){{1,2}}|(?:, {_ONE}(?!')){{1,6}}(?=[.;]|$)))?"
)
_MANY = rf"{_ONE}(?!'){_LIST}"
_ACTING = rf"(?P<who>(?:{WHO}\d+{WHO}|{OBJECT}\d+{WHO}(?=,? who\b))(?!'){_LIST})(?:,? but not {_ONE},?)?"
_FAR = (
    rf"(?:,? who|,? (?:who|whose|having|being|then|now|aged|a|an)\b[^;]{{1,120}}?,"
    rf"|,? and (?:her|his|their) (?:\w+ )?[\w\ue003\ue005]+|,? [^{WHO};]{{0,140}}?(?:,| and| but| who| or| so)"
    rf"| [-–—]|:| \([^()]{{1,60}}\)| (?:through|via|with|by|from|in|on|at|after|during|following|having|for|of|like)\b"
    rf"[^{WHO};]{{1,60}}?)?"
)
_STOPPERS = (
    r"(?:that|how|whether|about|if|why|which|where|until|because|no|not|nor|never|nothing|before|instead|rather"
    r"|when|but)"
    r"\b"
)
"""Words past which what stands near is no longer part of the same doing."""
_PLACEHOLDERS: dict[str, str] = {
    "who": rf"(?P<who>{_MANY})(?:,? but not {_ONE},?)?",
    "who2": _MANY,
    "subject": _ACTING,
    "doer": _ACTING + _FAR,
    "far": _FAR,
    "whose": rf"(?P<who>{_ONE}(?:,? and {_ONE}){{0,7}})'s?",
    "whose2": rf"{_ONE}(?:,? and {_ONE}){{0,7}}'s?",
    "ours": rf"{OBJECT}?[{SIGNS['reviewer']}{SIGNS['review']}]",
    "did": r"(?:(?:has|had|have|did) ){0,2}",
    "was": r"(?:(?:has|had|have|was|were|is|are|been|being|got) ){1,4}",
    "gap": rf"[^{WHO};]{{0,120}}?",
    "near": rf"(?:(?!{_STOPPERS})[^;:\s{SIGNS['service']}{SIGNS['occasion']}]+ ){{0,8}}?",
    "nearall": rf"(?:(?!{_STOPPERS})[^;:\s]+ ){{0,8}}?",
    "on": rf"[^{WHO}]{{0,120}}?",
    **{name: rf"{OBJECT}?{sign}" for name, sign in SIGNS.items()},
}
_NAME = re.compile(r"\{([a-z]+2?)\}")
_CLASS = re.compile(r"\[[^\]]*\]")
_OPEN = re.compile(r"^(?:\(\?<![^()]*\))*|\]\{0,\d+\}\??")
"""The beginning of a pattern, and a gap of any letters: what follows might begin within a word."""
_A_SIGN = re.compile(f"[{''.join(SIGNS.values())}{OBJECT}]|\\[[{''.join(SIGNS.values())}]+\\]")
_MAY_BE_MISSING = re.compile(r"(?:\?|\*|\{0,\d+\})\??")


class _StatementsFile(Strict):
    verbs: dict[str, tuple[Text, ...]]
    states: tuple[Text, ...]
    contribution: tuple[Text, ...]
    contribution_any: tuple[Text, ...]
    contribution_not: tuple[Text, ...]
    contribution_words: tuple[Text, ...]
    contribution_bare: tuple[Text, ...]
    view: tuple[Text, ...]
    view_words: tuple[Text, ...]
    view_not: tuple[Text, ...]
    history: tuple[Text, ...]
    history_words: tuple[Text, ...]
    history_not: tuple[Text, ...]
    invitation: tuple[Text, ...]
    invitation_bare: tuple[Text, ...]
    non_involvement: tuple[Text, ...]
    non_involvement_weak: tuple[Text, ...]
    non_involvement_any: tuple[Text, ...]
    non_involvement_bare: tuple[Text, ...]
    non_involvement_passing: tuple[Text, ...]
    deferral: tuple[Text, ...]
    deferral_needs: tuple[Text, ...]
    re_offer: tuple[Text, ...]
    re_offer_needs: tuple[Text, ...]
    support: tuple[Text, ...]
    scope: tuple[Text, ...]
    scope_not: tuple[Text, ...]
    draft_feedback: tuple[Text, ...]
    support_words: tuple[Text, ...]
    support_words_not: tuple[Text, ...]
    scope_words: tuple[Text, ...]
    scope_words_not: tuple[Text, ...]
    draft_words: tuple[Text, ...]
    draft_not: tuple[Text, ...]
    contradiction: tuple[Text, ...]
    contradiction_needs: tuple[Text, ...]
    loaded_language: tuple[Text, ...]


_LISTS = tuple(name for name in _StatementsFile.model_fields if name not in {"verbs", "states"})


@dataclass(frozen=True)
class Cues:
    """The patterns by the name of their list; the words of speaking and feeling by the name of theirs."""

    patterns: Mapping[str, Patterns]
    _numbered: Patterns
    _sieve: Sieve
    _lists: Mapping[str, int]
    _by_stem: Mapping[str, int]
    """For each stem the patterns that need it, a bit for each: first those whose first need it is, then the second."""
    verbs: Mapping[str, frozenset[str]]
    _said: frozenset[str]
    """The stems of words of speaking and feeling."""
    _said_with: Mapping[str, Sequence[frozenset[str]]]
    """Those with which only phrases begin; for each the others that must be there too, of one phrase or other."""
    report: re.Pattern[str]
    """Any word of speaking or feeling; to be matched where a word of one of those stems begins, not searched for: there
    are hundreds."""

    def __getitem__(self, name: str) -> Patterns:
        return self.patterns[name]

    def worth(self, stems: frozenset[str], text: str) -> Worth:
        """The patterns that may match a sentence, or part of it, list by list; `stems` are those of its text."""
        by_stem = self._by_stem
        bits = here = reduce(or_, filter(None, map(by_stem.get, stems)), by_stem[""])
        for _ in range(_STEPS - 1):
            here >>= len(self._numbered)
            bits &= here
        return Worth(self._numbered, self._lists, bits & self._sieve.may_match(text))

    def spoken(self, stems: frozenset[str]) -> list[str]:
        """Those of these stems with which words of speaking or feeling may begin."""
        phrases = (one for one in self._said_with.keys() & stems if any(map(stems.issuperset, self._said_with[one])))
        return [*self._said & stems, *phrases]


class Worth:
    """The patterns that are worth a try on one sentence: a bit for each."""

    def __init__(self, numbered: Patterns, lists: Mapping[str, int], bits: int) -> None:
        self._numbered = numbered
        self._lists = lists
        self._bits = bits
        self._known: dict[str, Sequence[re.Pattern[str]]] = {}

    def __getitem__(self, name: str) -> Sequence[re.Pattern[str]]:
        bits = self._bits & self._lists[name]
        if not bits:
            return ()
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = ones(self._numbered, bits)
        return known

    def search(self, name: str, text: str) -> re.Match[str] | None:
        """The first hit of a pattern of this list."""
        for pattern in self[name]:
            if hit := pattern.search(text):
                return hit
        return None


def load(path: Path) -> Cues:
    """The cues of this file. Raises PackError with every line that is no pattern."""
    file = yaml_file.read(path, PackError, about="the list of cues")
    built = file.build(_StatementsFile)
    words = {name: either(values) for name, values in built.verbs.items()}
    placeholders = {**_PLACEHOLDERS, **words, "state": either(built.states)}
    known = {
        **{name: frozenset(stem(value) for value in values) for name, values in built.verbs.items()},
        "state": frozenset(stem(value) for value in built.states),
        **{name: frozenset({sign}) for name, sign in SIGNS.items()},
        "ours": frozenset({SIGNS["reviewer"], SIGNS["review"]}),
    }
    patterns: dict[str, Patterns] = {}
    mistakes: list[Mistake] = []
    numbered: list[re.Pattern[str]] = []
    lists: dict[str, int] = {}
    needs: list[tuple[frozenset[str], ...]] = []
    for name in _LISTS:
        compiled: list[re.Pattern[str]] = []
        for number, line in enumerate(getattr(built, name)):
            try:
                for part in split(line):
                    bit = 1 << len(numbered)
                    needs.append(needed(part, known))
                    lists[name] = lists.get(name, 0) | bit
                    compiled.append(compile_pattern(part, placeholders))
                    numbered.append(compiled[-1])
            except (re.error, KeyError) as error:
                told = (
                    f"is no pattern: {error.msg}" if isinstance(error, re.error) else f"holds {error}, which is unknown"
                )
                mistakes.append(file.mistake((name, number), told))
        patterns[name] = tuple(compiled)
    if mistakes:
        raise PackError(*mistakes)
    participles = (
        "describing|saying|explaining|adding|telling|recalling|feeling that|stating|expressing|reporting|asking"
    )
    spoken = {verb for values in built.verbs.values() for verb in values} | set(participles.split("|"))
    phrases = _by_first(spoken)
    verbs = {name: frozenset(values) for name, values in built.verbs.items()}
    said = either([verb for name in ("say", "tell", "speak", "ask", "feel") for verb in built.verbs[name]])
    return Cues(
        patterns,
        tuple(numbered),
        Sieve([literals(one.pattern) for one in numbered]),
        lists,
        _by_stem(needs),
        verbs,
        frozenset(first for first, others in phrases.items() if frozenset() in others),
        {first: others for first, others in phrases.items() if frozenset() not in others},
        re.compile(rf"(?:{said}|{participles})\b(?!')", re.ASCII),
    )


def _by_stem(needs: Sequence[tuple[frozenset[str], ...]]) -> dict[str, int]:
    """What each pattern needs, turned around; what has fewer needs than others needs "", which is always there."""
    by_stem: dict[str, int] = {}
    for number, sets in enumerate(needs):
        for step in range(_STEPS):
            bit = 1 << (number + step * len(needs))
            for need in sets[step] if step < len(sets) else ("",):
                by_stem[need] = by_stem.get(need, 0) | bit
    return by_stem


def _by_first(phrases: Iterable[str]) -> dict[str, list[frozenset[str]]]:
    """For the stem of each first word the stems of the other words, one set for each phrase that begins with it."""
    by_first: dict[str, list[frozenset[str]]] = {}
    for phrase in phrases:
        first, *others = (word[:LETTERS] for word in phrase.replace("-", " ").split())
        by_first.setdefault(first, []).append(frozenset(filter(str.isalpha, others)))
    return by_first


def compile_pattern(line: str, placeholders: Mapping[str, str] = _PLACEHOLDERS) -> re.Pattern[str]:
    """The line as a regular expression. Raises re.error, or KeyError for a placeholder that is not known."""
    bare = _CLASS.sub(_signs_in_class, line)
    whole = _NAME.sub(lambda name: placeholders[name[1]], bare)
    for opened in reversed([*_OPEN.finditer(whole)]):
        before, after = whole[: opened.end()], whole[opened.end() :]
        if opening := _opening(after):  # no part of a word is meant
            whole = rf"{before}{opening}{after}"
    if line.endswith(("{who}", "{subject}")):
        whole += "(?!')"  # "The reviewer met Mother's GP" is not Mother
    return re.compile(whole, re.ASCII)  # of letters without accents: asking what is a letter takes a third of the time


def _opening(pattern: str) -> str:
    r"""What says that no letter stands before the pattern: \b where it begins with letters.

    Nothing where it begins with signs alone, or may begin with anything.
    """
    first = set(_first(pattern))
    return {frozenset("a"): r"\b", frozenset("as"): r"(?<!\w)"}.get(frozenset(first), "")


def _first(pattern: str) -> Iterator[str]:
    """With what the pattern may begin: "a" for a letter, "s" for a sign, nothing for anything else."""
    if not pattern.startswith("(?:"):
        yield "a" if pattern[:1].isalpha() else "s" if _A_SIGN.match(pattern) else ""
        return
    end = closing(pattern, 0)
    for alternative in split(pattern[3 : end - 1]):
        yield from _first(alternative)
    if optional := _MAY_BE_MISSING.match(pattern, end):
        yield from _first(pattern[optional.end() :])


def _signs_in_class(found: re.Match[str]) -> str:
    """A class such as [{service}{occasion}] with the signs; something may be done to the listener."""
    told = _NAME.sub(lambda name: SIGNS.get(name[1], name[0]), found[0])
    return rf"{OBJECT}?{told}" if set(told[1:-1]) <= set(SIGNS.values()) else told


@cache
def cues() -> Cues:
    """The shipped cues."""
    return load(Path(__file__).with_name("statements.yaml"))
