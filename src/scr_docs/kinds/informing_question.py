"""Kind `informing-question`: a question of the marker "informing the family", answered from the case file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from scr_docs.case import Case
from scr_docs.case.told import Told, told
from scr_docs.finding import Evidence, Finding, Question, Status
from scr_docs.kinds.informing import in_days
from scr_docs.kinds.phrase import Pattern
from scr_docs.kinds.question import findings, listed
from scr_docs.kinds.reading import Reading
from scr_docs.pack import Rule
from scr_docs.yaml_file import Strict, Text

Aspect = Literal[
    "told-in-time", "told-what-it-is", "parameters-written-down", "person-to-ring", "several-channels",
    "needs-arranged", "questions-answered",
]  # fmt: skip


class Need(Strict):
    """Needs of the case file that go together, and the words in contacts and meetings that tell that they were met."""

    needs: tuple[Text, ...]
    words: tuple[Pattern, ...]


class Params(Strict):
    """The question, and the aspects of the case file that answer it. All without a gap: evidenced; none at all: absent.

    `days` is how many may pass before somebody is told; `stages` are the contacts that explain the review.
    """

    question: Text
    asks: Text
    evidenced: Text
    partly: Text
    look_at: tuple[Aspect, ...]
    days: int = 7
    stages: tuple[Text, ...] = ()
    needs: tuple[Need, ...] = ()


@dataclass(slots=True)
class _Answer:
    """What is there, where, and what is missing."""

    there: list[Evidence] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def add(self, where: str, text: str) -> None:
        self.there.append(Evidence(None, text, f"case file: {where}"))


def check(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """One finding where the question is not evidenced. The answer stays in the reading."""
    if reading.case is None:
        return
    params: Params = rule.params
    answer = _Answer()
    for aspect in params.look_at:
        _ASPECTS[aspect](params, reading.case, told(reading.case), answer)
    status: Status = "evidenced" if not answer.missing else "partly" if answer.there else "absent"
    question = Question(params.question, status, tuple(answer.there), params.asks, tuple(answer.missing))
    reading.answers[rule.id] = question
    yield from findings(rule, question)


def _told_in_time(params: Params, case: Case, people: Sequence[Told], answer: _Answer) -> None:
    if case.review.decided_on is None:
        answer.missing.append("the day of the decision (review.decided_on)")
    late, never = [], []
    for one in people:
        if one.days is not None and (one.owed or one.reached):
            if one.days <= params.days:
                answer.add("contacts", f"{one.person.called} was first contacted {in_days(one.days)}.")
            else:
                late.append(f"{one.person.called} ({in_days(one.days)})")
        elif one.owed and not one.reached:
            never.append(one.person.called)
    if late:
        answer.missing.append(f"contact within {params.days} days of the decision for {listed(late)}")
    if never:
        answer.missing.append(f"any contact with {listed(never)}")
    if not people:
        answer.missing.append("the people of the family")


def _told_what_it_is(params: Params, _case: Case, people: Sequence[Told], answer: _Answer) -> None:
    without = [one.person.called for one in people if one.owed and not one.stages & set(params.stages)]
    with_ = [one.person.called for one in people if one.stages & set(params.stages)]
    if with_:
        answer.add("contacts", f"A contact that explains the review ({' or '.join(params.stages)}): {listed(with_)}.")
    if without:
        answer.missing.append(f"a contact that explains the review ({' or '.join(params.stages)}) to {listed(without)}")


def _parameters(_params: Params, case: Case, _people: Sequence[Told], answer: _Answer) -> None:
    review = case.review
    keys = {
        "the time that the review looks at (review.period)": review.period.from_ and review.period.to,
        "what it will not cover (review.not_covered)": review.not_covered,
    }
    for what, value in keys.items():
        if value:
            answer.add("review", f"{what[:1].upper()}{what[1:]} is written down, for letters to say.")
        else:
            answer.missing.append(what)


def _person_to_ring(_params: Params, case: Case, _people: Sequence[Told], answer: _Answer) -> None:
    contact = case.team.family_contact
    if contact.name and (contact.phone or contact.email):
        hours = ", with the hours when they can be reached" if contact.hours else ""
        answer.add("team.family_contact", f"One named person for the family to ring or write to{hours}.")
    else:
        answer.missing.append("one named person to ring, with a number (team.family_contact)")


def _several_channels(_params: Params, _case: Case, people: Sequence[Told], answer: _Answer) -> None:
    for one in people:
        if one.reached and not one.one_way_only:
            answer.add("contacts and meetings", f"{one.person.called}: {listed(one.channels)}.")
    single = [f"{one.person.called} ({one.channels[0]})" for one in people if one.one_way_only]
    if single:
        answer.missing.append(f"a second way of reaching {listed(single)}")
    if never := [one.person.called for one in people if one.owed and not one.reached]:
        answer.missing.append(f"any way of asking for {listed(never)}")


def _needs_arranged(params: Params, _case: Case, people: Sequence[Told], answer: _Answer) -> None:
    for need in params.needs:
        name = need.needs[0]
        for one in people:
            if one.reached and one.needs(need.needs):
                if one.arranged(need.words):
                    answer.add("contacts and meetings", f"{one.person.called}: {name} needed, and arranged.")
                else:
                    answer.missing.append(f"the {name} whom {one.person.called} needs")


def _questions_answered(_params: Params, case: Case, people: Sequence[Told], answer: _Answer) -> None:
    answered = sum(len(one.questions) - len(one.unanswered) for one in people)
    if answered:
        asked = "1 question" if answered == 1 else f"{answered} questions"
        answer.add("questions", f"{asked} of the family, with the day and the words of the answer.")
    for one in people:
        if one.unanswered:
            number = "1 question" if len(one.unanswered) == 1 else f"{len(one.unanswered)} questions"
            answer.missing.append(f"an answer to {number} of {one.person.called}")
    if not case.questions:
        answer.missing.append("what the family asked; nothing is written down (questions)")


_ASPECTS: Mapping[Aspect, Callable[[Params, Case, Sequence[Told], _Answer], None]] = {
    "told-in-time": _told_in_time,
    "told-what-it-is": _told_what_it_is,
    "parameters-written-down": _parameters,
    "person-to-ring": _person_to_ring,
    "several-channels": _several_channels,
    "needs-arranged": _needs_arranged,
    "questions-answered": _questions_answered,
}
