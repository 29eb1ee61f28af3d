"""What every form of the two quality markers says in the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from scr_docs.case.told import Told
from scr_docs.finding import Evidence, Location, PersonSummary, Question, Status
from scr_docs.kinds.away import said
from scr_docs.kinds.informing import in_days
from scr_docs.kinds.question import listed
from scr_docs.output.markers import Cell, Markers, Member, Section

TITLE = "Evidence for two quality markers"
MASKED = (
    "Names and other values of the case file, and what the checks take for personal data, are masked here;"
    " --show-values shows them."
)
PROMISE = (
    "Where nothing is missing, no listed problem was found. That does not mean that the review meets a quality marker:"
    " the words can be there and the family unheard. People judge that."
)
STATUS: Mapping[Status, str] = {
    "evidenced": "Evidenced",
    "partly": "Partly evidenced",
    "absent": "Not evidenced",
    "not-applicable": "Does not apply",
}
MARKERS: Mapping[str, str] = {
    "QM12": "Quality marker 12: family involvement",
    "Informing": "Quality marker “informing the family”",
}
"""The markers by what stands before the number of their questions."""

PERSON = ("Person", "In the report", "Views", "In the case file", "First contact", "Reached by", "Their questions")
"""The columns of the table of people."""

ABOUT_MATRIX = (
    "How often each person is named in each section of the report, and how often something stands there that they told"
    " the review."
)

Sign = Literal["heard", "named", "none", "missing", "away"]
"""What a cell of the matrix shows of somebody in a section."""

KEY: Mapping[Sign, str] = {
    "heard": "heard",
    "named": "named only",
    "none": "not named",
    "missing": "not heard here, though they took part or views of theirs are told",
    "away": "took no part, as far as the report and the case file tell",
}
"""What each sign means, for the legend; the last two stand only in sections of analysis or learning."""

NONE = "none in the case file"

_QUOTE = 300
_QUOTES = 5
"""So many sentences are quoted for one thing; of the others only the places are told."""

_PLACES = 8
_COLUMNS = 8


def place(evidence: Evidence) -> str:
    """Where a piece of evidence stands: "para 6.4", "para 6.16 (c)", or the way there."""
    if evidence.number and evidence.number[0].isdigit():
        return f"para {evidence.number}"
    last = evidence.where.rpartition(" > ")[2]
    return last if last.startswith("para ") else evidence.where.removeprefix("body > ")


def places_of(question: Question) -> str:
    """Where its evidence stands: "paras 6.4, 6.5 and 3 more; case file"."""
    told = list(dict.fromkeys(place(piece) for piece in question.evidence))
    numbers = [where.removeprefix("para ") for where in told if where.startswith("para ")]
    more = f" and {len(numbers) - _PLACES} more" if len(numbers) > _PLACES else ""
    paras = [f"para{'s' * (len(numbers) > 1)} {', '.join(numbers[:_PLACES])}{more}"] if numbers else []
    found = "; ".join([*paras, *(where for where in told if not where.startswith("para "))])
    if found or question.status == "not-applicable":
        return found or "nothing to look for"
    return f"nothing found in the {'case file' if question.id.startswith('Informing') else 'report'}"


def by_what(question: Question) -> list[tuple[str, list[Evidence], list[str]]]:
    """The evidence by what it shows: the pieces to quote, and the places of those beyond the first few."""
    found: dict[str, list[Evidence]] = {}
    for piece in question.evidence:
        found.setdefault(piece.about, []).append(piece)
    shown = []
    for about, pieces in found.items():
        quoted = [replace(piece, text=shortened(piece.text)) for piece in pieces[:_QUOTES]]
        more = list(dict.fromkeys(place(piece) for piece in pieces[_QUOTES:]))
        shown.append((about, quoted, more))
    return shown


def quote(piece: Evidence) -> str:
    """A piece of evidence as it is quoted: a sentence of the report with those of whom it speaks before it."""
    if piece.where.startswith("case file"):
        return piece.text
    return f"{f'{listed(piece.people)}: ' if piece.people else ''}“{piece.text}”"


def shortened(text: str) -> str:
    """The text, cut at a word where it is long."""
    return text if len(text) <= _QUOTE else text[:_QUOTE].rsplit(" ", 1)[0] + " …"


def sign_of(member: Member, section: Section) -> Sign:
    """What a cell of the matrix shows."""
    cell = section.cells[member.id]
    if cell.heard:
        return "heard"
    if section.listens:
        return "missing" if member.expected else "away"
    return "named" if cell.mentions else "none"


def cell_words(cell: Cell, sign: Sign) -> str:
    """What a cell of the matrix says, beside its sign: "took part; 1 view told; named 4 times"."""
    first = {"missing": ["not heard here"], "away": ["took no part"]}.get(sign, [])
    told = ["took part"] * bool(cell.contributions)
    told += [f"{cell.views} view{'s' * (cell.views != 1)} told"] * bool(cell.views)
    told += [f"named {times(cell.mentions)}"] * bool(cell.mentions)
    return "; ".join([*first, *(told or ["not named"])])


def times(number: int) -> str:
    """How often: "once", "3 times"."""
    return "once" if number == 1 else f"{number} times"


def other_findings(markers: Markers) -> list[tuple[str, str, str]]:
    """What the checks found besides the questions: severity, message and place, the most serious first."""
    found = [finding for finding in markers.report.findings if finding.rule not in markers.asked_by]
    found.sort(key=lambda finding: finding.severity.rank)
    return [(str(one.severity), one.message, _where(one.location)) for one in found]


def _where(location: Location) -> str:
    return f"para {location.number}" if location.number else location.address or ""


def first_contact(one: Told | None) -> str:
    """When somebody was first contacted, in words."""
    if one is None:
        return "no case file"
    if one.first is None:
        if one.reached:
            return "day not written down"
        return "has died" if one.person.has_died else NONE
    day = f"{one.first.day} {one.first:%B %Y}"
    return f"{day}, {in_days(one.days)}" if one.days is not None else day


def in_report(summary: PersonSummary | None) -> str:
    """What the report says of whether somebody took part."""
    if summary is None:
        return "no report"
    if summary.involved:
        return "took part"
    if not summary.mentions:
        return "never spoken of"
    return f"did not take part: {said(summary.reason)}" if summary.reason else "not said to have taken part, no reason"


def in_case(one: Told | None) -> str:
    """What the case file says of it."""
    if one is None:
        return "no case file"
    involvement = one.person.involvement
    if involvement.status is None and one.person.has_died:
        return "has died"
    status = said(involvement.status) if involvement.status else "not written down"
    reason = said(involvement.reason) if involvement.reason else status
    return status if reason == status else f"{status} ({reason})"


def views_words(member: Member) -> str:
    """How many views of theirs stand in the report, and in how many sections; the matrix tells which."""
    if member.summary is None:
        return "no report"
    sections = len(member.summary.sections_with_views)
    return f"{member.summary.views}, in {sections} section{'s' * (sections != 1)}" if sections else "none"


def reached_words(member: Member) -> str:
    """By what means they were reached, and what they need."""
    if member.told is None:
        return "no case file"
    needs = ", ".join(said(need) for need in member.told.person.contact.needs)
    nothing = "has died" if member.told.person.has_died else NONE
    return f"{', '.join(member.told.channels) or nothing}{f'; needs: {needs}' if needs else ''}"


def asked_words(member: Member) -> list[str]:
    """What they asked, line by line: how much was answered, and each question that was not."""
    answered = sum(asked.answered for asked in member.asked)
    lines = [f"{answered} answered"] if answered else []
    lines += [f"no answer to “{asked.question}” ({asked.on})" for asked in member.asked if not asked.answered]
    return lines or ["none written down"]


def columns(members: Sequence[Member]) -> list[Sequence[Member]]:
    """The people in groups that fit beside each other on a page, of about the same size."""
    tables = -(-len(members) // _COLUMNS)
    width = -(-len(members) // max(tables, 1))
    return [members[first : first + width] for first in range(0, len(members), width)] if members else []
