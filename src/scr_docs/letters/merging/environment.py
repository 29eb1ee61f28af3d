"""Jinja with nothing but fields, conditions and loops: sandboxed, strict, escaped, and compiled once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import SandboxedEnvironment

from scr_docs.letters.directions import isolated as kept
from scr_docs.letters.facts import Missing

FILTERS = ("capitalize", "first", "join", "last", "length", "lower")
"""The filters that a template may use."""

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""Characters that XML or Word refuses, and those of which docxtpl makes page breaks and paragraphs."""


class NoTextError(JinjaError):
    """A field was printed that is no text."""


class ControlCharacterError(JinjaError):
    """A value was printed that holds a character which cannot stand in a Word file."""


class Environment(SandboxedEnvironment):
    """What fills in letters. `printed` holds every value that was printed since it was last cleared.

    `escaped` is for the parts of a Word file; plain text takes its values as they are, and lines that hold only a tag
    are left out of it. `isolated` keeps each value the right way round where words run from right to left.
    """

    def __init__(self, *, escaped: bool, isolated: bool = False) -> None:
        super().__init__(
            autoescape=escaped,
            undefined=StrictUndefined,
            finalize=self._print,
            trim_blocks=not escaped,
            lstrip_blocks=not escaped,
            keep_trailing_newline=True,
        )
        self.globals.clear()
        self.tests.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.printed: list[str] = []
        self._isolated = isolated
        self._compiled: dict[str, Any] = {}

    def _print(self, value: Any) -> Any:
        if isinstance(value, Missing):
            return str(value)
        if value is None or isinstance(value, (bool, dict, list, tuple)):
            raise NoTextError
        if not isinstance(value, StrictUndefined):
            if is_unprintable(str(value)):
                raise ControlCharacterError
            self.printed.append(str(value))
            return kept(str(value)) if self._isolated else value
        return value

    def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Any:
        """The compiled template of a source; the same one again for the same source."""
        if source not in self._compiled:
            self._compiled[source] = super().from_string(source, *args, **kwargs)
        return self._compiled[source]


def is_unprintable(text: str) -> bool:
    """Whether the text holds a character that cannot stand in a Word file."""
    return _UNPRINTABLE.search(text) is not None


def unprintable_fields(fields: Mapping[str, Any], above: str = "") -> list[str]:
    """The dotted names of the fields whose value holds a character that cannot stand in a Word file."""
    found: list[str] = []
    for name, value in fields.items():
        path = f"{above}{name}"
        if isinstance(value, Mapping):
            found += unprintable_fields(value, f"{path}.")
            continue
        several = value if isinstance(value, (list, tuple)) else [value]
        texts = (text for one in several for text in (one.values() if isinstance(one, Mapping) else [one]))
        if any(isinstance(text, str) and is_unprintable(text) for text in texts):
            found.append(path)
    return found
