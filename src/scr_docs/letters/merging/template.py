"""The one wrapper around docxtpl: sandboxed, strict, escaped, and refusing every way in which it would lose a word.

docxtpl parses its result with a parser that repairs: text beside a tag, a value with "&" or a stray tag can vanish
without an error. Here docxtpl makes each part ready for Jinja once, when the template is read, and lays out line
breaks; the result is parsed strictly, text outside w:t is refused, and every value that was printed is remembered, so
that checking.py can prove that it stands in the finished letter.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import TemplateSyntaxError
from lxml import etree

from scr_docs.errors import Mistake, TemplateError
from scr_docs.letters import package
from scr_docs.letters.facts import known_lists
from scr_docs.letters.merging.environment import ControlCharacterError, Environment, NoTextError, unprintable_fields
from scr_docs.letters.merging.tags import Trouble, troubles
from scr_docs.letters.merging.traps import COMMENTS, TRACKED, Paragraph, W, paragraphs, sound, tidied, traps
from scr_docs.letters.merging.untrusted import parts_of

_NO_TEXT = ("body", "p", "r", "tbl", "tr", "tc", "hdr", "ftr", "footnote", "endnote")
_lost = etree.XPath(
    " | ".join((*(f"//w:{name}/text()[normalize-space()]" for name in _NO_TEXT), "//w:t/*")), namespaces={"w": W[1:-1]}
)
"""The places of a part where Word would drop words: text that is in no w:t, and what stands within one."""
_TAGS = ("{{", "}}", "{%", "%}", "{#", "#}")
_NAMES = {"document": "the letter", "header": "the header", "footer": "the footer", "footnotes": "the footnotes",
          "endnotes": "the endnotes"}  # fmt: skip
_LARGEST = 2_000_000
"""Letters in a part of a template. A long letter has 60,000; docxtpl takes ever longer over larger ones."""


Dress = Callable[[Mapping[str, bytes]], dict[str, bytes]]
"""What gives the parts of a template in the house style."""


class _Docx(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl that looks for line breaks only where there are any: most letters have none."""

    def resolve_listing(self, xml: str) -> Any:
        return super().resolve_listing(xml) if re.search(r"[\t\n\f\a]", xml) else xml


class _LossError(Exception):
    """The rendered letter would lose text."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The parts of a filled-in Word file, those of them that were filled in, and every value printed into them."""

    parts: Mapping[str, bytes]
    filled: tuple[str, ...]
    printed: tuple[str, ...]


