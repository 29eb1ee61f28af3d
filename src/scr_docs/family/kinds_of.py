"""Which statements are in one marked sentence, and about whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from scr_docs.family.about import People, begins_in, hits, matched, people_in, persons, whom
from scr_docs.family.answered import settle_after_all, settle_answers
from scr_docs.family.around import add_around
from scr_docs.family.aside import settle_asides, settle_hearsay, settle_own_view, words_of_strangers
from scr_docs.family.away import (
    OF_REVIEW,
    add_away,
    add_bare,
    add_unheard,
    is_elsewhere,
    of_hearing,
    settle_away,
    strangers_first,
    told_us,
)
from scr_docs.family.bystanders import settle_bystanders, settle_ties
from scr_docs.family.cues import PERSON, SIGNS, Cues, Worth
from scr_docs.family.found import Found
from scr_docs.family.gate import LETTERS, Rare
from scr_docs.family.heard import (
    all_but,
    excepted,
    handed_to_service,
    is_quoted,
    spoke_to_review,
    spoke_to_service,
    thinks,
    took_part,
)
from scr_docs.family.mark import Marked
from scr_docs.family.people import Mention
from scr_docs.family.reasons import reason_of
from scr_docs.family.sections import Section
from scr_docs.family.speech import Speech
from scr_docs.family.unheard import review_acts

_OF_TAKING_PART = Rare(
    r"\b(?:take part|took part|taken part|taking part|participat|contribut|interview|invit|involv|approach"
    r"|locat|trac|not be found"
    r"|declin|whereabouts|own life|\bdied|\bdead)"
)
_BLAMES = re.compile(r"refus|fail|hostil|manipul|difficult|claim|alleg|non-?compl|hard[- ]to")
_NEITHER = Rare(
    rf"\b(?:neither (?:of )?{PERSON}(?:,? nor {PERSON}){{0,3}}|(?:none|nobody) of {PERSON}) (?:was|were"
    rf"|has been|have been|had been) (?:\w+ )?(?:invit|approach"
    r"|contact|asked|written|offered|sent|given)"
)
_OWN_WORDS = re.compile(
    rf"{PERSON}'s? (?:own |main |clear )?(?:accounts?|views?|recollections?|memory|impression|perception"
    rf"|understanding|belief"
    r"|version|sense|opinion|feeling|position|explanation|wish|hope|regret|experience|evidence) (?:(?:is|was"
    r"|remains) that|of)\b"
    rf"|^(?:in|from) {PERSON}'s? (?:own )?(?:view|opinion|perspective|account|recollection|memory|experience)\b"
    rf"|^according to {PERSON}(?!')"
    r"|^(?:in|from) the (?:\w+ )?(?:view|opinion|judgement|recollection|eyes|words|experience|memory"
    r"|estimation|perspective)"
    rf" of {PERSON}(?!')(?:(?:, |,? and ){PERSON}(?!')){{0,4}}"
    rf"|{PERSON} (?:is|was|remains|remained) (?:(?:very|quite|equally) )?(?:clear|sure|certain|adamant|positive"
    rf"|convinced"
    r"|insistent|of the view|of the opinion|in no doubt) that\b"
)
_CALLS = frozenset(
    word[:LETTERS] for word in ("telephoned", "phoned", "rang", "called", "emailed", "texted", "wrote", "messaged")
)
"""Stems of the words for calls and letters, which somebody listens to though nobody is named."""
_TO_READERS = Rare(r"\breaders?\b|\b(?:anyone|whoever|those|people|everyone) (?:who )?(?:reads?|reading)\b")
"""What is for those who read the report is said to the review, wherever it stands."""
_SPOILT = re.compile(
    r"\b(?:ruled out|abeyance|await|awaits|explored|there was none|not pursued"
    r"|more than anyone|considered (?:him|her|them) too|was lost|were lost"
    r"|may yet|might yet|under caution|but (?:then |later )?cancell?ed)\b"
)
"""What makes nothing of a meeting that is named."""


def found_in(
    marked: Marked,
    all_cues: Cues,
    section: Section | None,
    *,
    linked: bool,
    asked: bool,
    tells: bool,
    ruled_out: Callable[[], bool],
    implied: Sequence[Mention] = (),
    header: str | None = None,
) -> Found:
    """What one sentence says.

    `linked` tells that the paragraph is about the review, `asked` that the sentence before was about an invitation,
    `tells` that the sentence may tell of somebody not taking part (else no single words are looked at, only patterns),
    `ruled_out` whether that is as good as sure to be of none of its people, and `implied` who is meant where nobody is
    named. `header` is the head of a table's column.
    """
    found = Found()
    cues = all_cues.worth(marked.stems, marked.text)
    ours = section == "review" or marked.about_review
    theirs = SIGNS["service"] in marked.text or SIGNS["occasion"] in marked.text
    may = ours or (section is None and (linked or not theirs))
    people = partial(matched, marked=marked)
    others: list[tuple[int, int]] = []
    worded: list[str | None] = []
    _speech(found, marked, all_cues, cues, section, others)
    if may:
        add_away(found, marked, cues, section, others, linked=linked, ours=ours, theirs=theirs)
        found.add("invitation", people(cues["invitation"]))
        found.drop("invitation", _not_asked(marked))
        worded = _contributed(found, marked, all_cues, cues, anybody=(section == "review" or linked) and not theirs)
    elif (
        (section is None or (section == "other" and not marked.has("occasion")))
        and _OF_TAKING_PART.search(marked.text, marked.stems)
        and not strangers_first(marked)
    ):
        # the words themselves speak of the review, though a service is named
        away = (*cues["non_involvement"], *cues["non_involvement_weak"])
        found.add("non-involvement", matched(away, marked=marked, outside=others, unless=OF_REVIEW))
        if section is None:
            found.add("contribution", people(cues["contribution"]))
            found.add("invitation", people(cues["invitation"]))
    if (
        section is None
        and tells
        and not any(found.by_kind.values())
        and (ours or not strangers_first(marked) or _OF_TAKING_PART.search(marked.text, marked.stems))
        and reason_of(marked.plain())
    ):
        found.add("non-involvement", people(cues["non_involvement_any"]))
    if not ours and section is None and is_elsewhere(marked):
        found.forget("non-involvement", "invitation")
    settle_asides(found, marked)
    settle_answers(found, marked, asked=asked)
    add_bare(found, marked, all_cues, implied, header, may=ours or asked)
    if tells and (ours or linked or asked or section is None or (section != "events" and of_hearing(marked))):
        add_unheard(
            found, marked, cues, section, implied, others,
            near_review=ours or linked or asked or not theirs, ruled_out=ruled_out,
        )  # fmt: skip
    settle_bystanders(found, marked, ours=linked or asked or section == "review")
    if marked.mentions or implied:
        add_around(
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
    found.drop("contribution", [one for one in worded if one in found.by_kind.get("scope", ())])
    _by_words(found, marked, cues, section)
    settle_ties(found, marked)
    settle_away(found, marked)
    settle_own_view(found, marked)
    settle_hearsay(found, marked)
    settle_after_all(found, marked)
    if not found.away or _BLAMES.search(marked.text):  # "did not engage" with the review is a vague reason
        found.add("loaded-language", people(cues["loaded_language"]))
    return found


def _by_words(found: Found, marked: Marked, cues: Worth, section: Section | None) -> None:
    """History and views where nothing else was found, and the one whom a sentence excepts."""
    if alone := excepted(marked):
        found.drop("non-involvement", alone)
        found.add("contribution", alone)
        found.add("non-involvement", [None])
    if marked.about_review and (unheard := all_but(marked)):
        found.drop("contribution", unheard)
        found.drop("non-involvement", [None])
        found.add("non-involvement", unheard)
    if section != "review" and not (marked.about_review or found.people):
        found.add("history", spoke_to_service(marked, cues))
    told = found.by_kind.get("history") or found.by_kind.get("view")
    if section != "events" and not told:
        minded = thinks(marked, cues) or ([] if found.away else is_quoted(marked))
        minded = [] if minded and words_of_strangers(marked) else minded
        found.add("view", [one for one in minded if one not in found.away])


def _contributed(found: Found, marked: Marked, all_cues: Cues, cues: Worth, *, anybody: bool) -> list[str | None]:
    """Who took part: by phrases, else by words; `anybody` says that the listener need not be named.

    Gives those who were found by words.
    """
    (refused,) = all_cues["contribution_not"]
    found.add("contribution", matched(cues["contribution"], marked=marked, refused=_SPOILT))
    found.add("contribution", matched(cues["contribution_any"], marked=marked, refused=refused))
    if found.by_kind.get("contribution") or strangers_first(marked):
        return []
    heard = spoke_to_review(marked, cues)
    if not heard and anybody and not (found.away or found.invited):
        heard = took_part(marked, cues)
    others = found.people - {*found.by_kind.get("support", ()), *found.by_kind.get("view", ())}
    if not marked.has("reviewer"):  # "the period under review runs from March, when Child P moved"
        others |= {one for mention in marked.mentions if mention.role == "subject" for one in persons(mention)}
    worded = [one for one in heard if one not in others]
    found.add("contribution", worded)
    return worded


def _speech(  # noqa: PLR0917  # all cues, and those worth a try
    found: Found, marked: Marked, all_cues: Cues, cues: Worth, section: Section | None, others: list[tuple[int, int]]
) -> None:
    """Views, history, and contributions to the review by word of mouth."""
    if not marked.mentions:
        return
    speech = Speech(marked, all_cues, section)
    if not told_us(marked):
        others += [words for words in speech.others if not review_acts(marked.text, words[0])]
    histories = _said(found, marked, speech)
    called = section != "review" and not _CALLS.isdisjoint(marked.stems)
    if not marked.about_review and (called or marked.has("service", "occasion", "record")):
        histories.update(dict.fromkeys(matched(cues["history"], marked=marked)))
    to_us = marked.about_review or _TO_READERS.search(marked.text, marked.stems)
    at_the_time = not to_us and (section == "events" or handed_to_service(marked))
    viewed = [] if at_the_time else hits(cues["view"], marked)
    outside = [*others, *(words_of_strangers(marked) if viewed else ())]
    phrases = [person for hit in viewed if not begins_in(hit, outside) for person in whom(hit, marked)]
    own = _in_own_words(marked) if phrases and section != "events" else []
    if own and _OWN_WORDS.match(marked.text):  # "in Mother's view Father was angry" tells nothing of what he felt
        phrases = own
    found.add("view", [person for person in phrases if person not in histories or person in own])
    if phrases:
        others += [(hit.end(), len(marked.text)) for hit in viewed]
    views = found.by_kind.get("view", {})
    found.add("history", [person for person in histories if person not in views])


def _not_asked(marked: Marked) -> list[str | None]:
    """Whom the sentence names after "neither": "neither Father nor the aunt was invited"."""
    found = _NEITHER.search(marked.text, marked.stems)
    return people_in(found[0], marked) if found else []


def _in_own_words(marked: Marked) -> list[str | None]:
    """Whose account, view or memory the sentence gives as theirs, whatever service it is about."""
    found = _OWN_WORDS.search(marked.text)
    return people_in(found[0], marked) if found else []


def _said(found: Found, marked: Marked, speech: Speech) -> People:
    """Adds the views that people speak; returns those who told somebody at the time."""
    histories: People = {}
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
    return histories
