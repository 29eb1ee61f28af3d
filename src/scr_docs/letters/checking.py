"""The checks of what goes to a person: the rules that check reports, and that nothing of the template is left in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from scr_docs import engine
from scr_docs.case import Case, Person
from scr_docs.finding import Finding, Severity, mask
from scr_docs.kinds import KINDS, Reading
from scr_docs.kinds.reading import Finder, index_of_others
from scr_docs.letters.merging.template import left_over_tags
from scr_docs.model import Document
from scr_docs.names.known.hits import Hit
from scr_docs.names.known.index import KnownIndex
from scr_docs.names.known.judging import is_ordinary
from scr_docs.names.text.fold import folded
from scr_docs.pack import Rule, find

ALWAYS = ("letters.others-data", "letters.others-data-possible")
"""Rules that everything is held against that goes to a person, whatever its stage asks for."""

_LEFT_OVERS = tuple(
    f"consistency.{rule}" for rule in ("template-text", "redaction-mark", "empty-brackets", "to-be-confirmed")
)
"""What an office left in its own letter: "[insert name]", "[NAME]", "TBC"."""

OF_VERSION: Mapping[str, tuple[str, ...]] = {
    "large-print": ("letters.not-large-print",),
    "easy-read": ("letters.easy-read-too-small", "letters.easy-read-long-sentence", "letters.easy-read-too-hard"),
    "young-person": ("letters.young-person-too-hard",),
}
"""Rules for the versions that are made for some readers."""

_STYLE = frozenset({"letters", "accessibility"})
_ANY = frozenset(KINDS)
_LAYOUT = "accessibility"
_OF_ENGLISH = frozenset({f"{_LAYOUT}.other-language", f"{_LAYOUT}.capitals"})
"""Rules of the layout for a document in English: where no other letters have capitals, NHS alone would be a finding."""
_MUST_HAVES = frozenset({"absent", "says"})
"""Kinds of rules that ask for something, which letter.yaml has to name."""

_BY_PARAGRAPH = frozenset({"phrase"})
"""Kinds of style rules that find the same in a paragraph whatever stands around it."""
_BY_TEMPLATE = frozenset({"layout"})
"""Kinds of style rules that find the same in letters which differ in nothing but the values filled in."""

_MOST_KEPT = 2000
_QUOTED = re.compile(r'"[^"]{1,200}"')


@dataclass(frozen=True, slots=True)
class Held:
    """The rules that a version of a letter is held against: `always`, and `style`, which only ask for another look.

    Most paragraphs and the layout are those of the template, so that some style rules need not look at them each time.
    """

    version: str
    always: tuple[Rule, ...]
    style: tuple[Rule, ...] = ()

    def in_language(self, language: str) -> Held:
        """What of it holds in another language than English: whose data it is, and the layout."""
        always, style = (
            tuple(
                one
                for one in rules
                if one.id in (*ALWAYS, *_LEFT_OVERS) or (one.pack == _LAYOUT and one.id not in _OF_ENGLISH)
            )
            for rules in (self.always, self.style)
        )
        return Held(f"{self.version} {language}", always, style)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why something may not go out, and what to look at again first. Told by rule and place, never by value."""

    problems: tuple[str, ...]
    again: tuple[str, ...]


class _Others:
    """What in a text is not the recipient's; a paragraph that stands in every letter is looked through once."""

    def __init__(self, index: KnownIndex) -> None:
        self._index = index
        self._found: dict[str, list[Hit]] = {}

    def find(self, text: str) -> list[Hit]:
        """The hits, in order."""
        if len(self._found) > _MOST_KEPT:
            self._found.clear()
        if text not in self._found:
            self._found[text] = self._index.find(text)
        return self._found[text]


