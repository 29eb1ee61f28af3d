"""A paragraph of Word as stretches of text in one look each, so that its words can be exchanged and its look kept."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from scr_docs.letters.merging.traps import W

_LANGUAGE = frozenset(f"{W}{name}" for name in ("lang", "rtl", "cs", "rFonts", "noProof"))
"""Properties of letters that go with the language and not with the look."""
_AROUND = frozenset(f"{W}{name}" for name in ("hyperlink", "smartTag", "ins", "sdt", "sdtContent"))
_NOTHING = frozenset(
    f"{W}{name}"
    for name in ("pPr", "rPr", "proofErr", "lastRenderedPageBreak", "bookmarkStart", "bookmarkEnd", "sdtPr", "sdtEndPr")
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in one look, with the link that they are in; or, without words, the elements that stand for themselves."""

    text: str
    look: Any = None
    link: Any = None
    elements: tuple[Any, ...] = field(default=())

    @property
    def key(self) -> tuple[bytes, int]:
        """What tells one look from another."""
        shown = b""
        if self.look is not None:
            kept = copy.deepcopy(self.look)
            for one in [one for one in kept if one.tag in _LANGUAGE]:
                kept.remove(one)
            shown = etree.tostring(kept, method="c14n") if len(kept) else b""
        return shown, 0 if self.link is None else id(self.link)


def stretches(paragraph: Any) -> list[Stretch]:
    """The stretches of a paragraph in order; neighbours in the same look are one."""
    found: list[Stretch] = []
    field_: list[Any] = []
    depth = 0
    for one in _flat(paragraph, None):
        turns = [mark.get(f"{W}fldCharType") for mark in one.elements for mark in mark_of(mark)]
        if depth or turns:
            depth += turns.count("begin") - turns.count("end")
            field_ += one.elements or [_run(one)]
            if depth <= 0:
                found.append(Stretch("", elements=tuple(field_)))
                field_, depth = [], 0
        elif found and one.text and found[-1].text and found[-1].key == one.key:
            found[-1] = replace(found[-1], text=found[-1].text + one.text)
        elif one.text or one.elements:
            found.append(one)
    return [*found, *([Stretch("", elements=tuple(field_))] if field_ else [])]


def base(found: Sequence[Stretch]) -> Stretch:
    """The stretch whose look most of the words have."""
    sizes: Counter[tuple[bytes, int]] = Counter()
    for one in found:
        sizes[one.key] += len(one.text) if one.link is None else 0
    most = sizes.most_common(1)
    words = [one for one in found if one.text]
    return next((one for one in words if most and one.key == most[0][0]), Stretch(""))


def numbered(found: Sequence[Stretch]) -> Iterator[tuple[int, Stretch]]:
    """Each stretch with the number of its mark; 0 for those in the look of most of the paragraph."""
    usual, number = base(found).key, 0
    for one in found:
        number += bool(one.elements or one.key != usual)
        yield (number if one.elements or one.key != usual else 0), one


def marked(found: Sequence[Stretch]) -> str:
    """The text of the stretches with their marks."""
    told: list[str] = []
    for number, one in numbered(found):
        if not number:
            told.append(one.text)
        else:
            told.append(f"‹{number}/›" if one.elements else f"‹{number}›{one.text}‹/{number}›")
    return "".join(told)


def mark_of(element: Any) -> Iterator[Any]:
    """The beginnings and ends of fields in a run."""
    yield from element.iter(f"{W}fldChar")


def _flat(holder: Any, link: Any) -> Iterator[Stretch]:
    for child in holder:
        if child.tag == f"{W}r":
            yield from _of_run(child, link)
        elif child.tag in _AROUND:
            yield from _flat(child, child if child.tag == f"{W}hyperlink" else link)
        elif child.tag not in _NOTHING and isinstance(child.tag, str):
            yield Stretch("", elements=(copy.deepcopy(child),))


def _of_run(run: Any, link: Any) -> Iterator[Stretch]:
    look = run.find(f"{W}rPr")
    for child in run:
        if child.tag == f"{W}t":
            yield Stretch(child.text or "", look, link)
        elif child.tag not in _NOTHING and isinstance(child.tag, str):
            alone = etree.Element(f"{W}r")
            alone.extend([copy.deepcopy(one) for one in (look, child) if one is not None])
            yield Stretch("", elements=(alone,))


def _run(stretch: Stretch) -> Any:
    run = etree.Element(f"{W}r")
    if stretch.look is not None:
        run.append(copy.deepcopy(stretch.look))
    text = etree.SubElement(run, f"{W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    text.text = stretch.text
    return run
