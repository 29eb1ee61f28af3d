"""The mark of an Easy Read letter that its readers have not checked.

Guidance on Easy Read asks that people with learning disabilities check it. Until letter.yaml says who did, the letter
says itself that nobody has; then the sentence goes, also where the template holds it.
"""

from __future__ import annotations

from lxml import etree

from scr_docs.letters.merging.traps import W, text_of

UNCHECKED = "This Easy Read letter has not yet been checked by people with learning disabilities."


def marked(document: bytes, *, checked: bool) -> bytes:
    """The main part of the letter with the sentence, in the place of the template or else at its end; or without it."""
    root = etree.fromstring(document, etree.XMLParser(resolve_entities=False, no_network=True))
    body = root.find(f"{W}body")
    said = [paragraph for paragraph in root.iter(f"{W}p") if text_of(paragraph).strip() == UNCHECKED]
    if checked:
        for paragraph in said:
            holder = paragraph.getparent()
            if holder is not None:
                holder.remove(paragraph)
    elif not said and body is not None:
        line = etree.Element(f"{W}p")
        etree.SubElement(etree.SubElement(line, f"{W}r"), f"{W}t").text = UNCHECKED
        last = body.find(f"{W}sectPr")
        body.insert(len(body) if last is None else body.index(last), line)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
