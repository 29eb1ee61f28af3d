"""Report names that are a role with a letter or a number: "Child K", "Sib 1", "HV2", "Mrs J"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

ROLES: Mapping[str, str] = {
    "child": "child", "baby": "child", "infant": "child", "young person": "child", "yp": "child", "adolescent": "child",
    "adult": "adult", "subject": "subject", "family": "family",
    "sibling": "sibling", "sib": "sibling",
    "half-sibling": "half-sibling", "half sibling": "half-sibling",
    "half-sib": "half-sibling", "half sib": "half-sibling",
    "mr": "mr", "mrs": "mrs", "ms": "ms", "miss": "miss",
    "health visitor": "health visitor", "hv": "health visitor",
    "social worker": "social worker", "sw": "social worker",
    "gp": "gp", "general practitioner": "gp",
    "midwife": "midwife", "mw": "midwife",
    "family support worker": "family support worker", "fsw": "family support worker",
    "school nurse": "school nurse", "sn": "school nurse",
    "police officer": "police officer", "po": "police officer",
    "school": "school", "hospital": "hospital", "nursery": "nursery", "town": "town",
}  # fmt: skip
"""Each way of writing a role, in small letters, with the role that it stands for."""

OF_FAMILY = frozenset({"child", "adult", "subject", "family", "sibling", "half-sibling", "mr", "mrs", "ms", "miss"})
"""The roles of the child, the family and its network; the others are those of services and places."""

OF_ADDRESS = frozenset({"mr", "mrs", "ms", "miss"})

_SHORT = frozenset({"yp", "sib", "hv", "sw", "gp", "mw", "fsw", "sn", "po"})


def _way(way: str) -> str:
    words = way.split()
    if way in _SHORT and way != "sib":
        return rf"{way.upper()}s?\.?\s?"
    first, *rest = (rf"{word[0].upper()}{word[1:]}|{word.upper()}" for word in words)
    return r"[\s-]".join((f"(?:{first})", *(f"(?:{way}|{way.lower()})" for way in rest))) + r"\.?\s"


_LABEL = re.compile(
    rf"(?<![^\W_])(?<![-'’])(?P<role>{'|'.join(_way(way) for way in sorted(ROLES, key=len, reverse=True))})"
    r"(?P<mark>[A-Z]\d?|\d{1,2})(?![^\W_]|[-‑.:/&]\w|['’](?!s\b))"
)
_NOT_A_MARK = re.compile(r"\s(?:or|to|and) ?\d|\sof\s(?:\d|the)|\s(?:years?|months?|weeks?|days?|%|per)\b")


@dataclass(frozen=True, slots=True)
class Label:
    """A role with a mark. `way` is how the role is written, `role` what it stands for, both in small letters."""

    start: int
    end: int
    way: str
    role: str
    mark: str

    @property
    def key(self) -> tuple[str, str]:
        """Who is meant: the same for "Sib 1" and "Sibling 1"."""
        return self.role, self.mark


def labels(text: str) -> Iterator[Label]:
    """The report names of this kind in the text, in order."""
    for match in _LABEL.finditer(text):
        way = " ".join(match["role"].casefold().replace(".", "").split())
        way = way if way in ROLES else way.removesuffix("s")
        if way in ROLES and not (match["mark"].isdigit() and _NOT_A_MARK.match(text, match.end())):
            yield Label(match.start(), match.end(), way, ROLES[way], match["mark"])


def label(text: str) -> Label | None:
    """The report name that the text is, None where it is another."""
    found = list(labels(text.strip()))
    return found[0] if len(found) == 1 and found[0].end - found[0].start == len(text.strip()) else None
