"""A PowerPoint presentation inside a Word file: its slides with their notes and comments, and all else that is text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from scr_docs.model import Unread
from scr_docs.word.container.package import Package
from scr_docs.word.container.relationships import relationships
from scr_docs.word.container.xml_text import is_xml, local, part_texts, roots
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.xml import R

_SHARED = frozenset({"slideLayout", "slideMaster", "notesMaster", "theme", "slide", "presProps", "tableStyles"})
"""What slides point at without owning it."""

_OWNED = {"notesSlide": "notes of {}", "comments": "comment on {}", "comment": "comment on {}"}


def presentation(package: Package) -> Iterator[Found | Unread]:
    """Every text of a presentation with the number of its slide; what cannot be read of it is Unread."""
    names = [name for name in package.entries if is_xml(name)]
    labels = _labels(package, names)
    order = {name: position for position, name in enumerate(labels)}
    for name in sorted(names, key=lambda name: order.get(name, len(order))):
        yield from part_texts(package, name, labels.get(name, ""))


def _labels(package: Package, names: list[str]) -> dict[str, str]:
    """How to speak of the parts that are slides or belong to one, in the order of the slides."""
    labels: dict[str, str] = {}
    for position, slide in enumerate(_slides(package, names), 1):
        label = f"{'hidden slide' if _is_hidden(package, slide) else 'slide'} {position}"
        labels[slide] = label
        for arrow in relationships(package, slide):
            if not arrow.external and arrow.kind not in _SHARED and is_xml(arrow.target):
                told = _OWNED.get(arrow.kind, "{}, " + posixpath.basename(package.shown(arrow.target)))
                labels.setdefault(arrow.target, told.format(label))
    return labels


def _slides(package: Package, names: list[str]) -> list[str]:
    """The slides in the order in which they are shown, then those that are not in it."""
    shown = []
    for name in names:
        if posixpath.basename(name) == "presentation.xml":
            targets = {arrow.id: arrow.target for arrow in relationships(package, name)}
            for root in roots(package, name):
                if not isinstance(root, Unread):
                    shown += [targets.get(slide.get(R + "id", ""), "") for slide in root.iter("{*}sldId")]
    there = [name for name in names if posixpath.dirname(name) == "ppt/slides"]
    return list(dict.fromkeys([*(name for name in shown if name in package), *sorted(there, key=_by_number)]))


def _by_number(name: str) -> tuple[int, str]:
    return len(name), name


def _is_hidden(package: Package, name: str) -> bool:
    return any(
        not isinstance(root, Unread) and local(str(root.tag)) == "sld" and root.get("show") in {"0", "false"}
        for root in roots(package, name)
    )
