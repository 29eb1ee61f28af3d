"""Letters filled in with the shipped sample case, in which everybody is invented."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import cache

from scr_docs import case as cases
from scr_docs import resources
from scr_docs.case import Case, Person
from scr_docs.errors import LetterError
from scr_docs.letters.make import Letter, Maker
from scr_docs.letters.stages import Stage
from scr_docs.pack import Rule

DAY = datetime.date(2016, 1, 15)
"""The date of sample letters: after everything that the sample case says is done, before what it says is to come."""


class Sample:
    """Makes the letters of one stage for somebody of the sample case."""

    def __init__(self, stage: Stage, rules: Sequence[Rule]) -> None:
        """Raises TemplateError where letter.docx or letter.yaml is wrong."""
        self._stage = stage
        self._rules = rules
        self._makers: dict[str, Maker] = {}
        self._maker(*next(self._tries("standard")))

    def letter(self, format_: str) -> Letter:
        """The letter in this format to the first person of the sample whom it can go to.

        "subject" is the letter to the person whom the review is about. Raises LetterError with what was wrong for the
        person to whom it came nearest, or TemplateError.
        """
        refused: list[LetterError] = []
        for which, case, person in self._tries(format_):
            try:
                made = self._maker(which, case, person).make(person, "standard" if format_ == "subject" else format_)
            except LetterError as error:
                refused.append(error)
            else:
                return made
        raise min(refused, key=lambda error: len(error.mistakes))

    def _tries(self, format_: str) -> Iterator[tuple[str, Case, Person]]:
        """The cases and people for whom a letter can be tried, those first whom the stage fits."""
        whole = _whole()
        if format_ == "subject":
            yield "of an adult", *_of_an_adult(whole)
            return
        fits = self._stage.entry.fits
        people = sorted(
            (person for person in whole.family if person is not whole.subject),
            key=lambda one: (one.involvement.status not in fits.statuses, self._stage.held(one) is not None),
        )
        publication = whole.review.publication.model_copy(update={"decision": "none"})
        review = whole.review.model_copy(update={"publication": publication})
        unpublished = whole.model_copy(update={"review": review})
        yield from (("whole", whole, person) for person in people)
        yield from (("unpublished", unpublished, person) for person in people)

    def _maker(self, which: str, case: Case, _person: Person) -> Maker:
        if which not in self._makers:
            self._makers[which] = Maker(case, self._stage, self._rules, DAY)
        return self._makers[which]


@cache
def _whole() -> Case:
    return cases.load(resources.folder("templates") / "sample-case" / "case.yaml")


def _of_an_adult(whole: Case) -> tuple[Case, Person]:
    """The same about an adult who is alive."""
    assert whole.subject
    changed = {"died": None, "born": datetime.date(1975, 5, 3), "address": ("1 Quay Road", "Exampleton", "EX4 1AA")}
    adult = whole.subject.model_copy(update=changed)
    people = tuple(adult if person is whole.subject else person for person in whole.people)
    review = whole.review.model_copy(update={"kind": "sar"})
    case = whole.model_copy(update={"people": people, "review": review})
    return case, adult
