"""Numbers that the words beside them tell apart: before or after in the sentence, or in a table's header or label.

The words are in labelled.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from scr_docs import yaml_file
from scr_docs.names.days.dates import dates
from scr_docs.names.identifiers.shape import Listed, Shape, in_order, labels, sentence_before, shape_of, small_words
from scr_docs.yaml_file import Strict, Text

_NOUN = (
    r"(?:no|nos|number|numbers|num|nr|ref|refs|reference|references|id|ids|identity|identifier|code|record|log|urn|file"
    r"|case|report|form|incident|serial|event|numbered|rec|card)"
)
_NAMED = re.compile(rf"\b{_NOUN}\b|[:#=]", re.IGNORECASE)
_CONNECT = re.compile(
    rf"(?:[\s:;.,#=/(\[–—-]{{0,3}}(?<!\w)(?:{_NOUN}|is|was|are|were|of|as|the|under|with|recorded|given|allocated"
    rf"|registered|quoted|logged|his|her|their|"
    r"for|to|by|on|being|reads?|shown|holder|system|database|entry|\(?s\)|mr|ms|mother|father"
    r"|child)(?!\w)\.?){0,6}[\s:;.,#=/(\[\"'‘“–—-]{0,4}",
    re.IGNORECASE,
)
_REFERENCE = (
    r"(?<![\w/£$€.-])(?:(?-i:[A-Z]{1,6})[\s/.-]{1,2})?(?=[\w/.-]{0,14}\d)"
    r"[^\W_]{1,16}(?:[/._-][^\W_]{1,12}|\s\d{3,6}(?![\w/.])){0,5}(?![\w%])"
)
_ANY = re.compile(_REFERENCE, re.IGNORECASE)
_REACH = 60
_LONGEST = 30
_SENTENCE = re.compile(r"[!?;]|\.\s+(?=[A-Z][a-z]+\s)|\n")
_WORDS_BETWEEN = 8
_WORDS_BEFORE = 4
_JOINED = re.compile(r"\s?(?:,\sand|,|;|/|&|and|or)\s?(?=\w)", re.IGNORECASE)
_LED = re.compile(r"(?:in|on|at|of|by|to|is|was|for|and|the|an?|as|or|from)\s", re.IGNORECASE)
_PUBLIC = re.compile(
    r"\b(?:isbn|issn|doi|charity|company|vat|instrument|circular|guidance|standard|version|helpline|page|form|model"
    r"|command|grant|catalogue|edition|volume|issue|telephone|phone|tel|fax|mobile|house|flat|room|bus|of)\b[\w\s.()-]{0,15}$",
    re.IGNORECASE,
)
_BOOK = re.compile(r"\bIS[BS]N\b[^.;]*$", re.IGNORECASE)
_DATED = re.compile(r"\s(?:of|dated)\s(?:the\s)?\d{1,2}[\s./]", re.IGNORECASE)
_NO_REFERENCE = re.compile(
    r"(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d\d?|(?:19|20)\d\d))?"  # a year, a financial year
    r"|\d{1,3}(?:\.\d{1,3}){1,3}[a-z]?"  # a paragraph, a price, a time of day
    r"|(?:in|on|at|of|by|to|is|was|for|and|the|an?|as|or|from|until|since|than)(?:\s|(?-i:(?<=[a-z]))[/-])\S+(?:\s\S+)?"
    r"|0[38]\d\d(?:\s\d+)+|0[38]\d{8,9}|[A-Z]{2,6}\s\d{1,2}[.:]\d\d"  # help lines and offices
    r"|\d{1,2}[/-]\d{1,2}|\d{1,3}(?:st|nd|rd|th|am|pm|hrs?|k|m|kg|ml|mg|cm|mm)|\d{4}hrs?|(?:s|ss"
    r"|sec)\.?\s?\d{1,3}[A-Z]?|covid.?19|\d0s"
    r"|(?:chapter|section|part|form|year|level|stage|page|para|annex|appendix|table|figure|article)\s?\S{1,6}"
    r"|\d{1,3}/7|24[/-]7|\d{1,2}[.:]\d\d\s?(?:am|pm|hrs?|h)|(?:dfe|dfes|dcsf)-\d{5}-\d{4}"
    r"|(?:isbn|issn)\b.*",
    re.IGNORECASE,
)


class _Entry(Strict):
    labels: Listed
    directly: Listed = ()
    form: Text = ""


class _LabelledFile(Strict):
    kinds: dict[str, _Entry]


@dataclass(frozen=True)
class Labelled:
    """One kind of number: its labels, the words with which they begin, and its form where it has one of its own."""

    words: frozenset[str]
    label: re.Pattern[str]
    directly: re.Pattern[str]
    bare: re.Pattern[str]
    form: re.Pattern[str]
    any_form: bool

    def find(self, text: str, context: str) -> Iterator[Shape]:
        """The numbers that the text or the `context` of a table calls by one of the labels."""
        if any(self.label.search(label) for label in labels(context)) and len(text) <= 80:
            yield from in_order(self._in_cell(text))
        elif not self.words.isdisjoint(small_words(text)) and any(map(str.isdigit, text)):
            yield from in_order(self._in_sentence(text))

    def _in_cell(self, text: str) -> Iterator[Shape]:
        for match in self.form.finditer(text):
            if self._is_number(match) and sum(map(str.isdigit, match[0])) >= 4:
                yield shape_of(match)

    def _in_sentence(self, text: str) -> Iterator[Shape]:
        for label in self.label.finditer(text):
            at = self._connected(text, label)
            named = bool(self.bare.fullmatch(label[0]) or _NAMED.search(text[label.start() : at]))
            found = self.form.match(text, at)
            named = named or bool(found and _DATED.match(text, found.end()))
            if found and self._is_number(found) and (named or self._is_strong(found)):
                yield from self._row(text, found)
            elif near := self._near(text, at):
                yield from self._row(text, near)
            elif earlier := self._before(text, label.start()):
                yield earlier
        for label in self.directly.finditer(text):
            found = self.form.match(text, self._connected(text, label))
            public = _PUBLIC.search(sentence_before(text, label.start(), _REACH))
            if found and not public and self._is_number(found) and self._is_strong(found):
                yield from self._row(text, found)

    @staticmethod
    def _connected(text: str, label: re.Match[str]) -> int:
        """Where after the label and the small words that join it to its number the number would stand."""
        connected = _CONNECT.match(text, label.end())
        return connected.end() if connected else label.end()

    def _near(self, text: str, at: int) -> re.Match[str] | None:
        """What looks like a reference, some words further on in the same sentence."""
        window = _SENTENCE.split(text[at : at + _REACH], maxsplit=1)[0]
        for found in self._numbers(text, at, at + len(window) + _LONGEST):
            if found.start() > at + len(window) or len(text[at : found.start()].split()) > _WORDS_BETWEEN:
                break
            return found
        return None

    def _before(self, text: str, at: int) -> Shape | None:
        """What looks like a reference, some words before in the same sentence."""
        start = max(0, at - _REACH)
        start = at - len(_SENTENCE.split(text[start:at])[-1])
        most = _WORDS_BEFORE if self.any_form else _WORDS_BETWEEN
        for found in reversed(list(self._numbers(text, start, at))):
            if len(text[found.end() : at].split()) <= most:
                return shape_of(found)
        return None

    def _numbers(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """What looks like a reference whatever stands beside it."""
        for found in self.form.finditer(text, start, end):
            led = _LED.match(text, found.start())
            bare = self.form.match(text, led.end(), end) if led else found
            if bare and self._is_number(bare) and self._is_strong(bare):
                yield bare

    def _row(self, text: str, found: re.Match[str]) -> Iterator[Shape]:
        """A number and those that are joined to it by commas and "and"."""
        match: re.Match[str] | None = found
        while match:
            yield shape_of(match)
            joined = _JOINED.match(text, match.end())
            match = self.form.match(text, joined.end()) if joined else None
            if match and not (self._is_number(match) and self._is_strong(match)):
                match = None

    @staticmethod
    def _is_number(match: re.Match[str], group: int | str = 0) -> bool:
        written = match[group]
        if sum(map(str.isdigit, written)) < 3 or _NO_REFERENCE.fullmatch(written):
            return False
        if _BOOK.search(match.string[max(0, match.start(group) - 25) : match.start(group)]):
            return False
        day = next(dates(written), None)
        return not (day and day.end - day.start >= len(written) - 1)

    def _is_strong(self, match: re.Match[str], group: int | str = 0) -> bool:
        """Whether it looks like a reference whatever stands beside it: figures with letters or strokes, or many."""
        written = match[group]
        figures = sum(map(str.isdigit, written))
        mixed = bool(re.search(r"[A-Za-z]", written)) and len(written) >= 5
        return mixed or (figures >= 5 and bool(re.search(r"[/-]", written))) or figures >= (6 if self.any_form else 8)


@cache
def kinds() -> Mapping[str, Labelled]:
    """The kinds of number in labelled.yaml, by name."""
    file = yaml_file.shipped(__file__, "labelled.yaml", _LabelledFile)
    return {name: _labelled(entry) for name, entry in file.kinds.items()}


def _labelled(entry: _Entry) -> Labelled:
    form = " ".join(entry.form.split()).replace("| ", "|")
    form = rf"(?<![\w/£$€.-])(?:{form})(?![\w/%-])(?!\.\d)" if form else _REFERENCE
    ways = entry.labels + entry.directly
    words = frozenset(word for way in ways for word in re.findall(r"[a-z]+", way.lower().replace("s?", "")))
    return Labelled(
        words | {f"{word}s" for word in words},
        _any_of(entry.labels),
        _any_of(entry.directly),
        _any_of(way for way in entry.labels if re.match(r"[A-Z&]{2}", way)),
        re.compile(form, re.IGNORECASE),
        any_form=not entry.form,
    )


def _any_of(ways: Iterable[str]) -> re.Pattern[str]:
    """One of the labels; their words may be joined by a hyphen, and "number" may be short."""
    written = sorted(map(_way, ways), key=len, reverse=True) or ["(?!)"]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(written)})(?:['’]s?)?(?!\w)", re.IGNORECASE)


def _way(label: str) -> str:
    loose = label.replace("number", "(?:number|no)").split(" ?")
    return r"[\s-]?".join(re.sub(r"(?<!\()\s", r"[\\s/-]{1,2}", piece) for piece in loose)
