"""The names and the parsing of the XML inside a Word file, with every way closed by which XML reaches out of itself."""

from __future__ import annotations

from functools import cache

from lxml import etree

from scr_docs.word.markup import xml_limits
from scr_docs.word.markup.strict import transitional

Element = etree._Element  # noqa: SLF001  lxml has no public name for the type of its elements

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
W10 = "{urn:schemas-microsoft-com:office:word}"
VT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

VAL = W + "val"

_OFF = frozenset({"0", "false", "off", "none"})

_DAMAGED = "it is damaged: it is not well-formed XML"
_LONG = "it holds a single text of more than 10 million letters, which Word files never do"


class PartError(Exception):
    """A part of the file cannot be read. The message says why in plain words and quotes nothing of the part."""


def parse(data: bytes) -> Element:
    """The root element of a part, comments and processing instructions left out; PartError if it is not sound XML."""
    return _parsed(data, margins=False)


def parse_with_margins(data: bytes) -> Element:
    """The root element as `parse` gives it, with comments and processing instructions."""
    return _parsed(data, margins=True)


def _parsed(data: bytes, *, margins: bool) -> Element:
    try:
        data = xml_limits.narrow(data)
        if why := xml_limits.why_refused(data):
            raise PartError(why)
        root = etree.fromstring(transitional(data), _parser(margins=margins))
    except etree.XMLSyntaxError as error:
        raise PartError(_plainly(str(error.msg))) from error
    except (MemoryError, RecursionError) as error:
        raise PartError("it is too large for the memory of this computer") from error
    except ValueError as error:
        raise PartError(_DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise PartError(xml_limits.HAS_DOCTYPE)
    return root


@cache
def _parser(*, margins: bool) -> etree.XMLParser:
    """A parser that follows nothing and repairs nothing; one is enough for every part."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=not margins,
        remove_pis=not margins,
    )


def _plainly(message: str) -> str:
    """What a parser says, in words that quote nothing of the part."""
    if "depth" in message.lower():
        return "it is nested deeper than 256 levels, which Word files never are"
    return _LONG if any(word in message for word in ("too long", "too big", "limit exceeded")) else _DAMAGED


def on(element: Element | None) -> bool | None:
    """What an on/off property says: None where the element is missing, True where it has no value."""
    if element is None:
        return None
    return element.get(VAL, "1") not in _OFF


def val(parent: Element | None, tag: str) -> str | None:
    """The w:val of the first child with this tag, None where there is no such child or it has no value."""
    if parent is None:
        return None
    child = parent.find(tag)
    return None if child is None else child.get(VAL)


def number(text: str | None) -> int | None:
    """The whole number that an attribute holds; None where it is missing or no number, as in damaged files."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None
