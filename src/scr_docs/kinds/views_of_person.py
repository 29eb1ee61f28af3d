"""Kind `views-of-person`: what those who took part told the review is in the report, and not in one place alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from scr_docs.family.chapters import WEIGHED, Chapter
from scr_docs.finding import Finding
from scr_docs.kinds.members import (
    Member,
    at,
    gave_views,
    heard_in_analysis,
    in_chapter,
    members,
    told_of,
    took_part,
    where,
)
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

_ANALYSIS: tuple[Chapter, ...] = ("analysis", "findings", "recommendations")


class Params(Strict):
    """`fault` is what is told.

    No view at all; views in the family's section alone; elsewhere, and not in the analysis; nobody in the analysis.
    """

    fault: Literal["none", "one-section", "not-in-analysis", "nobody-in-analysis"]


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding for each person of whom this is true; one for the report where nobody is heard in its analysis."""
    if rule.params.fault == "nobody-in-analysis":
        yield from _nobody(rule, reading)
        return
    for member in members(reading):
        if member.group != "subject":
            yield from _of_one(rule, reading, member)


def _of_one(rule: Rule, reading: Reading, member: Member) -> Iterator[Finding]:
    spoke, views = took_part(reading, member), gave_views(reading, member)
    elsewhere = [placed for placed in views if not in_chapter(reading, placed, "family")]
    has_analysis = reading.chapters.weighs
    fault = rule.params.fault
    if fault == "none" and spoke and not views:
        _, goes = where(reading, "family", "method")
        words = (
            f"looked for sentences such as “{member.called} felt”, “said” or “in {member.called}'s view”; "
            f"these would go under {goes} and into the analysis"
        )
        yield rule.finding(
            told_of(spoke[0]), location=at(spoke[0]), person=member.id, called=member.called, words=words
        )
    if fault == "one-section" and views and not elsewhere and has_analysis and not heard_in_analysis(reading, member):
        _, goes = where(reading, *_ANALYSIS)
        words = (
            f"{_number(len(views))} there, none elsewhere in the report; "
            f"they would go under {goes}, beside what the records say of the same event"
        )
        yield rule.finding(
            told_of(views[0]), location=at(views[0]), person=member.id, called=member.called, words=words
        )
    if fault == "not-in-analysis" and views and elsewhere and has_analysis and not heard_in_analysis(reading, member):
        place, goes = where(reading, *_ANALYSIS)
        words = f"looked for views and contributions there; they would go under {goes}"
        yield rule.finding(location=place, person=member.id, called=member.called, words=words)


def _nobody(rule: Rule, reading: Reading) -> Iterator[Finding]:
    found = [member for member in members(reading) if member.group != "subject"]
    heard = any(heard_in_analysis(reading, member) for member in found if gave_views(reading, member)) or any(
        placed.statement.person is None and placed.statement.to_review and in_chapter(reading, placed, *WEIGHED)
        for placed in reading.statements
    )
    told = [member.called for member in found if gave_views(reading, member)]
    if told and reading.chapters.weighs and not heard:
        place, goes = where(reading, *_ANALYSIS)
        names = " and ".join(piece for piece in (", ".join(told[:-1]), told[-1]) if piece)
        yield rule.finding(location=place, words=f"looked for what {names} told the review; it would go under {goes}")


def _number(count: int) -> str:
    return "1 view" if count == 1 else f"{count} views"
