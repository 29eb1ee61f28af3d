"""A run of letters: who gets one, who does not and why, and what is written."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from scr_docs.case import Case, Person
from scr_docs.errors import LetterError, Mistake
from scr_docs.letters.choice import Choice
from scr_docs.letters.dates import ENGLISH, is_english
from scr_docs.letters.make import Letter, Maker
from scr_docs.letters.outbox import clearances, days
from scr_docs.letters.outbox.addresses import Homes
from scr_docs.letters.outbox.contacts import rows
from scr_docs.letters.outbox.envelopes import by_post
from scr_docs.letters.outbox.folder import Letters, Outlook, look, put
from scr_docs.letters.outbox.leaks import Leaks
from scr_docs.letters.outbox.manifest import ListedLetter, digest, made_with
from scr_docs.letters.outbox.older import Now
from scr_docs.letters.outbox.plan import Row
from scr_docs.letters.stages import Stage


@dataclass(frozen=True, slots=True)
class NoLetter:
    """Somebody who gets no letter. `refused` is True where one was due and could not be made."""

    person: str
    why: str
    refused: bool


@dataclass(frozen=True, slots=True)
class LetterRun:
    """The letters of one run, in memory, those who get none, and what is done for each in a row of the plan."""

    case: Case = field(repr=False)
    day: datetime.date
    letters: tuple[Letter, ...]
    without: tuple[NoLetter, ...]
    plan: tuple[Row, ...]
    now: Now = field(repr=False)

    @property
    def exit_status(self) -> int:
        """2 where a letter that was due is not there, or there is none at all; otherwise 0."""
        return 2 if not self.letters or any(person.refused for person in self.without) else 0

    def with_pdfs(self) -> LetterRun:
        """The run with a tagged PDF beside each Word letter, of the same name; one that is refused is a letter missing.

        Raises OutputError where nothing on this computer makes such PDFs.
        """
        from scr_docs.letters.pdf import pdfs  # noqa: PLC0415  # reads PDFs, which most runs have none of
        from scr_docs.letters.pdf.made import NotMade  # noqa: PLC0415

        made = pdfs({letter.name: letter.content for letter in self.letters if letter.name.endswith(".docx")})
        letters: list[Letter] = []
        without = list(self.without)
        for letter in self.letters:
            letters.append(letter)
            pdf = made.get(letter.name)
            if isinstance(pdf, NotMade):
                without.append(NoLetter(letter.person, f"{letter.name} as a PDF: {pdf.why}", refused=True))
            elif pdf is not None:
                name, format_ = f"{letter.name.removesuffix('.docx')}.pdf", f"{letter.format}-pdf"
                letters.append(replace(letter, name=name, format=format_, content=pdf, notices=()))
        return replace(self, letters=tuple(letters), without=tuple(without))

    def write(self, folder: Path, *, force: bool, case_sha256: str | None = None) -> list[Path]:
        """Writes every letter, the manifest and the list of envelopes, and gives the letters' paths; or writes nothing.

        Nothing is overwritten: with `force` an older letter moves to the folder "superseded", also where its reader
        gets none or something else now. The sha256 of the case file goes into the manifest. Raises OutputError.
        """
        return put(folder, self.now, self._entries(case_sha256), force=force)

    def look(self, folder: Path, *, force: bool, case_sha256: str | None = None) -> Outlook:
        """What `write` would do to the folder, and what stands in its way; touches nothing. Raises OutputError."""
        return look(folder, self.now, self._entries(case_sha256), force=force)

    def contacts(self) -> tuple[str, ...]:
        """Lines of YAML for the contacts of the case file, once these letters have gone.

        Only of those whose id holds no name: they may be shown. How many are not is told in a comment.
        """
        found = list(rows(self.case, [self._entry(one, None) for one in self.letters]))
        shown = [line for person, line in found if not self.case.id_names_someone(person)]
        unshown = len(found) - len(shown)
        more = f"  # and {unshown} more in the file: the id holds a name, and is not shown here"
        return (*shown, *([more] if unshown else []))

    def _entries(self, case_sha256: str | None) -> Letters:
        return [(self._entry(one, case_sha256), one.content) for one in self.letters]

    def _entry(self, letter: Letter, case_sha256: str | None) -> ListedLetter:
        return ListedLetter(
            file=letter.name,
            sha256=digest(letter.content),
            reference=self.case.reference,
            stage=letter.stage,
            person=letter.person,
            format=letter.format,
            language=letter.language,
            date=self.day,
            template_sha256=letter.template,
            case_sha256=case_sha256,
            made_with=made_with(),
        )


def make_all(
    maker: Maker, case: Case, stage: Stage, *, day: datetime.date, asked: Sequence[Person], formats: Sequence[str]
) -> LetterRun:
    """A letter for everybody asked for, or for everybody whom the stage fits; nobody's suffers from another's."""
    run = _Run(maker, case, stage, day)
    for person in dict.fromkeys(asked) or case.people:
        run.for_person(person, formats, asked=bool(asked))
    now = Now(maker.chooser, run.whose, formats, asked=bool(asked))
    return LetterRun(case, day, tuple(run.letters), tuple(dict.fromkeys(run.without)), tuple(run.plan), now)


class _Run:
    """What a run has made so far."""

    def __init__(self, maker: Maker, case: Case, stage: Stage, day: datetime.date) -> None:
        self._maker = maker
        self._case = case
        self._stage = stage
        self._day = day
        self._leaks = Leaks(case, maker.others)
        self._homes = Homes(case)
        self.letters: list[Letter] = []
        self.without: list[NoLetter] = []
        self.plan: list[Row] = []
        self.whose: dict[str, str] = {}
        """Those for whom this run is, each with the reason why they get nothing, or ""."""

    def for_person(self, person: Person, formats: Sequence[str], *, asked: bool) -> None:
        """Makes this person's letters, or notes why they get none."""
        nothing, held = self._maker.chooser.nothing_for(person), self._maker.chooser.held(person)
        unfit = self._stage.misfit(self._case, person)
        if why := nothing or held or (None if asked else unfit):
            if nothing or held or not self._case.contacted(person, self._stage.name):  # else their letter has gone
                self.whose[self._case.file_id(person)] = why
            self._nothing(person, why, "held" if held and not nothing else "no letter", asked=asked, refused=asked)
            return
        self.whose[self._case.file_id(person)] = ""
        chosen = self._maker.chooser.choose(person, formats)
        # What cannot be made is told with the letters that are there; alone, or asked for, it is a letter missing.
        told = bool(formats) or not chosen.formats
        for reason in chosen.cannot if told else ():
            self._nothing(person, reason, "not made", asked=asked, refused=True)
        own = (() if told else chosen.cannot, [f"look again: {unfit}"] if asked and unfit else ())
        for format_ in chosen.formats:
            self._make(person, format_, chosen, own, asked=asked)

    def _make(
        self, person: Person, format_: str, chosen: Choice, own: tuple[Sequence[str], Sequence[str]], *, asked: bool
    ) -> None:
        notices = (*own[0], *chosen.notices, *self._notices(person, format_), *own[1])
        reads_other = not is_english(person.contact.language)
        language = self._maker.language(person, format_)
        made = language is not None and self._make_in(person, format_, chosen, notices, language, asked=asked)
        # The English goes with a translation; without one, or with a draft, it says itself how to have it translated.
        self._make_in(person, format_, chosen, notices, asked=asked, lined=reads_other and not made)

    def _make_in(
        self,
        person: Person,
        format_: str,
        chosen: Choice,
        notices: tuple[str, ...],
        language: str = ENGLISH,
        *,
        asked: bool,
        lined: bool = False,
    ) -> bool:
        """Makes one letter in one language; whether one was made that may go, so that a draft is none."""
        try:
            letter = self._maker.make(person, format_, notices, language, lined=lined)
            if leaks := self._leaks.find(letter.name, letter.content, person):
                raise LetterError(*(Mistake(leak) for leak in leaks))  # noqa: TRY301  # refused as the rest is
        except LetterError as error:
            which = "" if len(chosen.formats) == 1 else f"{format_}: "
            for mistake in error.mistakes:
                self._nothing(person, f"{which}{mistake.what}", "not made", asked=asked, refused=True, format_=format_)
        else:
            self.letters.append(letter)
            what = f"{letter.name}; {letter.unchecked}" if letter.unchecked else letter.name
            self.plan.append(self._row(person, what, asked=asked, format_=letter.format, language=letter.language))
            return not letter.format.endswith("-draft")
        return False

    def _notices(self, person: Person, format_: str) -> Iterator[str]:
        """What the office has to know before this goes."""
        posted = by_post(person, format_)
        yield from days.notices(self._case, person, self._day, by_post=posted)
        yield from self._homes.notices(person) if posted else ()
        yield from clearances.notices(self._case, person, self._day)

    def _nothing(self, person: Person, why: str, state: str, *, asked: bool, refused: bool, format_: str = "–") -> None:
        self.without.append(NoLetter(self._case.file_id(person), why, refused=refused))
        self.plan.append(self._row(person, f"{state}: {why}", asked=asked, format_=format_))

    def _row(self, person: Person, what: str, *, asked: bool, format_: str, language: str | None = None) -> Row:
        status = "has died" if person.died else person.involvement.status or "not-invited"
        why = f"asked for ({status})" if asked else status
        channel = person.contact.channel if person.contact.safe_by_post else f"{person.contact.channel}, not by post"
        wants = person.contact.language
        shown = wants if language in {None, wants} else f"{language} (reads {wants})"
        return Row(self._case.file_id(person), why, channel, format_, shown, what)
