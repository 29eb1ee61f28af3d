"""The words around names, as unregistered.yaml lists them, and the things that bear one, as named_things.yaml does."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from scr_docs import yaml_file
from scr_docs.names.text.fold import fold
from scr_docs.yaml_file import Strict, Text


class Around(Strict):
    """The words around names, as unregistered.yaml lists them; folded."""

    titles: frozenset[Text]
    courtesy: frozenset[Text]
    called: frozenset[Text]
    particles: frozenset[Text]
    tails: frozenset[Text]
    heads: frozenset[Text]
    found_out: frozenset[Text]
    posts: frozenset[Text]
    kin: frozenset[Text]
    work: frozenset[Text]
    does: frozenset[Text]
    before: frozenset[Text]
    beside: frozenset[Text]
    asked: frozenset[Text]
    months: frozenset[Text]
    headings: frozenset[Text]
    cells: frozenset[Text]
    never: frozenset[Text]
    affixes: tuple[Text, ...]


class Named(Strict):
    """Things that bear a name: `names` is left out where a word of `beside` stands near, or else unless of a person."""

    what: Text
    source: Text
    names: frozenset[Text]
    beside: frozenset[Text] = frozenset()
    unless: Literal["person"] | None = None


class _Things(Strict):
    groups: tuple[Named, ...]


@cache
def lists() -> Around:
    """The lists of unregistered.yaml, read once."""
    return yaml_file.shipped(__file__, "unregistered.yaml", Around)


@cache
def named_things() -> Mapping[str, Named]:
    """Each name that a thing bears, folded and without its possessive, with the group that holds it."""
    read = yaml_file.shipped(__file__, "named_things.yaml", _Things)
    return {fold(name).text.removesuffix("'s"): group for group in read.groups for name in group.names}
