"""Kind `report-names`: the names that the report gives to people, held against each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.model import Block
from scr_docs.names.text.labels import OF_FAMILY, Label, label, labels
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict

_OTHER_REVIEW = re.compile(
    r"\b(?:reviews?|reports?|scrs?|lcsprs?|cases?|published|inquiry|another|other)\b[^.;]{0,50}$", re.IGNORECASE
)
_DECLARES = re.compile(
    r"(?:\b(?:referred to|known|called|named|identified|described|designated)(?: throughout| here)?(?: in this \w+)? as"
    r"|\b(?:called|named|termed)|[(“\"‘'])\s?[“\"‘']?$"
)
_FEW = 2
"""So often a report name may stand by mistake; what stands more often without a case file is somebody of the report."""

_MANY = 5
_FRONT = 15
_LONGEST_SERIES = 12


class Params(Strict):
    """What is wrong with the names."""

    fault: Literal["not-introduced", "gap", "two-ways"]


@dataclass(frozen=True, slots=True)
class _Place:
    block: Block
    label: Label

    @property
    def text(self) -> str:
        return self.block.text[self.label.start : self.label.end]

    @property
    def location(self) -> Location:
        return Location.of(self.block, self.label.start, self.label.end)


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """The findings of this fault, at the places where a reader meets it."""
    places: dict[tuple[str, str], list[_Place]] = defaultdict(list)
    for block in reading.document.blocks:
        if block.part in rule.entry.scope:
            for found in labels(block.text):
                places[found.key].append(_Place(block, found))
    yield from _FAULTS[rule.params.fault](rule, reading, places)


def _not_introduced(rule: Rule, reading: Reading, places: Mapping[tuple[str, str], list[_Place]]) -> Iterator[Finding]:
    """Names of the family that neither the case file, a table, the title nor a declaration knows."""
    given = _given(reading)
    title = min(next((block.index for block in reading.document.blocks if block.level), 0), _FRONT)
    for key, found in places.items():
        usual = max((other for other in places if other[0] == key[0]), key=lambda other: len(places[other]))
        if key[0] not in OF_FAMILY or key in given or any(_introduces(place, title) for place in found):
            continue
        known = [other for other in given if other[0] == key[0]]
        if not known and (len(found) > _FEW or len(places[usual]) < _MANY or usual == key):
            continue
        instead = " or ".join(dict.fromkeys(_called(other) for other in (known or [usual])))
        for place in found:
            before = place.block.text[max(0, place.label.start - 80) : place.label.start]
            if not _OTHER_REVIEW.search(before):
                yield rule.finding(place.text, location=place.location, words=instead)


def _given(reading: Reading) -> set[tuple[str, str]]:
    """The names of this kind that the case file gives."""
    found = (label(name) for name in (reading.case.report_names if reading.case else ()))
    return {known.key for known in found if known}


def _introduces(place: _Place, title: int) -> bool:
    """Whether the report presents the name there: on its title page, in a heading, a table or a declaration."""
    block = place.block
    before = block.text[max(0, place.label.start - 60) : place.label.start]
    return (
        (block.cell is not None and block.text.strip() == place.text)
        or block.level is not None
        or block.index < title
        or _DECLARES.search(before) is not None
    )


def _called(key: tuple[str, str]) -> str:
    return f"{key[0].title() if key[0] != 'gp' else 'GP'} {key[1]}"


def _gap(rule: Rule, _reading: Reading, places: Mapping[tuple[str, str], list[_Place]]) -> Iterator[Finding]:
    """Names of a series of which an earlier one is nowhere: "Sibling 3" where there is no Sibling 2."""
    series: dict[tuple[str, bool], dict[int, _Place]] = defaultdict(dict)
    for (role, mark), found in places.items():
        if mark.isdigit() or len(mark) == 1:
            number = int(mark) if mark.isdigit() else ord(mark) - ord("A") + 1
            series[role, mark.isdigit()][number] = found[0]
    for (role, figures), members in series.items():
        last = max(members)
        missing = [number for number in range(1, last) if number not in members]
        # A single letter is drawn at random ("Child K"); a series begins with its first member, or is one of numbers.
        if not missing or last > _LONGEST_SERIES or not (figures or (1 in members and len(missing) < len(members))):
            continue
        for number in missing:
            place = members[min(member for member in members if member > number)]
            name = _called((role, str(number) if figures else chr(ord("A") + number - 1)))
            yield rule.finding(place.text, location=place.location, words=name)


def _two_ways(rule: Rule, reading: Reading, places: Mapping[tuple[str, str], list[_Place]]) -> Iterator[Finding]:
    """The seldomer ways of writing one name, each where it stands first; an abbreviation that is explained is none."""
    explained = {
        found.way
        for block in reading.document.story()
        if (block.cell is not None or "(" in block.text)
        for found in _explained(block)
    }
    for found in places.values():
        by_way: dict[str, list[_Place]] = defaultdict(list)
        for place in found:
            by_way[place.label.way.replace("-", " ")].append(place)
        usual, *others = sorted(by_way, key=lambda way: -len(by_way[way]))
        for way in others:
            if way not in explained and usual not in explained:
                first = by_way[way][0]
                yield rule.finding(first.text, location=first.location, words=by_way[usual][0].text)


def _explained(block: Block) -> Iterator[Label]:
    for found in labels(block.text):
        alone = block.cell is not None and len(block.text.strip()) == found.end - found.start
        if alone or block.text[: found.start].endswith("("):
            yield found


_Fault = Callable[[Rule, Reading, Mapping[tuple[str, str], list[_Place]]], Iterator[Finding]]
_FAULTS: Mapping[str, _Fault] = {"not-introduced": _not_introduced, "gap": _gap, "two-ways": _two_ways}
