"""Kind `reading-age`: about how old a reader of this text has to be, as a band over several formulas."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.finding import Finding
from scr_docs.kinds.prose_of import names_of, prose_of
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.readability.ages import band
from scr_docs.readability.prose import count
from scr_docs.yaml_file import Strict


class Params(Strict):
    """The highest age, in years, that the middle of the formulas may say."""

    most: int


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding about the whole text if it is too hard; {words} in the message is the band. Short texts have none."""
    texts = (block.text for block in prose_of(reading, rule.entry.scope))
    found = band(count(texts, names_of(reading.case)))
    if found is not None and found.middle > rule.params.most:
        yield rule.finding(words=f"{found.low} to {found.high}")
