"""A translation as XLIFF 1.2 (OASIS, 2008), for translators' programs such as Trados, memoQ and Phrase.

A tag is a <ph>, which these programs lock; words in another look are a <g>.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from lxml import etree

from scr_docs.letters.languages.exchange import Exchange, Item, broken, content_of, from_head
from scr_docs.letters.languages.units import MARK, TAG

_X = "{urn:oasis:names:tc:xliff:document:1.2}"
_PLAIN: Any = {None: _X[1:-1]}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_YET = frozenset({"new", "initial", "needs-translation", "needs-adaptation", "needs-l10n"})
_FINISHED = frozenset({"translated", "final", "signed-off"})
"""States of a target in XLIFF 1.2, and the first of XLIFF 2."""
_INLINE = re.compile(f"({TAG.pattern}|‹/?\\d{{1,3}}/?›)")


def write(exchange: Exchange) -> bytes:
    """The XLIFF file."""
    root = etree.Element(f"{_X}xliff", {"version": "1.2"}, nsmap=_PLAIN)
    about = {
        "original": f"{exchange.stage}/{exchange.version}", "source-language": "en-GB",
        "target-language": exchange.language, "datatype": "plaintext",
    }  # fmt: skip
    file = etree.SubElement(root, f"{_X}file", about)
    etree.SubElement(etree.SubElement(file, f"{_X}header"), f"{_X}note").text = exchange.head
    body = etree.SubElement(file, f"{_X}body")
    for item in exchange.items:
        unit = etree.SubElement(body, f"{_X}trans-unit", {"id": item.id, _SPACE: "preserve"})
        _fill(etree.SubElement(unit, f"{_X}source"), item.english)
        state = "needs-review-translation" if item.translated else "needs-translation"
        _fill(etree.SubElement(unit, f"{_X}target", {"state": state}), item.translated)
        etree.SubElement(unit, f"{_X}note").text = item.place
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False)


def read(path: Path) -> Exchange:
    """What an XLIFF file holds; a piece that is not marked as translated counts as empty. Raises TemplateError."""
    data = content_of(path)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise broken(path, "It cannot be read as XML", "Export it again from the translation program") from None
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise broken(path, "It holds a definition that no XLIFF file needs")
    if root.tag != f"{_X}xliff":
        raise broken(path, "It is not XLIFF 1.2", "Choose XLIFF 1.2 where the translation program asks")
    items = tuple(map(_item, root.iter(f"{_X}trans-unit")))
    return from_head("\n".join(note.text or "" for note in root.iter(f"{_X}note")), items, path)


def _item(unit: Any) -> Item:
    """A unit. What its state says is not translated yet counts as empty; one that is not approved as not reviewed."""
    target = unit.find(f"{_X}target")
    state = "" if target is None else target.get("state") or ""
    translated = "" if state in _NOT_YET else _text(target)
    unreviewed = state.startswith("needs-review") or (unit.get("approved") == "no" and state not in _FINISHED)
    source, note = _text(unit.find(f"{_X}source")), unit.findtext(f"{_X}note") or ""
    return Item(unit.get("id") or "", note, source, translated, unreviewed=bool(translated) and unreviewed)


def _fill(element: Any, text: str) -> None:
    """Puts a text into an element, with its tags and marks as elements. A mark without its other half stays text."""
    here, number = [element], 0
    for piece in _INLINE.split(text):
        mark = MARK.fullmatch(piece)
        if TAG.fullmatch(piece):
            number += 1
            etree.SubElement(here[-1], f"{_X}ph", {"id": f"t{number}"}).text = piece
        elif mark and mark[3]:
            etree.SubElement(here[-1], f"{_X}x", {"id": mark[2]})
        elif mark and not mark[1]:
            here.append(etree.SubElement(here[-1], f"{_X}g", {"id": mark[2]}))
        elif mark and len(here) > 1 and here[-1].get("id") == mark[2]:
            here.pop()
        elif len(here[-1]):
            here[-1][-1].tail = (here[-1][-1].tail or "") + piece
        else:
            here[-1].text = (here[-1].text or "") + piece


def _text(element: Any) -> str:
    if element is None:
        return ""
    told = [element.text or ""]
    for child in element:
        inside, identifier = _text(child), child.get("id") or ""
        if child.tag == f"{_X}g":
            inside = f"‹{identifier}›{inside}‹/{identifier}›"
        elif child.tag == f"{_X}x":
            inside = f"‹{identifier}/›"
        told += [inside, child.tail or ""]
    return "".join(told)
