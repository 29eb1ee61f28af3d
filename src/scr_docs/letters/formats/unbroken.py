"""Postcodes and telephone numbers that stay on one line: somebody copies them out, or reads them aloud."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from scr_docs.letters import package
from scr_docs.letters.merging.traps import W

_TOGETHER = re.compile(
    r"(?<!\w)(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|\+\d{1,3} (?:\(0\))?\d{1,4}(?: \d{2,6}){1,4}|0\d{2,4}(?: \d{3,6}){1,3}"
    r"|\(0\d{2,4}\) \d{3,6}(?: \d{3,6})?|116 \d{3})(?!\w)"
)


def unbroken(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a letter with each postcode and telephone number held together by blanks that do not break."""
    held = dict(parts)
    for name in package.stories(parts):
        root = etree.fromstring(parts[name], etree.XMLParser(resolve_entities=False, no_network=True))
        changed = False
        for text in root.iter(f"{W}t"):
            whole = _TOGETHER.sub(lambda found: found[0].replace(" ", "\u00a0"), text.text or "")
            changed = changed or whole != (text.text or "")
            text.text = whole
        if changed:
            held[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return held
