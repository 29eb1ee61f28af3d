"""What the case file should hold once the letters have gone: lines for its contacts, by the ids that it has there."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence

from scr_docs.case import Case, Person
from scr_docs.letters.dates import is_english
from scr_docs.letters.outbox.manifest import ListedLetter

_HEAD = """# When these have gone, paste the lines below under the line contacts: of the case file. That line must
# have no # before it and no [] after it. If one went on another day or in another way, or did not go, mend the
# line or leave it out. What stands there is not made again.
"""

_OTHER_WAYS = {"email": "email", "text-message": "text", "call-script": "phone"}
"""The channel of a format that is no letter."""


def contacts(case: Case, letters: Sequence[ListedLetter]) -> str | None:
    """The lines for these letters, under a comment; None where the contacts hold all of them already."""
    lines = [line for _, line in rows(case, letters)]
    return "\n".join([_HEAD, *lines, ""]) if lines else None


def rows(case: Case, letters: Sequence[ListedLetter]) -> Iterator[tuple[Person, str]]:
    """One line of YAML for each person, stage and day, with whose it is; drafts go to nobody and have none."""
    for person in case.people:
        own = [one for one in letters if one.person == case.file_id(person) and "-draft" not in one.format]
        for stage, day in sorted({(one.stage, one.date) for one in own}, key=lambda each: (each[1], each[0])):
            if not _is_told(case, person, stage, day):
                sent = [one for one in own if (one.stage, one.date) == (stage, day)]
                values = f"channel: {_channel(person, sent)}, stage: {stage}, note: {json.dumps(_note(sent))}"
                yield person, f"  - {{date: {day}, person: {_text(person.id)}, {values}}}"


def _is_told(case: Case, person: Person, stage: str, day: datetime.date) -> bool:
    """Whether the contacts hold it: on its day, or on a later one, as the office may have posted it then."""
    held = (one.date for one in case.contacts if (one.person, one.stage) == (person.id, stage))
    return any(date is not None and date >= day for date in held)


def _channel(person: Person, sent: Sequence[ListedLetter]) -> str:
    """The way in which these go: as the person wishes, unless only paper was made for them."""
    ways = [_OTHER_WAYS[one.format] for one in sent if one.format in _OTHER_WAYS]
    if "phone" in ways and person.contact.channel in {"visit", "video"}:
        return person.contact.channel
    return ways[0] if ways else "letter"


def _note(sent: Sequence[ListedLetter]) -> str:
    """The formats and the languages of what was sent, where they are others than usual."""
    formats = [one.format for one in sent if one.format not in {"standard", *_OTHER_WAYS} and "-pdf" not in one.format]
    languages = [f"in {one.language}" for one in sent if not is_english(one.language)]
    return ", ".join(dict.fromkeys([*formats, *languages]))


def _text(identifier: str) -> str:
    """An id as YAML has it: in quotes where it is no plain word."""
    plain = identifier.isascii() and identifier.replace("-", "").replace("_", "").isalnum()
    return identifier if plain and identifier[0].isalpha() else json.dumps(identifier, ensure_ascii=False)
