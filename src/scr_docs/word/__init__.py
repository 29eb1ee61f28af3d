"""The only place that opens a Word package: a file in, a Document out.

Reads with zipfile and lxml alone, for what python-docx does not show is where the names are that a reader missed.
"""

from __future__ import annotations

from scr_docs.word.reader import read, read_bytes

__all__ = ["read", "read_bytes"]
