"""The sentences of one paragraph together: who took part, and why somebody did not, which may stand beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from scr_docs.family.about import persons
from scr_docs.family.away import of_hearing
from scr_docs.family.bystanders import ACTS
from scr_docs.family.cues import OBJECT, PERSON, SIGNS, WHO, cues
from scr_docs.family.found import Found
from scr_docs.family.kinds_of import found_in
from scr_docs.family.mark import Marked, without_contractions
from scr_docs.family.people import Mention
from scr_docs.family.reasons import gives_a_cause, is_vague, reason_of
from scr_docs.family.sections import Section
from scr_docs.family.statement import Statement, StatementKind
from scr_docs.family.weighing.features import Numbered
from scr_docs.family.weighing.weigh import SURE_BEFORE, Weighed, reason_in, weigh
from scr_docs.family.weighing.weights import NOT_SAID, TOOK_PART, VAGUE

Watch = Callable[[Marked, frozenset[str | None]], None]
"""Is told of each sentence that is looked at, and of whom it is; the weights are trained with it."""

_SUBJECT = re.compile(rf"{WHO}(?=\d)|(?<!{OBJECT})[{SIGNS['service']}{SIGNS['reviewer']}]")
_REVIEW = re.compile(r"\b(?:review\w*|author|panel|chair|board|partnership|report)\b")
_PRONOUN_FIRST = re.compile(rf"[{WHO}{OBJECT}]0{WHO}")
_WRITERS = re.compile(r"\b(?:we|us|our|i|me|my)\b")
_TURNS = re.compile(
    r"\b(?:at first|at the outset|initially)\b|\b(?:but|and|instead|though|yet|later)\b[^;]{0,60}?"
    r"\b(?:(?:sent|wrote|gave|provided|answered)\b(?! (?:no|that|to say|as|back that)\b)"
    r"(?![^;]{0,40}\b(?:reasons?|grounds|apolog\w+)\b)"
    rf"|(?:spoke|talked|met|seen|interviewed|visited)\b(?![^;]{{0,30}}(?:{SIGNS['service']}|\bpolice\b|\bcoroner\b)))"
)
"""Somebody gives something or meets somebody after all: "did not wish to meet but sent an account"."""
_PLAIN = re.compile(
    r"no (?:contact|approach|attempt|overture)s? (?:was|were|has been|had been|have been) made (?:with|to|towards) "
    rf"{PERSON}(?!')(?P<more>,? (?:who|whose|whom)\b[^;]*)?\.?$"
)
"""Nobody asked, and nothing is said of why: what `more` tells of the person is no excuse."""
_HEARD: tuple[StatementKind, ...] = ("contribution", "draft-feedback")
_WITH_EVIDENCE = frozenset({"invitation", "deferral", "re-offer", "support"})
_OF_THEIRS = re.compile(r"\W*(?:\d[\d.]*\s+)?(?:her|his|their) ")
_OWNERS = frozenset({"her", "his", "thei"})
"""The stems of the words of which one stands there."""
_EXCUSE = re.compile(
    r"(?:it (?:was|is|has)|there (?:was|were|are|is|had)|this|that|the reasons?|on (?:each|every|both)|for|due|owing)\b"
)
_THEREFORE = re.compile(
    r"\b(?:therefore|so|for (?:this|that|these|those) reasons?|accordingly|consequently|as a result|hence|thus"
    r"|because of this)\b"
)


class Paragraph:
    """A paragraph that is read sentence by sentence; what one says, the next may explain."""

    def __init__(self, section: Section | None, *, header: str | None, watch: Watch | None) -> None:
        """`section` is the kind of section it stands in, `header` the head of its column if it is a cell of a table."""
        self._section = section
        self._header = header
        self._watch = watch
        self._done: list[Statement] = []
        self._linked = False
        """Whether it has spoken of the review."""
        self._asked = False
        """Whether the last sentence told of an invitation, or of somebody who did not take part."""
        self._open: list[Statement] = []
        """Who did not take part, while the next sentences may still say why."""
        self._away: dict[str | None, Numbered] = {}
        """Of whom those are, and what was said of them."""
        self._before: Weighed | None = None
        """The last sentence, unless it names nobody."""
        self._of: frozenset[str | None] = frozenset()
        """Of whom it is."""
        self._heard: set[str | None] = set()
        """Who took part, by what was read until now."""
        self._weighed: set[tuple[str | None, int]] = set()
        """Who did not, by the weights alone, and where the sentence begins."""
        self._passages: dict[str | None, list[Marked]] = {}
        self._previous: Marked | None = None
        self._of_nobody = ""
        """The sentence before, where it names nobody and nothing was looked for in it, in small letters."""
        self._may_be_why = False
        """Whether the last sentence may be why: it told of nothing else that the reader knows, and of nobody else."""

    @property
    def waits(self) -> bool:
        """Whether a sentence counts that names nobody."""
        return bool(self._open) or self._asked or self._header is not None

    def pass_over(self, lowered: str, start: int, end: int) -> None:
        """Remembers a sentence that tells of nobody: it may say why the next one's person was not heard."""
        self._linked = self._linked or bool(_REVIEW.search(lowered, start, end))
        self._of_nobody = without_contractions(lowered[start:end])
        self._before = None

    def take(self, marked: Marked, implied: Sequence[Mention]) -> None:
        """Reads a sentence; `implied` is who is meant where nobody is named."""
        who = _people(marked.mentions)
        of = who | _people(implied) if implied else who
        if self._watch is not None:
            self._watch(marked, of)
        if self._open and who - set(self._away) and not _begins_with_pronoun(marked):
            self._close()
        self._linked = self._linked or marked.about_review
        sentence = Weighed(marked)
        told = found_in(
            marked, cues(), self._section,
            linked=self._linked, asked=self._asked, tells=sentence.may_tell, ruled_out=partial(sentence.rules_out, of),
            implied=implied, header=self._header,
        )  # fmt: skip
        explained = bool(self._open) and self._explain(marked, sentence, told, who)
        self._settle(told, marked, sentence, of)
        named = told.people
        about: Iterable[str | None] = named or who or [*self._passages]
        if not _OWNERS.isdisjoint(marked.stems) and _OF_THEIRS.match(marked.lowered, *marked.span):
            about = dict.fromkeys((*about, *self._of))  # "Her GP advised …" is about her, whoever else is named
        for person in about:
            self._passages.setdefault(person, []).append(marked)
        self._take_back({person for kind in _HEARD for person in told.by_kind.get(kind, ())} - set(told.away))
        for kind, person, supporter, to_review in told.others():
            own = marked.plain() if kind in _WITH_EVIDENCE else ""
            said = Statement(
                kind, person, *marked.span,
                told=own, supporter=supporter, section=self._section, to_review=to_review,
            )  # fmt: skip
            self._done.append(said)
        self._before, self._of = sentence, who
        self._of_nobody = ""
        self._asked = bool(told.away or told.invited)
        self._may_be_why = not named and len(who) < 2 and not explained
        self._previous = marked

    def statements(self) -> Iterator[Statement]:
        """All statements; those about not taking part with all that the paragraph says of the person."""
        self._close()
        for one in self._done:
            passage = self._passages.get(one.person, ()) if one.kind == "non-involvement" else ()
            yield replace(one, told=" ".join(marked.plain() for marked in passage)) if passage else one

    def _close(self) -> None:
        """Waits no longer for why somebody did not take part."""
        self._done += self._open
        self._open = []

    def _take_back(self, heard: set[str | None]) -> None:
        """Remembers who took part; whoever did is not absent, unless a pattern says so."""
        self._heard |= heard
        wrong = {one for one in self._weighed if one[0] in heard}
        if wrong:
            self._open, self._done = (
                [one for one in some if one.kind != "non-involvement" or (one.person, one.start) not in wrong]
                for some in (self._open, self._done)
            )

    def _settle(self, told: Found, marked: Marked, sentence: Weighed, who: frozenset[str | None]) -> None:
        """Decides who of these did not take part, by patterns and weights together."""
        if not (told.away or sentence.may_tell):
            return
        around = self._section == "review" or (self._linked and self._section != "events")
        hearing = of_hearing(marked)
        near_review = marked.about_review or self._asked or told.invited or (around and hearing)
        # What has no word for taking part, nor for those who write the report, is read by patterns alone.
        near = near_review or around or self._section is None
        may = sentence.may_tell and near and (near_review or hearing or _WRITERS.search(marked.text))
        if not (told.away or may):
            return
        # Of those who are absent already the sentence may say why, and whoever was heard is not absent.
        who = who - self._heard - set(told.after_all) - {one.person for one in self._open} if may else frozenset()
        of_service = marked.has("service", "occasion")
        turns = bool(told.away) and _TURNS.search(marked.text) is not None
        heard = told.people
        labels = {
            person: weigh(
                sentence.chances(person), partial(_by_patterns, told, marked, person) if person in told.away else None,
                heard=person in heard, near_review=near_review, of_service=of_service, turns=turns,
            )
            for person in sorted(who.union(told.away), key=str)
        }  # fmt: skip
        by_patterns = set(told.away)
        _leave_plain(labels, told, marked)
        told.drop("non-involvement", [person for person, label in labels.items() if label == TOOK_PART])
        told.add("non-involvement", [person for person, label in labels.items() if label != TOOK_PART])
        if told.away:
            self._close()
            self._away = {person: sentence.about(person) for person in told.away}
        therefore = bool(told.away) and _THEREFORE.search(marked.plain()) is not None
        for person in told.away:
            label = labels[person]
            reason = None if label in {NOT_SAID, VAGUE} else label
            if reason is None or (therefore and _by_patterns(told, marked, person) == NOT_SAID):
                reason = self._reason_before(told, marked, person, therefore=therefore) or reason
            if reason is None and label == NOT_SAID and self._before and person in self._of:
                reason = reason_in(self._before.about(person).then(sentence.about(person)), SURE_BEFORE)
            vague = reason is None and label == VAGUE
            away = Statement("non-involvement", person, *marked.span, reason, vague, section=self._section)
            self._open.append(away)
            if person not in by_patterns:
                self._weighed.add((person, away.start))

    def _reason_before(self, told: Found, marked: Marked, person: str | None, *, therefore: bool) -> str | None:
        """The reason that the sentence before gives, where it may be why, or this one says so: `therefore`."""
        may_be_why = (
            self._may_be_why and self._section in {None, "review"} and not gives_a_cause(told.clause_of(person, marked))
        )
        reason = None
        if self._previous and ((may_be_why and _may_tell_of(self._previous, person)) or therefore):
            reason = reason_of(self._previous.about(person))
        return reason or (reason_of(self._of_nobody) if self._of_nobody and therefore else None)

    def _explain(self, marked: Marked, sentence: Weighed, told: Found, named: frozenset[str | None]) -> bool:
        """Takes a reason from a sentence after one that says that somebody did not take part; whether it gave one.

        `named` are the people in the sentence.
        """
        may = (named or self._section in {None, "review"}) and not told.by_kind.get("history")
        if not may or (not marked.about_review and ACTS.search(marked.text, marked.stems)):
            return False
        explained = False
        theirs = named & {one.person for one in self._open}
        says_nothing = not marked.mentions and _EXCUSE.match(marked.text) is not None
        for index, one in enumerate(self._open):
            if one.reason or (theirs and one.person not in theirs):
                continue
            about = marked.about(one.person)
            reason = reason_of(about) or reason_in(self._away[one.person].then(sentence.about(one.person)))
            if reason or (says_nothing and is_vague(about)):
                self._open[index] = replace(one, reason=reason, vague=reason is None)
                explained = True
        return explained


