"""In which language somebody gets a letter, and what the letter and the office have to say of that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from scr_docs.case import Case, Person
from scr_docs.errors import TemplateError
from scr_docs.letters.dates import is_english
from scr_docs.letters.languages import lines
from scr_docs.letters.languages.stored import Translated, language_for, load
from scr_docs.letters.stages import Stage

_MAIN = "word/document.xml"
_HOW = "docs/languages.md, checked_by in lines.yaml"
_TEXTS = frozenset({"text-message", "call-script"})


class Readers:
    """The languages of one stage for the people of one case. Each translation is read and checked once."""

    def __init__(self, case: Case, stage: Stage, *, draft: bool) -> None:
        """With `draft` translations that nobody has checked are used too; their letters say what they are.

        Raises TemplateError where the office's own lines in other languages are wrong.
        """
        self._case = case
        self._stage = stage
        self._draft = draft
        self._spoken = partial(lines.language_of, own=stage.lines)
        self._name = partial(lines.name_of, own=stage.lines)
        lines.spoken(stage.lines)
        self._read: dict[tuple[str, str], Translated] = {}

    def language(self, person: Person, version: str) -> str | None:
        """The language, other than English, in which this stage has this version for this person; None if in none."""
        wanted = person.contact.language
        return None if is_english(wanted) else language_for(self._stage, version, wanted)

    def version(self, version: str, language: str) -> Translated:
        """A version in another language. Raises TemplateError."""
        if (version, language) not in self._read:
            self._read[version, language] = load(self._stage, version, language)
        return self._read[version, language]

    def refused(self, version: str, language: str) -> Iterator[str]:
        """Why no letter is made of this translation; nothing where one is."""
        try:
            found = self.version(version, language)
        except TemplateError as error:
            yield from (f"in {self._name(language)}: {mistake}" for mistake in error.mistakes)
            return
        if not found.checked_by and not self._draft:
            yield (
                f"the letter in {self._name(language)} is {found.unchecked}; a professional translator must check it "
                "(templates translate export, then import with --checked-by) before it may go. To look at it, "
                "use --draft"
            )

    def is_draft(self, version: str, language: str) -> bool:
        """Whether nobody has checked this translation. Raises TemplateError."""
        return not is_english(language) and not self.version(version, language).checked_by

    def fields(self, language: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a letter with what this language calls the review and the board."""
        spoken = None if is_english(language) else self._spoken(language)
        own = spoken.terms.get(self._case.review.kind, {}) if spoken else {}
        return {**fields, "terms": {**fields["terms"], **own}}

    def told(self, person: Person, version: str, language: str, *, lined: bool) -> Iterator[str]:
        """What the office has to know of the language of a letter."""
        wanted = person.contact.language
        named = self._name(wanted)
        if not is_english(language):
            if self.is_draft(version, language):
                yield f"DRAFT in {named}, not checked by a professional translator: do not send it"
            else:
                yield f"in {named}: send the English copy with it"
        elif lined:
            says = version not in _TEXTS and self._line(person)
            how = f" and says in {named} how to have it translated" if says else ""
            yield f"reads {wanted}; the letter is in English{how}: arrange a translation, or an interpreter"
        if told := self.unchecked(person, version, language, lined=lined):
            yield f"NOT CHECKED: {told}. Have somebody who reads {named} look at it before it goes ({_HOW})"

    def unchecked(self, person: Person, version: str, language: str, *, lined: bool) -> str:
        """Which words of a letter in another language no translator has checked, beside its template; "" if none."""
        known = self._spoken(person.contact.language)
        if known is None or known.checked_by:
            return ""
        if is_english(language):
            there = lined and version not in _TEXTS and self._line(person)
            return f"the line in {known.name} above the greeting has not been checked by a translator" if there else ""
        if known.terms.get(self._case.review.kind) or known.subject:
            told = "what the board and the review are called in it, and the subject of an e-mail"
            return f"the letter is in {known.name}; {told}, have not been checked by a translator"
        return ""

    def subject(self, language: str) -> str | None:
        """What stands in the list of e-mails for a letter in this language; None where there are no words for it."""
        known = None if is_english(language) else self._spoken(language)
        return (known and known.subject) or None

    def above(self, parts: Mapping[str, bytes], person: Person, version: str, language: str, *, lined: bool) -> bytes:
        """The main part of a letter with what its reader has to know of its language above the greeting."""
        if self.is_draft(version, language):
            return lines.with_draft(parts[_MAIN])
        if lined and is_english(language) and (phone := self._line(person)):
            return lines.with_line(parts[_MAIN], person.contact.language, phone, self._stage.lines)
        return parts[_MAIN]

    def _line(self, person: Person) -> str | None:
        """The number to ring for a translation, where there is one and a line in the language of this person."""
        known = self._spoken(person.contact.language)
        return (self._case.team.family_contact.phone or self._case.board.phone) if known else None
