"""Headers and footers: which section shows which, and the ones that no page shows but the file still holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from scr_docs.word.markup.xml import Element, R, W, on

Kind = Literal["header", "footer"]

_PAGES = {"first": " (first page)", "even": " (even pages)"}


@dataclass(frozen=True, slots=True)
class Header:
    """A header or footer: its address by the first section that names it, and whether any page shows it."""

    part: Kind
    address: str
    shown: bool = False


def headers(
    body: Element,
    targets: Mapping[str, str],
    parts: Iterable[tuple[str, str]],
    settings: Callable[[], Element | None],
) -> dict[str, Header]:
    """The header and footer parts by their names, in the order of the sections.

    `targets` are the parts by relationship id, `parts` all header and footer parts of the file with their kinds. A
    section that names none has those of the section before it.
    """
    found: dict[str, Header] = {}
    current: dict[tuple[Kind, str], str] = {}
    sections = [element for element in body.iter(W + "sectPr") if not _is_former(element)]
    for section, element in enumerate(sections, start=1):
        for reference in element.iterchildren(W + "headerReference", W + "footerReference"):
            kind: Kind = "header" if reference.tag == W + "headerReference" else "footer"
            pages = reference.get(W + "type", "default")
            part = targets.get(reference.get(R + "id", ""))
            if part is not None:
                current[kind, pages] = part
                found.setdefault(part, Header(kind, f"{kind}{_PAGES.get(pages, '')}, section {section}"))
        first = bool(on(element.find(W + "titlePg")))
        for (_, pages), part in current.items():
            if pages not in _PAGES or (pages == "first" and first) or (pages == "even" and _even(settings)):
                found[part] = replace(found[part], shown=True)
    for part, named in parts:
        kind = "header" if named == "header" else "footer"
        found.setdefault(part, Header(kind, f"{kind} that no section shows ({part})"))
    return found


def _even(settings: Callable[[], Element | None]) -> bool:
    """Whether even pages have headers of their own."""
    root = settings()
    return root is not None and bool(on(root.find(W + "evenAndOddHeaders")))


def _is_former(section: Element) -> bool:
    """Whether these are the settings that a section had before a tracked change."""
    parent = section.getparent()
    return parent is not None and parent.tag == W + "sectPrChange"
