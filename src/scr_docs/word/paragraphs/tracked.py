"""Tracked changes around text: what becomes of it, and which move it belongs to."""

from __future__ import annotations

from typing import Literal, NamedTuple

from scr_docs.word.markup.xml import W

Change = Literal["kept", "inserted", "deleted"]

CHANGES: dict[str, Change] = {
    W + "ins": "inserted", W + "moveTo": "inserted", W + "del": "deleted", W + "moveFrom": "deleted",
}  # fmt: skip
MOVES = frozenset({W + "moveTo", W + "moveFrom"})


class Tracked(NamedTuple):
    """What tracked changes do with a piece of a story.

    `move` is the name under which Word ties the two ends of a move together, "" where it gave none; None for what was
    not moved.
    """

    change: Change = "kept"
    move: str | None = None


KEPT = Tracked()
DELETED = Tracked("deleted")
INSERTED = Tracked("inserted")
