"""Letters of earlier runs that must not go any more: their reader has died or is held, or gets something else now."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from scr_docs.case import Person
from scr_docs.letters.choice import Chooser
from scr_docs.letters.outbox.envelopes import ON_PAPER
from scr_docs.letters.outbox.manifest import ListedLetter


@dataclass(frozen=True)
class Now:
    """Where the people of a stage stand now.

    `chooser` knows the case and the stage. `run` holds the ids of those for whom this run was, each with the reason
    why they get none, or "". `formats` are those that were asked for; `asked` is True where people were.
    """

    chooser: Chooser
    run: Mapping[str, str]
    formats: Sequence[str] = ()
    asked: bool = False

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {self.chooser.case.file_id(person): person for person in self.chooser.case.people}

    def of_stage(self, letters: Collection[ListedLetter]) -> list[ListedLetter]:
        """Those of the letters that are of this review and stage."""
        here = (self.chooser.case.reference, self.chooser.stage.name)
        return [one for one in letters if (one.reference, one.stage) == here]

    def replaced(self, listed: Collection[ListedLetter], new: Collection[ListedLetter]) -> dict[str, str]:
        """The older files whose place this run takes, or whose reader gets something else; each with the reason."""
        names = {one.file for one in new}
        made = {(one.person, one.format, one.language) for one in new}
        told = {}
        for old in self.of_stage(listed):
            if old.file not in names and (why := self._gone(old, made)):
                told[old.file] = why
        return told

    def left_out(self, listed: Collection[ListedLetter]) -> Iterator[ListedLetter]:
        """The letters on paper that must not go into an envelope as the case file is now."""
        for old in self.of_stage(listed):
            person, format_ = self._people.get(old.person), plain(old.format)
            if format_ not in ON_PAPER:
                continue
            if person is None or not self._may_have(person, format_):
                yield old

    def _may_have(self, person: Person, format_: str) -> bool:
        none = self.chooser.nothing_for(person) or self.chooser.held(person)
        return not none and self.chooser.may_get(person, format_)

    def _gone(self, old: ListedLetter, made: Collection[tuple[str, str, str]]) -> str:
        """Why this older letter may not stay beside what was made now; empty where it may."""
        format_ = plain(old.format)
        if (old.person, old.format, old.language) in made or (old.person, format_, old.language) in made:
            return "a newer one takes its place"
        person = self._people.get(old.person)
        if person is None:
            return "" if self.asked else "they are not in the case file any more"
        if old.person not in self.run:
            return ""
        if why := self.run[old.person]:
            return why
        if self.formats and format_ not in self.formats and self.chooser.may_get(person, format_):
            return ""  # another format beside those that were asked for now
        return "it is not made for them now"


def plain(format_: str) -> str:
    """The format of a letter, without what says that it is a PDF of it or a draft translation."""
    return format_.removesuffix("-pdf").removesuffix("-draft")
