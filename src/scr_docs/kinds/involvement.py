"""Kind `involvement`: the report says somewhere whether the family took part in the review."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.finding import Finding
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict


class Params(Strict):
    """Nothing to set."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding about the whole report where no sentence says that anybody of the family took part, or did not."""
    if not any(placed.statement.kind in {"contribution", "non-involvement"} for placed in reading.statements):
        yield rule.finding()
