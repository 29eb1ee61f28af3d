"""Fonts that show signs in place of letters, so that a name written in them cannot be read on the page."""

from __future__ import annotations

import re

from scr_docs.word.markup.xml import Element, W

_SYMBOLS = frozenset({
    "symbol", "webdings", "wingdings", "wingdings 2", "wingdings 3", "marlett", "zapf dingbats", "zapfdingbats",
    "itc zapf dingbats", "monotype sorts", "ms outlook", "bookshelf symbol 7", "opensymbol", "standard symbols l",
    "d050000l", "dingbats", "starsymbol",
})  # fmt: skip
_LATIN, _OTHER, _THEME = W + "ascii", W + "hAnsi", W + "asciiTheme"
_WORD = re.compile(r"[^\W\d_]{3}")


def is_symbol_font(fonts: Element) -> bool | None:
    """Whether a w:rFonts sets letters in signs; None where it says nothing of letters."""
    latin, other = fonts.get(_LATIN), fonts.get(_OTHER)
    if latin is None and other is None:
        return None if fonts.get(_THEME) is None else False
    return is_symbols(latin or "") or is_symbols(other or "")


def is_symbols(font: str) -> bool:
    """Whether the font of this name shows signs."""
    return font.strip().lower() in _SYMBOLS


def spells(text: str) -> bool:
    """Whether letters behind signs may be a word; fewer than three are a bullet, a tick or an arrow."""
    return _WORD.search(text) is not None
