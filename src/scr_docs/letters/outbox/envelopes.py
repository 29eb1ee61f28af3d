"""A list to address the envelopes by: names, addresses and which letter goes in which, and nothing that tells why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scr_docs.case import Case, Person
from scr_docs.letters.outbox.manifest import ListedLetter

ON_PAPER = frozenset({"standard", "large-print", "easy-read", "young-person", "plain-text"})
"""The formats that are printed and put into an envelope."""

_HEAD = """Envelopes

One envelope for each person. Write on it only what stands between the lines, with
PRIVATE AND CONFIDENTIAL - ADDRESSEE ONLY
above it. No stamp, logo or return address that says who writes: give a PO box.
Look at the name on the letter once more as you put it in. Keep this list with the case file.
"""

_LEFT_OUT = """Do not send these. They were made earlier, and the case file says now that they must not go.
Put away what is printed of them."""


def by_post(person: Person, format_: str) -> bool:
    """Whether this format of a letter goes to this person in an envelope."""
    return (
        format_ in ON_PAPER
        and person.contact.channel == "letter"
        and person.contact.safe_by_post
        and bool(person.address)
    )


def envelopes(case: Case, letters: Sequence[ListedLetter], left_out: Sequence[str] = ()) -> str | None:
    """The list for these letters; None where none of them goes by post and none is left out.

    `left_out` are the names of letters that lie in the folder and must not go.
    """
    told = list(_rows(case, letters))
    if left_out:
        told.append("\n".join([_LEFT_OUT, *(f"left out: {file}" for file in left_out), ""]))
    return "\n".join([_HEAD, *told]) if told else None


def _rows(case: Case, letters: Sequence[ListedLetter]) -> Iterator[str]:
    for person in case.people:
        whose = case.file_id(person)
        files = [one.file for one in letters if one.person == whose and by_post(person, one.format)]
        if files:
            lines = [person.name, *person.address]
            rule = "-" * max(40, *map(len, lines))
            yield "\n".join([rule, *lines, rule, *(f"in it: {file}" for file in files), ""])
