"""Kind `mentioned`: every member of the family stands in the report, under the name that the case file gives them."""

from __future__ import annotations

from collections.abc import Iterator

from scr_docs.finding import Finding
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict


class Params(Strict):
    """Nothing to set."""


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding for each family member with a report name that the report never uses, nor any other word for them."""
    if reading.case is None:
        return
    for person in reading.case.family:
        if person.report_name and not reading.mentioned(person):
            yield rule.finding(person=person.id, called=person.report_name)
