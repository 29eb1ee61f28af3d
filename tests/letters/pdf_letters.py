"""Finished Word letters of the samples, and the same with other words in them."""

from __future__ import annotations

import datetime
from functools import cache
from html import escape
from pathlib import Path

from scr_docs import case as cases
from scr_docs import pipeline
from scr_docs.letters import package
from scr_docs.letters.stages import stage

FORMATS = ("standard", "large-print", "easy-read", "young-person")
DAY = datetime.date(2019, 5, 16)
_SAMPLES = Path(__file__).parents[2] / "sample_reports"
_SAID = "Thank you for reading this letter."


@cache
def finished(name: str, *, sample: str = "westmoor", person: str = "mother") -> dict[str, bytes]:
    """The letters of a stage to somebody of a sample, by format; those that are refused are not there."""
    case = cases.load(_SAMPLES / sample / "case.yaml")
    run = pipeline.make_letters(case, stage(name), people=[person], formats=FORMATS, day=DAY)
    return {letter.format: letter.content for letter in run.letters}


def saying(text: str) -> bytes:
    """The first notice with this text for one of its paragraphs; "\\n" begins a new line."""
    parts = package.parts(finished("first-notice")["standard"])
    document = parts["word/document.xml"].decode()
    assert document.count(_SAID) == 1
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(line, quote=False) for line in text.split("\n"))
    return package.packed({**parts, "word/document.xml": document.replace(_SAID, lines).encode()})
