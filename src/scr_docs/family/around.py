"""What one marked sentence tells around taking part: putting off, asking again, support, questions, the draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from scr_docs.family.about import matched, near, tellers
from scr_docs.family.cues import SIGNS, Worth
from scr_docs.family.found import Found
from scr_docs.family.gate import Rare
from scr_docs.family.heard import (
    differs,
    gave_feedback,
    shaped_questions,
    was_supported,
)
from scr_docs.family.mark import Marked
from scr_docs.family.people import Mention
from scr_docs.family.sections import Section
from scr_docs.family.statement import StatementKind

_OF_SCOPE = re.compile(r"terms of reference|lines? of (?:enquiry|inquiry)|(?:suggestion|request) of|\bscope\b")


_WITH_HELP: tuple[StatementKind, ...] = ("contribution", "draft-feedback", "invitation")
"""Whoever has help to take part does one of these."""
_TOLD_THAT = re.compile(
    rf"\b(?:told|informed) (?:\w+ ){{0,2}}?\ue006?[{SIGNS['reviewer']}{SIGNS['review']}] (?:that|how|of|about)\b"
    r"|\b(?:said|recalled|explained|described|remembered|felt|thought|believed) (?:that|how)\b"
)
_NO_HELP = Rare(  # "had no contact with the child" helps nobody, nor does whoever came with the reviewer
    rf"(?<!\ue006)[{SIGNS['reviewer']}{SIGNS['review']}][^;]{{0,120}}?,? (?:and )?(?:was|were) (?:joined"
    rf"|accompanied) by"
    r"|\b(?:could not|cannot|not) be (?:secured|found|arranged|provided|obtained)\b|\bno (?:interpreter|advocate)\b"
)


def add_around(
    found: Found, marked: Marked, cues: Worth, section: Section | None, implied: Sequence[Mention], *,
    ours: bool, linked: bool, theirs: bool, asked: bool,
) -> None:  # fmt: skip
    """What surrounds taking part: putting off, asking again, support, questions, draft, accounts that differ."""
    text = marked.text
    may = ours or (section is None and (linked or asked or not theirs))
    first = partial(near, marked=marked, implied=implied)
    if may or (section is None and SIGNS["occasion"] in text):
        if cues["deferral"] and cues.search("deferral_needs", text) and (hit := cues.search("deferral", text)):
            found.add("deferral", first(hit))
        if cues["re_offer"] and cues.search("re_offer_needs", text) and (hit := cues.search("re_offer", text)):
            found.add("re-offer", first(hit))
    near_review = ours or linked
    hit = cues.search("support", text) if may and (near_review or section is not None or not theirs) else None
    if hit and not (found.away and "contact with" in hit[0]) and not _is_no_help(marked, hit):
        found.add("support", [one for one in first(hit) if one not in found.away])
        found.supporters = hit[0]
    elif near_review and not found.away and (supported := was_supported(marked, cues)):
        found.add(
            "support", [one for one in supported if any(one in found.by_kind.get(kind, ()) for kind in _WITH_HELP)]
        )
        found.supporters = text
    _questions(found, marked, cues, first, may=may, near_review=near_review)
    if SIGNS["report"] in text or ours or section is None:
        found.add("draft-feedback", matched(cues["draft_feedback"], marked=marked))
        if SIGNS["report"] in text and not found.by_kind.get("draft-feedback") and not found.away and not found.invited:
            found.add("draft-feedback", gave_feedback(marked, cues))
    if section != "events" or ours:  # what agencies record there is beside nothing that the family says now
        _accounts(found, marked, cues, first)


def _is_no_help(marked: Marked, hit: re.Match[str]) -> bool:
    """Whether there was none, or somebody tells the review of it: "told us that the worker had helped her"."""
    if _NO_HELP.search(marked.text, marked.stems):
        return True
    told = _TOLD_THAT.search(marked.text)
    return told is not None and told.end() <= hit.end() and hit.start() >= told.start()


def _questions(
    found: Found, marked: Marked, cues: Worth, first: Callable[[re.Match[str]], list[str | None]], *, may: bool,
    near_review: bool,
) -> None:  # fmt: skip
    """Who shaped what the review asks."""
    text = marked.text
    if (
        not found.away
        and cues["scope"]
        and (may or _OF_SCOPE.search(text))
        and not cues.search("scope_not", text)
        and (hit := cues.search("scope", text))
    ):
        shaped = first(hit)
        found.add("scope", shaped)
        if not marked.has("service", "occasion"):  # what the review is asked, nobody was asked at the time
            found.drop("history", shaped)
    elif near_review and not found.away:
        found.add("scope", shaped_questions(marked, cues))


def _accounts(found: Found, marked: Marked, cues: Worth, first: Callable[[re.Match[str]], list[str | None]]) -> None:
    """Whose account differs from another's."""
    text = marked.text
    may = cues["contradiction"] and cues.search("contradiction_needs", text)
    if may and (hit := cues.search("contradiction", text)):
        found.add("contradiction", tellers(marked) or first(hit) or [None])
    else:
        found.add("contradiction", differs(marked))
