"""Sentences → statements: who took part in the review, who did not and why, and what the family says to it.

The section, the listener and the words decide together: "Mother told the health visitor" is history, "Mother told the
reviewer" is a contribution and a view, and in a section on family involvement "Mother felt" is a view.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from scr_docs.family.chain import MEANING_SOMEBODY, Chain
from scr_docs.family.cues import SIGNS
from scr_docs.family.mark import mark, quotations
from scr_docs.family.paragraph import Paragraph, Watch, first_subject
from scr_docs.family.people import Mention, People
from scr_docs.family.reasons import is_vague, reason_of
from scr_docs.family.sections import Section, section_of
from scr_docs.family.statement import Placed, Statement, StatementKind
from scr_docs.family.words import small, words
from scr_docs.model import Block, Document

__all__ = ["Placed", "Statement", "StatementKind", "read_document", "read_passage", "read_text"]

_HEADING = re.compile(r"#{1,6}\s+(.*)")
_TABLE_HEADER = re.compile(
    r"\b(?:invit\w+|respon\w+|contribut\w+|involve\w*|took part|take part|participat\w+|approach\w*"
    r"|contact\w*|offer\w*|reasons?|outcome|asked|y/n|reached|seen|heard"
    r"|spoken to|what happened|involved\?|status|repl(?:y|ied)|answer|method of|interview\w*|met)\b"
)
_NO_ANSWER = re.compile(
    r"\b(?:letters?|e-?mails?|messages?|calls?|attempts?|texts?|invitations?|approach(?:es)?)\b[^.;]{0,200}?"
    r"\b(?:no (?:\w+ )?(?:repl(?:y|ies)|answers?|response|acknowledgement)|unanswered)\b"
)
_OF_NOBODY = re.compile(
    rf"{_NO_ANSWER.pattern}|^\W*(?:(?:(?:her|his|their) )?(?:childcare|travel|fares?|expenses)|a creche"
    r"|an? (?:taxi|interpreter|advocate|intermediary))\b[^.;]{0,40}?\b(?:was|were)\b[^.;]{0,20}?"
    r"\b(?:paid|met|provided|arranged|refunded|covered|reimbursed)\b"
)
"""What is told of the one who was named last, without any word for them."""
_WHOSE = re.compile(r"\W*(?:\d+(?:\.\d+)*\W+)?(his|her)\b")
_LONGEST = 3000
"""Letters. No sentence is longer; what has no stops is read in pieces."""
_LONGEST_TITLE = 20
"""Letters before a stop in which a title or a paragraph's number may stand, which have no blank."""
_STOP = re.compile(r"[.!?…][”’\"')\]]{0,3}\s+(?=[“‘\"'(\[]{0,2}[A-Z0-9])")
_NAMED = re.compile(
    r"\b(?:Adult|Aunt|Baby|Brother|Carer|Child|Children|Colleague|Cousin|Daughter|Family|Father|Friend|Grandparent|Half-sibling"
    r"|Neighbour|Nephew|Niece|Partner|Person|Relative|Sibling|Sister|Son|Subject|Uncle|Witness) (?:[A-Z]|\d{1,2})\.$"
)
"""What a report calls somebody at the end of a sentence: "Sibling 1." is no title."""
_CITED = re.compile(r"\([A-Z][^().]{0,60}\)")
"""Who said what stands in quotation marks before it."""
_TITLE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|para|paras|p|pp|e\.g|i\.e|cf|vs|approx|Rev|Sgt|Insp)"
    r"|(?:^|\s)(?:[A-Zbd]|\d{1,3}(?:\.\d{1,3}){0,3}))\.$"
)


