"""The words of Rich Text (RTF) that decide where a text stands, and the objects that it carries in hexadecimal."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.word.embedded.ole_native import ole10_native
from scr_docs.word.markup.found import Found, Inner
from scr_docs.word.markup.legible import one_byte

SIGNS = {
    "tab": " ", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "cell": " ", "nestcell": " ",
}  # fmt: skip
ENDS = frozenset({"par", "line", "row", "nestrow", "sect", "page", "column"})
"""Words at which a paragraph or a row ends."""

PLACES = frozenset({
    "annotation", "atnid", "atnauthor", "atntime", "atndate", "footnote", "header", "headerl", "headerr", "headerf",
    "footer", "footerl", "footerr", "footerf", "info", "title", "subject", "author", "manager", "company", "operator",
    "category", "keywords", "comment", "doccomm", "hlinkbase", "fldinst", "fldrslt", "shptxt", "docvar", "template",
    "fonttbl", "colortbl", "stylesheet", "pict", "objdata", "objclass", "objname", "falt", "xe", "tc", "private", "sp",
    "sn", "sv", "filetbl", "pntext", "listtext", "mmathPr",
})  # fmt: skip
"""Groups whose text is not that of the page; further ones begin with an asterisk."""

HEXADECIMAL = frozenset({"pict", "objdata", "datastore"})
DULL = frozenset({
    "colortbl", "latentstyles", "rsidtbl", "themedata", "colorschememapping", "panose", "blipuid", "wgrffmtfilter",
    "bkmkend", "fonttbl", "falt", "passwordhash", "password", "sn", "mmathPr", "listoverridetable", "generator",
})  # fmt: skip
"""Groups that hold the names of fonts and the like, and nothing that anybody wrote."""

_LONGEST = 4096


def ole1(data: bytes) -> Iterator[Found | Inner]:
    """The object in the form that Rich Text has for it: its kind, then a file."""
    at, names = 8, []
    for _ in range(3):
        size = int.from_bytes(data[at : at + 4], "little")
        if size > _LONGEST:
            yield Inner("object", data)
            return
        names.append(one_byte(data[at + 4 : at + 4 + size]).strip("\0 "))
        at += 4 + size
    for name in filter(None, names):
        yield Found("embedded", name, "Rich Text, object")
    native = data[at:]
    if names[0].lower() == "package":
        yield from ole10_native(native)
    else:
        yield Inner("object", native[4 : 4 + int.from_bytes(native[:4], "little")])
