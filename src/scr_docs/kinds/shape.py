"""Kind `shape`: an identifier that is recognised by its form, whoever it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from scr_docs.finding import Finding, Location
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict


class Params(Strict):
    """Which form."""

    shape: Literal["birth-date", "nhs-number", "postcode", "phone-number", "email-address"]


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A finding for each such identifier that is neither in the case file, whose own rules tell more, nor public."""
    for block in reading.document.blocks:
        if block.part in rule.entry.scope:
            for found in reading.shapes(block, rule.params.shape):
                yield rule.finding(
                    block.text[found.start : found.end], location=Location.of(block, found.start, found.end)
                )
