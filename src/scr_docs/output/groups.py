"""Findings that say the same of several places."""

from __future__ import annotations

from collections.abc import Iterable

from scr_docs.finding import Finding, Location
from scr_docs.names.text.fold import fold

_SHOWN = 10
"""So many places are told one by one; the rest are counted."""


def groups(findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings in the order of the first of those that are the same: same rule, same text, same person.

    What quotes nothing, or is about the whole document, stands alone.
    """
    same: dict[tuple[object, ...], list[Finding]] = {}
    for number, finding in enumerate(findings):
        alone = not finding.text or finding.location.block is None
        told = (finding.rule, fold(finding.text).text, finding.person, finding.suggestion, finding.severity)
        same.setdefault((number,) if alone else told, []).append(finding)
    return list(same.values())


def places(locations: Iterable[Location]) -> str:
    """Where these are, in words: "para 4.7; para 4.9; and 11 more"; a place with several of them is told once."""
    told = list(dict.fromkeys(_place(location) for location in locations))
    shown, more = told[:_SHOWN], len(told) - _SHOWN
    if more > 0:
        return f"{'; '.join(shown)}; and {more} more"
    return "; ".join(shown)


def _place(location: Location) -> str:
    if location.part == "body" and location.number:
        return f"para {location.number}"
    return location.address or location.part
