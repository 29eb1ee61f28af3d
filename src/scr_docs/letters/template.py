"""The one wrapper around docxtpl: sandboxed, strict, escaped, and refusing every way in which it would lose a word.

docxtpl parses its result with a parser that repairs: text beside a tag, a value with "&" or a stray tag can vanish
without an error. Here the result is parsed strictly, text outside w:t is refused, and every value that was printed is
remembered, so that make.py can prove that it stands in the finished letter.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from scr_docs.errors import Mistake, TemplateError, did_you_mean
from scr_docs.letters.facts import Missing

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NO_TEXT = frozenset(f"{_W}{name}" for name in ("body", "p", "r", "tbl", "tr", "tc", "hdr", "ftr"))
_ALONE = re.compile(r"\s*\{%p\s[^%]*%\}\s*")
_TAG = re.compile(r"\{[{%#]|[%#}]\}")


class _Environment(SandboxedEnvironment):
    """Jinja with nothing but fields, conditions and loops; compiled templates are kept."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=self._print)
        self.globals.clear()
        self.printed: list[str] = []
        self._compiled: dict[str, Any] = {}

    def _print(self, value: Any) -> Any:
        if isinstance(value, Missing):
            return str(value)
        if value is None or isinstance(value, (bool, dict, list)):
            raise JinjaError("a field that is no text is printed")
        if not isinstance(value, StrictUndefined):
            self.printed.append(str(value))
        return value

    def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Any:
        if source not in self._compiled:
            self._compiled[source] = super().from_string(source, *args, **kwargs)
        return self._compiled[source]


