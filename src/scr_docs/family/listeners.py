"""To whom people speak: those who hold the review, the review itself, the services of the time and their occasions."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from scr_docs import yaml_file
from scr_docs.family.words import Phrases
from scr_docs.yaml_file import Strict, Text

Listener = Literal["reviewer", "review", "occasion", "service", "supporter"]
NOBODY = ""
"""What a phrase stands for that only looks like a listener: "a chair"."""


class _ListenersFile(Strict):
    nobody: tuple[Text, ...]
    reviewer: tuple[Text, ...]
    review: tuple[Text, ...]
    occasion: tuple[Text, ...]
    service: tuple[Text, ...]
    supporter: tuple[Text, ...]
    record: tuple[Text, ...]
    report: tuple[Text, ...]


@cache
def listeners() -> Phrases[str]:
    """The shipped phrases, each with what it names: a kind of listener, a record of a service, or the report."""
    file = yaml_file.shipped(__file__, "listeners.yaml", _ListenersFile)
    phrases: Phrases[str] = Phrases()
    phrases.add_all(file.nobody, NOBODY)
    for kind in (*get_args(Listener), "record", "report"):
        phrases.add_all(getattr(file, kind), kind)
    return phrases
