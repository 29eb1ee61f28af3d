"""Plain-text templates: the text message and the call script of a stage, filled in by the same rules as a letter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import TemplateSyntaxError

from scr_docs.errors import Mistake, TemplateError
from scr_docs.letters.facts import known_lists
from scr_docs.letters.merging.environment import ControlCharacterError, Environment, NoTextError, unprintable_fields
from scr_docs.letters.merging.tags import troubles

_LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class Worded:
    """A filled-in text and every value that was printed into it."""

    text: str
    printed: tuple[str, ...]


class Wording:
    """One plain-text template, checked once and then filled in for each recipient."""

    def __init__(self, path: Path, fields: frozenset[str], *, isolated: bool = False, text: str | None = None) -> None:
        """Raises TemplateError with every mistake and its line.

        `isolated` is for words from right to left; `text` is taken in place of what stands in the file.
        """
        self._path = path
        self._environment = Environment(escaped=False, isolated=isolated)
        try:
            source = path.read_text("utf-8-sig") if text is None else text
        except (OSError, UnicodeDecodeError):
            raise self._wrong("It cannot be read as text", mend="Save it as plain text (UTF-8)") from None
        if len(source) > _LARGEST:
            raise self._wrong("It is far larger than a message")
        self._source = source.replace("\r\n", "\n")
        lines = self._source.split("\n")
        for number, line in enumerate(lines, 1):
            if re.search(r"\{[{%](?:p|tr|tc|r)\b(?=\s)", line):
                raise self._wrong("{%p is for Word files", number, "In plain text write {% … %}")
            if re.search(r"\{[{%#](?:(?![}%#]\}).){0,400}$", line) or re.search(r"\{%\s*[–—‑]", line):
                raise self._wrong("A tag is not complete on its line", number)
        try:
            tree = self._environment.parse(self._source)
        except (TemplateSyntaxError, RecursionError) as error:
            told = "A tag holds something else than a field, if or for, or has no end"
            raise self._wrong(told, getattr(error, "lineno", None)) from None
        mistakes = [
            self._mistake(trouble.what, _line_of(trouble.near, lines), trouble.mend)
            for trouble in troubles(tree, fields, known_lists())
        ]
        if mistakes:
            raise TemplateError(*mistakes)

    def fill(self, facts: Mapping[str, Any]) -> Worded:
        """The text with the facts filled in, ending with one line break. Raises TemplateError."""
        self._environment.printed.clear()
        try:
            text = self._environment.from_string(self._source).render(dict(facts))
        except ControlCharacterError:
            fields = ", ".join(unprintable_fields(facts))
            raise self._wrong(f"A character that no text may hold stands in {fields}: type it again") from None
        except NoTextError:
            raise self._wrong("A field is printed that is a list or a yes-or-no, not a text") from None
        except JinjaError:
            raise self._wrong("The template tries to do something that letters may not do") from None
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in text.split("\n"))).strip()
        return Worded(f"{text}\n", tuple(self._environment.printed))

    def _mistake(self, what: str, line: int | None = None, mend: str | None = None) -> Mistake:
        return Mistake(what, str(self._path), line, mend=mend)

    def _wrong(self, what: str, line: int | None = None, mend: str | None = None) -> TemplateError:
        return TemplateError(self._mistake(what, line, mend))


def _line_of(near: tuple[str, ...], lines: list[str]) -> int | None:
    """The first line in which a tag holds one of these words."""
    for word in near:
        pattern = re.compile(rf"\{{[{{%](?:(?![%}}]\}}).){{0,400}}?{re.escape(word)}(?!\w)")
        for number, line in enumerate(lines, 1):
            if pattern.search(line):
                return number
    return None