class _Docx(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl that refuses to repair."""

    def fix_tables(self, xml: str) -> Any:
        _refuse_loss(xml)
        return super().fix_tables(xml)

    def map_headers_footers_xml(self, rel_key: str, xml: Any) -> None:
        _refuse_loss(xml)
        super().map_headers_footers_xml(rel_key, xml)


class _LossError(Exception):
    """The rendered letter would lose text."""


class Template:
    """One stage's Word template, checked once and then rendered for each recipient."""

    def __init__(self, path: Path, fields: frozenset[str]) -> None:
        """Raises TemplateError with every field that does not exist and the paragraph that uses it."""
        self._path = path
        self._bytes = path.read_bytes()
        self._environment = _Environment()
        self._sources = tuple(self._read_sources())
        self._check(fields)

    def render(self, facts: Mapping[str, Any]) -> tuple[bytes, tuple[str, ...]]:
        """The Word file with the facts filled in, and every value that was printed into it. Raises TemplateError."""
        docx = _Docx(io.BytesIO(self._bytes))
        self._environment.printed.clear()
        try:
            docx.render(dict(facts), jinja_env=self._environment, autoescape=True)
        except (SecurityError, _LossError, etree.XMLSyntaxError, JinjaError) as error:
            raise self._wrong(_plain(error)) from None
        output = io.BytesIO()
        docx.save(output)
        return output.getvalue(), tuple(self._environment.printed)

    def _read_sources(self) -> Iterator[tuple[str, str]]:
        """The text of each part that docxtpl fills in, made ready for Jinja as docxtpl does it."""
        try:
            docx = _Docx(io.BytesIO(self._bytes))
            docx.render_init()
        except Exception as error:  # noqa: BLE001  # python-docx raises a dozen kinds
            raise self._wrong(f"Word's own reader cannot open it ({type(error).__name__})") from None
        self._paragraphs = [_text(paragraph) for paragraph in docx.docx.element.body.iter(f"{_W}p")]
        yield "the letter", docx.patch_xml(docx.get_xml())
        for uri, name in ((docx.HEADER_URI, "the header"), (docx.FOOTER_URI, "the footer")):
            for _, part in docx.get_headers_footers(uri):
                yield name, docx.patch_xml(docx.get_part_xml(part))

    def _check(self, fields: frozenset[str]) -> None:
        mistakes = list(self._words_beside_tags())
        for name, source in self._sources:
            try:
                tree = self._environment.parse(source)
            except TemplateSyntaxError as error:
                raise self._wrong(_plain(error), near=self._place_of_broken_tag()) from None
            for used in dict.fromkeys(_used(tree, {})):
                if used not in fields:
                    near = did_you_mean(used, fields)
                    mistakes.append(
                        Mistake(
                            f"The field {used} does not exist",
                            str(self._path),
                            place=self._place_of(used, name),
                            mend=f"Did you mean {near}?" if near else "The guide to templates lists the fields",
                        )
                    )
        if mistakes:
            raise TemplateError(*mistakes)

    def _words_beside_tags(self) -> Iterator[Mistake]:
        """The paragraphs of which docxtpl would delete the words, because a {%p …%} stands in them."""
        for number, text in enumerate(self._paragraphs, 1):
            if "{%p" in text and not _ALONE.fullmatch(text):
                yield Mistake(
                    "The words beside {%p …%} would be deleted",
                    str(self._path),
                    place=f"paragraph {number} (“{text.strip()[:60]}”)",
                    mend="Put the tag in a paragraph of its own",
                )

    def _place_of(self, used: str, part: str) -> str:
        last = used.rpartition(".")[2]
        for pattern in (rf"\{{[{{%][^}}]*\b{re.escape(used)}\b", rf"\{{[{{%][^}}]*\.{re.escape(last)}\b"):
            for number, text in enumerate(self._paragraphs, 1):
                if part == "the letter" and re.search(pattern, text):
                    return f"paragraph {number} (“{text.strip()[:60]}”)"
        return part

    def _place_of_broken_tag(self) -> str | None:
        for number, text in enumerate(self._paragraphs, 1):
            if len(re.findall(r"\{\{|\{%", text)) != len(re.findall(r"\}\}|%\}", text)):
                return f"paragraph {number} (“{text.strip()[:60]}”)"
        return None

    def _wrong(self, what: str, near: str | None = None) -> TemplateError:
        return TemplateError(Mistake(what, str(self._path), place=near))


def left_over_tags(text: str) -> bool:
    """Whether a piece of a finished letter still holds a tag of its template."""
    return _TAG.search(text) is not None


def _refuse_loss(xml: str | bytes) -> None:
    data = xml.encode("utf-8") if isinstance(xml, str) else xml
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    for element in root.iter():
        if element.tag in _NO_TEXT:
            loose = [element.text, *(child.tail for child in element)]
            if any(piece and piece.strip() for piece in loose):
                raise _LossError
        elif element.tag == f"{_W}t" and len(element):
            raise _LossError


def _text(paragraph: Any) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{_W}t"))


def _used(node: nodes.Node, local: Mapping[str, str]) -> Iterator[str]:
    """The dotted fields that a template uses; those of a loop's variable by the list that it runs over."""
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        source = _dotted(node.iter, local)
        yield from _used(node.iter, local)
        inner = {**local, node.target.name: source or "", "loop": ""}
        for child in (*node.body, *node.else_):
            yield from _used(child, inner)
        return
    path = _dotted(node, local)
    if path is not None:
        if path and not (isinstance(node, nodes.Name) and node.name in local):
            yield path
        return
    for child in node.iter_child_nodes():
        yield from _used(child, local)


def _dotted(node: nodes.Node, local: Mapping[str, str]) -> str | None:
    """The dotted name of a field; "" for something of a loop that is no field; None where the node is no field."""
    if isinstance(node, nodes.Name):
        return local.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        above = _dotted(node.node, local)
        return f"{above}.{node.attr}" if above else above
    return None


def _plain(error: Exception) -> str:
    """What went wrong, for somebody who edits the letter in Word. Jinja's own words may hold a value."""
    if isinstance(error, SecurityError):
        return "The template tries to do something that letters may not do"
    if isinstance(error, (_LossError, etree.XMLSyntaxError)):
        return "Words would be lost: text stands beside a {%p …%} tag, or a value holds a character that Word refuses"
    if isinstance(error, TemplateSyntaxError):
        if "end of" in str(error) or "endif" in str(error) or "endfor" in str(error):
            return "An {%p if …%} or {%p for …%} has no end, or an end has no beginning"
        return "A tag in double braces or {% … %} is not complete, or holds something else than a field"
    return "A field is printed that is a list or a yes-or-no, not a text"
