"""The two quality markers with their evidence, gathered from what was read and ready to be shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scr_docs.case import Case, Person
from scr_docs.case.told import Told, told
from scr_docs.finding import FileReport, PersonSummary, Question, Secrets
from scr_docs.kinds.reading import Reading
from scr_docs.kinds.signs import about_family, groups, took_part

_LISTENS = re.compile(
    r"analys|apprais|finding|lesson|learning|conclusion|discussion|themes?\b|recommend"
    r"|what (?:we|the review) (?:found|learn)",
    re.IGNORECASE,
)
"""Sections in which the family should be heard, by their headings."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How often a person stands in a section: named, with a view, as having taken part."""

    mentions: int = 0
    views: int = 0
    contributions: int = 0

    @property
    def heard(self) -> bool:
        """Whether something that they told the review stands there."""
        return bool(self.views or self.contributions)


@dataclass(frozen=True, slots=True)
class Section:
    """A top-level section of the report. `listens` says that the family should be heard there."""

    heading: str
    listens: bool
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that a family member asked: when, in which words, and whether it was answered."""

    on: str
    question: str
    answered: bool


@dataclass(frozen=True, slots=True)
class Member:
    """A family member: what the report and the case file say of them; None where there is no such file.

    `took_part` is by the case file where it says so, else by the report.
    """

    id: str
    called: str
    summary: PersonSummary | None
    told: Told | None
    asked: tuple[Asked, ...] = ()
    took_part: bool = False

    @property
    def expected(self) -> bool:
        """Whether their voice should be heard where the report weighs things: they took part, or views are told."""
        return self.took_part or bool(self.summary and self.summary.views)


@dataclass(frozen=True, slots=True)
class Markers:
    """Both markers for one review. `not_looked_at` says what could not be looked at, and why.

    `asked_by` are the rules that asked the questions.
    `secrets` are the values that are certain, hidden wherever they stand, and the possible ones, hidden as words.
    """

    reference: str
    report: FileReport
    members: tuple[Member, ...]
    sections: tuple[Section, ...]
    not_looked_at: tuple[str, ...]
    asked_by: frozenset[str]
    secrets: tuple[Secrets, Secrets]
    masked: bool = False

    @property
    def exit_status(self) -> int:
        """As of `lint`: 2 where something was not read or no rule was run, 1 where a finding is as serious as asked."""
        if self.report.error is not None or not self.report.rules_run:
            return 2
        return 1 if self.report.fails else 0

    def questions(self, marker: str) -> tuple[Question, ...]:
        """The answers to this marker's questions."""
        return tuple(question for question in self.report.questions if question.id.startswith(f"{marker}."))

    def shown(self, *, masked: bool) -> Markers:
        """These as they may be shown. `masked` hides every value of the case file and whatever the checks found."""
        if masked:
            return _hidden(self)
        findings = tuple(finding.shown(None) for finding in self.report.findings)
        return replace(self, report=replace(self.report, findings=findings))


def _may_be_of_family(person: Person, summary: PersonSummary | None) -> bool:
    """Whether somebody may be meant where the report says of the family as a whole that it took part."""
    return not person.has_died and took_part(person, spoke=summary is None or summary.reason is None)


def markers_of(
    reading: Reading, report: FileReport, secrets: tuple[Secrets, Secrets], not_looked_at: tuple[str, ...]
) -> Markers:
    """The markers of what was read and found. Without a case file people have no rows."""
    case = reading.case
    summaries = {person.id: person for person in report.people}
    reached = {one.person.id: one for one in told(case)} if case else {}
    took = groups(reading).took_part
    whole = any(placed.statement.person is None for placed in about_family(reading, ("contribution",)))
    members = tuple(
        Member(
            person.id,
            person.called,
            summaries.get(person.id),
            reached.get(person.id),
            _asked(case, person),
            person.id in took or (whole and _may_be_of_family(person, summaries.get(person.id))),
        )
        for person in (case.family if case else ())
    )
    return Markers(
        case.reference if case else "",
        report,
        members,
        _sections(reading, [member.id for member in members]),
        not_looked_at,
        frozenset(reading.answers),
        secrets,
    )


def _sections(reading: Reading, people: Sequence[str]) -> tuple[Section, ...]:
    """The top-level sections. Where everything stands under one title, those below it."""
    tops = {block.headings[0] for block in reading.document.story() if block.headings}
    depth = 1 if len(tops) == 1 else 0
    named: dict[str, Counter[str]] = {}
    views: dict[str, Counter[str | None]] = {}
    took_part: dict[str, Counter[str | None]] = {}
    for block in reading.document.story():
        heading = block.headings[min(depth, len(block.headings) - 1)] if block.headings else ""
        if not block.headings and block.level is not None:
            continue
        mentions = reading.mentions.get(block.index, ())
        named.setdefault(heading, Counter()).update(person for mention in mentions for person in mention.people)
    for placed in about_family(reading, ("view", "contribution")):
        headings = placed.block.headings
        heading = headings[min(depth, len(headings) - 1)] if headings else ""
        counts = views if placed.statement.kind == "view" else took_part
        counts.setdefault(heading, Counter())[placed.statement.person] += 1
    return tuple(
        Section(
            heading or "Before the first heading",
            bool(_LISTENS.search(heading)),
            {
                person: Cell(
                    counts[person],
                    views.get(heading, Counter())[person],
                    took_part.get(heading, Counter())[person],
                )
                for person in people
            },
        )
        for heading, counts in named.items()
    )


def _asked(case: Case | None, person: Person) -> tuple[Asked, ...]:
    return tuple(
        Asked(
            f"{asked.asked_on.day} {asked.asked_on:%B %Y}" if asked.asked_on else "on a day not written down",
            asked.question or "",
            asked.answered_on is not None and bool(asked.answer),
        )
        for asked in (case.questions if case else ())
        if asked.person == person.id
    )


def _hidden(markers: Markers) -> Markers:
    certain, possible = markers.secrets

    def hide(text: str) -> str:
        return possible.hide(certain.hide(text))

    questions = tuple(
        replace(
            question,
            evidence=tuple(
                replace(piece, text=hide(piece.text), where=hide(piece.where)) for piece in question.evidence
            ),
        )
        for question in markers.report.questions
    )
    report = replace(
        markers.report,
        path=hide(markers.report.path),
        error=hide(markers.report.error) if markers.report.error is not None else None,
        questions=questions,
        findings=tuple(
            replace(
                finding.shown(None), message=hide(finding.shown(None).message), location=finding.location.shown(certain)
            )
            for finding in markers.report.findings
        ),
    )
    members = tuple(
        replace(member, asked=tuple(replace(asked, question=hide(asked.question)) for asked in member.asked))
        for member in markers.members
    )
    sections = tuple(replace(section, heading=hide(section.heading)) for section in markers.sections)
    return replace(markers, report=report, members=members, sections=sections, masked=True)
