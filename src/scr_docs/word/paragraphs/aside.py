"""What stands in a story beside its text: where links lead, what fields are told, how pictures are described."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scr_docs.model import Part, Trait

_PATH = re.compile(
    r"file:|smb:|afp:|(?<![\w\\])\\{2,4}[\w.$-]+\\|(?<![A-Za-z])[A-Za-z]:[\\/](?!/)|(?<![\w.])/(Users|home|Volumes)/\w",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Aside:
    """One text beside the text.

    `what` says what it is, for its address. `part` is None for what counts as the story in which it stands.
    """

    part: Part | None
    text: str
    what: str
    trait: Trait | None = None


def local_path(text: str) -> Trait | None:
    """The trait of a path to somebody's computer or server; None for everything else."""
    return "local-path" if _PATH.search(text) else None