class Checker:
    """Holds what is made for the people of one case against rules."""

    def __init__(self, case: Case, rules: Sequence[Rule]) -> None:
        self._case = case
        self._rules = rules
        self._others: dict[str, _Others] = {}
        self._style: dict[tuple[str, tuple[str, ...]], engine.Result] = {}
        self._clean: set[tuple[str, str]] = set()

    def rules(self, names: Sequence[str], version: str | None = None) -> Held:
        """The rules of these names, and those for everything. Raises SelectionError for a name that is none.

        With a version (letter, easy-read …) those too that make a Word file kind and easy to read.
        """
        named = [find(self._rules, name) for name in (*ALWAYS, *names, *OF_VERSION.get(version or "", ()))]
        left = [find(self._rules, name) for name in _LEFT_OVERS]
        if version is None:
            return Held("", (*named, *left))
        style = left + [
            rule
            for rule in self._rules
            if rule.pack in _STYLE and not rule.by_name and rule.entry.kind not in _MUST_HAVES and rule not in named
        ]
        named += (rule for rule in style if rule.severity is Severity.MUST_FIX)
        return Held(version, tuple(named), tuple(rule for rule in style if rule not in named))

    def others(self, person: Person) -> Finder:
        """What finds in a text that which is not this person's."""
        if person.id not in self._others:
            self._others[person.id] = _Others(index_of_others(self._case, person))
        return self._others[person.id]

    def check(
        self, document: Document, person: Person, held: Held, *, texts: Sequence[str], printed: Sequence[str]
    ) -> Verdict:
        """What is wrong. `texts` may hold no tag of a template; every value of `printed` must stand in the document."""
        problems: list[str] = []
        if any(left_over_tags(text) for text in texts):
            problems.append("a tag of the template, or double braces from the case file, is left in it")
        problems += (f"{unread.where} could not be read back: {unread.why}" for unread in document.unread)
        reading = Reading(document, self._case, person, self.others(person))
        text = " ".join(" ".join(reading.folded).split())
        values = set(printed)
        if any(" ".join(folded(value).split()) not in text for value in values):
            problems.append("a value that was filled in does not stand in the finished letter")
        any_value = re.compile("|".join(map(re.escape, sorted(values - {""}, key=len, reverse=True))) or "(?!)")
        result = engine.run(reading, held.always)
        style = self._style_of(reading, person, held, any_value)
        problems += (f"the rule {rule} broke" for rule in dict.fromkeys((*result.broken, *style.broken)))
        for finding in result.findings:
            if finding.severity is Severity.MUST_FIX:
                problems.append(f"{_without_value(finding)} ({finding.rule}; {_place(finding, any_value)})")
        return Verdict(tuple(problems), _again((*result.findings, *style.findings), any_value))

    def _style_of(self, reading: Reading, person: Person, held: Held, any_value: re.Pattern[str]) -> engine.Result:
        """What the style rules find."""
        document = reading.document
        new = {block.index for block in document.blocks if (held.version, block.text) not in self._clean}
        alone = Reading(_only(document, new), self._case, person, self.others(person))
        worded = _run(alone, held, _BY_PARAGRAPH)
        found = {finding.location.block for finding in worded.findings}
        self._clean.update((held.version, document.blocks[index].text) for index in new - found)
        whole = _run(reading, held, _ANY - _BY_PARAGRAPH - _BY_TEMPLATE)
        shape = (held.version, tuple(any_value.sub("·", block.text) for block in document.blocks))
        if shape not in self._style:
            result = _run(reading, held, _BY_TEMPLATE)
            kept = tuple(_of_anybody(finding, any_value) for finding in result.findings)
            self._style[shape] = replace(result, findings=kept)
        looks = self._style[shape]
        here = (_in_this(finding, document) for finding in looks.findings)
        broken = (*worded.broken, *whole.broken, *looks.broken)
        return engine.Result((*worded.findings, *whole.findings, *here), broken, ())


def _run(reading: Reading, held: Held, kinds: Collection[str]) -> engine.Result:
    """What the style rules of these kinds find."""
    return engine.run(reading, [rule for rule in held.style if rule.entry.kind in kinds])


def _only(document: Document, numbers: Collection[int]) -> Document:
    """The document with these blocks alone, each in its place; nothing stands in those between."""
    if not document.blocks:
        return document
    nothing = replace(document.blocks[0], text="", marks=())
    return replace(document, blocks=tuple(block if block.index in numbers else nothing for block in document.blocks))


def _of_anybody(finding: Finding, any_value: re.Pattern[str]) -> Finding:
    """The finding as it may be kept for the letters of other people: nothing of this one's is in it."""
    place = replace(finding.location, address=_place(finding, any_value), context=None)
    return replace(finding, text="", location=place)


def _in_this(finding: Finding, document: Document) -> Finding:
    """The finding of a letter of the same shape, with its place in this one."""
    number = finding.location.block
    if number is None:
        return finding
    return replace(finding, location=replace(finding.location, address=document.blocks[number].address))


def _again(findings: Iterable[Finding], any_value: re.Pattern[str]) -> tuple[str, ...]:
    """What to look at again, and what would make it easier to read: each once, with its places."""
    again: dict[str, list[Finding]] = defaultdict(list)
    hints: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=lambda finding: (finding.location.block is None, finding.location.block or 0)):
        if finding.severity is Severity.CHECK:
            again[_with_word(finding)].append(finding)
        elif finding.severity is Severity.NOTE:
            hints[finding.rule].append(finding)
    told = [("look again", what, found) for what, found in again.items()]
    told += (("for easier reading", _without_value(found[0]), found) for found in hints.values())
    return tuple(f"{why}: {what[:1].lower()}{what[1:]} ({_places(found, any_value)})" for why, what, found in told)


def _with_word(finding: Finding) -> str:
    """The message; one of a possible name says which word: an ordinary one in small letters whole, any other masked."""
    if finding.rule not in ALWAYS:
        return _without_value(finding)
    ordinary = finding.text.islower() and all(map(is_ordinary, finding.text.split()))
    return finding.message.replace("{quote}", f"“{finding.text if ordinary else mask(finding.text)}”")


def _without_value(finding: Finding) -> str:
    return finding.message.replace(": {quote}", "")


def _place(finding: Finding, any_value: re.Pattern[str]) -> str:
    """Where it is. A heading on the way there, in quotation marks, may hold a value, which is left out."""
    return _QUOTED.sub(lambda told: any_value.sub("…", told[0]), finding.location.address or "the whole letter")


def _places(found: Sequence[Finding], any_value: re.Pattern[str]) -> str:
    """Where the findings are, the first three by name."""
    places = list(dict.fromkeys(_place(finding, any_value) for finding in found))
    more = f" and {len(places) - 3} more" if len(places) > 3 else ""
    return ", ".join(places[:3]) + more
