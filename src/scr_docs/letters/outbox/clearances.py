"""What has to be agreed or arranged before a letter goes: with the police and courts, and for what its reader needs."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from scr_docs.case import Case, Person

_SHOWN_BY = {
    "interpreter": re.compile(r"interpret|translat", re.IGNORECASE),
    "bsl": re.compile(r"\bbsl\b|sign(?:ed)? (?:language|to)|interpreter", re.IGNORECASE),
    "advocate": re.compile(r"advoca", re.IGNORECASE),
    "step-free": re.compile(r"step|stairs|\blift\b|ramp|wheelchair|level access|ground floor", re.IGNORECASE),
}
"""The words of a meeting or of a contact's note that show that a need was met."""


def notices(case: Case, person: Person, day: datetime.date) -> Iterator[str]:
    """What is still to be agreed or arranged; by key and never by value."""
    for number, one in enumerate(case.review.proceedings):
        if one.status == "closed":
            continue
        key = f"review.proceedings[{number}]"
        if not one.agreed_with:
            yield f"{key} is open and does not say with whom it is agreed (agreed_with): ask before you write"
        if one.revisit_on and one.revisit_on < day:
            yield f"{key}.revisit_on is past on the date of this letter: ask again whether it may go"
    if person.in_custody:
        yield (
            f"people[{case.file_id(person)}].address is a prison or a secure place, where nobody can be rung: if this "
            "says that you will ring, agree the call with the offender manager first, and ask that your number is "
            "added to those that they may ring"
        )
    arranged = " ".join(_told_of(case, person))
    for need in person.contact.needs:
        shown = _SHOWN_BY.get(need)
        if shown is None or not shown.search(arranged):
            yield f"needs {need}: arrange it before you send this; no meeting or contact in the case file shows it"


def _told_of(case: Case, person: Person) -> Iterator[str]:
    for meeting in case.meetings:
        if meeting.person == person.id:
            yield from (*meeting.with_, *meeting.place, *meeting.topics)
    for contact in case.contacts:
        if contact.person == person.id and contact.note:
            yield contact.note
