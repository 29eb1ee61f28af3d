"""What comes of making a PDF: its bytes, or in words why there is none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotMade:
    """Why there is no PDF; never a value of the letter."""

    why: str


Made = bytes | NotMade
