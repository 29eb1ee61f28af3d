"""What can go wrong, in one small tree; every leaf ends the program with status 2, "not checked".

    ScrDocsError
    ├── CaseError        the case file
    ├── PackError        a rule pack
    ├── SettingsError    scr-docs.yaml
    ├── DocumentError    a file that should be checked
    ├── TemplateError    a letter's Word template or letter.yaml
    ├── LetterError      a letter that may not be written
    ├── ModelError       the name model, or the second opinion
    ├── SelectionError   a rule, stage or person that does not exist
    └── OutputError      a file or folder that cannot be written

Messages name places and never quote values of the case file: what finds secrets must not spread them.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong: where it stands, what was expected there, and how to mend it."""

    what: str
    file: str | None = None
    line: int | None = None
    place: str | None = None
    expected: str | None = None
    mend: str | None = None

    def __str__(self) -> str:
        where = ":".join(str(piece) for piece in (self.file, self.line) if piece is not None)
        sentences = [self.what]
        if self.expected:
            sentences.append(f"Expected: {self.expected}")
        if self.mend:
            sentences.append(self.mend)
        said = " ".join(sentence if sentence.endswith((".", "?")) else f"{sentence}." for sentence in sentences)
        return ": ".join(piece for piece in (where, self.place, said) if piece)


class ScrDocsError(Exception):
    """Something was not checked, read or written. Holds every mistake found, not only the first."""

    exit_code: ClassVar[int] = 2

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes


class CaseError(ScrDocsError):
    """The case file is missing, is not YAML, or breaks its model."""


class PackError(ScrDocsError):
    """A rule pack is missing, is not YAML, breaks its model, or an example of it does not hold."""


class SettingsError(ScrDocsError):
    """scr-docs.yaml is not YAML or holds a key or value that does not exist."""


class DocumentError(ScrDocsError):
    """A file that was to be checked is missing, unreadable or of a kind that cannot be checked."""


class TemplateError(ScrDocsError):
    """A letter's template or its letter.yaml is wrong, whomever the letter is for."""


class LetterError(ScrDocsError):
    """One person's letter may not be written: facts are missing, or the finished letter failed its checks."""


class ModelError(ScrDocsError):
    """A name model is missing, broken or changed: names that nobody registered were not looked for."""


class SelectionError(ScrDocsError):
    """A rule, stage, person or folder was asked for that does not exist."""


class OutputError(ScrDocsError):
    """A result cannot be written where it was asked for."""


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to `word`, ignoring case and treating _ as -; None when nothing is near."""
    by_fold = {_fold(candidate): candidate for candidate in known}
    near = difflib.get_close_matches(_fold(word), by_fold, n=1, cutoff=0.6)
    return by_fold[near[0]] if near else None


def one_of(words: Sequence[str]) -> str:
    """The words as a reader would list them: "a, b or c". Nothing for no words."""
    return " or ".join(piece for piece in (", ".join(words[:-1]), *words[-1:]) if piece)


def _fold(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
