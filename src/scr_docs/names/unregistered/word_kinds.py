"""Which words of a text are names by themselves: by the model's score, the kind of word and the words beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scr_docs.names.text.fold import fold
from scr_docs.names.unregistered.around_names import lists
from scr_docs.names.unregistered.context import camel_end, is_mixed, is_of_person
from scr_docs.names.unregistered.words import Lexicon, Token

_ALONE = {
    "name": 0.02,
    "unknown": 0.1,
    "both": 0.25,
    "word": 0.44,
    "form": 0.65,
    "month": 0.15,
    "small-word": 0.95,
    "small-name": 0.1,
    "small-unknown": 0.5,
    "acronym": 0.9,
    "other-acronym": 0.98,
    "mixed": 0.995,
    "place": 0.85,
    "name-place": 0.25,
}
"""From which score a word of this kind is part of a name."""

_BESIDE_PERSON = 0.05
"""From which score a listed name in lower case is one where "with" or "from" stands before it."""

_ASKED = 0.02
"""From which score a listed name that is an ordinary word too is one where the words beside it speak of a person."""

_CALLED = 0.15
"""From which score any word with a capital is a name where "a child called" stands before it."""

_LONG = 6
"""A listed name of so many letters is one there whatever the model says: it is hardly another word misspelt."""

INITIALS = 0.25
"""From which score two or three capitals before a name are its initials."""

BESIDE = 0.12
"""From which score a word with a capital is part of the name beside it."""

_WITH_CAPITAL = {
    "~name": "name",
    "~unknown": "unknown",
    "~both": "both",
    "~place": "place",
    "~name-place": "name-place",
}
"""What a lexicon's kind is called for _ALONE where the word has a capital; all others are words."""

_VOWEL = re.compile("[aeiouy]")


@dataclass(frozen=True, slots=True)
class About:
    """What the document says of a text: acronyms and own places, folded, what is cited, whether it is a person's."""

    acronyms: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    of_person: bool = False
    cited: tuple[tuple[int, int], ...] = ()


def _are_capitals(words: Sequence[Token]) -> bool:
    """Whether the text is written in capitals, as a heading may be."""
    return sum(word.text.isupper() for word in words if len(word.text) > 3) > sum(
        not word.text.isupper() for word in words if len(word.text) > 3 and word.text.isalpha()
    )


