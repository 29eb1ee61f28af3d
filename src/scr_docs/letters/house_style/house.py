"""templates/house-style/house-style.docx: read once, and put on every letter before it is filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from lxml import etree

from scr_docs.errors import Mistake, TemplateError
from scr_docs.letters.facts import known_fields
from scr_docs.letters.house_style.pages import USUAL, Page, pages, put
from scr_docs.letters.house_style.parts import DOCUMENT, Adding, related, root_of, told
from scr_docs.letters.house_style.styles import Merged, by_name, empty, of_version
from scr_docs.letters.merging.template import Dress, Template
from scr_docs.letters.merging.traps import W
from scr_docs.letters.merging.untrusted import parts_of

NAME = "house-style.docx"

_DESCRIBED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class HouseStyle:
    """The look of every letter."""

    def __init__(self, path: Path) -> None:
        """Raises TemplateError with everything that is wrong with the file."""
        self.path = path
        self._parts = parts_of(path)
        Template(path, known_fields())  # its letterhead has fields as a letter has them
        try:
            self._document = root_of(self._parts[DOCUMENT])
            self._styles = self._part("styles") if related(self._parts, "styles") else empty("styles")
            self._lists = self._part("numbering")
        except etree.XMLSyntaxError:
            raise TemplateError(Mistake("It cannot be read", str(path), mend="Save it anew from Word")) from None
        self._pages = pages(self._document, self._styles)
        if mistakes := [Mistake(what, str(path), mend=mend) for what, mend in self._wrong()]:
            raise TemplateError(*mistakes)

    def dress(self, version: str) -> Dress:
        """What puts the house style on the parts of a version: letter, easy-read, young-person or subject."""
        styles = of_version(self._styles, version)
        page = self._pages.get(version) or self._pages.get(USUAL) or next(iter(self._pages.values()))
        return partial(self._dressed, styles=styles, page=page)

    def _dressed(self, parts: Mapping[str, bytes], *, styles: Any, page: Page) -> dict[str, bytes]:
        letter = Adding(parts)
        letter.drop("header", "footer")
        style_part, list_part = related(parts, "styles"), related(parts, "numbering")
        merged = Merged(
            root_of(parts[style_part]) if style_part else empty("styles"),
            root_of(parts[list_part]) if list_part else empty("numbering"),
            styles,
            self._lists,
        )
        arrows = {}
        for number, (there, arrow, kind) in enumerate(self._letterheads(page), 1):
            root = root_of(self._parts[there])
            merged.translate(root)
            mine = f"word/{kind}{number}.xml"  # the letter's own are gone
            arrows[arrow] = letter.add(mine, told(root), kind)
            letter.add_relations(mine, self._parts, there)
        for kind, part, root in (("styles", style_part, merged.styles), ("numbering", list_part, merged.lists)):
            if part:
                letter.parts[part] = told(root)
            elif len(root):
                letter.add(f"word/{kind}.xml", told(root), kind)
        self._put_theme(letter, parts)
        document = root_of(parts[DOCUMENT])
        put(document, page, arrows)
        letter.parts[DOCUMENT] = told(document)
        if settings := related(parts, "settings"):
            letter.parts[settings] = _without_even_pages(letter.parts[settings])
        return letter.done()

    def _put_theme(self, letter: Adding, parts: Mapping[str, bytes]) -> None:
        if own := related(self._parts, "theme"):
            if standing := related(parts, "theme"):
                letter.parts[standing] = self._parts[own]
            else:
                letter.add("word/theme/theme1.xml", self._parts[own], "theme")

    def _letterheads(self, page: Page) -> Iterator[tuple[str, str, str]]:
        """The parts that the pages have: their names, their relationships, header or footer."""
        found = {one.get("Id"): one for one in root_of(self._parts["word/_rels/document.xml.rels"])}
        for arrow in dict.fromkeys(arrow for _, _, arrow in page.references):
            if arrow in found:
                kind = (found[arrow].get("Type") or "").rpartition("/")[2]
                there = f"word/{(found[arrow].get('Target') or '').removeprefix('/word/')}"
                if kind in {"header", "footer"} and there in self._parts:
                    yield there, arrow, kind

    def _part(self, kind: str) -> Any:
        name = related(self._parts, kind)
        return root_of(self._parts[name]) if name else None

    def _wrong(self) -> Iterator[tuple[str, str]]:
        if ("paragraph", "normal") not in by_name(self._styles):
            yield "It has no style Normal, on which all others are based", "Start again from the shipped house style"
        if not self._pages:
            yield "It has no page", "Start again from the shipped house style"
        settings = related(self._parts, "settings")
        if settings and root_of(self._parts[settings]).find(f"{W}evenAndOddHeaders") is not None:
            mend = "Double-click the top of a page, and take the tick out of Different Odd & Even Pages"
            yield "Its pages have two letterheads in turn, which letters cannot", mend
        for page in self._pages.values():
            for there, _, kind in self._letterheads(page):
                root = root_of(self._parts[there])
                if any(not (one.get("descr") or "").strip() for one in root.iter(_DESCRIBED)):
                    where = "letterhead" if kind == "header" else "line at the bottom"
                    mend = "Right click it, View Alt Text, and write what it is, for example the board’s name"
                    yield f"The logo in the {where} has no description for people who cannot see it", mend


def _without_even_pages(settings: bytes) -> bytes:
    root = root_of(settings)
    for even in root.findall(f"{W}evenAndOddHeaders"):
        root.remove(even)
    return told(root)
