"""The ways of checking, one a file: check(rule, reading) gives findings. This dict is the whole register."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from scr_docs.finding import Finding
from scr_docs.kinds import (
    abbreviation,
    absent,
    accounts,
    dates_disagree,
    deferral,
    heard_their_way,
    hidden,
    incident_date,
    informing,
    informing_question,
    invitation_not_told,
    involvement,
    known,
    layout,
    long_sentence,
    long_word,
    mentioned,
    one_parent,
    only_in_header,
    other_case,
    own_voice,
    part_not_told,
    passive,
    phrase,
    question,
    reading_age,
    reason_contradicts,
    reason_given,
    reason_without,
    report_names,
    report_names_of_case,
    says,
    shape,
    speech_verbs,
    together,
    told_date,
    unexplained,
    unregistered,
    vague_reason,
    views_left_behind,
    views_of_person,
)
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict


@dataclass(frozen=True, slots=True)
class Kind:
    """A way of checking: the keys that it asks of a rule, and the check. Some can say nothing without a case file."""

    params: type[Strict]
    check: Callable[[Rule, Reading], Iterator[Finding]]
    needs_case: bool = False


KINDS: Mapping[str, Kind] = {
    "abbreviation": Kind(abbreviation.Params, abbreviation.check),
    "absent": Kind(absent.Params, absent.check),
    "accounts": Kind(accounts.Params, accounts.check),
    "dates-disagree": Kind(dates_disagree.Params, dates_disagree.check),
    "deferral-without-re-offer": Kind(deferral.Params, deferral.check),
    "heard-their-way": Kind(heard_their_way.Params, heard_their_way.check),
    "hidden": Kind(hidden.Params, hidden.check),
    "incident-date": Kind(incident_date.Params, incident_date.check),
    "informing": Kind(informing.Params, informing.check, needs_case=True),
    "informing-question": Kind(informing_question.Params, informing_question.check, needs_case=True),
    "invitation-not-told": Kind(invitation_not_told.Params, invitation_not_told.check),
    "involvement": Kind(involvement.Params, involvement.check),
    "known": Kind(known.Params, known.check, needs_case=True),
    "layout": Kind(layout.Params, layout.check),
    "long-paragraph": Kind(long_sentence.ParagraphParams, long_sentence.check_paragraph),
    "long-sentence": Kind(long_sentence.Params, long_sentence.check),
    "long-word": Kind(long_word.Params, long_word.check),
    "mentioned": Kind(mentioned.Params, mentioned.check, needs_case=True),
    "one-parent-explained": Kind(one_parent.Params, one_parent.check),
    "only-in-header": Kind(only_in_header.Params, only_in_header.check),
    "other-case": Kind(other_case.Params, other_case.check),
    "own-voice": Kind(own_voice.Params, own_voice.check),
    "part-not-told": Kind(part_not_told.Params, part_not_told.check),
    "passive": Kind(passive.Params, passive.check),
    "phrase": Kind(phrase.Params, phrase.check),
    "question": Kind(question.Params, question.check),
    "reading-age": Kind(reading_age.Params, reading_age.check),
    "reason-contradicts": Kind(reason_contradicts.Params, reason_contradicts.check, needs_case=True),
    "reason-given": Kind(reason_given.Params, reason_given.check),
    "reason-without": Kind(reason_without.Params, reason_without.check),
    "report-names": Kind(report_names.Params, report_names.check),
    "report-names-of-case": Kind(report_names_of_case.Params, report_names_of_case.check, needs_case=True),
    "says": Kind(says.Params, says.check, needs_case=True),
    "shape": Kind(shape.Params, shape.check),
    "speech-verbs": Kind(speech_verbs.Params, speech_verbs.check),
    "together": Kind(together.Params, together.check),
    "told-date": Kind(told_date.Params, told_date.check, needs_case=True),
    "unexplained": Kind(unexplained.Params, unexplained.check),
    "unregistered": Kind(unregistered.Params, unregistered.check),
    "vague-reason": Kind(vague_reason.Params, vague_reason.check),
    "views-left-behind": Kind(views_left_behind.Params, views_left_behind.check),
    "views-of-person": Kind(views_of_person.Params, views_of_person.check),
    "worked-out-birth": Kind(told_date.WorkedOut, told_date.check_worked_out),
}

PARAMS: Mapping[str, type[Strict]] = {name: kind.params for name, kind in KINDS.items()}

__all__ = ["KINDS", "PARAMS", "Kind", "Reading"]
