"""The text of single elements, as Word shows it."""

from __future__ import annotations

from scr_docs.word.markup.xml import XML_SPACE, Element, W

_BLANKS = " \t\r\n"


def shown(element: Element) -> str:
    """The text as Word shows it: blanks at either end count only where the file says that they do."""
    text = "".join(element.itertext()) if len(element) else element.text or ""  # type: ignore[arg-type]
    if text and (text[0] in _BLANKS or text[-1] in _BLANKS) and not _preserved(element):
        text = text.strip(_BLANKS)
    return text.replace("\n", " ") if "\n" in text else text


def _preserved(element: Element) -> bool:
    own = element.get(XML_SPACE)
    if own is None:
        own = next((space for above in element.iterancestors() if (space := above.get(XML_SPACE)) is not None), None)
    return own == "preserve" or not element.tag.startswith(W)


def symbol(code: str) -> str:
    """A character of a symbol font: the letter on its key where it has one, so that no name hides in Wingdings."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    key = point - 0xF000
    return (
        chr(key)
        if 0x20 <= key < 0x7F
        else chr(point)
        if 0x20 <= point < 0x110000 and not 0xD800 <= point < 0xE000
        else ""
    )
