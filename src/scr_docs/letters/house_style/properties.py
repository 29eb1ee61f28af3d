"""Properties of a style laid over those of another, as Word does where one style is based on the other."""

from __future__ import annotations

import copy
from typing import Any

from scr_docs.letters.merging.traps import W

_OF_PARAGRAPHS = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
)  # fmt: skip
_OF_LETTERS = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss",
    "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz",
    "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
ORDER = {"pPr": _OF_PARAGRAPHS, "rPr": _OF_LETTERS}
"""The order in which Word wants the properties of paragraphs and of letters (ISO/IEC 29500-1, 17.3.1 and 17.3.2)."""

_BY_ATTRIBUTE = frozenset({"spacing", "ind", "rFonts", "lang"})
_OF_STYLES = ("name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden",
              "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid", "pPr",
              "rPr", "tblPr", "trPr", "tcPr", "tblStylePr")  # fmt: skip


def lay_over(style: Any, above: Any) -> None:
    """Changes `style` to what a style would be that is based on it and says what `above` says itself."""
    for kind, order in ORDER.items():
        said = above.find(f"{W}{kind}")
        if said is None:
            continue
        own = style.find(f"{W}{kind}")
        if own is None:
            own = new(style, kind)
        for one in said:
            _lay(own, one, order)


def set_value(style: Any, kind: str, name: str, value: str) -> None:
    """Gives a style this value of a property of its paragraphs (pPr) or letters (rPr)."""
    own = style.find(f"{W}{kind}")
    if own is None:
        own = new(style, kind)
    one = own.makeelement(f"{W}{name}", {f"{W}val": value})
    _lay(own, one, ORDER[kind])


def new(style: Any, name: str) -> Any:
    """A new, empty child of a style, in the place where Word wants it."""
    child = style.makeelement(f"{W}{name}")
    _put(style, child, _OF_STYLES)
    return child


def _lay(own: Any, one: Any, order: tuple[str, ...]) -> None:
    name = one.tag.removeprefix(W)
    standing = own.find(one.tag)
    if standing is None:
        _put(own, copy.deepcopy(one), order)
    elif name in _BY_ATTRIBUTE:
        for key, value in one.attrib.items():
            standing.set(key, value)
            for theme in (f"{key}Theme", f"{key}theme"):  # Word prefers the font of a theme
                if theme not in one.attrib:
                    standing.attrib.pop(theme, None)
    else:
        own.replace(standing, copy.deepcopy(one))


def _put(holder: Any, child: Any, order: tuple[str, ...]) -> None:
    rank = {f"{W}{name}": number for number, name in enumerate(order)}
    own = rank.get(child.tag, len(rank))
    after = sum(rank.get(one.tag, len(rank)) <= own for one in holder)
    holder.insert(after, child)