def first_subject(marked: Marked) -> str:
    """The sign of whoever acts first in the sentence: a person, a service or the reviewer."""
    first = _SUBJECT.search(marked.text)
    return first[0] if first else ""


def _people(mentions: Sequence[Mention]) -> frozenset[str | None]:
    return frozenset(chain.from_iterable(map(persons, mentions)))


def _by_patterns(told: Found, marked: Marked, person: str | None) -> str:
    """What the patterns say of this person's not taking part: one of the labels of the weights."""
    own = told.clause_of(person, marked)
    return reason_of(own) or (VAGUE if is_vague(own) else NOT_SAID)


def _leave_plain(labels: dict[str | None, str], told: Found, marked: Marked) -> None:
    """Takes from the labels of the weights what a plain sentence does not say: that words are vague, or a reason."""
    plain = _PLAIN.match(marked.text) if told.away else None
    for person in told.away if plain else ():
        guessed = _by_patterns(told, marked, person) == NOT_SAID
        if guessed and plain and (plain["more"] is None or labels[person] == VAGUE):
            labels[person] = NOT_SAID


def _may_tell_of(sentence: Marked, person: str | None) -> bool:
    """Whether this person is named in the sentence, or nobody is."""
    named = [one for mention in sentence.mentions for one in persons(mention)]
    return not named or person in named


def _begins_with_pronoun(marked: Marked) -> bool:
    return _PRONOUN_FIRST.match(marked.text) is not None and marked.mentions[0].pronoun
