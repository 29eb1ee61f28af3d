"""The language of words in a Word file and the direction in which they run, where ISO/IEC 29500-1 has them stand.

w:lang tells a screen reader its language; w:bidi turns a paragraph or a page, w:rtl the letters, w:bidiVisual a table.
Letters that run from right to left have sizes and fonts of their own (w:szCs, w:cs).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from scr_docs.letters.dates import with_region
from scr_docs.letters.formats.paragraph_styles import root_of
from scr_docs.letters.house_style.parts import told
from scr_docs.letters.merging.traps import W

_FONT = "Arial"
"""Windows has Arabic, Urdu and Hebrew letters in it; elsewhere another font takes its place."""

_AFTER_BIDI = (
    "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr",
    "pPrChange",
)  # fmt: skip
_AFTER_RTL = ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange")
_AFTER_LANG = _AFTER_RTL[3:]
_AFTER_FONTS = (
    "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint",
    "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs",
    "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", *_AFTER_RTL,
)  # fmt: skip
_AFTER_VISUAL = (
    "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd",
    "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription", "tblPrChange",
)  # fmt: skip
_AFTER_BIDI_OF_PAGES = ("rtlGutter", "docGrid", "printerSettings", "sectPrChange")


def say(properties: Any, language: str, *, turned: bool) -> None:
    """Writes the language of letters into their properties, and their direction."""
    named = _put(properties, "lang", _AFTER_LANG)
    named.attrib.clear()
    named.set(f"{W}val", with_region(language))
    if turned:
        named.set(f"{W}bidi", with_region(language))
        _put(properties, "rtl", _AFTER_RTL)
        _put(properties, "rFonts", _AFTER_FONTS).set(f"{W}cs", _FONT)


def turn_paragraph(paragraph: Any) -> None:
    """Makes a paragraph begin on the right."""
    _put(_properties_of(paragraph), "bidi", _AFTER_BIDI)


def _properties_of(paragraph: Any) -> Any:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    return properties


def push_right(paragraph: Any) -> None:
    """Makes a paragraph of English, such as an address, stand on the right as those around it, and read as it is."""
    _put(_properties_of(paragraph), "jc", _AFTER_BIDI[_AFTER_BIDI.index("textDirection") :]).set(f"{W}val", "right")


def turn_tables_and_pages(root: Any) -> None:
    """Makes the first column of each table stand on the right, and pages turn as books of that language do."""
    for table in root.iter(f"{W}tbl"):
        properties = table.find(f"{W}tblPr")
        if properties is None:
            properties = etree.Element(f"{W}tblPr")
            table.insert(0, properties)
        _put(properties, "bidiVisual", _AFTER_VISUAL)
    for section in root.iter(f"{W}sectPr"):
        _put(section, "bidi", _AFTER_BIDI_OF_PAGES)


def speak(styles: Any, language: str, *, turned: bool) -> None:
    """Makes this the language of the styles; their letters from right to left look as the others do."""
    for properties in styles.iter(f"{W}rPr"):
        named = properties.find(f"{W}lang")
        if named is not None:
            named.set(f"{W}val", with_region(language))
            if turned:
                named.set(f"{W}bidi", with_region(language))
        if turned:
            for name, other, after in (("b", "bCs", "i"), ("i", "iCs", "caps"), ("sz", "szCs", "highlight")):
                plain = properties.find(f"{W}{name}")
                if plain is not None:
                    same = _put(properties, other, _AFTER_FONTS[_AFTER_FONTS.index(after) :])
                    same.attrib.clear()
                    same.attrib.update(plain.attrib)
            fonts = properties.find(f"{W}rFonts")
            if fonts is not None:
                fonts.attrib.pop(f"{W}cstheme", None)
                fonts.set(f"{W}cs", _FONT)
    defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    if defaults is not None and defaults.find(f"{W}lang") is None:
        say(defaults, language, turned=False)


def named(settings: bytes, language: str) -> bytes:
    """The settings with this language as that of the file."""
    root = root_of(settings)
    for one in root.iter(f"{W}themeFontLang"):
        one.set(f"{W}val", with_region(language))
    return told(root)


def _put(properties: Any, name: str, after: Sequence[str]) -> Any:
    """The property of this name, put before those that Word wants after it."""
    found = properties.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        places = [at for at, one in enumerate(properties) if one.tag in {f"{W}{other}" for other in after}]
        properties.insert(places[0] if places else len(properties), found)
    return found
