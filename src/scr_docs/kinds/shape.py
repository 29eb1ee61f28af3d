"""Kind `shape`: an identifier that is recognised by its form, whoever it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator

from scr_docs.errors import did_you_mean, one_of
from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.names.identifiers import SHAPES
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict, Text, wrong


def _known(value: object) -> object:
    if isinstance(value, str) and value not in SHAPES:
        near = did_you_mean(value, tuple(SHAPES))
        raise wrong(
            "names no shape of an identifier",
            expected=one_of(tuple(SHAPES)),
            mend=f"Did you mean {near}?" if near else "",
        )
    return value


class Params(Strict):
    """Which form."""

    shape: Annotated[Text, BeforeValidator(_known)]


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding for each such identifier that is neither in the case file, whose own rules tell more, nor public."""
    for block in reading.document.blocks:
        if block.part in rule.entry.scope:
            for found in reading.shapes(block, rule.params.shape):
                yield rule.finding(
                    block.text[found.start : found.end], location=Location.of(block, found.start, found.end)
                )
