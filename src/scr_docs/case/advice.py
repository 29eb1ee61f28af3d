"""What in a right case file deserves a second look: not mistakes, so nothing is refused for it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator

from scr_docs.case.dates import odd_dates
from scr_docs.case.model import Case, Person
from scr_docs.case.values import postcode_of
from scr_docs.errors import did_you_mean, one_of

NEEDS = ("interpreter", "advocate", "bsl", "step-free")
REASONS_FOR_INVOLVEMENT = ("human-rights", "child-centred", "knowledge", "altruistic")
"""The four that quality marker 12 takes from Morris et al. (2013)."""

_SHORTEST_IDENTIFIER = 4
"""Letters and figures. A shorter one stands in every report: "12" of 12 visits."""


def advice(case: Case, today: datetime.date | None = None) -> Iterator[tuple[str, str]]:
    """For each thing worth a look, its place in the case file and what to consider. Names nobody.

    Places are counted from 0, as those of mistakes are; days are looked at as of `today`.
    """
    yield from _review(case)
    for person in case.people:
        yield from ((f"people[{case.file_id(person)}].{key}", told) for key, told in _person(case, person))
    for number, identifier in enumerate(case.identifiers):
        if identifier.value and sum(map(str.isalnum, identifier.value)) < _SHORTEST_IDENTIFIER:
            yield (
                f"identifiers[{number}].value",
                "is very short; it would be found in many places where it means something else",
            )
    dates = [contact.date for contact in case.contacts if contact.date]
    if dates != sorted(dates):
        yield "contacts", "are not in the order of their dates"
    yield from odd_dates(case, today or datetime.datetime.now().astimezone().date())


def _review(case: Case) -> Iterator[tuple[str, str]]:
    if case.subject is None:
        yield (
            "review.subject",
            "nobody is named as the person whom the review is about; letters and checks need to know",
        )
    elif not case.subject.greeting:
        yield (
            f"people[{case.file_id(case.subject)}].greeting",
            "letters name this person as the family does; say here how",
        )
    if not case.family:
        yield "people", "holds nobody of the family, so no check can look for their names"
    for reason in case.review.reasons_for_family_involvement:
        if reason not in REASONS_FOR_INVOLVEMENT:
            yield (
                "review.reasons_for_family_involvement",
                f"one is none of the usual four: {one_of(REASONS_FOR_INVOLVEMENT)}",
            )


def _person(case: Case, person: Person) -> Iterator[tuple[str, str]]:
    if case.id_names_someone(person):
        yield "id", "is part of somebody's name; ids stand in results, so use a relationship such as “mother”"
    if not person.report_name:
        yield "report_name", "is blank; the checks cannot tell whether the report speaks of this person"
    elif Counter(somebody.report_name for somebody in case.people)[person.report_name] > 1:
        yield "report_name", "stands here for somebody else as well; a reader could not tell them apart"
    if person.address and postcode_of(person.address) is None:
        yield "address", "ends without a postcode, which is right for a prison or care of somebody"
    for need in person.contact.needs:
        if need not in NEEDS:
            near = did_you_mean(need, NEEDS)
            yield "contact.needs", f"one is none of {one_of(NEEDS)}" + (f"; did you mean {near}?" if near else "")
    if person is not case.subject and person.involvement.status is None and not person.has_died:
        yield "involvement.status", "is blank; say whether they took part, and if not, why"
    yield from _involvement(case, person)


def _involvement(case: Case, person: Person) -> Iterator[tuple[str, str]]:
    status = person.involvement.status
    if status in {None, "not-invited"} and case.contacted(person, "invitation"):
        yield "involvement.status", "is not “invited”, though the contacts say that the invitation has gone to them"
    elif status == "not-invited" and person.involvement.reason is None:
        yield "involvement.reason", "is blank; if they are not going to be invited, say why"
    elif status in {"declined", "no-reply", "deferred"} and person.involvement.reason is None:
        yield "involvement.reason", "is blank, though they did not take part"