class Template:
    """One Word template, checked once and then rendered for each recipient."""

    def __init__(
        self, path: Path, fields: frozenset[str], dress: Dress | None = None, *, isolated: bool = False
    ) -> None:
        """Raises TemplateError with every trap and every field that does not exist, and the paragraph of each.

        `dress` gives the parts of the template in the house style; `isolated` is for words from right to left.
        """
        self._path = path
        self._environment = Environment(escaped=True, isolated=isolated)
        found = parts_of(path)
        try:
            self._docx = _Docx(io.BytesIO(path.read_bytes()))
            self._docx.render_init()
            self._parts = package.neutral(found)
            self._parts = dress(self._parts) if dress else self._parts
        except Exception as error:  # noqa: BLE001  # python-docx raises a dozen kinds
            raise self._wrong(f"Word's own reader cannot open it ({type(error).__name__})") from None
        self._stories = package.stories(self._parts)
        self._sources: dict[str, str] = {}
        mistakes = [*self._elsewhere(), *self._paper()]
        for name, kind in self._stories.items():
            mistakes += self._read(name, _NAMES[kind], fields)
        if mistakes:
            raise TemplateError(*mistakes)

    def render(self, facts: Mapping[str, Any]) -> Rendered:
        """The parts of the Word file with the facts filled in. Raises TemplateError."""
        self._environment.printed.clear()
        parts = dict(self._parts)
        try:
            for name, source in self._sources.items():
                xml = self._docx.render_xml_part(source, None, dict(facts), self._environment)
                parts[name] = _without_loss(xml)
        except ControlCharacterError:
            fields = ", ".join(unprintable_fields(facts))
            raise self._wrong(
                f"A character that Word refuses stands in {fields}: type it again in the case file"
            ) from None
        except (_LossError, etree.XMLSyntaxError, JinjaError) as error:
            raise self._wrong(_plain(error)) from None
        return Rendered(parts, tuple(self._sources), tuple(self._environment.printed))

    def _read(self, name: str, part: str, fields: frozenset[str]) -> Iterator[Mistake]:
        """Keeps a part ready for Jinja; gives what is wrong with it."""
        if len(self._parts[name]) > _LARGEST:
            yield self._mistake("It is far larger than a letter", part)
            return
        root = etree.fromstring(self._parts[name], _parser())
        tidied(root)
        told = paragraphs(root, part)
        yield from self._unfinished(root, part)
        found = [self._mistake(what, place, mend) for place, what, mend in traps(told)]
        yield from found
        if found and not sound(told):
            return  # docxtpl and Jinja would take ever longer over it
        xml = etree.tostring(root, encoding="unicode")
        if not any(left_over_tags(text) for text in (xml, *(paragraph.text for paragraph in told))):
            return
        source = self._docx.patch_xml(xml)
        try:
            tree = self._environment.parse(source)
        except TemplateSyntaxError as error:
            if not found:
                yield self._mistake(_plain(error), _quoted(told) or part)
            return
        for trouble in troubles(tree, fields, known_lists()):
            yield self._mistake(trouble.what, _place_of(trouble, told) or part, trouble.mend)
        self._sources[name] = source

    def _unfinished(self, root: Any, part: str) -> Iterator[Mistake]:
        """Tracked changes and comments: a template is what was agreed, and nothing beside it may go out."""
        for what, names, mend in (
            ("Tracked changes are left", TRACKED, "Accept or reject them all (Review, Accept All Changes)"),
            ("Comments are left", COMMENTS, "Delete them all (Review, Delete All Comments)"),
        ):
            near = next((element for element in root.iter() if element.tag in names), None)
            if near is not None:
                holder = next(near.iterancestors(f"{W}p"), near)
                every = list(root.iter(f"{W}p"))
                place = f"paragraph {every.index(holder) + 1}" if holder in every else part
                yield self._mistake(f"{what} in the template", place, mend)

    def _elsewhere(self) -> Iterator[Mistake]:
        """The tags that stand where nothing is filled in, and would reach the family as they are."""
        for name, content in self._parts.items():
            if (
                name not in self._stories
                and name.endswith((".xml", ".rels"))
                and left_over_tags(content.decode("utf-8", "replace"))
            ):
                link = "the address of a link" if name.endswith(".rels") else f"a part that is not filled in ({name})"
                yield self._mistake(f"A tag stands in {link}", None, "Put the field into the text of the letter")

    def _paper(self) -> Iterator[Mistake]:
        sizes = re.findall(rb'<w:pgSz [^>]*w:w="(\d+)"[^>]*w:h="(\d+)"', self._parts.get("word/document.xml", b""))
        for width, height in dict.fromkeys(sizes):
            if abs(int(width) - 11906) > 20 or abs(int(height) - 16838) > 20:
                yield self._mistake("The paper is not A4", None, "Choose A4, upright (Layout, Size)")

    def _mistake(self, what: str, place: str | None, mend: str | None = None) -> Mistake:
        return Mistake(what, str(self._path), place=place, mend=mend)

    def _wrong(self, what: str) -> TemplateError:
        return TemplateError(self._mistake(what, None))


def left_over_tags(text: str) -> bool:
    """Whether a piece of a finished letter still holds a tag of its template."""
    return any(tag in text for tag in _TAGS)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _without_loss(xml: str) -> bytes:
    """The rendered part, parsed strictly where docxtpl would repair. Raises _LossError or XMLSyntaxError."""
    data = xml.encode("utf-8")
    if _lost(etree.fromstring(data, _parser())):
        raise _LossError
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + data


def _place_of(trouble: Trouble, told: list[Paragraph]) -> str | None:
    """The first paragraph in which a tag holds what the trouble is about."""
    for word in trouble.near:
        pattern = re.compile(rf"\{{[{{%](?:(?![%}}]\}}).){{0,400}}?{re.escape(word)}(?!\w)")
        for paragraph in told:
            if pattern.search(re.sub("[‘’]", "'", paragraph.text)):
                return paragraph.place
    return None


def _quoted(told: list[Paragraph]) -> str | None:
    """The first paragraph with quotes in a tag: what cannot be read is there as a rule."""
    return next((one.place for one in told if re.search(r"\{[{%][^}]{0,400}[\"'‘’“”]", one.text)), None)


def _plain(error: Exception) -> str:
    """What went wrong, for somebody who edits the letter in Word. Jinja's own words may hold a value."""
    if isinstance(error, (_LossError, etree.XMLSyntaxError)):
        return "Words would be lost: text stands beside a {%p …%} tag, or a value holds a character that Word refuses"
    if isinstance(error, TemplateSyntaxError):
        return "A tag holds something else than a field, if, for, or a comparison with words in straight quotes"
    if isinstance(error, NoTextError):
        return "A field is printed that is a list or a yes-or-no, not a text"
    return "The template tries to do something that letters may not do"