class JudgedWords:
    """The words of one text with their scores, and what each is by itself."""

    def __init__(self, words: Sequence[Token], scores: list[float], lexicon: Lexicon, about: About) -> None:
        self.words = words
        self.scores = scores
        self.folded = [fold(token.text).text for token in words]
        self._lexicon = lexicon
        self._about = about
        self._in_capitals = _are_capitals(words)
        self.named = [self._is_name(at) for at in range(len(words))]

    def _kind(self, at: int) -> str | None:
        """The kind of word for _ALONE; None for what is never a name by itself."""
        written = self.words[at].text
        word = self.folded[at]
        if not written[0].isalpha() or len(word) < 2 or self._is_after_digits(at):
            return None
        if written.islower():
            return self._kind_in_lower_case(at)
        kind = self._lexicon.kind(word)
        if written.isupper() and len(word) < 6 and self._is_in_a_reference(at):
            return None
        if written.isupper() and not self._in_capitals and (len(word) < 4 or (len(word) < 6 and kind != "~name")):
            return self._kind_of_acronym(at) if _VOWEL.search(word) else None
        if self._is_half_of_a_compound(at) or (word in self._about.acronyms and written.isupper()):
            return None
        return self._kind_with_capital(at, kind)

    def _is_after_digits(self, at: int) -> bool:
        """Whether figures stand before the word in one piece: "6th", "09.05hrs"."""
        return at > 0 and self.words[at - 1].text.isdigit() and self.words[at - 1].end == self.words[at].start

    def _kind_with_capital(self, at: int, kind: str) -> str:
        word, written = self.folded[at], self.words[at].text
        if kind == "~unknown" and (is_mixed(written) or self._lexicon.is_ordinary(camel_end(written))):
            return "mixed"
        if word in lists().months:
            return "month"
        form = kind == "~word" and word not in self._lexicon.ordinary
        if kind == "~unknown" and self._is_made_of_a_word(word):
            return "small-word"
        return "form" if form else _WITH_CAPITAL.get(kind, "word")

    def _kind_in_lower_case(self, at: int) -> str | None:
        kind = self._lexicon.kind(self.folded[at])
        if self._is_made_of_a_word(self.folded[at]):
            return "small-word" if self.folded[at] in self._lexicon.names and self._beside_listed(at) else None
        return {"~name": "small-name", "~unknown": "small-unknown"}.get(kind)

    def _kind_of_acronym(self, at: int) -> str | None:
        """An acronym may be a name if it is a known one, or stands after a title or beside a listed name."""
        word = self.folded[at]
        if word in self._about.acronyms:
            return None
        before = self.folded[at - 1] if at else ""
        listed = {word, before} & self._lexicon.names or before in lists().titles
        return "acronym" if listed and word not in lists().posts else "other-acronym"

    def _is_in_a_reference(self, at: int) -> bool:
        """Whether capitals stand beside figures in one piece: "WM-2019-04"."""
        after = self.words[at + 1 : at + 3]
        joined = len(after) == 2 and after[0].text in "-/" and self._touches(at + 1)
        return joined and after[1].text[0].isdigit()

    def _is_half_of_a_compound(self, at: int) -> bool:
        """Whether an ordinary word and a hyphen make another of a word in lower case: "Pre-birth", "Blue-badge"."""
        return (
            at + 2 < len(self.words)
            and self.words[at + 1].text == "-"
            and self._touches(at + 1)
            and self.words[at + 2].text.islower()
            and self._lexicon.is_ordinary(self.folded[at])
            and self._lexicon.is_ordinary(self.folded[at + 2])
        )

    def _beside_listed(self, at: int) -> bool:
        """Whether a listed name that is no ordinary word stands beside the word, with a blank or a hyphen between."""
        near = (at - 1, at + 1, *(way for mark, way in ((at - 1, at - 2), (at + 1, at + 2)) if self._is_hyphen(mark)))
        return any(
            0 <= way < len(self.words) and self._lexicon.kind(self.folded[way]) in {"~name", "~both"} for way in near
        )

    def _is_hyphen(self, at: int) -> bool:
        return 0 < at < len(self.words) - 1 and self.words[at].text == "-" and self._touches(at)

    def _is_made_of_a_word(self, word: str) -> bool:
        """Whether the word in lower case is a form of an ordinary one: "clingy", "co-parent", "pre-birth"."""
        known = self._lexicon.is_ordinary
        return known(word) or any(
            (
                len(word) - len(part) > 2
                and word.endswith(part)
                and (known(word.removesuffix(part)) or known(word.removesuffix(part) + "e"))
            )
            or (len(word) - len(part) > 2 and word.startswith(part) and known(word.removeprefix(part)))
            for part in lists().affixes
        )

    def _is_name(self, at: int) -> bool:
        if self._about.of_person and self._is_listed(at):
            return True
        if self._is_owned(at) or self._is_asked_for(at) or self._is_last_of_heading(at):
            return True
        if self._is_titled(at) or self._is_after_initial(at) or self._is_called_so(at):
            return True
        cued = at > 0 and self.folded[at - 1] in lists().beside
        if self.scores[at] < min(_ALONE.values()) and not cued:
            return False
        kind = self._kind(at)
        if kind == "small-name" and cued:
            return self.scores[at] >= _BESIDE_PERSON or len(self.folded[at]) >= _LONG
        return kind is not None and self.scores[at] >= _ALONE[kind]

    def _is_listed(self, at: int) -> bool:
        """Whether a cell that holds a person holds this word as a name: a listed one, and no ordinary word alone."""
        word = self.folded[at]
        listed = word in self._lexicon.names or (self._lexicon.kind(word) == "~unknown" and self.scores[at] >= BESIDE)
        common = word in self._lexicon.core and not self._has_capital(at)
        return listed and not common and len(word) > 1 and not self._is_never(at)

    def _is_asked_for(self, at: int) -> bool:
        """Whether the words beside a listed name with a capital say that it is a person: "Nobody rang Pilar back"."""
        if not self._has_capital(at) or self.folded[at] not in self._lexicon.names or self._is_never(at):
            return False
        floor = {"name": 0.0, "name-place": _BESIDE_PERSON, "both": _ASKED}.get(self._kind(at) or "", 1.0)
        end = at + (3 if self._is_saint(at + 1) else 1)
        speaks = " ".join(self.folded[max(0, at - 2) : at]) in lists().asked
        return self.scores[at] >= floor and (speaks or is_of_person(self.folded, at, end))

    def _is_titled(self, at: int) -> bool:
        """Whether "Mr" or the like stands before a word with a capital, which is then a surname whatever it means."""
        before = at - 2 if at > 1 and self.words[at - 1].text == "." else at - 1
        return (
            before >= 0
            and self.folded[before] in lists().courtesy
            and self._has_capital(before)
            and self._close(at)
            and self._has_capital(at)
            and len(self.folded[at]) > 1
            and not self._is_never(at)
            and self.folded[at] not in lists().titles
        )

    def _is_called_so(self, at: int) -> bool:
        """Whether "a child called" stands before a word with a capital: "Burberry" is then no coat."""
        return (
            at > 1
            and self._has_capital(at)
            and self.scores[at] >= _CALLED
            and self.folded[at - 1] in {"called", "named"}
            and self.folded[at - 2] in lists().before | {"man", "woman", "lad", "person", "teenager"}
            and not self._is_never(at)
        )

    def _is_after_initial(self, at: int) -> bool:
        """Whether an initial stands before a listed surname: "D. Springer", but not "Appendix B Springer"."""
        dotted = at > 1 and self.words[at - 1].text == "." and self.words[at - 2].end == self.words[at - 1].start
        first = at - 2 if dotted else at - 1
        if first < 0 or not self._has_capital(at) or self.words[first].end + 2 < self.words[at].start:
            return False
        letter = self.words[first].text
        before = self.words[first - 1].text if first else ""
        return (
            len(letter) == 1
            and letter.isupper()
            and (dotted or letter not in "AI")
            and self.folded[at] in self._lexicon.names
            and self.folded[at] not in self._lexicon.core
            and len(self.folded[at]) > 2
            and not self._is_never(at)
            and before != ","
            and not (
                before[:1].isupper() and self._lexicon.kind(fold(before).text) not in {"~name", "~both", "~unknown"}
            )
        )

    def _is_last_of_heading(self, at: int) -> bool:
        """Whether a listed name in lower case ends a heading about somebody: "Background of poppy"."""
        return (
            at == len(self.words) - 1
            and at > 1
            and self.words[at].text.islower()
            and self.folded[at - 1] in {"of", "for"}
            and self.folded[at - 2] in lists().headings
            and self.folded[at] in self._lexicon.names - self._lexicon.core
        )

    def _is_owned(self, at: int) -> bool:
        """Whether a listed name is said to own something: "That's Fraser's"."""
        return (
            1 < at < len(self.words) - 1
            and self._has_capital(at)
            and self.folded[at + 1] == "'s"
            and self.folded[at - 1] in {"'s", "is", "was", "are", "were"}
            and self.folded[at - 2] in {"that", "it", "this", "these", "those", "they", "he", "she", "baby"}
            and self._lexicon.kind(self.folded[at]) in {"~name", "~both"}
        )

    def _is_never(self, at: int) -> bool:
        """Whether the word, or what it is the plural of, is never a name."""
        return self.folded[at] in lists().never or self.folded[at].removesuffix("s") in lists().never

    def _has_capital(self, at: int) -> bool:
        return self.words[at].text[:1].isupper()

    def _close(self, at: int) -> bool:
        """Whether the word follows the one before it with at most one blank between."""
        return self.words[at].start - self.words[at - 1].end <= 1

    def _is_saint(self, at: int) -> bool:
        """Whether "St Louis" stands there as a surname, and not "St Louis Church"."""
        return (
            at + 1 < len(self.words)
            and self.words[at].text in {"St", "ST"}
            and self._close(at)
            and self._close(at + 1)
            and self._has_capital(at + 1)
            and not self.is_thing(at + 2)
        )

    def _touches(self, at: int) -> bool:
        """Whether no blank stands around the mark."""
        return self.words[at - 1].end == self.words[at].start and self.words[at].end == self.words[at + 1].start

    def is_thing(self, end: int, *, whole: bool = False) -> bool:
        """Whether the word at `end` makes what is before it a place, a law or a test: "Ash Ward", "Down's syndrome".

        `whole` says that a given name and a surname stand before: "Kelly Thompson school nurse" works in a school.
        """
        after = end
        if after < len(self.words) and self.folded[after] == "'s":
            after += 1
        if (
            after >= len(self.words)
            or self.folded[after] not in lists().tails
            or self.words[after].start - self.words[after - 1].end > 1
        ):
            return False
        small = not self._has_capital(after)
        works = whole and self.folded[after + 1 : after + 2] and self.folded[after + 1] in lists().work
        if small and after == end and (works or self.folded[after] in lists().kin):
            return False
        return after == end or not small or self.folded[after] in {"syndrome", "disease"}
