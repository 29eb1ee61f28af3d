"""The patterns of cues.yaml, compiled once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from scr_docs import yaml_file
from scr_docs.errors import PackError
from scr_docs.yaml_file import Strict, Text, wrong

WHO = "\ue000"
"""Stands around the number of a person in a sentence in which people are replaced: a letter of the private use area."""

_ONE = rf"{WHO}\d+{WHO}"
_PLACEHOLDERS = {
    "{who}": rf"(?<!not )(?P<who>{_ONE}(?:(?:,| and|, and| with|,? as did) (?:the |her |his )?{_ONE}){{0,7}})"
    rf"(?:,? but not {_ONE},?)?",
    "{not elsewhere}": r"(?!(?: (?:to|with|by|at|for|about|the|an?|any|his|her|their|\w+['’]s)){1,4}(?: \w+){0,3}? "
    r"(?:clinics?|surgery|conferences?|appointments?|core group|strategy|school|nursery|hospital|health|midwi\w+|police"
    r"|social work\w*|services?|antenatal|assessments?|gp)\b)",
    "{will}": r"(?:(?!not\b)[\w'’-]+ ){0,3}?",
    "{did}": r"(?:(?!(?:not|was|were|been|be|is|are)\b)[\w'’-]+ ){0,3}?",
}


def _pattern(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value.endswith("{who}"):
        value += "(?!['’]s)"  # "The reviewer met Mother's GP" is not Mother
    for placeholder, pattern in _PLACEHOLDERS.items():
        value = value.replace(placeholder, pattern)
    try:
        return re.compile(value)
    except re.error as error:
        raise wrong(f"is no pattern: {error.msg}") from None


Pattern = Annotated[re.Pattern[str], BeforeValidator(_pattern)]


class _CuesFile(Strict):
    roles: dict[str, tuple[Text, ...]]
    groups: dict[str, tuple[Text, ...]]
    family_headings: tuple[Pattern, ...]
    not_family_headings: tuple[Pattern, ...]
    review_headings: tuple[Pattern, ...]
    review_words: tuple[Pattern, ...]
    contribution: tuple[Pattern, ...]
    view: tuple[Pattern, ...]
    history: tuple[Pattern, ...]
    non_involvement: tuple[Pattern, ...]
    reasons: dict[str, tuple[Pattern, ...]]


@dataclass(frozen=True)
class Cues:
    """The patterns, and what they say of a piece of text in small letters."""

    file: _CuesFile

    def speaks_to_review(self, headings: Sequence[str]) -> bool:
        """Whether people speak to the review in the section under this heading path."""
        path = [heading.lower() for heading in headings]
        nearest = path[-1] if path else ""
        if any(pattern.search(nearest) for pattern in self.file.not_family_headings):
            return False
        wanted = (*self.file.family_headings, *self.file.review_headings)
        return any(pattern.search(heading) for heading in path for pattern in wanted)

    def about_review(self, sentence: str) -> bool:
        """Whether the sentence itself names the review or those who lead it."""
        return any(pattern.search(sentence) for pattern in self.file.review_words)

    def reason(self, text: str) -> str | None:
        """The reason that the text gives, in the case file's words; None where it gives none."""
        for reason, patterns in self.file.reasons.items():
            if any(pattern.search(text) for pattern in patterns):
                return reason
        return None


@cache
def cues() -> Cues:
    """The shipped cues."""
    file = yaml_file.read(Path(__file__).with_name("cues.yaml"), PackError, about="the list of cues")
    return Cues(file.build(_CuesFile))


def small(text: str) -> str:
    """The text in small letters with straight apostrophes and plain blanks, of the same length."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(letter.lower()[0] for letter in text)
    return lowered.replace("’", "'").replace("\u00a0", " ")
