"""Headers and footers: which section shows which, and the ones that no section shows but the file still holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scr_docs.word.xml import Element, R, W

_PAGES = {"first": " (first page)", "even": " (even pages)"}


def names_of_headers(
    body: Element, targets: Mapping[str, str], parts: Iterable[tuple[str, str]]
) -> dict[str, tuple[str, str]]:
    """For each header and footer part its kind and its address, by the first section that names it.

    `targets` are the parts by relationship id, `parts` all header and footer parts of the file with their kinds.
    """
    found: dict[str, tuple[str, str]] = {}
    sections = [element for element in body.iter(W + "sectPr") if not _is_former(element)]
    for section, element in enumerate(sections, start=1):
        for reference in element.iterchildren(W + "headerReference", W + "footerReference"):
            kind = "header" if reference.tag == W + "headerReference" else "footer"
            pages = _PAGES.get(reference.get(W + "type", "default"), "")
            part = targets.get(reference.get(R + "id", ""))
            if part is not None:
                found.setdefault(part, (kind, f"{kind}{pages}, section {section}"))
    for part, kind in parts:
        found.setdefault(part, (kind, f"{kind} that no section shows ({part})"))
    return found


def _is_former(section: Element) -> bool:
    """Whether these are the settings that a section had before a tracked change."""
    parent = section.getparent()
    return parent is not None and parent.tag == W + "sectPrChange"
