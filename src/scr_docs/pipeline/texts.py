"""Texts given from Python: the personal data in them, and what they say of the family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scr_docs import engine
from scr_docs.case import Case
from scr_docs.errors import Mistake, PackError
from scr_docs.family.people import People
from scr_docs.family.read import Statement, read_passage
from scr_docs.finding import Severity
from scr_docs.kinds import Reading
from scr_docs.model import Document, Part
from scr_docs.names.known import index as known_names
from scr_docs.pack import Rule
from scr_docs.pipeline.given import case_of
from scr_docs.pipeline.rules import rules_of_personal_data
from scr_docs.plain import document as plain_document


@dataclass(frozen=True, slots=True)
class Span:
    """Personal data in a text: offsets, the rule that found it, what kind of thing it is, and how sure that is."""

    start: int
    end: int
    rule: str
    kind: str
    severity: Severity
    text: str


def find_personal_data(texts: Iterable[str], case: Path | str | Case | None = None) -> Iterator[list[Span]]:
    """For each text, the personal data in it, in order. With a case, what it knows comes first."""
    known, given = case_of(case), tuple(texts)
    rules = rules_of_personal_data()
    kinds = {rule.id: _kind_of(rule) for rule in rules}
    index = None if known is None else known_names.index(known, prose=known_names.small_words(given))
    for text in given:
        result = engine.run(Reading(_one_block(text), known, index=index), rules)
        if result.broken:
            raise PackError(Mistake(f"A rule broke: {result.broken[0]}"))
        yield [
            Span(place.start or 0, place.end or 0, finding.rule, kinds[finding.rule], finding.severity, finding.text)
            for finding in result.findings
            for place in [finding.location]
        ]


def _kind_of(rule: Rule) -> str:
    """What kind of thing the rule finds, in the words of its own keys; a name where nothing is known of it."""
    what = getattr(rule.params, "shape", None) or getattr(rule.params, "what", None) or "name"
    return str(what if isinstance(what, str) else what[0])


def _one_block(text: str) -> Document:
    part: Part = "comment"  # any part that is read as it stands, without headings or tables
    return plain_document([(part, text)])


def read_statements(texts: Iterable[str], case: Path | str | Case | None = None) -> Iterator[list[Statement]]:
    """For each text, what it says of who took part and who did not, in order; "# headings" make sections.

    A text may be a sentence, a passage, or lines with "| a | b |" rows of tables.
    """
    people = People(case_of(case))
    for text in texts:
        yield read_passage(text, people)
