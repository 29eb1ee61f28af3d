"""Kind `other-case`: the reference of another case, or another board's name where that of this one should stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.model import Block
from scr_docs.names.text.fold import fold
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

_BOARD_CODE = (
    r"[A-Z]{0,6}(?:SCB|SCP|SAB|CSP)\s?(?:SCR|LCSPR|DHR|SAR)?[\s/-]?(?:19|20)\d\d(?:[-/–]\d\d)?[/-]\d{1,3}"
    r"|(?:SCR|LCSPR|DHR|SAR|CPR)[\s/-]?(?:19|20)\d\d(?:[-/–]\d\d)?[/-]\d{1,3}"
)
_BOARD = re.compile(
    r"(?<![^\W_])((?:(?!The\b|Of\b|For\b|By\b)[A-Z][\w'’-]{1,20}\s(?:and\s|upon\s|of\s)?){1,4})(?:Local\s)?Safeguarding\s(?:Children|Adults?)(?:['’]?s['’]?)?\s"
    r"(?:Board|Partnership)(?![^\W_])"
)
_YEAR_AFTER = re.compile(r"\W{0,3}\(?(?:19|20)\d\d")
_NOTES = frozenset({"footnote", "endnote"})
_OUTSIDE = frozenset({"header", "footer", "properties", "custom-xml", "file-name"})


class Params(Strict):
    """What of another case."""

    what: Literal["reference", "board"]


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding for each place where such a thing stands."""
    found = list(_references(rule, reading) if rule.params.what == "reference" else _boards(rule, reading))
    own = _own(reading, rule.params.what, [_bare(block.text[start:end]) for block, start, end in found])
    for block, start, end in found:
        if own and not any(
            _bare(block.text[start:end]) in name or name in _bare(block.text[start:end]) for name in own
        ):
            yield rule.finding(block.text[start:end], location=Location.of(block, start, end))


def _own(reading: Reading, what: str, found: list[str]) -> list[str]:
    """What is this case's own, from the case file; without one, what stands most often where several differ."""
    if reading.case is not None:
        names = (reading.case.reference,) if what == "reference" else (reading.case.board.name,)
        return [_bare(name) for name in names]
    return [name for name, _ in Counter(found).most_common(1)]


def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text).text)


def _references(rule: Rule, reading: Reading) -> Iterator[tuple[Block, int, int]]:
    """References of reviews, and what has the form of this case's own."""
    shapes = [_BOARD_CODE]
    if reading.case is not None and (own := _shape(reading.case.reference)):
        shapes.append(own)
    pattern = re.compile(rf"(?<![\w/-])(?:{'|'.join(shapes)})(?![\w/-])")
    for block in reading.document.blocks:
        if block.part in rule.entry.scope and block.part not in _NOTES:
            yield from ((block, *match.span()) for match in pattern.finditer(block.text))


def _shape(reference: str) -> str | None:
    """The form of a reference: "WM-2019-04" is two capitals, four figures and two; None where it says too little."""
    if not (re.search(r"[A-Z]{2}", reference) and len(re.findall(r"\d", reference)) > 3):
        return None
    pieces = re.findall(r"[A-Za-z]+|\d+|[^A-Za-z\d]", reference)
    return "".join(
        rf"[A-Z]{{{len(piece)}}}"
        if piece.isalpha()
        else rf"\d{{{len(piece)}}}"
        if piece.isdigit()
        else re.escape(piece)
        for piece in pieces
    )


def _boards(rule: Rule, reading: Reading) -> Iterator[tuple[Block, int, int]]:
    """Names of boards on the title page, in headers, footers and properties, where only this board's belongs."""
    title = True
    for block in reading.document.blocks:
        title = title and not (block.level or block.headings)
        if block.part not in rule.entry.scope or not (block.part in _OUTSIDE or (title and block.part == "body")):
            continue
        for match in _BOARD.finditer(block.text):
            if not _YEAR_AFTER.match(block.text, match.end()):
                yield block, match.start(), match.end()
