"""What the weights know a sentence by: its words and their neighbours, with signs for the person asked about.

Words are cut to their first letters, so that "declined" and "declining" are one, and everything is a number made of
them (crc32 of a word, mixed with those beside it): nothing has to be looked up in a list.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import compress, count
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from scr_docs.family.about import persons
from scr_docs.family.cues import OBJECT, SIGNS, WHO
from scr_docs.family.mark import Marked
from scr_docs.family.people import Mention

if TYPE_CHECKING:
    import numpy as np

Numbers: TypeAlias = "np.ndarray[Any, np.dtype[np.uint32]]"

LONGEST: Final = 400
"""Words of a sentence that count; no sentence is longer, but a text without stops may be."""

_TOKEN = re.compile(rf"[a-z]+|[{WHO}{OBJECT}]\d+{WHO}|\d+|[;:,.]|[{''.join(SIGNS.values())}]")
_CUT = 5
_EMPTY = frozenset({
    "the", "a", "an", "of", "to", "in", "and", "was", "were", "is", "his", "her", "their", "with", "for", "on", "at",
    "by", "that", "it", "as", "be", "been", "had", "has", "have", "from",
})  # fmt: skip
"""Words between which nothing hangs together."""
_REACH = range(2, 5)
"""How far apart two words with a meaning may stand to count as a pair."""
_NEAR = 14
_BEFORE, _AFTER = 0x3C6EF372, 0x5A827998
_MIX: Final = 0x9E3779B1
_PLAIN, _SIGNED, _NEARBY = 0x51ED270B, 0x2545F491, 0x6A09E667
_TWO, _THREE, _PAIR, _TRAIT = 0x1F83D9AB, 0x5BE0CD19, 0x7F4A7C15, 0x165667B1
_OWNERS = frozenset({"his", "her", "their"})
_OTHERS = ("others 0", "others 1", "others 2")


class Numbered(NamedTuple):
    """A sentence, or several, as the weights are given them: numbers for its words, and traits of the person in it.

    In `plain` every word stands; in `signed` services, the review and its people are signs; in `near` are the words
    on either side of the person that no stop and nobody else parts from them.
    """

    plain: tuple[int, ...]
    signed: tuple[int, ...]
    near: tuple[int, ...]
    traits: frozenset[str]

    def then(self, more: Numbered) -> Numbered:
        """This and what another sentence says of the same person."""
        stop = _number(".")
        plain, signed, near = ((*mine, stop, *theirs) for mine, theirs in zip(self[:3], more[:3], strict=True))
        return Numbered(plain, signed, near, self.traits | more.traits)


class Sentence:
    """A sentence that may be weighed for some of the people in it; what is the same for all is worked out once."""

    def __init__(self, marked: Marked) -> None:
        """Takes the sentence; its section has no say, the words alone do."""
        self._marked = marked
        self._people = [persons(mention) for mention in marked.mentions]
        self._tokens: list[list[str]] = []
        self._numbers: list[list[int]] = []

    def about(self, person: str | None) -> Numbered:
        """The sentence as it is about this person; None is the family as a whole."""
        marked = self._marked
        if not self._tokens:
            self._tokens = [_TOKEN.findall(text)[:LONGEST] for text in (marked.people, marked.text)]
            self._numbers = [[*map(_number, tokens)] for tokens in self._tokens]
        mine = [person in people for people in self._people]
        called: dict[str, int] = {}
        for at, (mention, is_mine) in enumerate(zip(marked.mentions, mine, strict=True)):
            called[f"{WHO}{at}{WHO}"] = called[f"{OBJECT}{at}{WHO}"] = _CALLED[is_mine, mention.pronoun]
        plain, signed = (
            tuple(map(called.get, tokens, numbers)) for tokens, numbers in zip(self._tokens, self._numbers, strict=True)
        )
        return Numbered(plain, signed, _near(plain), frozenset(self._traits(mine, person)))

    def _traits(self, mine: Sequence[bool], person: str | None) -> list[str]:
        """Where the person stands in the sentence, and how many others do."""
        marked, people = self._marked, self._people
        own = [*compress(marked.mentions, mine)]
        others = len({one for named in people for one in named} - {person})
        found = [_OTHERS[min(2, others)]]
        if not own:
            return [*found, "implied"]
        found.append("first" if mine[0] else "later")
        if all(_owns(mention, marked) for mention in own):
            found.append("owner")
        if any(len(named) > 1 for named in compress(people, mine)):
            found.append("group")
        if person is None:
            return [*found, "family"]
        return [*found, "subject" if any(mention.role == "subject" for mention in own) else "one"]


@lru_cache(maxsize=20_000)
def _number(word: str) -> int:
    """A number for a word: 32 bits, the lowest telling whether it is empty."""
    cut = word if "!" in word else word[:_CUT]
    return zlib.crc32(cut.encode()) & ~1 | (word in _EMPTY)


_CALLED: Final = {
    (is_mine, pronoun): _number(f"{'who' if is_mine else 'other'}!{'pronoun' if pronoun else ''}")
    for is_mine in (True, False)
    for pronoun in (True, False)
}
"""The numbers that stand for the person and for others."""
_MINE: Final = frozenset({_CALLED[True, True], _CALLED[True, False]})
_PARTING: Final = frozenset({*_CALLED.values(), _number(";"), _number(".")})
"""What parts words from a person."""


def _near(plain: Sequence[int]) -> tuple[int, ...]:
    """The words before and after each place where the person stands; all where they are only meant."""
    found: list[int] = []
    parting = [-1, *compress(count(), map(_PARTING.__contains__, plain)), len(plain)]
    for before, place, after in zip(parting, parting[1:], parting[2:], strict=False):
        if plain[place] in _MINE:
            found += [number ^ _BEFORE for number in plain[max(before + 1, place - _NEAR) : place][::-1]]
            found.append(_BEFORE)
            found += [number ^ _AFTER for number in plain[place + 1 : min(after, place + 1 + _NEAR)]]
            found.append(_AFTER)
    return tuple(found or plain)


def _owns(mention: Mention, marked: Marked) -> bool:
    """Whether the words are only about what is theirs: "Mother's sister"."""
    called = marked.lowered[mention.start : mention.end]
    return called in _OWNERS or marked.lowered.startswith("'s", mention.end)


def features(words: Numbered) -> Numbers:
    """A number of 32 bits for each word, and for those beside it, by which the weights know them."""
    import numpy as np  # noqa: PLC0415  # takes a tenth of a second; many commands read no report

    mix = _mix()
    # One array for all three, since each step takes as long for ten words as for a hundred; what reaches from the end
    # of one into the next is a feature like others.
    sizes = [len(words.plain), len(words.signed), len(words.near)]
    every = np.array([*words.plain, *words.signed, *words.near], dtype=np.uint32)
    salts = np.repeat(_salts(), sizes)
    mixed = every * mix
    two = mixed[:-1] ^ every[1:]
    three = (two[: sizes[0]] * mix)[:-1] ^ every[2 : sizes[0] + 1]
    signed = every[sizes[0] : sizes[0] + sizes[1]]
    told = signed[(signed & 1) == 0]
    told_mixed = told * mix
    pairs = [told_mixed[:-far] ^ told[far:] for far in _REACH]
    found: Numbers = np.concatenate([
        mixed + salts, two * mix + salts[1:] + _TWO, three * mix + _THREE,
        np.concatenate(pairs) * mix + _PAIR, np.array([*map(_trait, sorted(words.traits))], dtype=np.uint32),
    ])  # fmt: skip
    return found


@lru_cache(maxsize=100)
def _trait(trait: str) -> int:
    """The number of a trait, as those of words are in the end."""
    return (_number(f"{trait}!") * _MIX + _TRAIT) & 0xFFFFFFFF


@cache
def _salts() -> Numbers:
    """What is added to the numbers of the words, so that a word in one place is not one in another."""
    import numpy as np  # noqa: PLC0415

    return np.array([_PLAIN, _SIGNED, _NEARBY], dtype=np.uint32)


@cache
def _mix() -> Any:
    import numpy as np  # noqa: PLC0415

    return np.uint32(_MIX)
