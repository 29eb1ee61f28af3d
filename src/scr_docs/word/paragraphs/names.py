"""Names that Word and other programs give by themselves: of bookmarks, of shapes, of form fields, of styles."""

from __future__ import annotations

import re

_BOOKMARK = re.compile(
    r"_(GoBack|gjdgxs|PictureBullets|heading=.*|(Toc|Ref|Hlk|Hlt|MON_|TOC_|Int_|RefHeading_*|ENREF_|CTVK)\w*"
    r"|(?=[a-z]*\d)[0-9a-z]{5,8})|OLE_LINK\d+|_+RefHeading\w*|bookmark=id\..*"
)
_FORM_FIELD = re.compile(r"(Text|Check|Dropdown|DropDown)\d*")
_SHAPE_WORDS = frozenset({
    "3d", "afbeelding", "arc", "arrow", "autoshape", "bent", "bevel", "bild", "bilde", "block", "box", "brace",
    "bracket", "bubble", "button", "callout", "can", "canvas", "chart", "chevron", "chord", "cloud", "connector",
    "content", "control", "corner", "corners", "cross", "cuadro", "cube", "curved", "data", "de", "decagon",
    "decision", "diagonal", "diagram", "diamond", "division", "document", "dodecagon", "donut", "double", "down",
    "drawing", "elbow", "ellipse", "equal", "explosion", "face", "flowchart", "folded", "form", "forme", "frame",
    "free", "free-form", "freeform", "grafik", "graphic", "group", "gruppe", "gruppieren", "half", "heart", "hexagon",
    "horizontal", "icon", "image", "imagen", "img", "immagine", "ink", "isosceles", "kuva", "left", "lightning",
    "line", "minus", "model", "moon", "multiply", "no", "notched", "object", "octagon", "oval", "parallelogram",
    "pentagon", "picture", "pie", "placeholder", "plus", "powerpluswatermarkobject", "process", "rechteck",
    "rectangle", "rectangular", "ribbon", "right", "round", "rounded", "same", "scroll", "segment", "shape", "side",
    "sign", "single", "smiley", "snip", "speech", "star", "straight", "striped", "sun", "symbol", "table", "teardrop",
    "terminator", "text", "textbox", "texte", "textfeld", "texto", "thought", "title", "trapezoid", "triangle",
    "u-turn", "up", "vertical", "wave", "wordart", "wordpicturewatermark", "zone",
})  # fmt: skip


def is_words_own(bookmark: str) -> bool:
    """Whether Word, LibreOffice or Google Docs made up the name of this bookmark."""
    return bookmark in ("", "_top") or _BOOKMARK.fullmatch(bookmark) is not None


def is_given_by_program(name: str) -> bool:
    """Whether this is the name that a program gives a shape or picture: "Picture 3"."""
    if name.startswith(("_x0000_", "officeArt object", "docshape")):
        return True
    words = re.sub(r"\d+$", "", re.sub(r"[\d:,.()_]+", " ", name)).lower().split()
    return all(word in _SHAPE_WORDS for word in words)


def is_form_field(name: str) -> bool:
    """Whether this is the name that Word gives an old form field: "Text1"."""
    return _FORM_FIELD.fullmatch(name) is not None
