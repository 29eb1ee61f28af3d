"""The people whom Word remembers for comments and changes, with their accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_docs.word.container.source import Source
from scr_docs.word.markup.found import Found
from scr_docs.word.markup.not_text import is_text

_NUMBER_OF_AN_ACCOUNT = re.compile(r"S-1(-\d+)+")
_NOBODY = frozenset({"", "author", "none", "unknown"})


def people(source: Source) -> Iterator[Found]:
    """Each person's name, and the account if it is more than a number."""
    for root in source.roots():
        for position, person in enumerate(root.iter("{*}person"), start=1):
            name = person.get(f"{{{_space(str(person.tag))}}}author", "")
            if name:
                nobody = name.lower() in _NOBODY
                yield Found("comment", name, f"people > person {position}", None if nobody else "author")
            for presence in person:
                for key, value in presence.items():
                    account = str(value)
                    if str(key).endswith("}userId") and _is_telling(account) and account != name:
                        yield Found("comment", account, f"people > account of person {position}", "author")


def _is_telling(account: str) -> bool:
    return account.lower() not in _NOBODY and is_text(account) and not _NUMBER_OF_AN_ACCOUNT.fullmatch(account)


def _space(tag: str) -> str:
    return tag[1:].partition("}")[0]
