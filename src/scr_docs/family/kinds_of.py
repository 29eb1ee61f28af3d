"""Which statements are in one marked sentence, and about whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from scr_docs.family.about import People, matched, near, persons, tellers
from scr_docs.family.cues import NUMBER, OBJECT, SIGNS, WHO, Cues, Worth
from scr_docs.family.mark import Marked
from scr_docs.family.people import Mention
from scr_docs.family.reasons import reason_of
from scr_docs.family.sections import Section
from scr_docs.family.speech import Speech
from scr_docs.family.statement import StatementKind

_BARE = re.compile(rf"^((?:{WHO}\d+{WHO}(?:, | and )?)+)(?: \([^()]{{1,60}}\))?\s*[:–—-]\s*")
_CLAUSES = re.compile(
    rf";|,? (?:but|while|whereas|although|though) |(?<!{WHO}),? and (?=[{WHO}{OBJECT}])|^(?:although|while|whereas) "
)
_ALONE = re.compile(r"\balone\b|\bin the absence of\b|\bon (?:her|his|their) own\b")
_THEIRS = re.compile(f"[{SIGNS['service']}{SIGNS['occasion']}]")
_OF_INVITATIONS = re.compile(r"\binvit|\bapproach(?:ed)?\b|\boffer(?:ed)?\b")
_OF_TAKING_PART = re.compile(
    r"\b(?:take part|took part|taken part|taking part|participat|contribut|interview|invit|involv|approach|locat|trac"
    r"|declin|whereabouts|own life|\bdied|\bdead)"
)
_OF_REVIEW = re.compile(
    f"[{SIGNS['reviewer']}{SIGNS['review']}]"
    r"|take part|taking part|contribut|participat|interview|be (?:involved|part)|meet|rather not|no part|nothing to do"
)
_OF_SCOPE = re.compile(r"terms of reference|lines? of (?:enquiry|inquiry)|(?:suggestion|request) of|\bscope\b")
_BLAMES = re.compile(r"refus|fail|hostil|manipul|difficult|claim|alleg|non-?compl|hard[- ]to")
_STRANGERS_FIRST = re.compile(rf"^[^{WHO}]*?(?<!\ue006){SIGNS['service']}")


@dataclass(slots=True)
class Found:
    """The people of each kind of statement in one sentence, in the order in which they were found."""

    by_kind: dict[StatementKind, People] = field(default_factory=dict)
    supporters: str = ""
    to_review: People = field(default_factory=dict)

    def add(self, kind: StatementKind, people: Iterable[str | None]) -> None:
        """Remembers these people under this kind."""
        self.by_kind.setdefault(kind, {}).update(dict.fromkeys(people))

    @property
    def away(self) -> People:
        """Those who did not take part."""
        return self.by_kind.get("non-involvement", {})

    @property
    def invited(self) -> bool:
        """Whether somebody was invited, put off or asked again."""
        return any(self.by_kind.get(kind) for kind in ("invitation", "re-offer", "deferral"))

    @property
    def people(self) -> frozenset[str | None]:
        """Everybody of whom something was found."""
        return frozenset(person for people in self.by_kind.values() for person in people)

    def others(self) -> Iterator[tuple[StatementKind, str | None, str, bool]]:
        """Every kind but non-involvement, with person, supporter, and whether it was said to the review."""
        for kind, people in self.by_kind.items():
            if kind == "non-involvement":
                continue
            for person in people:
                if kind in {"contribution", "view", "history"} and person in self.away:
                    continue
                yield kind, person, self.supporters if kind == "support" else "", person in self.to_review

    def clause_of(self, person: str | None, marked: Marked) -> str:
        """The part of the sentence that is about this person's not taking part; all of it where nobody else is away."""
        text = marked.people
        if len(self.away) < 2:
            return marked.plain()
        clauses = _CLAUSES.split(text)
        mine = []
        for clause in clauses:
            here = {one for number in NUMBER.findall(clause) for one in persons(marked.mentions[int(number)])}
            if person in here or not here & set(self.away):
                mine.append(clause)
        return marked.plain(" ; ".join(mine) or text)


def found_in(
    marked: Marked,
    all_cues: Cues,
    section: Section | None,
    *,
    linked: bool,
    asked: bool,
    implied: Sequence[Mention] = (),
    header: str | None = None,
) -> Found:
    """What one sentence says.

    `linked` tells that the paragraph is about the review, `asked` that the sentence before was about an invitation, and
    `implied` who is meant where nobody is named. `header` is the head of a table's column.
    """
    found = Found()
    cues = all_cues.worth(marked.stems)
    ours = section == "review" or marked.about_review
    theirs = bool(_THEIRS.search(marked.text))
    may = ours or (section is None and (linked or not theirs))
    people = partial(matched, marked=marked)
    others: list[tuple[int, int]] = []
    _speech(found, marked, all_cues, cues, section, others)
    if may:
        _away(found, marked, cues, section, others, linked=linked, ours=ours, theirs=theirs)
        found.add("contribution", people(cues["contribution"]))
        found.add("invitation", people(cues["invitation"]))
    elif section is None and _OF_TAKING_PART.search(marked.text) and not _STRANGERS_FIRST.search(marked.text):
        # the words themselves speak of the review, though a service is named
        away = (*cues["non_involvement"], *cues["non_involvement_weak"])
        found.add("non-involvement", matched(away, marked=marked, outside=others, unless=_OF_REVIEW))
        found.add("contribution", people(cues["contribution"]))
        found.add("invitation", people(cues["invitation"]))
    if section is None and not any(found.by_kind.values()) and reason_of(marked.plain()):
        found.add("non-involvement", people(cues["non_involvement_any"]))
    _bare(found, marked, all_cues, implied, header, may=ours or asked)
    if marked.mentions or implied:
        _around(
            found,
            marked,
            cues,
            section,
            implied if not marked.mentions else (),
            ours=ours,
            linked=linked,
            theirs=theirs,
            asked=asked,
        )
    if not found.away or _BLAMES.search(marked.text):  # "did not engage" with the review is a vague reason
        found.add("loaded-language", people(cues["loaded_language"]))
    return found


