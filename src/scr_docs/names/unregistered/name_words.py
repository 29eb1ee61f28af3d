"""Which words of one text are names: the model's scores, made whole words and cut to what is really a name."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scr_docs.names.unregistered.around_names import lists
from scr_docs.names.unregistered.context import is_named_thing, is_of_person
from scr_docs.names.unregistered.word_kinds import BESIDE, INITIALS, About, JudgedWords
from scr_docs.names.unregistered.words import Lexicon, Token

_PIECES = 5
"""So many initials or halves are taken in before a name."""

_LISTED = 0.01
"""From which score a word that is in a list of names is part of the name beside it."""

_LISTED_BOTH = 0.03
"""The same for one in lower case that is an ordinary word too."""


_NOTHING = About()


@dataclass(frozen=True, slots=True)
class NameHit:
    """A stretch of a text that is probably a name: how sure, from 0 to 1, and which engines say so."""

    start: int
    end: int
    score: float
    engines: tuple[str, ...]


def _together(mine: float, theirs: float) -> float:
    """The score of two engines: the second may make a name of what the model half sees, and never the other way."""
    both = _logit(mine) + _logit(theirs)
    return max(mine, 1 / (1 + math.exp(-min(both, 30)))) if both >= 0 else mine


def _logit(score: float) -> float:
    score = min(max(score, 1e-6), 1 - 1e-6)
    return math.log(score / (1 - score))


class ReadText(JudgedWords):
    """One text: its words, their scores and which of them are parts of names."""

    def __init__(
        self,
        words: Sequence[Token],
        own: Sequence[float],
        lexicon: Lexicon,
        other: Sequence[float] | None,
        about: About = _NOTHING,
    ) -> None:
        self.own = own
        self.other = other
        scores = list(own) if other is None else [_together(*both) for both in zip(own, other, strict=True)]
        super().__init__(words, scores, lexicon, about)
        self._join()
        self._leave_out()

    def _join(self) -> None:
        """Take in what stands beside a name and belongs to it: likely parts, initials, particles, other halves."""
        last = len(self.words) - 1
        for order in (range(last + 1), range(last, -1, -1)):
            step = 1 if order.step > 0 else -1
            for at in order:
                if self.named[at] or not 0 <= at - step <= last or not self.named[at - step]:
                    continue
                if not (self._close(at) if step > 0 else self._close(at + 1)):
                    continue
                if self._belongs(at, at - step):
                    self.named[at] = True
        for at in range(last + 1):
            if self.named[at]:
                self._take_in_before(at)
                self._take_in_after(at)

    def _belongs(self, at: int, beside: int) -> bool:
        """Whether the word is part of the name beside it: a likely one, or one that is a name elsewhere too."""
        small = self.words[at].text.islower() and self.folded[at] in self._lexicon.names
        if (self.scores[at] < _LISTED and not small) or self._is_never(at) or self.folded[at] in lists().tails:
            return False
        written, other = self.words[at].text, self.words[beside].text
        if self.folded[at] in self._lexicon.names and len(written) > 1:
            alike = (written.isupper(), written.islower()) == (other.isupper(), other.islower())
            needed = 0.0 if self._kind(at) == "small-name" else _LISTED_BOTH
            return alike and (
                not written.islower() or (self.folded[at] not in self._lexicon.core and self.scores[at] >= needed)
            )
        return self.scores[at] >= BESIDE and self._has_capital(at) and self._kind(at) not in {None, "acronym"}

    def _take_in_before(self, at: int) -> None:
        """Initials before a surname, and the first half of a name with a hyphen."""
        where = at
        for _ in range(_PIECES):
            if where == 0 or not self._close(where):
                return
            mark = self.words[where - 1].text
            if (
                mark == "."
                and where > 1
                and self._is_initial(where - 2)
                and self.words[where - 1].start == self.words[where - 2].end
            ):
                self.named[where - 1] = self.named[where - 2] = True
                where -= 2
            elif self.words[where - 1].text in {"St", "ST"}:
                self.named[where - 1] = True
                where -= 1
                if where and self._close(where) and self._has_capital(where - 1) and self._is_given(where - 1):
                    self.named[where - 1] = True
                    where -= 1
            elif self._are_initials(where - 1) and self._is_not_role(where - 1):
                self.named[where - 1] = True
                where -= 1
            elif (
                mark == "-"
                and where > 1
                and self._touches(where - 1)
                and (
                    self._has_capital(where - 2)
                    or self.words[where - 2].text.islower() == self.words[at].text.islower()
                )
                and self._kind(where - 2)
            ):
                self.named[where - 1] = self.named[where - 2] = True
                where -= 2
            else:
                return

    def _take_in_after(self, at: int) -> None:
        """The second half of a name with a hyphen; what particles and initials join to the next part of it."""
        last = len(self.words) - 1
        if (
            at + 2 <= last
            and self.words[at + 1].text == "-"
            and self._touches(at + 1)
            and (self._has_capital(at + 2) or self.words[at].text.islower())
            and (self._kind(at + 2) or self.named[at + 2])
            and self.folded[at + 2] not in lists().never
        ):
            self.named[at + 1] = self.named[at + 2] = True
            return
        if (
            at < last
            and self._is_initial(at + 1)
            and self._close(at + 1)
            and self._has_capital(at)
            and self._is_not_role(at + 1)
            and (at + 2 > last or not self.words[at + 2].text[0].isdigit())
        ):
            self.named[at + 1] = True
            at += 1
        if self._is_saint(at + 1):
            self.named[at + 1] = self.named[at + 2] = True
            return
        for gap in (1, 2, 3):
            if at + gap <= last and self.named[at + gap]:
                between = range(at + 1, at + gap)
                if (
                    between
                    and all(self._joins(here) for here in between)
                    and all(self._close(here) for here in range(at + 1, at + gap + 1))
                ):
                    for here in between:
                        self.named[here] = True
                return

    def _is_given(self, at: int) -> bool:
        return self.folded[at] in self._lexicon.names and not self._is_never(at)

    def _joins(self, at: int) -> bool:
        return (
            self.folded[at] in lists().particles
            or self._is_initial(at)
            or (self.words[at].text == "." and self._is_initial(at - 1))
            or self.words[at].text in {"-", "'"}
        )

    def _is_initial(self, at: int) -> bool:
        text = self.words[at].text
        alone = at + 1 == len(self.words) or self.words[at + 1].text != "."
        surname = alone and at + 1 < len(self.words) and self.named[at + 1] and self._has_capital(at + 1)
        return len(text) == 1 and text.isupper() and not (text == "I" and alone and not surname)

    def _are_initials(self, at: int) -> bool:
        """Whether the word is one initial, or two or three without dots: "PN Horvath"."""
        text = self.words[at].text
        two = 1 < len(text) < 4 and text.isupper() and self.own[at] >= INITIALS and not self._is_never(at)
        return two or self._is_initial(at)

    def _is_not_role(self, at: int) -> bool:
        before = self.folded[at - 1] if at else ""
        return before not in lists().never or before in lists().titles or not self._has_capital(at - 1)

    def _leave_out(self) -> None:
        for start, end in list(self._runs()):
            first, last = start, end
            while last - first > 0 and self._is_post(last - 1, alone=last - first == 1):
                last -= 1
            while first < last and (
                (self.folded[first] in lists().titles and not self._is_called(first, last))
                or (self._is_never(first) and not self._is_called(first, last))
                or not self.words[first].text[0].isalpha()
            ):
                first += 1
            while last > first and (self._is_never(last - 1) or not self.words[last - 1].text[0].isalpha()):
                last -= 1
            if last > first and (self.is_thing(last, whole=last - first > 1) or self._is_no_person(first, last)):
                last = first
            for at in (*range(start, first), *range(last, end)):
                self.named[at] = False

    def _is_post(self, at: int, *, alone: bool) -> bool:
        """Whether the word is letters after a name, such as OBE or MSc; where all is in capitals, MA may be a name."""
        written, word = self.words[at].text, self.folded[at]
        capitals = sum(map(str.isupper, written)) > 1
        return (
            capitals
            and word in lists().posts
            and not (word in self._lexicon.names and alone)
            and (len(word) > 2 or not self._in_capitals)
        )

    def _is_called(self, first: int, last: int) -> bool:
        """Whether a title is a given name here: "Nan Sweeney-Quilligan"."""
        return self.folded[first] in lists().called and any(self.words[at].text == "-" for at in range(first, last))

    def _is_no_person(self, first: int, last: int) -> bool:
        """Whether the stretch is a thing's name, a cited author or the document's own place."""
        start, end = self.words[first].start, self.words[last - 1].end
        if any(begin <= start and end <= stop for begin, stop in self._about.cited):
            return True
        if all(self.folded[at] in self._about.places for at in range(first, last)):
            inside = first > 0 and self.folded[first - 1] in {"in", "across", "near", "throughout", "around", "outside"}
            return inside or not is_of_person(self.folded, first, last)
        if self._is_called_after_somebody(first, last):
            return True
        begin = first + (last - first > 1 and self.folded[first] in {"a", "the"})
        return is_named_thing(self.folded, begin, last, self._lexicon.names)

    def _is_called_after_somebody(self, first: int, last: int) -> bool:
        """Whether a storm, an institution or a finding bears the name: "Storm Dennis", "the Maudsley", "a Merlin"."""
        before = self.folded[first - 1] if first else ""
        if self.folded[first] in lists().heads or (before in lists().heads and self._has_capital(first - 1)):
            return True
        after = self.folded[last : last + 4]
        if (
            after[:1] in (["and"], ["&"])
            and after[2:3]
            and after[2] in lists().found_out
            and self._has_capital(last + 1)
        ):
            return True
        article = before in {"the", "a", "an"} and last - first == 1 and not self.words[first].text.isupper()
        plural = self.folded[first].endswith("s") and before == "the"
        person = after[:1] and (after[0] in lists().kin or after[0] in lists().does or after[0] in {"'s", "-", "-s"})
        return article and not plural and not person

    def _runs(self) -> Iterator[tuple[int, int]]:
        """The stretches of words that are one name, as places of words."""
        at = 0
        while at < len(self.words):
            if not self.named[at]:
                at += 1
                continue
            end = at + 1
            while end < len(self.words) and self.named[end] and (self._close(end) or self.words[end].text in "-."):
                end += 1
            yield at, end
            at = end

    def hits(self) -> Iterator[NameHit]:
        """The names, in order."""
        for start, end in self._runs():
            score = max(self.scores[at] for at in range(start, end))
            engines = ("name model",) if self.other is None or max(self.own[start:end]) >= 0.1 else ()
            if self.other is not None and max(self.other[start:end]) >= 0.1:
                engines = (*engines, "second opinion")
            yield NameHit(self.words[start].start, self.words[end - 1].end, round(score, 3), engines or ("name model",))

    def parts(self) -> Iterator[tuple[str, float]]:
        """The words of its names that are told wherever they stand, with how sure the name is."""
        for start, end in self._runs():
            score = max(self.scores[at] for at in range(start, end))
            for at in range(start, end):
                if len(self.folded[at]) > 2 and self._kind(at) in {"name", "unknown", "small-name", "small-unknown"}:
                    yield self.folded[at], score
