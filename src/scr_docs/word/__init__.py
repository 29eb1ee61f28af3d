"""The only place that opens a Word package: a file in, a Document out.

Reads with zipfile and lxml alone, for what python-docx does not show is where the names are that a reader missed.
"""

from __future__ import annotations

from scr_docs.word.container.encrypted import first_line
from scr_docs.word.container.length import within_reach
from scr_docs.word.container.snapshot import bytes_of
from scr_docs.word.container.sniff import plain_text
from scr_docs.word.markup.seen import Seen
from scr_docs.word.reader import read, read_bytes

__all__ = ["Seen", "bytes_of", "first_line", "plain_text", "read", "read_bytes", "within_reach"]