def _away(
    found: Found, marked: Marked, cues: Worth, section: Section | None, others: Sequence[tuple[int, int]], *,
    linked: bool, ours: bool, theirs: bool,
) -> None:  # fmt: skip
    """Who did not take part. What somebody says is left out, but for their own no to the review."""
    if _ALONE.search(marked.text):
        return
    away = partial(matched, marked=marked, outside=others, unless=_OF_REVIEW)
    found.add("non-involvement", away(cues["non_involvement"]))
    if section == "review" or (section is None and (ours or linked or not theirs)):
        found.add("non-involvement", away(cues["non_involvement_weak"]))
    told = found.by_kind.get("contribution") or found.by_kind.get("view") or found.by_kind.get("history")
    if ours and section in {None, "review"} and marked.about_review and not found.away and not told:
        found.add("non-involvement", away(cues["non_involvement_any"]))


def _bare(
    found: Found, marked: Marked, all_cues: Cues, implied: Sequence[Mention], header: str | None, *, may: bool
) -> None:
    """What a cell, an item of a list, or a sentence without a subject says of the person before it."""
    listed = _BARE.match(marked.text)
    about: list[str | None] = [person for one in implied for person in persons(one)]
    text = marked.text
    if listed:
        about = [person for number in NUMBER.findall(listed[1]) for person in persons(marked.mentions[int(number)])]
        text = marked.text[listed.end() :]
    if not about or not (may or listed):
        return
    whole = f"{WHO}0{WHO} "
    is_item = listed is not None or header is not None
    away = all_cues["non_involvement_bare"] if is_item else ()
    if any(pattern.search(text) for pattern in (*away, *all_cues["non_involvement_passing"])):
        found.add("non-involvement", about)
    if not is_item:
        return
    if any(
        pattern.search(whole + text)
        for pattern in (*all_cues["non_involvement"], *all_cues["non_involvement_weak"])
        if not marked.mentions
    ):
        found.add("non-involvement", about)
    if header is not None and _OF_INVITATIONS.search(header):
        if any(pattern.search(text) for pattern in all_cues["invitation_bare"]):
            found.add("invitation", about)
    elif any(pattern.search(text) for pattern in all_cues["contribution_bare"]) and not found.away:
        found.add("contribution", about)
    if any(pattern.search(whole + text) for pattern in all_cues["invitation"] if not marked.mentions):
        found.add("invitation", about)


def _speech(  # noqa: PLR0917  # all cues, and those worth a try
    found: Found, marked: Marked, all_cues: Cues, cues: Worth, section: Section | None, others: list[tuple[int, int]]
) -> None:
    """Views, history, and contributions to the review by word of mouth."""
    if not marked.mentions:
        return
    histories: People = {}
    speech = Speech(marked, all_cues, section)
    others += speech.others
    for said in speech.said:
        people = [person for number in said.who for person in persons(marked.mentions[number])]
        if said.view:
            found.add("view", people)
        if said.view and said.to == "review":
            found.to_review.update(dict.fromkeys(people))
            if said.direct:
                found.add("contribution", people)
        if said.history:
            histories.update(dict.fromkeys(people))
    phrases = matched(cues["view"], marked=marked, outside=others)
    if section != "events" or marked.about_review:
        found.add("view", [person for person in phrases if person not in histories])
    if phrases:
        others += [(hit.end(), len(marked.text)) for pattern in cues["view"] for hit in pattern.finditer(marked.text)]
    told = matched(cues["history"], marked=marked)
    if not marked.about_review:
        histories.update(dict.fromkeys(told))
    views = found.by_kind.get("view", {})
    found.add("history", [person for person in histories if person not in views])


def _around(
    found: Found, marked: Marked, cues: Worth, section: Section | None, implied: Sequence[Mention], *,
    ours: bool, linked: bool, theirs: bool, asked: bool,
) -> None:  # fmt: skip
    """What surrounds taking part: putting off, asking again, support, questions, draft, accounts that differ."""
    text = marked.text
    may = ours or (section is None and (linked or asked or not theirs))
    first = partial(near, marked=marked, implied=implied)
    if may or (section is None and SIGNS["occasion"] in text):
        if cues.search("deferral_needs", text) and (hit := cues.search("deferral", text)):
            found.add("deferral", first(hit))
        if cues.search("re_offer_needs", text) and (hit := cues.search("re_offer", text)):
            found.add("re-offer", first(hit))
    if may and not (section is None and not ours and not linked and theirs) and (hit := cues.search("support", text)):
        found.add("support", first(hit))
        found.supporters = hit[0]
    if (may or _OF_SCOPE.search(text)) and not cues.search("scope_not", text) and (hit := cues.search("scope", text)):
        found.add("scope", first(hit))
    if SIGNS["report"] in text or ours or section is None:
        found.add("draft-feedback", matched(cues["draft_feedback"], marked=marked))
    told_then = (
        section == "events" and not ours
    )  # what agencies record there is beside nothing that the family says now
    if not told_then and cues.search("contradiction_needs", text) and (hit := cues.search("contradiction", text)):
        found.add("contradiction", tellers(marked) or first(hit) or [None])
