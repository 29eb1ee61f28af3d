"""The two quality markers on a terminal: a table of the questions, then the people, then what is missing."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from scr_docs.finding import Question
from scr_docs.output.markers import Markers, Member
from scr_docs.output.markers_words import (
    MARKERS,
    MASKED,
    PROMISE,
    STATUS,
    TITLE,
    cell_words,
    first_contact,
    in_case,
    in_report,
    other_findings,
    places_of,
    sign_of,
)

_WIDTH = 100


def render(markers: Markers, *, masked: bool) -> str:
    """The markers as text. `masked` hides every value of the case file and whatever the checks found."""
    return "\n".join(_lines(markers.shown(masked=masked))) + "\n"


def _lines(markers: Markers) -> Iterator[str]:
    yield from _about(markers)
    for marker, title in MARKERS.items():
        if questions := markers.questions(marker):
            yield from ("", title)
            for question in questions:
                yield from _question(question)
    if markers.members:
        yield from ("", "Members of the family")
        for member in markers.members:
            yield from _member(member)
        yield from _heard(markers)
    if found := other_findings(markers):
        yield from ("", "What else deserves a look")
        for severity, message, where in found:
            yield from _wrapped(f"{message}{f' ({where})' if where else ''}", f"  {severity:<9} ", " " * 12)
    yield ""
    if markers.masked:
        yield from _wrapped(MASKED, "")
    yield from _wrapped(PROMISE, "")


def _about(markers: Markers) -> Iterator[str]:
    yield f"{TITLE}{f': {markers.reference}' if markers.reference else ''}"
    if markers.report.path:
        yield f"Report: {markers.report.path}"
    if markers.report.error is not None:
        yield from _wrapped(f"NOT CHECKED, or not wholly: {markers.report.error}", "")
    for told in markers.not_looked_at:
        yield from _wrapped(told, "")


def _heard(markers: Markers) -> Iterator[str]:
    sections = [section for section in markers.sections if section.listens]
    if sections:
        yield from ("", "Who is heard in the analysis, the findings and what is learned")
    for section in sections:
        yield f"  {section.heading}"
        signs = [(member, sign_of(member, section)) for member in markers.members]
        heard = [f"{one.called} ({cell_words(section.cells[one.id], sign)})" for one, sign in signs if sign == "heard"]
        missing = [one.called for one, sign in signs if sign == "missing"]
        away = [one.called for one, sign in signs if sign == "away"]
        yield from _wrapped(f"heard: {', '.join(heard) or 'nobody'}", "    ", "      ")
        yield from _wrapped(f"not heard here: {', '.join(missing) or 'nobody'}", "    ", "      ")
        if away:
            yield from _wrapped(f"took no part: {', '.join(away)}", "    ", "      ")


def _question(question: Question) -> Iterator[str]:
    first = f"  {question.id:<12} {STATUS[question.status]:<19}"
    then = " " * len(first)
    yield from _wrapped(question.asks, first, then)
    yield from _wrapped(places_of(question), then)
    for missing in question.missing:
        yield from _wrapped(f"Missing: {missing}", then, then + "  ")


def _member(member: Member) -> Iterator[str]:
    yield f"  {member.called}"
    yield from _wrapped(f"in the report: {in_report(member.summary)}", "    ")
    yield from _wrapped(f"in the case file: {in_case(member.told)}", "    ")
    channels = f" ({', '.join(member.told.channels)})" if member.told and member.told.channels else ""
    yield from _wrapped(f"first contact: {first_contact(member.told)}{channels}", "    ")
    for asked in member.asked:
        if not asked.answered:
            yield from _wrapped(f"asked {asked.on}, no answer written down: “{asked.question}”", "    ", "      ")


def _wrapped(text: str, first: str, then: str | None = None) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=first if then is None else then, break_on_hyphens=False
    )
