"""Why somebody did not take part: the reason in the case file's words, or words that explain nothing."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from scr_docs import yaml_file
from scr_docs.family.sections import Pattern
from scr_docs.yaml_file import Strict

CONCERNED = "\ue000"
"""Stands for the person concerned."""
_WE_DID_NOT = re.compile(
    r"(?<!by the )(?<!to the )(?<!from the )(?<!with the )(?<!by the lead )(?<!by )(?<!to )(?<!from )(?<!with )"
    r"\b(we|i|(?:panel|reviewers?|review|authors?|team|chair|board|partnership|group|nobody|no one)"
    r"(?: \w+ly| therefore|, [^,;]{1,60},)?)"
    r" (?:(?:did|do|does|would|will|could|had|have|has|were|was) not\b(?! (?:\w+ )?(?:heard (?:back|anything|again"
    r"|further)|received|had (?:any|an?) (?:reply|response|answer)))"
    r"|(?:elected|chose|decided|opted|agreed|preferred|resolved) not\b"
    r"|had no\b(?! (?:repl|response|answer|word|acknowledg)))"
)
"""What the review did not do is nobody's own choice."""


class _ReasonsFile(Strict):
    anywhere: dict[str, tuple[Pattern, ...]]
    told: dict[str, tuple[Pattern, ...]]
    fields: dict[str, tuple[Pattern, ...]]
    own: dict[str, tuple[Pattern, ...]]
    plainly: tuple[Pattern, ...]
    last: dict[str, tuple[Pattern, ...]]
    causes: Pattern
    vague: tuple[Pattern, ...]


@cache
def shipped() -> _ReasonsFile:
    """The shipped reasons."""
    return yaml_file.shipped(__file__, "reasons.yaml", _ReasonsFile)


def _first(reasons: dict[str, tuple[Pattern, ...]], text: str) -> str | None:
    return next((reason for reason, patterns in reasons.items() if any(found.search(text) for found in patterns)), None)


def _most(text: str) -> str | None:
    """The reason of whose words the text has the most."""
    hits = {
        reason: len({hit[0] for found in patterns for hit in found.finditer(text)})
        for reason, patterns in shipped().fields.items()
    }
    best = max(hits, key=hits.__getitem__)
    return best if hits[best] else None


@lru_cache(maxsize=8)  # a sentence is asked of more than once in a row
def reason_of(text: str) -> str | None:
    """The reason that this text about somebody's not taking part gives; None where it gives none.

    `text` is in small letters and without contractions; CONCERNED stands for the person.
    """
    file = shipped()
    text = _WE_DID_NOT.sub(r"\1 could ~", text)
    own = _first(file.own, text)
    if any(found.search(text) for found in file.plainly) and not _first(
        {"legal-advice": file.told["legal-advice"]}, text
    ):
        return "own-choice"
    if own is None:
        return _first(file.anywhere, text) or _first(file.told, text) or _first(file.last, text) or _most(text)
    legal = _first({"legal-advice": file.told["legal-advice"]}, text)
    if legal:
        return legal
    cause = file.causes.search(text)
    told = text[cause.start() :] if cause else ""
    return _first(file.anywhere, text) or (_first(file.told, told) if told else None) or own


def gives_a_cause(text: str) -> bool:
    """Whether the text has a "because"."""
    return "because" in text or " as " in text or " since " in text


def is_vague(text: str) -> bool:
    """Whether the text has words that sound like a reason and explain nothing."""
    return any(found.search(text) for found in shipped().vague)
