"""Kind `report-names-of-case`: the report names of the case file, held against its real names and the report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from scr_docs.case import Case
from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.model import Block
from scr_docs.names.allowed import pseudonyms
from scr_docs.names.allowed.allow_lists import allow_lists
from scr_docs.names.known.variants import TITLES
from scr_docs.names.text.fold import fold
from scr_docs.names.text.labels import OF_ADDRESS, OF_FAMILY, label, labels
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

_SHORT = {
    "mother's partner": "MP", "father's partner": "FP", "maternal grandmother": "MGM", "maternal grandfather": "MGF",
    "paternal grandmother": "PGM", "paternal grandfather": "PGF", "maternal great-grandmother": "MGGM",
    "maternal aunt": "MA", "maternal uncle": "MU", "paternal aunt": "PA", "paternal uncle": "PU",
}  # fmt: skip
_FOND = {"mother": "Mum", "father": "Dad"}
_WORD = re.compile(r"[^\W\d_]{2,}")
_INITIALS = re.compile(r"[A-Z]\.?\s?[A-Z]\.?(?:\s?[A-Z]\.?)?")
_BEFORE = re.compile(r"\b(?:the|her|his|their|a|an|whose|birth|own|my|your|foster)\s$", re.IGNORECASE)
_OFTEN = 2


class Params(Strict):
    """What is wrong with the names."""

    fault: Literal["two-names", "shared", "real-name", "real-initial", "unused"]


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding for each name, where a reader first meets it."""
    if reading.case is not None:
        yield from _FAULTS[rule.params.fault](rule, reading, reading.case)


def _first(reading: Reading, name: str) -> Location | None:
    """Where this name stands first in the report."""
    return next(_places(reading, name), None)


def _places(reading: Reading, name: str) -> Iterator[Location]:
    pattern = re.compile(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])")
    for block in reading.document.story():
        for match in pattern.finditer(block.text):
            yield Location.of(block, match.start(), match.end())


def _two_names(rule: Rule, reading: Reading, case: Case) -> Iterator[Finding]:
    """People whom the report also calls by their relationship, or by its usual abbreviation."""
    alone = Counter(person.relationship.casefold() for person in case.people)
    names = {fold(person.report_name).text for person in case.people if person.report_name}
    for person in case.family:
        relationship = fold(person.relationship).text
        if not person.report_name or alone[person.relationship.casefold()] > 1:
            continue
        ways = (relationship.title().replace("'S", "'s"), _FOND.get(relationship, ""))
        for other, often in (*((way, _OFTEN) for way in ways), (_SHORT.get(relationship, ""), 1)):
            if not other or fold(other).text in names:
                continue
            found = list(_uses(reading, other))
            if len(found) >= often and not any(_alone(block, other) for block in reading.document.story()):
                block, start, end = found[0]
                yield rule.finding(
                    block.text[start:end],
                    location=Location.of(block, start, end),
                    person=person.id,
                    called=person.report_name,
                    words=f"{len(found)} times" if len(found) > 1 else "once",
                )


def _uses(reading: Reading, name: str) -> Iterator[tuple[Block, int, int]]:
    written = re.escape(name).replace("'", "['’]")
    pattern = re.compile(
        rf"(?<![^\W_-]){written}(?![^\W_]|['’]s\s(?i:partner|mother|father|sister|brother)|\s[A-Z\d]\b)"
    )
    for block in reading.document.story():
        if block.cell is None and block.level is None:
            for match in pattern.finditer(block.text):
                before = block.text[: match.start()]
                if not _BEFORE.search(before[-12:]) and not _in_quotes(before):
                    yield block, match.start(), match.end()


