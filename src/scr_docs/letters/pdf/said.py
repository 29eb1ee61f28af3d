"""What a PDF says through its tags: the words in the order in which a screen reader speaks them, headings, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from scr_docs.letters.pdf.content import Mark, meaning, words_by_tag

_MARK = re.compile(r"\s*(?:[•‣◦▪–—\uf0b7-]|\(?[0-9a-zA-Z]{1,3}[.)])\s*")
_DEEPEST = 100


@dataclass(slots=True)
class Said:
    """`words` in logical order, without the marks of lists; `untagged` are words outside all tags.

    `shown` is what the signs on the pages mean, in no order: a text in their place can hold letters that none shows.
    `headings` are the levels in their order; `pictures` what is said of each, empty where nothing is.
    """

    words: str = ""
    untagged: str = ""
    shown: str = ""
    headings: list[int] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)


def said(reader: PdfReader) -> Said:
    """What the tags of the PDF say. ValueError where they are deeper than any letter's."""
    return _Walk(reader).result


class _Walk:
    def __init__(self, reader: PdfReader) -> None:
        self.result = Said()
        self._pages: dict[int, dict[Mark, str]] = {}
        fonts: dict[int, Any] = {}
        for page in reader.pages:
            named = (
                page.get("/Resources", DictionaryObject()).get_object().get("/Font", DictionaryObject()).get_object()
            )
            used = {}
            for name, font in named.items():
                known = font.get_object()
                used[name] = fonts.setdefault(id(known), meaning(known))
            contents = page.get_contents()
            content = b"" if contents is None else contents.get_data()
            words = words_by_tag(content, used)
            self.result.shown += "".join(words_by_tag(content, used, as_shown=True).values())
            self.result.untagged += words.pop(None, "")
            self._pages[page.indirect_reference.idnum if page.indirect_reference else 0] = words
        self._mark_due = False
        root: Any = reader.root_object["/StructTreeRoot"].get_object()
        self._roles = root.get("/RoleMap", DictionaryObject()).get_object()
        self.result.words = "".join(self._of(root, None, 0))

    def _of(self, element: Any, page: int | None, depth: int) -> Iterator[str]:
        """The words of an element and of what is below it."""
        if depth > _DEEPEST:
            raise ValueError("deeper than any letter")
        page = self._page(element, page)
        role = self._role(element)
        if heading := re.fullmatch(r"/H([1-6])", role):
            self.result.headings.append(int(heading[1]))
        self._mark_due = self._mark_due or role == "/LI"
        if role == "/Figure":
            self.result.pictures.append(str(element.get("/Alt", "")).strip())
            return
        kids = element.get("/K")
        kids = kids.get_object() if kids is not None else ArrayObject()
        words = "".join(self._kid(kid, page, depth) for kid in (kids if isinstance(kids, ArrayObject) else [kids]))
        if "/ActualText" in element:
            words = str(element["/ActualText"])
        yield words

    def _kid(self, kid: Any, page: int | None, depth: int) -> str:
        kid = kid.get_object()
        if isinstance(kid, int):
            return self._shown(page, int(kid))
        if not isinstance(kid, DictionaryObject):
            return ""
        if kid.get("/Type") == "/MCR":
            number = kid["/MCID"]
            return self._shown(self._page(kid, page), int(number)) if isinstance(number, int) else ""
        return "" if kid.get("/Type") == "/OBJR" else "".join(self._of(kid, page, depth + 1))

    def _shown(self, page: int | None, mark: int) -> str:
        """The words of one tag on a page; none where they are the mark before an item of a list."""
        words = self._pages.get(page or 0, {}).get(mark, "")
        due, self._mark_due = self._mark_due, self._mark_due and not words.strip()
        return "" if due and _MARK.fullmatch(words) else words

    def _page(self, element: DictionaryObject, page: int | None) -> int | None:
        own = element.raw_get("/Pg") if "/Pg" in element else None
        return own.idnum if isinstance(own, IndirectObject) else page

    def _role(self, element: DictionaryObject) -> str:
        role = str(element.get("/S", ""))
        for _ in range(10):
            if role not in self._roles:
                break
            role = str(self._roles[role])
        return role
