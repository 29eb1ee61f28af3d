"""What is found in a sentence: plain data, for the rules and for users."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from scr_docs.family.evidence import Evidence, evidence_of
from scr_docs.family.sections import Section
from scr_docs.model import Block

StatementKind = Literal[
    "contribution", "view", "history", "invitation", "non-involvement", "deferral", "re-offer", "support", "scope",
    "draft-feedback", "contradiction", "loaded-language",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence says about one person, or the whole family (`person` None).

    `start` and `end` are the offsets of the sentence into its paragraph, or into the text that was given. Of
    non-involvement, `reason` is the case file's word for why, and `vague` says that the words given explain nothing.
    `told` is the sentence in small letters, for non-involvement all that its paragraph says of the person, and empty
    for kinds that tell nothing of how somebody was asked. `supporter` is who helped, in the report's words. `section`
    is the kind of section, None where there are no headings. `to_review` says of a view that the sentence itself names
    the review as listener.
    """

    kind: StatementKind
    person: str | None
    start: int
    end: int
    reason: str | None = None
    vague: bool = False
    told: str = field(default="", repr=False)
    supporter: str = ""
    section: Section | None = None
    to_review: bool = False

    @property
    def evidence(self) -> Evidence:
        """What `told` says of dates, means and decisions; worked out when it is asked for."""
        return evidence_of(self.told)


class Placed(NamedTuple):
    """A statement with the block in which it stands."""

    block: Block
    statement: Statement

    @property
    def quote(self) -> str:
        """The words of its sentence."""
        return self.block.text[self.statement.start : self.statement.end]