def _in_quotes(before: str) -> bool:
    """Whether a quotation was begun in what stands before, and not ended."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _alone(block: Block, name: str) -> bool:
    """Whether the block introduces the name: as a cell of its own, or in brackets."""
    return (block.cell is not None and block.text.strip() == name) or f"({name})" in block.text


def _shared(rule: Rule, reading: Reading, case: Case) -> Iterator[Finding]:
    """Report names in the report that two people of the case file have."""
    names = case.report_names
    for name, often in Counter(fold(name).text for name in names).items():
        written = next(found for found in names if fold(found).text == name)
        if often > 1 and (place := _first(reading, written)):
            yield rule.finding(written, location=place, words=f"{often}")


def _real_name(rule: Rule, reading: Reading, case: Case) -> Iterator[Finding]:
    """Report names and declared pseudonyms that are, or hold, a real name of the case file."""
    real = {word: person.report_name for person in case.professionals for word in _words(person.name or "")}
    real |= {word: person.report_name for person in case.people for name in person.names for word in _words(name)}
    given = case.report_names
    declared = [name for name in pseudonyms.declared(reading.document) if name not in given]
    for name in dict.fromkeys((*given, *declared)):
        found = [real[word] for word in _words(name) if word in real]
        if found:
            yield rule.finding(name, location=_first(reading, name), called=found[0] or "somebody in the case file")


def _words(name: str) -> list[str]:
    not_names = allow_lists().role_words | TITLES
    return [word for word in _WORD.findall(fold(name).text) if word not in not_names and len(word) > 2]


def _real_initial(rule: Rule, reading: Reading, case: Case) -> Iterator[Finding]:
    """Report names with a letter that begins the person's real name, and titles with the letter of a real surname."""
    given: set[tuple[str, str]] = set()
    for person in case.people:
        if not person.report_name:
            continue
        found = label(person.report_name)
        first = {name.strip()[:1].upper() for name in person.names}
        last = {name.split()[-1][:1].upper() for name in person.names if name.split()}
        if found:
            given.add(found.key)
        initials = "".join(part[0] for part in person.name.split()).upper()
        letters = re.sub(r"[^A-Z]", "", person.report_name) if _INITIALS.fullmatch(person.report_name) else ""
        if (found and not found.mark.isdigit() and found.mark[0] in first | last) or (
            letters and letters in {initials, initials[:1] + initials[-1:]}
        ):
            yield rule.finding(
                person.report_name,
                location=_first(reading, person.report_name),
                person=person.id,
                called=person.relationship,
            )
    yield from _titles(rule, reading, case, given)


def _titles(rule: Rule, reading: Reading, case: Case, given: set[tuple[str, str]]) -> Iterator[Finding]:
    surnames = {name.split()[-1][:1].upper(): person for person in case.people for name in person.names if " " in name}
    subject = {name[:1].upper(): case.subject for name in (case.subject.names if case.subject else ())}
    told: set[tuple[str, str]] = set()
    for block in reading.document.story():
        for found in labels(block.text):
            if found.key in given or found.key in told or found.role not in OF_FAMILY or found.mark.isdigit():
                continue
            person = surnames.get(found.mark[0]) if found.role in OF_ADDRESS else subject.get(found.mark[0])
            if person is not None:
                told.add(found.key)
                yield rule.finding(
                    block.text[found.start : found.end],
                    location=Location.of(block, found.start, found.end),
                    person=person.id,
                    called=person.called,
                )


def _unused(rule: Rule, reading: Reading, case: Case) -> Iterator[Finding]:
    """One finding of all that the report never uses; the family's are told by family.member-not-mentioned."""
    family = {person.report_name for person in case.family}
    text = "\n".join(fold(block.text).text for block in reading.document.story())
    missing = [
        name
        for name in dict.fromkeys(case.report_names)
        if name not in family and not re.search(rf"(?<![^\W_]){re.escape(fold(name).text)}(?![^\W_])", text)
    ]
    if missing:
        yield rule.finding(words=", ".join(missing))


_FAULTS: Mapping[str, Callable[[Rule, Reading, Case], Iterator[Finding]]] = {
    "two-names": _two_names,
    "shared": _shared,
    "real-name": _real_name,
    "real-initial": _real_initial,
    "unused": _unused,
}
