"""What form fields keep beside what is filled in: titles, tags, the choices that were not chosen, help."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.model import Trait
from scr_docs.word.markup.xml import VAL, Element, W, number, val
from scr_docs.word.paragraphs.aside import Aside
from scr_docs.word.paragraphs.names import is_form_field

_OF_A_PROGRAM = re.compile(r"goog_rdk_\d+|_Plain_?|-?\d+|[A-Z]+_CITATION_\w+|MENDELEY_\w+")
_WORDS_OWN_DATA = (
    "coreProperties", "CoverPageProperties", "coverPageProps", "core-properties", "extended-properties",
)  # fmt: skip
_TOLD = {
    "alias": "title of a form field",
    "tag": "tag of a form field",
    "label": "label of a form field",
    "sectionTitle": "title of a form field",
}


def content_control(properties: Element) -> Iterator[Aside]:
    """What a w:sdtPr keeps."""
    trait: Trait | None = None if _is_a_property(properties) else "control-list"
    for child in properties:
        name = child.tag.rpartition("}")[2]
        if (what := _TOLD.get(name)) is not None:
            text = _any(child, "val")
            if text and not _OF_A_PROGRAM.fullmatch(text):
                yield Aside("field", text, what, trait)
        elif name in ("dropDownList", "comboBox"):
            yield from _choices(child, _shown(properties))
        elif name == "date" and (date := child.get(W + "fullDate")):
            yield Aside("field", date, "date behind a form field")
        elif name == "repeatingSection":
            for inner in child.iter("{*}sectionTitle"):
                if text := _any(inner, "val"):
                    yield Aside("field", text, "title of a form field", trait)


def form_data(data: Element) -> Iterator[Aside]:
    """What the w:ffData of an old form field keeps."""
    for child in data:
        name = child.tag.removeprefix(W)
        text = child.get(VAL, "")
        if name == "name" and not is_form_field(text):
            yield from _aside(text, "name of a form field")
        elif name in ("helpText", "statusText"):
            yield from _aside(text, "help of a form field")
        elif name in ("entryMacro", "exitMacro"):
            yield from _aside(text, "macro of a form field")
        elif name == "textInput":
            yield from _aside(val(child, W + "default") or "", "default text of a form field")
        elif name == "ddList":
            chosen = number(val(child, W + "result")) or 0
            for position, entry in enumerate(child.iterchildren(W + "listEntry")):
                if position != chosen:
                    yield from _aside(entry.get(VAL, ""), "choice in a form field")


def _choices(choices: Element, shown: str) -> Iterator[Aside]:
    """The choices that are not shown, and what stands behind each choice where that is something else."""
    for item in choices.iterchildren(W + "listItem"):
        display, value = item.get(W + "displayText", ""), item.get(W + "value", "")
        for text in dict.fromkeys((display, value)):
            if text != shown:
                yield from _aside(text, "choice in a form field")
    if (last := choices.get(W + "lastValue", "")) not in ("", shown):
        yield from _aside(last, "last choice in a form field")


def _aside(text: str, what: str) -> Iterator[Aside]:
    if text.strip():
        yield Aside("field", text, what, "control-list")


def _shown(properties: Element) -> str:
    control = properties.getparent()
    content = None if control is None else control.find(W + "sdtContent")
    return "" if content is None else "".join(piece.text or "" for piece in content.iter(W + "t")).strip()


def _is_a_property(properties: Element) -> bool:
    """Whether Word made the control to show a property of the document, so that its title is Word's own."""
    paths = "".join(
        binding.get(W + "xpath", "") + binding.get(W + "prefixMappings", "")
        for binding in properties.iterchildren("{*}dataBinding")
    )
    return any(mark in paths for mark in _WORDS_OWN_DATA)


def _any(element: Element, name: str) -> str:
    """An attribute of this name in whatever namespace."""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")
