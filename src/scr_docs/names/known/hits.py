"""What of a case file was found, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

What = Literal["person", "professional", "place", "identifier", "contact-detail", "birth", "death", "publishable"]


@dataclass(frozen=True, slots=True)
class Known:
    """Something of the case file. Several people may share it: a surname, an address."""

    what: What
    owners: tuple[str, ...] = ()
    report_names: tuple[str, ...] = ()

    @property
    def owner(self) -> str | None:
        """The person's id, None where several people share the value or it is nobody's."""
        return self.owners[0] if len(self.owners) == 1 else None

    @property
    def suggestion(self) -> str | None:
        """What the report should say instead; None where nothing should, as for a date or a number."""
        return " or ".join(self.report_names) or None if self.what in {"person", "professional", "place"} else None

    @property
    def called(self) -> str:
        """Who it is, in the words of the report."""
        return " or ".join(self.report_names) or "somebody in the case file"


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of text that is something known.

    `sure` is False where it may also be something else; `misspelt` where it is only near to a name.
    """

    start: int
    end: int
    known: Known
    sure: bool = True
    misspelt: bool = False


def merged(entries: Iterable[tuple[str, Known]]) -> dict[str, Known]:
    """One Known for each value, also where several entries share it; the kind of the first counts."""
    found: dict[str, list[Known]] = defaultdict(list)
    for way, known in entries:
        if known not in found[way]:
            found[way].append(known)
    return {way: merge(several) for way, several in found.items()}


def merge(found: Sequence[Known]) -> Known:
    """One Known out of those that are of the same kind as the first."""
    if len(found) == 1:
        return found[0]
    same = [known for known in found if known.what == found[0].what]
    return Known(
        found[0].what,
        tuple(dict.fromkeys(owner for known in same for owner in known.owners)),
        tuple(dict.fromkeys(name for known in same for name in known.report_names)),
    )