def read_document(document: Document, people: People) -> tuple[Placed, ...]:
    """The statements of a report, in reading order; tables, lists, notes and text boxes count as text."""
    placed: list[Placed] = []
    read: dict[Hashable, tuple[Statement, ...]] = {}  # summaries and tables say much again, word for word
    for block in document.story():
        if block.level is None:
            where = (block.headings, (block.cell.header, block.cell.label) if block.cell else None)
            told = read.get((block.text, where))
            if told is None:
                told = read[block.text, where] = tuple(_read_block(block, people))
            placed += [Placed(block, statement) for statement in told]
    return tuple(placed)


def _read_block(block: Block, people: People) -> Iterator[Statement]:
    section = section_of(block.headings)
    begin = people.mentions_of_heading(block.headings[-1]) if block.headings else ()
    if block.cell is None:
        yield from read_text(block.text, people, section=section, begin=begin)
    elif block.cell.label:
        yield from _read_cell(block.text, block.cell.header, block.cell.label, people, section)


def _read_cell(text: str, header: str, label: str, people: People, section: Section | None) -> Iterator[Statement]:
    """The statements of a cell of a table: it is about the people in the first cell of its row."""
    about = tuple(people.mentions(label))
    if _TABLE_HEADER.search(small(header)):
        section = "review"
    if about and section == "review":
        yield from read_text(text, people, section=section, begin=about, header=small(header))
    else:
        yield from read_text(text, people, section=section)


def read_passage(text: str, people: People) -> list[Statement]:
    """The statements of a text given from Python, with "# headings" and "| table | rows |"."""
    found: list[Statement] = []
    path: list[str] = []
    header: list[str] = []
    place = 0
    for line in text.splitlines(keepends=True):
        start, place = place, place + len(line)
        told = line.strip()
        heading = _HEADING.match(told)
        if heading:
            level = len(told) - len(told.lstrip("#"))
            path = [*path[: level - 1], heading[1]]
        elif told.startswith("|"):
            pieces = [(piece[0], start + piece.start()) for piece in re.finditer(r"[^|\n]+", line)]
            cells = [(piece.strip(), at + len(piece) - len(piece.lstrip())) for piece, at in pieces if piece.strip()]
            found += _read_row(cells, header, people, section_of(path))
            header = header or [cell for cell, _ in cells]
            continue
        elif told:
            begin = people.mentions_of_heading(path[-1]) if path else ()
            found += [_moved(one, start) for one in read_text(line, people, section=section_of(path), begin=begin)]
        header = []
    return sorted(found, key=lambda one: (one.start, one.kind))


def _read_row(
    cells: Sequence[tuple[str, int]], header: Sequence[str], people: People, section: Section | None
) -> Iterator[Statement]:
    if not header or not cells:
        return
    found: list[Statement] = []
    for column, (cell, start) in enumerate(cells[1:], 1):
        above = header[column] if column < len(header) else ""
        found += [_moved(one, start) for one in _read_cell(cell, above, cells[0][0], people, section)]
    yield from _with_reasons_beside(found, [cell for cell, _ in cells[1:]])


def _with_reasons_beside(found: Sequence[Statement], cells: Sequence[str]) -> Iterator[Statement]:
    """The statements of a row; why somebody did not take part may stand in another cell of it."""
    beside = " ; ".join(small(cell) for cell in cells)
    for one in found:
        if one.kind == "non-involvement" and one.reason is None:
            reason = reason_of(beside)
            yield replace(one, reason=reason, vague=reason is None and (one.vague or is_vague(beside)))
        else:
            yield one


def _moved(statement: Statement, by: int) -> Statement:
    return replace(statement, start=statement.start + by, end=statement.end + by)


