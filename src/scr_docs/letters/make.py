"""One person's letter: filled in, read back, checked by the same rules as everything else, and given or refused."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scr_docs import engine, word
from scr_docs.case import Case, Person
from scr_docs.errors import DocumentError, LetterError, Mistake
from scr_docs.finding import Severity
from scr_docs.kinds import Reading
from scr_docs.letters import package
from scr_docs.letters.facts import facts, known_fields
from scr_docs.letters.stages import Stage
from scr_docs.letters.template import Template, left_over_tags
from scr_docs.names.fold import fold
from scr_docs.pack import Rule, find

FORMATS = ("standard", "large-print")
"""The formats that can be made now."""

ALWAYS = ("letters.others-data",)
"""Rules that every letter is held against, whatever its stage asks for."""

_ADULT = 18


@dataclass(frozen=True, slots=True)
class Letter:
    """A finished letter that has passed its checks."""

    person: str
    stage: str
    format: str
    name: str
    content: bytes
    notices: tuple[str, ...] = ()


class Maker:
    """Makes the letters of one stage for one case. The template is read and checked once."""

    def __init__(self, case: Case, stage: Stage, rules: Sequence[Rule], day: datetime.date) -> None:
        """Raises TemplateError where the template or its must-haves are wrong, whomever the letter is for."""
        self._case = case
        self._stage = stage
        self._day = day
        self._template = Template(stage.template, known_fields())
        self._rules = [find(rules, name) for name in (*ALWAYS, *stage.entry.must_have)]

    def no_letter(self, person: Person) -> str | None:
        """Why this person gets no letter at all, whatever the stage; None if they may."""
        if person is self._case.subject:
            return "the review is about this person; letters to them are not made yet"
        if person.died or person.involvement.reason == "deceased":
            return "has died"
        if not person.contact.safe_by_post:
            return (
                "a letter is not safe for them (safe_by_post: false); "
                "ring or meet them instead, and ask first if it is safe to talk"
            )
        young = person.involvement.reason == "age" or "young-person" in person.contact.formats
        if young or (person.born and _age(person.born, self._day) < _ADULT):
            return (
                "is under 18 and needs a letter of their own, which is not made yet; "
                "speak with the adult who looks after them"
            )
        return None

    def formats(self, person: Person, asked: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The formats to make for this person, and what has to be said about those that cannot be made yet."""
        wanted = tuple(asked) or person.contact.formats or ("standard",)
        able = tuple(name for name in wanted if name in FORMATS)
        unable = [name for name in wanted if name not in FORMATS]
        notices = [f"wants {name}, which is not made yet; arrange it by hand" for name in unable]
        for key in ("feedback_by", "publish_on"):
            day = getattr(self._case.review, key)
            if day and day < self._day:
                notices.append(f"review.{key} in the case file is past on the date of this letter")
        if person.contact.channel != "letter":
            notices.append(f"wants to hear by {person.contact.channel}; a letter may not be the best way")
        if person.contact.channel == "letter" and not person.address:
            notices.append(
                "has no address in the case file: "
                f"hand the letter over, or fill in people[{self._case.file_id(person)}].address"
            )
        if not person.contact.language.startswith("en"):
            notices.append(f"reads {person.contact.language}; the letter is in English, so arrange a translation")
        notices += [
            f"needs {need}: arrange it before you send this"
            for need in person.contact.needs
            if need in {"interpreter", "bsl"}
        ]
        return able, tuple(notices)

    def make(self, person: Person, format_: str, notices: tuple[str, ...] = ()) -> Letter:
        """The letter to `person`. Raises LetterError with every reason why it may not be written."""
        filled = facts(self._case, person, self._day)
        content, printed = self._template.render(filled.fields)
        needed = [key for key in self._stage.lacks(self._case) if key not in filled.wanted]
        if keys := [*filled.wanted, *needed]:
            raise self._refused(person, [f"the case file lacks {key}" for key in keys])
        content = package.finish(
            content,
            title=f"Letter {self._case.reference}",
            author=self._case.board.short_name or self._case.board.name,
            day=self._day,
            large=format_ == "large-print",
        )
        if problems := list(self._problems(content, printed, person)):
            raise self._refused(person, problems)
        variant = "" if format_ == "standard" else f"-{format_}"
        name = f"{self._case.file_reference}-{self._stage.name}-{self._case.file_id(person)}{variant}.docx"
        return Letter(person.id, self._stage.name, format_, name, content, notices)

    def _problems(self, content: bytes, printed: Sequence[str], person: Person) -> Iterator[str]:
        """What is wrong with a finished letter. Findings are told by their rule, never by what they found."""
        if any(left_over_tags(text) for text in package.texts(content)):
            yield "a tag of the template, or double braces from the case file, is left in it"
        try:
            document = word.read_bytes(content, "letter.docx")
        except DocumentError as error:
            yield str(error)
            return
        yield from (f"{unread.where} could not be read back: {unread.why}" for unread in document.unread)
        text = " ".join(" ".join(fold(block.text).text for block in document.blocks).split())
        if any(" ".join(fold(value).text.split()) not in text for value in printed):
            yield "a value that was filled in does not stand in the finished letter"
        result = engine.run(Reading(document, self._case, person), self._rules)
        yield from (f"the rule {broken} broke" for broken in result.broken)
        for finding in result.findings:
            if finding.severity is Severity.MUST_FIX:
                shown = finding.message.replace(": {quote}", "")
                yield f"{shown} ({finding.rule}; {finding.location.address or 'the whole letter'})"

    def _refused(self, person: Person, reasons: Sequence[str]) -> LetterError:
        return LetterError(
            *(
                Mistake(reason[:1].upper() + reason[1:], place=f"{self._stage.name} to {self._case.file_id(person)}")
                for reason in reasons
            )
        )


def _age(born: datetime.date, day: datetime.date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
