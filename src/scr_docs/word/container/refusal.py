"""The refusal of a file that cannot be checked: what it is, and what to do."""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

from scr_docs.errors import DocumentError, Mistake

EXPECTED = "a Word document (.docx, .docm, .dotx or .dotm)"
RESAVE = "Open the original in Word and save it as a Word document (.docx)."
GIVE_WORD = "Give the Word document that should be checked."

_OF_WORD = frozenset({".docx", ".docm", ".dotx", ".dotm"})


class Told(NamedTuple):
    """What a file is ("a PDF"), what to do, and the ending of names that such files usually have."""

    what: str
    mend: str = RESAVE
    usual: str = ""


def refusal(name: str, what: str, mend: str) -> DocumentError:
    """The error that says of a file, in one whole sentence, what it is, and then what to do."""
    return DocumentError(Mistake(what, file=name, expected=EXPECTED, mend=mend))


def is_another_kind(name: str, told: Told) -> DocumentError:
    """The refusal of a sound file of another kind, with a word on its name where that says otherwise."""
    return refusal(name, f"This is {told.what}{_although(name, told.usual)}", told.mend)


def damaged(name: str, why: str) -> DocumentError:
    """The refusal of a Word file whose container or main part cannot be read."""
    mend = "Get the file again from whoever sent it, or open the original in Word and save it again."
    return refusal(name, f"This Word document cannot be read: {why}", mend)


def _although(name: str, usual: str) -> str:
    """What of the name misleads: ", although its name ends in .docx"."""
    ending = PurePath(name).suffix.lower()
    return f", although its name ends in {ending}" if ending in _OF_WORD | {".doc"} and ending != usual else ""
