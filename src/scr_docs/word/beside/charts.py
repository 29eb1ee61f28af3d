"""Charts: titles, the names of series and categories, the numbers that are shown, and where they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scr_docs.word.container.source import Source
from scr_docs.word.container.xml_text import joined, local
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.not_text import is_text
from scr_docs.word.markup.xml import A, Element

_PARAGRAPH = A + "p"
_LISTS = frozenset({"strCache", "numCache", "strLit", "numLit", "lvl", "strDim", "numDim"})
_TITLES = {
    "title": "title",
    "tx": "name of a series",
    "cat": "categories",
    "xVal": "values across",
    "val": "values",
    "yVal": "values",
    "bubbleSize": "sizes",
    "dLbl": "data label",
    "strDim": "categories",
    "numDim": "values",
    "userShapes": "shapes on it",
    "pivotSource": "pivot table behind it",
    "datalabelsRange": "data labels",
}
"""What an element deep inside a chart belongs to, by the innermost of these around it."""

_OF_THE_FORMAT = frozenset({"formatCode", "symbol", "size", "shape"})
_ATTRIBUTES = frozenset({"descr", "title", "name", "tooltip"})


def chart(source: Source) -> Iterator[Found]:
    """Every text of a chart with what it is there; the values of a list are one text."""
    for root in source.roots():
        series = Counter[str]()
        waiting = [(root, "text")]
        while waiting:
            element, title = waiting.pop()
            name = local(str(element.tag))
            title = _TITLES.get(name, title)
            if name == "ser":
                series["ser"] += 1
            told = f"{title} of series {series['ser']}" if title in {"categories", "values"} and series else title
            where = f"chart {source.shown} > {told}"
            for key in _ATTRIBUTES:
                if is_text(text := str(element.get(key, ""))):
                    yield Found("chart", text, f"{where}, {key}")
            if element.tag == _PARAGRAPH or name in _LISTS:
                yield Found("chart", _whole(element), where)
            else:
                if name not in _OF_THE_FORMAT:
                    yield Found("chart", (element.text or "").strip(), where)
                waiting.extend((child, title) for child in reversed(element))


def _whole(element: Element) -> str:
    """A paragraph as it reads; a list value by value, without the format of its numbers."""
    if element.tag == _PARAGRAPH:
        return joined(element)
    values = ((piece.text or "").strip() for piece in element.iter() if local(str(piece.tag)) not in _OF_THE_FORMAT)
    return "; ".join(filter(None, values))
