"""The checks of what goes to a person: the rules that check reports, and that nothing of the template is left in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from scr_docs import engine
from scr_docs.case import Case, Person
from scr_docs.finding import Finding, Severity
from scr_docs.kinds import Reading
from scr_docs.kinds.reading import index_of_others
from scr_docs.letters.merging.template import left_over_tags
from scr_docs.model import Document
from scr_docs.names.known.hits import Hit
from scr_docs.names.known.index import KnownIndex
from scr_docs.names.text.fold import fold
from scr_docs.pack import Rule, find

ALWAYS = ("letters.others-data", "letters.others-data-possible")
"""Rules that everything is held against that goes to a person, whatever its stage asks for."""

_MOST_KEPT = 2000


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

    def rules(self, names: Sequence[str]) -> list[Rule]:
        """The rules of these names, and those for everything. Raises SelectionError for a name that is none."""
        return [find(self._rules, name) for name in (*ALWAYS, *names)]

    def check(
        self, document: Document, person: Person, rules: Sequence[Rule], *, texts: Sequence[str], printed: Sequence[str]
    ) -> Verdict:
        """What is wrong. `texts` may hold no tag of a template; every value of `printed` must stand in the document."""
        problems: list[str] = []
        if any(left_over_tags(text) for text in texts):
            problems.append("a tag of the template, or double braces from the case file, is left in it")
        problems += (f"{unread.where} could not be read back: {unread.why}" for unread in document.unread)
        if person.id not in self._others:
            self._others[person.id] = _Others(index_of_others(self._case, person))
        reading = Reading(document, self._case, person, self._others[person.id])
        text = " ".join(" ".join(reading.folded).split())
        if any(" ".join(fold(value).text.split()) not in text for value in set(printed)):
            problems.append("a value that was filled in does not stand in the finished letter")
        result = engine.run(reading, rules)
        problems += (f"the rule {broken} broke" for broken in result.broken)
        again: dict[str, list[Finding]] = defaultdict(list)
        for finding in result.findings:
            if finding.severity is Severity.MUST_FIX:
                place = finding.location.address or "the whole letter"
                problems.append(f"{_without_value(finding)} ({finding.rule}; {place})")
            elif finding.severity is Severity.CHECK:
                again[_without_value(finding)].append(finding)
        told = (f"look again: {what[:1].lower()}{what[1:]} ({_places(found)})" for what, found in again.items())
        return Verdict(tuple(problems), tuple(told))


def _without_value(finding: Finding) -> str:
    return finding.message.replace(": {quote}", "")


def _places(found: Sequence[Finding]) -> str:
    """Where the findings are, the first three by name."""
    places = list(dict.fromkeys(finding.location.address or "the whole letter" for finding in found))
    more = f" and {len(places) - 3} more" if len(places) > 3 else ""
    return ", ".join(places[:3]) + more