def read_text(
    text: str,
    people: People,
    *,
    section: Section | None = None,
    begin: Sequence[Mention] = (),
    header: str | None = None,
    watch: Watch | None = None,
) -> Iterator[Statement]:
    """The statements of one paragraph.

    `section` is the kind of section it stands in, `begin` the people of whom its heading or the first cell of its row
    speaks, `header` the head of its column where it is a cell of a table, in small letters. `watch` is told of each
    sentence that is looked at, and of whom it is.
    """
    lowered = small(text)
    all_words = words(lowered)
    if not begin and not people.may_be_among(all_words):
        return
    quotes = quotations(text)
    inside = [span for span in quotes if len(text[span[0] : span[1]].split()) > 3]
    chain = Chain(people, begin)
    paragraph = Paragraph(section, header=header, watch=watch)
    for start, end in _sentences(text, quotes):
        here = all_words.within(start, end)
        names = people.may_be_among(here)
        waits = paragraph.waits
        alone = _alone(chain, lowered, start, end) if section == "review" and not waits else ()
        waits = waits or bool(alone)
        if not (names or waits or (chain.last and not MEANING_SOMEBODY.isdisjoint(here.texts))):
            paragraph.pass_over(lowered, start, end)
            chain.follow((), stranger=False, reviewer=False)
            continue
        named = people.mentions_in(text, here) if names else []
        if inside:
            named = [one for one in named if not any(first < one.start < last for first, last in inside)]
        mentions = chain.resolve(text, here, named)
        spans = [span for span in quotes if span[0] < end and start < span[1]] if quotes else []
        if text.endswith("?", start, end) and not spans:
            continue  # a question of the review tells nothing
        if not mentions and not waits:
            paragraph.pass_over(lowered, start, end)
            chain.follow((), stranger=False, reviewer=False)
            continue
        marked = mark(text, lowered, (start, end), here, mentions, spans)
        if alone and not mentions and marked.has("service", "occasion") and _NO_ANSWER.search(marked.text):
            paragraph.pass_over(lowered, start, end)  # the letters are somebody else's
            chain.follow((), stranger=False, reviewer=False)
            continue
        if header is not None or not mentions:
            alone = tuple(chain.last[:1])
        elif any(one.people or one.whole_family for one in mentions):
            alone = ()
        paragraph.take(marked, alone)
        acting = first_subject(marked)
        whose = _WHOSE.match(lowered, start, end) if acting == SIGNS["service"] else None
        chain.follow(
            mentions,
            stranger=acting == SIGNS["service"],
            reviewer=acting == SIGNS["reviewer"],
            whose=whose[1] if whose else "",
        )
    yield from paragraph.statements()


def _alone(chain: Chain, lowered: str, start: int, end: int) -> tuple[Mention, ...]:
    """The one person of the last sentence, where this one tells of them and has no word for anybody."""
    sentence = lowered[start:end]
    told = _OF_NOBODY.search(sentence) if chain.alone else None
    theirs = told and _WHOSE.match(sentence) and _NO_ANSWER.search(sentence)  # "Her letter had received no reply"
    return chain.alone if told and not theirs else ()


def _sentences(text: str, quotes: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph; neither a semicolon, a title nor a stop within a quotation ends one.

    Days and signs are looked for in smaller pieces (names.text.sentences), which may end within a quotation.
    """
    first = 0
    for stop in _STOP.finditer(text):
        place = stop.end()
        if quotes and any(start < stop.start() and place < end for start, end in quotes):
            continue
        near = max(first, stop.start() - _LONGEST_TITLE)
        near = max(near, text.rfind(" ", near, stop.start()))
        if _TITLE.search(text, near, stop.start() + 1) and not _NAMED.search(text, first, stop.start() + 1):
            continue
        if len(stop[0].rstrip()) > 1 and _CITED.match(text, place):
            continue
        yield from _pieces(text, first, stop.start() + len(stop[0].rstrip()))
        first = place
    if text[first:].strip():
        yield from _pieces(text, first, len(text.rstrip()))


def _pieces(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The sentence; one that is far longer than any sentence in pieces, since reading takes longer than its length."""
    while last - first > _LONGEST:
        blank = text.rfind(" ", first, first + _LONGEST) + 1
        place = blank if blank > first else first + _LONGEST
        yield first, place
        first = place
    yield first, last
