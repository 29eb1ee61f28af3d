"""Why somebody did not take part: the reason in the case file's words, or words that explain nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from scr_docs import yaml_file
from scr_docs.family.literal import Patterns
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
    r"|never\b(?! (?:\w+ )?(?:heard|received|got))"
    r"|had no\b(?! (?:repl|response|answer|word|acknowledg)))"
)
"""What the review did not do is nobody's own choice."""
_SUBJECT = rf"(?:{CONCERNED}|(?:he|she|they|it|we|i|no|none|neither|both|the|a|an|there|this|that|nobody|so)\b)"
_SURE_CAUSE = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|on account of|by (?:reason|virtue) of|(?:as|in) (?:a )?(?:result"
    r"|consequence) of"
    r"|on (?:the )?grounds? (?:that|of)|for fear (?:of|that)|lest|on the advice of|at the (?:request|instance"
    r"|insistence) of"
    r"|prevented by|precluded by|brought on by|so as not to|in order (?:not )?to|the reason (?:being|was"
    r"|is)(?: that)?)\b"
)
"""What follows is why."""
_BY_SOLICITOR = re.compile(
    r"\b(?:solicitors?|lawyers?|barristers?|legal representatives?) (?:\w+ )?"
    r"(?:replied|responded|answered|confirmed|wrote|emailed)\b"
    rf"[^.;]{{0,80}}?\bthat (?:{CONCERNED}|he|she|they) (?:did|does|do|would) not (?:\w+ )?(?:wish|want|intend)\b"
)
"""A solicitor who passes on what somebody wants gives no advice."""
_BACK = re.compile(
    r"\b(?:on (?:that|this|which) account|for (?:that|this|which) reason|consequently|accordingly|in consequence)\b"
)
"""What stands before is why."""
_CAUSE_ENDS = re.compile(
    rf"[.;]|, (?={_SUBJECT})| and (?:so|was|were|did|could|therefore|has not|had not|is not|are not)\b"
)


class _ReasonsFile(Strict):
    surest: dict[str, tuple[Pattern, ...]]
    anywhere: dict[str, tuple[Pattern, ...]]
    told: dict[str, tuple[Pattern, ...]]
    fields: dict[str, tuple[Pattern, ...]]
    own: dict[str, tuple[Pattern, ...]]
    plainly: tuple[Pattern, ...]
    last: dict[str, tuple[Pattern, ...]]
    causes: Pattern
    vaguest: tuple[Pattern, ...]
    vague: tuple[Pattern, ...]


@cache
def shipped() -> _ReasonsFile:
    """The shipped reasons."""
    return yaml_file.shipped(__file__, "reasons.yaml", _ReasonsFile)


@cache
def _patterns() -> Patterns:
    """The patterns of each part of the file, ready to be asked which is the first that fits."""
    file = shipped()
    return Patterns(
        {
            "surest": file.surest,
            "anywhere": file.anywhere,
            "told": file.told,
            "own": file.own,
            "last": file.last,
            "legal": {"legal-advice": file.told["legal-advice"]},
            "plainly": {"own-choice": file.plainly},
            "vaguest": {"": file.vaguest},
            "vague": {"": file.vague},
        },
        whole={"fields": file.fields},
    )


def _causes(text: str, begins: re.Pattern[str]) -> Iterator[str]:
    """The stretches of the text that say why."""
    for found in begins.finditer(text):
        stop = _CAUSE_ENDS.search(text, found.end() + 1)
        yield text[found.end() : stop.start() if stop else len(text)]


def _in_a_cause(text: str, known: int) -> str | None:
    """The reason that a clause of cause gives: it is nearer than what else the text is about."""
    file = _patterns()
    for told in _causes(text, _SURE_CAUSE):
        if reason := file.first("anywhere", told, known) or file.first("told", told, known):
            return reason
    return None


def _by_words(text: str, known: int) -> str | None:
    """The reason whose single words the text has, those of its clauses of cause first; none beside an empty reason."""
    cause = next((reason for told in _causes(text, _SURE_CAUSE) if (reason := _most(told, known))), None)
    return cause or (_most(text, known) if _patterns().first("vaguest", text, known) is None else None)


def _most(text: str, known: int) -> str | None:
    """The reason of whose words the text has the most; of two with as many, the first of the file."""
    hits: dict[str, set[str]] = {}
    for reason, found in _patterns().worth("fields", known):
        hits.setdefault(reason, set()).update(hit[0] for hit in found.finditer(text))
    best = max(hits, key=lambda reason: len(hits[reason]), default=None)
    return best if best is not None and hits[best] else None


@lru_cache(maxsize=8)  # a sentence is asked of more than once in a row
def reason_of(text: str) -> str | None:
    """The reason that this text about somebody's not taking part gives; None where it gives none.

    `text` is in small letters and without contractions; CONCERNED stands for the person.
    """
    file = _patterns()
    text = _WE_DID_NOT.sub(r"\1 could ~", text)
    known = file.known(text)
    own = file.first("own", text, known)
    legal = None if _BY_SOLICITOR.search(text) else file.first("legal", text, known)
    if not legal and file.first("plainly", text, known):
        return "own-choice"
    if own is None:
        why = (
            file.first("surest", text, known)
            or _in_a_cause(text, known)
            or file.first("anywhere", text, known)
            or file.first("told", text, known)
            or file.first("last", text, known)
        )
        return why or _by_words(text, known)
    if legal:
        return legal
    back = _BACK.search(text)
    cause = None if back else shipped().causes.search(text)
    told = text[cause.start() :] if cause else text if back else ""
    return (
        file.first("surest", text, known)
        or file.first("anywhere", text, known)
        or (file.first("told", told, known) if told else None)
        or own
    )


def gives_a_cause(text: str) -> bool:
    """Whether the text has a "because"."""
    return "because" in text or " as " in text or " since " in text


def is_vague(text: str) -> bool:
    """Whether the text has words that sound like a reason and explain nothing."""
    return _patterns().first("vague", text, _patterns().known(text)) is not None
