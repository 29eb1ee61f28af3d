"""The shipped lists of names that a report may hold: allowed.yaml, read strictly, ready to be looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from scr_docs import yaml_file
from scr_docs.names.text.fold import fold
from scr_docs.yaml_file import Strict, Text


class AllowList(Strict):
    """Names that are allowed for one reason. `near` names the words of which one must stand close by."""

    why: Text
    source: Text
    names: tuple[Text, ...]
    near: Text | None = None
    surname: bool = False


class _File(Strict):
    near: dict[str, tuple[Text, ...]]
    lists: tuple[AllowList, ...]
    cited: tuple[Text, ...]
    not_names: tuple[Text, ...]
    role_words: tuple[Text, ...]


@dataclass(frozen=True)
class AllowLists:
    """The lists, and the words that they are read with."""

    file: _File

    @cached_property
    def near(self) -> dict[str, re.Pattern[str]]:
        """For each kind of company that a name must keep, the pattern of its words, over folded text."""
        return {
            name: re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, words))})(?![^\W_])")
            for name, words in self.file.near.items()
        }

    @cached_property
    def cited(self) -> frozenset[str]:
        """Surnames of authors, folded."""
        return frozenset(fold(name).text for name in self.file.cited)

    @cached_property
    def not_names(self) -> frozenset[str]:
        """Words that are no part of a name even where they are capitalised, folded."""
        return frozenset(fold(word).text for word in self.file.not_names)

    @cached_property
    def role_words(self) -> frozenset[str]:
        """Words of report names that name nobody, folded."""
        return frozenset(fold(word).text for word in self.file.role_words)


@cache
def allow_lists() -> AllowLists:
    """The shipped lists."""
    return AllowLists(yaml_file.shipped(__file__, "allowed.yaml", _File))
