"""Fields: what Word is told to work out, which the page does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scr_docs.word.paragraphs.aside import Aside, local_path
from scr_docs.word.paragraphs.names import is_words_own

_HIDING = frozenset({
    "XE", "TC", "TA", "RD", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "ASK",
    "FILLIN", "SET", "QUOTE", "COMMENTS", "PRIVATE",
})  # fmt: skip
_PIECES = re.compile(r'\\(?P<switch>[a-zA-Z*@#!])|"(?P<quoted>(?:[^"\\]|\\.)*)"?|(?P<bare>[^\s"\\][^\s"]*|\\\\[^\s"]*)')


@dataclass(slots=True)
class _Open:
    """A field that has begun: its code so far, and whether what comes now is what it shows."""

    code: list[str] = field(default_factory=list)
    deleted: bool = False
    shows: bool = False
    contents: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open at a point of a story, outermost first."""

    open: list[_Open] = field(default_factory=list)
    coding: int = 0
    loose: _Open = field(default_factory=_Open)

    @property
    def in_contents(self) -> bool:
        """Whether this is what a table of contents shows."""
        return any(each.contents for each in self.open)

    def code(self, text: str, *, deleted: bool) -> None:
        """A piece of code; it belongs to the innermost field that is not showing yet."""
        innermost = next((each for each in reversed(self.open) if not each.shows), self.loose)
        innermost.code.append(text)
        innermost.deleted |= deleted

    def step(self, kind: str) -> Iterator[Aside]:
        """Begins a field, comes to what it shows, or ends it; gives its code when that is whole."""
        if kind == "begin":
            self.open.append(_Open())
            self.coding += 1
        elif kind in ("separate", "end") and self.open:
            if not self.open[-1].shows:
                yield from self._whole(self.open[-1])
            if kind == "end":
                self.open.pop()

    def paragraph(self) -> Iterator[Aside]:
        """Gives what code is left at the end of a paragraph: a field whose code does not end in it is damaged."""
        for each in self.open if self.coding else ():
            if not each.shows:
                yield from self._whole(each)
        if self.loose.code:
            loose, self.loose = self.loose, _Open()
            yield from told_by_code("".join(loose.code), deleted=loose.deleted)

    def _whole(self, each: _Open) -> Iterator[Aside]:
        each.shows = True
        self.coding -= 1
        code = "".join(each.code)
        each.contents = code.split(None, 1)[:1] == ["TOC"]
        yield from told_by_code(code, deleted=each.deleted)


def told_by_code(code: str, *, deleted: bool = False) -> Iterator[Aside]:
    """The code of a field, and where it leads if it is a link."""
    code = code.strip()
    if not code:
        return
    kind = code.split(None, 1)[0].upper()
    what = "deleted field" if deleted else "field"
    if kind == "HYPERLINK":
        yield Aside("field", code, what)
        yield from _link(code)
    else:
        yield Aside("field", code, what, local_path(code) or ("hidden-field" if kind in _HIDING else None))


def _link(code: str) -> Iterator[Aside]:
    switch = ""
    for piece in _PIECES.finditer(code[len("HYPERLINK") :]):
        if piece["switch"]:
            switch = piece["switch"].lower()
            continue
        text = (piece["quoted"] if piece["quoted"] is not None else piece["bare"]).replace("\\\\", "\\").strip()
        if text and not (switch == "l" and is_words_own(text)):
            yield Aside("link", text, "tip of a link" if switch == "o" else "link", local_path(text))
        switch = ""
