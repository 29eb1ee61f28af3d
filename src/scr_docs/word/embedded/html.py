"""The texts of a web page, by its own cutting into tags: no tag, however broken, makes a text unseen."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from scr_docs.word.container.xml_text import tells

_TOKEN = re.compile(r"<!--(?P<comment>.*?)(?:-->|\Z)|<(?P<tag>[a-zA-Z/!?][^<>]*)>|(?P<text>[^<]+|<)", re.DOTALL)
_NAME = re.compile(r"/?([\w:-]+)")
_ATTRIBUTE = re.compile(r"(?<![\w:.-])([\w:.-]++)\s*+=\s*+(\"[^\"]*\"?|'[^']*'?|[^\s\"'>]+)")
_TELLING = frozenset({
    "alt", "title", "href", "src", "content", "value", "placeholder", "label", "cite", "aria-label", "summary", "data",
    "longdesc", "background", "action", "name", "author", "datetime", "o:title", "data-author", "lowsrc", "srcdoc",
})  # fmt: skip
_WITHIN_A_LINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "ruby", "rb", "rt", "rp", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt",
    "u", "var", "wbr", "o:p", "st1:personname", "st1:place", "st1:city", "nobr", "img", "blink", "label", "time",
    "data",
})  # fmt: skip
_DULL = frozenset({"style", "class", "face", "lang", "xml:lang", "id", "type", "rel", "http-equiv", "font", "size"})
_CONDITION = re.compile(r"^\[if [^\]]*\]>|<!\[endif\]$")
_EMBEDDED_DATA = re.compile(r"data:[\w/+.-]*;base64,", re.IGNORECASE)


def html_texts(page: str) -> Iterator[tuple[str, str]]:
    """Every text of a web page with its place: paragraphs, telling attributes, comments with what they hide."""
    comments = []
    for place, text in _texts(page):
        if place == "comment":
            comments.append(text)
        else:
            yield place, text
    for comment in comments:
        # Office writes its own data, such as the author, as tags inside a comment.
        for place, text in _texts(_CONDITION.sub("", comment)):
            yield ("comment" if place.startswith("paragraph") else f"comment, {place}"), text


def _texts(page: str) -> Iterator[tuple[str, str]]:
    line: list[str] = []
    count = 0
    for match in _TOKEN.finditer(page + "<br>"):
        tag = match["tag"]
        if match["comment"] is not None:
            yield "comment", match["comment"]
        elif tag is None:
            line.append(match["text"])
        else:
            name = _NAME.match(tag)
            if name is None or name[1].lower() not in _WITHIN_A_LINE:
                if text := _plain("".join(line)):
                    count += 1
                    yield f"paragraph {count}", text
                line = []
            yield from _attributes(tag)


def _attributes(tag: str) -> Iterator[tuple[str, str]]:
    if tag.startswith(("!", "?")):
        if not re.fullmatch(r"!doctype\s+html[^\[]*", tag, re.IGNORECASE):
            yield "declaration", _plain(tag)
        return
    for match in _ATTRIBUTE.finditer(tag):
        name, value = match[1].lower(), match[2].strip("\"'")
        is_telling = name in _TELLING or (name not in _DULL and not name.startswith("xmlns") and tells(value))
        if is_telling and not _EMBEDDED_DATA.match(value) and (text := _plain(value)):
            yield name, text


def _plain(text: str) -> str:
    return " ".join(html.unescape(text).split())
