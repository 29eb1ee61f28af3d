"""Finds the values of a case file in a text: folded, run together or broken, and under other forms of the names."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from typing import Generic, TypeVar

from scr_docs.names.days.dates import dates
from scr_docs.names.known.derived import Form, Forms, is_plain
from scr_docs.names.known.hits import Hit, Known, What, merge, merged
from scr_docs.names.known.initials import initials
from scr_docs.names.known.joined import BEGINNING, beginnings, pattern
from scr_docs.names.known.judging import how_sure, is_time, may_be_somebody
from scr_docs.names.known.variants import MARKS
from scr_docs.names.known.views import views
from scr_docs.names.text.fold import Folded, fold, level

_RUN_TOGETHER = re.compile(r"(?:(?<=[#@/\\=])|(?<=www\.))[a-z0-9]{8,80}")
_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class _Match:
    """A hit in one reading of the text, with its place there."""

    hit: Hit
    match: re.Match[str]


@dataclass(frozen=True, slots=True)
class Words:
    """Single words of names, folded: `given` have short forms, all `names` have spellings; `declared` mean nobody else.

    `prose` are words that the document writes in small letters too, so that none of them is a slip of the pen.
    """

    given: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    declared: frozenset[str] = frozenset()
    prose: frozenset[str] = frozenset()


class KnownIndex:
    """Every value of a case file, ready to be looked for. Built once for a run."""

    def __init__(
        self,
        entries: Iterable[tuple[str, Known]],
        days: Mapping[datetime.date, Known],
        *,
        short: Iterable[tuple[str, Known]] = (),
        words: Words | None = None,
    ) -> None:
        """`entries` are ways of writing a value, as in variants.py; `short` are initials of people and of places."""
        entries = list(entries)
        self._secret = _Table((way, known) for way, known in entries if known.what != "publishable")
        self._public = _Table((way, known) for way, known in entries if known.what == "publishable")
        self._days = days
        self._initials = merged(short)
        self._words = words or Words()

    @cached_property
    def _forms(self) -> Forms:
        return Forms(self._words.given, self._words.names, self._words.declared, self._words.prose)

    def find(self, text: str) -> list[Hit]:
        """Everything known in the text, in order, without overlaps; what is sure goes first, then what is longer.

        What may be published hides what lies inside it, never what reaches over it nor what is as long.
        """
        hits: list[Hit] = []
        public: list[Hit] = []
        for folded in (fold(text), *views(text)):
            found = [found.hit for found in self._secret.find(folded)]
            hits += found
            hits += self._run_together(folded)
            hits += self._under_other_forms(folded, _Line(found))
            public += (found.hit for found in self._public.find(folded))
        hits += self._days_and_initials(text)
        shown = _Line(hit for hit in public if hit.sure)
        hits = [hit for hit in hits if not _is_hidden(hit, list(shown.around(hit)), text)]
        return _chosen([*hits, *public])

    def _run_together(self, folded: Folded) -> Iterator[Hit]:
        """Names within the run-together words of an address or a hashtag; only possible."""
        for run in _RUN_TOGETHER.finditer(folded.text) if self._within_runs else ():
            for name, known in self._within_runs.items():
                if (at := run[0].find(name)) >= 0:
                    yield Hit(*folded.span(run.start() + at, run.start() + at + len(name)), known, sure=False)

    @cached_property
    def _within_runs(self) -> Mapping[str, Known]:
        return {
            name: known
            for name in self._words.names
            if len(name) > 4 and name.isalpha() and not is_plain(name) and (known := self._secret.single(name))
        }

    def _days_and_initials(self, text: str) -> Iterator[Hit]:
        if self._days:
            plain = level(text)
            for date in dates(plain.text, compact=True):
                known = self._days.get(date.day)
                # "03052011" is that day; "030511" is more often another number.
                bare = plain.text[date.start : date.end].isdigit() and date.end - date.start == len("030511")
                if known and not bare:
                    yield Hit(*plain.span(date.start, date.end), known)
        if self._initials:
            for start, end, letters, spoken_of in initials(text):
                known = self._initials.get(letters)
                if known and (spoken_of or (known.what == "place" and len(letters) > 3)):
                    yield Hit(start, end, known, sure=False)

    def _under_other_forms(self, folded: Folded, as_written: _Line[Hit]) -> Iterator[Hit]:
        """Hits that hold another form of a name: as sure as what stands beside it, alone only possible or misspelt."""
        if not self._words.names:
            return
        for restated, forms in self._forms.restated(folded):
            line = _Line(forms)
            for found in self._secret.find(restated):
                hit = found.hit
                held = [form for form in line.around(hit) if hit.start <= form.start and form.end <= hit.end]
                if held and hit.known.what in {"person", "professional"}:
                    beside = [other for other in as_written.around(hit) if _is_inside(other, hit)]
                    if beside:
                        yield replace(hit, sure=any(other.sure for other in beside))
                    elif _may_stand_alone(held, found.match):
                        yield replace(hit, sure=False, misspelt=all(form.via == "slip" for form in held))


def _may_stand_alone(forms: Sequence[Form], match: re.Match[str]) -> bool:
    if any(is_time(form.written.lower(), match) for form in forms):
        return False
    plain = all(is_plain(form.written.lower()) for form in forms)
    return not any(form.written[:1].islower() for form in forms) and (not plain or may_be_somebody(match))


class _Table:
    """Ways of writing values, each with what it is."""

    def __init__(self, entries: Iterable[tuple[str, Known]]) -> None:
        self._known = merged((way, known) for way, known in entries if way.strip(MARKS))

    def single(self, name: str) -> Known | None:
        """Whose name this is when it stands alone; None where it does not tell."""
        return self._known.get(f"~{name}") or self._known.get(f"~?{name}")

    @cached_property
    def _by_beginning(self) -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
        """By their first letters: the words to look for, the longest first, each with its ways."""
        ways: dict[str, list[str]] = defaultdict(list)
        for way in self._known:
            ways[way.lstrip(MARKS)].append(way)
        grouped: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        for words in sorted(ways, key=len, reverse=True):
            for beginning in beginnings(words):
                # Half of one person's name may be the whole of another's: what is surely a name goes first.
                grouped[beginning].append(
                    (words, tuple(sorted(ways[words], key=lambda way: way[:2].strip("~^") != "")))
                )
        return {beginning: tuple(found) for beginning, found in grouped.items()}

    @cached_property
    def _begins(self) -> re.Pattern[str]:
        first = "".join(sorted({re.escape(beginning[0]) for beginning in self._by_beginning}))
        return re.compile(rf"(?<![^\W\d_])[{first}]")

    def find(self, folded: Folded) -> Iterator[_Match]:
        """At each place of the text the longest value, and the longest sure one where that is not."""
        for place in self._begins.finditer(folded.text) if self._by_beginning else ():
            for length in range(1, BEGINNING + 1):
                at = place.start()
                for words, ways in self._by_beginning.get(folded.text[at : at + length], ()):
                    match = pattern(words).match(folded.text, at)
                    if match and (hit := self._judged(folded, ways, match)):
                        yield _Match(hit, match)
                        if hit.sure:
                            break

    def _judged(self, folded: Folded, ways: Iterable[str], match: re.Match[str]) -> Hit | None:
        start, end = folded.span(*match.span())
        judged: Hit | None = None
        for way in ways:
            known = self._known[way]
            sure = how_sure(way, match, folded.original[start:end], named=known.what in {"person", "professional"})
            if sure:
                return Hit(start, end, known)
            if sure is False and judged is None:
                judged = Hit(start, end, known, sure=False)
        return judged


_Placed = TypeVar("_Placed", Hit, Form)


class _Line(Generic[_Placed]):
    """Stretches of a text in their order; none of them is long."""

    def __init__(self, placed: Iterable[_Placed]) -> None:
        self._placed: list[_Placed] = sorted(placed, key=_START)
        self._longest: int = max((one.end - one.start for one in self._placed), default=0)

    def around(self, hit: Hit) -> Iterator[_Placed]:
        """Those that overlap the hit."""
        first = bisect_left(self._placed, hit.start - self._longest, key=_START)
        last = bisect_left(self._placed, hit.end, key=_START)
        return (self._placed[at] for at in range(first, last) if self._placed[at].end > hit.start)


def _is_hidden(hit: Hit, shown: Sequence[Hit], text: str) -> bool:
    """Whether the hit lies inside a name that may stand there, or is the end of one and the beginning of another."""
    if any(_is_inside(hit, other) for other in shown):
        return True
    if any(hit.start <= one.start and one.end <= hit.end for one in shown):
        return False
    left = {*range(hit.start, hit.end)}.difference(*(range(one.start, one.end) for one in shown))
    return len(shown) > 1 and not any(text[at].isalnum() for at in left)


def _is_inside(hit: Hit, other: Hit) -> bool:
    return other.start <= hit.start and hit.end <= other.end and hit.end - hit.start < other.end - other.start


def _may_be_sure(hit: Hit) -> bool:
    return not hit.sure and not hit.misspelt and hit.known.what == "person"


def _holds_sure(hit: Hit, sure: _Line[Hit]) -> bool:
    """Whether the hit says more of the same person than one inside it that is sure: "Maria d" says "Maria"."""
    return any(
        _is_inside(other, hit) and not set(other.known.owners).isdisjoint(hit.known.owners)
        for other in sure.around(hit)
    )


def _chosen(hits: Iterable[Hit]) -> list[Hit]:
    """Of hits that overlap the sure one, then the longer, then a secret one; hits of the same words become one."""
    same: dict[tuple[int, int, bool, bool, What], list[Known]] = defaultdict(list)
    for hit in hits:
        known = same[hit.start, hit.end, hit.sure, hit.misspelt, hit.known.what]
        if hit.known not in known:
            known.append(hit.known)
    single = [Hit(start, end, merge(known), sure, slip) for (start, end, sure, slip, _), known in same.items()]
    sure = _Line(hit for hit in single if hit.sure)
    single = [replace(hit, sure=_holds_sure(hit, sure)) if _may_be_sure(hit) else hit for hit in single]
    single.sort(key=lambda hit: (not hit.sure, hit.misspelt, hit.start - hit.end, hit.known.what == "publishable"))
    chosen: list[Hit] = []
    for hit in single:
        at = bisect_left(chosen, hit.start, key=_START)
        if (at == len(chosen) or chosen[at].start >= hit.end) and (at == 0 or chosen[at - 1].end <= hit.start):
            chosen.insert(at, hit)
    return chosen
