"""The two quality markers as one HTML page for the panel: no scripts, nothing fetched, printable on A4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from importlib.resources import files

from scr_docs.finding import Question
from scr_docs.output.markers import Markers, Member, Section
from scr_docs.output.markers_words import (
    ABOUT_MATRIX,
    KEY,
    MARKERS,
    MASKED,
    PERSON,
    PROMISE,
    STATUS,
    TITLE,
    Sign,
    asked_words,
    by_what,
    cell_words,
    columns,
    first_contact,
    in_case,
    in_report,
    other_findings,
    place,
    places_of,
    quote,
    reached_words,
    sign_of,
    views_words,
)

_SIGNS: Mapping[Sign, str] = {
    "heard": '<circle cx="8" cy="8" r="6.5" fill="#14532d"/>',
    "named": '<circle cx="8" cy="8" r="5.5" fill="none" stroke="#334155" stroke-width="2"/>',
    "none": '<path d="M3 8h10" stroke="#64748b" stroke-width="2"/>',
    "missing": '<path d="M3 3l10 10M13 3L3 13" stroke="#7f1d1d" stroke-width="2.5"/>',
    "away": '<path d="M8 2l6 6-6 6-6-6z" fill="none" stroke="#475569" stroke-width="1.5"/>',
}
"""What is drawn in a cell of the matrix, beside its words."""


def render(markers: Markers, *, masked: bool) -> str:
    """The page. `masked` hides every value of the case file and whatever the checks found."""
    shown = markers.shown(masked=masked)
    title = f"{TITLE}{f': {shown.reference}' if shown.reference else ''}"
    return "\n".join([
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        f'<head><meta charset="utf-8"><title>{escape(title)}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>\n{_css()}</style></head>",
        "<body>",
        f"<main>\n<h1>{escape(title)}</h1>",
        *_about(shown),
        *(line for marker in MARKERS for line in _marker(shown, marker)),
        *_people(shown),
        *_matrix(shown),
        *_others(shown),
        "</main>\n</body>\n</html>\n",
    ])  # fmt: skip


@cache
def _css() -> str:
    return files("scr_docs.output").joinpath("markers.css").read_text("utf-8")


def _about(markers: Markers) -> Iterator[str]:
    if markers.report.path:
        yield f"<p>Report: {escape(markers.report.path)}, {markers.report.words:,} words.</p>"
    if markers.report.error is not None:
        yield f'<p class="warning"><strong>Not checked, or not wholly:</strong> {escape(markers.report.error)}</p>'
    if markers.not_looked_at:
        yield f'<div class="warning"><p><strong>Not looked at</strong></p>{_list(markers.not_looked_at)}</div>'
    yield f'<p class="promise">{escape(PROMISE)}</p>'
    if markers.masked:
        yield f"<p>{escape(MASKED)}</p>"


def _marker(markers: Markers, marker: str) -> Iterator[str]:
    questions = markers.questions(marker)
    if not questions:
        return
    yield f'<section>\n<h2>{escape(MARKERS[marker])}</h2>\n<table class="overview">'
    yield "<caption>The questions in short</caption>"
    yield _head("Number", "Question", "What was found", "Where")
    for question in questions:
        yield (
            f'<tr><th scope="row">{question.id}</th><td>{escape(question.asks)}</td>'
            f"<td>{_status(question)}</td><td>{escape(places_of(question))}</td></tr>"
        )
    yield "</tbody></table>"
    for question in questions:
        yield from _question(question)
    yield "</section>"


def _question(question: Question) -> Iterator[str]:
    yield f"<article>\n<h3>{question.id} {escape(question.asks)}</h3>\n<p>{_status(question)}</p>"
    for about, pieces, more in by_what(question):
        if about:
            yield f"<h4>{escape(about[:1].upper() + about[1:])}</h4>"
        yield "<ul>"
        for piece in pieces:
            yield f'<li><span class="place">{escape(place(piece))}</span> {escape(quote(piece))}</li>'
        if more:
            yield f"<li>Also: {escape(', '.join(more))}</li>"
        yield "</ul>"
    if question.missing:
        yield f'<div class="missing"><h4>What is missing</h4>{_list(question.missing)}</div>'
    yield "</article>"


def _status(question: Question) -> str:
    return f'<span class="status {question.status}">{STATUS[question.status]}</span>'


def _people(markers: Markers) -> Iterator[str]:
    if not markers.members:
        return
    yield '<section class="wide">\n<h2>The members of the family</h2>\n<table class="people">'
    yield "<caption>What the report and the case file say of each person</caption>"
    yield _head(*PERSON)
    for member in markers.members:
        cells = (in_report(member.summary), views_words(member), in_case(member.told), first_contact(member.told))
        inner = "".join(f"<td>{escape(cell)}</td>" for cell in (*cells, reached_words(member)))
        lines = asked_words(member)
        asked = _list(lines) if len(lines) > 1 else escape(lines[0])
        yield f'<tr><th scope="row">{escape(member.called)}</th>{inner}<td>{asked}</td></tr>'
    yield "</tbody></table>\n</section>"


def _matrix(markers: Markers) -> Iterator[str]:
    if not (markers.members and markers.sections):
        return
    yield '<section class="wide">\n<h2>Where each person is heard</h2>'
    yield f"<p>{escape(ABOUT_MATRIX)} Sections in which the family should be heard are marked.</p>"
    key = "".join(f"<span>{_sign(sign)} {escape(words)}</span>" for sign, words in KEY.items())
    yield f'<p class="key">{key}</p>'
    for members in columns(markers.members):
        yield '<table class="matrix"><caption>Sections of the report by members of the family</caption>'
        yield _head("Section", *(member.called for member in members))
        for section in markers.sections:
            mark = '<br><span class="listens">analysis or learning</span>' if section.listens else ""
            cells = "".join(_cell(member, section) for member in members)
            yield f'<tr><th scope="row">{escape(section.heading)}{mark}</th>{cells}</tr>'
        yield "</tbody></table>"
    if not other_findings(markers):
        yield f'<p class="promise">{escape(PROMISE)}</p>'
    yield "</section>"


def _cell(member: Member, section: Section) -> str:
    sign = sign_of(member, section)
    return f'<td class="{sign}">{_sign(sign)} {escape(cell_words(section.cells[member.id], sign))}</td>'


def _sign(sign: Sign) -> str:
    return f'<svg width="13" height="13" viewBox="0 0 16 16" aria-hidden="true">{_SIGNS[sign]}</svg>'


def _others(markers: Markers) -> Iterator[str]:
    if not (others := other_findings(markers)):
        return
    yield "<section>\n<h2>What else deserves a look</h2>\n<table class='others'>"
    yield "<caption>What the checks of the family’s part found besides</caption>"
    yield _head("Severity", "What", "Where")
    for severity, message, where in others:
        yield (
            f'<tr><th scope="row">{severity}</th><td>{escape(message)}</td>'
            f"<td>{escape(where or 'the whole report, or the case file')}</td></tr>"
        )
    yield f'</tbody></table>\n<p class="promise">{escape(PROMISE)}</p>\n</section>'


def _head(*words: str) -> str:
    cells = "".join(f'<th scope="col">{escape(word)}</th>' for word in words)
    return f"<thead><tr>{cells}</tr></thead><tbody>"


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"
