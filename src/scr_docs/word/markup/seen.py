"""What was worked out before from the very same bytes, so that many files with the same parts cost little.

The letters of one run share their styles, their headers, their settings. Every part of each is unpacked and looked at;
what is kept is what was made of it. It is found again by all that it was made of, byte for byte and never by a name or
a digest: what differs in one letter is read anew.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar, TypeVarTuple, cast

_Result = TypeVar("_Result")
_Given = TypeVarTuple("_Given")

LARGEST = 2**20
"""Bytes. What was made of longer ones is not kept; the styles of a letter have a few thousand, seldom a hundred."""


class Seen:
    """Keeps so many results, the latest that were asked for. What is kept must never be changed by whoever gets it."""

    def __init__(self, most: int = 0) -> None:
        """With `most` 0 nothing is kept: a file read by itself."""
        self._most = most
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._ids: set[int] = set()

    @property
    def count(self) -> int:
        """How many results are kept."""
        return len(self._kept)

    def once(self, work: Callable[[*_Given], _Result], *given: *_Given) -> _Result:
        """What `work` makes of what is given, which must be all that it looks at; an error is never kept."""
        if not self._most or not all(map(self._is_sure, given)):
            return work(*given)
        key = (work, given)
        if key in self._kept:
            self._kept.move_to_end(key)
            return cast("_Result", self._kept[key])
        found = self._kept[key] = work(*given)
        self._ids.add(id(found))
        if len(self._kept) > self._most:
            _, oldest = self._kept.popitem(last=False)
            self._ids.discard(id(oldest))
        return found

    def _is_sure(self, one: object) -> bool:
        """Whether something is told apart by all that is in it, or is a result that is kept here itself."""
        if isinstance(one, bytes):
            return len(one) <= LARGEST
        return one is None or isinstance(one, (str, tuple)) or id(one) in self._ids
